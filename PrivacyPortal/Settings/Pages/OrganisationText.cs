using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class OrganisationText
{
    public static readonly Text Title = new("Organisation", "Organisme");
    public static readonly Text Subtitle = new(
        "Who the controller is, whom people can turn to, and whose calendar counts. Letters, receipts and deadlines rest on it.",
        "Qui est le responsable de traitement, à qui les personnes peuvent s’adresser, et quel calendrier fait foi. Courriers, attestations et échéances s’appuient dessus.");

    public static readonly Text FirstRunTitle = new("One thing before you start", "Une chose avant de commencer");
    public static readonly Text FirstRun = new(
        "Tell the portal who you are. Choose the country first: authority, calendar and deadlines are filled in for you.",
        "Dites au portail qui vous êtes. Choisissez d’abord le pays : autorité, calendrier et délais sont préremplis.");

    public static readonly Text Missing = new("Still missing: {0}.", "Il manque encore : {0}.");
    public static readonly Text Controller = new("Controller", "Responsable de traitement");
    public static readonly Text ControllerHelp = new("As it appears on letters to the people concerned.", "Tel qu’il figure sur les courriers aux personnes concernées.");
    public static readonly Text Country = new("Country", "Pays");
    public static readonly Text Name = new("Name", "Nom");
    public static readonly Text ControllerName = new("Name of the controller", "Nom du responsable de traitement");
    public static readonly Text Address = new("Postal address", "Adresse postale");
    public static readonly Text Turnover = new("Worldwide annual turnover, in euros", "Chiffre d’affaires annuel mondial, en euros");
    public static readonly Text TurnoverHelp = new(
        "When given, the exposure under article 83 is shown as an amount. It leaves the portal in no document.",
        "S’il est renseigné, l’exposition au titre de l’article 83 s’affiche en montant. Il ne figure sur aucun document.");

    public static readonly Text Dpo = new("Data protection officer", "Délégué à la protection des données");
    public static readonly Text DpoHelp = new("The contact that visitors are given (art. 13(1)(b)).", "Le contact indiqué aux visiteurs (art. 13, § 1, b).");
    public static readonly Text DpoName = new("Name of the DPO", "Nom du DPO");
    public static readonly Text DpoEmail = new("E-mail of the DPO", "E-mail du DPO");
    public static readonly Text Phone = new("Phone", "Téléphone");
    public static readonly Text DeputyName = new("Name of the deputy", "Nom du suppléant");
    public static readonly Text DeputyEmail = new("E-mail of the deputy", "E-mail du suppléant");
    public static readonly Text Authority = new("Supervisory authority", "Autorité de contrôle");
    public static readonly Text AuthorityHelp = new("Where people may lodge a complaint (art. 77).", "Auprès de qui les personnes peuvent introduire une réclamation (art. 77).");
    public static readonly Text AuthorityName = new("Name of the authority", "Nom de l’autorité");
    public static readonly Text AuthorityAddress = new("Address of the authority", "Adresse de l’autorité");
    public static readonly Text Website = new("Website", "Site web");
    public static readonly Text Calendar = new("Calendar and deadlines", "Calendrier et délais");
    public static readonly Text CalendarHelp = new("They set when an answer to a request is due.", "Ils déterminent l’échéance de réponse aux demandes.");
    public static readonly Text Profile = new("Law of the deadlines", "Droit applicable aux délais");
    public static readonly Text Region = new("Public holidays of", "Jours fériés de");
    public static readonly Text Zone = new("Time zone", "Fuseau horaire");
    public static readonly Text ZoneHelp = new("A day begins and ends there.", "Les jours y commencent et y finissent.");
    public static readonly Text Language = new("Default language", "Langue par défaut");
    public static readonly Text LanguageHelp = new("Of documents for people whose language is not known.", "Celle des documents pour les personnes dont la langue est inconnue.");
    public static readonly Text French = new("French", "Français");
    public static readonly Text English = new("English", "Anglais");
    public static readonly Text Save = new("Save", "Enregistrer");
    public static readonly Text Saved = new("Saved.", "Enregistré.");
    public static readonly Text SavedComplete = new("Saved. The portal knows what it needs.", "Enregistré. Le portail sait ce qu’il lui faut.");
    public static readonly Text GoToSettings = new("Go to the privacy settings", "Aller aux réglages de confidentialité");
    public static readonly Text Incomplete = new("The organisation is not complete yet: letters, receipts and deadlines need it.", "L’organisme n’est pas encore complet : courriers, attestations et échéances en ont besoin.");
    public static readonly Text CompleteIt = new("Complete it", "Le compléter");

    public static readonly Text Sites = new("Sites", "Sites");
    public static readonly Text SitesHelp = new(
        "Each website may have privacy settings of its own; the rules of its country always apply.",
        "Chaque site web peut avoir ses propres réglages de confidentialité ; les règles de son pays s’appliquent toujours.");

    public static readonly Text NoSites = new("No site yet", "Aucun site pour l’instant");
    public static readonly Text NoSitesHelp = new("Until there is one, the organisation’s settings hold everywhere.", "Tant qu’il n’y en a pas, les réglages de l’organisme valent partout.");
    public static readonly Text AddSite = new("Add a site", "Ajouter un site");
    public static readonly Text ChangeSite = new("Change the site", "Modifier le site");
    public static readonly Text Change = new("Change", "Modifier");
    public static readonly Text ChangeNamed = new("Change {0}", "Modifier {0}");
    public static readonly Text SettingsOfSite = new("Settings", "Réglages");
    public static readonly Text SettingsOfNamed = new("Settings of {0}", "Réglages de {0}");
    public static readonly Text Close = new("Close this site", "Fermer ce site");
    public static readonly Text CloseQuestion = new(
        "Close “{0}”? It will no longer be offered. What was in force there stays on record. This cannot be undone.",
        "Fermer « {0} » ? Il ne sera plus proposé. Ce qui y était en vigueur reste consigné. C’est irréversible.");

    public static readonly Text Closed = new("Closed", "Fermé");
    public static readonly Text Domain = new("Domain", "Domaine");
    public static readonly Text DomainHelp = new("Such as www.example.com, without https:// and without a path.", "Par exemple www.exemple.fr, sans https:// ni chemin.");
    public static readonly Text SiteLanguage = new("Language of the site", "Langue du site");
    public static readonly Text Reason = new("Why the country changes", "Pourquoi le pays change");
    public static readonly Text ReasonHelp = new(
        "Another country means other rules. Where that protects less, the DPO’s opinion is asked first and the site stays in its country until then.",
        "Un autre pays, ce sont d’autres règles. Si la protection diminue, l’avis du DPO est d’abord demandé et le site garde son pays jusque-là.");

    public static readonly Text SiteWaits = new("The new country waits for the DPO’s opinion.", "Le nouveau pays attend l’avis du DPO.");
    public static readonly Text Cancel = new("Cancel", "Annuler");

    private static readonly Text Eu = new("European Union (GDPR): one month", "Union européenne (RGPD) : un mois");
    private static readonly Text Uk = new("United Kingdom: one month", "Royaume-Uni : un mois");
    private static readonly Text Swiss = new("Switzerland: 30 days", "Suisse : 30 jours");
    private static readonly Text California = new("California: 45 days", "Californie : 45 jours");
    private static readonly Text Brazil = new("Brazil: 15 days", "Brésil : 15 jours");
    private static readonly Text Stale = new("Somebody else saved meanwhile. Reload the page and look again before you save.", "Quelqu’un d’autre a enregistré entre-temps. Rechargez la page et vérifiez avant d’enregistrer.");
    private static readonly Text Invalid = new("Something is not well formed: check the e-mail addresses, the domain and that the region fits the law of the deadlines.", "Une saisie n’est pas valable : vérifiez les adresses e-mail, le domaine, et que la région convient au droit choisi.");
    private static readonly Text Duplicate = new("Another site has this domain, or had it once: what was set for a domain stays with its site.", "Un autre site a ou a eu ce domaine : ce qui a été réglé pour un domaine reste à son site.");
    private static readonly Text ReasonMissing = new("Say why the country changes.", "Indiquez pourquoi le pays change.");

    public static Text Of(string profile) => profile switch
    {
        "uk" => Uk,
        "ch" => Swiss,
        "us-ca" => California,
        "br" => Brazil,
        _ => Eu,
    };

    public static Text Of(Refusal refusal) => refusal switch
    {
        Refusal.Stale => Stale,
        Refusal.Duplicate => Duplicate,
        Refusal.ReasonMissing => ReasonMissing,
        Refusal.Invalid or Refusal.Incomplete => Invalid,
        _ => SettingsPageText.Of(refusal),
    };
}
