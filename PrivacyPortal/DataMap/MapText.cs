using PrivacyPortal.Access;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

internal static class MapText
{
    public static readonly Text Title = new("Data map of {0}", "Cartographie de {0}");
    public static readonly Text Subtitle = new("What each table and field is, whose it is, why it is kept and what an erasure does to it.", "Ce qu’est chaque table et chaque champ, à qui il revient, pourquoi on le conserve et ce qu’en fait un effacement.");
    public static readonly Text People = new("Who are the people?", "Qui sont les personnes ?");
    public static readonly Text PeopleHelp = new(
        "Tick the tables in which each row is one person: customers, visitors, advisors. Everything else is suggested from them.",
        "Cochez les tables dont chaque ligne est une personne : clients, visiteurs, conseillers. Tout le reste est suggéré à partir d’elles.");
    public static readonly Text LooksLikePeople = new("looks like people", "ressemble à des personnes");
    public static readonly Text ConfirmPeople = new("Confirm people and suggest the rest", "Confirmer et suggérer le reste");
    public static readonly Text ChangePeople = new("People and suggestions", "Personnes et suggestions");
    public static readonly Text FindTable = new("Find a table", "Chercher une table");
    public static readonly Text TableList = new("Tables of the source", "Tables de la source");
    public static readonly Text NoTableFound = new("No table has this name.", "Aucune table ne porte ce nom.");
    public static readonly Text ColumnsOf = new("Columns: {0}", "Colonnes : {0}");
    public static readonly Text BadgePeople = new("People", "Personnes");
    public static readonly Text BadgeOwned = new("Owned", "Rattachée");
    public static readonly Text BadgeShared = new("Shared", "Partagée");
    public static readonly Text BadgeIgnored = new("Left out", "Écartée");
    public static readonly Text BadgeUncovered = new("Not in the map", "Non couverte");
    public static readonly Text BadgeSuggested = new("Suggested", "Suggérée");
    public static readonly Text BadgeGone = new("Gone", "Disparue");
    public static readonly Text BadgeView = new("View", "Vue");
    public static readonly Text BadgeChanged = new("Changed", "Modifiée");
    public static readonly Text SuggestedTitle = new("This is a suggestion", "Ceci est une suggestion");
    public static readonly Text SuggestedText = new("Guessed from names, keys and a few values. Correct what is wrong, then confirm that you have looked at it.", "Déduite des noms, des clés et de quelques valeurs. Corrigez ce qui est faux, puis confirmez l’avoir vue.");
    public static readonly Text ConfirmTable = new("Confirm this table", "Confirmer cette table");
    public static readonly Text ConfirmAll = new("Confirm all suggestions ({0})", "Confirmer toutes les suggestions ({0})");
    public static readonly Text ConfirmAllTitle = new("Confirm all suggestions?", "Confirmer toutes les suggestions ?");
    public static readonly Text ConfirmAllText = new(
        "Tables filled in by guessing: {0}. Confirmed unseen, a wrong guess would hand over or leave out somebody’s data. Nothing comes into force before the map is reviewed and confirmed.",
        "Tables remplies par déduction : {0}. Confirmée sans être vue, une suggestion fausse livrerait ou oublierait les données de quelqu’un. Rien n’entre en vigueur avant la revue et la confirmation de la cartographie.");
    public static readonly Text SaveTable = new("Save in the draft", "Enregistrer dans le brouillon");
    public static readonly Text SavedTable = new("Saved in the draft.", "Enregistré dans le brouillon.");
    public static readonly Text SpreadFacts = new("Use these facts where they are missing", "Reprendre ces éléments là où ils manquent");
    public static readonly Text SpreadFactsHelp = new(
        "Gives what article 15 asks to the tables that do not say it.", "Donne ce que demande l’article 15 aux tables qui ne l’indiquent pas.");
    public static readonly Text LeaveOut = new("Take out of the map", "Retirer de la cartographie");
    public static readonly Text PutIn = new("Put into the map", "Ajouter à la cartographie");
    public static readonly Text NotInMap = new("This table is not in the map", "Cette table n’est pas dans la cartographie");
    public static readonly Text NotInMapText = new("Nothing of it is found for a request and nothing is erased. If it holds nothing of anybody, put it in and choose “left out”.", "Rien n’y est trouvé pour une demande et rien n’y est effacé. Si elle ne contient rien sur personne, ajoutez-la et choisissez « écartée ».");
    public static readonly Text ChooseTable = new("Choose a table.", "Choisissez une table.");
    public static readonly Text Governed = new("comes into force when a DPO confirms it", "entre en vigueur quand un DPO le confirme");
    public static readonly Text GovernedHelp = new(
        "The scales mark what only a DPO brings into force: ownership, erasure, retention.", "La balance marque ce que seul un DPO met en vigueur : le rattachement, l’effacement, la conservation.");
    public static readonly Text TableTitle = new("Name for people", "Nom pour les personnes");
    public static readonly Text TableTitleHelp = new("As the person reads it in an answer. Empty: {0}.", "Tel que la personne le lira. Vide : {0}.");
    public static readonly Text Role = new("What its rows are", "Ce que sont ses lignes");
    public static readonly Text RoleLabel = new("Shown in place of the name", "Affiché à la place du nom");
    public static readonly Text RoleLabelHelp = new("Where a row of this person appears in somebody else’s conversation: Advisor.", "Quand cette personne figure dans la conversation d’autrui : Conseiller.");
    public static readonly Text Statement = new("Column for statements", "Colonne des déclarations");
    public static readonly Text StatementHelp = new(
        "Takes what a person states on something said here: it is never rewritten (art. 16).", "Reçoit ce qu’une personne déclare sur des propos : ils ne sont jamais réécrits (art. 16).");
    public static readonly Text NoStatement = new("none: attached by hand", "aucune : jointe à la main");
    public static readonly Text OnErasure = new("On erasure", "À l’effacement");
    public static readonly Text Purpose = new("Purpose", "Finalité");
    public static readonly Text LegalBasis = new("Legal basis", "Base légale");
    public static readonly Text Recipients = new("Recipients, by name", "Destinataires nommés");
    public static readonly Text RecipientsHelp = new("Separated by commas (C-154/21). Nobody: none", "Séparés par des virgules (C-154/21). Personne : néant");
    public static readonly Text Source = new("Where it comes from", "Provenance");
    public static readonly Text SourceHelp = new("Such as: the person themselves", "Par exemple : la personne elle-même");
    public static readonly Text Automated = new("Automated decisions", "Décisions automatisées");
    public static readonly Text AutomatedHelp = new(
        "In words for the person: what a machine alone decides with these data, by what logic and with what consequence (art. 22). Nothing: none",
        "En mots, pour la personne : ce qu’une machine décide seule à partir de ces données, selon quelle logique et avec quelle conséquence (art. 22). Rien : néant");
    public static readonly Text Transfers = new("Transfers outside the EEA", "Transferts hors de l’EEE");
    public static readonly Text TransfersHelp = new(
        "To which country recipients take them, and on what that rests (art. 46). Nowhere: none",
        "Dans quel pays les destinataires les emportent, et sur quoi cela repose (art. 46). Nulle part : néant");
    public static readonly Text Retention = new("Kept how long", "Durée de conservation");
    public static readonly Text RetentionHelp = new("In words for the person.", "En mots, pour la personne.");
    public static readonly Text FromTable = new("As for the table", "Comme la table");
    public static readonly Text Why = new("Why and how long", "Pourquoi et combien de temps");
    public static readonly Text Fields = new("Fields", "Champs");
    public static readonly Text Field = new("Field", "Champ");
    public static readonly Text Category = new("Category", "Catégorie");
    public static readonly Text CategoryHelp = new("Empty: nothing personal.", "Vide : rien de personnel.");
    public static readonly Text Identity = new("Identity", "Identité");
    public static readonly Text IdentityHelp = new("A search can start from its value.", "Une recherche peut partir de sa valeur.");
    public static readonly Text FieldOf = new("Belongs to", "Appartient à");
    public static readonly Text FieldOfHelp = new("The person that this reference leads to, wherever the field stands.", "La personne à laquelle mène cette référence, où que soit le champ.");
    public static readonly Text TheRow = new("the row", "la ligne");
    public static readonly Text Article9 = new("Special category (art. 9)", "Catégorie particulière (art. 9)");
    public static readonly Text Replacement = new("Replaced by", "Remplacé par");
    public static readonly Text Details = new("Details of {0}", "Détails de {0}");
    public static readonly Text Key = new("key", "clé");
    public static readonly Text Required = new("required", "obligatoire");
    public static readonly Text Computed = new("computed", "calculé");
    public static readonly Text AddJson = new("Add a value inside JSON", "Ajouter une valeur dans du JSON");
    public static readonly Text JsonName = new("Column and path, such as payload$.contact.email", "Colonne et chemin, par exemple payload$.contact.email");
    public static readonly Text AddField = new("Add", "Ajouter");
    public static readonly Text RemoveField = new("Remove field {0}", "Retirer le champ {0}");
    public static readonly Text References = new("References", "Références");
    public static readonly Text ReferencesHelp = new("What its rows point at, and what that says about whose they are.", "Ce que désignent ses lignes, et ce que cela dit de leur propriétaire.");
    public static readonly Text NoReferences = new("This table refers to nothing.", "Cette table ne fait référence à rien.");
    public static readonly Text AddReference = new("Add a reference", "Ajouter une référence");
    public static readonly Text RemoveReference = new("Remove reference {0}", "Retirer la référence {0}");
    public static readonly Text ReferenceName = new("Name", "Nom");
    public static readonly Text Columns = new("Columns", "Colonnes");
    public static readonly Text TypeColumn = new("Type column", "Colonne de type");
    public static readonly Text TypeColumnHelp = new("If another column says which table is meant.", "Si une autre colonne dit quelle table est désignée.");
    public static readonly Text When = new("Where it is", "Quand elle vaut");
    public static readonly Text Target = new("Points at table", "Désigne la table");
    public static readonly Text TargetColumns = new("Columns there", "Colonnes là-bas");
    public static readonly Text TargetColumnsHelp = new("Empty: its key.", "Vide : sa clé.");
    public static readonly Text Says = new("What it says", "Ce qu’elle dit");
    public static readonly Text ForSubject = new("If the subject is in {0}", "Si la personne est dans {0}");
    public static readonly Text SameKind = new("the same", "la même chose");
    public static readonly Text AddTarget = new("Add a table", "Ajouter une table");
    public static readonly Text RemoveTarget = new("Remove", "Retirer");
    public static readonly Text Declared = new("foreign key", "clé étrangère");
    public static readonly Text Ground = new("Ground (art. 17(3))", "Fondement (art. 17, § 3)");
    public static readonly Text Until = new("Until", "Jusqu’au");
    public static readonly Text Months = new("or for so many months", "ou pendant (mois)");
    public static readonly Text After = new("after the latest date in", "après la dernière date de");
    public static readonly Text Law = new("Rule that obliges", "Texte qui l’impose");
    public static readonly Text Read = new("Only shown: your role cannot change the map.", "Consultation seule : votre rôle ne modifie pas la cartographie.");
    public static readonly Text MissingFacts = new("Missing for an answer under article 15: {0}.", "Manque pour une réponse au titre de l’article 15 : {0}.");
    public static readonly Text MissingOf = new("{0} ({1})", "{0} ({1})");

