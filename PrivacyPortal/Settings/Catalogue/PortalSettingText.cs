using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class PortalSettingText
{
    public static readonly SettingTexts BotDisclosure = new(
        new("Assistant disclosed", "Assistant annoncé"),
        new(
            "A visitor who talks to a bot is told so from its first message on. The law leaves no choice.",
            "Un visiteur qui parle à un robot en est informé dès le premier message. La loi ne laisse pas le choix."),
        new("AI Act (Regulation 2024/1689) art. 50(1)", "Règlement sur l’IA (2024/1689), art. 50, § 1"));

    public static readonly Text BotDisclosureOn = new("“I am an automated assistant.”", "« Je suis un assistant automatique. »");
    public static readonly Text BotDisclosureOff = new("Nothing says that a bot answers.", "Rien n’indique qu’un robot répond.");

    public static readonly SettingTexts BotHandover = new(
        new("Human handover", "Relais humain"),
        new(
            "A visitor can always reach a person, and no request is refused by a bot alone.",
            "Le visiteur peut toujours joindre une personne, et aucun refus n’est opposé par un robot seul."),
        new("GDPR art. 22", "RGPD art. 22"));

    public static readonly Text BotHandoverOn = new("“Talk to a person” stays in view.", "« Parler à une personne » reste visible.");
    public static readonly Text BotHandoverOff = new("The bot alone answers.", "Seul le robot répond.");

    public static readonly SettingTexts AiTraining = new(
        new("AI training", "Entraînement d’IA"),
        new(
            "Whether conversations may be used to train artificial intelligence. It is a purpose of its own: it must be among the purposes that visitors are told. Off: no conversation leaves for any training.",
            "Les conversations peuvent-elles servir à entraîner une intelligence artificielle ? C’est une finalité à part entière, qui doit figurer parmi celles annoncées aux visiteurs. Désactivé : aucune conversation ne sort pour un entraînement."),
        new("GDPR art. 5(1)(b) and 6(4)", "RGPD art. 5, § 1, b) et 6, § 4"));

    public static readonly Text AiTrainingOn = new(
        "The notice names the training of AI as a purpose, and how to object.",
        "La notice cite l’entraînement d’IA parmi les finalités, et la façon de s’y opposer.");

    public static readonly Text AiTrainingOff = new("Conversations train no AI.", "Les conversations n’entraînent aucune IA.");

    public static readonly Text RetentionSees = new("In the notice: kept for {0}, then erased.", "Dans la notice : conservation pendant {0}, puis effacement.");

    public static readonly SettingTexts RetentionChat = new(
        new("Retention of chats", "Conservation des chats"),
        new(
            "How long chats are kept once they have ended. The retention run erases what is older, except what a legal hold or an open request keeps. Where the data map gives a term too, the shorter one wins.",
            "Durée de conservation des chats une fois terminés. La purge efface ce qui est plus ancien, sauf gel juridique ou demande en cours. Si la cartographie donne aussi une durée, la plus courte l’emporte."),
        new("GDPR art. 5(1)(e)", "RGPD art. 5, § 1, e)"));

    public static readonly SettingTexts RetentionCall = new(
        new("Retention of calls", "Conservation des appels"),
        new(
            "How long recordings and traces of calls are kept: six months at most. The retention run erases what is older, holds and open requests excepted.",
            "Durée de conservation des enregistrements et traces d’appels : six mois au plus. La purge efface ce qui est plus ancien, hors gels et demandes en cours."),
        new("GDPR art. 5(1)(e); CNIL: six months", "RGPD art. 5, § 1, e) ; CNIL : six mois"));

    public static readonly SettingTexts RetentionBot = new(
        new("Retention of bot conversations", "Conservation des échanges avec un robot"),
        new(
            "How long conversations with a bot alone are kept.",
            "Durée de conservation des conversations menées avec un robot seul."),
        new("GDPR art. 5(1)(e)", "RGPD art. 5, § 1, e)"));

    public static readonly SettingTexts RetentionLogs = new(
        new("Retention of the platform’s logs", "Conservation des journaux de la plateforme"),
        new(
            "How long the conversation platform keeps its technical logs. This portal’s audit log has a term of its own.",
            "Durée de conservation des journaux techniques de la plateforme de conversation. Le journal d’audit de ce portail a sa propre durée."),
        new("GDPR art. 5(1)(e) and 32; CNIL recommendation on logging", "RGPD art. 5, § 1, e) et 32 ; recommandation de la CNIL sur la journalisation"));

    public static readonly Text LogsSees = new("Technical traces disappear after {0}.", "Les traces techniques disparaissent après {0}.");

    public static readonly SettingTexts ExportPolicy = new(
        new("Exports", "Exports"),
        new(
            "What it takes for staff to download personal data from this portal. A data subject’s own download is never concerned, nor is the copy that a DPO takes to hand it over as the answer: that is on record all the same.",
            "Ce qu’il faut à un membre du personnel pour télécharger des données personnelles depuis ce portail. Le téléchargement par la personne elle-même n’est jamais concerné, ni la copie que le DPO retire pour la remettre en réponse : elle est consignée elle aussi."),
        new("GDPR art. 5(1)(f) and 32", "RGPD art. 5, § 1, f) et 32"));

    public static readonly Text ExportDenied = new("Denied", "Interdits");
    public static readonly Text ExportDeniedSees = new("Staff export nothing.", "Le personnel n’exporte rien.");
    public static readonly Text ExportFourEyes = new("Four eyes", "À quatre yeux");
    public static readonly Text ExportFourEyesSees = new("Two persons are needed for each export.", "Chaque export exige deux personnes.");
    public static readonly Text ExportReason = new("With a reason", "Avec un motif");
    public static readonly Text ExportReasonSees = new("Each export has a reason and is on record.", "Chaque export est motivé et consigné.");

    public static readonly SettingTexts ErasureApproval = new(
        new("Approval of erasures", "Approbation des effacements"),
        new(
            "Whether an erasure needs a second DPO’s approval before it is executed. Persons are compared, not accounts: it cannot be switched on with a single DPO.",
            "Un effacement exige-t-il l’approbation d’un second DPO avant exécution ? Ce sont les personnes qui sont comparées, pas les comptes : impossible avec un seul DPO."),
        new("GDPR art. 5(1)(f), 24 and 32", "RGPD art. 5, § 1, f), 24 et 32"));

    public static readonly Text ApprovalOne = new("One person", "Une personne");
    public static readonly Text ApprovalOneSees = new("The DPO who decides also releases the erasure.", "Le DPO qui décide lance aussi l’effacement.");
    public static readonly Text ApprovalTwo = new("Two persons", "Deux personnes");
    public static readonly Text ApprovalTwoSees = new("A second DPO approves before anything is erased.", "Un second DPO approuve avant tout effacement.");

    public static readonly SettingTexts Hosting = new(
        new("Hosting", "Hébergement"),
        new(
            "Where data sources and processors may be hosted. One elsewhere is refused, unless its transfer safeguard is recorded.",
            "Où les sources de données et les sous-traitants peuvent être hébergés. Ailleurs, ils sont refusés, sauf garantie de transfert consignée."),
        new("GDPR art. 28 and 44 to 49", "RGPD art. 28 et 44 à 49"));

    public static readonly Text HostingEea = new("European Economic Area", "Espace économique européen");
    public static readonly Text HostingEeaSees = new("“Your data stays in Europe.”", "« Vos données restent en Europe. »");
    public static readonly Text HostingAdequate = new("Adequate countries too", "Pays adéquats aussi");
    public static readonly Text HostingAdequateSees = new(
        "The notice names the countries, each recognised by the European Commission.",
        "La notice cite les pays, tous reconnus adéquats par la Commission européenne.");

    public static readonly Text HostingAny = new("Anywhere", "Partout");
    public static readonly Text HostingAnySees = new(
        "The notice names each country and the safeguard for the transfer.",
        "La notice cite chaque pays et la garantie qui encadre le transfert.");
}
