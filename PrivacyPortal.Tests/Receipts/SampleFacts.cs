using System.Globalization;
using PrivacyPortal.Receipts;

namespace PrivacyPortal.Tests.Receipts;

/// <summary>One of every receipt, as an invented company would issue it.</summary>
internal static class SampleFacts
{
    public static readonly ReceiptParties Parties = new(
        "Maison Exemple SAS", "12 rue de l’Église\n67000 Strasbourg", "Camille Durand", "dpo@maison-exemple.fr\n+33 3 88 00 00 00",
        "CNIL", "3 place de Fontenoy, 75007 Paris\nwww.cnil.fr", "Europe/Paris");

    private static readonly DateOnly Received = new(2026, 11, 20);
    private static readonly DateOnly Answered = new(2026, 12, 3);

    public static IEnumerable<ReceiptFacts> All(string language) =>
    [
        Acknowledgement(language), AccessAnswer(language), AccessReport(language), Rectification(language), Erasure(language), Refusal(language),
        Extension(language), NoData(language), NotIdentifiable(language), Elsewhere(language), Attestation(language), History(language), Register(language, 60), Receipts(language), Audit(language), .. SampleRights.All(language),
    ];

    public static AcknowledgementFacts Acknowledgement(string language) => new()
    {
        Reference = "DSR-2026-000123", Language = language, Parties = Parties, MaskedIdentity = "F••••••• D••••••• · f•••@example.org",
        Right = In(language, "Erasure (article 17 of the GDPR)", "Effacement (article 17 du RGPD)"), ReceivedOn = Received,
        DueOn = new(2026, 12, 21), Channel = In(language, "Public form", "Formulaire public"),
    };

    public static ErasureFacts Erasure(string language) => new()
    {
        Reference = "DSR-2026-000123", Language = language, Parties = Parties, MaskedIdentity = "F••••••• D••••••• · f•••@example.org",
        Right = In(language, "Erasure (article 17 of the GDPR)", "Effacement (article 17 du RGPD)"), ReceivedOn = Received, AnsweredOn = Answered,
        Ground = In(language, "Consent was withdrawn, art. 17(1)(b)", "Le consentement a été retiré, art. 17(1)(b)"),
        Erased =
        [
            new("Conversations", In(language, "Messages", "Messages"), In(language, "rows deleted", "lignes supprimées"), 1204),
            new("Conversations", In(language, "Contact: e-mail, telephone", "Coordonnées : e-mail, téléphone"), In(language, "fields cleared", "champs vidés"), 2),
            new("Boutique", In(language, "Loyalty points", "Points de fidélité"), In(language, "rows deleted", "lignes supprimées"), 17),
        ],
        Kept =
        [
            new("Boutique", In(language, "Invoices", "Factures"), In(language, "Legal obligation, article 17(3)(b): commercial code, article L123-22", "Obligation légale, article 17, paragraphe 3, point b) : code de commerce, article L123-22"), new(2036, 12, 31), 9),
        ],
        Shared = [new("Conversations", In(language, "Messages of a group conversation", "Messages d’une conversation de groupe"), 12)],
        Proof = [new("Conversations", 0, 1206, 0, 0, FreePages.Remaining), new("Boutique", 0, 26, 0, null)],
        BackupsUntil = new(2027, 1, 2),
        Unproven = [In(language, "Old newsletter", "Ancienne lettre d’information")],
        NotWhole = [In(language, "Shop: Loyalty cards", "Boutique : Cartes de fidélité")],
        BackupsUnknown = [In(language, "Shop", "Boutique")],
        BackupsByHand = [In(language, "Paper files", "Dossiers papier")],
        RecipientsTold = [In(language, "Transporteur Éclair SARL, on 3 December 2026", "Transporteur Éclair SARL, le 3 décembre 2026")],
        RecipientsUntold = [new("Imprimerie Vieux-Pont", In(language, "telling them proves impossible (art. 19)", "l’informer se révèle impossible (art. 19)"))],
    };

    public static RectificationFacts Rectification(string language) => new()
    {
        Reference = "DSR-2026-000124", Language = language, Parties = Parties, MaskedIdentity = "I••• Щ••••••• · i•••@example.org",
        Right = In(language, "Rectification (article 16 of the GDPR)", "Rectification (article 16 du RGPD)"), ReceivedOn = Received, AnsweredOn = Answered,
        Corrections = [new("Conversations", In(language, "E-mail", "E-mail"), 1, "ivan@old.example", "ivan@new.example"), new("Boutique", In(language, "Address", "Adresse"), 2, "1 rue Vieille", "2 rue Neuve, Λεωφόρος 3")],
        Statements =
        [
            new("Conversations", In(language, "Messages · Text", "Messages · Texte"), In(language, "In the system, beside what was said", "Dans le système, à côté des propos"), true, 1, "Annulez ma commande, ivan@old.example.", "J’ai demandé de la reporter : ivan@late.example."),
            new("Boutique", In(language, "Notes · Note", "Notes · Note"), In(language, "Attached by hand in the system", "Jointe à la main dans le système"), false, 1, "Client désagréable.", "J’étais souffrant ce jour-là, ivan@ill.example."),
        ],
        RecipientsTold = [],
    };

