using PrivacyPortal.Language;

namespace PrivacyPortal.Accounts;

/// <summary>The pages on which somebody comes in, and those on their own account.</summary>
internal static class SignInText
{
    public static readonly Text SignIn = new("Sign in", "Se connecter");
    public static readonly Text SignOut = new("Sign out", "Se déconnecter");
    public static readonly Text ToSignIn = new("Go to sign-in", "Aller à la connexion");
    public static readonly Text Password = new("Password", "Mot de passe");
    public static readonly Text NotSetUpTitle = new("This portal is not set up yet", "Ce portail n’est pas encore configuré");
    public static readonly Text NotSetUp = new(
        "Whoever started it finds a set-up link on the console. The link makes the first administrator.",
        "La personne qui l’a démarré trouve un lien de configuration sur la console. Ce lien crée le premier administrateur.");
    public static readonly Text FailedTitle = new("You are not signed in", "Connexion impossible");
    public static readonly Text Failed = new(
        "The address or the password is not right, or the account cannot be used now. After five failed attempts an account is locked for 15 minutes.",
        "L’adresse ou le mot de passe est incorrect, ou le compte n’est pas utilisable pour le moment. Après cinq échecs, un compte est verrouillé 15 minutes.");

    public static readonly Text SecondStep = new("Second step", "Seconde étape");
    public static readonly Text Code = new("Code of your app", "Code de votre application");
    public static readonly Text CodeHelp = new("The six digits shown by your authenticator app.", "Les six chiffres affichés par votre application d’authentification.");
    public static readonly Text CodeFailed = new(
        "The code is not right, was used already, or the account cannot be used now. After five failed attempts an account is locked for 15 minutes.",
        "Le code est incorrect, a déjà servi, ou le compte n’est pas utilisable pour le moment. Après cinq échecs, un compte est verrouillé 15 minutes.");
    public static readonly Text RecoveryCode = new("Recovery code", "Code de secours");
    public static readonly Text RecoveryCodeHelp = new("One of the ten codes that you kept. Each works once.", "L’un des dix codes que vous avez conservés. Chacun ne sert qu’une fois.");
    public static readonly Text UseRecovery = new("Use a recovery code", "Utiliser un code de secours");
    public static readonly Text UseApp = new("Use the app", "Utiliser l’application");

    public static readonly Text SetUp = new("Set up the portal", "Configurer le portail");
    public static readonly Text SetUpIntro = new(
        "You become the first administrator. Next you describe your organisation and invite the data protection officer.",
        "Vous devenez le premier administrateur. Vous décrirez ensuite votre organisme et inviterez le délégué à la protection des données.");
    public static readonly Text SetUpButton = new("Create my account", "Créer mon compte");
    public static readonly Text SetUpLinkDeadTitle = new("This link is no longer good", "Ce lien n’est plus valable");
    public static readonly Text SetUpLinkDead = new(
        "A set-up link works once, and only until the portal is restarted. While there is no user, a restart prints a new one on the console.",
        "Un lien de configuration ne sert qu’une fois, et seulement jusqu’au redémarrage du portail. Tant qu’il n’y a aucun utilisateur, un redémarrage en affiche un nouveau sur la console.");

    public static readonly Text Invitation = new("Your invitation", "Votre invitation");
    public static readonly Text InvitationIntro = new("{0} invites you to PrivacyPortal as: {1}.", "{0} vous invite à rejoindre PrivacyPortal en tant que : {1}.");
    public static readonly Text Accept = new("Accept the invitation", "Accepter l’invitation");
    public static readonly Text InvitationDeadTitle = new("This invitation cannot be used", "Cette invitation n’est pas utilisable");
    public static readonly Text InvitationDead = new(
        "It was used already, withdrawn or replaced by a newer link. Ask an administrator for a new one.",
        "Elle a déjà servi, a été annulée ou remplacée par un lien plus récent. Demandez-en une nouvelle à un administrateur.");
    public static readonly Text InvitationExpiredTitle = new("This invitation has expired", "Cette invitation a expiré");
    public static readonly Text InvitationExpired = new("It lasted 7 days. Ask {0} for a new link.", "Elle était valable 7 jours. Demandez un nouveau lien à {0}.");
    public static readonly Text InvitationWaitsTitle = new("A DPO still has to agree", "L’accord d’un DPO est encore nécessaire");
    public static readonly Text InvitationWaits = new(
        "You are to become a DPO, which one of the present DPOs confirms. Whoever agrees hands you a new link; this one will not open.",
        "Vous êtes appelé à devenir DPO, ce que l’un des DPO en fonction doit confirmer. La personne qui donnera son accord vous remettra un nouveau lien ; celui-ci ne s’ouvrira pas.");

    public static readonly Text PasswordLinkIntro = new(
        "{0} gives you a link to a new password. All your sessions end; two-factor stays as it is.",
        "{0} vous transmet un lien pour un nouveau mot de passe. Toutes vos sessions seront fermées ; la double authentification reste inchangée.");
    public static readonly Text SetPassword = new("Set the password", "Enregistrer le mot de passe");
    public static readonly Text PasswordRenewed = new("Your new password is set. Sign in with it.", "Votre nouveau mot de passe est enregistré. Connectez-vous avec celui-ci.");

