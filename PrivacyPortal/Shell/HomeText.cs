using PrivacyPortal.Language;

namespace PrivacyPortal.Shell;

/// <summary>The words of the first page.</summary>
internal static class HomeText
{
    public static readonly Text ForAdministrator = new("Settings, sources, sites and people are yours to keep.", "Vous tenez les réglages, les sources, les sites et les utilisateurs.");
    public static readonly Text ForDpo = new("What people asked, and how long there is to answer.", "Ce que les personnes ont demandé, et le temps qu’il reste pour répondre.");
    public static readonly Text ForAuditor = new("How the requests stand. Everything can be read and downloaded; nothing changed.", "Où en sont les demandes. Tout se lit et se télécharge ; rien ne se modifie.");
    public static readonly Text RecordRequest = new("Record a request", "Enregistrer une demande");

    public static readonly Text SetUpTitle = new("Set up the portal", "Mettre en place le portail");
    public static readonly Text SetUpSubtitle = new("{0} of {1} done. Each step takes a few minutes.", "{0} sur {1}. Chaque étape prend quelques minutes.");
    public static readonly Text AllSet = new("The portal is set up", "Le portail est en place");
    public static readonly Text AllSetText = new("Requests can be answered from the mapped sources.", "Les demandes peuvent être traitées à partir des sources cartographiées.");
    public static readonly Text Done = new("done", "fait");
    public static readonly Text ToDo = new("to do", "à faire");
    public static readonly Text Organisation = new("Say who the controller is", "Indiquer le responsable de traitement");
    public static readonly Text OrganisationWhy = new("Letters, receipts and the statutory clock need the controller, the DPO, the authority and the region.", "Lettres, attestations et délai légal ont besoin du responsable, du DPO, de l’autorité et de la région.");
    public static readonly Text Dpo = new("Invite the data protection officer", "Inviter le délégué à la protection des données");
    public static readonly Text DpoWhy = new("Only a DPO handles requests; an administrator never does.", "Seul un DPO traite les demandes ; un administrateur jamais.");
    public static readonly Text Sites = new("Add the sites", "Ajouter les sites");
    public static readonly Text SitesWhy = new("Each with its country and language: the law and the texts follow them.", "Chacun avec son pays et sa langue : la loi et les textes les suivent.");
    public static readonly Text Source = new("Add a data source", "Ajouter une source de données");
    public static readonly Text SourceWhy = new("A database that holds personal data, where requests are answered from.", "Une base qui contient des données personnelles, à partir de laquelle on répond aux demandes.");
    public static readonly Text Map = new("Confirm its data map", "Confirmer sa cartographie");
    public static readonly Text MapWhy = new("Which fields are personal, whose they are, what an erasure does to them. A DPO confirms ownership.", "Quels champs sont personnels, à qui ils sont, ce qu’un effacement en fait. Un DPO confirme les titulaires.");
    public static readonly Text Settings = new("Publish the privacy settings", "Publier les réglages de confidentialité");
    public static readonly Text SettingsWhy = new("What may be collected, shown and kept. The defaults protect; publish what differs.", "Ce qui peut être collecté, montré et conservé. Les valeurs par défaut protègent ; publiez ce qui diffère.");

    public static readonly Text OpinionsWaiting = new("Loosened settings that wait for your opinion: {0}", "Réglages assouplis en attente de votre avis : {0}");
    public static readonly Text DposWaiting = new("People proposed as DPO who wait for your word: {0}", "Personnes proposées comme DPO en attente de votre accord : {0}");
    public static readonly Text MapsWaiting = new("Data maps that wait for somebody: {0}", "Cartographies qui attendent une intervention : {0}");
    public static readonly Text Look = new("Look", "Voir");
}
