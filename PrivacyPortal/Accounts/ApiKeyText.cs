using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Accounts;

/// <summary>The texts of the API keys' page.</summary>
internal static class ApiKeyText
{
    public static readonly Text Title = new("API keys", "Clés d’API");
    public static readonly Text Subtitle = new(
        "For programs that add sources, handle requests or fetch receipts.", "Pour les programmes qui ajoutent des sources, traitent des demandes ou récupèrent des documents signés.");
    public static readonly Text Create = new("Create a key", "Créer une clé");
    public static readonly Text None = new("There is no key yet", "Aucune clé pour l’instant");
    public static readonly Text NoneText = new(
        "A key lets a program call the API as the person who holds it, within the role and scope chosen here.",
        "Une clé permet à un programme d’appeler l’API au nom de la personne qui la détient, dans la limite du rôle et de la portée choisis ici.");
    public static readonly Text NoneForDpo = new(
        "When an administrator asks for a key with a DPO’s rights, you decide here.", "Lorsqu’un administrateur demande une clé dotée des droits d’un DPO, c’est ici que vous décidez.");
    public static readonly Text Refused = new("Keys turned away since the portal started: {0:N0}.", "Clés refusées depuis le démarrage du portail : {0:N0}.");

    public static readonly Text Key = new("Key", "Clé");
    public static readonly Text ActsAs = new("Acts as", "Agit comme");
    public static readonly Text State = new("State", "État");
    public static readonly Text Holder = new("Held by", "Détenue par");
    public static readonly Text Expires = new("Valid until", "Valable jusqu’au");
    public static readonly Text LastUsed = new("Last used", "Dernier usage");
    public static readonly Text AskedBy = new("asked for by {0}", "demandée par {0}");
    public static readonly Text RevokedBy = new("by {0}", "par {0}");

    public static readonly Text Name = new("What it is for", "À quoi elle sert");
    public static readonly Text NameHelp = new("Such as “CRM, nightly import”. It appears in the timeline and in the audit log.", "Par exemple « CRM, import nocturne ». Ce nom apparaît dans l’historique et le journal d’audit.");
    public static readonly Text RoleLabel = new("Role", "Rôle");
    public static readonly Text Scope = new("What it may do", "Ce qu’elle peut faire");
    public static readonly Text Lifetime = new("Good for", "Durée");
    public static readonly Text Days = new("{0} days", "{0} jours");
    public static readonly Text DpoNote = new(
        "A key with a DPO’s rights waits for a DPO, who is shown it and whom it acts as. You do not see it.",
        "Une clé dotée des droits d’un DPO attend l’accord d’un DPO : c’est à lui qu’elle est montrée, et en son nom qu’elle agit. Vous ne la voyez pas.");
    public static readonly Text Incomplete = new("Say what it is for and what it may do.", "Indiquez à quoi elle sert et ce qu’elle peut faire.");

    public static readonly Text IssuedTitle = new("The key “{0}”", "La clé « {0} »");
    public static readonly Text IssuedText = new(
        "It is shown only now. Copy it to where the program keeps its secrets; only a hash stays here.",
        "Elle n’est affichée que maintenant. Copiez-la là où le programme conserve ses secrets ; seule une empreinte reste ici.");
    public static readonly Text Copy = new("Copy", "Copier");
    public static readonly Text Copied = new("Copied.", "Copiée.");
    public static readonly Text NotCopied = new("The browser did not allow it: select the key and copy it by hand.", "Le navigateur ne l’a pas permis : sélectionnez la clé et copiez-la à la main.");
    public static readonly Text WaitsTitle = new("A DPO decides now", "La décision revient à un DPO");
    public static readonly Text WaitsText = new(
        "The DPOs find the key under API keys. Whoever agrees is shown it.", "Les DPO trouvent la clé sous Clés d’API. Elle est montrée à celui qui donne son accord.");

    public static readonly Text Agree = new("Agree", "Donner mon accord");
    public static readonly Text AgreeTo = new("Agree to the key “{0}”", "Donner mon accord à la clé « {0} »");
    public static readonly Text AgreeConfirm = new(
        "You are shown the key. Whatever a program does with it counts as done by you, also where two persons must act; it ends when you are no longer a DPO.",
        "La clé vous sera montrée. Tout ce qu’un programme fait avec elle compte comme fait par vous, y compris là où deux personnes doivent agir ; elle prend fin lorsque vous n’êtes plus DPO.");
    public static readonly Text Decline = new("Decline", "Refuser");
    public static readonly Text DeclineThe = new("Decline the key “{0}”", "Refuser la clé « {0} »");
    public static readonly Text DeclineConfirm = new("The key is never issued. An administrator can ask again.", "La clé ne sera jamais délivrée. Un administrateur pourra renouveler la demande.");
    public static readonly Text Revoke = new("Revoke", "Révoquer");
    public static readonly Text RevokeThe = new("Revoke the key “{0}”", "Révoquer la clé « {0} »");
    public static readonly Text RevokeConfirm = new(
        "Calls with it are refused at once, for good. The program that uses it needs another.", "Ses appels sont refusés aussitôt, définitivement. Le programme qui l’utilise devra en recevoir une autre.");

    private static readonly Text Waiting = new("Awaits a DPO", "En attente d’un DPO");
    private static readonly Text Active = new("Active", "Active");
    private static readonly Text Expired = new("Expired", "Expirée");
    private static readonly Text Orphaned = new("Dead: its holder left or changed role", "Inactive : détenteur parti ou changé de rôle");
    private static readonly Text Revoked = new("Revoked", "Révoquée");

    public static readonly Text WholeRole = new("All that the role may do by API", "Tout ce que le rôle permet par l’API");

    private static readonly Text SeeRequests = new("See requests, without findings", "Consulter les demandes, sans les résultats");
    private static readonly Text HandleRequests = new("Handle requests, all verbs but the approval", "Traiter les demandes, toutes actions sauf l’approbation");
    private static readonly Text ApproveErasures = new("Approve erasures and downloads", "Approuver les effacements et les téléchargements");
    private static readonly Text OpenFindings = new("Open findings and packages", "Ouvrir les résultats et les dossiers remis");
    private static readonly Text SeeSources = new("See data sources and maps", "Consulter les sources et leur cartographie");
    private static readonly Text KeepSources = new("Add, test and remove data sources", "Ajouter, tester et retirer des sources");
    private static readonly Text ChangeMaps = new("Change and confirm data maps", "Modifier et confirmer les cartographies");
    private static readonly Text FetchReceipts = new("Download receipts", "Télécharger les documents signés");
    private static readonly Text ReadAudit = new("Read and export the audit log", "Lire et exporter le journal d’audit");

    public static Text Of(ApiKeyState state) => state switch
    {
        ApiKeyState.Waiting => Waiting,
        ApiKeyState.Active => Active,
        ApiKeyState.Expired => Expired,
        ApiKeyState.Orphaned => Orphaned,
        ApiKeyState.Revoked => Revoked,
    };

    /// <summary>One scope; not a combination.</summary>
    public static Text Of(KeyScopes scope) => scope switch
    {
        KeyScopes.Requests => SeeRequests,
        KeyScopes.Handle => HandleRequests,
        KeyScopes.Approve => ApproveErasures,
        KeyScopes.Findings => OpenFindings,
        KeyScopes.Sources => SeeSources,
        KeyScopes.ManageSources => KeepSources,
        KeyScopes.Maps => ChangeMaps,
        KeyScopes.Reports => FetchReceipts,
        KeyScopes.Audit => ReadAudit,
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
