using System.Globalization;

namespace PrivacyPortal.Settings;

/// <summary>A slot and its values in words, for the page, the history and the attestation.</summary>
public static class SlotWords
{
    public static string Where(Slot slot, IReadOnlyList<SiteRow> sites, CultureInfo culture) => slot.Kind switch
    {
        SlotKind.Default => DifferenceText.Default.In(culture),
        SlotKind.Organisation => SettingsPageText.Organisation.In(culture),
        SlotKind.Lock => SettingsPageText.Organisation.In(culture),
        SlotKind.Site => DifferenceText.Site.Format(culture, NameOf(slot, sites)),
        SlotKind.SiteCountry => DifferenceText.SiteCountry.Format(culture, NameOf(slot, sites)),
        SlotKind.Country => DifferenceText.Rule.Format(culture, Countries.NameOf(slot.Where).In(culture)),
    };

    public static string Show(Slot slot, SettingValue? value, CultureInfo culture) => slot.Kind switch
    {
        SlotKind.Lock => (value is null ? SettingsPageText.NotLocked : SettingsPageText.Locked).In(culture),
        SlotKind.SiteCountry => value is null ? "—" : Countries.NameOf(value.Raw).In(culture),
        SlotKind.Country when value is null => SettingsPageText.NoRule.In(culture),
        SlotKind.Site when value is null => DifferenceText.AsOrganisation.In(culture),
        SlotKind.Organisation when value is null => SettingCatalogue.Find(slot.Key) is { } setting ? DifferenceText.ByDefault.Format(culture, setting.Show(setting.Default, culture)) : "—",
        SlotKind.Default or SlotKind.Organisation or SlotKind.Site or SlotKind.Country =>
            value is null ? "—" : SettingCatalogue.Find(slot.Key)?.Show(value, culture) ?? value.Raw,
    };

    private static string NameOf(Slot slot, IReadOnlyList<SiteRow> sites) => sites.FirstOrDefault(s => s.Id == slot.Site)?.Name ?? slot.Where;
}
