using System.Globalization;

namespace PrivacyPortal.Settings;

/// <summary>
/// The value of a setting in its one canonical form, so that equal values are equal texts: <c>on</c>, a choice's code, a number, or a
/// sorted JSON array. What a value means is its <see cref="Setting"/>'s to say.
/// </summary>
public sealed record SettingValue(string Raw)
{
    public static readonly SettingValue On = new("on");
    public static readonly SettingValue Off = new("off");

    public bool IsOn => Raw == On.Raw;

    public int Number => int.Parse(Raw, NumberStyles.None, CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Items => SettingsJson.Read<List<string>>(Raw);

    public IReadOnlyList<MaskingRule> Rules => SettingsJson.Read<List<MaskingRule>>(Raw);

    public static SettingValue Of(bool on) => on ? On : Off;

    public static SettingValue Of(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list: trimmed, without blanks or doubles, in one order.</summary>
    public static SettingValue Of(IEnumerable<string> items) =>
        new(SettingsJson.Write(items.Select(i => i.Trim()).Where(i => i.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()));

    public static SettingValue Of(IEnumerable<MaskingRule> rules) =>
        new(SettingsJson.Write(rules.Distinct().OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Pattern, StringComparer.Ordinal).ThenBy(r => r.For).ToList()));

    /// <summary>Whether this choice is that one, or this list has it.</summary>
    public bool Has(string code) => Raw == code || (Raw.StartsWith('[') && Items.Contains(code));

    public override string ToString() => Raw;
}
