using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

internal static class SourceText
{
    public static readonly Text Title = new("Data sources", "Sources de données");
    public static readonly Text Subtitle = new(
        "The systems that hold personal data: where a request is searched, answered, corrected and erased.",
        "Les systèmes qui détiennent des données personnelles : là où une demande est recherchée, satisfaite, rectifiée, effacée.");
    public static readonly Text Add = new("Add a source", "Ajouter une source");
    public static readonly Text AddSubtitle = new(
        "The portal reads its tables, columns and keys, and suggests a data map. It changes nothing there before a request is decided.",
        "Le portail lit ses tables, colonnes et clés, puis suggère une cartographie. Il n’y modifie rien tant qu’une demande n’est pas décidée.");
    public static readonly Text None = new("No data source yet", "Aucune source de données");
    public static readonly Text NoneText = new(
        "Add the database of your conversation platform. Requests can be searched as soon as its data map is confirmed.",
        "Ajoutez la base de votre plateforme de conversation. Les demandes pourront y être recherchées dès que sa cartographie sera confirmée.");
    public static readonly Text NoneForOthers = new("An administrator adds the sources.", "Un administrateur ajoute les sources.");
    public static readonly Text Name = new("Name", "Nom");
    public static readonly Text NameHelp = new("As it is called in your company. It appears in answers and receipts.", "Tel qu’on l’appelle chez vous. Il figure dans les réponses et les attestations.");
    public static readonly Text Kind = new("Kind", "Type");
    private static readonly Text SqliteHelp = new("Reached by the portal itself, on the machine that it runs on.", "Atteinte par le portail lui-même, sur la machine où il s’exécute.");
    private static readonly Text PostgreSqlHelp = new(
        "Reached over the network, with a role of its own that has only the rights it needs: README.md lists them.",
        "Atteinte par le réseau, avec un rôle dédié qui n’a que les droits nécessaires : README.md les énumère.");
    private static readonly Text HttpHelp = new(
        "Reached by calls that are declared here: docs/http-sources.md describes them. It has no transaction: calls are sent one after another, each is recorded.",
        "Atteinte par des appels déclarés ici : docs/http-sources.md les décrit. Pas de transaction : les appels partent l’un après l’autre, chacun est consigné.");
    private static readonly Text ManualHelp = new("Nobody but its owner reaches it.", "Seul son responsable l’atteint.");

    public static Text HelpOf(SourceKind kind) => kind switch
    {
        SourceKind.Sqlite => SqliteHelp,
        SourceKind.PostgreSql => PostgreSqlHelp,
        SourceKind.Http => HttpHelp,
        SourceKind.Manual => ManualHelp,
    };

    public static readonly Text Interface = new("Interface", "Interface");
    public static readonly Text InterfaceOwn = new("Declared by hand", "Déclarée à la main");
    public static readonly Text InterfaceHelp = new(
        "A ready-made one fills the declaration; it can be changed once the source is added.",
        "Une interface toute prête remplit la déclaration ; elle reste modifiable une fois la source ajoutée.");
    public static readonly Text BaseAddress = new("Address", "Adresse");
    public static readonly Text BaseAddressHelp = new("Such as https://chat.example.com: every call stays on this host.", "Par exemple https://chat.example.com : aucun appel ne quitte cet hôte.");
    public static readonly Text Account = new("Account number", "Numéro de compte");
    public static readonly Text AccountHelp = new("The number after /accounts/ in Chatwoot’s own address.", "Le numéro après /accounts/ dans l’adresse de Chatwoot.");
    public static readonly Text Secret = new("Token, key or password", "Jeton, clé ou mot de passe");
    public static readonly Text SecretKept = new(
        "Leave empty to keep the present one. Another address or way to sign in asks for it again.",
        "Laissez vide pour garder l’actuel. Une autre adresse ou un autre mode d’authentification le redemande.");
    public static readonly Text Declaration = new("Declaration (YAML)", "Déclaration (YAML)");
    public static readonly Text DeclarationHelp = new(
        "How it signs in, and the calls that find, correct and erase. No secret belongs here.",
        "Comment s’authentifier, et les appels qui trouvent, rectifient et effacent. Aucun secret n’a sa place ici.");
    public static readonly Text AllowPrivate = new(
        "Allow addresses on this machine and in private networks",
        "Autoriser les adresses de cette machine et des réseaux privés");

