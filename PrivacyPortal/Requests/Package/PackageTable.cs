using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests.Package;

/// <summary>The subject's rows in one table, as they are handed over. Rows are read while they are written and never all held.</summary>
/// <param name="Columns">The fields that are shown, in the map's order.</param>
/// <param name="Rows">Each row's values in that order; can be enumerated again.</param>
internal sealed record PackageTable(string Source, TableMap Map, IReadOnlyList<string> Columns, int Count, IEnumerable<IReadOnlyList<FoundField>> Rows)
{
    public string Title => Map.Title ?? Map.Name;

    public string Heading(string column) => Map.Find(column)?.Title ?? column;

    /// <summary>Such as <c>csv/shop-invoice.csv</c>: letters, digits and dashes only, so that it opens everywhere and can lead nowhere else.</summary>
    public string CsvName => $"csv/{Slug(Source)}-{Slug(Map.Name)}{(Number > 1 ? Number.ToString("'-'0", System.Globalization.CultureInfo.InvariantCulture) : "")}.csv";

    private int Number { get; init; } = 1;

    /// <summary>The tables with a file name of their own each: those whose names differ in other letters only are numbered.</summary>
    public static IEnumerable<PackageTable> Apart(IEnumerable<PackageTable> tables)
    {
        var taken = new HashSet<string>();
        foreach (var table in tables)
        {
            var apart = table;
            while (!taken.Add(apart.CsvName))
            {
                apart = apart with { Number = apart.Number + 1 };
            }

            yield return apart;
        }
    }

    internal static string Slug(string text) =>
        string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-') is { Length: > 0 } slug ? slug : "x";
}

/// <summary>Why and how one table's data is processed (art. 15(1) and (2)), from the data map.</summary>
/// <param name="Automated">What a machine alone decides with it, as the map says; empty: nothing.</param>
/// <param name="Transfers">Where recipients take it out of the EEA, as the map says; empty: nowhere.</param>
internal sealed record PackageProcessing(
    string Source, string Title, IReadOnlyList<string> Categories, string Purpose, string LegalBasis, string Recipients, string Retention, string Origin, string Hosting,
    string Automated, string Transfers);

/// <summary>What an access package says beside the rows.</summary>
/// <param name="Automated">Automated decisions, table by table; empty where the map says of all that there is none. <paramref name="Transfers"/> likewise.</param>
/// <param name="Withheld">Records of others that were met and withheld, per source.</param>
internal sealed record PackageHead(
    string Reference, string Controller, string Subject, DateOnly ReceivedOn, DateTimeOffset MadeAt, System.Globalization.CultureInfo Culture,
    string DpoContact, string Authority, IReadOnlyList<PackageProcessing> Processing,
    IReadOnlyList<string> Automated, IReadOnlyList<string> Transfers, IReadOnlyDictionary<string, int> Withheld)
{
    /// <summary>What was not searched, or not whole, a sentence each: the copy says nothing of it.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
