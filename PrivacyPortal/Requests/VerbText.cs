using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>What a verb's dialog says: its name, what follows from it in plain words, what is asked, and the button that does it.</summary>
/// <param name="Reason">The label of the free text; null where none is asked.</param>
internal sealed record VerbWords(Text Name, Text Consequence, Text Button, Text? Reason = null);

/// <summary>The words of every verb that a person uses on a request.</summary>
internal static class VerbText
{
    public static readonly Text ReasonHelp = new("Goes on record with your name.", "Consigné au dossier avec votre nom.");
    public static readonly Text Proof = new("How the identity was checked", "Mode de vérification de l’identité");
    public static readonly Text ProofHelp = new(
        "The least intrusive way first; a copy of a document only where there is a doubt (art. 12(6)).",
        "Le moyen le moins intrusif d’abord ; une pièce d’identité seulement en cas de doute (art. 12(6)).");
    public static readonly Text Channel = new("Handed over by", "Remis par");
    public static readonly Text ChannelReceived = new("Complaint received by", "Réclamation reçue par");
    public static readonly Text Day = new("On", "Le");
    public static readonly Text DayHelp = new("The day on which it left, no later than today.", "Le jour de l’envoi, au plus tard aujourd’hui.");
    public static readonly Text DayBetween = new("Check the day: it must be from {0} to {1}.", "Vérifiez le jour : du {0} au {1}.");
    public static readonly Text DayFrom = new("Check the day: it must be {0} or later.", "Vérifiez le jour : le {0} ou plus tard.");
    public static readonly Text Ground = new("Ground", "Motif");
    public static readonly Text Late = new("Why this leaves after the first month", "Motif de l’envoi après le premier mois");
    public static readonly Text LateHelp = new(
        "The first month ended on {0}. Art. 12(4) wants a refusal within it; the reason for the delay goes on record.",
        "Le premier mois a pris fin le {0}. L’art. 12(4) veut un refus dans ce délai ; le motif du retard est consigné.");
    public static readonly Text DuplicateOf = new("Reference of the other request", "Référence de l’autre demande");
    public static readonly Text DuplicateMissing = new("Give the reference of the request that answers this one too.", "Indiquez la référence de la demande qui répond aussi à celle-ci.");
    public static readonly Text DuplicateOfItself = new("This is the reference of this very request: give that of the other one.", "C’est la référence de cette demande même : indiquez celle de l’autre.");
    public static readonly Text DuplicateUnknown = new("There is no request with this reference.", "Aucune demande ne porte cette référence.");
    public static readonly Text DuplicateOfOther = new(
        "That request is not of this person: none of its identities is one of theirs. Only a request of the same person answers this one too.",
        "Cette demande n’est pas de cette personne : elles n’ont aucun identifiant en commun. Seule une demande de la même personne répond aussi à celle-ci.");
    public static readonly Text Scope = new("What is held", "Étendue");
    public static readonly Text Source = new("Source", "Source");
    public static readonly Text Category = new("Category", "Catégorie");
    public static readonly Text CategoryMissing = new("Name the category that is held.", "Indiquez la catégorie visée.");
    public static readonly Text ReviewOn = new("Look again on", "À revoir le");
    public static readonly Text HoldOfSubject = new("Everything of this person", "Tout ce qui concerne cette personne");
    public static readonly Text HoldOfSource = new("One data source, for everybody", "Une source de données, pour tous");
    public static readonly Text HoldOfCategory = new("One category of data, for everybody", "Une catégorie de données, pour tous");
    public static readonly Text Notice = new("Informed?", "Informé ?");
    public static readonly Text TellTitle = new("Record that {0} was informed", "Consigner l’information de {0}");
    public static readonly Text NoticeTold = new("Yes, informed", "Oui, informé");
    public static readonly Text NoticeImpossible = new("Impossible to inform", "Impossible à informer");
    public static readonly Text NoticeDisproportionate = new("Would take a disproportionate effort", "Exigerait des efforts disproportionnés");
    public static readonly Text DestroyDocument = new(
        "The portal takes in no copy of a document. Destroy yours now: “checked” on record is enough.",
        "Le portail ne conserve aucune copie de pièce. Détruisez la vôtre maintenant : la mention « vérifié » au dossier suffit.");
    public static readonly Text TheyWantEverything = new("They want everything", "La personne veut tout");
    public static readonly Text Everything = new("Everything: the scope stays as asked.", "Tout : l’étendue reste celle de la demande.");
    public static readonly Text LiftedOn = new("Lifted from", "Levée à compter du");
    public static readonly Text Cancel = new("Cancel", "Annuler");
    public static readonly Text NotDone = new("Nothing was changed", "Rien n’a été modifié");
    public static readonly Text MoreActions = new("More actions", "Autres actions");
    public static readonly Text ExposureTitle = new("Exposure: article 83", "Exposition : article 83");
    public static readonly Text Exposure = new(
        "Refusing a right wrongly can cost up to 20 million euros or 4 % of worldwide annual turnover, whichever is higher (art. 83(5)(b)). The person is told of the complaint to the authority and of the judicial remedy (art. 12(4)).",
        "Refuser un droit à tort expose à une amende allant jusqu’à 20 millions d’euros ou 4 % du chiffre d’affaires annuel mondial, le montant le plus élevé étant retenu (art. 83(5)(b)). La personne est informée de la réclamation auprès de l’autorité et du recours juridictionnel (art. 12(4)).");

