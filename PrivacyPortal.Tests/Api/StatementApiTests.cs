using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Tests.Requests;

namespace PrivacyPortal.Tests.Api;

/// <summary>The same rule by the other door.</summary>
public sealed class StatementApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Fact]
    public async Task A_message_is_corrected_by_nobody_and_takes_a_statement_with_the_review()
    {
        var file = Path.Combine(app.DataFolder, "chat.db");
        Tests.DataMap.Given.Run(file, Chat.Sql);
        var source = await Chat.AddAsync(app.Services.GetRequiredService<DataSourceDesk>(), app.Services.GetRequiredService<DataSourceQueries>(), SourceKind.Sqlite, new SourceConnection(file));
        using var client = app.Client(Role.Dpo, "fr");
        var letter = new
        {
            rights = new[] { "Rectification" }, channel = "Letter", language = "en", subject = new { name = "Alice Martin", identities = new[] { new { kind = "email", value = Chat.Email } } },
        };
        using var received = await client.CallAsync(HttpMethod.Post, "/api/v1/requests", letter);
        var request = received.Headers.Location!.OriginalString;
        await DoAsync(client, request, "confirm-identity", new { proof = "Certain", reason = "Known for years." });
        await DoAsync(client, request, "search", null);
        await client.GetStringAsync($"{request}/progress");

        var row = new { table = "message", key = new[] { 1 } };
        using var rewritten = await SendAsync(client, request, "review", new { source, corrections = new[] { new { row, field = "body", before = Chat.Said, after = "Thank you" } } });
        Assert.Equal((HttpStatusCode.Conflict, "Unlawful"), (rewritten.StatusCode, await ApiApp.CodeAsync(rewritten)));
        Assert.Contains("ne se réécrit pas", (string)(await ApiApp.JsonAsync(rewritten))["detail"]!, StringComparison.Ordinal);
        using var empty = await SendAsync(client, request, "review", new { source, statements = new[] { new { row, field = "body", text = "" } } });
        Assert.Equal("Invalid", await ApiApp.CodeAsync(empty));

        await DoAsync(client, request, "review", new { source, statements = new[] { new { row, field = "body", text = Chat.Stated } } });
        var findings = JsonNode.Parse(await client.GetStringAsync($"{request}/sources/{source}/findings"))!;
        var kept = Assert.Single(findings["review"]!["statements"]!.AsArray())!;
        Assert.Equal(Chat.Stated, (string?)kept["text"]);

        // What a caller reads is what it may send back.
        await DoAsync(client, request, "review", new JsonObject { ["source"] = source, ["statements"] = findings["review"]!["statements"]!.DeepClone() });
        await DoAsync(client, request, "preflight", null);
        await client.GetStringAsync($"{request}/progress");
        var tried = JsonNode.Parse(await client.GetStringAsync($"{request}/preflight"))!;
        Assert.Contains("\"byHand\":0", tried.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"passed\":true", tried.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string request, string verb, object? body)
    {
        using var now = await client.GetAsync(request);
        return await client.CallAsync(HttpMethod.Post, $"{request}/{verb}", body, now.Headers.ETag!.Tag);
    }

    private static async Task DoAsync(HttpClient client, string request, string verb, object? body)
    {
        using var answer = await SendAsync(client, request, verb, body);
        Assert.True(answer.IsSuccessStatusCode, $"{verb}: {await answer.Content.ReadAsStringAsync()}");
    }
}
