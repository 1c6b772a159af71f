using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Demo.Company;

internal sealed record Advisor(int Id, string First, string Last, int SiteId);

/// <summary>The company's own people and what does not depend on any visitor: sites, bot, catalogue, tags.</summary>
internal sealed class Staff(SqliteConnection connection, SqliteTransaction transaction, Words words, Dice dice, DateTime today)
{
    private const int Supervisors = 4;
    private const int Advisors = 24;

    public static IReadOnlyList<string> Tags { get; } =
    [
        "livraison", "garantie", "avant-vente", "facturation", "magasin", "compte", "commande", "rétractation", "paiement", "professionnels",
        "devis", "montage", "groupe", "entretien", "données personnelles",
    ];

    /// <summary>The advisor of the README's conversations.</summary>
    public static Advisor Nadia { get; } = new(Supervisors + 1, "Nadia", "Benali", 1);

    public IReadOnlyList<Advisor> Hire()
    {
        WriteCatalogue();
        using var rows = new Bulk(connection, transaction, "advisor", 9);
        var advisors = new List<Advisor>();
        for (var id = 1; id <= Supervisors + Advisors; id++)
        {
            // One supervisor a site, and each site's advisors under its own.
            var site = id <= Supervisors ? Words.Sites[id - 1] : Words.Sites[((id - Supervisors) % 6) switch { 4 => 1, 5 => 2, 0 => 3, _ => 0 }];
            var person = id == Nadia.Id
                ? Nadia
                : new Advisor(id, dice.Pick(words.List("first." + site.Language)), dice.Pick(words.List("last." + site.Language)), site.Id);
            advisors.Add(person);
            rows.Add(
                id, person.First, person.Last, string.Create(CultureInfo.InvariantCulture, $"conseil{id:00}@maison-aubrac.example"),
                string.Create(CultureInfo.InvariantCulture, $"+33 1 99 00 10 {id:00}"), id <= Supervisors ? "supervisor" : "advisor",
                id == 1 ? null : id <= Supervisors ? 1 : site.Id, site.Id,
                today.AddDays(-dice.Between(200, 3000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return advisors;
    }

    private void WriteCatalogue()
    {
        using var sites = new Bulk(connection, transaction, "site", 5);
        foreach (var site in Words.Sites)
        {
            sites.Add(site.Id, site.Code, site.Domain, site.Country, site.Currency);
        }

        using var bots = new Bulk(connection, transaction, "bot", 3);
        bots.Add(1, "Basile", "4.2");
        using var tags = new Bulk(connection, transaction, "tag", 2);
        for (var id = 1; id <= Tags.Count; id++)
        {
            tags.Add(id, Tags[id - 1]);
        }

        using var categories = new Bulk(connection, transaction, "product_category", 2);
        var names = words.Products.Select(product => product.Category).Distinct().ToList();
        for (var id = 1; id <= names.Count; id++)
        {
            categories.Add(id, names[id - 1]);
        }

        using var products = new Bulk(connection, transaction, "product", 6);
        foreach (var product in words.Products)
        {
            products.Add(
                product.Id, string.Create(CultureInfo.InvariantCulture, $"AUB-{product.Id:000}"), names.IndexOf(product.Category) + 1,
                product.NameFr, product.NameEn.StartsWith("the ", StringComparison.Ordinal) ? product.NameEn[4..] : product.NameEn, product.Cents);
        }
    }
}
