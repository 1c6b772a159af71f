using System.Globalization;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>Words of the privacy settings' page.</summary>
internal static class SettingsPageText
{
    public static readonly Text Title = new("Privacy settings", "Confidentialité");
    public static readonly Text Subtitle = new(
        "What the platform may collect, show and keep. Nothing is loosened without your DPO’s opinion.",
        "Ce que la plateforme peut collecter, montrer et conserver. Rien n’est assoupli sans l’avis de votre DPO.");

    public static readonly Text History = new("History", "Historique");
    public static readonly Text Attestation = new("Attestation", "Attestation");
    public static readonly Text Scope = new("Where it applies", "Périmètre");
    public static readonly Text Organisation = new("Organisation", "Organisme");
    public static readonly Text CountryRule = new("Rule: {0}", "Règle : {0}");
    public static readonly Text AddCountryRule = new("Rule for a country…", "Règle pour un pays…");
    public static readonly Text Groups = new("Groups of settings", "Groupes de réglages");
    public static readonly Text ChooseSite = new("Choose a site…", "Choisir un site…");
    public static readonly Text NotTwoPersons = new(
        "You and the administrator who proposed this do not count as two persons yet: in the last seven days one of you invited the other, changed their role, gave them a new password or reset their two-factor. Another administrator can publish it, or you after these days.",
        "Vous et l’administrateur à l’origine de la proposition ne comptez pas encore pour deux personnes : au cours des sept derniers jours, l’un de vous a invité l’autre, changé son rôle, renouvelé son mot de passe ou réinitialisé sa double authentification. Un autre administrateur peut la publier, ou vous-même passé ce délai.");
    public static readonly Text ScopeUnknown = new("There is no such site or country", "Ce site ou ce pays n’existe pas");
    public static readonly Text ScopeUnknownHelp = new(
        "The address names a site or a country that the portal does not know. Below are the settings of the organisation; choose another scope in the list.",
        "L’adresse désigne un site ou un pays que le portail ne connaît pas. Vous voyez ci-dessous les réglages de l’organisme ; choisissez un autre périmètre dans la liste.");
    public static readonly Text OrganisationHelp = new("The value of every site that has none of its own.", "La valeur de tout site qui n’en a pas de propre.");
    public static readonly Text SiteHelp = new("{0}, {1}. What is not set here follows the organisation.", "{0}, {1}. Ce qui n’est pas réglé ici suit l’organisme.");
    public static readonly Text CountryHelp = new(
        "{0}: the most that any site there may do. No scope can loosen it; a stricter value stays stricter.",
        "{0} : le maximum permis à tout site qui s’y trouve. Aucun périmètre ne peut l’assouplir ; une valeur plus stricte le reste.");

