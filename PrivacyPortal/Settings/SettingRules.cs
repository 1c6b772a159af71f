using System.Globalization;
using PrivacyPortal.Access;

namespace PrivacyPortal.Settings;

/// <summary>What any change must satisfy before it may be kept in a draft, and what more before it may be published.</summary>
public static class SettingRules
{
    /// <summary>Invalid unless the slot is one that may be changed and the value is one that it can have.</summary>
    public static Refusal? Problem(SettingChange change, SettingsState settled)
    {
        if (change.Setting is not { Fixed: false } setting)
        {
            return Refusal.Invalid;
        }

        var allowed = change.Slot.Kind switch
        {
            SlotKind.Organisation => true,
            SlotKind.Lock => !setting.OrganisationOnly && change.To is null or { IsOn: true },
            SlotKind.Site => !setting.OrganisationOnly && settled.Sites.Contains(change.Slot.Site!.Value),
            SlotKind.Country => !setting.OrganisationOnly && Countries.Knows(change.Slot.Where),

            // Defaults come with the portal, a site's country with the site.
            SlotKind.Default or SlotKind.SiteCountry => false,
        };
        return allowed && (change.Slot.Kind == SlotKind.Lock || change.To is not { } value || setting.IsValid(value)) ? null : Refusal.Invalid;
    }

    /// <summary>
    /// Incomplete while something must still be put on record. Whoever must be told beforehand is told by the day on which it takes effect:
    /// individual statistics are never retroactive.
    /// </summary>
    public static Refusal? Unready(SettingChange change, DateOnly effectiveOn)
    {
        if (change.Missing.Any())
        {
            return Refusal.Incomplete;
        }

        return change.Evidence?.Where(e => IsDay(e.Key)).All(e => Day(e.Value) is { } day && day <= effectiveOn) ?? true ? null : Refusal.Invalid;
    }

    public static bool IsDay(EvidenceKind kind) => kind is EvidenceKind.StaffTold or EvidenceKind.WorksCouncilTold;

    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
