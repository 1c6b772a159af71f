using System.Collections.Frozen;
using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

/// <summary>The known categories and kinds of identity in words. A company's own category is shown as it wrote it.</summary>
public static class CategoryText
{
    private static readonly Text Name = new("Name", "Nom");
    private static readonly Text BirthDate = new("Date of birth", "Date de naissance");
    private static readonly Text NationalId = new("National identification number", "Numéro d’identification national");
    private static readonly Text Image = new("Picture", "Image");
    private static readonly Text Email = new("E-mail address", "Adresse e-mail");
    private static readonly Text Phone = new("Telephone number", "Numéro de téléphone");
    private static readonly Text Address = new("Postal address", "Adresse postale");
    private static readonly Text Identifier = new("Account identifier", "Identifiant de compte");
    private static readonly Text Credential = new("Credentials", "Données d’authentification");
    private static readonly Text Preference = new("Preferences", "Préférences");
    private static readonly Text Message = new("Messages", "Messages");
    private static readonly Text Attachment = new("Attachments", "Pièces jointes");
    private static readonly Text Recording = new("Recordings", "Enregistrements");
    private static readonly Text Note = new("Notes", "Notes");
    private static readonly Text Statement = new("Statements of the person", "Déclarations de la personne");
    private static readonly Text History = new("Browsing and usage history", "Historique d’utilisation");
    private static readonly Text Statistics = new("Statistics", "Statistiques");
    private static readonly Text Ip = new("IP address", "Adresse IP");
    private static readonly Text Device = new("Device data", "Données de l’appareil");
    private static readonly Text Log = new("Technical logs", "Journaux techniques");
    private static readonly Text Position = new("Position", "Position géographique");
    private static readonly Text Country = new("Country", "Pays");
    private static readonly Text Order = new("Orders", "Commandes");
    private static readonly Text Invoice = new("Invoices", "Factures");
    private static readonly Text Payment = new("Payments", "Paiements");
    private static readonly Text WorkPosition = new("Job title", "Fonction");
    private static readonly Text Employer = new("Employer", "Employeur");
    private static readonly Text Consent = new("Consents", "Consentements");
    private static readonly Text Health = new("Health data", "Données de santé");
    private static readonly Text CustomerId = new("Customer number", "Numéro de client");
    private static readonly Text VisitorId = new("Visitor identifier", "Identifiant de visiteur");
    private static readonly Text ConversationId = new("Conversation number", "Numéro de conversation");
    private static readonly Text Linked = new("Linked data", "Données liées");

    private static readonly FrozenDictionary<string, Text> Words = new Dictionary<string, Text>
    {
        ["identity.name"] = Name, ["identity.birth-date"] = BirthDate, ["identity.national-id"] = NationalId, ["identity.image"] = Image,
        ["contact.email"] = Email, ["contact.phone"] = Phone, ["contact.address"] = Address,
        ["account.identifier"] = Identifier, ["account.credential"] = Credential, ["account.preference"] = Preference,
        ["content.message"] = Message, ["content.attachment"] = Attachment, ["content.recording"] = Recording, ["content.note"] = Note, ["content.statement"] = Statement,
        ["behaviour.history"] = History, ["behaviour.statistics"] = Statistics,
        ["technical.ip"] = Ip, ["technical.device"] = Device, ["technical.log"] = Log,
        ["location.position"] = Position, ["location.country"] = Country,
        ["commerce.order"] = Order, ["commerce.invoice"] = Invoice, ["commerce.payment"] = Payment,
        ["work.position"] = WorkPosition, ["work.employer"] = Employer,
        ["consent.record"] = Consent, ["health.data"] = Health,
        [IdentityKinds.Email] = Email, [IdentityKinds.Phone] = Phone, [IdentityKinds.CustomerId] = CustomerId,
        [IdentityKinds.VisitorId] = VisitorId, [IdentityKinds.ConversationId] = ConversationId,
    }.ToFrozenDictionary();

    /// <summary>A category (<c>contact.email</c>) or a kind of identity (<c>customer-id</c>).</summary>
    public static Text Of(string word) => word.Length == 0 ? Linked : Words.TryGetValue(word, out var text) ? text : new Text(word, word);
}
