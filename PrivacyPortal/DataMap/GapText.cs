using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

/// <summary>What a map leaves open, and what to do about it.</summary>
internal static class GapText
{
    private static readonly Text TableNotMapped = new("Not in the map: nothing of it is ever found or erased.", "Absente de la cartographie : rien n’y est jamais trouvé ni effacé.");
    private static readonly Text TableGone = new("The source no longer has this table. Take it out of the map.", "La source n’a plus cette table. Retirez-la de la cartographie.");
    private static readonly Text ColumnNotMapped = new("Column {0} is not in the map. Say what it is, or that it is nobody’s.", "La colonne {0} n’est pas dans la cartographie. Dites ce qu’elle est, ou qu’elle n’est à personne.");
    private static readonly Text ColumnGone = new("The source no longer has column {0}.", "La source n’a plus la colonne {0}.");
    private static readonly Text TargetGone = new("Reference {0} points at something that is gone.", "La référence {0} désigne quelque chose qui a disparu.");
    private static readonly Text TargetNotUnique = new("Reference {0} points at columns that are not unique: one value could mean several rows.", "La référence {0} désigne des colonnes non uniques : une valeur pourrait désigner plusieurs lignes.");
    private static readonly Text ReferenceNotMapped = new("The foreign key {0} is not in the map.", "La clé étrangère {0} n’est pas dans la cartographie.");
    private static readonly Text NotIndexed = new(
        "No index on {0}: each search and each deletion reads the whole table. An index would help.", "Pas d’index sur {0} : chaque recherche et chaque suppression lit toute la table. Un index aiderait.");
    private static readonly Text IdentityNotIndexed = new(
        "No index serves a search by {0}: each search reads the whole table.", "Aucun index ne sert la recherche par {0} : chaque recherche lit toute la table.");
    private static readonly Text RowsRead = new(" That is about {0:N0} rows each time.", " Soit environ {0:N0} lignes à chaque fois.");
    private static readonly Text Unreadable = new("The portal has no right to read it: a search that needs it fails.", "Le portail n’a pas le droit de la lire : une recherche qui en a besoin échoue.");
    private static readonly Text RowsHidden = new(
        "The source may hide rows of it from the portal (row-level security): what is hidden is neither found nor erased. Give the portal’s role a policy that shows every row.",
        "La source peut en cacher des lignes au portail (row-level security) : ce qui est caché n’est ni trouvé ni effacé. Donnez au rôle du portail une règle qui montre toutes les lignes.");
    private static readonly Text Foreign = new(
        "Shows rows of another database: they are neither searched nor erased through this one. Make that database a source of its own.",
        "Montre des lignes d’une autre base : elles ne sont ni recherchées ni effacées par celle-ci. Faites de cette base une source à part entière.");
    private static readonly Text SharedOwned = new("Reference {0} gives an owner to a shared table, or through one. It can only mention.", "La référence {0} donne un propriétaire à une table partagée, ou par elle. Elle ne peut que mentionner.");
    private static readonly Text Polymorphic = new("Reference {0} needs a type column and the value that means each table.", "La référence {0} demande une colonne de type et la valeur qui désigne chaque table.");
    private static readonly Text OfUnknown = new("Field {0} belongs to a reference that the table does not have.", "Le champ {0} dépend d’une référence que la table n’a pas.");
    private static readonly Text Unreachable = new("Holds personal data, and no identity leads to it: say which field is one, or what it refers to.", "Contient des données personnelles, et aucune identité n’y mène : dites quel champ en est une, ou ce qu’elle désigne.");
    private static readonly Text MustNotBeEmpty = new("{0} may not be empty: an erasure that leaves the row would fail. Give a replacement.", "{0} ne peut pas être vide : un effacement qui laisse la ligne échouerait. Donnez une valeur de remplacement.");
    private static readonly Text CannotBeWritten = new("{0} is part of the key or computed: it cannot be cleared.", "{0} fait partie de la clé ou est calculé : impossible de le vider.");
    private static readonly Text KeepIncomplete = new("Is kept without a date or a term. Say until when.", "Est conservée sans date ni durée. Dites jusqu’à quand.");
    private static readonly Text KeepIncompleteField = new("{0} is kept without a date or a term. Say until when.", "{0} est conservé sans date ni durée. Dites jusqu’à quand.");
    private static readonly Text ReplacementMissing = new("{0} is to be replaced: say by what.", "{0} doit être remplacé : dites par quoi.");
    private static readonly Text StatementUnfit = new(
        "{0} cannot take statements: it must be a text column that may be empty, with a category of its own.",
        "{0} ne peut pas recevoir de déclarations : il faut une colonne de texte qui peut être vide, avec sa catégorie.");
    private static readonly Text NoKey = new("Its rows have no key: they can be found, never corrected or erased.", "Ses lignes n’ont pas de clé : on peut les trouver, jamais les rectifier ni les effacer.");
    private static readonly Text View = new("A view: its rows are those of other tables.", "Une vue : ses lignes sont celles d’autres tables.");
    private static readonly Text Drifted = new("The source is not as it was when the map was confirmed.", "La source n’est plus telle qu’à la confirmation de la cartographie.");
    private static readonly Text Article15 = new(
        "Something that article 15 asks is missing (purpose, legal basis, recipients, retention, source, automated decisions or transfers): a request for access cannot be answered.",
        "Il manque un élément que demande l’article 15 (finalité, base légale, destinataires, durée, provenance, décisions automatisées ou transferts) : une demande d’accès ne peut recevoir de réponse.");

    public static string Of(MapWarning warning) => Sentence(warning).With(warning.Subject) + (warning.Rows is > 0 and var rows ? RowsRead.With(rows) : "");

    private static Text Sentence(MapWarning warning) => warning.Gap switch
    {
        MapGap.TableNotMapped => TableNotMapped,
        MapGap.TableGone => TableGone,
        MapGap.ColumnNotMapped => ColumnNotMapped,
        MapGap.ColumnGone => ColumnGone,
        MapGap.ReferenceTargetGone => TargetGone,
        MapGap.ReferenceTargetNotUnique => TargetNotUnique,
        MapGap.ReferenceNotMapped => ReferenceNotMapped,
        MapGap.ReferenceNotIndexed => NotIndexed,
        MapGap.IdentityNotIndexed => IdentityNotIndexed,
        MapGap.Unreadable => Unreadable,
        MapGap.RowsHidden => RowsHidden,
        MapGap.SharedTableOwned => SharedOwned,
        MapGap.PolymorphicIncomplete => Polymorphic,
        MapGap.OfUnknownReference => OfUnknown,
        MapGap.Unreachable => Unreachable,
        MapGap.MustNotBeEmpty => MustNotBeEmpty,
        MapGap.CannotBeWritten => CannotBeWritten,
        MapGap.KeepIncomplete => warning.Subject is null ? KeepIncomplete : KeepIncompleteField,
        MapGap.ReplacementMissing => ReplacementMissing,
        MapGap.StatementUnfit => StatementUnfit,
        MapGap.NoKey => NoKey,
        MapGap.ViewMapped => View,
        MapGap.ForeignTable => Foreign,
        MapGap.SchemaDrifted => Drifted,
        MapGap.Article15Incomplete => Article15,
    };
}