    public static readonly Text Host = new("Host", "Hôte");
    public static readonly Text HostHelp = new("A name or address, such as db.example.com", "Un nom ou une adresse, par exemple db.example.com");
    public static readonly Text Port = new("Port", "Port");
    public static readonly Text Database = new("Database", "Base");
    public static readonly Text User = new("User name", "Nom d’utilisateur");
    public static readonly Text UserHelp = new("A role of the portal’s own", "Un rôle propre au portail");
    public static readonly Text Password = new("Password", "Mot de passe");
    public static readonly Text PasswordHelp = new("Kept sealed, never shown again", "Conservé chiffré, jamais réaffiché");
    public static readonly Text PasswordKept = new(
        "Leave empty to keep the present one. Another host, user or TLS setting asks for it again.",
        "Laissez vide pour garder l’actuel. Un autre hôte, utilisateur ou réglage TLS le redemande.");
    public static readonly Text Tls = new("Encryption (TLS)", "Chiffrement (TLS)");
    public static readonly Text Certificate = new("Certificate authority", "Autorité de certification");
    public static readonly Text CertificateHelp = new(
        "A PEM file on the portal’s machine, where the server’s certificate is not from a public authority",
        "Un fichier PEM sur la machine du portail, si le certificat du serveur ne vient pas d’une autorité publique");
    private static readonly Text TlsVerified = new("Encrypted, certificate checked", "Chiffré, certificat vérifié");
    private static readonly Text TlsEncrypted = new("Encrypted, certificate not checked", "Chiffré, certificat non vérifié");
    private static readonly Text TlsNone = new("Not encrypted (same machine only)", "Non chiffré (même machine seulement)");

    public static Text Of(TlsMode tls) => tls switch
    {
        TlsMode.Verified => TlsVerified,
        TlsMode.Encrypted => TlsEncrypted,
        TlsMode.None => TlsNone,
    };