    public static readonly Text SeesNow = new("What people see:", "Ce que voient les personnes :");
    public static readonly Text SeesThen = new("With your draft:", "Avec votre brouillon :");
    public static readonly Text SeesFrom = new("From {0}:", "À partir du {0} :");
    public static readonly Text SeesLater = new("Later:", "Plus tard :");
    public static readonly Text NoEffect = new("No effect while “{0}” does not allow it.", "Sans effet tant que « {0} » ne le permet pas.");
    public static readonly Text Or = new(" or ", " ou ");
    public static readonly Text LockedByOrganisation = new("Decided by the organisation for all sites.", "Décidé par l’organisme pour tous les sites.");
    public static readonly Text WholeCompany = new("Decided once for the whole organisation.", "Se décide une fois pour tout l’organisme.");
    public static readonly Text FixedByLaw = new("The law leaves no choice here.", "La loi ne laisse pas le choix.");
    public static readonly Text NeedsTwoDpos = new("Needs a second DPO: four eyes are two persons.", "Il faut un second DPO : quatre yeux, ce sont deux personnes.");
    public static readonly Text Lock = new("Lock for all sites", "Verrouiller pour tous les sites");
    public static readonly Text Locked = new("Locked for all sites", "Verrouillé pour tous les sites");
    public static readonly Text NotLocked = new("Not locked", "Non verrouillé");
    public static readonly Text LockOf = new("Lock “{0}” for all sites", "Verrouiller « {0} » pour tous les sites");
    public static readonly Text Follow = new("Follow the organisation", "Suivre l’organisme");
    public static readonly Text FollowDefault = new("Back to the default", "Revenir à la valeur par défaut");
    public static readonly Text SetRule = new("Set a rule", "Fixer une règle");
    public static readonly Text RemoveRule = new("Remove the rule", "Supprimer la règle");
    public static readonly Text NoRule = new("No rule", "Pas de règle");
    public static readonly Text Undo = new("Undo", "Annuler");
    public static readonly Text UndoOf = new("Undo the change of “{0}”", "Annuler la modification de « {0} »");
    public static readonly Text Loosening = new("Loosening: the DPO’s opinion first", "Assouplissement : avis du DPO d’abord");
    public static readonly Text Tightening = new("Takes effect without an opinion", "Prend effet sans avis");
    public static readonly Text Scheduled = new("From {0}: {1}", "À partir du {0} : {1}");
    public static readonly Text WaitingForOpinion = new("A change waits for the DPO’s opinion", "Une modification attend l’avis du DPO");
    public static readonly Text AsksFor = new("To be put on record for this choice", "À consigner pour ce choix");
    public static readonly Text NotPossible = new("This value is not possible here; the one before stays.", "Cette valeur n’est pas possible ici ; la précédente est conservée.");
    public static readonly Text StillMissing = new("Something still to be put on record", "Il reste à consigner");
    public static readonly Text PutOnRecord = new("Put on record: {0}", "Consigner : {0}");
    public static readonly Text OnePerLine = new("One per line", "Un par ligne");
    public static readonly Text Between = new("Between {0} and {1}", "Entre {0} et {1}");
    public static readonly Text Revision = new("Revision {0}", "Révision {0}");
    public static readonly Text OtherSettings = new("Other settings", "Autres réglages");
    public static readonly Text StoredStays = new(
        "A shorter or stricter value governs new data at once. What is stored already is erased by the retention run, as a separate act confirmed by a DPO.",
        "Une valeur plus courte ou plus stricte vaut aussitôt pour les nouvelles données. Ce qui est déjà stocké est effacé par la purge, acte distinct confirmé par un DPO.");

    private static readonly Text Forbidden = new("Your role may not do this.", "Votre rôle ne le permet pas.");
    private static readonly Text NotFound = new("There is nothing to do it with any more. Reload the page.", "Il n’y a plus rien à traiter. Rechargez la page.");
    private static readonly Text Stale = new("The settings changed meanwhile. Look at what changed, then go on.", "Les réglages ont changé entre-temps. Regardez ce qui a changé, puis poursuivez.");
    private static readonly Text WrongState = new("It has been dealt with meanwhile.", "Cela a été traité entre-temps.");
    private static readonly Text Invalid = new("This value is not possible. Days on which people were told must not be after the day it takes effect.", "Cette valeur n’est pas possible. Les dates d’information ne peuvent être postérieures à la prise d’effet.");
    private static readonly Text ReasonMissing = new("Say why: it stays on record.", "Indiquez le motif : il sera consigné.");
    private static readonly Text SamePerson = new("Another person must do this: four eyes are two persons.", "Une autre personne doit le faire : quatre yeux, ce sont deux personnes.");
    private static readonly Text TooLate = new("The day must be today or later: nothing takes effect in the past.", "La date doit être aujourd’hui ou plus tard : rien ne prend effet dans le passé.");
    private static readonly Text Incomplete = new("Something must still be put on record for a choice of yours; it is marked below.", "Il reste quelque chose à consigner pour l’un de vos choix ; c’est indiqué ci-dessous.");
    private static readonly Text Other = new("This could not be done. Reload the page and try again.", "Cela n’a pas pu être fait. Rechargez la page et réessayez.");

    private static readonly Text Advisors = new("Advisors", "Conseillers");
    private static readonly Text AdvisorsHelp = new("How far the work of advisors is observed and measured.", "Jusqu’où le travail des conseillers est observé et mesuré.");
    private static readonly Text Conversations = new("Conversations", "Conversations");
    private static readonly Text ConversationsHelp = new("What advisors share with visitors, and what stays of it.", "Ce que conseillers et visiteurs partagent, et ce qu’il en reste.");
    private static readonly Text Visitors = new("Visitors", "Visiteurs");
    private static readonly Text VisitorsHelp = new("Where visitors are, and their hand on their own data.", "La localisation des visiteurs, et leur maîtrise de leurs données.");
    private static readonly Text Transparency = new("Information and consent", "Information et consentement");
    private static readonly Text Content = new("Content of conversations", "Contenu des conversations");
    private static readonly Text Assistants = new("Bots and AI", "Robots et IA");
    private static readonly Text Retention = new("Retention", "Conservation");
    private static readonly Text Governance = new("Governance", "Gouvernance");

