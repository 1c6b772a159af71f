namespace PrivacyPortal.Settings;

/// <summary>What the page is looking at: the organisation, one site, or the rules of one country.</summary>
public sealed record SettingsScope(Guid? Site, string? Country)
{
    public static readonly SettingsScope Organisation = new(null, null);

    public bool IsOrganisation => Site is null && Country is null;

    public string Href => Site is { } site ? $"/settings?site={site}" : Country is { } country ? $"/settings?country={country}" : "/settings";

    /// <summary>The slot that a value chosen here is put in.</summary>
    public Slot SlotOf(Setting setting) =>
        Site is { } site ? Slot.OfSite(setting, site) : Country is { } country ? Slot.Country(setting, country) : Slot.Organisation(setting);

    /// <summary>What the page shows of the setting here: all of it, but in a country only what a rule can cap.</summary>
    public bool Shows(Setting setting) => Country is null || (!setting.OrganisationOnly && !setting.Fixed);
}
