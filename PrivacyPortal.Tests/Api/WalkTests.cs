using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.House;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Api;

/// <summary>The walk of docs/api.md, word by word: its commands are taken from there and run by bash with curl against a portal that serves.</summary>
public sealed partial class WalkTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Fact]
    public async Task The_guides_erasure_and_access_are_done_with_nothing_but_curl()
    {
        var shop = ChinookShop.Write(Path.Combine(app.DataFolder, "walk.db"));
        using var folder = new TempFolder();
        var output = await RunAsync(folder.Path, shop);

        var requests = (await app.Services.GetRequiredService<RequestQueries>()
            .BeforeAsync(TestPortal.Dpo, new RequestFilter(), null, 10, default)).Value!;
        Assert.Equal(
            [(SubjectRight.Access, RequestStatus.Closed, RequestOutcome.Fulfilled), (SubjectRight.Erasure, RequestStatus.Closed, RequestOutcome.PartlyFulfilled)],
            requests.Select(r => (r.Right, r.Status, r.Outcome!.Value)));
        Assert.Equal(5, SseEnd().Count(output));
        Assert.Equal("[erased]", Read(shop, "SELECT Email FROM Customer WHERE CustomerId = 1"));
        Assert.Equal("leonekohler@surfeu.de", Read(shop, "SELECT Email FROM Customer WHERE CustomerId = 2"));
        Assert.Equal("%PDF-", System.Text.Encoding.ASCII.GetString(await File.ReadAllBytesAsync(folder.File("erasure.pdf")), 0, 5));
        using var package = ZipFile.OpenRead(folder.File("package.zip"));
        Assert.Contains(package.Entries, e => e.Name == "data.json");
        using var lines = new StreamReader(folder.File("audit.jsonl"));
        Assert.True((await AuditChain.VerifyAsync(AuditFile.ReadAsync(lines, default), null, default)).Intact);
    }

    private async Task<string> RunAsync(string folder, string shop)
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"));
        await File.WriteAllTextAsync(Path.Combine(folder, "map.yaml"), ChinookShop.MapYaml);
        await File.WriteAllTextAsync(Path.Combine(folder, "walk.sh"), string.Join('\n', Commands().Matches(guide).Select(m => m.Groups[1].Value)));
        var start = new ProcessStartInfo("bash", ["walk.sh"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORTAL"] = app.BaseUrl;
        start.Environment["ADMIN_KEY"] = app.KeyOf(Role.Administrator);
        start.Environment["DPO_KEY"] = app.KeyOf(Role.Dpo);
        start.Environment["AUDIT_KEY"] = app.KeyOf(Role.Auditor);
        start.Environment["SHOP"] = shop;
        start.Environment["MAP"] = Path.Combine(folder, "map.yaml");
        using var bash = Process.Start(start)!;
        var (output, error) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync();
        Assert.True(bash.ExitCode == 0, await output + await error);
        return await output;
    }

    private static string Read(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Commands();

    [GeneratedRegex("^event: end", RegexOptions.Multiline)]
    private static partial Regex SseEnd();
}
