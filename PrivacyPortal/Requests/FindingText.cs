using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of what a search found.</summary>
internal static class FindingText
{
    public static readonly Text Drifted = new(
        "This source has changed since its map was confirmed. What is new there was not searched and would be missing from the answer: bring the map up to date, then search again.",
        "Cette source a changé depuis la confirmation de sa cartographie. Ce qui y est nouveau n’a pas été recherché et manquerait à la réponse : mettez la cartographie à jour, puis relancez la recherche.");
    public static readonly Text DriftedTitle = new("Changed since its map: {0}", "Modifiée depuis sa cartographie : {0}");
    public static readonly Text SourceSubtitle = new("Their rows: {0:N0} · searched {1} · data map version {2}", "Lignes à son sujet : {0:N0} · recherche du {1} · cartographie version {2}");
    public static readonly Text NothingTitle = new("Nothing found here", "Rien trouvé ici");
    public static readonly Text NothingText = new("This source holds nothing under the identities given.", "Cette source ne détient rien sous les identités fournies.");
    public static readonly Text MapChanged = new("The data map changed since this search: search again before you decide.", "La cartographie a changé depuis cette recherche : relancez-la avant de décider.");
    public static readonly Text OfTable = new("{0}: {1}", "{0} : {1}");
    public static readonly Text Destroyed = new("The values found have been destroyed, key first. Counts and proofs remain.", "Les valeurs trouvées ont été détruites, clé en premier. Les décomptes et les preuves demeurent.");
    public static readonly Text ShowRows = new("Show the rows", "Afficher les lignes");
    public static readonly Text RowsOf = new("Rows of {0}", "Lignes de {0}");
    public static readonly Text Path = new("Reached by {0}", "Atteint par {0}");
    public static readonly Text Withheld = new("withheld", "masqué");
    public static readonly Text Empty = new("empty", "vide");
    public static readonly Text Count = new("{0:N0} rows", "{0:N0} lignes");
    public static readonly Text CountOne = new("1 row", "1 ligne");
    public static readonly Text Previous = new("Previous rows", "Lignes précédentes");
    public static readonly Text Next = new("Next rows", "Lignes suivantes");
    public static readonly Text PageOf = new("{0} of {1}", "{0} sur {1}");
    public static readonly Text NoRows = new("There is nothing to show.", "Il n’y a rien à afficher.");

    public static readonly Text ThirdTitle = new("Others’ rows, met and withheld", "Lignes d’autrui, rencontrées et écartées");
    public static readonly Text ThirdText = new("Only their number is known here; nothing was followed from them.", "Seul leur nombre est connu ici ; rien n’a été suivi à partir d’elles.");
    public static readonly Text AmbiguousTitle = new("Whose rows are these?", "À qui sont ces lignes ?");
    public static readonly Text AmbiguousText = new("Tick each; it takes effect with a new search.", "Répondez pour chacune ; cela prend effet à la recherche suivante.");
    public static readonly Text RowOf = new("{0}, row {1}", "{0}, ligne {1}");
    public static readonly Text ProposalsTitle = new("Further identities met on the way", "Autres identités rencontrées");
    public static readonly Text ProposalsText = new(
        "This person’s rows carry these. They are never followed unasked: tick those that are really theirs.",
        "Les lignes de cette personne les portent. Elles ne sont jamais suivies d’office : cochez celles qui sont bien les siennes.");
    public static readonly Text ProposalFrom = new("{0} in {1}, {2}", "{0} dans {1}, {2}");
    public static readonly Text UnreachedTitle = new("Tables that no given identity reaches", "Tables qu’aucune identité fournie n’atteint");
    public static readonly Text UnreachedBy = new("would be reached by: {0}", "seraient atteintes par : {0}");
    public static readonly Text UnreachedNever = new("no identity can reach it: complete the data map", "aucune identité ne peut l’atteindre : complétez la cartographie");
    public static readonly Text Hidden = new(
        "The database may hide rows of these tables from the portal (row-level security): {0}. What is hidden is neither found nor erased. Have the portal’s role see them, then search again.",
        "La base peut cacher au portail des lignes de ces tables (sécurité au niveau des lignes) : {0}. Ce qui est caché n’est ni trouvé ni effacé. Faites en sorte que le rôle du portail les voie, puis relancez la recherche.");
    public static readonly Text UncastTitle = new("Values that could not be compared", "Valeurs impossibles à comparer");
    public static readonly Text UncastText = new("{0}, {1}: values that do not fit the column’s type: {2}", "{0}, {1} : valeurs qui ne conviennent pas au type de la colonne : {2}");
    public static readonly Text SaveAndSearch = new("Save and search again", "Enregistrer et relancer la recherche");
    public static readonly Text SaveConsequence = new("The plan made so far gives way to the new search.", "Le plan établi laisse place à la nouvelle recherche.");

    private static readonly Text Theirs = new("Theirs alone", "À elle seule");
    private static readonly Text NotTheirs = new("Somebody else’s", "À une autre personne");
    private static readonly Text OfBoth = new("Both", "Aux deux");
    public static readonly Text UnsearchedTitle = new("Not searched: {0}", "Non consultés : {0}");
    public static readonly Text Unsearched = new(
        "No search of this request went through these connected systems. Confirm their maps where they are missing, and search again; until then, no answer may call itself whole.",
        "Aucune recherche de cette demande n’est passée par ces systèmes raccordés. Confirmez leur cartographie si elle manque et relancez la recherche ; d’ici là, aucune réponse ne peut se dire complète.");
    public static readonly Text ToMaps = new("To the data sources", "Aux sources de données");
    private static readonly Text VerdictSubject = new("Theirs", "À cette personne");
    private static readonly Text VerdictBoth = new("Shared with others", "Partagée avec d’autres");
    private static readonly Text VerdictContext = new("Context, nobody’s", "Contexte, à personne");
    private static readonly Text SharedValue = new("The same value stands on several people (a shared mailbox or line?).", "La même valeur figure chez plusieurs personnes (boîte ou ligne partagée ?).");
    private static readonly Text SeveralOwners = new("The value stands on a row of several people; nothing tells whose it is.", "La valeur figure sur une ligne de plusieurs personnes ; rien ne dit à qui elle est.");
    private static readonly Text AnotherBeside = new("Somebody else’s value stands on the same row.", "La valeur d’une autre personne figure sur la même ligne.");
    private static readonly Text IdentityAgainstOwner = new("The row carries one person’s identity and belongs to another.", "La ligne porte l’identité d’une personne et appartient à une autre.");

    public static Text Of(TickAnswer answer) => answer switch
    {
        TickAnswer.Theirs => Theirs,
        TickAnswer.NotTheirs => NotTheirs,
        TickAnswer.Both => OfBoth,
    };

    public static Text Of(Verdict verdict) => verdict switch
    {
        Verdict.Subject => VerdictSubject,
        Verdict.Both => VerdictBoth,
        Verdict.Context => VerdictContext,
    };

    public static Text Of(Doubt doubt) => doubt switch
    {
        Doubt.SharedValue => SharedValue,
        Doubt.AnotherBeside => AnotherBeside,
        Doubt.IdentityAgainstOwner => IdentityAgainstOwner,
        Doubt.SeveralOwners => SeveralOwners,
    };
}