    public static AccessReportFacts AccessReport(string language) => new()
    {
        Reference = "DSR-2026-000125", Language = language, Parties = Parties, MaskedIdentity = "L••• G••••••• · l•••@example.org",
        Right = In(language, "Access (article 15 of the GDPR)", "Accès (article 15 du RGPD)"), ReceivedOn = Received,
        Processing =
        [
            new("Boutique", In(language, "Customers", "Clients"), In(language, "Delivering orders", "Livraison des commandes"), In(language, "Contract (article 6(1)(b))", "Contrat (article 6, paragraphe 1, point b))"), "Transporteur Éclair SARL", In(language, "Five years after the last order", "Cinq ans après la dernière commande"), In(language, "Yourself", "Vous-même"), "France"),
            new("Conversations", "Messages", In(language, "Answering questions", "Réponse aux questions"), In(language, "Legitimate interest (article 6(1)(f))", "Intérêt légitime (article 6, paragraphe 1, point f))"), In(language, "None", "Aucun"), "180 " + In(language, "days", "jours"), In(language, "Yourself", "Vous-même"), "France"),
        ],
        AutomatedDecisions = [In(language, "Loyalty points: a discount follows from the sum of the orders of a year, with no other consequence.", "Points de fidélité : une remise découle de la somme des commandes d’une année, sans autre conséquence.")],
        Transfers = [],
        Withheld = [new("Conversations", "Messages", 3, In(language, "They concern another person (article 15(4))", "Ils concernent un tiers (article 15, paragraphe 4)"))],
        Tables =
        [
            new("Boutique", In(language, "Customers", "Clients"), ["Id", "Prénom", "Nom", "Adresse", "Ville", "E-mail"], [["1", "Luís", "Gonçalves", "Av. Brigadeiro Faria Lima, 2170", "São José dos Campos", "luisg@embraer.com.br"]]),
            new("Conversations", "Messages", ["Date", "Message"], Enumerable.Range(1, 40).Select(i => (string[])[$"2026-10-{(i % 28) + 1:D2}", $"Bonjour, où en est ma commande n° {i} ? Merci d’avance pour votre réponse."])),
        ],
    };

    public static RequestRegisterFacts Register(string language, int count) => new()
    {
        Reference = "REG-2026-12-03", Language = language, Parties = Parties, Selection = In(language, "all of 2026", "toutes celles de 2026"),
        Requests = [.. Enumerable.Range(1, count).Select(i => new RegisteredRequest(
            string.Create(CultureInfo.InvariantCulture, $"DSR-2026-{i:D6}"), In(language, i % 3 == 0 ? "Access" : "Erasure", i % 3 == 0 ? "Accès" : "Effacement"), "F••••••• D••••••• · f•••@example.org",
            Received.AddDays(-i % 300), Received.AddDays((-i % 300) + 31), i % 5 == 0 ? null : Received.AddDays((-i % 300) + 12), In(language, i % 5 == 0 ? "In review" : "Closed", i % 5 == 0 ? "En cours d’examen" : "Clôturée"), i % 5 == 0 ? "" : In(language, "Fulfilled", "Satisfaite")))],
    };

    private static AccessAnswerFacts AccessAnswer(string language) => new()
    {
        Reference = "DSR-2026-000125", Language = language, Parties = Parties, MaskedIdentity = "L••• G••••••• · l•••@example.org",
        Right = In(language, "Access (article 15 of the GDPR)", "Accès (article 15 du RGPD)"), ReceivedOn = Received, AnsweredOn = Answered,
        Released = [new("Boutique", In(language, "Customers", "Clients"), 1), new("Boutique", In(language, "Invoices", "Factures"), 7), new("Conversations", "Messages", 412)],
        Withheld = [new("Conversations", "Messages", 3, In(language, "They concern another person (article 15(4))", "Ils concernent un tiers (article 15, paragraphe 4)"))],
        PackageSha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", PackageBytes = 184_320, AvailableUntil = new(2027, 1, 2),
    };

    private static RefusalFacts Refusal(string language) => new()
    {
        Reference = "DSR-2026-000126", Language = language, Parties = Parties, MaskedIdentity = "N••••• T•• · n•••@example.org",
        Right = In(language, "Erasure (article 17 of the GDPR)", "Effacement (article 17 du RGPD)"), ReceivedOn = Received, AnsweredOn = Answered,
        Reasons = [new(In(language, "Invoices", "Factures"), In(language, "Article 17(3)(b)", "Article 17, paragraphe 3, point b)"), In(language, "The commercial code has us keep invoices for ten years.", "Le code de commerce nous impose de conserver les factures dix ans."))],
    };

