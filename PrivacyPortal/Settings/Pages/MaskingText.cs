using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class MaskingText
{
    public static readonly Text Name = new("Name", "Nom");
    public static readonly Text Pattern = new("Pattern (regular expression)", "Motif (expression rationnelle)");
    public static readonly Text Check = new("Checked by", "Contrôle");
    public static readonly Text For = new("In messages of", "Dans les messages");
    public static readonly Text Add = new("Add a rule", "Ajouter une règle");
    public static readonly Text Remove = new("Remove the rule", "Supprimer la règle");
    public static readonly Text NewRule = new("Rule {0}", "Règle {0}");
    public static readonly Text Try = new("Try the rules", "Essayer les règles");
    public static readonly Text TryHint = new("Type a message of a visitor", "Saisissez un message de visiteur");
    public static readonly Text Becomes = new("Stored as:", "Enregistré ainsi :");
    public static readonly Text Unusable = new(
        "This pattern cannot be used: it is not well formed, finds nothing at all, or needs look-around or back-references.",
        "Ce motif est inutilisable : mal formé, ne trouvant rien du tout, ou recourant à des assertions ou références arrière.");

    private static readonly Text NoCheck = new("Nothing more", "Aucun");
    private static readonly Text Luhn = new("Card number (Luhn)", "Numéro de carte (Luhn)");
    private static readonly Text Iban = new("IBAN (modulo 97)", "IBAN (modulo 97)");
    private static readonly Text Nir = new("French NIR (key)", "NIR (clé)");
    private static readonly Text Everyone = new("Everyone", "De tous");
    private static readonly Text Visitors = new("Visitors", "Des visiteurs");
    private static readonly Text AdvisorsOnly = new("Advisors", "Des conseillers");

    public static Text Of(MaskingCheck check) => check switch
    {
        MaskingCheck.None => NoCheck,
        MaskingCheck.Luhn => Luhn,
        MaskingCheck.Iban => Iban,
        MaskingCheck.FrenchNir => Nir,
    };

    public static Text Of(MaskingAudience audience) => audience switch
    {
        MaskingAudience.Everyone => Everyone,
        MaskingAudience.Visitors => Visitors,
        MaskingAudience.Advisors => AdvisorsOnly,
    };
}
