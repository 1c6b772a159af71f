using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>One word or phrase per value of the slice's enums; ask <see cref="RequestText"/> for them.</summary>
internal static class RequestWordText
{
    public static readonly Text AccessRight = new("Access", "Accès");
    public static readonly Text Rectification = new("Rectification", "Rectification");
    public static readonly Text Erasure = new("Erasure", "Effacement");
    public static readonly Text Restriction = new("Restriction", "Limitation");
    public static readonly Text Portability = new("Portability", "Portabilité");
    public static readonly Text Objection = new("Objection", "Opposition");
    public static readonly Text HumanReview = new("Human review", "Réexamen humain");

    public static readonly Text Received = new("Received", "Reçue");
    public static readonly Text AwaitingIdentity = new("Awaiting identity", "Identité attendue");
    public static readonly Text AwaitingClarification = new("Awaiting clarification", "Précision attendue");
    public static readonly Text Searching = new("Searching", "Recherche en cours");
    public static readonly Text InReview = new("In review", "En examen");
    public static readonly Text AwaitingApproval = new("Awaiting approval", "À approuver");
    public static readonly Text Executing = new("Executing", "Exécution en cours");
    public static readonly Text NeedsAttention = new("Needs attention", "Intervention requise");
    public static readonly Text Answering = new("To be answered", "Réponse à remettre");
    public static readonly Text Closed = new("Closed", "Clôturée");

    public static readonly Text Fulfilled = new("Fulfilled", "Satisfaite");
    public static readonly Text PartlyFulfilled = new("Partly fulfilled", "Partiellement satisfaite");
    public static readonly Text Refused = new("Refused", "Refusée");
    public static readonly Text NoData = new("No data held", "Aucune donnée détenue");
    public static readonly Text NotIdentifiable = new("Not identifiable", "Personne non identifiable");
    public static readonly Text Withdrawn = new("Withdrawn", "Retirée");
    public static readonly Text Duplicate = new("Duplicate", "Doublon");

    public static readonly Text Letter = new("Letter", "Courrier");
    public static readonly Text Email = new("E-mail", "E-mail");
    public static readonly Text Phone = new("Telephone", "Téléphone");
    public static readonly Text InPerson = new("In person", "En personne");
    public static readonly Text Form = new("Form", "Formulaire");
    public static readonly Text Platform = new("Conversation platform", "Plateforme de conversation");
    public static readonly Text Portal = new("This portal", "Ce portail");

    public static readonly Text Grant = new("Grant", "Faire droit");
    public static readonly Text GrantInPart = new("Grant in part", "Faire droit en partie");
    public static readonly Text Refuse = new("Refuse", "Refuser");

    public static readonly Text ManifestlyUnfounded = new("Manifestly unfounded, art. 12(5)", "Manifestement infondée, art. 12(5)");
    public static readonly Text Excessive = new("Excessive, art. 12(5)", "Excessive, art. 12(5)");
    public static readonly Text GroundNotIdentifiable = new("Person not identifiable, art. 11(2)", "Personne non identifiable, art. 11(2)");
    public static readonly Text RightsOfOthers = new("Rights and freedoms of others, art. 15(4)", "Droits et libertés d’autrui, art. 15(4)");
    public static readonly Text FreedomOfExpression = new("Freedom of expression and information, art. 17(3)(a)", "Liberté d’expression et d’information, art. 17(3)(a)");
    public static readonly Text LegalObligation = new("Legal obligation, art. 17(3)(b)", "Obligation légale, art. 17(3)(b)");
    public static readonly Text PublicHealth = new("Public health, art. 17(3)(c)", "Santé publique, art. 17(3)(c)");
    public static readonly Text Archiving = new("Archiving, research or statistics, art. 17(3)(d)", "Archives, recherche ou statistiques, art. 17(3)(d)");
    public static readonly Text LegalClaims = new("Legal claims, art. 17(3)(e)", "Défense de droits en justice, art. 17(3)(e)");
    public static readonly Text CompellingGrounds = new("Compelling legitimate grounds, art. 21(1)", "Motifs légitimes et impérieux, art. 21(1)");
    public static readonly Text SharedWithOthers = new("Another person’s data too, art. 17(1)", "Données d’une autre personne également, art. 17(1)");
    public static readonly Text AnsweredElsewhere = new("Answered with another request of the same person", "Traitée avec une autre demande de la même personne");
    public static readonly Text ConditionsNotMet = new("The conditions of the right are not met", "Les conditions du droit ne sont pas réunies");

