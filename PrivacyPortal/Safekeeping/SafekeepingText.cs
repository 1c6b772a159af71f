using PrivacyPortal.Language;

namespace PrivacyPortal.Safekeeping;

internal static class SafekeepingText
{
    public static readonly Text NoPortal = new("{0} holds no portal (--DataFolder DIR).", "{0} ne contient pas de portail (--DataFolder DOSSIER).");
    public static readonly Text Runs = new(
        "A portal is running on {0}. Stop it first: nothing was changed.",
        "Un portail fonctionne sur {0}. Arrêtez-le d’abord : rien n’a été modifié.");
    public static readonly Text GiveNewKey = new(
        "The master key comes from {0}, so the new one must too: give it in {1} (32 random bytes in base64, such as “openssl rand -base64 32” prints). Nothing was changed.",
        "La clé maîtresse vient de {0}, la nouvelle aussi doit donc être fournie : donnez-la dans {1} (32 octets aléatoires en base64, comme en affiche « openssl rand -base64 32 »). Rien n’a été modifié.");
    public static readonly Text Rotated = new(
        "The master key is changed: {0:N0} keys and secrets are sealed anew. Old key {1}, new key {2}.",
        "La clé maîtresse est changée : {0:N0} clés et secrets sont scellés à nouveau. Ancienne clé {1}, nouvelle clé {2}.");
    public static readonly Text KeepOldKey = new(
        "Copy keys/master.key to your safe now. The old key is in {0}: move it to the safe too and delete it here.",
        "Copiez maintenant keys/master.key dans votre coffre. L’ancienne clé est dans {0} : déplacez-la aussi dans le coffre et supprimez-la ici.");
    public static readonly Text SetVariable = new(
        "Before the next start, set {0} to the new key and remove {1}; with the old key the portal refuses to start. Keep the old key in your safe.",
        "Avant le prochain démarrage, donnez à {0} la nouvelle clé et retirez {1} ; avec l’ancienne, le portail refuse de démarrer. Gardez l’ancienne clé dans votre coffre.");
    public static readonly Text OlderBackups = new(
        "Backups made before now can be read with the old key {0} only, and restored with the keys folder of a backup made before: keep both as long as the oldest of them, then destroy them. Make a backup now; if the key was disclosed, destroy the older ones.",
        "Les sauvegardes antérieures ne se lisent qu’avec l’ancienne clé {0}, et ne se restaurent qu’avec le dossier de clés d’une sauvegarde antérieure : gardez-les aussi longtemps que la plus ancienne d’entre elles, puis détruisez-les. Faites une sauvegarde maintenant ; si la clé a été divulguée, détruisez les anciennes.");
    public static readonly Text BackupUsage = new("Usage: backup FOLDER [--DataFolder DIR]", "Utilisation : backup DOSSIER [--DataFolder DOSSIER]");
    public static readonly Text RestoreUsage = new(
        "Usage: restore FOLDER [--keys KEYFOLDER] [--replace] [--DataFolder DIR]",
        "Utilisation : restore DOSSIER [--keys DOSSIER-DES-CLÉS] [--replace] [--DataFolder DOSSIER]");
    public static readonly Text NotEmpty = new("{0} is not empty: a backup never overwrites. Nothing was written.", "{0} n’est pas vide : une sauvegarde n’écrase jamais rien. Rien n’a été écrit.");
    public static readonly Text EarlierVersion = new(
        "{0} holds a portal of an earlier version. Back it up with that version, or start this one on it first. Nothing was written.",
        "{0} contient un portail d’une version antérieure. Sauvegardez-le avec cette version-là, ou démarrez d’abord celle-ci dessus. Rien n’a été écrit.");
    public static readonly Text NotWritten = new("The backup could not be written, and nothing of it is left: {0}", "La sauvegarde n’a pu être écrite, et il n’en reste rien : {0}");
    public static readonly Text NotRestored = new("The backup could not be restored, and everything is as it was: {0}", "La sauvegarde n’a pu être restaurée, et tout est comme avant : {0}");
    public static readonly Text OtherKey = new(
        "The data of this backup are sealed with the master key {0}; the keys given have {1}. Give --keys of a backup that was made while {0} was in use. Nothing was changed.",
        "Les données de cette sauvegarde sont scellées avec la clé maîtresse {0} ; les clés données ont {1}. Donnez avec --keys celles d’une sauvegarde faite quand {0} était en usage. Rien n’a été modifié.");
    public static readonly Text Inside = new("A backup inside the data folder {0} would be lost with it. Nothing was written.", "Une sauvegarde dans le dossier de données {0} serait perdue avec lui. Rien n’a été écrit.");
    public static readonly Text BackedUp = new(
        "The portal is backed up in {0}. Audit log: {1:N0} lines, head {2}.",
        "Le portail est sauvegardé dans {0}. Journal d’audit : {1:N0} lignes, tête {2}.");
    public static readonly Text KeysApart = new(
        "Move {0} to another place now, and keep only the newest there: with an older data folder and the newest keys of the same master key everything can be restored but what was destroyed since; with both together, everything can be read.",
        "Déplacez maintenant {0} ailleurs, et n’y gardez que le plus récent : avec un dossier de données plus ancien et les dernières clés de la même clé maîtresse, tout se restaure sauf ce qui a été détruit depuis ; les deux ensemble rendent tout lisible.");
    public static readonly Text KeyElsewhere = new("The master key is not in it: {0} gives it, keep it yourself.", "La clé maîtresse n’y est pas : {0} la fournit, gardez-la vous-même.");
    public static readonly Text PostgresBackup = new(
        """
        The portal is on PostgreSQL: its server makes the backup. With the nodes running:
          install -d -m 700 {0}/data {0}/keys
          pg_dump --format=custom --exclude-table-data=file_keys --file={0}/data/portal.dump DATABASE
          pg_dump --format=custom --table=file_keys --file={0}/keys/file-keys.dump DATABASE
          cp {1}/keys/* {0}/keys/
        Keep {0}/keys elsewhere, and only the newest. Nothing was written.
        """,
        """
        Le portail est sur PostgreSQL : c’est son serveur qui sauvegarde. Les nœuds peuvent fonctionner :
          install -d -m 700 {0}/data {0}/keys
          pg_dump --format=custom --exclude-table-data=file_keys --file={0}/data/portal.dump BASE
          pg_dump --format=custom --table=file_keys --file={0}/keys/file-keys.dump BASE
          cp {1}/keys/* {0}/keys/
        Gardez {0}/keys ailleurs, et seulement le plus récent. Rien n’a été écrit.
        """);
    public static readonly Text PostgresRestore = new(
        """
        The portal is on PostgreSQL: its server restores it, into an empty database, with the nodes stopped:
          pg_restore --dbname=DATABASE {0}/data/portal.dump
          pg_restore --data-only --table=file_keys --dbname=DATABASE {0}/keys/file-keys.dump
        then copy {0}/keys into keys/ of each node's data folder and run “verify audit”. Nothing was changed.
        """,
        """
        Le portail est sur PostgreSQL : c’est son serveur qui restaure, dans une base vide, nœuds arrêtés :
          pg_restore --dbname=BASE {0}/data/portal.dump
          pg_restore --data-only --table=file_keys --dbname=BASE {0}/keys/file-keys.dump
        puis copiez {0}/keys dans keys/ du dossier de données de chaque nœud et lancez « verify audit ». Rien n’a été modifié.
        """);
    public static readonly Text TargetNotEmpty = new(
        "{0} is not empty. With --replace it is moved aside and the backup takes its place. Nothing was changed.",
        "{0} n’est pas vide. Avec --replace, il est mis de côté et la sauvegarde prend sa place. Rien n’a été modifié.");
    public static readonly Text KeysTooOld = new(
        "The keys are of {0}, older than the data of {1}. Give the keys of the same backup, or of a later one, with --keys. Nothing was changed.",
        "Les clés datent du {0} et sont plus anciennes que les données du {1}. Indiquez avec --keys les clés de la même sauvegarde ou d’une plus récente. Rien n’a été modifié.");
    public static readonly Text NotWhole = new("The backup is not whole: {0} is missing or changed. Nothing was changed.", "La sauvegarde n’est pas intègre : {0} manque ou a été modifié. Rien n’a été modifié.");
    public static readonly Text ChainBroken = new(
        "The audit log of the backup is not whole: {0:N0} of {1:N0} lines are sound. Nothing was changed.",
        "Le journal d’audit de la sauvegarde n’est pas intègre : {0:N0} lignes sur {1:N0}. Rien n’a été modifié.");
    public static readonly Text MovedAside = new("What was there is now in {0}.", "Ce qui s’y trouvait est désormais dans {0}.");
    public static readonly Text Restored = new("Restored to {0}: the portal of {1}, audit log whole with {2:N0} lines.", "Restauré dans {0} : le portail du {1}, journal d’audit intègre, {2:N0} lignes.");
    public static readonly Text SinceThen = new(
        "The data sources were not touched, so no replay is needed. Missing is what happened since {0}: requests received and answered, decisions, settings, and the ledger of erasures done since. Record them again from the receipts that were handed over.",
        "Les sources n’ont pas été touchées : aucun rejeu n’est nécessaire. Manque ce qui s’est passé depuis le {0} : demandes reçues et traitées, décisions, réglages, et le registre des effacements faits depuis. Ressaisissez-les d’après les documents signés remis.");
}
