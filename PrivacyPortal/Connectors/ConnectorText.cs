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
        "The portal has no right to open this database, or a table of it that the data map needs.",
        "Le portail n’a pas le droit d’ouvrir cette base, ou une table dont la cartographie a besoin.");

    private static readonly Text Full = new("The disk is full.", "Le disque est plein.");

    private static readonly Text SchemaChanged = new(
        "The database no longer has a table or column that the data map names. Review the map.",
        "La base n’a plus une table ou une colonne que nomme la cartographie. Revoyez la cartographie.");

    private static readonly Text Unreachable = new("The data source does not answer.", "La source de données ne répond pas.");

    private static readonly Text SignInRefused = new(
        "The server does not accept this user name and password.",
        "Le serveur refuse ce nom d’utilisateur et ce mot de passe.");

    private static readonly Text NotAdmitted = new(
        "The server does not let this user in from this machine, or asks for TLS (pg_hba.conf). Ask whoever runs it.",
        "Le serveur n’admet pas cet utilisateur depuis cette machine, ou exige TLS (pg_hba.conf). Demandez à qui l’administre.");

    private static readonly Text UnknownDatabase = new(
        "The server has no database of this name.",
        "Le serveur n’a aucune base de ce nom.");

    private static readonly Text Tls = new(
        "No encrypted connection came about: the server offers none, or its certificate is not trusted. Check the TLS setting and the certificate.",
        "La connexion chiffrée a échoué : le serveur n’en propose pas, ou son certificat n’est pas reconnu. Vérifiez le réglage TLS et le certificat.");

    private static readonly Text TimedOut = new(
        "The data source took longer than the time limit. If it happens again, look for a missing index in the data map.",
        "La source de données a dépassé le délai imparti. Si cela se reproduit, cherchez un index manquant dans la cartographie.");

    private static readonly Text Crowded = new(
        "The server takes no more connections or calls at the moment. Try again later.",
        "Le serveur n’accepte plus de connexions ni d’appels pour le moment. Réessayez plus tard.");

    private static readonly Text Misanswered = new(
        "The source answers, but not as was declared: check the address, and where the declaration says that the rows are.",
        "La source répond, mais pas comme déclaré : vérifiez l’adresse et l’endroit où la déclaration situe les lignes.");

    private static readonly Text TooMuch = new(
        "The source hands out more than is read in one answer, or not everything it has. What it left out would be missed, so nothing was taken.",
        "La source livre plus que ce qui est lu en une réponse, ou pas tout ce qu’elle a. Ce qu’elle tait serait manqué : rien n’a donc été pris.");

    private static readonly Text Elsewhere = new(
        "The source sends on to another host. The portal does not follow: enter the address that it sends to, if it is the right one.",
        "La source renvoie vers un autre hôte. Le portail ne suit pas : saisissez l’adresse indiquée, si c’est la bonne.");

    private static readonly Text PrivateAddress = new(
        "The address is on this machine or in a private network. Allow private addresses for this source, if that is intended.",
        "L’adresse se trouve sur cette machine ou dans un réseau privé. Autorisez les adresses privées pour cette source, si c’est voulu.");

    private static readonly Text CallRefused = new(
        "The source refused a call. Look in its own log for the cause, then try again.",
        "La source a refusé un appel. Cherchez la cause dans son propre journal, puis réessayez.");

    private static readonly Text CallNotOffered = new(
        "The declaration of this source has no call for what the data map needs. Declare one, or change the map.",
        "La déclaration de cette source n’a pas d’appel pour ce que demande la cartographie. Déclarez-en un, ou modifiez la cartographie.");

    private static readonly Text Unsettled = new(
        "The source accepted the erasure but still shows the data. It is looked at again later.",
        "La source a accepté l’effacement mais montre encore les données. Elle sera relue plus tard.");

    private static readonly Text NotOffered = new("{0}: the source’s declaration has no call for this ({1}).", "{0} : la déclaration de la source n’a pas d’appel pour cela ({1}).");
    private static readonly Text NotNull = new("{0}: {1} may not be empty.", "{0} : {1} ne peut pas être vide.");
    private static readonly Text Unique = new("{0}: the value of {1} exists already.", "{0} : la valeur de {1} existe déjà.");
    private static readonly Text Check = new("{0}: a rule of the database refuses the change ({2}).", "{0} : une règle de la base refuse la modification ({2}).");
    private static readonly Text Reference = new("{0}: rows would point at something that no longer exists ({1}).", "{0} : des lignes désigneraient quelque chose qui n’existe plus ({1}).");
    private static readonly Text Trigger = new("{0}: a trigger of the database refuses the change ({2}).", "{0} : un déclencheur de la base refuse la modification ({2}).");
    private static readonly Text Permission = new("{0}: the portal has no right to change these rows.", "{0} : le portail n’a pas le droit de modifier ces lignes.");
    private static readonly Text Key = new("{0}: {1} is part of the key and stays.", "{0} : {1} fait partie de la clé et demeure.");
    private static readonly Text NoKey = new("{0}: without a primary key its rows can be deleted but not changed. Give the table a key.", "{0} : sans clé primaire, ses lignes peuvent être supprimées mais pas modifiées. Donnez une clé à la table.");
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
        SourceFailure.SignInRefused => SignInRefused,
        SourceFailure.NotAdmitted => NotAdmitted,
        SourceFailure.UnknownDatabase => UnknownDatabase,
        SourceFailure.Tls => Tls,
        SourceFailure.TimedOut => TimedOut,
        SourceFailure.Crowded => Crowded,
        SourceFailure.Misanswered => Misanswered,
        SourceFailure.TooMuch => TooMuch,
        SourceFailure.Elsewhere => Elsewhere,
        SourceFailure.PrivateAddress => PrivateAddress,
        SourceFailure.CallRefused => CallRefused,
        SourceFailure.NotOffered => CallNotOffered,
        SourceFailure.Unsettled => Unsettled,
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
        ChangeRefusal.NoKey => NoKey,
        ChangeRefusal.NotOffered => NotOffered,
        ChangeRefusal.Type => Type,
        ChangeRefusal.Other => Other,
    };
}
