using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Api;

/// <summary>What the API's problems say to people.</summary>
internal static class ApiText
{
    public static readonly Text NotFound = new("Not found", "Introuvable");
    public static readonly Text NotFoundDetail = new(
        "There is no such thing, or it was destroyed at the end of its time.", "L’objet demandé n’existe pas, ou il a été détruit au terme de sa conservation.");
    public static readonly Text Forbidden = new("Not for this key", "Hors des droits de cette clé");
    public static readonly Text ForbiddenDetail = new("The role or the scope of the key does not allow this.", "Le rôle ou la portée de la clé ne le permet pas.");
    public static readonly Text Stale = new("Changed meanwhile", "Modifié entre-temps");
    public static readonly Text StaleDetail = new(
        "Somebody else changed it since the version in If-Match. Read it again, look, and send the new ETag.",
        "L’objet a changé depuis la version indiquée dans If-Match. Relisez-le, vérifiez, puis envoyez le nouvel ETag.");
    public static readonly Text WrongState = new("Not possible now", "Impossible à ce stade");
    public static readonly Text WrongStateDetail = new(
        "This is not possible in the state it is in. A request lists in “verbs” what is.", "L’état actuel ne le permet pas. La demande énumère dans « verbs » ce qui est possible.");
    public static readonly Text Invalid = new("Not acceptable", "Contenu irrecevable");
    public static readonly Text InvalidDetail = new("Something is missing or cannot be right: check values and dates.", "Un élément manque ou ne peut pas être exact : vérifiez les valeurs et les dates.");
    public static readonly Text ReasonMissing = new("A reason is needed", "Motif requis");
    public static readonly Text ReasonMissingDetail = new("A reason goes on record with this verb.", "Ce verbe exige un motif, qui est consigné au dossier.");
    public static readonly Text IdentityUnverified = new("Identity not confirmed", "Identité non confirmée");
    public static readonly Text IdentityUnverifiedDetail = new(
        "Confirm the identity first, or record why it is certain.", "Confirmez d’abord l’identité, ou consignez pourquoi elle est certaine.");
    public static readonly Text SamePerson = new("Another person must do it", "Une autre personne doit le faire");
    public static readonly Text SamePersonDetail = new(
        "Four eyes: a key counts as the person who holds it.", "Double contrôle : une clé compte comme la personne qui la détient.");
    public static readonly Text PreflightFailed = new("The dry run failed", "La simulation a échoué");
    public static readonly Text PreflightFailedDetail = new(
        "The dry run found what would fail. Change the review or the data map, and run it again.", "La simulation a trouvé ce qui échouerait. Modifiez l’examen ou la cartographie, puis relancez-la.");
    public static readonly Text DataChanged = new("The data changed", "Les données ont changé");
    public static readonly Text DataChangedDetail = new("The data or its map changed since the search. Search again and review.", "Les données ou leur cartographie ont changé depuis la recherche. Relancez-la et réexaminez.");
    public static readonly Text UnderHold = new("Under a legal hold", "Sous mesure de conservation");
    public static readonly Text UnderHoldDetail = new(
        "A legal hold covers some of this data: keep it under article 17(3)(e), or release the hold.", "Une mesure de conservation couvre une partie de ces données : conservez-les au titre de l’article 17(3)(e), ou levez la mesure.");
    public static readonly Text TooLate = new("Too late", "Trop tard");
    public static readonly Text TooLateDetail = new("The legal moment for it is over, such as an extension after the first month.", "Le délai légal pour le faire est passé, comme une prolongation après le premier mois.");
    public static readonly Text Duplicate = new("It exists already", "Existe déjà");
    public static readonly Text DuplicateDetail = new("It exists already or was done before.", "L’objet existe déjà ou l’action a déjà été effectuée.");
    public static readonly Text Incomplete = new("Something is still open", "Il reste un point ouvert");
    public static readonly Text IncompleteDetail = new(
        "What it needs is not complete: a map, an identity to search by, a decision on every finding, a dry run, recipients told, the organisation’s details, a transfer safeguard.",
        "Ce qu’il faut n’est pas complet : cartographie, identifiant à rechercher, décision sur chaque résultat, simulation, destinataires informés, coordonnées de l’organisme, garantie de transfert.");
    public static readonly Text Separation = new("Roles stay separate", "Les rôles restent séparés");
    public static readonly Text SeparationDetail = new("It would break a separation of roles.", "Cela romprait la séparation des rôles.");

