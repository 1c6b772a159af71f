using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Reports;

internal static class ReportText
{
    public static readonly Text Title = new("Reports", "Rapports");
    public static readonly Text Subtitle = new(
        "For the auditor and the DPO. Subjects' names are masked, PDFs are signed, and every download is in the audit log.",
        "Pour l’auditeur et le DPO. Les noms des personnes sont masqués, les PDF sont signés, et chaque téléchargement est consigné au journal d’audit.");
    public static readonly Text Period = new("Period", "Période");
    public static readonly Text From = new("From", "Du");
    public static readonly Text Until = new("Until", "Au");
    public static readonly Text Apply = new("Apply", "Appliquer");
    public static readonly Text PeriodWrong = new("The first day is after the last.", "Le premier jour est postérieur au dernier.");
    public static readonly Text Pdf = new("PDF", "PDF");
    public static readonly Text CsvLabel = new("CSV", "CSV");
    public static readonly Text DownloadPdf = new("Download as PDF: {0}", "Télécharger en PDF : {0}");
    public static readonly Text DownloadCsv = new("Download as CSV: {0}", "Télécharger en CSV : {0}");

    public static readonly Text Requests = new("Register of requests", "Registre des demandes");
    public static readonly Text RequestsText = new(
        "Every request received in the period: right, days, state and outcome.", "Chaque demande reçue sur la période : droit, dates, état et issue.");
    public static readonly Text Receipts = new("Register of receipts", "Registre des documents délivrés");
    public static readonly Text ReceiptsText = new("Every document issued in the period, with its SHA-256.", "Chaque document délivré sur la période, avec son SHA-256.");
    public static readonly Text Settings = new("History of the privacy settings", "Historique des réglages de confidentialité");
    public static readonly Text SettingsText = new(
        "Every change: who, when, why, the DPO’s opinion, before and after.", "Chaque modification : qui, quand, pourquoi, l’avis du DPO, avant et après.");
    public static readonly Text Audit = new("Summary of the audit log", "Synthèse du journal d’audit");
    public static readonly Text AuditText = new("How often what happened, and whether the chain holds.", "Le nombre d’événements par nature, et l’intégrité de la chaîne.");

    public static readonly Text Issued = new("Issued", "Délivré le");
    public static readonly Text Archive = new("Receipts issued", "Documents délivrés");
    public static readonly Text AllKinds = new("All documents", "Tous les documents");
    public static readonly Text Show = new("Show", "Afficher");
    public static readonly Text NoReceipts = new("No receipt yet", "Aucun document");
    public static readonly Text NoReceiptsText = new("Receipts appear here as requests are acknowledged and answered.", "Les documents apparaissent ici à mesure que les demandes sont accusées et traitées.");
    public static readonly Text HashOnly = new("Hash only", "Empreinte seule");
    public static readonly Text HashOnlyHelp = new(
        "Only its hash is kept: it held personal data, or can be made again at any time.",
        "Seule son empreinte est conservée : il contenait des données personnelles, ou peut être refait à tout moment.");
    public static readonly Text Download = new("Download {0} of {1}", "Télécharger : {0}, {1}");

    public static readonly Text Reference = new("Reference", "Référence");
    public static readonly Text Right = new("Right", "Droit");
    public static readonly Text Person = new("Requester (masked)", "Demandeur (masqué)");
    public static readonly Text Received = new("Received", "Reçue le");
    public static readonly Text Due = new("Due", "Échéance");
    public static readonly Text Answered = new("Answered", "Réponse");
    public static readonly Text State = new("State", "État");
    public static readonly Text Outcome = new("Outcome", "Issue");
    public static readonly Text Document = new("Document", "Document");
    public static readonly Text By = new("By", "Par");
    public static readonly Text Fingerprint = new("SHA-256", "SHA-256");
    public static readonly Text RevisionColumn = new("Revision", "Révision");
    public static readonly Text Revision = new("Revision {0}", "Révision {0}");
    public static readonly Text Effective = new("In effect from", "Prise d’effet");
    public static readonly Text Reason = new("Reason", "Motif");
    public static readonly Text Opinion = new("Opinion of the DPO", "Avis du DPO");
    public static readonly Text Setting = new("Setting", "Réglage");
    public static readonly Text Before = new("Before", "Avant");
    public static readonly Text After = new("After", "Après");
    public static readonly Text Area = new("Area", "Domaine");
    public static readonly Text Event = new("Event", "Événement");
    public static readonly Text Times = new("Times", "Nombre");
    public static readonly Text Destroyed = new("(file destroyed)", "(dossier détruit)");
    public static readonly Text Portal = new("The portal", "Le portail");
    public static readonly Text ReceivedBetween = new("received from {0} to {1}.", "reçues du {0} au {1}.");
    public static readonly Text Favourable = new("Favourable ({0}): {1}", "Favorable ({0}) : {1}");
    public static readonly Text Unfavourable = new("Unfavourable ({0}): {1}", "Défavorable ({0}) : {1}");

    public static Text Of(ReportKind kind) => kind switch
    {
        ReportKind.Requests => Requests,
        ReportKind.Receipts => Receipts,
        ReportKind.Settings => Settings,
        ReportKind.Audit => Audit,
    };

    public static Text ExplanationOf(ReportKind kind) => kind switch
    {
        ReportKind.Requests => RequestsText,
        ReportKind.Receipts => ReceiptsText,
        ReportKind.Settings => SettingsText,
        ReportKind.Audit => AuditText,
    };

    public static IReadOnlyList<string> Columns(CultureInfo culture, params IEnumerable<Text> texts) => [.. texts.Select(text => text.In(culture))];
}
