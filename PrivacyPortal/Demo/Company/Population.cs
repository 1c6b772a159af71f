using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Demo.Company;

/// <summary>Invents the visitors, where they live, what they agreed to and which letters they subscribed to.</summary>
internal sealed class Population(SqliteConnection connection, SqliteTransaction transaction, Words words, Dice dice, DateTime today)
{
    private const int Visitors = 2_000;

    private static readonly string[] Wordings = ["2024-11", "2025-06", "2026-02"];

    private readonly List<Visitor> _visitors = [];
    private readonly List<Address> _addresses = [];
    private readonly Dictionary<string, City[]> _cities = Words.Sites.ToDictionary(site => site.Country, site => words.Cities(site.Country).ToArray());

    public IReadOnlyList<Visitor> Settle()
    {
        foreach (var persona in Persona.All)
        {
            _visitors.Add(Of(persona));
        }

        while (_visitors.Count < Visitors)
        {
            _visitors.Add(Anyone());
        }

        Write();
        return _visitors;
    }

    private Visitor Of(Persona persona)
    {
        var site = Words.Sites[persona.SiteId - 1];
        var home = _addresses.FirstOrDefault(address => address.Street == persona.Street)
            ?? Home(persona.Street, _cities[site.Country].Single(city => city.Name == persona.City));
        return new Visitor(
            _visitors.Count + 1, site, persona.First, persona.Last, persona.Email, persona.Phone, persona.Company, home, false, today.AddDays(-400));
    }

    private Visitor Anyone()
    {
        var site = Words.Sites[dice.Below(100) switch { < 58 => 0, < 72 => 1, < 82 => 2, _ => 3 }];
        var language = site.Language;
        var household = _visitors[^1];
        var together = dice.Chance(16) && household.Site == site && _visitors.Count > Persona.All.Count;
        var first = dice.Pick(words.List("first." + language));
        var last = together ? household.Last : dice.Pick(words.List("last." + language));
        var company = dice.Chance(4) ? dice.Pick(words.List("company")) : null;
        var home = together
            ? household.Address
            : Home(FormattableString.Invariant($"{dice.Between(1, 140)} {dice.Pick(words.List("street." + language))}"), dice.Pick(_cities[site.Country]));
        return new Visitor(
            _visitors.Count + 1, site, first, last, Email(first, last), Phone(site.Country), company, home, dice.Chance(9),
            today.AddDays(-dice.Between(30, 700)).AddMinutes(dice.Between(420, 1380)));
    }

    private Address Home(string street, City city)
    {
        var home = new Address(_addresses.Count + 1, street, city);
        _addresses.Add(home);
        return home;
    }

    private string Email(string first, string last)
    {
        var digits = dice.Chance(55) ? dice.Between(1, 99).ToString(CultureInfo.InvariantCulture) : "";
        var name = dice.Below(3) switch
        {
            0 => $"{first}.{last}",
            1 => $"{first[0]}.{last}{dice.Between(10, 99).ToString(CultureInfo.InvariantCulture)}",
            _ => $"{last}.{first}",
        };
        var plain = new string([.. (name + digits).ToLowerInvariant().Normalize(NormalizationForm.FormD)
            .Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')]);

        // Unlike names can still make like addresses; two people on one mailbox are invented on purpose only.
        var unique = string.Create(CultureInfo.InvariantCulture, $"{plain}{(_visitors.Any(other => other.First == first && other.Last == last) ? _visitors.Count : "")}");
        return unique + "@" + dice.Pick(words.List("mail"));
    }

    /// <summary>From the ranges that the regulators keep free for fiction, where there are such.</summary>
    private string Phone(string country) => country switch
    {
        "FR" => string.Create(CultureInfo.InvariantCulture, $"+33 6 39 98 {dice.Below(100):00} {dice.Below(100):00}"),
        "GB" => string.Create(CultureInfo.InvariantCulture, $"+44 7700 900{dice.Below(1000):000}"),
        "BE" => string.Create(CultureInfo.InvariantCulture, $"+32 470 00 {dice.Below(100):00} {dice.Below(100):00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"+41 79 000 {dice.Below(100):00} {dice.Below(100):00}"),
    };

    private void Write()
    {
        using var addresses = new Bulk(connection, transaction, "postal_address", 6);
        foreach (var address in _addresses)
        {
            var country = _visitors.First(visitor => visitor.Address == address).Site.Country;
            addresses.Add(address.Id, address.Street, dice.Chance(12) ? $"Bât. {(char)('A' + dice.Below(5))}" : null, address.City.Postcode, address.City.Name, country);
        }

        using var visitors = new Bulk(connection, transaction, "visitor", 13);
        using var consents = new Bulk(connection, transaction, "consent", 8);
        using var subscribers = new Bulk(connection, transaction, "newsletter_subscriber", 4);
        var subscribed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var consent = 0;
        foreach (var v in _visitors)
        {
            visitors.Add(
                v.Id, v.Site.Id, v.Nameless ? null : v.First, v.Nameless ? null : v.Last, v.Nameless ? null : v.Email, v.Nameless ? null : v.Phone,
                v.Company, v.Language, v.Nameless ? null : v.Address.Id, $"203.0.113.{dice.Below(256).ToString(CultureInfo.InvariantCulture)}",
                Preferences(v), Instant(v.Since), Instant(today.AddDays(-dice.Between(0, 29))));
            foreach (var purpose in dice.Chance(40) ? ["conversation"] : (string[])["conversation", "history"])
            {
                consents.Add(++consent, v.Id, purpose, dice.Pick(Wordings), $"https://{v.Site.Domain}/contact", 1, Instant(v.Since), null);
            }

            if (dice.Chance(30))
            {
                var withdrawn = dice.Chance(25) ? Instant(today.AddDays(-dice.Between(1, 29))) : null;
                consents.Add(++consent, v.Id, "marketing", dice.Pick(Wordings), $"https://{v.Site.Domain}/newsletter", 1, Instant(v.Since), withdrawn);
                if (withdrawn is null && subscribed.Add(v.Email))
                {
                    subscribers.Add(v.Email, v.Site.Id, v.Language, Instant(v.Since));
                }
            }
        }
    }

    /// <summary>A JSON column; one in seven keeps a second address of the visitor's there, which no search by column would see.</summary>
    private string Preferences(Visitor visitor) => dice.Chance(14)
        ? JsonSerializer.Serialize(new { contact = "email", backup_email = "perso." + visitor.Email })
        : JsonSerializer.Serialize(new { contact = dice.Chance(50) ? "email" : "phone" });

    public static string Instant(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
