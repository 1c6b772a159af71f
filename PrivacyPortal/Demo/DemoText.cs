using PrivacyPortal.Language;

namespace PrivacyPortal.Demo;

internal static class DemoText
{
    public static readonly Text Inventing = new("Inventing a company and its past: a moment, please.", "Invention d’une entreprise et de son passé : un instant.");

    public static readonly Text Ready = new(
        "The demo of Maison Aubrac, an invented company. These links sign you in until you stop it with Ctrl+C; nobody else should have them:",
        "La démonstration de Maison Aubrac, une entreprise inventée. Ces liens vous connectent jusqu’à l’arrêt par Ctrl+C ; ne les donnez à personne :");

    public static readonly Text Somebodys = new(
        "{0} holds files that are no demo’s. It is left as it is; give the demo an empty folder with --DataFolder.",
        "{0} contient des fichiers qui ne sont pas ceux d’une démonstration. Rien n’y est changé ; indiquez un dossier vide avec --DataFolder.");
}
