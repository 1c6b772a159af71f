using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class ConversationSettingText
{
    public static readonly SettingTexts Mirroring = new(
        new("Mirroring", "Mirroring"),
        new(
            "Shows the advisor the page that the visitor is looking at, during the conversation. Off: nothing of the visitor’s screen is transmitted.",
            "Montre au conseiller, pendant la conversation, la page que consulte le visiteur. Désactivé : rien de l’écran du visiteur n’est transmis."),
        new("GDPR art. 5(1)(c) and 35; ePrivacy directive art. 5(3)", "RGPD art. 5, § 1, c) et 35 ; loi Informatique et Libertés, art. 82"));

    public static readonly Text MirroringOn = new(
        "The visitor is told that the advisor can see the page, as decided by “Offer mirroring”.",
        "Le visiteur est informé que le conseiller peut voir la page, selon le réglage « Proposer le mirroring ».");

    public static readonly Text MirroringOff = new(
        "The advisor never sees the visitor’s page.",
        "Le conseiller ne voit jamais la page du visiteur.");

    public static readonly SettingTexts Offer = new(
        new("Offer mirroring", "Proposer le mirroring"),
        new(
            "On: mirroring starts only once the visitor has accepted. Off: it starts by itself with the conversation, with a button to stop it.",
            "Activé : le mirroring ne démarre qu’après l’accord du visiteur. Désactivé : il démarre de lui-même avec la conversation, avec un bouton pour l’arrêter."),
        new("GDPR art. 6(1)(a) and 7", "RGPD art. 6, § 1, a) et 7"));

    public static readonly Text OfferOn = new(
        "A question before anything is shown: “May your advisor see this page?”, with Accept and Refuse side by side.",
        "Une question avant tout partage : « Votre conseiller peut-il voir cette page ? », avec Accepter et Refuser côte à côte.");

    public static readonly Text OfferOff = new(
        "A notice that the advisor sees the page, with a button to stop.",
        "Un bandeau indiquant que le conseiller voit la page, avec un bouton pour arrêter.");

    public static readonly SettingTexts Cobrowsing = new(
        new("Co-browsing", "Cobrowsing"),
        new(
            "Gives the advisor a second pointer on the visitor’s page, to show the way. The advisor asks, the visitor accepts, either may stop; it never starts by itself and ends with the conversation. The second pointer points and scrolls: it never types in a masked field and never submits.",
            "Donne au conseiller un deuxième pointeur sur la page du visiteur, pour le guider. Le conseiller demande, le visiteur accepte, chacun peut arrêter ; jamais de démarrage automatique, et tout s’arrête avec la conversation. Ce pointeur désigne et fait défiler : il ne saisit rien dans un champ masqué et ne valide rien."),
        new("GDPR art. 6(1)(a), 7 and 32", "RGPD art. 6, § 1, a), 7 et 32"));

    public static readonly Text CobrowsingOn = new(
        "A request from the advisor that the visitor accepts or refuses; a Stop button stays in view.",
        "Une demande du conseiller, que le visiteur accepte ou refuse ; un bouton Arrêter reste visible.");

    public static readonly Text CobrowsingOff = new(
        "No advisor can act on the visitor’s page.",
        "Aucun conseiller ne peut intervenir sur la page du visiteur.");

    public static readonly SettingTexts MaskedFields = new(
        new("Masked fields", "Champs masqués"),
        new(
            "Fields of your pages that are never sent to an advisor, by mirroring or co-browsing. One CSS selector per line; passwords and payment cards are there from the start.",
            "Champs de vos pages qui ne sont jamais transmis à un conseiller, ni par mirroring ni par cobrowsing. Un sélecteur CSS par ligne ; mots de passe et cartes de paiement y figurent d’emblée."),
        new("GDPR art. 25 and 32", "RGPD art. 25 et 32"));

    public static readonly Text MaskedFieldsSees = new(
        "In these fields the advisor sees dots: {0}.",
        "Dans ces champs, le conseiller ne voit que des points : {0}.");

    public static readonly SettingTexts ChatHistory = new(
        new("Chat history", "Historique des chats"),
        new(
            "Whether what was written is kept after the chat. Off: its content is dropped when the chat closes. On: it is kept for the retention of chats, then erased.",
            "Ce qui a été écrit est-il conservé après le chat ? Désactivé : le contenu disparaît à la clôture du chat. Activé : il est gardé pendant la durée de conservation des chats, puis effacé."),
        new("GDPR art. 5(1)(c) and (e)", "RGPD art. 5, § 1, c) et e)"));

    public static readonly Text ChatHistoryOn = new(
        "Before the first message: that the chat is kept, how long, and how to have it erased.",
        "Avant le premier message : le chat est conservé, combien de temps, et comment le faire effacer.");

    public static readonly Text ChatHistoryOff = new(
        "“This chat is not kept after it ends.”",
        "« Ce chat n’est pas conservé une fois terminé. »");

    public static readonly SettingTexts CallHistory = new(
        new("Call history", "Historique des appels"),
        new(
            "Whether the trace of a call (who, when, how long, notes) is kept; chats are decided separately. On: callers hear the announcement and how to object.",
            "La trace d’un appel (qui, quand, durée, notes) est-elle conservée ? Les chats se règlent à part. Activé : l’appelant entend l’annonce et la façon de s’y opposer."),
        new("GDPR art. 13 and 21; CNIL on the recording of calls", "RGPD art. 13 et 21 ; recommandations de la CNIL sur l’écoute et l’enregistrement des appels"));

    public static readonly Text CallHistoryOn = new(
        "An announcement at the start of the call, and a way to object to it.",
        "Une annonce au début de l’appel, et un moyen de s’y opposer.");

    public static readonly Text CallHistoryOff = new(
        "Nothing of the call is kept.",
        "Rien de l’appel n’est conservé.");

    public static readonly SettingTexts Masking = new(
        new("Masking of sensitive data", "Masquage des données sensibles"),
        new(
            "What is recognised in messages and masked before they are stored, so that nobody reads it later. Each rule has a pattern, and a check that avoids false alarms. Patterns are matched in linear time: no look-around, no back-reference.",
            "Ce qui est reconnu dans les messages et masqué avant leur enregistrement : personne ne le relira. Chaque règle a un motif et un contrôle qui évite les fausses alertes. Les motifs s’exécutent en temps linéaire : ni assertion avant ou arrière, ni référence arrière."),
        new("GDPR art. 5(1)(c), 25 and 32", "RGPD art. 5, § 1, c), 25 et 32"));

    public static readonly Text MaskingSees = new(
        "In a sent message, dots in place of: {0}.",
        "Dans le message envoyé, des points à la place de : {0}.");

    public static readonly SettingTexts Transcript = new(
        new("Transcript by e-mail", "Transcription par e-mail"),
        new(
            "Whether visitors may have their conversation sent to them by e-mail. Only when they ask for it, to the address they give then.",
            "Les visiteurs peuvent-ils recevoir leur conversation par e-mail ? Uniquement à leur demande, à l’adresse qu’ils indiquent alors."),
        new("GDPR art. 5(1)(f) and 32", "RGPD art. 5, § 1, f) et 32"));

    public static readonly Text TranscriptOn = new(
        "At the end: “Send me this conversation”, not ticked.",
        "À la fin : « M’envoyer cette conversation », case non cochée.");

    public static readonly Text TranscriptOff = new(
        "No e-mail is offered.",
        "Aucun envoi par e-mail n’est proposé.");

    public static readonly SettingTexts Recording = new(
        new("Call recording", "Enregistrement des appels"),
        new(
            "Whether the sound of calls is recorded. Never permanently: either a sample, for training and quality, or only the calls that prove a contract. Needs the call history.",
            "Le son des appels est-il enregistré ? Jamais en permanence : soit un échantillon, pour la formation et la qualité, soit les seuls appels qui prouvent un contrat. Suppose l’historique des appels."),
        new("GDPR art. 5(1)(c), 6 and 35; CNIL on the recording of calls", "RGPD art. 5, § 1, c), 6 et 35 ; recommandations de la CNIL sur l’écoute et l’enregistrement des appels"));

    public static readonly Text RecordingOff = new("Off", "Désactivé");
    public static readonly Text RecordingOffSees = new("Calls are not recorded.", "Les appels ne sont pas enregistrés.");
    public static readonly Text RecordingContract = new("Proof of contract", "Preuve de contrat");
    public static readonly Text RecordingContractSees = new(
        "An announcement when a contract is about to be concluded; other calls are not recorded.",
        "Une annonce au moment de conclure un contrat ; les autres appels ne sont pas enregistrés.");

    public static readonly Text RecordingSampled = new("Sample", "Échantillon");
    public static readonly Text RecordingSampledSees = new(
        "An announcement that the call may be recorded, and how to object before it starts.",
        "Une annonce indiquant que l’appel peut être enregistré, et comment s’y opposer avant qu’il ne commence.");
}
