using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class VisitorSettingText
{
    public static readonly SettingTexts Geolocation = new(
        new("Geolocation", "Géolocalisation"),
        new(
            "Whether the platform may locate visitors, for example to lead them to the right store or team. Off: position and derived address are dropped on arrival. The rule of the site’s country comes before the site’s value, and the site’s before the organisation’s.",
            "La plateforme peut-elle localiser les visiteurs, par exemple pour les orienter vers le bon magasin ou la bonne équipe ? Désactivée : position et adresse déduite sont supprimées dès leur arrivée. La règle du pays du site l’emporte sur le site, et le site sur l’organisme."),
        new("GDPR art. 5(1)(c) and 6; ePrivacy directive art. 5(3)", "RGPD art. 5, § 1, c) et 6 ; loi Informatique et Libertés, art. 82"));

    public static readonly Text GeolocationOn = new(
        "The notice says that the approximate position is used, for what, and how to refuse.",
        "La notice indique que la position approximative est utilisée, pourquoi, et comment refuser.");

    public static readonly Text GeolocationOff = new("The visitor is not located.", "Le visiteur n’est pas localisé.");

    public static readonly SettingTexts Precision = new(
        new("Precision", "Précision"),
        new(
            "How precise a kept position may be. Anything finer is coarsened before it is stored.",
            "Précision maximale de la position conservée. Toute position plus fine est dégradée avant enregistrement."),
        new("GDPR art. 5(1)(c) and 25", "RGPD art. 5, § 1, c) et 25"));

    public static readonly Text Country = new("Country", "Pays");
    public static readonly Text CountrySees = new("The advisor knows the visitor’s country.", "Le conseiller connaît le pays du visiteur.");
    public static readonly Text Region = new("Region", "Région");
    public static readonly Text RegionSees = new("The advisor knows the visitor’s region.", "Le conseiller connaît la région du visiteur.");
    public static readonly Text City = new("City", "Ville");
    public static readonly Text CitySees = new("The advisor knows the visitor’s town.", "Le conseiller connaît la ville du visiteur.");

    public static readonly SettingTexts SelfErasure = new(
        new("Erasure by the visitor", "Suppression par le visiteur"),
        new(
            "Lets visitors erase their personal data when a conversation ends, with a button and a link. It erases this conversation and gives a receipt; anything beyond becomes a request, and so does what is under a legal hold.",
            "Permet aux visiteurs de supprimer leurs données personnelles à l’issue d’une conversation, par un bouton et un lien. La conversation est effacée et un récépissé remis ; au-delà, ou en cas de gel juridique, une demande est ouverte."),
        new("GDPR art. 12(2), 17 and 25", "RGPD art. 12, § 2, 17 et 25"));

    public static readonly Text SelfErasureOn = new(
        "At the end of the conversation: “Erase my data”, and a receipt.",
        "À la fin de la conversation : « Supprimer mes données », puis un récépissé.");

    public static readonly Text SelfErasureOff = new(
        "Only a link to ask for erasure, answered within a month.",
        "Seulement un lien pour demander l’effacement, avec réponse sous un mois.");

    public static readonly SettingTexts Purposes = new(
        new("Purposes", "Finalités"),
        new(
            "What visitors are told that their data is used for. A use whose purpose was not told is denied.",
            "Ce pour quoi les visiteurs sont informés que leurs données servent. Une utilisation dont la finalité n’a pas été annoncée est refusée."),
        new("GDPR art. 5(1)(b) and 13(1)(c)", "RGPD art. 5, § 1, b) et 13, § 1, c)"));

    public static readonly Text PurposesSees = new("In the notice, as purposes: {0}.", "Dans la notice, comme finalités : {0}.");
    public static readonly Text Service = new("Answering the visitor", "Répondre au visiteur");
    public static readonly Text Quality = new("Improving the service", "Améliorer le service");
    public static readonly Text Measurement = new("Measuring use", "Mesurer la fréquentation");
    public static readonly Text Marketing = new("Marketing", "Prospection");
    public static readonly Text Training = new("Training of AI", "Entraînement d’IA");
    public static readonly Text InTheNotice = new("Named in the notice.", "Mentionnée dans la notice.");

    public static readonly SettingTexts Consent = new(
        new("Consent", "Consentement"),
        new(
            "Whether the first message waits for the visitor’s consent, or a notice is enough. With consent, its exact text, version, language, page and time are kept; withdrawing is as easy; who refuses is offered another way to be answered; keeping the conversation is asked separately and never ticked beforehand.",
            "Le premier message attend-il le consentement du visiteur, ou une notice suffit-elle ? Avec consentement : son texte exact, sa version, sa langue, la page et l’heure sont conservés ; le retirer est aussi simple ; qui refuse se voit proposer une autre voie ; la conservation de la conversation est demandée à part, jamais précochée."),
        new("GDPR art. 6(1)(a) and 7", "RGPD art. 6, § 1, a) et 7"));

    public static readonly Text ConsentFirst = new("Consent first", "Consentement préalable");
    public static readonly Text ConsentFirstSees = new(
        "Two questions before the first message: to talk, and to keep the conversation; none is ticked.",
        "Deux questions avant le premier message : échanger, et conserver la conversation ; aucune n’est précochée.");

    public static readonly Text Notice = new("Notice", "Notice d’information");
    public static readonly Text NoticeSees = new(
        "A short notice above the first message, with a link to the whole.",
        "Une courte notice au-dessus du premier message, avec un lien vers le texte complet.");

    public static readonly SettingTexts Ip = new(
        new("IP address", "Adresse IP"),
        new(
            "How much of the visitor’s IP address is stored. Applied before storing: what is cut off is never written.",
            "Part de l’adresse IP du visiteur qui est conservée. S’applique avant l’enregistrement : ce qui est tronqué n’est jamais écrit."),
        new("GDPR art. 4(1), 5(1)(c) and 25; C-582/14", "RGPD art. 4, point 1, 5, § 1, c) et 25 ; CJUE C-582/14"));

    public static readonly Text IpNone = new("Not kept", "Non conservée");
    public static readonly Text IpNoneSees = new("The address is not kept.", "L’adresse n’est pas conservée.");
    public static readonly Text IpTruncated = new("Truncated", "Tronquée");
    public static readonly Text IpTruncatedSees = new("The address is kept without its last part.", "L’adresse est conservée sans sa dernière partie.");
    public static readonly Text IpFull = new("Whole", "Complète");
    public static readonly Text IpFullSees = new("The whole address is kept.", "L’adresse complète est conservée.");

    public static readonly SettingTexts Remember = new(
        new("Remember the visitor", "Reconnaître le visiteur"),
        new(
            "Whether a visitor who comes back is recognised. Off: what the chat stored in the browser is cleaned up when the conversation ends.",
            "Un visiteur qui revient est-il reconnu ? Désactivé : ce que le chat a stocké dans le navigateur est nettoyé à la fin de la conversation."),
        new("ePrivacy directive art. 5(3); GDPR art. 25", "Loi Informatique et Libertés, art. 82 ; RGPD art. 25"));

    public static readonly Text RememberOn = new(
        "On the next visit the earlier conversation is there again; a link makes the browser forget it.",
        "À la visite suivante, la conversation précédente réapparaît ; un lien permet de l’oublier.");

    public static readonly Text RememberOff = new("Each visit starts afresh.", "Chaque visite repart de zéro.");

    public static readonly SettingTexts MinimumAge = new(
        new("Minimum age", "Âge minimal"),
        new(
            "The age below which a visitor is asked to have a parent consent. The law sets 16 years, or less by country (15 in France, 13 at least): use country rules where sites differ.",
            "Âge en dessous duquel le visiteur est invité à faire consentir un parent. La loi fixe 16 ans, ou moins selon les pays (15 en France, jamais moins de 13) : utilisez les règles par pays si vos sites diffèrent."),
        new("GDPR art. 8", "RGPD art. 8 ; loi Informatique et Libertés, art. 45"));

    public static readonly Text MinimumAgeSees = new(
        "Before the first message: “Are you under {0}? Ask a parent first.”",
        "Avant le premier message : « Vous avez moins de {0} ? Demandez d’abord à un parent. »");
}
