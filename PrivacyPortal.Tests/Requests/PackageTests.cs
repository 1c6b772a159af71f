using System.Globalization;
using System.Text;
using System.Text.Json;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;
using PrivacyPortal.Requests;
using PrivacyPortal.Requests.Package;

namespace PrivacyPortal.Tests.Requests;

public class PackageTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 1 23", "'+33 1 23")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("a-b@c.example", "a-b@c.example")]
    [InlineData("", "")]
    public void Text_that_a_spreadsheet_would_run_is_neutralised(string text, string cell) => Assert.Equal(cell, PackageCsv.Cell(text));

    [Fact]
    public void A_number_keeps_its_minus_sign()
    {
        Assert.Equal("-5", PackageCsv.Cell(-5L));
        Assert.Equal("-1.5", PackageCsv.Cell(-1.5));
    }

    [Fact]
    public void Every_table_is_a_csv_file_that_reads_back()
    {
        using var stream = new MemoryStream();
        PackageCsv.Write(stream, Table(Row("Luís", "<b>"), Row("O\"Neill, Jr", "=1")));

        Assert.Equal([0xEF, 0xBB, 0xBF], stream.ToArray()[..3]);
        Assert.Equal("Name,Remark\r\nLuís,<b>\r\n\"O\"\"Neill, Jr\",'=1\r\n", Encoding.UTF8.GetString(stream.ToArray()[3..]));
    }

    [Fact]
    public void Html_in_data_stays_text_and_the_page_loads_nothing()
    {
        using var stream = new MemoryStream();
        PackageHtml.Write(stream, Head(), [Table(Row("<script>alert(1)</script>", "\" onmouseover=\"x"))], []);
        var html = Encoding.UTF8.GetString(stream.ToArray());

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onmouseover", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("lang=\"fr\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_holds_every_value_with_its_type_and_says_what_is_withheld()
    {
        using var stream = new MemoryStream();
        var row = new FoundRow("Customer", Verdict.Both, new RowKey(1L), [new("Name", 7L), new("Remark", null, Withheld: true)]);
        PackageJson.Write(stream, Head(), [Table(row)]);
        var rows = JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("tables")[0].GetProperty("rows");

        Assert.Equal(7, rows[0].GetProperty("Name").GetInt64());
        Assert.True(rows[0].GetProperty("Remark").GetProperty("withheld").GetBoolean());
    }

    [Fact]
    public void A_csv_file_is_named_for_its_table_and_leads_nowhere_else() =>
        Assert.Equal("csv/shop-etc-passwd.csv", (Table() with { Source = "Shop", Map = new TableMap { Name = "../etc/passwd" } }).CsvName.Replace("---", "-", StringComparison.Ordinal));

    [Fact]
    public void Tables_whose_names_differ_in_other_letters_only_have_a_file_each()
    {
        PackageTable Named(string name) => Table() with { Source = "Shop", Map = new TableMap { Name = name } };
        string[] names = ["客户", "订单", "order_line", "order.line"];
        Assert.Equal(4, PackageTable.Apart(names.Select(Named)).Select(t => t.CsvName).Distinct().Count());
    }

    [Fact]
    public void What_the_dpo_withholds_or_redacts_is_not_handed_over()
    {
        var row = Row("Luís", "called Bob");
        var releases = new Releases(SourceReview.AsSuggested with
        {
            Releases = [new("Customer", Verdict.Subject, Release.Release, null, [new("Name", Release.Withhold, "art. 15(4)")]), new("Note", Verdict.Both, Release.Withhold, "art. 15(4)", [])],
            Redactions = [new(new RowRef("Customer", row.Key), "Remark", "called •••")],
        }, null);

        Assert.True(releases.Shown(row)![0] is { Withheld: true, Value: null });
        Assert.Equal("called •••", releases.Shown(row)![1].Value);
        Assert.False(releases.Shows("Note", Verdict.Both));
        Assert.True(releases.Shows("Note", Verdict.Subject));
    }

    [Fact]
    public void Of_a_row_that_is_somebody_elses_too_only_the_subjects_own_words_are_handed_over()
    {
        var row = new FoundRow("Message", Verdict.Both, new RowKey(1L), [new("Text", "mine", Withheld: true), new("Quoted", "hers", Withheld: true), new("Sent", "today", Withheld: true)]);
        var found = new WalkResult
        {
            MapVersion = 1,
            Findings = [new Finding("Message", Verdict.Both, [row.Key], "") { Of = [new("Text", OfOwner.Subject, [row.Key]), new("Quoted", OfOwner.Another, [row.Key], "Advisor")] }],
            ThirdParties = [], Quotes = [], Ambiguities = [], Proposals = [], Unreached = [], Uncastables = [],
        };

        Assert.Equal(["mine", "Advisor", null], new Releases(null, found).Shown(row)!.Select(f => f.Value));
        Assert.Equal([false, true, true], new Releases(null, found).Shown(row)!.Select(f => f.Withheld));
        Assert.Null(new Releases(null, null).Shown(row));
    }

    [Fact]
    public void What_is_the_subjects_and_withheld_is_withheld_with_the_words_in_it_that_are_theirs()
    {
        var row = new FoundRow("Message", Verdict.Subject, new RowKey(1L), [new("Text", "mine"), new("Quoted", "mine too")]);
        var finding = new Finding("Message", Verdict.Subject, [row.Key], "") { Of = [new("Quoted", OfOwner.Subject, [row.Key])] };
        var found = new WalkResult { MapVersion = 1, Findings = [finding], ThirdParties = [], Quotes = [], Ambiguities = [], Proposals = [], Unreached = [], Uncastables = [] };
        var withheld = new FindingRelease("Message", Verdict.Subject, Release.Withhold, "art. 15(4)", []);

        Assert.Null(new Releases(SourceReview.AsSuggested with { Releases = [withheld] }, found).Shown(row));
        var schema = new SourceSchema([new SchemaTable { Name = "Message", Path = ["Message"], Key = ["Id"], Columns = [.. new[] { "Id", "Text", "Quoted" }.Select(c => new SchemaColumn(c, "TEXT", ValueKind.Any, true))] }]);
        var map = new SourceMap { Tables = [new TableMap { Name = "Message", Fields = [new FieldMap { Name = "Text" }, new FieldMap { Name = "Quoted" }] }] };
        Assert.Null(new FindingView(map, schema, finding, withheld, [], review: false).Show(["mine", "mine too", 1L, 1L]));
        Assert.NotNull(new Releases(SourceReview.AsSuggested with { Releases = [withheld with { Fields = [new("Quoted", Release.Release, null)] }] }, found).Shown(row));
    }

    private static FoundRow Row(string name, string remark) => new("Customer", Verdict.Subject, new RowKey(1L), [new("Name", name), new("Remark", remark)]);

    private static PackageTable Table(params FoundRow[] rows) =>
        new("Shop", new TableMap { Name = "Customer" }, ["Name", "Remark"], rows.Length, rows.Select(r => r.Fields));

    private static PackageHead Head() => new(
        "DSR-2026-000001", "ACME", "Luís <Gonçalves>", new(2026, 6, 1), new DateTimeOffset(2026, 6, 2, 8, 0, 0, TimeSpan.Zero), Languages.French, "dpo@acme.example", "CNIL",
        [new("Shop", "Customer", ["contact.email"], "Sales", "contract", "Carrier", "Three years", "", "FR", "", "")], ["Sales: a <score> decides on credit."], [], new Dictionary<string, int> { ["Shop"] = 3 });
}
