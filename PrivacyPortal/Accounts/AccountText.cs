using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Accounts;

/// <summary>Words that other slices show too, and the texts of the users page.</summary>
public static class AccountText
{
    public static readonly Text FirstRun = new(
        "First run: open this link to become the first administrator. It works once, until the portal stops.",
        "Premier démarrage : ouvrez ce lien pour devenir le premier administrateur. Il fonctionne une seule fois, jusqu’à l’arrêt du portail.");

    public static readonly Text TooManyTries = new(
        "Too many attempts from your address. Wait a minute, then try again.",
        "Trop de tentatives depuis votre adresse. Patientez une minute, puis réessayez.");

    public static readonly Text Administrator = new("Administrator", "Administrateur");
    public static readonly Text Dpo = new("DPO", "DPO");
    public static readonly Text Auditor = new("Auditor", "Auditeur");

    public static readonly Text AdministratorMay = new(
        "Keeps the settings, sites, data sources and users. Never decides on a request.",
        "Gère les réglages, les sites, les sources de données et les utilisateurs. Ne décide jamais d’une demande.");

    public static readonly Text DpoMay = new(
        "Handles the requests, advises on settings. Never changes settings or users.",
        "Traite les demandes et donne son avis sur les réglages. Ne modifie ni réglages ni utilisateurs.");

    public static readonly Text AuditorMay = new(
        "Reads and downloads reports, receipts and the audit log. Changes nothing.",
        "Consulte et télécharge les rapports, les documents signés et le journal d’audit. Ne modifie rien.");

    public static readonly Text Users = new("Users", "Utilisateurs");
    public static readonly Text UsersSubtitle = new("Who may enter the portal, and as what.", "Qui peut entrer dans le portail, et à quel titre.");
    public static readonly Text Invite = new("Invite someone", "Inviter une personne");
    public static readonly Text NoDpoTitle = new("There is no DPO yet", "Aucun DPO n’est encore désigné");
    public static readonly Text NoDpo = new(
        "Requests can be received but nobody can handle them. Invite the data protection officer: you can appoint the first one yourself; every later one needs a DPO’s agreement.",
        "Les demandes peuvent arriver, mais personne ne peut les traiter. Invitez le délégué à la protection des données : vous pouvez désigner le premier vous-même ; chaque suivant requiert l’accord d’un DPO.");

    public static readonly Text Person = new("Person", "Personne");
    public static readonly Text RoleLabel = new("Role", "Rôle");
    public static readonly Text State = new("State", "État");
    public static readonly Text TwoFactor = new("Two-factor", "Double authentification");
    public static readonly Text LastSignIn = new("Last sign-in", "Dernière connexion");
    public static readonly Text Actions = new("Actions", "Actions");
    public static readonly Text Active = new("Active", "Actif");
    public static readonly Text Disabled = new("Disabled", "Désactivé");
    public static readonly Text Resting = new("Locked after failed attempts", "Verrouillé après des échecs");
    public static readonly Text Proposed = new("Proposed as DPO", "Proposé comme DPO");
    public static readonly Text On = new("On", "Activée");
    public static readonly Text Off = new("Off", "Inactive");
    public static readonly Text You = new("you", "vous");
    public static readonly Text Never = new("Never", "Jamais");
    public static readonly Text ActionsFor = new("Actions for {0}", "Actions pour {0}");

    public static readonly Text Invitations = new("Open invitations", "Invitations en cours");
    public static readonly Text InvitedBy = new("Invited by", "Invité par");
    public static readonly Text Expires = new("Valid until", "Valable jusqu’au");
    public static readonly Text Expired = new("Expired", "Expirée");
    public static readonly Text AwaitsDpo = new("Awaits a DPO’s agreement", "En attente de l’accord d’un DPO");
    public static readonly Text Waiting = new("Not used yet", "Pas encore utilisée");
    public static readonly Text Renew = new("New link", "Nouveau lien");
    public static readonly Text CancelInvitation = new("Cancel the invitation", "Annuler l’invitation");
    public static readonly Text CancelInvitationConfirm = new(
        "The link sent to {0} stops working at once.", "Le lien envoyé à {0} cessera aussitôt de fonctionner.");

