using PrivacyPortal.Language;

namespace PrivacyPortal.Receipts;

internal static class CheckText
{
    public static readonly Text Title = new("Check a document", "Vérifier un document");
    public static readonly Text Intro = new(
        "Find out whether a receipt or an attestation comes from this portal and has not been changed. Nothing is said about the person that it concerns, and a file that you send is not kept.",
        "Sachez si une attestation provient bien de ce portail et n’a pas été modifiée. Rien n’est révélé sur la personne concernée, et le fichier transmis n’est pas conservé.");
    public static readonly Text ByCode = new("With its code", "Avec son code");
    public static readonly Text Code = new("Check code", "Code de vérification");
    public static readonly Text CodeHelp = new(
        "26 letters and digits, printed beside the QR code. Upper or lower case, with or without dashes.",
        "26 lettres et chiffres, imprimés à côté du code QR. Majuscules ou minuscules, avec ou sans tirets.");
    public static readonly Text Check = new("Check the code", "Vérifier le code");
    public static readonly Text ByFile = new("With the file", "Avec le fichier");
    public static readonly Text File = new("PDF file", "Fichier PDF");
    public static readonly Text FileHelp = new("The file as you received it, not a scan or a print; up to 25 MB.", "Le fichier tel que vous l’avez reçu, ni numérisé ni réimprimé ; 25 Mo au plus.");
    public static readonly Text CheckFile = new("Check the file", "Vérifier le fichier");
    public static readonly Text Document = new("Document", "Document");
    public static readonly Text IssuedBy = new("Issued by", "Établi par");
    public static readonly Text IssuedAt = new("Issued on", "Établi le");
    public static readonly Text GenuineCode = new(
        "This code belongs to the document below. Compare it with the paper; to be sure that nothing on it was changed, check the file.",
        "Ce code est celui du document ci-dessous. Comparez-le avec le papier ; pour exclure toute modification, vérifiez le fichier.");
    public static readonly Text GenuineFile = new(
        "This file was issued by this portal, and not a single byte of it has changed since.",
        "Ce fichier a été établi par ce portail et pas un octet n’en a changé depuis.");
    public static readonly Text VerbGenuine = new(
        "genuine: {0}\nThe whole file is signed and unchanged, with a certificate of {1} (SHA-256: {2}).",
        "authentique : {0}\nLe fichier entier est signé et inchangé, avec un certificat de {1} (SHA-256 : {2}).");
    public static readonly Text VerbNotGenuine = new("NOT genuine: {0}\n{1}", "NON authentique : {0}\n{1}");
    public static readonly Text VerbUsage = new("Usage: verify FILE.pdf [--DataFolder DIR]", "Utilisation : verify FICHIER.pdf [--DataFolder DOSSIER]");
    public static readonly Text VerbUnreadable = new("{0} cannot be read: {1}", "{0} est illisible : {1}");
    public static readonly Text VerbNoCertificate = new(
        "There is no signing certificate in {0}: give the portal’s data folder with --DataFolder.",
        "Aucun certificat de signature dans {0} : indiquez le dossier de données du portail avec --DataFolder.");

    private static readonly Text Genuine = new("Genuine", "Authentique");
    private static readonly Text UnknownCode = new("No document has this code", "Aucun document ne porte ce code");
    private static readonly Text NotAPdf = new("This is not a PDF file", "Ce n’est pas un fichier PDF");
    private static readonly Text Unsigned = new("This file is not signed", "Ce fichier n’est pas signé");
    private static readonly Text Altered = new("This file was changed", "Ce fichier a été modifié");
    private static readonly Text ForeignSigner = new("This file was signed by somebody else", "Ce fichier a été signé par un tiers");
    private static readonly Text NotInArchive = new("This document was never issued", "Ce document n’a jamais été délivré");

    private static readonly Text UnknownCodeText = new("Compare it with the paper: perhaps a letter was mistyped.", "Comparez-le avec le papier : une lettre est peut-être mal saisie.");
    private static readonly Text NotAPdfText = new("Send the PDF as you received it, up to 25 MB.", "Transmettez le PDF tel que vous l’avez reçu, 25 Mo au plus.");
    private static readonly Text UnsignedText = new("All documents of this portal are signed; this one does not come from it, or was printed anew.", "Tous les documents de ce portail sont signés ; celui-ci n’en provient pas, ou a été réimprimé.");
    private static readonly Text AlteredText = new("It was altered, or something was added to it, after it was signed. Do not rely on it.", "Il a été altéré ou complété après sa signature. Ne vous y fiez pas.");
    private static readonly Text ForeignSignerText = new("It carries a signature, but not one of this portal. Do not rely on it.", "Il porte une signature, mais pas celle de ce portail. Ne vous y fiez pas.");
    private static readonly Text NotInArchiveText = new("It is signed with this portal’s certificate, but is not in its archive: what it tells did not take place.", "Il est signé avec le certificat de ce portail mais ne figure pas dans ses archives : ce qu’il énonce n’a pas eu lieu.");

    /// <summary>The verdict in a few words.</summary>
    public static Text Of(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Genuine => Genuine,
        CheckOutcome.UnknownCode => UnknownCode,
        CheckOutcome.NotAPdf => NotAPdf,
        CheckOutcome.Unsigned => Unsigned,
        CheckOutcome.Altered => Altered,
        CheckOutcome.ForeignSigner => ForeignSigner,
        CheckOutcome.NotInArchive => NotInArchive,
    };

    /// <summary>What it means and what to do.</summary>
    public static Text Explain(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Genuine => GenuineFile,
        CheckOutcome.UnknownCode => UnknownCodeText,
        CheckOutcome.NotAPdf => NotAPdfText,
        CheckOutcome.Unsigned => UnsignedText,
        CheckOutcome.Altered => AlteredText,
        CheckOutcome.ForeignSigner => ForeignSignerText,
        CheckOutcome.NotInArchive => NotInArchiveText,
    };
}
