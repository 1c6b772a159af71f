using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Api;

public class RequestApiTests(ApiApp app) : IClassFixture<ApiApp>, IAsyncLifetime
{
    private const string Requests = "/api/v1/requests";

    private static readonly Guid None = Guid.Empty;
    private static readonly object Reason = new { reason = "Because." };
    private static readonly object Notice = new { channel = "Letter", on = "2026-11-20" };

    /// <summary>What each verb is sent.</summary>
    private static readonly Dictionary<string, object?> Verbs = new()
    {
        ["ask-identity"] = new { doubt = "Another address." },
        ["confirm-identity"] = new { proof = "Certain", reason = "Known for years." },
        ["ask-clarification"] = new { question = "Which year?" },
        ["clarify"] = new { answer = "All." },
        ["search"] = null,
        ["review"] = new { source = None },
        ["preflight"] = null,
        ["decide"] = new { kind = "Grant" },
        ["approve"] = null,
        ["decline"] = Reason,
        ["recall"] = Reason,
        ["refuse"] = new { reasons = new[] { new { category = "", ground = "Excessive", explanation = "The eighth." } } },
        ["not-identifiable"] = new { whatWouldHelp = "An address." },
        ["mark-duplicate"] = new { of = "DSR-2026-000001" },
        ["withdraw"] = Reason,
        ["tell"] = new { recipient = None, notice = "Told", on = "2026-11-20", how = "By letter." },
        ["answer"] = Notice,
        ["reopen"] = new { channel = "Letter", reason = "A complaint." },
        ["lift"] = new { reason = "Settled.", until = "2026-12-20", notice = Notice },
        ["extend"] = new { ground = "Complexity", reason = "Much.", notice = Notice },
        ["hold"] = new { scope = "Subject", reviewOn = "2027-11-20", reason = "A claim." },
        ["release"] = new { hold = None, reason = "Over." },
        ["complete-task"] = new { step = None, done = "Looked.", records = 0 },
        ["retry"] = new { step = None },
    };