    public static readonly Text InviteTitle = new("Invite someone", "Inviter une personne");
    public static readonly Text Email = new("E-mail address", "Adresse e-mail");
    public static readonly Text Name = new("Name", "Nom");
    public static readonly Text NameHelp = new("As it is to appear in the timeline and the audit log.", "Tel qu’il doit apparaître dans l’historique et le journal d’audit.");
    public static readonly Text Language = new("Language", "Langue");
    public static readonly Text CreateLink = new("Create the link", "Créer le lien");
    public static readonly Text Cancel = new("Cancel", "Annuler");
    public static readonly Text Close = new("Close", "Fermer");
    public static readonly Text LinkTitle = new("Link for {0}", "Lien pour {0}");
    public static readonly Text LinkText = new(
        "Give this link to the person through a channel you trust. It is shown only now, works once and lasts 7 days.",
        "Transmettez ce lien à la personne par un canal sûr. Il n’est affiché que maintenant, ne fonctionne qu’une fois et dure 7 jours.");
    public static readonly Text LinkLabel = new("Link", "Lien");
    public static readonly Text FirstDpoNote = new(
        "As there is no DPO yet, this person becomes the first one without further agreement.",
        "Aucun DPO n’étant encore désigné, cette personne deviendra le premier sans autre accord.");

    public static readonly Text PasswordLink = new("New password link", "Lien de nouveau mot de passe");
    public static readonly Text PasswordLinkConfirm = new(
        "{0} sets a new password by a link that works once and lasts 7 days. For a DPO, another DPO must agree and is given the link.",
        "{0} choisira un nouveau mot de passe par un lien à usage unique, valable 7 jours. Pour un DPO, un autre DPO doit donner son accord et reçoit le lien.");
    public static readonly Text NewPassword = new("New password", "Nouveau mot de passe");
    public static readonly Text LinkWaitsTitle = new("A DPO decides now", "La décision revient à un DPO");
    public static readonly Text LinkWaits = new(
        "Nobody becomes a DPO on an administrator’s word alone: when a DPO agrees, the DPO is given the link to hand over.",
        "Nul ne devient DPO sur la seule parole d’un administrateur : le DPO qui donne son accord reçoit le lien à transmettre.");
    public static readonly Text CandidatePassword = new("Is a DPO; {0} asks for a link to a new password", "Est DPO ; {0} demande un lien de nouveau mot de passe");
    public static readonly Text AgreePasswordConfirm = new(
        "You are given a link by which {0} sets a new password. Make sure that it is really this person who asks, and hand it over yourself.",
        "Vous recevrez un lien permettant à {0} de choisir un nouveau mot de passe. Assurez-vous que c’est bien cette personne qui le demande, et transmettez-le vous-même.");

    public static readonly Text Disable = new("Disable", "Désactiver");
    public static readonly Text Enable = new("Enable", "Réactiver");
    public static readonly Text ChangeRole = new("Change role", "Changer de rôle");
    public static readonly Text SignOutEverywhere = new("Sign out everywhere", "Déconnecter partout");
    public static readonly Text ResetTwoFactor = new("Reset two-factor", "Réinitialiser la double authentification");
    public static readonly Text DisableConfirm = new(
        "{0} loses open pages and sessions within 30 seconds and cannot sign in. What they did stays on record.",
        "{0} perd ses pages ouvertes et ses sessions sous 30 secondes et ne peut plus se connecter. Ses actions restent consignées.");
    public static readonly Text EnableConfirm = new(
        "{0} can sign in again, with the same role and password. Who was a DPO comes back as an auditor until a DPO agrees.",
        "{0} pourra se reconnecter, avec le même rôle et le même mot de passe. Un ancien DPO revient comme auditeur, jusqu’à l’accord d’un DPO.");
    public static readonly Text SignOutConfirm = new(
        "All sessions of {0} end within 30 seconds. They can sign in again.",
        "Toutes les sessions de {0} se terminent sous 30 secondes. La personne pourra se reconnecter.");
    public static readonly Text ResetTwoFactorConfirm = new(
        "{0} will sign in with the password alone until two-factor is set up again. Make sure that it is really this person who asks.",
        "{0} se connectera avec son seul mot de passe jusqu’à une nouvelle mise en place. Assurez-vous que c’est bien cette personne qui le demande.");
    public static readonly Text ChangeRoleNote = new(
        "The sessions of the person end within 30 seconds. An administrator does not become a DPO directly, nor the reverse; a further DPO needs a DPO’s agreement.",
        "Les sessions de la personne se terminent sous 30 secondes. Un administrateur ne devient pas directement DPO, ni l’inverse ; un DPO supplémentaire requiert l’accord d’un DPO.");
    public static readonly Text Manage = new("Manage", "Gérer");
    public static readonly Text Keep = new("Keep it", "La conserver");
    public static readonly Text RenewFor = new("New link for {0}", "Nouveau lien pour {0}");
    public static readonly Text CancelFor = new("Cancel the invitation of {0}", "Annuler l’invitation de {0}");
    public static readonly Text NotDone = new("Nothing was changed", "Rien n’a été modifié");
    public static readonly Text WhySelf = new("Your own account is for another administrator to change.", "Votre propre compte ne peut être modifié que par un autre administrateur.");
    public static readonly Text WhySeparation = new(
        "The portal must keep an administrator and a DPO, and nobody changes from administrator to DPO or back in one step.",
        "Le portail doit conserver un administrateur et un DPO, et nul ne passe directement d’administrateur à DPO, ni l’inverse.");
    public static readonly Text WhyDuplicate = new("This address already has an account or an open invitation.", "Cette adresse a déjà un compte ou une invitation en cours.");
    public static readonly Text WhyInvalid = new("Enter a complete e-mail address and a name.", "Saisissez une adresse e-mail complète et un nom.");
    public static readonly Text WhyForbidden = new("Your role may not do this.", "Votre rôle ne le permet pas.");
    public static readonly Text WhyChanged = new("Somebody changed it meanwhile. What you see now is the present state; try again.", "Une autre personne l’a modifié entre-temps. Vous voyez maintenant l’état actuel ; réessayez.");
    public static readonly Text Apply = new("Apply", "Appliquer");

