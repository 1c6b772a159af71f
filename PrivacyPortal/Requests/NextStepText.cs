using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>What comes next on a request, in plain words, with what follows from it.</summary>
internal static class NextStepText
{
    public static readonly Text ConfirmTitle = new("Make sure who asks", "S’assurer de l’identité");
    public static readonly Text ConfirmText = new(
        "Nothing is searched before the identity is confirmed, or the reason why it is certain is on record.",
        "Rien n’est recherché avant que l’identité soit confirmée, ou que la raison de votre certitude soit consignée.");
    public static readonly Text NoIdentityTitle = new("Nothing to search by", "Rien à rechercher");
    public static readonly Text NoIdentityText = new(
        "The request was recorded without an e-mail address, a number or any other identity: no source can be searched. Answer what would help to find the data; what the person then sends is a new request with that identity.",
        "La demande a été enregistrée sans adresse e-mail, numéro ni autre identifiant : aucune source ne peut être consultée. Répondez ce qui aiderait à trouver les données ; ce que la personne envoie ensuite est une nouvelle demande, avec cet identifiant.");
    public static readonly Text SearchTitle = new("Search the data sources", "Rechercher dans les sources");
    public static readonly Text SearchText = new("Every mapped source is read for the given identities. Nothing in them changes.", "Chaque source cartographiée est lue à partir des identités fournies. Rien n’y est modifié.");
    public static readonly Text AwaitingIdentityTitle = new("Waiting for proof of identity", "Dans l’attente d’un justificatif d’identité");
    public static readonly Text AwaitingIdentityText = new(
        "The clock stands still. When the proof arrives, confirm the identity; after 30 days of silence, decide what follows.",
        "Le délai est suspendu. À réception du justificatif, confirmez l’identité ; après 30 jours de silence, décidez de la suite.");
    public static readonly Text SilenceTitle = new("No proof of identity for {0} days: decide", "Aucun justificatif depuis {0} jours : décidez");
    public static readonly Text SilenceText = new(
        "Thirty days of silence have passed. Answer that the person cannot be identified and what would help, confirm the identity another way, refuse, or record a withdrawal: the choices are in the menu.",
        "Trente jours de silence se sont écoulés. Répondez que la personne ne peut être identifiée et ce qui y aiderait, confirmez l’identité autrement, refusez, ou consignez un retrait : les choix sont dans le menu.");
    public static readonly Text AwaitingClarificationTitle = new("Waiting for their clarification", "Dans l’attente d’une précision");
    public static readonly Text AwaitingClarificationText = new("The clock stands still until they answer. “Everything” is a valid answer.", "Le délai est suspendu jusqu’à la réponse. « Tout » est une réponse valable.");
    public static readonly Text SearchingTitle = new("The sources are being searched", "Recherche en cours dans les sources");
    public static readonly Text RunsText = new("You can leave this page; the work goes on, also after a restart.", "Vous pouvez quitter cette page ; le travail se poursuit, même après un redémarrage.");
    public static readonly Text PreflightingTitle = new("The dry run is under way", "Simulation en cours");
    public static readonly Text AmbiguousTitle = new("Say whose these rows are", "Dire à qui sont ces lignes");
    public static readonly Text AmbiguousText = new(
        "Rows to settle: {0}. They carry this person’s identity and something of somebody else’s; nothing is taken from them before you tick whose they are.",
        "Lignes à attribuer : {0}. Elles portent l’identité de cette personne et un élément d’une autre ; rien n’y est repris avant que vous ayez indiqué à qui elles sont.");
    public static readonly Text ToFindings = new("Look at the findings", "Voir les résultats");
    public static readonly Text ReviewTitle = new("Review the plan", "Examiner le plan");
    public static readonly Text ReviewAccess = new("Decide what is released and what is withheld, table by table and field by field.", "Décidez de ce qui est communiqué et de ce qui est écarté, table par table et champ par champ.");
    public static readonly Text ReviewErasure = new("Decide what is erased, replaced or kept, and on which ground. Nothing changes yet.", "Décidez de ce qui est effacé, remplacé ou conservé, et à quel titre. Rien n’est encore modifié.");
    public static readonly Text ReviewRectification = new(
        "Enter what is wrong and what is right; to what was said, attach what the person states. Nothing changes yet.",
        "Indiquez ce qui est inexact et la valeur exacte ; à des propos, joignez ce que déclare la personne. Rien n’est encore modifié.");
    public static readonly Text ToPlan = new("Go to the plan", "Voir le plan");
    public static readonly Text PreflightTitle = new("Run the dry run", "Lancer la simulation");
    public static readonly Text PreflightText = new(
        "The plan is carried out in each source and rolled back. It shows exactly what would change, and what would fail.",
        "Le plan est exécuté dans chaque source puis annulé. On voit exactement ce qui changerait, et ce qui échouerait.");
    public static readonly Text PreflightFailedTitle = new("The dry run found what would fail", "La simulation a trouvé ce qui échouerait");
    public static readonly Text PreflightFailedText = new("Nothing was changed. Change the plan, or the data map, and run it again.", "Rien n’a été modifié. Modifiez le plan, ou la cartographie, puis relancez-la.");
    public static readonly Text DecideTitle = new("Decide", "Décider");
    public static readonly Text DecideAccess = new("Granting makes the copy of their data with all that article 15 asks for.", "Faire droit produit la copie de ses données avec tout ce que demande l’article 15.");
    public static readonly Text DecideErasure = new("The dry run passed. Granting starts the erasure, which cannot be undone.", "La simulation a réussi. Faire droit lance l’effacement, qui ne peut pas être annulé.");
    public static readonly Text DecideRectification = new(
        "The dry run passed. Granting writes the corrected values and the statements.", "La simulation a réussi. Faire droit écrit les valeurs corrigées et les déclarations.");
    public static readonly Text DecideRestriction = new("Freeze the data in each system, then say what was frozen and what could not be. The answer says it.", "Gelez les données dans chaque système, puis indiquez ce qui l’a été et ce qui n’a pu l’être. La réponse le dit.");
    public static readonly Text DecideObjection = new("Direct marketing stops without discussion; anything else stops unless compelling grounds override.", "La prospection cesse sans discussion ; le reste cesse, sauf motifs légitimes et impérieux.");
    public static readonly Text DecideHumanReview = new("Record who reviewed the automated decision, with what outcome and why.", "Consignez qui a réexaminé la décision automatisée, avec quelle issue et pourquoi.");
    public static readonly Text DecidePortability = new("Granting makes the package: JSON and CSV of what they provided, and what was observed of them, under consent or contract.", "Faire droit produit le dossier : en JSON et CSV, ce que la personne a fourni et ce qui a été observé d’elle, sur consentement ou contrat.");
    public static readonly Text DecideNothingTitle = new("Nothing was found: answer that no data is held", "Rien n’a été trouvé : répondre qu’aucune donnée n’est détenue");
    public static readonly Text DecideNothingText = new(
        "No source holds anything under these identities. The answer says which systems were searched.",
        "Aucune source ne détient quoi que ce soit sous ces identités. La réponse indique les systèmes consultés.");
    public static readonly Text MapChangedTitle = new("The data map changed: search again", "La cartographie a changé : relancer la recherche");
    public static readonly Text MapChangedText = new("What was found rests on an earlier version of the map. A decision binds the map’s version.", "Les résultats reposent sur une version antérieure de la cartographie. Une décision est liée à sa version.");
    public static readonly Text SearchAgainTitle = new("Search again with what you answered", "Relancer la recherche avec vos réponses");
    public static readonly Text SearchAgainText = new(
        "Whose rows are whose, or an identity that you accepted, counts from the next search on.",
        "Vos réponses sur le titulaire des lignes et les identités acceptées valent à partir de la prochaine recherche.");
    public static readonly Text CountAgainTitle = new("Search again: something was erased by hand", "Relancer la recherche : un effacement à la main a eu lieu");
    public static readonly Text CountAgainText = new(
        "Another number of records was reported as erased than the plan counts, and nobody confirmed it. It stays on record; only a new search tells what is left.",
        "Le nombre de dossiers déclarés effacés diffère du plan et n’a pas été confirmé. Il reste consigné ; seule une nouvelle recherche dit ce qui reste.");
    public static readonly Text Article15Title = new("Complete the data map first", "Compléter d’abord la cartographie");
    public static readonly Text Article15Text = new(
        "An access answer must tell purpose, legal basis, recipients, retention, source, hosting, automated decisions and transfers. Something is missing for: {0}.",
        "Une réponse d’accès doit indiquer finalité, base légale, destinataires, durée de conservation, provenance, hébergement, décisions automatisées et transferts. Il en manque pour : {0}.");
    public static readonly Text ApproveTitle = new("A second person approves", "Une seconde personne approuve");
    public static readonly Text ApproveText = new(
        "{0} decided. Another DPO looks at the plan and approves, or sends it back. Approving starts the erasure.",
        "{0} a décidé. Un autre DPO examine le plan et approuve, ou le renvoie. L’approbation lance l’effacement.");
    public static readonly Text ApproveOther = new(
        "You decided. Another DPO looks at the plan and approves, or sends it back; nothing is erased before.",
        "Vous avez décidé. Un autre DPO examine le plan et approuve, ou le renvoie ; rien n’est effacé avant.");
    public static readonly Text ExecutingTitle = new("The decision is being carried out", "Exécution de la décision en cours");
    public static readonly Text AttentionTitle = new("A step needs you", "Une étape attend votre intervention");
    public static readonly Text AttentionOf = new("A step needs you: {0} {1}", "Une étape attend votre intervention : {0} {1}");
    public static readonly Text AnswerTitle = new("Hand over the answer", "Remettre la réponse");
    public static readonly Text AnswerText = new(
        "Record by which channel and on which day the answer leaves: the signed letter and receipt are issued with that day, for you to print or send. The clock ends there.",
        "Consignez par quel canal et quel jour la réponse part : la lettre et l’attestation signées sont établies à cette date, à imprimer ou envoyer. Le délai s’arrête là.");
    public static readonly Text TellTitle = new("Inform the recipients, then hand over the answer", "Informer les destinataires, puis remettre la réponse");
    public static readonly Text TellText = new("Not informed yet (art. 19): {0}.", "Pas encore informés (art. 19) : {0}.");
    public static readonly Text ToProof = new("Go to the recipients", "Voir les destinataires");
    public static readonly Text ClosedTitle = new("Closed: {0}", "Clôturée : {0}");
    public static readonly Text ClosedText = new("The receipts stay here for the person, the auditor and the authority.", "Les documents signés restent ici pour la personne, l’auditeur et l’autorité.");
    public static readonly Text ToReceipts = new("See the receipts", "Voir les documents signés");
}