    public static readonly Text UnreadableTables = new(
        "The role may not read: {0}. A search that needs one of them fails. Grant SELECT on them.",
        "Le rôle ne peut pas lire : {0}. Une recherche qui en a besoin échoue. Accordez SELECT sur ces tables.");
    public static readonly Text HiddenRows = new(
        "Row-level security may hide rows from the role: {0}. What is hidden is neither found nor erased. Give the role a policy that shows every row, or BYPASSRLS.",
        "La sécurité au niveau des lignes peut en cacher au rôle : {0}. Ce qui est caché n’est ni trouvé ni effacé. Donnez au rôle une règle qui montre toutes les lignes, ou BYPASSRLS.");
    public static readonly Text State = new("State", "État");
    public static readonly Text Owner = new("Who answers for it", "Responsable");
    public static readonly Text OwnerHelp = new("A person or a team of yours.", "Une personne ou une équipe de chez vous.");
    public static readonly Text Hosting = new("Hosted in", "Hébergement");
    public static readonly Text HostingHelp = new("Your settings accept: {0}.", "Vos réglages acceptent : {0}.");
    public static readonly Text Eea = new("European Economic Area", "Espace économique européen");
    public static readonly Text SeveralCountries = new("European Economic Area (several countries)", "Espace économique européen (plusieurs pays)");
    public static readonly Text Adequate = new("the European Economic Area and countries found adequate", "l’Espace économique européen et les pays jugés adéquats");
    public static readonly Text Anywhere = new("any country", "tout pays");
    public static readonly Text Safeguard = new("Transfer safeguard", "Garantie du transfert");
    public static readonly Text SafeguardHelp = new(
        "Outside the accepted region (GDPR art. 46): such as standard contractual clauses, with their date.",
        "Hors de la zone acceptée (RGPD, art. 46) : par exemple des clauses contractuelles types, avec leur date.");
    public static readonly Text CallingCode = new("Country calling code", "Indicatif téléphonique du pays");
    public static readonly Text CallingCodeHelp = new(
        "Put in place of the 0 that a national number begins with, so that 06 12… and +33 6 12… are found as one. France: 33.",
        "Remplace le 0 initial d’un numéro national, pour que 06 12… et +33 6 12… soient reconnus comme un seul. France : 33.");
    public static readonly Text Backups = new("Oldest backup, in days", "Sauvegarde la plus ancienne, en jours");
    public static readonly Text BackupAge = new("Oldest backup", "Sauvegarde la plus ancienne");
    public static readonly Text BackupsHelp = new(
        "How old its backups get. An erasure is kept in mind that long and tells the person when it leaves them. 0: there are none. Empty: not known, and the receipt says so.",
        "L’âge qu’atteignent ses sauvegardes. Un effacement est gardé en mémoire aussi longtemps, et la personne sait quand il les quitte. 0 : il n’y en a pas. Vide : inconnu, et l’accusé le dit.");
    public static readonly Text Path = new("Database file", "Fichier de la base");
    public static readonly Text PathHelp = new("Its whole path on the portal’s machine, such as /srv/chat/data.db", "Son chemin complet sur la machine du portail, par exemple /srv/chat/data.db");
    public static readonly Text ReadOnly = new("Read only: access can be answered, nothing is corrected or erased there", "Lecture seule : l’accès est possible, rien n’y est rectifié ni effacé");
    public static readonly Text Test = new("Test the connection", "Tester la connexion");
    public static readonly Text Reached = new("The source can be read.", "La source est lisible.");
    public static readonly Text ReachedDetail = new("{0}. Tables and views: {1}.", "{0}. Tables et vues : {1}.");
    public static readonly Text NotReached = new("The source cannot be used", "La source n’est pas utilisable");
    public static readonly Text Save = new("Save", "Enregistrer");
    public static readonly Text Cancel = new("Cancel", "Annuler");
    public static readonly Text Edit = new("Edit", "Modifier");
    public static readonly Text EditTitle = new("Edit {0}", "Modifier {0}");
    public static readonly Text ReadAgain = new("Read the schema again", "Relire le schéma");
    public static readonly Text ReadUnchanged = new("The schema is as it was.", "Le schéma n’a pas changé.");
    public static readonly Text ReadChanged = new("The schema has changed: the map must be confirmed again.", "Le schéma a changé : la cartographie doit être confirmée à nouveau.");
    public static readonly Text Remove = new("Remove", "Retirer");
    public static readonly Text RemoveTitle = new("Remove {0}?", "Retirer {0} ?");
    public static readonly Text RemoveText = new(
        "Requests are no longer searched there, and the portal forgets how to reach it. Its maps stay, because decisions rest on them. The database itself is not touched. This cannot be undone.",
        "Les demandes n’y seront plus recherchées et le portail oublie comment l’atteindre. Ses cartographies demeurent, car des décisions s’appuient sur elles. La base elle-même n’est pas touchée. C’est irréversible.");
    public static readonly Text RemoveType = new("Type its name to confirm", "Saisissez son nom pour confirmer");
    public static readonly Text RemoveDo = new("Remove the source", "Retirer la source");
    public static readonly Text WrongName = new("This is not its name.", "Ce n’est pas son nom.");
    public static readonly Text Overview = new("Overview", "Vue d’ensemble");
    public static readonly Text Map = new("Data map", "Cartographie");
    public static readonly Text Facts = new("The source", "La source");
    public static readonly Text Tables = new("Tables", "Tables");
    public static readonly Text TablesFigure = new("{0}, with {1} columns in all", "{0}, avec {1} colonnes en tout");
    public static readonly Text Writable = new("Rights", "Droits");
    public static readonly Text CanWrite = new("Read and write", "Lecture et écriture");
    public static readonly Text CanRead = new("Read only", "Lecture seule");
    public static readonly Text Product = new("System", "Système");
    public static readonly Text LastTest = new("Last reached", "Dernier accès");
    public static readonly Text LastRead = new("Schema read", "Schéma lu");
    public static readonly Text Unknown = new("Not known", "Non renseigné");
    public static readonly Text NoBackups = new("No backups", "Aucune sauvegarde");
    public static readonly Text Days = new("{0} days", "{0} jours");
    public static readonly Text Warnings = new("What to look at", "Points d’attention");
    public static readonly Text NoWarnings = new("The map covers the whole source.", "La cartographie couvre toute la source.");
    public static readonly Text NoMapTitle = new("No map is confirmed yet", "Aucune cartographie confirmée");
    public static readonly Text NoMapText = new(
        "No request can be searched here before a DPO has confirmed who the people are, whose each row is, and what an erasure does.",
        "Aucune demande ne peut y être recherchée avant qu’un DPO ait confirmé qui sont les personnes, à qui revient chaque ligne et ce que fait un effacement.");
    public static readonly Text BeginMap = new("Begin the map", "Commencer la cartographie");
    public static readonly Text OpenMap = new("Open the map", "Ouvrir la cartographie");
    public static readonly Text Drift = new("The source has changed since its map was confirmed", "La source a changé depuis la confirmation de sa cartographie");
    public static readonly Text DriftText = new(
        "Searches may miss what is new. Bring the map up to date and have it confirmed.", "Des recherches peuvent manquer ce qui est nouveau. Mettez la cartographie à jour et faites-la confirmer.");
    public static readonly Text BringUpToDate = new("Bring the map up to date", "Mettre la cartographie à jour");
    public static readonly Text Versions = new("Versions of the map", "Versions de la cartographie");
    public static readonly Text VersionNumber = new("Version {0}", "Version {0}");
    public static readonly Text VersionBy = new("Confirmed by {0}", "Confirmée par {0}");
    public static readonly Text InForce = new("In force", "En vigueur");
    public static readonly Text HasDraft = new("Draft", "Brouillon");
    public static readonly Text DraftWaits = new("Changes to the map wait to be confirmed.", "Des modifications de la cartographie attendent d’être confirmées.");
    public static readonly Text Review = new("Review and confirm", "Revoir et confirmer");
    public static readonly Text Download = new("Download as YAML", "Télécharger en YAML");
    public static readonly Text DownloadVersion = new("Download version {0} as YAML", "Télécharger la version {0} en YAML");
    public static readonly Text Import = new("Import a map", "Importer une cartographie");
    public static readonly Text NotDone = new("This was not done", "Opération non effectuée");

