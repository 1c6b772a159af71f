using PrivacyPortal.Connectors;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>What a dry run or an execution says, in the words of the data map.</summary>
internal static class PreflightText
{
    public static readonly Text PassedTitle = new("The dry run passed: this is what will change", "La simulation a réussi : voici ce qui changera");
    public static readonly Text DoneTitle = new("Carried out: this is what the dry run had announced", "Exécuté : voici ce que la simulation avait annoncé");
    public static readonly Text FailedTitle = new("The dry run found what would fail; nothing was changed", "La simulation a trouvé ce qui échouerait ; rien n’a été modifié");
    public static readonly Text OneByOne = new(
        "This source has no transaction, so there is no roll-back: nothing was tried, but every row was read and every change has a declared call. The calls will be sent one after another, and each is recorded.",
        "Cette source n’a pas de transaction, donc pas d’annulation : rien n’a été essayé, mais chaque ligne a été lue et chaque changement a un appel déclaré. Les appels partiront l’un après l’autre, et chacun sera consigné.");
    public static readonly Text OneByOneTitle = new("Every change can be made: this is what will change", "Chaque changement est possible : voici ce qui changera");
    public static readonly Text Table = new("Table", "Table");
    public static readonly Text What = new("What happens", "Ce qui se passe");
    public static readonly Text Rows = new("Rows", "Lignes");
    public static readonly Text Effects = new("Triggers and cascades also change, without harm to anybody: {0}.", "Déclencheurs et cascades modifient aussi, sans nuire à personne : {0}.");
    public static readonly Text EffectOf = new("{0} ({1})", "{0} ({1})");
    public static readonly Text ByHand = new(
        "Statements that this source has no column for: {0}. They are kept with the file, and after the decision a task asks that they be attached by hand.",
        "Déclarations pour lesquelles cette source n’a pas de colonne : {0}. Elles sont conservées au dossier et, après la décision, une tâche demande de les joindre à la main.");
    public static readonly Text Kept = new("What is kept, and why", "Ce qui est conservé, et pourquoi");
    private static readonly Text Deleted = new("Rows deleted", "Lignes supprimées");
    private static readonly Text Shell = new("Row stays as a shell (others’ rows point at it); personal fields erased", "La ligne demeure vidée (des lignes d’autrui la désignent) ; champs personnels effacés");
    private static readonly Text Fields = new("Fields erased, row kept", "Champs effacés, ligne conservée");
    private static readonly Text Corrected = new("Fields corrected or statements attached", "Champs corrigés ou déclarations jointes");
    private static readonly Text KeptWhole = new("Kept whole on its ground", "Conservée en entier, avec son fondement");
    private static readonly Text OfFields = new("What others’ rows quote of this person erased", "Citations de cette personne effacées dans les lignes d’autrui");
    private static readonly Text Left = new("Left as it is", "Laissée telle quelle");

    private static readonly Text OthersRows = new("{0}: a trigger or cascade would change rows of somebody else’s ({1}).", "{0} : un déclencheur ou une cascade modifierait des lignes d’autrui ({1}).");
    private static readonly Text DataChanged = new("{0}: the data changed since the search. Search again.", "{0} : les données ont changé depuis la recherche. Relancez-la.");
    private static readonly Text MapChanged = new("{0}: the data map changed since the search. Search again.", "{0} : la cartographie a changé depuis la recherche. Relancez-la.");
    private static readonly Text SchemaDrifted = new(
        "{0}: tables or columns changed since the data map was confirmed. Have the map confirmed, then search again.",
        "{0} : des tables ou des colonnes ont changé depuis la confirmation de la cartographie. Faites-la confirmer, puis relancez la recherche.");
    private static readonly Text Ambiguous = new("{0}: rows whose owner has not been said ({1}).", "{0} : lignes dont le titulaire n’a pas été indiqué ({1}).");
    private static readonly Text Residue = new("{0}: rows would be found again after the erasure, written anew by a trigger ({1}).", "{0} : des lignes seraient retrouvées après l’effacement, réécrites par un déclencheur ({1}).");
    private static readonly Text KeepIncomplete = new("{0}: kept without ground or without an end.", "{0} : conservation sans fondement ou sans terme.");
    private static readonly Text SaidRewritten = new("{0}: what somebody said would be rewritten ({1}). Attach a statement instead.", "{0} : des propos seraient réécrits ({1}). Joignez plutôt une déclaration.");
    private static readonly Text WholeSource = new("The source", "La source");

    public static Text Of(ErasureAction action, bool rectifies) => action switch
    {
        ErasureAction.Delete => Deleted,
        ErasureAction.Shell => Shell,
        ErasureAction.Fields when rectifies => Corrected,
        ErasureAction.Fields => Fields,
        ErasureAction.Keep => KeptWhole,
        ErasureAction.OfFields => OfFields,
        ErasureAction.Leave => Left,
    };

    public static string Of(PreflightFailure failure, Func<string, string> title)
    {
        var table = failure.Table is { } name ? title(name) : WholeSource.ToString();
        return failure.Cause switch
        {
            PreflightCause.Refused when failure.Refused is { } refused =>
                ConnectorText.Of(refused.Refusal).With(title(refused.Table), string.Join(", ", refused.Columns), refused.Detail),
            PreflightCause.Source when failure.Source is { } source => ConnectorText.Of(source),
            PreflightCause.Refused or PreflightCause.Source => ConnectorText.Of(ChangeRefusal.Other).With(table, "", ""),
            PreflightCause.OthersRows => OthersRows.With(table, failure.Rows),
            PreflightCause.DataChanged => DataChanged.With(table),
            PreflightCause.MapChanged => MapChanged.With(table),
            PreflightCause.SchemaDrifted => SchemaDrifted.With(table),
            PreflightCause.Ambiguous => Ambiguous.With(table, failure.Rows),
            PreflightCause.Residue => Residue.With(table, failure.Rows),
            PreflightCause.KeepIncomplete => KeepIncomplete.With(table),
            PreflightCause.SaidRewritten => SaidRewritten.With(table, failure.Rows),
        };
    }
}