    private static readonly Text SourceLaw = new("Fixed by law", "Fixé par la loi");
    private static readonly Text SourceDefault = new("Protective default", "Valeur protectrice par défaut");
    private static readonly Text SourceOrganisation = new("Set by the organisation", "Réglé par l’organisme");
    private static readonly Text SourceLocked = new("Locked by the organisation", "Verrouillé par l’organisme");
    private static readonly Text SourceSite = new("Set for this site", "Réglé pour ce site");
    private static readonly Text SourceCountry = new("Rule of {0}", "Règle du pays : {0}");

    private static readonly Text ImpactAssessment = new("Reference of the impact assessment (art. 35)", "Référence de l’analyse d’impact (art. 35)");
    private static readonly Text Purpose = new("Purpose of figures per person", "Finalité des chiffres par personne");
    private static readonly Text StaffTold = new("Staff told on", "Personnel informé le");
    private static readonly Text WorksCouncilTold = new("Works council told on", "CSE informé le");
    private static readonly Text Announcement = new("Announcement to the caller", "Annonce faite à l’appelant");
    private static readonly Text WayToObject = new("How the caller can object", "Moyen de s’opposer pour l’appelant");

    public static Text Of(SettingGroup group) => group switch
    {
        SettingGroup.Advisors => Advisors,
        SettingGroup.Conversations => Conversations,
        SettingGroup.Visitors => Visitors,
        SettingGroup.Transparency => Transparency,
        SettingGroup.Content => Content,
        SettingGroup.Assistants => Assistants,
        SettingGroup.Retention => Retention,
        SettingGroup.Governance => Governance,
    };

    /// <summary>Why the group is there; only the first three need it.</summary>
    public static Text? HelpOf(SettingGroup group) => group switch
    {
        SettingGroup.Advisors => AdvisorsHelp,
        SettingGroup.Conversations => ConversationsHelp,
        SettingGroup.Visitors => VisitorsHelp,
        SettingGroup.Retention => StoredStays,
        SettingGroup.Transparency or SettingGroup.Content or SettingGroup.Assistants or SettingGroup.Governance => null,
    };

    /// <summary>Where the value comes from.</summary>
    public static string Of(InForce value, CultureInfo culture) => value.Source switch
    {
        ValueSource.Law => SourceLaw.In(culture),
        ValueSource.Default => SourceDefault.In(culture),
        ValueSource.Organisation => SourceOrganisation.In(culture),
        ValueSource.Locked => SourceLocked.In(culture),
        ValueSource.Site => SourceSite.In(culture),
        ValueSource.CountryRule => SourceCountry.Format(culture, Countries.NameOf(value.Country!).In(culture)),
    };

    public static Text Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.ImpactAssessment => ImpactAssessment,
        EvidenceKind.Purpose => Purpose,
        EvidenceKind.StaffTold => StaffTold,
        EvidenceKind.WorksCouncilTold => WorksCouncilTold,
        EvidenceKind.Announcement => Announcement,
        EvidenceKind.WayToObject => WayToObject,
    };

    public static Text Of(Refusal refusal) => refusal switch
    {
        Refusal.Forbidden => Forbidden,
        Refusal.NotFound => NotFound,
        Refusal.Stale => Stale,
        Refusal.WrongState => WrongState,
        Refusal.Invalid => Invalid,
        Refusal.ReasonMissing => ReasonMissing,
        Refusal.SamePerson => SamePerson,
        Refusal.TooLate => TooLate,
        Refusal.Incomplete => Incomplete,
        Refusal.Separation => NeedsTwoDpos,
        Refusal.IdentityUnverified => NotTwoPersons,
        Refusal.PreflightFailed or Refusal.DataChanged or Refusal.UnderHold or Refusal.Duplicate or Refusal.Unlawful
            or Refusal.ExportDenied or Refusal.ApprovalMissing => Other,
    };
}
