using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>A country that the portal offers: code, name, its usual time zone, and whether it is in the European Economic Area.</summary>
public sealed record Country(string Code, Text Name, string TimeZone, bool InEea);

/// <summary>The countries, with their names in both languages (the system's names differ from one machine to the next).</summary>
public static class Countries
{
    public static readonly IReadOnlyList<Country> All =
    [
        Eea("AT", "Austria", "Autriche", "Europe/Vienna"),
        Eea("BE", "Belgium", "Belgique", "Europe/Brussels"),
        Eea("BG", "Bulgaria", "Bulgarie", "Europe/Sofia"),
        Eea("HR", "Croatia", "Croatie", "Europe/Zagreb"),
        Eea("CY", "Cyprus", "Chypre", "Asia/Nicosia"),
        Eea("CZ", "Czechia", "Tchéquie", "Europe/Prague"),
        Eea("DK", "Denmark", "Danemark", "Europe/Copenhagen"),
        Eea("EE", "Estonia", "Estonie", "Europe/Tallinn"),
        Eea("FI", "Finland", "Finlande", "Europe/Helsinki"),
        Eea("FR", "France", "France", "Europe/Paris"),
        Eea("DE", "Germany", "Allemagne", "Europe/Berlin"),
        Eea("GR", "Greece", "Grèce", "Europe/Athens"),
        Eea("HU", "Hungary", "Hongrie", "Europe/Budapest"),
        Eea("IS", "Iceland", "Islande", "Atlantic/Reykjavik"),
        Eea("IE", "Ireland", "Irlande", "Europe/Dublin"),
        Eea("IT", "Italy", "Italie", "Europe/Rome"),
        Eea("LV", "Latvia", "Lettonie", "Europe/Riga"),
        Eea("LI", "Liechtenstein", "Liechtenstein", "Europe/Vaduz"),
        Eea("LT", "Lithuania", "Lituanie", "Europe/Vilnius"),
        Eea("LU", "Luxembourg", "Luxembourg", "Europe/Luxembourg"),
        Eea("MT", "Malta", "Malte", "Europe/Malta"),
        Eea("NL", "Netherlands", "Pays-Bas", "Europe/Amsterdam"),
        Eea("NO", "Norway", "Norvège", "Europe/Oslo"),
        Eea("PL", "Poland", "Pologne", "Europe/Warsaw"),
        Eea("PT", "Portugal", "Portugal", "Europe/Lisbon"),
        Eea("RO", "Romania", "Roumanie", "Europe/Bucharest"),
        Eea("SK", "Slovakia", "Slovaquie", "Europe/Bratislava"),
        Eea("SI", "Slovenia", "Slovénie", "Europe/Ljubljana"),
        Eea("ES", "Spain", "Espagne", "Europe/Madrid"),
        Eea("SE", "Sweden", "Suède", "Europe/Stockholm"),
        Other("BR", "Brazil", "Brésil", "America/Sao_Paulo"),
        Other("CA", "Canada", "Canada", "America/Toronto"),
        Other("JP", "Japan", "Japon", "Asia/Tokyo"),
        Other("MA", "Morocco", "Maroc", "Africa/Casablanca"),
        Other("CH", "Switzerland", "Suisse", "Europe/Zurich"),
        Other("TN", "Tunisia", "Tunisie", "Africa/Tunis"),
        Other("GB", "United Kingdom", "Royaume-Uni", "Europe/London"),
        Other("US", "United States", "États-Unis", "America/New_York"),
    ];

    private static readonly Dictionary<string, Country> ByCode = All.ToDictionary(country => country.Code);

    public static bool Knows(string code) => ByCode.ContainsKey(code);

    /// <summary>The country's name, or the code itself when the portal does not know it.</summary>
    public static Text NameOf(string code) => ByCode.TryGetValue(code, out var country) ? country.Name : new Text(code, code);

    public static Country? Find(string code) => ByCode.GetValueOrDefault(code);

    private static Country Eea(string code, string en, string fr, string zone) => new(code, new Text(en, fr), zone, InEea: true);

    private static Country Other(string code, string en, string fr, string zone) => new(code, new Text(en, fr), zone, InEea: false);
}

/// <summary>Whose public holidays the clock can count: the codes of the holiday rules.</summary>
public static class HolidayRegions
{
    public const string AlsaceMoselle = "FR-ALSACE-MOSELLE";

    public static readonly IReadOnlyList<string> All =
    [
        "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", AlsaceMoselle, "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL",
        "PT", "RO", "SK", "SI", "ES", "SE", "GB",
    ];

    /// <summary>Whether that law's clock can run there: one that rolls to the next working day needs the region's holidays.</summary>
    public static bool Serves(string region, string deadlineProfile) =>
        All.Contains(region) || (deadlineProfile is not ("eu" or "uk") && Countries.Knows(region));

    public static Text NameOf(string region) => region == AlsaceMoselle ? new Text("France: Alsace and Moselle", "France : Alsace et Moselle") : Countries.NameOf(region);
}
