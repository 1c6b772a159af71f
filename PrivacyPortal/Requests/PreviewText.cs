using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of previews.</summary>
internal static class PreviewText
{
    public static readonly Text Title = new("Before it leaves", "Avant l’envoi");
    public static readonly Text Subtitle = new(
        "The next document as it would read with the facts of now, in the person’s language. A preview is not signed and stands in no register.",
        "Le prochain document tel qu’il se lirait avec les faits actuels, dans la langue de la personne. Un aperçu n’est ni signé ni inscrit au registre.");
    public static readonly Text Make = new("Preview the document", "Aperçu du document");
    public static readonly Text Open = new("Open the preview: {0}", "Ouvrir l’aperçu : {0}");
    public static readonly Text Opens = new("Opens in a new tab, for {0} minutes.", "S’ouvre dans un nouvel onglet, pendant {0} minutes.");
    public static readonly Text NotYet = new("There is nothing to preview yet", "Rien à prévisualiser pour l’instant");
}
