using PrivacyPortal.Language;

namespace PrivacyPortal.Demo;

internal static class DemoText
{
    public static readonly Text Inventing = new("Inventing a company and its past: a moment, please.", "Invention d’une entreprise et de son passé : un instant.");

    public static readonly Text Ready = new(
        "The demo of Maison Aubrac, an invented company. These links sign you in until you stop it with Ctrl+C; nobody else should have them:",
        "La démonstration de Maison Aubrac, une entreprise inventée. Ces liens vous connectent jusqu’à l’arrêt par Ctrl+C ; ne les donnez à personne :");

    public static readonly Text RealPortal = new(
        "{0} holds a portal that is no demo. It is left as it is; give the demo another folder with --DataFolder.",
        "{0} contient un portail qui n’est pas une démonstration. Rien n’y est changé ; indiquez un autre dossier avec --DataFolder.");
}