    private static readonly Text Sqlite = new("SQLite file", "Fichier SQLite");
    private static readonly Text PostgreSql = new("PostgreSQL", "PostgreSQL");
    private static readonly Text Http = new("HTTP interface", "Interface HTTP");
    private static readonly Text Manual = new("By hand", "Manuelle");

    public static Text Of(SourceKind kind) => kind switch
    {
        SourceKind.Sqlite => Sqlite,
        SourceKind.PostgreSql => PostgreSql,
        SourceKind.Http => Http,
        SourceKind.Manual => Manual,
    };

    private static readonly Text StateRemoved = new("Removed", "Retirée");
    private static readonly Text StateFailing = new("Cannot be reached", "Inaccessible");
    private static readonly Text StateUnmapped = new("Map missing", "Sans cartographie");
    private static readonly Text StateDrifted = new("Has changed", "A changé");
    private static readonly Text StateReady = new("Ready", "Prête");

    public static Text Of(SourceState state) => state switch
    {
        SourceState.Removed => StateRemoved,
        SourceState.Failing => StateFailing,
        SourceState.Unmapped => StateUnmapped,
        SourceState.Drifted => StateDrifted,
        SourceState.Ready => StateReady,
    };

    public static Text Of(HostingPolicy policy) => policy switch
    {
        HostingPolicy.Eea => Eea,
        HostingPolicy.Adequate => Adequate,
        HostingPolicy.Any => Anywhere,
    };

