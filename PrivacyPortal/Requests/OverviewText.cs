using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of the dashboard of requests.</summary>
internal static class OverviewText
{
    public static readonly Text Open = new("Open", "En cours");
    public static readonly Text DueSoon = new("Due within 10 days", "Échéance sous 10 jours");
    public static readonly Text Overdue = new("Overdue", "En retard");
    public static readonly Text NeedsAttention = new("Need somebody", "Intervention requise");
    public static readonly Text AwaitingApproval = new("Awaiting approval", "À approuver");
    public static readonly Text NextTitle = new("Next deadlines", "Prochaines échéances");
    public static readonly Text NextSubtitle = new("The open requests that are due first.", "Les demandes en cours dont l’échéance est la plus proche.");
    public static readonly Text AllRequests = new("All open requests", "Toutes les demandes en cours");
    public static readonly Text ForYouTitle = new("Waiting for you", "En attente de votre part");
    public static readonly Text ForAuditorTitle = new("Where they stand", "Où elles en sont");
    public static readonly Text NothingForYou = new("Nothing waits for you.", "Rien n’attend de votre part.");
    public static readonly Text ByRightTitle = new("Open requests by right", "Demandes en cours par droit");
    public static readonly Text MonthsTitle = new("Over the last twelve months", "Sur les douze derniers mois");
    public static readonly Text Month = new("Month", "Mois");
    public static readonly Text Received = new("Received", "Reçues");
    public static readonly Text InTime = new("Answered in time", "Répondues dans le délai");
    public static readonly Text Late = new("Answered late", "Répondues en retard");
    public static readonly Text ChartLabel = new(
        "Requests received and answered per month; the same figures follow as a table.", "Demandes reçues et répondues par mois ; les mêmes chiffres suivent en tableau.");
    public static readonly Text NoneTitle = new("No request yet", "Aucune demande pour l’instant");
    public static readonly Text NoneText = new(
        "The first request that you record starts the clock here. Deadlines, figures and what waits for you appear on this page.",
        "La première demande enregistrée fait démarrer le délai ici. Les échéances, les chiffres et ce qui vous attend apparaîtront sur cette page.");
    public static readonly Text NoneTextAuditor = new(
        "When the DPO records the first request, its deadline and the figures appear on this page.",
        "Lorsque le DPO enregistrera la première demande, son échéance et les chiffres apparaîtront sur cette page.");
    public static readonly Text NoneOpen = new("No request is open: everything that was asked has been answered.", "Aucune demande en cours : tout ce qui a été demandé a reçu une réponse.");
}
