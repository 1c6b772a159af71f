using System.Text;
using Microsoft.Extensions.Configuration;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Support.TestPortal;

namespace PrivacyPortal.Tests.Audit;

public class AuditFileTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task An_exported_chain_is_verified_without_the_portal()
    {
        await using var portal = await WithEntriesAsync(30);
        using var folder = new TempFolder();
        var file = await ExportAsync(portal, folder);

        var (code, said) = await VerifyAsync(file, folder.Path);
        Assert.Equal(0, code);
        Assert.Contains("31", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decided", "granted")]
    [InlineData("\"sequence\":7,", "\"sequence\":8,")]
    [InlineData("Alice Admin", "Somebody Else")]
    public async Task A_changed_line_of_an_exported_chain_is_found(string was, string becomes)
    {
        await using var portal = await WithEntriesAsync(12);
        using var folder = new TempFolder();
        var file = await ExportAsync(portal, folder);
        var lines = await File.ReadAllLinesAsync(file);
        lines[6] = lines[6].Replace(was, becomes, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(file, lines);

        var (code, said) = await VerifyAsync(file, folder.Path);
        Assert.Equal(1, code);
        Assert.Contains('6', said);
    }

    [Fact]
    public async Task A_line_taken_out_of_an_exported_chain_is_missed()
    {
        await using var portal = await WithEntriesAsync(12);
        using var folder = new TempFolder();
        var file = await ExportAsync(portal, folder);
        await File.WriteAllLinesAsync(file, (await File.ReadAllLinesAsync(file)).Where((_, line) => line != 4));
        Assert.Equal(1, (await VerifyAsync(file, folder.Path)).Code);
    }

    [Fact]
    public async Task What_is_no_export_is_told_by_its_line()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("x.jsonl"), "\nhello\n");
        var (code, said) = await VerifyAsync(folder.File("x.jsonl"), folder.Path);
        Assert.Equal(1, code);
        Assert.Contains('2', said);
        Assert.Equal(1, (await VerifyAsync(folder.File("not-there.jsonl"), folder.Path)).Code);
    }

    [Fact]
    public async Task The_databases_log_is_verified_and_a_tampered_one_is_not_whole()
    {
        await using var portal = await WithEntriesAsync(5);
        Assert.Equal(0, (await VerifyAsync(null, portal.Configuration)).Code);

        await portal.TamperAsync("UPDATE audit_entries SET \"ActorName\" = 'Nobody' WHERE \"Sequence\" = 3");

        var (code, said) = await VerifyAsync(null, portal.Configuration);
        Assert.Equal(1, code);
        Assert.Contains('3', said);
    }

    [Fact]
    public async Task Looking_for_a_log_makes_no_data_folder()
    {
        using var folder = new TempFolder();
        Assert.Equal(1, (await VerifyAsync(null, folder.File("nothing"))).Code);
        Assert.False(Directory.Exists(folder.File("nothing")));
    }

    [Fact]
    public async Task Every_export_is_in_the_log_and_nobody_exports_without_the_permission()
    {
        await using var portal = await WithEntriesAsync(1);
        using var nothing = new MemoryStream();
        Assert.Equal(Refusal.Forbidden, await portal.Get<AuditFile>().ExportJsonLinesAsync(Admin, () => nothing, Ct));
        Assert.Equal(Refusal.Forbidden, await portal.Get<AuditFile>().ExportCsvAsync(Actor.Anonymous, new AuditFilter(), () => nothing, Ct));
        Assert.Equal(0, nothing.Length);

        await portal.Get<AuditFile>().ExportCsvAsync(Auditor, new AuditFilter(), () => nothing, Ct);
        var newest = (await portal.Get<AuditQueries>().PageAsync(Auditor, new AuditFilter(), 0, 1, Ct)).Value!.Entries.Single();
        Assert.Equal(("audit", "exported", "csv", "Eve Auditor"), (newest.Category, newest.Name, newest.About, newest.ActorName));
    }

    [Fact]
    public async Task A_spreadsheet_runs_nothing_from_the_log()
    {
        await using var portal = await TestPortal.StartAsync();
        await using (var db = portal.Db())
        {
            await portal.Get<AuditLog>().SaveAsync(db, Ct, new AuditFact(Actor.User(Guid.NewGuid(), "=HYPERLINK(\"http://x\")", Role.Auditor), "test", "tried", "+1,\"2\""));
        }

        using var csv = new MemoryStream();
        await portal.Get<AuditFile>().ExportCsvAsync(Auditor, new AuditFilter(Category: "test"), () => csv, Ct);
        var text = Encoding.UTF8.GetString(csv.ToArray());
        Assert.StartsWith(Csv.ByteOrderMark + "sequence,", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\")\",", text, StringComparison.Ordinal);
        Assert.Contains(",\"'+1,\"\"2\"\"\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_the_filter_is_a_day_of_the_page()
    {
        var filter = AuditEndpoints.FilterOf(null, null, null, null, "2026-05-05", "2026-05-05", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        Assert.Equal((new DateTimeOffset(2026, 5, 4, 22, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 5, 22, 0, 0, TimeSpan.Zero)), (filter.From, filter.Until));
    }

    [Fact]
    public void The_last_day_of_all_has_no_end()
    {
        var filter = AuditEndpoints.FilterOf(null, null, null, null, "0001-01-01", "9999-12-31", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        Assert.Equal((null, null), (filter.From, filter.Until));
    }

    private static async Task<TestPortal> WithEntriesAsync(int count)
    {
        var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        for (var i = 0; i < count; i++)
        {
            await portal.Get<AuditLog>().SaveAsync(db, Ct, new AuditFact(Admin, "request", "decided", $"DSR-2026-{i:D6}", new { reason = "é “quoted” \u2028 <b>" }));
        }

        return portal;
    }

    private static async Task<string> ExportAsync(TestPortal portal, TempFolder folder)
    {
        await using var output = File.Create(folder.File("audit.jsonl"));
        Assert.Null(await portal.Get<AuditFile>().ExportJsonLinesAsync(Auditor, () => output, Ct));
        return output.Name;
    }

    private static Task<(int Code, string Said)> VerifyAsync(string? file, string dataFolder) =>
        VerifyAsync(file, new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", dataFolder)]).Build());

    private static async Task<(int Code, string Said)> VerifyAsync(string? file, IConfiguration configuration)
    {
        using var output = new StringWriter();
        return (await AuditVerb.RunAsync(file, configuration, output, Ct), output.ToString());
    }
}
