using PrivacyPortal.Language;

namespace PrivacyPortal.Connectors;

/// <summary>What data sources say, in words.</summary>
public static class ConnectorText
{
    private static readonly Text Missing = new(
        "There is no file or database at this address. Check the path.",
        "Aucun fichier ni aucune base à cette adresse. Vérifiez le chemin.");

    private static readonly Text NotADatabase = new(
        "This file is not a database, or it is encrypted.",
        "Ce fichier n’est pas une base de données, ou il est chiffré.");

    private static readonly Text Corrupt = new(
        "The database is damaged. Restore it from a backup before going on.",
        "La base est endommagée. Restaurez-la depuis une sauvegarde avant de poursuivre.");

    private static readonly Text Locked = new(
        "Another program holds the database. Try again when it has finished.",
        "Un autre programme verrouille la base. Réessayez lorsqu’il aura terminé.");

    private static readonly Text ReadOnly = new(
        "The database can be read but not written with these rights. Access can be answered; rectification and erasure cannot.",
        "La base peut être lue mais pas modifiée avec ces droits. L’accès est possible ; la rectification et l’effacement ne le sont pas.");

    private static readonly Text PermissionDenied = new(
        "The portal has no right to open this database.",
        "Le portail n’a pas le droit d’ouvrir cette base.");

    private static readonly Text Full = new("The disk is full.", "Le disque est plein.");

    private static readonly Text SchemaChanged = new(
        "The database no longer has a table or column that the data map names. Review the map.",
        "La base n’a plus une table ou une colonne que nomme la cartographie. Revoyez la cartographie.");

    private static readonly Text Unreachable = new("The data source does not answer.", "La source de données ne répond pas.");

    private static readonly Text NotNull = new("{0}: {1} may not be empty.", "{0} : {1} ne peut pas être vide.");
    private static readonly Text Unique = new("{0}: the value of {1} exists already.", "{0} : la valeur de {1} existe déjà.");
    private static readonly Text Check = new("{0}: a rule of the database refuses the change ({2}).", "{0} : une règle de la base refuse la modification ({2}).");
    private static readonly Text Reference = new("{0}: rows would point at something that no longer exists ({1}).", "{0} : des lignes désigneraient quelque chose qui n’existe plus ({1}).");
    private static readonly Text Trigger = new("{0}: a trigger of the database refuses the change ({2}).", "{0} : un déclencheur de la base refuse la modification ({2}).");
    private static readonly Text Permission = new("{0}: the portal has no right to change these rows.", "{0} : le portail n’a pas le droit de modifier ces lignes.");
    private static readonly Text Key = new("{0}: {1} is part of the key and stays.", "{0} : {1} fait partie de la clé et demeure.");
    private static readonly Text Type = new("{0}: the value does not fit the type of {1}.", "{0} : la valeur ne convient pas au type de {1}.");
    private static readonly Text Other = new("{0}: the database refuses the change ({2}).", "{0} : la base refuse la modification ({2}).");

    public static Text Of(SourceFailure failure) => failure switch
    {
        SourceFailure.Missing => Missing,
        SourceFailure.NotADatabase => NotADatabase,
        SourceFailure.Corrupt => Corrupt,
        SourceFailure.Locked => Locked,
        SourceFailure.ReadOnly => ReadOnly,
        SourceFailure.PermissionDenied => PermissionDenied,
        SourceFailure.Full => Full,
        SourceFailure.SchemaChanged => SchemaChanged,
        SourceFailure.Unreachable => Unreachable,
    };

    /// <summary>Placeholders: table, columns, detail.</summary>
    public static Text Of(ChangeRefusal refusal) => refusal switch
    {
        ChangeRefusal.NotNull => NotNull,
        ChangeRefusal.Unique => Unique,
        ChangeRefusal.Check => Check,
        ChangeRefusal.Reference => Reference,
        ChangeRefusal.Trigger => Trigger,
        ChangeRefusal.Permission => Permission,
        ChangeRefusal.Key => Key,
        ChangeRefusal.Type => Type,
        ChangeRefusal.Other => Other,
    };
}
