using PrivacyPortal.Language;

namespace PrivacyPortal.Shell;

internal static class ShellText
{
    public static readonly Text Home = new("Overview", "Vue d’ensemble");
    public static readonly Text Requests = new("Requests", "Demandes");
    public static readonly Text Privacy = new("Privacy settings", "Confidentialité");
    public static readonly Text Sources = new("Data sources", "Sources de données");
    public static readonly Text Reports = new("Reports", "Rapports");
    public static readonly Text Audit = new("Audit log", "Journal d’audit");
    public static readonly Text Organisation = new("Organisation", "Organisme");
    public static readonly Text Users = new("Users", "Utilisateurs");
    public static readonly Text ApiKeys = new("API keys", "Clés d’API");
    public static readonly Text MainNavigation = new("Main navigation", "Navigation principale");
    public static readonly Text OpenNavigation = new("Show the navigation", "Afficher la navigation");
    public static readonly Text SkipToContent = new("Skip to content", "Aller au contenu");
    public static readonly Text LanguageLabel = new("Language", "Langue");
    public static readonly Text DarkMode = new("Dark mode", "Mode sombre");
    public static readonly Text LightMode = new("Light mode", "Mode clair");
    public static readonly Text ConnectionLost = new("Connection lost", "Connexion perdue");
    public static readonly Text Reconnecting = new("Connection lost. Reconnecting…", "Connexion perdue. Reconnexion en cours…");
    public static readonly Text CouldNotReconnect = new("The portal cannot be reached. What you saved is safe.", "Le portail est injoignable. Ce que vous avez enregistré est conservé.");
    public static readonly Text SessionEnded = new("Your session on this page has ended.", "Votre session sur cette page est terminée.");
    public static readonly Text Reload = new("Reload the page", "Recharger la page");
    public static readonly Text Unexpected = new("Something went wrong on our side. What you saved is safe.", "Une erreur s’est produite de notre côté. Ce que vous avez enregistré est conservé.");
    public static readonly Text ErrorTitle = new("Something went wrong", "Une erreur s’est produite");
    public static readonly Text ErrorText = new(
        "This is on our side, and what you saved is safe. Try again; if it happens again, tell your administrator.",
        "L’erreur vient de notre côté et ce que vous avez enregistré est conservé. Réessayez ; si elle se reproduit, prévenez votre administrateur.");
    public static readonly Text DatabaseAwayTitle = new("The portal’s database does not answer", "La base de données du portail ne répond pas");
    public static readonly Text DatabaseAwayText = new(
        "What you saved is safe. This page goes on by itself when the database is back; what you do meanwhile may have to be done again.",
        "Ce que vous avez enregistré est conservé. La page reprend d’elle-même dès que la base répond ; ce que vous faites entre-temps sera peut-être à refaire.");
    public static readonly Text DatabaseAwayLater = new(
        "What you saved is safe. Try again in a moment; if it lasts, tell your administrator.",
        "Ce que vous avez enregistré est conservé. Réessayez dans un instant ; si cela dure, prévenez votre administrateur.");
    public static readonly Text ErrorReference = new("Reference for your administrator: {0}", "Référence pour votre administrateur : {0}");
    public static readonly Text NotFoundTitle = new("There is no such page", "Cette page n’existe pas");
    public static readonly Text NotFoundText = new("The address may be mistyped, or what was here is gone.", "L’adresse est peut-être mal saisie, ou ce qui s’y trouvait n’existe plus.");
    public static readonly Text FormNotAccepted = new(
        "This form could not be accepted: it is too old, or a file in it is too large. Go back, reload the page and send it again.",
        "Ce formulaire n’a pas pu être accepté : il est trop ancien, ou un fichier joint est trop volumineux. Revenez en arrière, rechargez la page et renvoyez-le.");
    public static readonly Text ForbiddenTitle = new("This page is not for your role", "Cette page n’est pas ouverte à votre rôle");
    public static readonly Text ForbiddenHelp = new("If your work needs this page, ask an administrator for the right role.", "Si votre travail exige cette page, demandez le rôle adéquat à un administrateur.");
    public static readonly Text ForbiddenText = new("Administrators, DPOs and auditors each see only what their work needs.", "Administrateurs, DPO et auditeurs ne voient chacun que ce dont leur travail a besoin.");
    public static readonly Text BackHome = new("Back to the overview", "Retour à la vue d’ensemble");
    public static readonly Text UnknownVerb = new(
        "There is no verb “{0}”. Say nothing to serve, “demo”, “verify FILE.pdf”, “verify audit [FILE.jsonl]”, “rotate-key”, “replay [--source NAME]”, “backup FOLDER” or “restore FOLDER”; settings follow as --Name value.",
        "Le verbe « {0} » n’existe pas. Rien pour servir, « demo », « verify FICHIER.pdf », « verify audit [FICHIER.jsonl] », « rotate-key », « replay [--source NOM] », « backup DOSSIER » ou « restore DOSSIER » ; les réglages suivent : --Nom valeur.");
    public static readonly Text AddressTaken = new(
        "Another program already listens at {0}. Stop it, or give the portal another address: --urls http://localhost:5080",
        "Un autre programme écoute déjà à {0}. Arrêtez-le, ou indiquez une autre adresse au portail : --urls http://localhost:5080");
    public static readonly Text CannotListen = new(
        "The portal cannot listen where it was told to: {0} Give it another address: --urls http://localhost:5080",
        "Le portail ne peut pas écouter à l’adresse indiquée : {0} Indiquez-en une autre : --urls http://localhost:5080");
}