    public static readonly Text TwoFactorByRole = new("Two-factor required", "Double authentification obligatoire");
    public static readonly Text TwoFactorByRoleHelp = new(
        "People of a ticked role who have not set it up are led to do so, and can do nothing else before.",
        "Les personnes d’un rôle coché qui ne l’ont pas mise en place sont conduites à le faire, et ne peuvent rien faire d’autre avant.");

    public static readonly Text Appointments = new("DPO appointments", "Désignations de DPO");
    public static readonly Text AppointmentsSubtitle = new(
        "After the first, nobody becomes a DPO on an administrator’s word alone.", "Après le premier, nul ne devient DPO sur la seule parole d’un administrateur.");
    public static readonly Text NoAppointments = new("Nobody is waiting", "Personne n’attend");
    public static readonly Text NoAppointmentsText = new("When an administrator proposes a further DPO, you decide here.", "Lorsqu’un administrateur propose un DPO supplémentaire, c’est ici que vous décidez.");
    public static readonly Text CandidateInvited = new("Invited by {0}", "Sur invitation de {0}");
    public static readonly Text CandidateMember = new("Already has an account", "A déjà un compte");
    public static readonly Text Agree = new("Agree", "Donner mon accord");
    public static readonly Text Decline = new("Decline", "Refuser");
    public static readonly Text AgreeConfirm = new(
        "{0} will see every request and the data found for it, decide and approve, as you do.",
        "{0} verra toutes les demandes et les données trouvées, décidera et approuvera, comme vous.");
    public static readonly Text DeclineConfirm = new("Nothing changes for {0}. An administrator can ask again.", "Rien ne change pour {0}. Un administrateur pourra renouveler la demande.");

    public static Text Of(Role role) => role switch
    {
        Role.Administrator => Administrator,
        Role.Dpo => Dpo,
        Role.Auditor => Auditor,
    };

    /// <summary>Why a verb on accounts was declined, and what to do.</summary>
    internal static Text Why(Refusal refusal) => refusal switch
    {
        Refusal.SamePerson => WhySelf,
        Refusal.Separation => WhySeparation,
        Refusal.Duplicate => WhyDuplicate,
        Refusal.Invalid or Refusal.ReasonMissing or Refusal.Incomplete => WhyInvalid,
        Refusal.Forbidden or Refusal.IdentityUnverified or Refusal.UnderHold or Refusal.Unlawful or Refusal.ExportDenied or Refusal.ApprovalMissing => WhyForbidden,
        Refusal.NotFound or Refusal.Stale or Refusal.WrongState or Refusal.TooLate or Refusal.PreflightFailed or Refusal.DataChanged => WhyChanged,
    };

    public static Text MayOf(Role role) => role switch
    {
        Role.Administrator => AdministratorMay,
        Role.Dpo => DpoMay,
        Role.Auditor => AuditorMay,
    };
}