    public static VerbWords Of(RequestVerb verb) => verb switch
    {
        RequestVerb.AskIdentity => new(
            new("Ask for proof of identity", "Demander un justificatif d’identité"),
            new("The clock stands still from today until the proof arrives. There must be a reasonable doubt, and it goes on record (art. 12(6)).",
                "Le délai est suspendu dès aujourd’hui jusqu’à réception du justificatif. Il faut un doute raisonnable, consigné au dossier (art. 12(6))."),
            new("Ask for proof", "Demander le justificatif"), new("What raises the doubt", "Ce qui fait naître le doute")),
        RequestVerb.ConfirmIdentity => new(
            new("Confirm the identity", "Confirmer l’identité"),
            new("The search may start. If the clock was standing still for this, it runs again.",
                "La recherche peut commencer. Si le délai était suspendu pour cela, il reprend."),
            new("Confirm the identity", "Confirmer l’identité"), new("Why you are certain", "Ce qui vous en rend certain")),
        RequestVerb.AskClarification => new(
            new("Ask what they want exactly", "Demander une précision"),
            new("The clock stands still until they answer. Only the scope may be asked, for a large quantity of data (recital 63); “everything” stays a valid answer.",
                "Le délai est suspendu jusqu’à la réponse. Seule l’étendue peut être demandée, en présence d’un grand volume de données (considérant 63) ; « tout » reste une réponse valable."),
            new("Ask", "Demander"), new("Your question", "Votre question")),
        RequestVerb.Clarify => new(
            new("Record their clarification", "Consigner la précision reçue"),
            new("The clock runs again from today.", "Le délai reprend dès aujourd’hui."),
            new("Record it", "Consigner"), new("Their answer", "Sa réponse")),
        RequestVerb.Search => new(
            new("Search the data sources", "Rechercher dans les sources"),
            new("Every mapped source is read; nothing in them changes. An earlier search and its plan give way to this one.",
                "Toutes les sources cartographiées sont lues ; rien n’y est modifié. Une recherche antérieure et son plan laissent place à celle-ci."),
            new("Start the search", "Lancer la recherche")),
        RequestVerb.Preflight => new(
            new("Run the dry run", "Lancer la simulation"),
            new("The plan is carried out in each source and rolled back: you see exactly what would change and what would fail. Nothing changes yet.",
                "Le plan est exécuté dans chaque source puis annulé : vous voyez exactement ce qui changerait et ce qui échouerait. Rien n’est encore modifié."),
            new("Run the dry run", "Lancer la simulation")),
        RequestVerb.Recall => new(
            new("Back to review", "Renvoyer en examen"),
            new("The decision is withdrawn and a new dry run is needed. Nothing that was already carried out is undone.",
                "La décision est retirée et une nouvelle simulation est nécessaire. Ce qui a déjà été exécuté n’est pas annulé."),
            new("Back to review", "Renvoyer en examen"), new("Why", "Pourquoi")),
        RequestVerb.Decide => new(
            new("Decide", "Décider"),
            new("Your decision goes on record with your name.", "Votre décision est consignée à votre nom."),
            new("Decide", "Décider")),
        RequestVerb.Approve => new(
            new("Approve the erasure", "Approuver l’effacement"),
            new("The erasure starts at once and cannot be undone.", "L’effacement commence immédiatement et ne peut pas être annulé."),
            new("Approve: erase now", "Approuver : effacer maintenant")),
        RequestVerb.Decline => new(
            new("Decline to approve", "Refuser d’approuver"),
            new("The request goes back to review; nothing is erased.", "La demande retourne en examen ; rien n’est effacé."),
            new("Decline", "Refuser d’approuver"), new("Why", "Pourquoi")),
        RequestVerb.Refuse => new(
            new("Refuse the whole request", "Refuser toute la demande"),
            new("Nothing is searched or changed any more; the refusal with its reasons is handed to the person within the first month.",
                "Plus rien n’est recherché ni modifié ; le refus motivé est remis à la personne dans le premier mois."),
            new("Refuse the request", "Refuser la demande"), new("Reason, written for the person", "Motif, rédigé pour la personne")),
        RequestVerb.NotIdentifiable => new(
            new("Person not identifiable", "Personne non identifiable"),
            new("The answer says that nobody can be identified from what was given, and what would help (art. 11(2)).",
                "La réponse indique que la personne ne peut être identifiée à partir des éléments fournis, et ce qui y aiderait (art. 11(2))."),
            new("Close the search this way", "Conclure ainsi"), new("What would help to identify them, written for the person", "Ce qui permettrait de l’identifier, rédigé pour la personne")),
        RequestVerb.MarkDuplicate => new(
            new("Mark as a duplicate", "Signaler un doublon"),
            new("The other request answers this one too. The person is told so.", "L’autre demande vaut réponse pour celle-ci. La personne en est informée."),
            new("Mark as a duplicate", "Signaler le doublon")),
        RequestVerb.Extend => new(
            new("Extend the deadline by two months", "Prolonger le délai de deux mois"),
            new("Possible once, within the first month, and the person must be told with the reason (art. 12(3)).",
                "Possible une seule fois, dans le premier mois, et la personne doit en être informée avec le motif (art. 12(3))."),
            new("Extend", "Prolonger"), new("Reason, written for the person", "Motif, rédigé pour la personne")),
        RequestVerb.Hold => new(
            new("Place a legal hold", "Poser une mesure de conservation"),
            new("What is held is kept under article 17(3)(e) until the hold is released. The clock runs on: the answer leaves in time.",
                "Ce qui est visé est conservé au titre de l’article 17(3)(e) jusqu’à la levée. Le délai continue de courir : la réponse part à temps."),
            new("Place the hold", "Poser la mesure"), new("The legal claim that needs it", "Le contentieux qui l’exige")),
        RequestVerb.Release => new(
            new("Release the hold", "Lever la mesure de conservation"),
            new("Nothing is erased by this. Dry runs are made again; a request that was answered with data kept for it is opened anew.",
                "Rien n’est effacé de ce fait. Les simulations sont refaites ; une demande répondue en conservant ces données est rouverte."),
            new("Release the hold", "Lever la mesure"), new("Why it is no longer needed", "Pourquoi elle n’est plus nécessaire")),
        RequestVerb.Withdraw => new(
            new("Record a withdrawal", "Consigner un retrait"),
            new("The request is closed as withdrawn; nothing is carried out after this.", "La demande est clôturée comme retirée ; plus rien n’est exécuté ensuite."),
            new("Close as withdrawn", "Clôturer comme retirée"), new("How and why they withdrew it", "Comment et pourquoi la personne l’a retirée")),
        RequestVerb.CompleteTask => new(
            new("Complete the task", "Accomplir la tâche"),
            new("You confirm what was done by hand in this source; the request goes on.", "Vous confirmez ce qui a été fait à la main dans cette source ; la demande se poursuit."),
            new("Done by hand", "Fait à la main"), new("What was done", "Ce qui a été fait")),
        RequestVerb.Remind => new(
            new("Remind the owner of a task", "Rappeler une tâche à son responsable"),
            new("The portal does this by itself on the days before the due day.", "Le portail le fait de lui-même les jours qui précèdent l’échéance."),
            new("Remind", "Rappeler")),
        RequestVerb.Alert => new(
            new("Alert to the deadline", "Alerter de l’échéance"),
            new("The portal does this by itself ten, five and two days before the due day, and on it.", "Le portail le fait de lui-même dix, cinq et deux jours avant l’échéance, et le jour même."),
            new("Alert", "Alerter")),
        RequestVerb.Retry => new(
            new("Try the step again", "Relancer l’étape"),
            new("What was already done is not done twice.", "Ce qui a déjà été fait n’est pas fait deux fois."),
            new("Try again", "Relancer")),
        RequestVerb.Tell => new(
            new("Record that they were informed", "Consigner l’information du destinataire"),
            new("Everybody to whom the data was disclosed is told of its erasure or correction, unless that is impossible or disproportionate (art. 19).",
                "Chaque destinataire des données est informé de leur effacement ou rectification, sauf impossibilité ou efforts disproportionnés (art. 19)."),
            new("Record it", "Consigner"), new("How, or why not", "Comment, ou pourquoi pas")),
        RequestVerb.Answer => new(
            new("Record that the answer was handed over", "Consigner la remise de la réponse"),
            new("The clock ends on that day, the signed letter and receipt are issued, and the request is closed.", "Le délai s’arrête ce jour-là, la lettre et l’attestation signées sont établies, et la demande est clôturée."),
            new("Close the request", "Clôturer la demande")),
        RequestVerb.Reopen => new(
            new("Open again after a complaint", "Rouvrir après une réclamation"),
            new("A new file is opened and linked; its clock starts on the day of the complaint. This one stays as it was answered.",
                "Un nouveau dossier est ouvert et lié ; son délai court du jour de la réclamation. Celui-ci reste tel qu’il a été répondu."),
            new("Open a new file", "Ouvrir un nouveau dossier"), new("What they complain about", "Objet de la réclamation")),
        RequestVerb.Lift => new(
            new("Lift the restriction", "Lever la limitation"),
            new("The person must be told before (art. 18(3)): the signed notice is issued with this, and the data may be processed again from the day that you name.",
                "La personne doit en être informée au préalable (art. 18(3)) : l’avis signé est établi à cette occasion, et les données peuvent de nouveau être traitées à compter du jour indiqué."),
            new("Issue the notice", "Établir l’avis"), new("Why it is lifted, written for the person", "Pourquoi elle est levée, rédigé pour la personne")),
        RequestVerb.AllowExport => new(
            new("Allow the download", "Autoriser le téléchargement"),
            new("You are the second person that the setting “Exports” asks for. Whoever asked can download this one file for 24 hours; both names stay on record.",
                "Vous êtes la seconde personne qu’exige le réglage « Exports ». L’auteur de la demande peut télécharger ce seul fichier pendant 24 heures ; les deux noms restent consignés."),
            new("Allow it", "Autoriser")),
        RequestVerb.DeclineExport => new(
            new("Decline the download", "Refuser le téléchargement"),
            new("The file stays where it is. Whoever asked can ask again.", "Le fichier reste où il est. L’auteur de la demande peut la renouveler."),
            new("Decline it", "Refuser"), new("Why not", "Pourquoi pas")),
        RequestVerb.Receive or RequestVerb.Find or RequestVerb.Review or RequestVerb.Fail or RequestVerb.Finish
            or RequestVerb.HandOut or RequestVerb.Export or RequestVerb.Print =>
            throw new ArgumentOutOfRangeException(nameof(verb), verb, "Nobody is asked for this in a dialog."),
    };
}