    public static readonly Text Unauthorized = new("No valid key", "Aucune clé valable");
    public static readonly Text UnauthorizedDetail = new(
        "Send “Authorization: Bearer pp_…” with a key that is issued, not expired and not revoked.", "Envoyez « Authorization: Bearer pp_… » avec une clé délivrée, ni expirée ni révoquée.");
    public static readonly Text NoSuchPath = new("No such path", "Chemin inconnu");
    public static readonly Text NoSuchPathDetail = new("The API has no such path; /openapi/v1.json lists all.", "L’API n’a pas ce chemin ; /openapi/v1.json les énumère tous.");
    public static readonly Text MethodNotAllowed = new("Another method is needed", "Autre méthode requise");
    public static readonly Text MethodNotAllowedDetail = new("This path does not know that method; the Allow header lists those that it does.", "Ce chemin n’accepte pas cette méthode ; l’en-tête Allow énumère celles qu’il accepte.");
    public static readonly Text Malformed = new("Cannot be read", "Illisible");
    public static readonly Text MalformedDetail = new("The body or a parameter is not of the form that /openapi/v1.json describes.", "Le corps ou un paramètre n’a pas la forme décrite par /openapi/v1.json.");
    public static readonly Text UnsupportedMediaType = new("Another content type is needed", "Autre type de contenu requis");
    public static readonly Text UnsupportedMediaTypeDetail = new("Send application/json, or for a map application/yaml.", "Envoyez application/json ou, pour une cartographie, application/yaml.");
    public static readonly Text TooLarge = new("Too large", "Trop volumineux");
    public static readonly Text TooLargeDetail = new("The body is larger than this endpoint takes.", "Le corps dépasse la taille admise par ce point d’accès.");
    public static readonly Text PreconditionRequired = new("If-Match is needed", "If-Match requis");
    public static readonly Text PreconditionRequiredDetail = new("Send the ETag of what you saw as If-Match, such as \"7\".", "Envoyez l’ETag de ce que vous avez lu dans If-Match, par exemple \"7\".");
    public static readonly Text IdempotencyKeyInvalid = new("Idempotency-Key cannot be used", "Idempotency-Key inutilisable");
    public static readonly Text IdempotencyKeyInvalidDetail = new("It must be 1 to 200 visible ASCII characters.", "La valeur doit compter 1 à 200 caractères ASCII visibles.");
    public static readonly Text IdempotencyKeyReused = new("Idempotency-Key used for another call", "Idempotency-Key déjà utilisé pour un autre appel");
    public static readonly Text IdempotencyKeyReusedDetail = new("This key came with another method, path, version or body within 24 hours.", "Cette valeur a accompagné un autre appel (méthode, chemin, version ou corps) au cours des 24 dernières heures.");
    public static readonly Text IdempotencyInProgress = new("Still under way", "Toujours en cours");
    public static readonly Text IdempotencyInProgressDetail = new("The first call with this Idempotency-Key has not ended. Try again in a moment.", "Le premier appel avec cet Idempotency-Key n’est pas terminé. Réessayez dans un instant.");
    public static readonly Text IdempotencyAnswerLost = new("Done, answer lost", "Fait, réponse perdue");
    public static readonly Text IdempotencyAnswerLostDetail = new(
        "The call took effect, but the portal ended before its answer was kept. Read the resource; do not repeat the call.", "L’appel a pris effet, mais le portail s’est arrêté avant d’en conserver la réponse. Lisez l’objet ; ne répétez pas l’appel.");
    public static readonly Text TooManyRequests = new("Too many calls", "Trop d’appels");
    public static readonly Text TooManyRequestsDetail = new("Wait as long as Retry-After says.", "Patientez la durée indiquée par Retry-After.");
    public static readonly Text Unexpected = new("It did not work", "Une erreur est survenue");
    public static readonly Text UnexpectedDetail = new("The fault is ours; nothing of the call took effect unless a reading shows it.", "L’erreur vient de notre côté ; l’appel n’a pas pris effet, sauf si une lecture montre le contraire.");

    public static Text TitleOf(Refusal refusal) => Of(refusal).Title;