    public async Task InitializeAsync()
    {
        var (sources, queries) = (app.Services.GetRequiredService<DataSourceDesk>(), app.Services.GetRequiredService<DataSourceQueries>());
        if ((await queries.ListAsync(TestPortal.Dpo, default)).Value!.Count > 0)
        {
            return;
        }

        var place = new SourceConnection(ChinookShop.Write(Path.Combine(app.DataFolder, "chinook.db")));
        var shop = (await sources.AddAsync(TestPortal.Admin, SourceKind.Sqlite, DataMap.Given.Shop, place, default)).Value;
        Assert.Null(await sources.ImportMapAsync(TestPortal.Dpo, shop, ChinookShop.MapYaml, (await queries.SheetAsync(TestPortal.Dpo, shop, default)).Value!.Version, default));
        Assert.Null((await sources.ConfirmMapAsync(TestPortal.Dpo, shop, "First map", (await queries.SheetAsync(TestPortal.Dpo, shop, default)).Value!.Version, default)).Refusal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task No_verb_is_done_for_a_key_without_its_permission()
    {
        using var dpo = app.Client(Role.Dpo);
        var request = await ReceiveAsync(dpo);
        using var auditor = app.Client(Role.Auditor);
        using var administrator = app.Client(Role.Administrator);
        using var reader = app.Client(await app.IssueAsync(Role.Dpo, KeyScopes.Requests | KeyScopes.Findings));
        using var handler = app.Client(await app.IssueAsync(Role.Dpo, KeyScopes.Handle));
        foreach (var (verb, body) in Verbs)
        {
            foreach (var client in (HttpClient[])[auditor, administrator, reader, .. verb is "approve" or "decline" ? (HttpClient[])[handler] : []])
            {
                using var answer = await client.CallAsync(HttpMethod.Post, $"{request}/{verb}", body, "\"0\"");
                Assert.Equal((verb, HttpStatusCode.Forbidden, "Forbidden"), (verb, answer.StatusCode, await ApiApp.CodeAsync(answer)));
            }
        }

        using var received = await reader.CallAsync(HttpMethod.Post, Requests, Letter("luisg@embraer.com.br"));
        Assert.Equal(HttpStatusCode.Forbidden, received.StatusCode);
        Assert.Equal("Received", (string?)(await ApiApp.JsonAsync(await dpo.GetAsync(request)))["row"]!["status"]);
    }

    [Fact]
    public async Task Every_verb_wants_the_version_that_its_caller_saw()
    {
        using var client = app.Client(Role.Dpo);
        var request = await ReceiveAsync(client);
        foreach (var (verb, body) in Verbs)
        {
            using var blind = await client.CallAsync(HttpMethod.Post, $"{request}/{verb}", body);
            Assert.Equal((verb, "PreconditionRequired"), (verb, await ApiApp.CodeAsync(blind)));
            using var late = await client.CallAsync(HttpMethod.Post, $"{request}/{verb}", body, "\"99\"");
            Assert.Equal((verb, "Stale"), (verb, await ApiApp.CodeAsync(late)));
        }
    }

    [Fact]
    public async Task Findings_and_names_are_for_keys_that_may_open_them()
    {
        using var dpo = app.Client(Role.Dpo);
        var request = await ReceiveAsync(dpo, "Access");
        using var handler = app.Client(await app.IssueAsync(Role.Dpo, KeyScopes.Handle));
        using var auditor = app.Client(Role.Auditor);
        foreach (var client in (HttpClient[])[handler, auditor])
        {
            var sheet = await client.GetStringAsync(request);
            Assert.DoesNotContain("embraer", sheet, StringComparison.Ordinal);
            Assert.DoesNotContain("Luís Gonçalves", JsonNode.Parse(sheet)!.ToString(), StringComparison.Ordinal);
            foreach (var path in (string[])["package", $"documents/{None}", $"sources/{None}/findings", $"sources/{None}/rows?table=Customer"])
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{request}/{path}")).StatusCode);
            }
        }

        Assert.Contains("luisg@embraer.com.br", await dpo.GetStringAsync(request), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_sent_twice_under_one_word_is_received_once()
    {
        using var client = app.Client(Role.Dpo);
        var letter = Letter("twice@example.com");
        using var first = await client.CallAsync(HttpMethod.Post, Requests, letter, word: "letter");
        using var again = await client.CallAsync(HttpMethod.Post, Requests, letter, word: "letter");

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        using var found = await client.CallAsync(HttpMethod.Post, $"{Requests}/find", new { text = "twice@example.com" });
        Assert.Single((await ApiApp.JsonAsync(found))["items"]!.AsArray());
        using var named = await client.GetAsync($"{Requests}?reference=twice@example.com");
        Assert.Equal(HttpStatusCode.BadRequest, named.StatusCode);
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_when_a_request_comes_in_between()
    {
        using var client = app.Client(Role.Dpo);
        for (var i = 0; i < 5; i++)
        {
            await ReceiveAsync(client);
        }

        var whole = References(await ApiApp.JsonAsync(await client.GetAsync($"{Requests}?limit=200")));
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            var page = await ApiApp.JsonAsync(await client.GetAsync($"{Requests}?limit=2&cursor={cursor}"));
            paged.AddRange(References(page));
            cursor = (string?)page["next"];
            await ReceiveAsync(client);
        }
        while (cursor is not null);

        Assert.Equal(whole, paged);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"{Requests}?cursor=***")).StatusCode);
    }

    [Fact]
    public async Task A_search_goes_on_when_nobody_listens_any_more_and_its_stream_ends_with_it()
    {
        using var client = app.Client(Role.Dpo);
        var request = await ReceiveAsync(client, "Access");
        using var confirmed = await client.CallAsync(HttpMethod.Post, $"{request}/confirm-identity", Verbs["confirm-identity"], await TagAsync(client, request));
        using var searching = await client.CallAsync(HttpMethod.Post, $"{request}/search", ifMatch: confirmed.Headers.ETag!.Tag);
        Assert.Equal("Searching", (string?)(await ApiApp.JsonAsync(searching))["status"]);

        using (var gone = await client.GetAsync($"{request}/progress", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal("text/event-stream", gone.Content.Headers.ContentType?.MediaType);
        }

        var events = await client.GetStringAsync($"{request}/progress");
        var end = events.Split("event: end")[1];
        Assert.Contains("\"status\":\"InReview\"", end, StringComparison.Ordinal);
        Assert.Contains("\"busy\":false", end, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static IEnumerable<string> References(JsonNode page) => page["items"]!.AsArray().Select(r => (string)r!["reference"]!).ToList();

    private static object Letter(string email, string right = "Erasure") => new
    {
        rights = new[] { right }, channel = "Letter", language = "en", subject = new { name = "Luís Gonçalves", identities = new[] { new { kind = "email", value = email } } },
    };

    private static async Task<string> ReceiveAsync(HttpClient client, string right = "Erasure")
    {
        using var received = await client.CallAsync(HttpMethod.Post, Requests, Letter("luisg@embraer.com.br", right));
        Assert.Equal(HttpStatusCode.Created, received.StatusCode);
        return received.Headers.Location!.OriginalString;
    }

    private static async Task<string> TagAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.Headers.ETag!.Tag;
    }
}