    private static ExtensionFacts Extension(string language) => new()
    {
        Reference = "DSR-2026-000127", Language = language, Parties = Parties, MaskedIdentity = "F••••••• D••••••• · f•••@example.org",
        Right = In(language, "Access (article 15 of the GDPR)", "Accès (article 15 du RGPD)"), ReceivedOn = Received, WasDueOn = new(2026, 12, 21), DueOn = new(2027, 2, 22),
        Reason = In(language, "Your data are held in nine systems, two of which are run by processors.", "Vos données se trouvent dans neuf systèmes, dont deux exploités par des sous-traitants."),
    };

    private static NoDataFacts NoData(string language) => new()
    {
        Reference = "DSR-2026-000128", Language = language, Parties = Parties, MaskedIdentity = "g•••@example.org",
        Right = In(language, "Access (article 15 of the GDPR)", "Accès (article 15 du RGPD)"), ReceivedOn = Received, AnsweredOn = Answered,
        Searched = [new("Conversations", In(language, "E-mail address, telephone number", "Adresse e-mail, numéro de téléphone"), Answered), new("Boutique", In(language, "E-mail address", "Adresse e-mail"), Answered)],
    };

    private static NotIdentifiableFacts NotIdentifiable(string language) => new()
    {
        Reference = "DSR-2026-000129", Language = language, Parties = Parties, MaskedIdentity = In(language, "Visitor", "Visiteur"),
        Right = In(language, "Access (article 15 of the GDPR)", "Accès (article 15 du RGPD)"), ReceivedOn = Received, AnsweredOn = Answered,
        Reason = In(language, "Visitors who did not give a name or an address are known to us by a number in their browser only.", "Les visiteurs qui n’ont indiqué ni nom ni adresse ne nous sont connus que par un numéro dans leur navigateur."),
        WouldHelp = [In(language, "The number of the conversation, shown at its end.", "Le numéro de la conversation, affiché à la fin de celle-ci."), In(language, "The e-mail address that you gave during the conversation.", "L’adresse e-mail que vous avez donnée pendant la conversation.")],
    };

    private static AnsweredElsewhereFacts Elsewhere(string language) => new()
    {
        Reference = "DSR-2026-000130", Language = language, Parties = Parties, MaskedIdentity = "F••••••• D••••••• · f•••@example.org",
        Right = In(language, "Erasure (article 17 of the GDPR)", "Effacement (article 17 du RGPD)"), ReceivedOn = Received, AnsweredOn = Answered,
        Where = In(language, "Answered under the reference DSR-2026-000123.", "Il y est répondu sous la référence DSR-2026-000123."),
    };

    private static SettingsAttestationFacts Attestation(string language) => new()
    {
        Reference = "SET-2026-0007", Language = language, Parties = Parties, Scope = "boutique.maison-exemple.fr", InForceAt = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), Revision = "7",
        Groups =
        [
            new(In(language, "Advisors", "Conseillers"), [new(In(language, "Advisor statistics", "Statistiques des conseillers"), In(language, "Aggregated", "Agrégées"), In(language, "Organisation", "Organisme"), "RGPD, art. 25"), new(In(language, "Supervisor", "Superviseur"), In(language, "Off", "Désactivé"), In(language, "Default", "Défaut"), "RGPD, art. 25")]),
            new(In(language, "Conversations", "Conversations"), [new("Mirroring", In(language, "On, once the visitor accepts", "Activé, après acceptation du visiteur"), "Site", "RGPD, art. 6, 7")]),
        ],
    };

    private static SettingsHistoryFacts History(string language) => new()
    {
        Reference = "SET-2026", Language = language, Parties = Parties, Scope = "Maison Exemple SAS", From = new(2026, 1, 1), Until = new(2026, 12, 31),
        Revisions = [new(In(language, "Revision 7", "Révision 7"), new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), "Alice Martin", In(language, "Requested by customer service.", "Demande du service client."), In(language, "Favourable, by Camille Durand", "Favorable, par Camille Durand"), [new("Mirroring", In(language, "Off", "Désactivé"), In(language, "On", "Activé"))])],
    };

    private static ReceiptRegisterFacts Receipts(string language) => new()
    {
        Reference = "RPT-RECEIPTS-2026", Language = language, Parties = Parties, From = new(2026, 1, 1), Until = new(2026, 12, 31),
        Receipts = [new("DSR-2026-000125", In(language, "Acknowledgement of receipt", "Accusé de réception"), new(2026, 12, 3, 9, 0, 0, TimeSpan.Zero), "Dora Petit", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")],
    };

    private static AuditSummaryFacts Audit(string language) => new()
    {
        Reference = "AUD-2026", Language = language, Parties = Parties, From = new(2026, 1, 1), Until = new(2026, 12, 31), SoundLines = 18_204,
        Head = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", Counts = [new("request", "received", 812), new("request", "closed", 790), new("receipt", "issued", 1602)],
    };

    private static string In(string language, string english, string french) => language == "fr" ? french : english;
}
