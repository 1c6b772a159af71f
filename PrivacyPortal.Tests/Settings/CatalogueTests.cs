using System.Text.RegularExpressions;
using PrivacyPortal.Language;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Tests.Settings;

public partial class CatalogueTests
{
    [Fact]
    public void The_seeds_own_nine_come_first_in_their_order_with_helpers_under_their_parent() => Assert.Equal(
        [
            "advisor.stats.mode", "advisor.supervisor", "conversation.mirroring", "conversation.mirroring.offer", "conversation.cobrowsing", "conversation.masked-fields",
            "conversation.history.chat", "conversation.history.call", "visitor.geolocation", "visitor.geolocation.precision", "visitor.self-erasure",
        ],
        SettingCatalogue.All.Take(11).Select(s => s.Key));

    [Fact]
    public void Every_default_is_valid_and_every_key_is_unique()
    {
        Assert.All(SettingCatalogue.All, s => Assert.True(s.IsValid(s.Default), s.Key));
        Assert.Equal(29, SettingCatalogue.All.Select(s => s.Key).Distinct().Count());
    }

    [Fact]
    public void Parents_and_needs_are_settings_of_the_catalogue()
    {
        Assert.All(SettingCatalogue.All.Where(s => s.Parent is not null), s => Assert.NotNull(SettingCatalogue.Find(s.Parent!)));
        Assert.All(SettingCatalogue.All.SelectMany(s => s.Needs), n => Assert.NotNull(SettingCatalogue.Find(n.Key)));
    }

    [Fact]
    public void Every_setting_explains_itself_and_what_the_visitor_sees_in_both_languages()
    {
        foreach (var text in SettingCatalogue.All.SelectMany(s => new[] { s.Texts.Name, s.Texts.Explanation, s.Texts.Law }))
        {
            Assert.False(string.IsNullOrWhiteSpace(text.En) || string.IsNullOrWhiteSpace(text.Fr));
            Assert.DoesNotMatch(PlainFrench(), text.Fr);
        }

        foreach (var culture in Languages.All)
        {
            Assert.All(SettingCatalogue.All, s => Assert.NotEqual("", s.Show(s.Default, culture) + s.Sees(s.Default, culture)));
        }
    }

    [Theory]
    [InlineData("My card is 4111 1111 1111 1111, thanks", "My card is ••••••••••••, thanks")]
    [InlineData("Order 4111 1111 1111 1112", "Order 4111 1111 1111 1112")]
    [InlineData("IBAN FR76 3000 6000 0112 3456 7890 189.", "IBAN ••••••••••••.")]
    [InlineData("IBAN FR76 3000 6000 0112 3456 7890 188.", "IBAN FR76 3000 6000 0112 3456 7890 188.")]
    [InlineData("NIR 2 55 08 14 168 025 38", "NIR ••••••••••••")]
    [InlineData("NIR 2 55 08 14 168 025 39", "NIR 2 55 08 14 168 025 39")]
    public void The_default_rules_mask_cards_accounts_and_social_security_numbers_and_nothing_that_only_looks_like_one(string message, string masked) =>
        Assert.Equal(masked, MaskingRule.Mask(message, SettingCatalogue.Masking.Default.Rules, MaskingAudience.Visitors));

    [Theory]
    [InlineData("(", false)]
    [InlineData("(a)\\1", false)]
    [InlineData("a*", false)]
    [InlineData("a+", true)]
    public void A_pattern_that_is_broken_slow_or_matches_nothing_at_all_is_not_usable(string pattern, bool usable) =>
        Assert.Equal(usable, new MaskingRule("Test", pattern, MaskingCheck.None, MaskingAudience.Everyone).IsUsable);

    [Fact]
    public void A_rule_for_advisors_leaves_the_visitors_messages_alone() =>
        Assert.Equal("abc", MaskingRule.Mask("abc", [new MaskingRule("Letters", "[a-z]+", MaskingCheck.None, MaskingAudience.Advisors)], MaskingAudience.Visitors));

    // A straight apostrophe, or an ordinary space before what French sets apart.
    [GeneratedRegex("'| [:;?!»]|« ")]
    private static partial Regex PlainFrench();
}
