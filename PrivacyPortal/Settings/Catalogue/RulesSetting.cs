using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>A list of masking rules: more rules, or broader ones, protect more.</summary>
/// <param name="sees">With a placeholder for the names of the rules.</param>
public sealed class RulesSetting(string key, SettingGroup group, SettingTexts texts, IReadOnlyList<MaskingRule> initial, Text sees)
    : Setting(key, group, texts, SettingValue.Of(initial))
{
    private const int MostRules = 50;

    public override bool IsValid(SettingValue value) => value.Rules.Count <= MostRules && value.Rules.All(r => r.IsUsable) && SettingValue.Of(value.Rules) == value;

    public override bool AtLeastAsProtective(SettingValue value, SettingValue other) => other.Rules.All(rule => value.Rules.Any(mine => mine.Covers(rule)));

    public override SettingValue Tightest(SettingValue value, SettingValue cap) =>
        SettingValue.Of(value.Rules.Concat(cap.Rules.Where(rule => !value.Rules.Any(mine => mine.Covers(rule)))));

    public override string Show(SettingValue value, CultureInfo culture) =>
        value.Rules.Count == 0 ? SettingsText.None.In(culture) : string.Join(", ", value.Rules.Select(r => r.Name));

    public override string Sees(SettingValue value, CultureInfo culture) => sees.Format(culture, Show(value, culture));
}