    public static readonly Text Complexity = new("Complexity of the request", "Complexité de la demande");
    public static readonly Text NumberOfRequests = new("Number of requests", "Nombre de demandes");

    public static readonly Text ProofCode = new("Code sent to an address that the data hangs on", "Code envoyé à une adresse liée aux données");
    public static readonly Text ProofKnownFact = new("Conversation number and a fact known to the person only", "Numéro de conversation et fait connu de la seule personne");
    public static readonly Text ProofDocument = new("Document checked (erased on the decision)", "Pièce vérifiée (effacée lors de la décision)");
    public static readonly Text ProofCertain = new("Certain for another reason", "Identité certaine pour une autre raison");

    public static readonly Text SuspendedForIdentity = new("waiting for proof of identity", "dans l’attente d’un justificatif d’identité");
    public static readonly Text SuspendedForClarification = new("waiting for a clarification", "dans l’attente d’une précision");

    public static readonly Text DidReceive = new("Request received", "Demande reçue");
    public static readonly Text DidAskIdentity = new("Proof of identity asked", "Justificatif d’identité demandé");
    public static readonly Text DidConfirmIdentity = new("Identity confirmed", "Identité confirmée");
    public static readonly Text DidAskClarification = new("Clarification asked", "Précision demandée");
    public static readonly Text DidClarify = new("Clarification received", "Précision reçue");
    public static readonly Text DidSearch = new("Search started", "Recherche lancée");
    public static readonly Text DidFind = new("Search finished", "Recherche terminée");
    public static readonly Text DidReview = new("Plan reviewed", "Plan examiné");
    public static readonly Text DidPreflight = new("Dry run started", "Simulation lancée");
    public static readonly Text DidRecall = new("Sent back to review", "Renvoyée en examen");
    public static readonly Text DidDecide = new("Decision taken", "Décision prise");
    public static readonly Text DidApprove = new("Decision approved", "Décision approuvée");
    public static readonly Text DidDecline = new("Approval declined", "Approbation refusée");
    public static readonly Text DidRefuse = new("Request refused", "Demande refusée");
    public static readonly Text DidNotIdentifiable = new("Person found not identifiable", "Personne jugée non identifiable");
    public static readonly Text DidMarkDuplicate = new("Marked as a duplicate", "Signalée comme doublon");
    public static readonly Text DidExtend = new("Deadline extended by two months", "Délai prolongé de deux mois");
    public static readonly Text DidHold = new("Legal hold placed", "Mesure de conservation posée");
    public static readonly Text DidRelease = new("Legal hold released", "Mesure de conservation levée");
    public static readonly Text DidWithdraw = new("Request withdrawn", "Demande retirée");
    public static readonly Text DidFail = new("A step needs somebody", "Une étape attend une intervention");
    public static readonly Text DidCompleteTask = new("Task completed", "Tâche accomplie");
    public static readonly Text DidRetry = new("Step tried again", "Étape relancée");
    public static readonly Text DidFinish = new("Carried out and verified", "Exécutée et vérifiée");
    public static readonly Text DidRemind = new("Reminder of a task", "Rappel d’une tâche");
    public static readonly Text DidAlert = new("Deadline near", "Échéance proche");
    public static readonly Text DidTell = new("Recipient informed", "Destinataire informé");
    public static readonly Text DidAnswer = new("Answer handed over", "Réponse remise");
    public static readonly Text DidReopen = new("Opened again", "Rouverte");
    public static readonly Text DidLift = new("Restriction to be lifted", "Levée de la limitation annoncée");
}
