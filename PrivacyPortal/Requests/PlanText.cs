using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of the plan: what is decided per finding and field.</summary>
internal static class PlanText
{
    public static readonly Text ByHand = new(
        "The owner of this source corrects it by hand, once you have decided: the task carries what the person asks, and what is corrected and stated elsewhere.",
        "Le responsable de cette source la rectifie à la main après votre décision : la tâche porte ce que demande la personne, et ce qui est rectifié et déclaré ailleurs.");
    public static readonly Text Intro = new("What you leave unchanged follows the data map.", "Ce que vous laissez tel quel suit la cartographie.");
    public static readonly Text Confirm = new("Confirm the plan", "Confirmer le plan");
    public static readonly Text ConfirmConsequence = new("Kept with the request; nothing changes in the sources. A dry run made before must be made again.", "Conservé avec la demande ; rien ne change dans les sources. Une simulation antérieure est à refaire.");
    public static readonly Text Reviewed = new("Confirmed", "Confirmé");
    public static readonly Text NotReviewed = new("To be confirmed", "À confirmer");
    public static readonly Text OvertakenTitle = new("Somebody else has confirmed another plan", "Quelqu’un d’autre a confirmé un autre plan");
    public static readonly Text Overtaken = new(
        "Of {0}. What you chose here is not saved, and would undo theirs. Look at their plan, then change what you still want to change.",
        "Pour {0}. Vos choix sur cette page ne sont pas enregistrés et annuleraient les siens. Regardez son plan, puis changez ce que vous voulez encore changer.");
    public static readonly Text ShowTheirs = new("Show their plan", "Afficher son plan");
    public static readonly Text Saved = new("The plan is confirmed.", "Le plan est confirmé.");
    public static readonly Text NothingHere = new("Nothing of this person here.", "Rien de cette personne ici.");
    public static readonly Text Locked = new("The plan can be changed while the request is in review.", "Le plan peut être modifié tant que la demande est en examen.");
    public static readonly Text Decision = new("Decision for {0}", "Décision pour {0}");
    public static readonly Text AsSuggested = new("As suggested: {0}", "Comme proposé : {0}");
    public static readonly Text FieldByField = new("Field by field", "Champ par champ");
    public static readonly Text Field = new("Field", "Champ");
    public static readonly Text CategoryOf = new("Category", "Catégorie");
    public static readonly Text What = new("What happens", "Ce qui se passe");
    public static readonly Text WithTable = new("With its table", "Comme sa table");
    public static readonly Text Reason = new("Reason, for the person", "Motif, pour la personne");
    public static readonly Text BothShown = new("Only what is of this person is shown; the rest stays withheld.", "Seul ce qui relève de cette personne est montré ; le reste demeure masqué.");
    public static readonly Text BothLeft = new("Shared with others: nothing is written here.", "Partagées avec d’autres : rien n’est modifié ici.");
    public static readonly Text QuotesTitle = new("What others’ rows quote of this person", "Ce que des lignes d’autrui citent de cette personne");
    public static readonly Text QuotesText = new("Erased there only with your tick; nothing else of those rows is written.", "Effacé à ces endroits seulement si vous le cochez ; rien d’autre n’y est modifié.");
    public static readonly Text QuoteOf = new("{0}, {1} (rows: {2:N0})", "{0}, {1} (lignes : {2:N0})");
    public static readonly Text QuoteShared = new("In what is shared with others.", "Dans ce qui est partagé avec d’autres.");
    public static readonly Text QuoteOfOthers = new(
        "In what is another person’s alone: only its number is known here.", "Dans ce qui n’est qu’à une autre personne : seul son numéro est connu ici.");
    public static readonly Text QuoteKeys = new("Row number: {0}.", "Numéro de ligne : {0}.");
    public static readonly Text QuoteRows = new("Show where they quote", "Afficher où l’on cite");
    public static readonly Text Ground = new("Ground", "Fondement");
    public static readonly Text Until = new("Until", "Jusqu’au");
    public static readonly Text UntilMissing = new("Say until when it is kept: the dry run would refuse it.", "Indiquez jusqu’à quand : la simulation le refuserait.");
    public static readonly Text EndMissing = new("Not confirmed: what is to be kept needs an end, and a value must fit its field.", "Non confirmé : ce qui est conservé doit avoir un terme, et une valeur convenir à son champ.");
    public static readonly Text UntilTerm = new("empty: the data map’s term", "vide : la durée de la cartographie");
    public static readonly Text Law = new("Rule that obliges", "Règle applicable");
    public static readonly Text Value = new("Replaced by", "Remplacé par");
    public static readonly Text Compact = new(
        "Rewrite the database file after the erasure, so that no space freed earlier still holds values (locks the database meanwhile)",
        "Réécrire le fichier de la base après l’effacement, afin qu’aucun espace libéré auparavant ne contienne encore de valeurs (verrouille la base pendant ce temps)");
    public static readonly Text OwnText = new("Also search whole text columns for this person’s identities after the erasure (slow on large tables)", "Après l’effacement, chercher aussi les identités de cette personne dans les colonnes de texte entières (lent sur les grandes tables)");
    public static readonly Text OwnTextCost = new("It would read about {0:N0} rows, {1:N0} text columns.", "Elle lirait environ {0:N0} lignes, {1:N0} colonnes de texte.");
    public static readonly Text OwnTextCalls = new(
        "It would read every row of {0:N0} text columns, page by page, by calls: how many rows there are is not known before.",
        "Elle lirait toutes les lignes de {0:N0} colonnes de texte, page par page, par appels : leur nombre n’est pas connu d’avance.");
    public static readonly Text OwnTextNot = new("Not searched, because the source cannot list their rows: {0}.", "Sans recherche, car la source ne peut lister leurs lignes : {0}.");
    public static readonly Text OwnTextUnknown = new("What it would cost cannot be told: the source does not answer now.", "Son coût ne peut être indiqué : la source ne répond pas pour l’instant.");
    public static readonly Text Redact = new("Redact", "Caviarder");
    public static readonly Text RedactTitle = new("Redact a text", "Caviarder un texte");
    public static readonly Text RedactHelp = new("Replace what concerns others, for instance by […]. The source is not changed; the person sees this text.", "Remplacez ce qui concerne autrui, par exemple par […]. La source n’est pas modifiée ; la personne verra ce texte.");
    public static readonly Text Redacted = new("Redacted passages: {0}", "Passages caviardés : {0}");
    public static readonly Text Correct = new("Correct", "Corriger");
    public static readonly Text CorrectTitle = new("Correct {0}", "Corriger {0}");
    public static readonly Text Before = new("Before", "Avant");
    public static readonly Text After = new("After", "Après");
    public static readonly Text Corrections = new("Corrections", "Corrections");
    public static readonly Text NoCorrections = new(
        "Open the rows and choose what to correct. To what was said you attach a statement.", "Affichez les lignes et choisissez ce qu’il faut corriger. À des propos, vous joignez une déclaration.");
    public static readonly Text Remove = new("Remove the correction of {0}", "Retirer la correction de {0}");
    public static readonly Text NeverRewritten = new(
        "What was said is not rewritten, because it shows what was said. Attach what the person states on it (art. 16, second sentence).",
        "Des propos ne se réécrivent pas : ils montrent ce qui a été dit. Joignez-y ce que la personne déclare (art. 16, seconde phrase).");
    public static readonly Text Attach = new("Attach a statement", "Joindre une déclaration");
    public static readonly Text AttachTo = new("Attach a statement to {0}", "Joindre une déclaration : {0}");
    public static readonly Text Said = new("What was said", "Ce qui a été dit");
    public static readonly Text StatementOf = new("Statement of the person", "Déclaration de la personne");
    public static readonly Text StatementHelp = new("In the person’s own words. Empty: no statement.", "Dans les mots de la personne. Vide : pas de déclaration.");
    public static readonly Text Statements = new("Statements", "Déclarations");
    public static readonly Text Place = new("Where", "Où");
    public static readonly Text InColumn = new("In the source, column {0}", "Dans la source, colonne {0}");
    public static readonly Text KeptWithFile = new("Kept with the file; attached by hand after the decision", "Conservée au dossier ; jointe à la main après la décision");
    public static readonly Text RemoveStatement = new("Remove the statement on {0}", "Retirer la déclaration sur {0}");
    public static readonly Text Apply = new("Apply", "Appliquer");
    public static readonly Text Show = new("Show", "Communiquer");
    public static readonly Text Withhold = new("Withhold", "Ne pas communiquer");
    private static readonly Text DeleteRow = new("Delete the rows", "Supprimer les lignes");
    private static readonly Text ChangeFields = new("Keep the rows, erase their fields", "Garder les lignes, effacer leurs champs");
    private static readonly Text KeepRow = new("Keep whole, article 17(3)", "Conserver en entier, article 17(3)");
    private static readonly Text Clear = new("Clear", "Vider");
    private static readonly Text Replace = new("Replace", "Remplacer");
    private static readonly Text KeepField = new("Keep, article 17(3)", "Conserver, article 17(3)");
    private static readonly Text Pseudonymise = new("Pseudonymise (reported as kept)", "Pseudonymiser (indiqué comme conservé)");

    public static Text Of(Release release) => release switch
    {
        Release.Release => Show,
        Release.Withhold => Withhold,
    };

    public static Text Of(RowErasure action) => action switch
    {
        RowErasure.Delete => DeleteRow,
        RowErasure.Fields => ChangeFields,
        RowErasure.Keep => KeepRow,
    };

    public static Text Of(FieldErasure action) => action switch
    {
        FieldErasure.Clear => Clear,
        FieldErasure.Replace => Replace,
        FieldErasure.Keep => KeepField,
        FieldErasure.Pseudonymise => Pseudonymise,
    };

    public static Text Of(KeepGround ground) => RequestText.Of(ground switch
    {
        KeepGround.FreedomOfExpression => RefusalGround.FreedomOfExpression,
        KeepGround.LegalObligation => RefusalGround.LegalObligation,
        KeepGround.PublicHealth => RefusalGround.PublicHealth,
        KeepGround.Archiving => RefusalGround.Archiving,
        KeepGround.LegalClaims => RefusalGround.LegalClaims,
    });
}
