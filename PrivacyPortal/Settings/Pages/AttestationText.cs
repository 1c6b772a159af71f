using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class AttestationText
{
    public static readonly Text Title = new("Attestation", "Attestation");
    public static readonly Text Subtitle = new(
        "What was in force at any moment, for the organisation or a site, as a signed PDF that anybody can check.",
        "Ce qui était en vigueur à tout moment, pour l’organisme ou un site, en PDF signé que chacun peut vérifier.");

    public static readonly Text Back = new("Privacy settings", "Confidentialité");
    public static readonly Text When = new("In force on", "En vigueur le");
    public static readonly Text Scope = new("For", "Pour");
    public static readonly Text Language = new("Language of the document", "Langue du document");
    public static readonly Text Download = new("Download the signed PDF", "Télécharger le PDF signé");
    public static readonly Text OnRecord = new("Each download is in the audit log.", "Chaque téléchargement figure au journal d’audit.");
    public static readonly Text Preview = new("In force then", "En vigueur à ce moment");
    public static readonly Text Setting = new("Setting", "Réglage");
    public static readonly Text Value = new("Value", "Valeur");
    public static readonly Text ComesFrom = new("Comes from", "Provenance");
    public static readonly Text Revision = new("Revision {0}, published by {1}", "Révision {0}, publiée par {1}");
    public static readonly Text NoEffect = new("(no effect: what it needs is off)", "(sans effet : ce dont il dépend est désactivé)");
    public static readonly Text Outside = new(
        "Only a moment between the portal’s first revision and now can be attested.",
        "Seul un moment compris entre la première révision du portail et maintenant peut être attesté.");
}
