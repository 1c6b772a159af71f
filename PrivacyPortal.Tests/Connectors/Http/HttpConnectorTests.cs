using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Http;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Connectors.Http;

/// <summary>What an interface over HTTP may answer, and what becomes of it: rows, or a cause, and never a silent nothing.</summary>
public sealed class HttpConnectorTests
{
    /// <summary>Seconds: for a machine that is busy with other tests.</summary>
    private const int Patient = 30;

    private static readonly HttpLimits Quick = new(3, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(2), 50);

    [Theory]
    [InlineData("paging: { kind: page, parameter: page, size: 2 }", "")]
    [InlineData("paging: { kind: page, parameter: page, first: 0 }", "&base=0")]
    [InlineData("paging: { kind: cursor, parameter: after, next: $.next }", "&by=cursor")]
    [InlineData("paging: { kind: cursor, parameter: after, next: /next }", "&by=cursor")]
    [InlineData("paging: { kind: link }", "&by=link")]
    public async Task Every_page_is_read(string paging, string query)
    {
        await using var server = await ApiServer.StartAsync(context => People(context, 5));
        var rows = await ReadAsync(Connector(server, $"call: GET /people?email={{email}}{query}\n        rows: $.data\n        {paging}"), "p@x.org");
        Assert.Equal(["1", "2", "3", "4", "5"], rows);
    }

    [Fact]
    public async Task Rows_are_compared_again_and_values_stay_in_their_place()
    {
        await using var server = await ApiServer.StartAsync(context => JsonAsync(context, """{"data":[{"id":1,"email":"A&B=c/../@X.org"},{"id":2,"email":"xa&b=c/../@x.org"},{"id":3}]}"""));
        Assert.Equal(["1"], await ReadAsync(Connector(server), "a&b=c/../@x.org"));
        Assert.Equal("GET /people?email=a%26b%3Dc%2F..%2F%40x.org", server.Calls[^1]);
        var body = CallTemplate.Parse("""{"email":"{email}","id":{id},"changes":{changes}}""");
        Assert.Equal("""{"email":"a\u0022,\u0022b","id":7,"changes":"x"}""", body.Json(name => name switch { "email" => "a\",\"b", "id" => 7L, _ => "x" }));
        Assert.Null(CallTemplate.Parse("/people/{id}").Address(_ => ".."));
    }

    [Fact]
    public async Task A_call_waits_as_long_as_it_is_told_and_tries_again_what_passes()
    {
        var tries = 0;
        await using var server = await ApiServer.StartAsync(context =>
        {
            if (context.Request.Path == "/me")
                return JsonAsync(context, "{}");
            context.Response.Headers.RetryAfter = "0";
            context.Response.StatusCode = ++tries switch { 1 => 429, 2 => 500, _ => 200 };
            return tries > 2 ? JsonAsync(context, """{"data":[{"id":1,"email":"p@x.org"}]}""") : Task.CompletedTask;
        });
        Assert.Equal(["1"], await ReadAsync(Connector(server), "p@x.org"));
        Assert.Equal(3, tries);
    }