    private static readonly Text Incomplete = new("Not everything has been looked at, or the map contradicts the source: see the list.", "Tout n’a pas été vu, ou la cartographie contredit la source : voyez la liste.");
    private static readonly Text NotYours = new("All that is left waits for a DPO.", "Tout ce qui reste attend un DPO.");
    private static readonly Text Nothing = new("There is nothing to confirm.", "Il n’y a rien à confirmer.");

    public static Text Of(Refusal refusal) => refusal switch
    {
        Refusal.Incomplete => Incomplete,
        Refusal.Forbidden => NotYours,
        Refusal.WrongState => Nothing,
        _ => SourceText.Of(refusal),
    };

    private static readonly Text Syntax = new("This is no valid YAML: {0}", "Ce n’est pas du YAML valable : {0}");
    private static readonly Text Tab = new("A tab stands at the start of the line. YAML wants blanks.", "La ligne commence par une tabulation. YAML veut des espaces.");
    private static readonly Text TooLarge = new("The document is too large.", "Le document est trop volumineux.");
    private static readonly Text Format = new("The format {0} is not known here.", "Le format {0} n’est pas connu ici.");
    private static readonly Text UnknownKey = new("“{0}” is not known here.", "« {0} » n’est pas connu ici.");
    private static readonly Text Missing = new("“{0}” is missing.", "« {0} » manque.");
    private static readonly Text NotASection = new("“{0}” must hold entries of its own.", "« {0} » doit contenir des entrées.");
    private static readonly Text NotAText = new("“{0}” must be a text.", "« {0} » doit être un texte.");
    private static readonly Text NotAList = new("“{0}” must be a list of texts.", "« {0} » doit être une liste de textes.");
    private static readonly Text NotAWord = new("“{0}” is not possible here. Possible: {1}.", "« {0} » n’est pas possible ici. Valeurs possibles : {1}.");
    private static readonly Text NotADate = new("“{0}” is no date. Write it as 2036-12-31.", "« {0} » n’est pas une date. Écrivez-la 2036-12-31.");
    private static readonly Text NotANumber = new("“{0}” is no whole number.", "« {0} » n’est pas un nombre entier.");
    private static readonly Text NotYesOrNo = new("“{0}” is answered by yes or no.", "« {0} » se répond par yes ou no.");
    private static readonly Text UnknownTable = new("The source has no table “{0}”.", "La source n’a pas de table « {0} ».");
    private static readonly Text UnknownColumn = new("Table {1} has no column “{0}”.", "La table {1} n’a pas de colonne « {0} ».");
    private static readonly Text NotAPath = new(
        "“{0}” is no place in an answer: write a JSON Pointer (/data/0/id) or a path such as $.data[0].id.",
        "« {0} » n’est pas un endroit d’une réponse : écrivez un JSON Pointer (/data/0/id) ou un chemin comme $.data[0].id.");
    private static readonly Text NotACall = new(
        "“{0}” is no call: write a method and a path, such as GET /contacts/{{id}}.",
        "« {0} » n’est pas un appel : écrivez une méthode et un chemin, par exemple GET /contacts/{{id}}.");
    private static readonly Text UnknownValue = new(
        "Nothing fills {{{0}}} here: name a field that the call is asked by, or one of “values”.",
        "Rien ne remplit {{{0}}} ici : nommez un champ par lequel l’appel est demandé, ou une des « values ».");
    private static readonly Text NotJson = new("The body of {0} is no JSON once it is filled.", "Le corps de {0} n’est pas du JSON une fois rempli.");
    private static readonly Text UnknownReference = new("The table has no reference “{0}”.", "La table n’a pas de référence « {0} ».");

    public static string Of(MapFault fault) => (fault.Kind switch
    {
        MapFaultKind.Syntax => Syntax,
        MapFaultKind.Tab => Tab,
        MapFaultKind.TooLarge => TooLarge,
        MapFaultKind.Format => Format,
        MapFaultKind.UnknownKey => UnknownKey,
        MapFaultKind.Missing => Missing,
        MapFaultKind.NotASection => NotASection,
        MapFaultKind.NotAText => NotAText,
        MapFaultKind.NotAList => NotAList,
        MapFaultKind.NotAWord => NotAWord,
        MapFaultKind.NotADate => NotADate,
        MapFaultKind.NotANumber => NotANumber,
        MapFaultKind.NotYesOrNo => NotYesOrNo,
        MapFaultKind.UnknownTable => UnknownTable,
        MapFaultKind.UnknownColumn => UnknownColumn,
        MapFaultKind.UnknownReference => UnknownReference,
        MapFaultKind.NotAPath => NotAPath,
        MapFaultKind.NotACall => NotACall,
        MapFaultKind.UnknownValue => UnknownValue,
        MapFaultKind.NotJson => NotJson,
    }).With(fault.Detail, fault.Expected);
}
