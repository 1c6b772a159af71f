using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

internal static class MapReviewText
{
    public static readonly Text Title = new("Review the map of {0}", "Revoir la cartographie de {0}");
    public static readonly Text Subtitle = new("What would change in the map in force, and who confirms it.", "Ce qui changerait dans la cartographie en vigueur, et qui le confirme.");
    public static readonly Text BackToMap = new("Back to the map", "Retour à la cartographie");
    public static readonly Text Before = new("Before", "Avant");
    public static readonly Text After = new("After", "Après");
    public static readonly Text What = new("What", "Quoi");
    public static readonly Text Who = new("Who confirms", "Qui confirme");
    public static readonly Text Dpo = new("DPO", "DPO");
    public static readonly Text Anybody = new("Administrator or DPO", "Administrateur ou DPO");
    public static readonly Text Changes = new("Changes", "Modifications");
    public static readonly Text ChangesFigure = new("Changes: {0}, in tables: {1}; for a DPO: {2}.", "Modifications : {0}, tables : {1} ; pour un DPO : {2}.");
    public static readonly Text NoChanges = new("The draft says the same as the map in force.", "Le brouillon dit la même chose que la cartographie en vigueur.");
    public static readonly Text NoDraft = new("There is no draft", "Il n’y a pas de brouillon");
    public static readonly Text NoDraftText = new("The map in force is unchanged.", "La cartographie en vigueur est inchangée.");
    public static readonly Text NewTable = new("New in the map", "Nouvelle dans la cartographie");
    public static readonly Text GoneTable = new("Taken out of the map", "Retirée de la cartographie");
    public static readonly Text WholeSource = new("The whole source", "La source entière");
    public static readonly Text Yes = new("yes", "oui");
    public static readonly Text Nothing = new("nothing", "rien");
    public static readonly Text LinesFigure = new("Lines: {0}", "Lignes : {0}");
    public static readonly Text Obstacles = new("Before it can be confirmed", "Avant de pouvoir confirmer");
    public static readonly Text Confirm = new("Confirm", "Confirmer");
    public static readonly Text ConfirmAll = new("Confirm the map", "Confirmer la cartographie");
    public static readonly Text ConfirmMine = new("Confirm what is mine", "Confirmer ce qui me revient");
    public static readonly Text ConfirmDpoHelp = new(
        "Everything comes into force as version {0}. Requests in review that rest on an earlier version come back to review.",
        "Tout entre en vigueur comme version {0}. Les demandes en examen qui s’appuient sur une version antérieure reviennent à l’examen.");
    public static readonly Text ConfirmAdminHelp = new(
        "What describes comes into force as version {0}. Ownership, erasure and retention stay in the draft until a DPO confirms them.",
        "Ce qui décrit entre en vigueur comme version {0}. Le rattachement, l’effacement et la conservation restent au brouillon jusqu’à la confirmation d’un DPO.");
    public static readonly Text WaitsForDpo = new("All of it waits for a DPO. They find it here.", "Tout attend un DPO, qui le trouvera ici.");
    public static readonly Text Reason = new("Reason", "Motif");
    public static readonly Text ReasonHelp = new("For those who read the history.", "Pour qui lira l’historique.");
    public static readonly Text Confirmed = new("Version {0} is in force.", "La version {0} est en vigueur.");
    public static readonly Text ConfirmedPart = new("Version {0} is in force. Left for a DPO: {1}.", "La version {0} est en vigueur. Reste pour un DPO : {1}.");
    public static readonly Text Discard = new("Discard the draft", "Abandonner le brouillon");
    public static readonly Text DiscardTitle = new("Discard the draft?", "Abandonner le brouillon ?");
    public static readonly Text DiscardText = new("All changes of the draft are lost. The map in force stays.", "Toutes les modifications du brouillon sont perdues. La cartographie en vigueur demeure.");
    public static readonly Text DraftBy = new("Last changed by {0}", "Dernière modification par {0}");
    public static readonly Text UnseenPeople = new("Say which tables are people.", "Dites quelles tables sont des personnes.");
    public static readonly Text Unseen = new("Nobody has looked at what was suggested.", "Personne n’a vu ce qui a été suggéré.");
    public static readonly Text ImportTitle = new("Import a map for {0}", "Importer une cartographie pour {0}");
    public static readonly Text ImportSubtitle = new("It becomes the draft and is reviewed as a difference before anything comes into force.", "Elle devient le brouillon et se revoit comme une différence avant toute entrée en vigueur.");
    public static readonly Text ImportFile = new("YAML file", "Fichier YAML");
    public static readonly Text ImportFileHelp = new("At most 4 MB.", "4 Mo au plus.");
    public static readonly Text ImportText = new("Or paste it here", "Ou collez-la ici");
    public static readonly Text ImportCheck = new("Check and compare", "Vérifier et comparer");
    public static readonly Text ImportDo = new("Make it the draft", "En faire le brouillon");
    public static readonly Text ImportReplaces = new("It replaces the present draft.", "Elle remplace le brouillon actuel.");
    public static readonly Text ImportFaults = new("The map was not read: nothing has changed", "La cartographie n’a pas été lue : rien n’a changé");
    public static readonly Text Line = new("Line {0}", "Ligne {0}");
    public static readonly Text TooLarge = new("The file is larger than 4 MB.", "Le fichier dépasse 4 Mo.");
    public static readonly Text NothingPasted = new("Choose a file or paste the map.", "Choisissez un fichier ou collez la cartographie.");

    public static string Of(MapObstacle obstacle) => obstacle.Kind switch
    {
        MapObstacleKind.PeopleUnconfirmed => UnseenPeople,
        MapObstacleKind.SuggestionUnseen => Unseen,
        MapObstacleKind.Contradiction => GapText.Of(obstacle.Warning!),
    };
}
