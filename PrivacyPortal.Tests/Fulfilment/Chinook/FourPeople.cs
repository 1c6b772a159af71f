using PrivacyPortal.Tests.Connectors;

namespace PrivacyPortal.Tests.Fulfilment.Chinook;

/// <summary>
/// The shop before four of its customers ask: Luís Gonçalves for access, Leonie Köhler for another e-mail and address, Mark Philips for erasure, which the books
/// allow in part, and Bjørn Hansen for erasure of all. Afterwards it tells whether that was done and nothing else.
/// </summary>
internal sealed class FourPeople
{
    public const string Luis = "luisg@embraer.com.br";
    public const string Leonie = "leonekohler@surfeu.de";
    public const string Mark = "mphilips12@shaw.ca";
    public const string Bjorn = "bjorn.hansen@yahoo.no";
    public const string LeoniesNewEmail = "leonie@koehler.example";
    public const string LeoniesNewAddress = "Königsallee 1";

    private readonly TestSource shop;
    private readonly Func<string, string> named;
    private readonly List<string> before;
    private readonly HashSet<string> bjorns;

    /// <param name="named">The database's own spelling of its names.</param>
    public FourPeople(TestSource shop, Func<string, string> named)
    {
        (this.shop, this.named) = (shop, named);
        before = shop.Everything();
        bjorns =
        [
            .. Rows("Customer", "CustomerId = 4"), .. Rows("Invoice", "CustomerId = 4"),
            .. Rows("InvoiceLine", "InvoiceId IN (SELECT InvoiceId FROM Invoice WHERE CustomerId = 4)"),
        ];
        Assert.Equal(1 + 7 + 38, bjorns.Count);
        Assert.Superset(bjorns, before.ToHashSet());
    }

    /// <summary>Every row of every table is byte for byte what it was, but Leonie's and Mark's, which differ in what was decided, and Bjørn's, which are gone.</summary>
    public void AssertAnswered()
    {
        var expected = before.Where(row => !bjorns.Contains(row)).Select(Answered);
        Assert.Equal(expected.Order(StringComparer.Ordinal), shop.Everything().Order(StringComparer.Ordinal));
        shop.AssertNowhere(Mark, "+1 (780) 434-4554", "+1 (780) 434-5565", Bjorn, "Bjørn", "Ullevålsveien 14", "+47 22 44 22 22");
    }

    private static string Answered(string row) =>
        row.Contains(Leonie, StringComparison.Ordinal)
            ? row.Replace(Leonie, LeoniesNewEmail, StringComparison.Ordinal).Replace("Theodor-Heuss-Straße 34", LeoniesNewAddress, StringComparison.Ordinal)
        : row.Contains(Mark, StringComparison.Ordinal)
            ? row.Replace($"'+1 (780) 434-4554' | '+1 (780) 434-5565' | '{Mark}'", "null | null | '[erased]'", StringComparison.Ordinal)
        : row;

    private IEnumerable<string> Rows(string table, string where)
    {
        var name = shop.Tables().Single(t => t.Split('.')[^1].Trim('"') == named(table));
        return shop.Rows(named($"SELECT * FROM {table} WHERE {where}")).Select(row => name + " " + row);
    }
}
