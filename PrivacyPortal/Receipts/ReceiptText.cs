using PrivacyPortal.Language;

namespace PrivacyPortal.Receipts;

/// <summary>The words that all receipts share.</summary>
internal static class ReceiptText
{
    public static readonly Text Reference = new("Reference", "Référence");
    public static readonly Text Right = new("Right exercised", "Droit exercé");
    public static readonly Text ReceivedOn = new("Received on", "Reçue le");
    public static readonly Text AnsweredOn = new("Answered on", "Réponse du");
    public static readonly Text Requester = new("Requester", "Demandeur");
    public static readonly Text System = new("System", "Système");
    public static readonly Text Category = new("Category of data", "Catégorie de données");
    public static readonly Text Records = new("Records", "Nombre");
    public static readonly Text Reason = new("Reason", "Motif");
    public static readonly Text Verified = new("Verified", "Vérifié");
    public static readonly Text NotSearched = new("Systems not searched", "Systèmes non consultés");
    public static readonly Text NotSearchedText = new(
        "Nobody could look in {0} for this answer: it says nothing about these systems. Write to the data protection officer ({1}) if you think that they hold data of yours.",
        "Aucune recherche n’a pu être faite dans {0} pour cette réponse : elle ne dit rien de ces systèmes. Écrivez au délégué à la protection des données ({1}) si vous pensez qu’ils contiennent des données vous concernant.");
    public static readonly Text NotWhole = new("Not searched whole", "Recherche incomplète");
    public static readonly Text NotWholeText = new(
        "A rule of the system may hide entries from us in the following: {0}. What it hides we could not search, and this answer says nothing about it. Write to the data protection officer ({1}) if you think that there are data of yours.",
        "Une règle du système peut nous soustraire des entrées dans les ensembles suivants : {0}. Nous n’avons pu chercher dans ce qu’elle cache et cette réponse n’en dit rien. Écrivez au délégué à la protection des données ({1}) si vous pensez que des données vous concernant s’y trouvent.");
    public static readonly Text YourRights = new("Your rights", "Vos droits");
    public static readonly Text FurtherRights = new(
        "If you are not satisfied with this answer, write to the data protection officer. You may at any time lodge a complaint with the supervisory authority ({0}) or seek a judicial remedy (articles 77 and 79 of the GDPR).",
        "Si cette réponse ne vous satisfait pas, écrivez au délégué à la protection des données. Vous pouvez à tout moment introduire une réclamation auprès de l’autorité de contrôle ({0}) ou former un recours juridictionnel (articles 77 et 79 du RGPD).");
    public static readonly Text Controller = new("Controller", "Responsable de traitement");
    public static readonly Text Dpo = new("Data protection officer", "Délégué à la protection des données");
    public static readonly Text Authority = new("Supervisory authority", "Autorité de contrôle");
    public static readonly Text IssuedOn = new("issued on {0}", "établi le {0}");
    public static readonly Text Preview = new("PREVIEW · not issued, not signed", "APERÇU · non délivré, non signé");
    public static readonly Text PageOf = new("Page {0} of {1}", "Page {0} sur {1}");
    public static readonly Text AttachmentDescription = new("The facts of this document in machine-readable form", "Les faits de ce document sous forme lisible par machine");
    public static readonly Text CheckTitle = new("Check this document", "Vérifier ce document");
    public static readonly Text CheckText = new(
        "It is digitally signed; any change to it shows. Scan the code or open the address to see whether it is genuine.",
        "Il est signé électroniquement : toute modification se voit. Scannez le code ou ouvrez l’adresse pour savoir s’il est authentique.");
    public static readonly Text CodeAlternative = new("Check this document online", "Vérifier ce document en ligne");
    public static readonly Text Code = new("Check code", "Code de vérification");
    public static readonly Text Certificate = new("Certificate SHA-256", "Certificat SHA-256");
    public static readonly Text LogHead = new("Audit log, line {0}", "Journal, ligne {0}");

    /// <summary>What a receipt is called: on its head, in lists, on the check page.</summary>
    public static Text Of(ReceiptKind kind) => kind switch
    {
        ReceiptKind.Acknowledgement => Acknowledgement,
        ReceiptKind.AccessAnswer => AccessAnswer,
        ReceiptKind.AccessReport => AccessReport,
        ReceiptKind.Rectification => Rectification,
        ReceiptKind.Erasure => Erasure,
        ReceiptKind.Refusal => Refusal,
        ReceiptKind.Extension => Extension,
        ReceiptKind.NoData => NoData,
        ReceiptKind.NotIdentifiable => NotIdentifiable,
        ReceiptKind.SettingsAttestation => SettingsAttestation,
        ReceiptKind.SettingsHistory => SettingsHistory,
        ReceiptKind.RequestRegister => RequestRegister,
        ReceiptKind.ReceiptRegister => ReceiptRegister,
        ReceiptKind.AuditSummary => AuditSummary,
        ReceiptKind.Restriction => Restriction,
        ReceiptKind.RestrictionEnd => RestrictionEnd,
        ReceiptKind.Portability => Portability,
        ReceiptKind.Objection => Objection,
        ReceiptKind.HumanReview => HumanReview,
        ReceiptKind.AnsweredElsewhere => AnsweredElsewhere,
    };

    private static readonly Text Acknowledgement = new("Acknowledgement of receipt", "Accusé de réception");
    private static readonly Text AccessAnswer = new("Answer to a request for access", "Réponse à une demande d’accès");
    private static readonly Text AccessReport = new("Access report", "Rapport d’accès");
    private static readonly Text Rectification = new("Receipt of rectification", "Attestation de rectification");
    private static readonly Text Erasure = new("Receipt of erasure", "Attestation d’effacement");
    private static readonly Text Refusal = new("Refusal", "Décision de refus");
    private static readonly Text Extension = new("Notice of extension", "Avis de prolongation");
    private static readonly Text NoData = new("No data held", "Absence de données");
    private static readonly Text NotIdentifiable = new("Subject not identifiable", "Personne non identifiable");
    private static readonly Text SettingsAttestation = new("Attestation of settings", "Attestation des réglages");
    private static readonly Text SettingsHistory = new("History of settings", "Historique des réglages");
    private static readonly Text RequestRegister = new("Register of requests", "Registre des demandes");
    private static readonly Text ReceiptRegister = new("Register of receipts", "Registre des documents délivrés");
    private static readonly Text Restriction = new("Receipt of restriction", "Attestation de limitation");
    private static readonly Text RestrictionEnd = new("Notice before a restriction is lifted", "Avis de levée de la limitation");
    private static readonly Text Portability = new("Portability answer", "Réponse de portabilité");
    private static readonly Text Objection = new("Objection accepted", "Opposition accueillie");
    private static readonly Text HumanReview = new("Human review", "Réexamen humain");
    private static readonly Text AnsweredElsewhere = new("Answered with another request", "Traitée avec une autre demande");
    private static readonly Text AuditSummary = new("Audit summary", "Synthèse d’audit");
}