    private static readonly Text Unlawful = new("The law leaves no choice", "La loi ne laisse pas le choix");
    private static readonly Text UnlawfulDetail = new(
        "An objection to direct marketing cannot be refused, and what somebody said in a message is not rewritten: give the person’s statement with the review.",
        "Une opposition à la prospection ne peut pas être refusée, et ce qui a été dit dans un message ne se réécrit pas : donnez la déclaration de la personne avec l’examen.");

    private static readonly Text ExportDenied = new("Downloads are denied", "Téléchargements interdits");
    private static readonly Text ExportDeniedDetail = new(
        "The setting “Exports” allows nobody on the staff to download personal data. What is handed to the person is not concerned: take it by hand-out.",
        "Le réglage « Exports » n’autorise aucun membre du personnel à télécharger des données personnelles. Ce qui est remis à la personne n’est pas concerné : retirez-le par hand-out.");
    private static readonly Text ApprovalMissing = new("A second person must allow it", "Une seconde personne doit l’autoriser");
    private static readonly Text ApprovalMissingDetail = new(
        "Ask for the download with a reason; once another person has allowed it, it is open for 24 hours.",
        "Demandez le téléchargement avec un motif ; une fois autorisé par une autre personne, il est ouvert pendant 24 heures.");

    public static Text DetailOf(Refusal refusal) => Of(refusal).Detail;

    public static Text TitleOf(ApiFault fault) => Of(fault).Title;

    public static Text DetailOf(ApiFault fault) => Of(fault).Detail;

    private static (Text Title, Text Detail) Of(Refusal refusal) => refusal switch
    {
        Refusal.NotFound => (NotFound, NotFoundDetail),
        Refusal.Forbidden => (Forbidden, ForbiddenDetail),
        Refusal.Stale => (Stale, StaleDetail),
        Refusal.WrongState => (WrongState, WrongStateDetail),
        Refusal.Invalid => (Invalid, InvalidDetail),
        Refusal.ReasonMissing => (ReasonMissing, ReasonMissingDetail),
        Refusal.IdentityUnverified => (IdentityUnverified, IdentityUnverifiedDetail),
        Refusal.SamePerson => (SamePerson, SamePersonDetail),
        Refusal.PreflightFailed => (PreflightFailed, PreflightFailedDetail),
        Refusal.DataChanged => (DataChanged, DataChangedDetail),
        Refusal.UnderHold => (UnderHold, UnderHoldDetail),
        Refusal.TooLate => (TooLate, TooLateDetail),
        Refusal.Duplicate => (Duplicate, DuplicateDetail),
        Refusal.Incomplete => (Incomplete, IncompleteDetail),
        Refusal.Separation => (Separation, SeparationDetail),
        Refusal.Unlawful => (Unlawful, UnlawfulDetail),
        Refusal.ExportDenied => (ExportDenied, ExportDeniedDetail),
        Refusal.ApprovalMissing => (ApprovalMissing, ApprovalMissingDetail),
    };

    private static (Text Title, Text Detail) Of(ApiFault fault) => fault switch
    {
        ApiFault.Unauthorized => (Unauthorized, UnauthorizedDetail),
        ApiFault.NoSuchPath => (NoSuchPath, NoSuchPathDetail),
        ApiFault.MethodNotAllowed => (MethodNotAllowed, MethodNotAllowedDetail),
        ApiFault.Malformed => (Malformed, MalformedDetail),
        ApiFault.UnsupportedMediaType => (UnsupportedMediaType, UnsupportedMediaTypeDetail),
        ApiFault.TooLarge => (TooLarge, TooLargeDetail),
        ApiFault.PreconditionRequired => (PreconditionRequired, PreconditionRequiredDetail),
        ApiFault.IdempotencyKeyInvalid => (IdempotencyKeyInvalid, IdempotencyKeyInvalidDetail),
        ApiFault.IdempotencyKeyReused => (IdempotencyKeyReused, IdempotencyKeyReusedDetail),
        ApiFault.IdempotencyInProgress => (IdempotencyInProgress, IdempotencyInProgressDetail),
        ApiFault.IdempotencyAnswerLost => (IdempotencyAnswerLost, IdempotencyAnswerLostDetail),
        ApiFault.TooManyRequests => (TooManyRequests, TooManyRequestsDetail),
        ApiFault.Unexpected => (Unexpected, UnexpectedDetail),
    };
}
