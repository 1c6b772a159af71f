using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>Words of the settings that are no page's own.</summary>
internal static class SettingsText
{
    public static readonly Text On = new("On", "Activé");
    public static readonly Text Off = new("Off", "Désactivé");
    public static readonly Text None = new("none", "aucun");
    public static readonly Text Day = new("{0} day", "{0} jour");
    public static readonly Text Days = new("{0} days", "{0} jours");
    public static readonly Text Years = new("{0} years", "{0} ans");
    public static readonly Text CatalogueReason = new("Protective defaults of the portal", "Valeurs protectrices par défaut du portail");
    public static readonly Text SiteAdded = new("Site added", "Ajout d’un site");

    private static readonly Text UnitDays = new("days", "jours");
    private static readonly Text UnitYears = new("years", "ans");

    public static Text UnitOf(NumberUnit unit) => unit switch
    {
        NumberUnit.Days => UnitDays,
        NumberUnit.Years => UnitYears,
    };
}
