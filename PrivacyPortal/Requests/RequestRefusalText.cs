using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>Why a verb on a request was declined, and what to do about it. What the user typed stays where it is.</summary>
internal static class RequestRefusalText
{
    public static readonly Text NotFound = new(
        "There is no such request, or its file has been destroyed at the end of its time.",
        "Cette demande n’existe pas, ou son dossier a été détruit au terme de sa conservation.");
    public static readonly Text Forbidden = new("Your role does not allow this.", "Votre rôle ne le permet pas.");
    public static readonly Text Stale = new(
        "Somebody else changed this request meanwhile. The page now shows it as it stands; what you typed is still here. Look again, then confirm once more.",
        "Quelqu’un d’autre a modifié cette demande entre-temps. La page la montre désormais telle qu’elle est ; votre saisie est conservée. Vérifiez, puis confirmez de nouveau.");
    public static readonly Text WrongState = new(
        "This is not possible at the stage where the request is now.", "Ce n’est pas possible au stade où se trouve la demande.");
    public static readonly Text Invalid = new(
        "Something is missing or cannot be right: check the dates and the values.", "Un élément manque ou ne peut pas être exact : vérifiez les dates et les valeurs.");
    public static readonly Text ReasonMissing = new("A reason is needed: it goes on record.", "Un motif est nécessaire : il est consigné au dossier.");
    public static readonly Text IdentityUnverified = new(
        "The identity must be confirmed first, or the reason why it is certain recorded.", "Il faut d’abord confirmer l’identité, ou consigner pourquoi elle est certaine.");
    public static readonly Text SamePerson = new(
        "Four eyes: the person who decided or asked cannot approve. Another DPO must do it.", "Double contrôle : la personne qui a décidé ou demandé ne peut pas approuver. Un autre DPO doit le faire.");
    public static readonly Text PreflightFailed = new(
        "The dry run found what would fail. Change the plan or the data map, then run it again.", "La simulation a trouvé ce qui échouerait. Modifiez le plan ou la cartographie, puis relancez-la.");
    public static readonly Text DataChanged = new(
        "The data changed since it was searched. Search again and review.", "Les données ont changé depuis la recherche. Relancez la recherche et examinez de nouveau.");
    public static readonly Text UnderHold = new(
        "A legal hold covers some of this data: keep it under article 17(3)(e), or release the hold.",
        "Une mesure de conservation couvre une partie de ces données : conservez-les au titre de l’article 17(3)(e), ou levez la mesure.");
    public static readonly Text TooLate = new(
        "The first month is over. An extension is no longer possible, and a refusal needs the reason for the delay.",
        "Le premier mois est écoulé. Une prolongation n’est plus possible, et un refus exige le motif du retard.");
    public static readonly Text Duplicate = new("This has been done already.", "C’est déjà fait.");
    public static readonly Text Incomplete = new(
        "Something is still open: an identity to search by, a finding without decision, a row whose owner is not settled, a dry run that is missing, a recipient not yet informed, or the organisation’s own details.",
        "Il reste un point ouvert : un identifiant à rechercher, un résultat sans décision, une ligne dont le titulaire n’est pas établi, une simulation manquante, un destinataire non informé, ou les coordonnées de l’organisme.");
    public static readonly Text Unlawful = new(
        "The law leaves no choice here. An objection to direct marketing cannot be refused: state its scope in the decision. And what somebody said in a message is not rewritten: attach the person’s statement to it.",
        "La loi ne laisse pas le choix ici. Une opposition à la prospection ne peut pas être refusée : précisez sa portée dans la décision. Et ce qui a été dit dans un message ne se réécrit pas : joignez-y la déclaration de la personne.");
    public static readonly Text Separation = new("Roles must stay separate here.", "Les rôles doivent rester séparés ici.");

    public static readonly Text ExportDenied = new(
        "The setting “Exports” allows nobody on the staff to download personal data. Look at it here; what is handed to the person is not concerned.",
        "Le réglage « Exports » n’autorise aucun membre du personnel à télécharger des données personnelles. Consultez-les ici ; ce qui est remis à la personne n’est pas concerné.");
    public static readonly Text ApprovalMissing = new(
        "Four eyes: another person must allow this download first.", "Double contrôle : une autre personne doit d’abord autoriser ce téléchargement.");

    public static Text Of(Refusal refusal) => refusal switch
    {
        Refusal.NotFound => NotFound,
        Refusal.Forbidden => Forbidden,
        Refusal.Stale => Stale,
        Refusal.WrongState => WrongState,
        Refusal.Invalid => Invalid,
        Refusal.ReasonMissing => ReasonMissing,
        Refusal.IdentityUnverified => IdentityUnverified,
        Refusal.SamePerson => SamePerson,
        Refusal.PreflightFailed => PreflightFailed,
        Refusal.DataChanged => DataChanged,
        Refusal.UnderHold => UnderHold,
        Refusal.TooLate => TooLate,
        Refusal.Duplicate => Duplicate,
        Refusal.Incomplete => Incomplete,
        Refusal.Separation => Separation,
        Refusal.Unlawful => Unlawful,
        Refusal.ExportDenied => ExportDenied,
        Refusal.ApprovalMissing => ApprovalMissing,
    };
}
