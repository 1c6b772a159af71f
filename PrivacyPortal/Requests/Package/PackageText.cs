using PrivacyPortal.Language;

namespace PrivacyPortal.Requests.Package;

/// <summary>The words of the page that a person gets with their data, in their language.</summary>
internal static class PackageText
{
    public static readonly Text Title = new("Your personal data", "Vos données à caractère personnel");
    public static readonly Text Lead = new(
        "{0} hands this copy to {1} in answer to the request for access {2}, received on {3:d MMMM yyyy} (article 15 of the GDPR).",
        "{0} remet cette copie à {1} en réponse à la demande d’accès {2}, reçue le {3:d MMMM yyyy} (article 15 du RGPD).");
    public static readonly Text Why = new("Why your data are processed", "Pourquoi vos données sont traitées");
    public static readonly Text Categories = new("Categories", "Catégories");
    public static readonly Text Purpose = new("Purpose", "Finalité");
    public static readonly Text LegalBasis = new("Legal basis", "Base légale");
    public static readonly Text Recipients = new("Recipients", "Destinataires");
    public static readonly Text Retention = new("Kept for", "Durée de conservation");
    public static readonly Text Origin = new("Source of the data", "Origine des données");
    public static readonly Text FromYou = new("Yourself", "Vous-même");
    public static readonly Text NoRecipient = new("Nobody outside the controller", "Aucun destinataire extérieur au responsable de traitement");
    public static readonly Text Hosting = new("Hosted in", "Lieu d’hébergement");
    public static readonly Text SaidOf = new("{0}: {1}", "{0} : {1}");
    public static readonly Text Rights = new("Your rights", "Vos droits");
    public static readonly Text RightsText = new(
        "You may have your data corrected or erased, their processing restricted, object to it, or receive what you provided in a reusable form (articles 16 to 21). Write to {0}. You may also lodge a complaint with the supervisory authority: {1}.",
        "Vous pouvez faire rectifier ou effacer vos données, en faire limiter le traitement, vous y opposer, ou recevoir dans un format réutilisable ce que vous avez fourni (articles 16 à 21). Écrivez à {0}. Vous pouvez aussi introduire une réclamation auprès de l’autorité de contrôle : {1}.");
    public static readonly Text Data = new("Your data", "Vos données");
    public static readonly Text Records = new("Records: {0:N0}", "Enregistrements : {0:N0}");
    public static readonly Text MoreInCsv = new(
        "The first {0:N0} of {1:N0} records are shown here; all of them are in the CSV file.",
        "Les {0:N0} premiers enregistrements sur {1:N0} sont affichés ici ; tous figurent dans le fichier CSV.");
    public static readonly Text FieldWithheld = new("withheld: concerns another person", "non communiqué : concerne une autre personne");
    public static readonly Text Withheld = new(
        "{0}: {1:N0} records of other persons were met and are not handed over (article 15(4)).",
        "{0} : {1:N0} enregistrements d’autres personnes ont été rencontrés et ne sont pas communiqués (article 15(4)).");
    public static readonly Text Missing = new("What this copy does not cover", "Ce que cette copie ne couvre pas");
    public static readonly Text NotSearched = new("{0}: not searched.", "{0} : non consulté.");
    public static readonly Text NotWhole = new("{0}: a rule of the system may hide entries from our search.", "{0} : une règle du système peut soustraire des entrées à notre recherche.");
    public static readonly Text ByDecision = new("Withheld by decision of the controller", "Non communiqué sur décision du responsable de traitement");
    public static readonly Text FirstRecords = new("{0} (first {1:N0} of {2:N0} records; all are in the CSV file)", "{0} (les {1:N0} premiers enregistrements sur {2:N0} ; tous figurent dans le fichier CSV)");
}
