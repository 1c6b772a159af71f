using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Connectors;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.House;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Api;

/// <summary>The walk of docs/api.md, word by word: its commands are taken from there and run by bash with curl against a portal that serves.</summary>
/// <param name="shop">The database that it is about.</param>
/// <param name="connection">How the portal is told to reach it.</param>
public abstract partial class WalkTests(ApiApp app, TestSource shop, string connection, string mapYaml, Func<string, string> named) : IDisposable
{
    [Fact]
    public async Task The_guides_four_requests_are_answered_with_nothing_but_curl()
    {
        var four = new FourPeople(shop, named);
        using var folder = new TempFolder();
        var output = await RunAsync(folder);

        var requests = (await app.Services.GetRequiredService<RequestQueries>()
            .BeforeAsync(TestPortal.Dpo, new RequestFilter(), null, 10, default)).Value!;
        Assert.Equal(
            [
                (SubjectRight.Access, RequestOutcome.Fulfilled), (SubjectRight.Rectification, RequestOutcome.Fulfilled),
                (SubjectRight.Erasure, RequestOutcome.Fulfilled), (SubjectRight.Erasure, RequestOutcome.PartlyFulfilled),
            ],
            requests.Select(r => (r.Right, r.Outcome!.Value)));
        Assert.All(requests, r => Assert.Equal(RequestStatus.Closed, r.Status));
        Assert.Equal(11, SseEnd().Count(output));
        four.AssertAnswered();

        Assert.Equal("%PDF-", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(folder.File("erasure.pdf")), 0, 5));
        using var package = ZipFile.OpenRead(folder.File("package.zip"));
        using var data = new StreamReader(package.GetEntry("data.json")!.Open());
        Assert.Contains(FourPeople.Luis, await data.ReadToEndAsync(), StringComparison.Ordinal);
        using var lines = new StreamReader(folder.File("audit.jsonl"));
        Assert.True((await AuditChain.VerifyAsync(AuditFile.ReadAsync(lines, default), null, default)).Intact);
    }

    public void Dispose()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<string> RunAsync(TempFolder folder)
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"));
        var commands = string.Join('\n', Commands().Matches(guide).Select(m => m.Groups[1].Value));
        await File.WriteAllTextAsync(folder.File("map.yaml"), mapYaml);
        await File.WriteAllTextAsync(folder.File("walk.sh"), Names().Replace(commands, name => named(name.Value)));
        var start = new ProcessStartInfo("bash", ["walk.sh"]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PORTAL"] = app.BaseUrl;
        start.Environment["ADMIN_KEY"] = app.KeyOf(Role.Administrator);
        start.Environment["DPO_KEY"] = app.KeyOf(Role.Dpo);
        start.Environment["AUDIT_KEY"] = app.KeyOf(Role.Auditor);
        start.Environment["SHOP"] = connection;
        start.Environment["MAP"] = folder.File("map.yaml");
        using var bash = Process.Start(start)!;
        var (output, error) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync();
        Assert.True(bash.ExitCode == 0, await output + await error);
        return await output;
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Commands();

    /// <summary>The names of tables and columns in the guide.</summary>
    [GeneratedRegex("""(?<=table=|"table": "|"field": ")\w+""")]
    private static partial Regex Names();

    [GeneratedRegex("^event: end", RegexOptions.Multiline)]
    private static partial Regex SseEnd();
}

public sealed class WalkOnSqliteTests : WalkTests, IClassFixture<ApiApp>
{
    public WalkOnSqliteTests(ApiApp app)
        : this(app, ChinookShop.OnSqlite())
    {
    }

    private WalkOnSqliteTests(ApiApp app, SourceFile shop)
        : base(app, shop, Connection(shop), ChinookShop.MapYaml, name => name)
    {
    }

    private static string Connection(SourceFile shop) => $$"""
        "kind": "Sqlite", "connection": { "path": "{{shop.Path}}" }
        """;
}

/// <summary>The shop on PostgreSQL, and the portal too.</summary>
public sealed class WalkOnPostgresTests : WalkTests, IClassFixture<ApiAppOnPostgres>
{
    public WalkOnPostgresTests(ApiAppOnPostgres app)
        : this(app, new PostgresSource(ChinookShop.Postgres))
    {
    }

    private WalkOnPostgresTests(ApiApp app, PostgresSource shop)
        : base(app, shop, Connection(shop.AddressAsAdvised()), ChinookShop.PostgresMapYaml, ChinookShop.Snake)
    {
    }

    private static string Connection(PostgresAddress place) => $$"""
        "kind": "PostgreSql", "connection": { "server": { "host": "{{place.Host}}", "port": {{place.Port}}, "database": "{{place.Database}}", "user": "{{place.User}}", "password": "{{place.Password}}",
          "tls": "None" } }
        """;
}