    public static readonly Text YourName = new("Your name", "Votre nom");
    public static readonly Text NameMissing = new("Enter your name.", "Saisissez votre nom.");
    public static readonly Text EmailInvalid = new("Enter a complete e-mail address.", "Saisissez une adresse e-mail complète.");
    public static readonly Text NewPassword = new("New password", "Nouveau mot de passe");
    public static readonly Text PasswordHelp = new("At least 12 characters. A few unusual words are better than signs.", "Au moins 12 caractères. Quelques mots inattendus valent mieux que des symboles.");
    public static readonly Text PasswordAgain = new("The same password again", "Le même mot de passe, à nouveau");
    public static readonly Text PasswordsDiffer = new("The two passwords are not the same.", "Les deux mots de passe ne sont pas identiques.");
    public static readonly Text PasswordTooShort = new("This password is shorter than 12 characters.", "Ce mot de passe compte moins de 12 caractères.");
    public static readonly Text PasswordTooLong = new("This password is longer than 128 characters.", "Ce mot de passe compte plus de 128 caractères.");
    public static readonly Text PasswordObvious = new(
        "This password is among the first that would be tried: common words, rows of keys, your own name. Choose something less expected.",
        "Ce mot de passe fait partie des premiers que l’on essaierait : mots courants, suites de touches, votre propre nom. Choisissez-en un moins prévisible.");

    public static readonly Text MyAccount = new("My account", "Mon compte");
    public static readonly Text Profile = new("Profile", "Profil");
    public static readonly Text Save = new("Save", "Enregistrer");
    public static readonly Text Saved = new("Saved.", "Enregistré.");
    public static readonly Text LanguageHelp = new("Of the interface. What a data subject receives is in their own language.", "Celle de l’interface. Ce que reçoit une personne concernée est dans sa propre langue.");
    public static readonly Text English = new("English", "English");
    public static readonly Text French = new("Français", "Français");
    public static readonly Text Security = new("Security", "Sécurité");
    public static readonly Text ChangePassword = new("Change password", "Changer de mot de passe");
    public static readonly Text CurrentPassword = new("Current password", "Mot de passe actuel");
    public static readonly Text CurrentPasswordWrong = new("This is not your current password.", "Ce n’est pas votre mot de passe actuel.");
    public static readonly Text ChangePasswordNote = new("Your other sessions end.", "Vos autres sessions seront fermées.");
    public static readonly Text PasswordChanged = new("Your password is changed.", "Votre mot de passe est modifié.");
    public static readonly Text Sessions = new("Sessions", "Sessions");
    public static readonly Text SessionsText = new(
        "If you left a session open somewhere, or fear that somebody knows your password, end them all. This one ends too.",
        "Si vous avez laissé une session ouverte quelque part, ou craignez que quelqu’un connaisse votre mot de passe, fermez-les toutes, y compris celle-ci.");
    public static readonly Text EndAllSessions = new("End all my sessions", "Fermer toutes mes sessions");

    public static readonly Text TwoFactorIntro = new(
        "With two-factor, a stolen password alone opens nothing: signing in also takes a code from an app on your phone.",
        "Avec la double authentification, un mot de passe volé ne suffit pas : la connexion demande aussi un code d’une application de votre téléphone.");
    public static readonly Text TwoFactorOn = new("On. {0} recovery codes left.", "Activée. Il reste {0} codes de secours.");
    public static readonly Text TwoFactorOff = new("Not set up.", "Non configurée.");
    public static readonly Text SetUpTwoFactor = new("Set up two-factor", "Configurer la double authentification");
    public static readonly Text ManageTwoFactor = new("Manage two-factor", "Gérer la double authentification");
    public static readonly Text MustSetUpTitle = new("Your role requires two-factor", "Votre rôle exige la double authentification");
    public static readonly Text MustSetUp = new("Set it up now; then the portal opens for you.", "Configurez-la maintenant ; le portail s’ouvrira ensuite à vous.");
    public static readonly Text StepScan = new("Scan this with an authenticator app", "Scannez ce code avec une application d’authentification");
    public static readonly Text StepScanHelp = new("Any app for time-based codes will do. If you cannot scan, type this key in the app:", "Toute application de codes temporels convient. Si vous ne pouvez pas scanner, saisissez cette clé dans l’application :");
    public static readonly Text QrLabel = new("QR code with the key for your app", "Code QR contenant la clé pour votre application");
    public static readonly Text StepCode = new("Enter the code that the app shows", "Saisissez le code affiché par l’application");
    public static readonly Text CodeWrong = new("This code is not right. Check that the clock of your phone is right, and take a fresh code.", "Ce code est incorrect. Vérifiez l’heure de votre téléphone et prenez un nouveau code.");
    public static readonly Text SwitchOn = new("Switch on", "Activer");
    public static readonly Text CodesTitle = new("Keep these recovery codes", "Conservez ces codes de secours");
    public static readonly Text CodesText = new(
        "Each lets you in once without the app. They are shown only now: print them, or keep them where only you look.",
        "Chacun vous permet d’entrer une fois sans l’application. Ils ne sont affichés que maintenant : imprimez-les, ou gardez-les en lieu sûr.");
    public static readonly Text CodesKept = new("I have kept them", "Je les ai conservés");
    public static readonly Text NewCodes = new("New recovery codes", "Nouveaux codes de secours");
    public static readonly Text NewCodesText = new("The old codes stop working.", "Les anciens codes cesseront de fonctionner.");
    public static readonly Text SwitchOff = new("Switch two-factor off", "Désactiver la double authentification");
    public static readonly Text CannotSwitchOff = new("Your role requires two-factor, so it cannot be switched off.", "Votre rôle exige la double authentification ; elle ne peut pas être désactivée.");
    public static readonly Text ConfirmWithPassword = new("Your password, to confirm", "Votre mot de passe, pour confirmer");

    public static Text Of(PasswordFault fault) => fault switch
    {
        PasswordFault.TooShort => PasswordTooShort,
        PasswordFault.TooLong => PasswordTooLong,
        PasswordFault.Obvious => PasswordObvious,
    };
}
