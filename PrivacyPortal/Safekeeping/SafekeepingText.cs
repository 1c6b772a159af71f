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
        "Backups made before now can be read with the old key {0} only: keep it as long as the oldest of them, then destroy it. If it was disclosed, make a backup now and destroy the older ones.",
        "Les sauvegardes antérieures ne se lisent qu’avec l’ancienne clé {0} : gardez-la aussi longtemps que la plus ancienne d’entre elles, puis détruisez-la. Si elle a été divulguée, faites une sauvegarde maintenant et détruisez les anciennes.");
}