    [Theory]
    [InlineData("later", SourceFailure.Crowded)]
    [InlineData("broken", SourceFailure.Unreachable)]
    [InlineData("401", SourceFailure.SignInRefused)]
    [InlineData("403", SourceFailure.PermissionDenied)]
    [InlineData("422", SourceFailure.CallRefused)]
    [InlineData("404", SourceFailure.Misanswered)]
    [InlineData("redirect", SourceFailure.Elsewhere)]
    [InlineData("next", SourceFailure.Elsewhere)]
    [InlineData("malformed", SourceFailure.Misanswered)]
    [InlineData("rows", SourceFailure.Misanswered)]
    [InlineData("keyless", SourceFailure.Misanswered)]
    [InlineData("empty", SourceFailure.Misanswered)]
    [InlineData("again", SourceFailure.Misanswered)]
    [InlineData("huge", SourceFailure.TooMuch)]
    [InlineData("twenty", SourceFailure.TooMuch)]
    [InlineData("slow", SourceFailure.TimedOut)]
    public async Task What_is_no_answer_is_a_cause_and_never_no_data(string how, SourceFailure cause)
    {
        await using var server = await ApiServer.StartAsync(context => Misbehave(context, how));
        var find = how switch
        {
            "next" => "call: GET /people?email={email}\n        rows: $.data\n        paging: { kind: link }",
            "again" => "call: GET /people?email={email}\n        rows: $.data\n        paging: { kind: page, parameter: page }",
            "twenty" => "call: GET /people?email={email}\n        rows: $.data\n        complete-below: 20",
            _ => "call: GET /people?email={email}\n        rows: $.data",
        };
        var e = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(Connector(server, find, timeout: how == "slow" ? 1 : Patient), "p@x.org"));
        Assert.Equal(cause, e.Failure);
        Assert.DoesNotContain("p@x.org", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_named_in_the_path_and_is_not_there_is_no_row()
    {
        await using var server = await ApiServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/me" ? 200 : 404;
            return Task.CompletedTask;
        });
        Assert.Empty(await ReadAsync(Connector(server), 9L, by: "id"));
    }

    [Theory]
    [InlineData("kind: bearer", "Bearer s3cret")]
    [InlineData("kind: basic\n  user: portal", "Basic cG9ydGFsOnMzY3JldA==")]
    [InlineData("kind: api-key\n  header: Authorization", "s3cret")]
    [InlineData("kind: client-credentials\n  user: portal\n  token: TOKEN\n  scope: people", "Bearer given-1")]
    public async Task Each_way_to_sign_in_is_sent_with_every_call(string how, string header)
    {
        var (seen, given) = (new List<string>(), 0);
        await using var server = await ApiServer.StartAsync(context =>
        {
            if (context.Request.Path == "/token")
                return JsonAsync(context, $$"""{"access_token":"given-{{++given}}","expires_in":3600}""");
            seen.Add(context.Request.Headers.Authorization.ToString());
            return JsonAsync(context, """{"data":[]}""");
        });
        var connector = Connector(server, signIn: how.Replace("TOKEN", server.Address + "/token", StringComparison.Ordinal));
        Assert.Empty(await ReadAsync(connector, "p@x.org"));
        Assert.Equal([header, header], seen);
    }

    [Fact]
    public async Task This_machine_and_private_networks_are_reached_only_where_that_is_allowed()
    {
        await using var server = await ApiServer.StartAsync(context => JsonAsync(context, "{}"));
        Assert.Equal(SourceFailure.PrivateAddress, (await Connector(server, allowPrivate: false).TestAsync(default)).Failure);
        var named = new HttpAddress(server.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "", null);
        Assert.Equal(SourceFailure.PrivateAddress, (await new HttpConnector(named, Declared(), false, Quick).TestAsync(default)).Failure);
        Assert.Empty(server.Calls);
        var clear = new HttpAddress("http://93.184.216.34", "", "s3cret", AllowPrivate: true);
        Assert.Equal(SourceFailure.Tls, (await new HttpConnector(clear, Declared(), false, Quick).TestAsync(default)).Failure);
        Assert.Null((await Connector(server).TestAsync(default)).Failure);
    }

    [Theory]
    [InlineData("93.184.216.34", true, true)]
    [InlineData("2606:2800:220:1::1", true, true)]
    [InlineData("10.1.2.3", false, true)]
    [InlineData("172.31.0.1", false, true)]
    [InlineData("192.168.1.1", false, true)]
    [InlineData("100.64.0.1", false, true)]
    [InlineData("127.9.9.9", false, true)]
    [InlineData("0.0.0.0", false, true)]
    [InlineData("::1", false, true)]
    [InlineData("fd12::1", false, true)]
    [InlineData("::ffff:10.0.0.1", false, true)]
    [InlineData("::ffff:127.0.0.1", false, true)]
    [InlineData("64:ff9b::7f00:1", false, true)]
    [InlineData("::7f00:1", false, true)]
    [InlineData("2002:7f00:1::", false, true)]
    [InlineData("169.254.169.254", false, false)]
    [InlineData("::ffff:169.254.169.254", false, false)]
    [InlineData("fe80::1", false, false)]
    [InlineData("fd00:ec2::254", false, false)]
    [InlineData("168.63.129.16", false, false)]
    [InlineData("192.0.0.192", false, false)]
    public void An_address_is_judged_however_it_is_written(string address, bool admitted, bool allowed)
    {
        Assert.Equal(admitted, HttpWay.Admits(IPAddress.Parse(address), allowPrivate: false));
        Assert.Equal(allowed, HttpWay.Admits(IPAddress.Parse(address), allowPrivate: true));
    }

    [Fact]
    public async Task A_pace_that_was_declared_is_kept_to()
    {
        await using var server = await ApiServer.StartAsync(context => JsonAsync(context, """{"data":[]}"""));
        var connector = Connector(server, limits: "  per-minute: 600");
        var started = System.Diagnostics.Stopwatch.StartNew();
        await ReadAsync(connector, "p@x.org");
        await ReadAsync(connector, "p@x.org");
        Assert.True(started.Elapsed > TimeSpan.FromMilliseconds(250), started.Elapsed.ToString());
    }

    [Fact]
    public async Task A_lookup_without_a_call_for_it_is_told()
    {
        await using var server = await ApiServer.StartAsync(context => JsonAsync(context, """{"data":[]}"""));
        var e = await Assert.ThrowsAsync<SourceException>(() => ReadAsync(Connector(server), "Ann", by: "name"));
        Assert.Equal((SourceFailure.NotOffered, "people.name"), (e.Failure, e.Subject));
    }

    internal static Task JsonAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    internal static HttpConnector Connector(
        ApiServer server, string find = "call: GET /people?email={email}\n        rows: $.data", string signIn = "kind: none", bool allowPrivate = true, string limits = "", int timeout = Patient) =>
        new(new HttpAddress(server.Address, "", "s3cret", allowPrivate), Declared(find, signIn, limits, timeout), false, Quick);

    private static HttpDeclaration Declared(string find = "call: GET /people?email={email}\n        rows: $.data", string signIn = "kind: none", string limits = "", int timeout = Patient)
    {
        var reading = HttpYamlReader.Read($$"""
            authentication:
              {{signIn}}
            limits:
              timeout: {{timeout}}
              answer-mib: 1
            {{limits}}
            check: GET /me
            resources:
              people:
                key: id
                fields:
                  id: { type: integer }
                  email: email
                  name: name
                find:
                  email:
                    {{find}}
                  id:
                    call: GET /people/{id}
                    rows: $
            """.Replace("\n            ", "\n", StringComparison.Ordinal));
        Assert.Empty(reading.Faults);
        return reading.Declaration!;
    }

    internal static async Task<List<string>> ReadAsync(HttpConnector connector, object value, string by = "email")
    {
        await using var reader = await connector.OpenAsync(default);
        var rows = new List<string>();
        var query = new RowQuery("people", [new ColumnPath("id")]) { By = [new ColumnPath(by)], Values = [new RowKey(value)], Comparison = by == "email" ? Comparison.Caseless : Comparison.Exact };
        await foreach (var row in reader.ReadAsync(query, default))
            rows.Add(CellText.Of(row[0]));
        return rows;
    }

    /// <summary>Two rows a page, by the paging that the query asks for.</summary>
    private static Task People(HttpContext context, int count)
    {
        var query = context.Request.Query;
        int Number(string name, int other) => int.TryParse(query[name], CultureInfo.InvariantCulture, out var number) ? number : other;
        var first = query["by"] == "cursor" ? Number("after", 0) : query["by"] == "link" ? Number("from", 0) : 2 * (Number("page", 1) - Number("base", 1));
        var rows = Enumerable.Range(first + 1, Math.Max(0, Math.Min(2, count - first))).Select(i => $$"""{"id":{{i}},"email":"p@x.org"}""");
        var next = first + 2 < count ? $"\"{first + 2}\"" : "null";
        if (query["by"] == "link" && first + 2 < count)
            context.Response.Headers.Link = $"</people?email=p%40x.org&by=link&from=0>; rel=\"first\", </people?email=p%40x.org&by=link&from={first + 2}>; rel=\"next\"";
        return JsonAsync(context, $$"""{"data":[{{string.Join(',', rows)}}],"next":{{next}}}""");
    }

    private static async Task Misbehave(HttpContext context, string how)
    {
        if (context.Request.Path == "/me")
        {
            await JsonAsync(context, "{}");
            return;
        }

        var row = """{"id":1,"email":"p@x.org"}""";
        switch (how)
        {
            case "later":
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (429, "3600");
                break;
            case "broken":
                context.Response.StatusCode = 500;
                break;
            case "redirect":
                context.Response.Redirect("http://elsewhere.example/people");
                break;
            case "next":
                context.Response.Headers.Link = "<http://elsewhere.example/people>; rel=\"next\"";
                await JsonAsync(context, $$"""{"data":[{{row}}]}""");
                break;
            case "malformed":
                await JsonAsync(context, """{"data":[{"id":1""");
                break;
            case "rows":
                await JsonAsync(context, """{"people":[]}""");
                break;
            case "keyless":
                await JsonAsync(context, """{"data":[{"email":"p@x.org"}]}""");
                break;
            case "empty":
                break;
            case "again":
                await JsonAsync(context, $$"""{"data":[{{row}}]}""");
                break;
            case "twenty":
                await JsonAsync(context, $$"""{"data":[{{string.Join(',', Enumerable.Repeat(row, 20))}}]}""");
                break;
            case "huge":
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("[\"" + new string('x', 2 << 20)));
                break;
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(10), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            default:
                context.Response.StatusCode = int.Parse(how, CultureInfo.InvariantCulture);
                await JsonAsync(context, """{"error":"p@x.org"}""");
                break;
        }
    }
}
