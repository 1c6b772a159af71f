using PrivacyPortal.Language;

namespace PrivacyPortal.Controls;

internal static class ControlsText
{
    public static readonly Text Optional = new("(optional)", "(facultatif)");
    public static readonly Text Pages = new("Pages", "Pages de la liste");
    public static readonly Text Previous = new("Previous", "Précédent");
    public static readonly Text Next = new("Next", "Suivant");
    public static readonly Text PageOfFirst = new("Page {0} of the first {1} · more than {2:N0} in all", "Page {0} sur les {1} premières · plus de {2:N0} au total");
    public static readonly Text PageOf = new("Page {0} of {1} · {2:N0} in all", "Page {0} sur {1} · {2:N0} au total");
    public static readonly Text Close = new("Close", "Fermer");
}
