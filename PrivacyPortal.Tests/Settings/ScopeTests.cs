using PrivacyPortal.Access;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Settings.SettingCatalogue;

namespace PrivacyPortal.Tests.Settings;

public class ScopeTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_site_inherits_overrides_and_obeys_a_lock()
    {
        await using var desks = await Desks.OpenAsync();
        var site = await desks.SiteAsync();
        Assert.Equal((180, ValueSource.Default), await AtAsync());
        await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(90));
        Assert.Equal((90, ValueSource.Organisation), await AtAsync());
        await desks.PublishAsync(Slot.OfSite(RetentionChat, site), SettingValue.Of(30));
        Assert.Equal((30, ValueSource.Site), await AtAsync());

        // The lock lets the organisation's longer term govern the site: a loosening there.
        await desks.LoosenAsync(Slot.Lock(RetentionChat), SettingValue.On);
        Assert.Equal((90, ValueSource.Locked), await AtAsync());

        async Task<(int, ValueSource)> AtAsync() => (await desks.SheetAsync()).Current.Resolve(RetentionChat, site) is var r ? (r.Value.Number, r.Source) : default;
    }

    [Fact]
    public async Task No_scope_loosens_what_the_country_forbids()
    {
        await using var desks = await Desks.OpenAsync();
        var german = await desks.SiteAsync("DE", "www.example.de");
        var french = await desks.SiteAsync("FR", "www.example.fr");
        await desks.PublishAsync(Slot.Country(Geolocation, "DE"), SettingValue.Off);
        await desks.LoosenAsync(Slot.Organisation(Geolocation), SettingValue.On);
        Assert.False((await desks.NowAsync(Geolocation, german)).IsOn);
        Assert.True((await desks.NowAsync(Geolocation, french)).IsOn);
        var resolved = (await desks.SheetAsync()).Current.Resolve(Geolocation, german);
        Assert.Equal((ValueSource.CountryRule, "DE"), (resolved.Source, resolved.Country));
    }

    [Fact]
    public async Task Taking_a_countrys_rule_away_is_a_loosening_where_it_held_something_back()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.SiteAsync("DE");
        await desks.PublishAsync(Slot.Country(Geolocation, "DE"), SettingValue.Off);
        await desks.LoosenAsync(Slot.Organisation(Geolocation), SettingValue.On);
        Assert.NotNull((await desks.PublishAsync(Slot.Country(Geolocation, "DE"), null)).Proposal);
    }

    [Fact]
    public async Task A_site_that_moves_to_a_country_with_looser_rules_waits_for_the_opinion_too()
    {
        await using var desks = await Desks.OpenAsync();
        var site = await desks.SiteAsync("DE");
        await desks.PublishAsync(Slot.Country(Geolocation, "DE"), SettingValue.Off);
        await desks.LoosenAsync(Slot.Organisation(Geolocation), SettingValue.On);
        var facts = new SiteFacts("Boutique", "www.example.fr", "FR", "fr");
        Assert.Equal(Refusal.ReasonMissing, (await desks.Organisation.ChangeSiteAsync(TestPortal.Admin, site, facts, "", 0, Ct)).Refusal);
        var moved = (await desks.Organisation.ChangeSiteAsync(TestPortal.Admin, site, facts, "Moved", 0, Ct)).Value!;
        Assert.False((await desks.NowAsync(Geolocation, site)).IsOn);
        Assert.Null(await desks.Opinions.AdviseAsync(TestPortal.Dpo, moved.Proposal!.Value, true, "Right", await desks.LatestAsync(), Ct));
        Assert.True((await desks.NowAsync(Geolocation, site)).IsOn);
        Assert.Equal("FR", (await desks.SheetAsync()).Sites.Single().Country);
    }

    [Fact]
    public async Task What_concerns_the_whole_company_has_no_value_of_a_site()
    {
        await using var desks = await Desks.OpenAsync();
        var site = await desks.SiteAsync();
        Assert.Equal(Refusal.Invalid, await desks.Settings.EditAsync(TestPortal.Admin, Slot.OfSite(ErasureApproval, site), new("two"), null, Ct));
        Assert.Equal(Refusal.Invalid, await desks.Settings.EditAsync(TestPortal.Admin, Slot.OfSite(Geolocation, Guid.NewGuid()), SettingValue.On, null, Ct));
    }

    [Fact]
    public async Task Without_what_it_needs_only_the_most_protective_value_stands()
    {
        await using var desks = await Desks.OpenAsync();
        var dpia = new Dictionary<EvidenceKind, string> { [EvidenceKind.ImpactAssessment] = "DPIA-7" };
        await desks.LoosenAsync(Slot.Organisation(Recording), new("sampled"), evidence: dpia);
        Assert.Equal("off", (await desks.NowAsync(Recording)).Raw);
        await desks.LoosenAsync(Slot.Organisation(CallHistory), SettingValue.On, evidence: new Dictionary<EvidenceKind, string>
        {
            [EvidenceKind.Announcement] = "This call is noted", [EvidenceKind.WayToObject] = "Say no",
        });
        Assert.Equal("sampled", (await desks.NowAsync(Recording)).Raw);
    }

    [Fact]
    public async Task What_was_in_force_at_an_instant_stays_known_for_every_scope()
    {
        await using var desks = await Desks.OpenAsync();
        var site = await desks.SiteAsync();
        var before = desks.Portal.Clock.Now;
        desks.Portal.Clock.Advance(TimeSpan.FromDays(10));
        await desks.PublishAsync(Slot.OfSite(RetentionChat, site), SettingValue.Of(30));
        Assert.Equal(180, (await desks.Queries.InForceAsync(RetentionChat, site, before, Ct)).Number);
        Assert.Equal(30, (await desks.Queries.InForceAsync(RetentionChat, site, desks.Portal.Clock.Now, Ct)).Number);
        Assert.Equal(180, (await desks.Queries.InForceAsync(RetentionChat, null, desks.Portal.Clock.Now, Ct)).Number);
    }
}
