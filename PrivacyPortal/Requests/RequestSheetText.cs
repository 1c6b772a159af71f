using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of a request's page: its head, its sides and its tabs.</summary>
internal static class RequestSheetText
{
    public static readonly Text BackToList = new("Requests", "Demandes");
    public static readonly Text TitleOf = new("{0} for {1}", "{0} : {1}");
    public static readonly Text NotFoundTitle = new("There is no such request", "Cette demande n’existe pas");
    public static readonly Text NotFoundText = new("The reference may be mistyped.", "La référence est peut-être mal saisie.");
    public static readonly Text StaleTitle = new("Somebody else changed this request meanwhile", "Quelqu’un d’autre a modifié cette demande entre-temps");
    public static readonly Text Overtaken = new(
        "This can no longer be done, and nothing of yours was. The request now: {0}. What you typed is still here to be copied.",
        "Cela n’est plus possible, et rien n’a été fait de votre part. La demande à présent : {0}. Votre saisie reste ici pour être copiée.");
    public static readonly Text StaleText = new("The page now shows it as it stands. Latest: {0}, by {1}.", "La page la montre désormais telle qu’elle est. Dernière action : {0}, par {1}.");
    public static readonly Text Tabs = new("Parts of the request", "Parties de la demande");
    public static readonly Text Overview = new("Overview", "Vue d’ensemble");
    public static readonly Text Findings = new("Findings", "Résultats");
    public static readonly Text Plan = new("Plan", "Plan");
    public static readonly Text Proof = new("Proof and documents", "Preuve et documents");
    public static readonly Text Timeline = new("Timeline", "Historique");

    public static readonly Text NextTitle = new("What comes next", "Prochaine étape");
    public static readonly Text DeadlineTitle = new("Deadline", "Échéance");
    public static readonly Text Due = new("To be answered by", "Au plus tard le");
    public static readonly Text Strict = new("Target (strict month)", "Objectif (mois strict)");
    public static readonly Text FirstTerm = new("First month ends", "Fin du premier mois");
    public static readonly Text ReceivedOn = new("Received", "Reçue le");
    public static readonly Text SuspendedDays = new("Suspended", "Suspension");
    public static readonly Text Days = new("{0} days", "{0} jours");
    public static readonly Text OneDay = new("1 day", "1 jour");
    public static readonly Text SuspendedSince = new("{0}, since {1}", "{0}, depuis le {1}");
    public static readonly Text SuspendedFromTo = new("{0}, {1} to {2}", "{0}, du {1} au {2}");
    public static readonly Text Extended = new("Extended", "Prolongée");
    public static readonly Text ExtendedOn = new("{0}, on {1}; notice handed over on {2}", "{0}, le {1} ; avis remis le {2}");
    public static readonly Text AnsweredOn = new("Answered on", "Répondue le");

    public static readonly Text SubjectTitle = new("The person", "La personne");
    public static readonly Text Name = new("Name", "Nom");
    public static readonly Text Identities = new("Identities", "Identités");
    public static readonly Text Address = new("Address", "Adresse");
    public static readonly Text Representative = new("Represented by", "Représentée par");
    public static readonly Text Language = new("Answered in", "Réponse en");
    public static readonly Text Identity = new("Identity", "Identité");
    public static readonly Text IdentityOpen = new("not confirmed yet", "pas encore confirmée");
    public static readonly Text Message = new("What they ask", "Ce qui est demandé");
    public static readonly Text NoMessage = new("No words of theirs were recorded.", "Aucun propos n’a été consigné.");
    public static readonly Text Masked = new("Identities are masked for your role.", "Les identités sont masquées pour votre rôle.");
    public static readonly Text FileDestroyed = new("The file’s key has been destroyed: what the person gave can no longer be read by anybody.", "La clé du dossier a été détruite : les éléments fournis par la personne ne sont plus lisibles par quiconque.");

    public static readonly Text EverAsked = new("Everything this person asked", "Tout ce que cette personne a demandé");
    public static readonly Text OnlyThis = new("This is their only request.", "C’est sa seule demande.");
    public static readonly Text ThisOne = new("this one", "celle-ci");
    public static readonly Text LinksTitle = new("Linked requests", "Demandes liées");
    public static readonly Text SameLetter = new("Received in the same letter", "Reçue dans le même courrier");
    public static readonly Text LikelyDuplicate = new("Likely duplicate when it came in: same right, same person", "Doublon probable à la réception : même droit, même personne");
    public static readonly Text AnswersThis = new("Answers this one too", "Répond aussi à celle-ci");
    public static readonly Text Reopened = new("Opened again after a complaint", "Rouverte après une réclamation");
    public static readonly Text HoldLifted = new("Opened because a legal hold was lifted", "Ouverte à la levée d’une mesure de conservation");
    public static readonly Text Replayed = new("Erasure repeated after a restore", "Effacement rejoué après une restauration");
    public static readonly Text DuplicateNotice = new("This may be a duplicate of", "Cette demande est peut-être un doublon de");

    public static readonly Text HoldsTitle = new("Legal holds", "Mesures de conservation");
    public static readonly Text HoldReview = new("to be looked at again on {0}", "à revoir le {0}");
    public static readonly Text HoldPlaced = new("placed by {0}", "posée par {0}");
    public static readonly Text HoldReleased = new("released by {0}", "levée par {0}");

    public static readonly Text FoundTitle = new("What was found", "Ce qui a été trouvé");
    public static readonly Text Source = new("Source", "Source");
    public static readonly Text RowsOfTheirs = new("Their rows", "Ses lignes");
    public static readonly Text RowsWithheld = new("Others’ rows, withheld", "Lignes d’autrui, écartées");
    public static readonly Text Searched = new("Searched", "Recherchée");
    public static readonly Text AmbiguousRows = new("to be settled: {0:N0}", "à attribuer : {0:N0}");

    public static readonly Text DecisionTitle = new("Decision", "Décision");
    public static readonly Text DecidedBy = new("{0} by {1}", "{0} par {1}");
    public static readonly Text AnsweredWith = new("Answered with", "Traitée avec");
    public static readonly Text By = new("marked by {0}", "signalé par {0}");
    public static readonly Text ApprovedBy = new("Approved by {0}", "Approuvée par {0}");
    public static readonly Text WholeRequest = new("The whole request", "Toute la demande");
    public static readonly Text Until = new("until {0}", "jusqu’au {0}");

    public static readonly Text TimelineTitle = new("Everything that happened", "Tout ce qui s’est passé");
    public static readonly Text System = new("the portal", "le portail");

    public static Text Of(RequestLinkKind kind) => kind switch
    {
        RequestLinkKind.SameLetter => SameLetter,
        RequestLinkKind.LikelyDuplicate => LikelyDuplicate,
        RequestLinkKind.Reopened => Reopened,
        RequestLinkKind.HoldLifted => HoldLifted,
        RequestLinkKind.Replayed => Replayed,
    };
}