    private static readonly Text PlaceMissing = new("Say where the file is.", "Indiquez où se trouve le fichier.");
    private static readonly Text PlaceServer = new("Say host, port, database and user name.", "Indiquez l’hôte, le port, la base et le nom d’utilisateur.");
    private static readonly Text PlaceNotAbsolute = new("Give the whole path, from the root of the machine.", "Donnez le chemin complet, depuis la racine de la machine.");
    private static readonly Text PlaceKeeping = new(
        "Say what the source holds and in which categories (such as contact.address), and check the e-mail address.",
        "Indiquez ce que contient la source et dans quelles catégories (par exemple contact.address), et vérifiez l’adresse e-mail.");
    private static readonly Text PlaceOwn = new(
        "This is the portal’s own database: erasing there would erase the proof of what was done.",
        "C’est la base du portail lui-même : y effacer ferait disparaître la preuve de ce qui a été fait.");
    private static readonly Text PlaceKeys = new("The portal keeps its keys here. It is no place for a source.", "Le portail conserve ici ses clés. Une source n’y a pas sa place.");

    private static readonly Text PlaceAddress = new(
        "Enter a whole address that begins with https:// and has no user name, query or fragment. Without TLS (http://) it is accepted only where private addresses are allowed.",
        "Saisissez une adresse complète commençant par https://, sans nom d’utilisateur, requête ni fragment. Sans TLS (http://), elle n’est acceptée que si les adresses privées sont autorisées.");
    private static readonly Text PlaceDeclaration = new("The declaration is not good:", "La déclaration n’est pas bonne :");
    public static readonly Text Line = new("Line {0}", "Ligne {0}");

    public static Text Of(PlaceFault fault) => fault switch
    {
        PlaceFault.Missing => PlaceMissing,
        PlaceFault.ServerMissing => PlaceServer,
        PlaceFault.NotAbsolute => PlaceNotAbsolute,
        PlaceFault.KeepingIncomplete => PlaceKeeping,
        PlaceFault.Address => PlaceAddress,
        PlaceFault.Declaration => PlaceDeclaration,
        PlaceFault.OwnDatabase => PlaceOwn,
        PlaceFault.KeyFolder => PlaceKeys,
    };

    private static readonly Text FaultName = new("Between 1 and 80 characters.", "Entre 1 et 80 caractères.");
    private static readonly Text FaultOwner = new("Say who answers for the source.", "Indiquez qui répond de la source.");
    private static readonly Text FaultRegion = new("Choose where it is hosted.", "Choisissez où elle est hébergée.");
    private static readonly Text FaultCode = new("One to four digits, without + or 00.", "Un à quatre chiffres, sans + ni 00.");
    private static readonly Text FaultBackups = new("A number of days, 0 or more.", "Un nombre de jours, 0 ou plus.");

    public static Text Of(DescriptionFault fault) => fault switch
    {
        DescriptionFault.Name => FaultName,
        DescriptionFault.Owner => FaultOwner,
        DescriptionFault.HostingRegion => FaultRegion,
        DescriptionFault.CallingCode => FaultCode,
        DescriptionFault.BackupDays => FaultBackups,
    };

    private static readonly Text Stale = new("Somebody else changed it meanwhile. Reload the page and look again.", "Quelqu’un d’autre l’a modifiée entre-temps. Rechargez la page et vérifiez.");
    private static readonly Text NotFound = new("The source is no longer there.", "La source n’existe plus.");
    private static readonly Text Forbidden = new("This is not for your role to do.", "Votre rôle ne le permet pas.");
    private static readonly Text Duplicate = new("Another source has this name.", "Une autre source porte ce nom.");
    private static readonly Text Region = new(
        "Hosted outside the region that your settings accept: record the transfer safeguard, or host it elsewhere.",
        "Hébergée hors de la zone que vos réglages acceptent : consignez la garantie du transfert, ou hébergez-la ailleurs.");
    private static readonly Text Invalid = new("Something is missing or not well formed.", "Il manque une information, ou elle n’est pas valable.");
    private static readonly Text WrongState = new("This cannot be done in its present state.", "Son état actuel ne le permet pas.");

    public static Text Of(Refusal refusal) => refusal switch
    {
        Refusal.Stale => Stale,
        Refusal.NotFound => NotFound,
        Refusal.Forbidden => Forbidden,
        Refusal.Duplicate => Duplicate,
        Refusal.Incomplete => Region,
        Refusal.Invalid => Invalid,
        _ => WrongState,
    };
}
