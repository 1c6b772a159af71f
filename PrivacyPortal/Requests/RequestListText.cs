using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of the list of requests.</summary>
internal static class RequestListText
{
    public static readonly Text Title = new("Requests", "Demandes");
    public static readonly Text Subtitle = new(
        "What people ask about their data, with the time that the law leaves to answer.",
        "Ce que les personnes demandent au sujet de leurs données, et le temps que la loi laisse pour répondre.");
    public static readonly Text New = new("Record a request", "Enregistrer une demande");
    public static readonly Text Filters = new("Filters", "Filtres");
    public static readonly Text Search = new("Reference or identity", "Référence ou identité");
    public static readonly Text SearchHint = new("DSR-2026-… or an exact e-mail address", "DSR-2026-… ou une adresse e-mail exacte");
    public static readonly Text Right = new("Right", "Droit");
    public static readonly Text State = new("Stage", "Étape");
    public static readonly Text Due = new("Deadline", "Échéance");
    public static readonly Text AnyRight = new("All rights", "Tous les droits");
    public static readonly Text AnyState = new("All stages", "Toutes les étapes");
    public static readonly Text AnyDue = new("Any deadline", "Toute échéance");
    public static readonly Text Overdue = new("Overdue", "En retard");
    public static readonly Text Soon = new("Within 10 days", "Sous 10 jours");
    public static readonly Text Open = new("Open", "En cours");
    public static readonly Text Closed = new("Closed", "Clôturées");
    public static readonly Text All = new("All", "Toutes");
    public static readonly Text Views = new("Which requests", "Quelles demandes");
    public static readonly Text Clear = new("Clear the filters", "Effacer les filtres");
    public static readonly Text Found = new("{0:N0} requests", "{0:N0} demandes");
    public static readonly Text FoundMore = new("More than {0:N0} requests", "Plus de {0:N0} demandes");
    public static readonly Text FoundOne = new("1 request", "1 demande");
    public static readonly Text Caption = new("Requests with their subject, stage and deadline", "Demandes avec leur auteur, leur étape et leur échéance");
    public static readonly Text Reference = new("Request", "Demande");
    public static readonly Text Subject = new("Person", "Personne");
    public static readonly Text Received = new("Received", "Reçue");
    public static readonly Text FileDestroyed = new("File destroyed", "Dossier détruit");
    public static readonly Text Extended = new("extended", "prolongée");
    public static readonly Text Suspended = new("suspended", "suspendue");
    public static readonly Text NoneTitle = new("No request yet", "Aucune demande pour l’instant");
    public static readonly Text NoneText = new(
        "When somebody asks about their data, by letter, e-mail or telephone, record it here: the portal counts the days, finds their data and proves what was done.",
        "Lorsqu’une personne vous interroge sur ses données, par courrier, e-mail ou téléphone, enregistrez-le ici : le portail compte les jours, trouve ses données et prouve ce qui a été fait.");
    public static readonly Text NoneOpenTitle = new("No open request", "Aucune demande en cours");
    public static readonly Text NoneOpenText = new("Everything that was asked has been answered.", "Tout ce qui a été demandé a reçu une réponse.");
    public static readonly Text NoMatchTitle = new("Nothing matches", "Aucun résultat");
    public static readonly Text NoMatchText = new(
        "Names are kept encrypted: search by reference, or by the exact e-mail address, telephone or customer number.",
        "Les noms sont conservés chiffrés : cherchez par référence, ou par l’adresse e-mail, le téléphone ou le numéro de client exacts.");
}
