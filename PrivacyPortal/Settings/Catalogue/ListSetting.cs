using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>A list that anything may be put on, such as selectors of fields that are never shown: whatever is on it is protected.</summary>
/// <param name="sees">With a placeholder for the items.</param>
public sealed class ListSetting(string key, SettingGroup group, SettingTexts texts, IReadOnlyList<string> initial, Text sees)
    : Setting(key, group, texts, SettingValue.Of(initial))
{
    private const int MostItems = 100;
    private const int MostCharacters = 200;

    public override bool IsValid(SettingValue value) =>
        value.Items.Count <= MostItems && value.Items.All(i => i.Length <= MostCharacters && !i.AsSpan().ContainsAny("{};<")) && SettingValue.Of(value.Items) == value;

    public override bool AtLeastAsProtective(SettingValue value, SettingValue other) => other.Items.All(value.Items.Contains);

    public override SettingValue Tightest(SettingValue value, SettingValue cap) => SettingValue.Of(value.Items.Concat(cap.Items));

    public override string Show(SettingValue value, CultureInfo culture) => value.Items.Count == 0 ? SettingsText.None.In(culture) : string.Join(", ", value.Items);

    public override string Sees(SettingValue value, CultureInfo culture) => sees.Format(culture, Show(value, culture));
}

/// <summary>Several of a few known values, of which fewer protect more, such as the purposes that a visitor was told.</summary>
public sealed class SetSetting(string key, SettingGroup group, SettingTexts texts, IReadOnlyList<SettingOption> options, IReadOnlyList<string> initial, Text sees)
    : Setting(key, group, texts, SettingValue.Of(initial))
{
    public IReadOnlyList<SettingOption> Options { get; } = options;

    public override bool IsValid(SettingValue value) => value.Items.All(i => Options.Any(o => o.Code == i)) && SettingValue.Of(value.Items) == value;

    public override bool AtLeastAsProtective(SettingValue value, SettingValue other) => value.Items.All(other.Items.Contains);

    public override SettingValue Tightest(SettingValue value, SettingValue cap) => SettingValue.Of(value.Items.Intersect(cap.Items));

    public override string Show(SettingValue value, CultureInfo culture) => value.Items.Count == 0
        ? SettingsText.None.In(culture)
        : string.Join(", ", Options.Where(o => value.Items.Contains(o.Code)).Select(o => o.Name.In(culture)));

    public override string Sees(SettingValue value, CultureInfo culture) => sees.Format(culture, Show(value, culture));
}
