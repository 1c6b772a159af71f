using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

public enum NumberUnit
{
    Days,
    Years,
}

/// <summary>A number of days or years, between bounds: there is no “for ever”.</summary>
/// <param name="sees">With a placeholder for the number.</param>
public sealed class NumberSetting(string key, SettingGroup group, SettingTexts texts, NumberUnit unit, int initial, int least, int most, Text sees)
    : Setting(key, group, texts, SettingValue.Of(initial))
{
    public NumberUnit Unit { get; } = unit;

    public int Least { get; } = least;

    public int Most { get; } = most;

    /// <summary>Whether the greater number protects more (an age), rather than the smaller (a retention).</summary>
    public bool MoreProtects { get; init; }

    public override bool IsValid(SettingValue value) =>
        int.TryParse(value.Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most && value == SettingValue.Of(number);

    public override bool AtLeastAsProtective(SettingValue value, SettingValue other) => MoreProtects ? value.Number >= other.Number : value.Number <= other.Number;

    public override SettingValue Tightest(SettingValue value, SettingValue cap) => AtLeastAsProtective(value, cap) ? value : cap;

    public override string Show(SettingValue value, CultureInfo culture) => (Unit switch
    {
        NumberUnit.Days => value.Number == 1 ? SettingsText.Day : SettingsText.Days,
        NumberUnit.Years => SettingsText.Years,
    }).Format(culture, value.Number);

    public override string Sees(SettingValue value, CultureInfo culture) => sees.Format(culture, Show(value, culture));
}
