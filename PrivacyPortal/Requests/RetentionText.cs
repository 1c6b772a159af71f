using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

internal static class RetentionText
{
    public static readonly Text Title = new("How long it is kept", "Durée de conservation");
    public static readonly Text Values = new("Values found", "Valeurs trouvées");
    public static readonly Text Destroyed = new("Destroyed", "Détruit");
    public static readonly Text Kept = new("Kept until", "Conservé jusqu’au");
    public static readonly Text Waits = new(
        "What is due waits: a legal hold, a file that was opened again or a restriction in force still needs it.",
        "Ce qui est échu attend : une mesure de conservation, un dossier rouvert ou une limitation en vigueur en a encore besoin.");
    private static readonly Text Packages = new("Package", "Paquet");
    private static readonly Text WorkingData = new("Findings, documents and message", "Données trouvées, documents et message");
    private static readonly Text File = new("File with who asked and why", "Dossier (personne, motifs)");

    public static Text Of(RetentionStage stage) => stage switch
    {
        RetentionStage.Packages => Packages,
        RetentionStage.WorkingData => WorkingData,
        RetentionStage.File => File,
    };
}
