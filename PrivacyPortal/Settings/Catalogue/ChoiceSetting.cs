using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>One value of a choice: its code is stored, its texts are shown.</summary>
/// <param name="Sees">What the visitor sees because of it.</param>
public sealed record SettingOption(string Code, Text Name, Text Sees)
{
    public IReadOnlyList<EvidenceKind> Asks { get; init; } = [];
}

/// <summary>One of a few values. <see cref="Options"/> is the protective order: the first protects most.</summary>
public class ChoiceSetting(string key, SettingGroup group, SettingTexts texts, IReadOnlyList<SettingOption> options, string initial)
    : Setting(key, group, texts, new SettingValue(initial))
{
    public IReadOnlyList<SettingOption> Options { get; } = options;

    public override bool IsValid(SettingValue value) => Options.Any(o => o.Code == value.Raw);

    public override bool AtLeastAsProtective(SettingValue value, SettingValue other) => Rank(value) <= Rank(other);

    public override SettingValue Tightest(SettingValue value, SettingValue cap) => Rank(cap) < Rank(value) ? cap : value;

    public override string Show(SettingValue value, CultureInfo culture) => Find(value).Name.In(culture);

    public override string Sees(SettingValue value, CultureInfo culture) => Find(value).Sees.In(culture);

    public override IReadOnlyList<EvidenceKind> Asks(SettingValue value) => Find(value).Asks;

    /// <summary>Without what it needs, nothing but its most protective value stands.</summary>
    public override SettingValue WhenUnmet(SettingValue value) => new(Options[0].Code);

    private SettingOption Find(SettingValue value) => Options[Rank(value)];

    private int Rank(SettingValue value)
    {
        for (var rank = 0; rank < Options.Count; rank++)
        {
            if (Options[rank].Code == value.Raw)
            {
                return rank;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), $"{Key} has no value “{value.Raw}”.");
    }
}

/// <summary>On or off.</summary>
/// <param name="protectiveOn">Whether it is “on” that protects, as with the announcement of a bot.</param>
public sealed class SwitchSetting(string key, SettingGroup group, SettingTexts texts, SettingOption on, SettingOption off, bool protectiveOn, bool initial)
    : ChoiceSetting(key, group, texts, protectiveOn ? [on, off] : [off, on], SettingValue.Of(initial).Raw);
