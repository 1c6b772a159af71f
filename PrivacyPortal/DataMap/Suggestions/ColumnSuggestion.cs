using System.Text.RegularExpressions;
using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap.Suggestions;

/// <summary>What a column may hold, guessed from its name, else from values.</summary>
/// <param name="Identity">The kind of identity, if its values could tell a person.</param>
internal sealed partial record ColumnSuggestion(string Category, string? Identity = null, bool Article9 = false)
{
    // Most telling first. Words in the singular and without accents; two words written together stand for two in a row.
    private static readonly (ColumnSuggestion Suggestion, string[] Words)[] Names =
    [
        (new("contact.email", IdentityKinds.Email), ["email", "courriel", "mail", "emailaddress"]),
        (new("contact.phone"), ["fax", "telecopie"]),
        (new("contact.phone", IdentityKinds.Phone), ["phone", "mobile", "tel", "telephone", "portable", "msisdn", "caller", "cellphone"]),
        (new("health.data", Article9: true), ["health", "sante", "allergy", "allergie", "blood", "diagnosis", "diagnostic", "disability", "handicap", "medical"]),
        (new("identity.national-id", Article9: false), ["nir", "ssn", "nationalid", "passport", "passeport", "secu", "idcard"]),
        (new("health.data", Article9: true), ["religion", "ethnicity", "ethnic", "union", "syndicat", "politic", "sexual", "biometric", "genetic"]),
        (new("identity.birth-date"), ["birth", "birthdate", "birthday", "naissance", "dob"]),
        (new("account.credential"), ["password", "passwd", "secret", "token", "otp", "motdepasse"]),
        (new("technical.ip"), ["ip", "ipaddress"]),
        (new("technical.device"), ["useragent", "device", "fingerprint", "browser", "cookie"]),
        (new("location.position"), ["latitude", "longitude", "lat", "lng", "gps", "geolocation"]),
        (new("commerce.payment"), ["iban", "bic", "cardnumber", "lastfour", "pan", "holder", "titulaire"]),
        (new("identity.name"), ["firstname", "lastname", "fullname", "surname", "forename", "givenname", "familyname", "displayname", "prenom", "nom", "nickname", "maidenname", "billingname"]),
        (new("contact.address"), ["address", "adresse", "street", "rue", "city", "ville", "postcode", "postalcode", "zip", "zipcode", "postal", "line1", "line2", "state"]),
        (new("account.identifier"), ["login", "username", "pseudo", "handle"]),
        (new("work.employer"), ["company", "employer", "societe", "entreprise"]),
        (new("content.recording"), ["recording", "enregistrement", "voicemail"]),
        (new("content.attachment"), ["attachment", "piecejointe", "filename", "caption"]),
        (new("content.note"), ["note", "remark", "remarque", "engraving"]),
        (new("content.message"), ["message", "body", "comment", "commentaire", "subject", "objet", "transcript", "quotedtext", "feedback"]),
        (new("identity.image"), ["photo", "avatar", "picture", "portrait"]),
        (new("account.preference"), ["preference", "newsletter"]),
    ];

    private static readonly (ColumnSuggestion Suggestion, string[] Words)[] PeopleNames =
    [
        (new("identity.name"), ["name", "label"]),
        (new("work.position"), ["title", "position", "job", "jobtitle", "fonction", "poste"]),
        (new("location.country"), ["country", "pay"]),
        (new("technical.log"), ["lastseen", "lastlogin", "lastvisit"]),
    ];

    public static ColumnSuggestion? Of(SchemaTable table, SchemaColumn column, bool people, TableSample? sample) =>
        ByName(table, column, people) ?? ByValues(sample?.Of(column.Name) ?? []);

    /// <param name="people">Each row of the table is one person: a plain "name" is then theirs.</param>
    public static ColumnSuggestion? ByName(SchemaTable table, SchemaColumn column, bool people)
    {
        var words = NameWords.Of(column.Name);
        if (words.Count == 0 || words[^1] is "id" or "type" or "at" or "count" || table.References.Any(r => r.Columns.Contains(column.Name)))
        {
            return words.Count > 0 && words[^1] is "at" && people ? Match(PeopleNames, words) : null;
        }

        return Match(Names, words) ?? (people ? Match(PeopleNames, words) : null);
    }

    private static ColumnSuggestion? Match((ColumnSuggestion Suggestion, string[] Words)[] names, IReadOnlyList<string> words)
    {
        foreach (var (suggestion, sought) in names)
        {
            if (sought.Any(s => words.Contains(s) || words.Zip(words.Skip(1), (a, b) => a + b).Contains(s)))
            {
                return suggestion;
            }
        }

        return null;
    }

    private static ColumnSuggestion? ByValues(IReadOnlyList<string> values)
    {
        bool Mostly(Regex pattern) => values.Count >= 3 && values.Count(v => pattern.IsMatch(v)) * 10 >= values.Count * 8;
        return Mostly(Email()) ? new("contact.email", IdentityKinds.Email)
            : Mostly(Ip()) ? new("technical.ip")
            : Mostly(Iban()) ? new("commerce.payment")
            : Mostly(Phone()) ? new("contact.phone", IdentityKinds.Phone)
            : null;
    }

    [GeneratedRegex(@"^\s*[^@\s]+@[^@\s]+\.[A-Za-z]{2,}\s*$")]
    private static partial Regex Email();

    [GeneratedRegex(@"^\d{1,3}(\.\d{1,3}){3}$|^(?=.*::|([^:]*:){7})[0-9a-fA-F:]+$")]
    private static partial Regex Ip();

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")]
    private static partial Regex Iban();

    // A number in groups or with its prefix: bare digits are more often something else.
    [GeneratedRegex(@"^(\+|00)[0-9][0-9 ().\-]{7,18}$|^0[1-9]([ .\-]?[0-9]{2}){4}$|^\(?[0-9]{3}\)?[ \-][0-9]{3}[ \-][0-9]{4}$")]
    private static partial Regex Phone();
}
