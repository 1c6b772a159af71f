using System.Globalization;

namespace PrivacyPortal.Demo.Company;

internal sealed record Site(int Id, string Code, string Domain, string Country, string Currency, string Language);

internal sealed record City(string Postcode, string Name, double Latitude, double Longitude);

internal sealed record Product(int Id, string NameFr, string NameEn, string Category, int Cents)
{
    private static readonly string[] Feminine = ["table", "chaise", "balancelle", "voile", "pergola", "housse", "jardinière", "lanterne"];

    /// <summary>As it stands in a sentence, with its article.</summary>
    public string In(string language) =>
        language == "en" ? NameEn : (Feminine.Contains(NameFr.Split(' ')[0]) ? "la " : "le ") + NameFr;
}

/// <summary>The lists that people, places and things of the invented company are drawn from.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string[]> _lists = Resource.Lines("names.txt")
        .Select(line => line.Split(": ", 2))
        .ToDictionary(parts => parts[0], parts => parts[1].Split(' ').Select(word => word.Replace('_', ' ')).ToArray());

    public Words() =>
        Products = [.. _lists["product"].Select((text, index) =>
        {
            var parts = text.Split('|');
            return new Product(index + 1, parts[0], parts[1], parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture));
        })];

    public static IReadOnlyList<Site> Sites { get; } =
    [
        new(1, "fr", "www.maison-aubrac.example", "FR", "EUR", "fr"),
        new(2, "be", "be.maison-aubrac.example", "BE", "EUR", "fr"),
        new(3, "ch", "ch.maison-aubrac.example", "CH", "CHF", "fr"),
        new(4, "uk", "uk.maison-aubrac.example", "GB", "GBP", "en"),
    ];

    public IReadOnlyList<Product> Products { get; }

    public IReadOnlyList<string> List(string name) => _lists[name];

    public IReadOnlyList<City> Cities(string country) => [.. _lists["city." + country].Select(text =>
    {
        var parts = text.Split(' ');
        var name = string.Join(' ', parts[1..^2]);
        return new City(parts[0], name, double.Parse(parts[^2], CultureInfo.InvariantCulture), double.Parse(parts[^1], CultureInfo.InvariantCulture));
    })];
}
