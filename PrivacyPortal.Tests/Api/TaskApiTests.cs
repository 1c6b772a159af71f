using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Api;

/// <summary>A source kept by hand, worked through the API.</summary>
public sealed class TaskApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Fact]
    public async Task A_task_is_completed_with_the_copy_of_what_was_found()
    {
        await PapersAsync();
        using var client = app.Client(Role.Dpo);
        var letter = new
        {
            rights = new[] { "Access" }, channel = "Letter", language = "en", subject = new { name = "Luís Gonçalves", identities = new[] { new { kind = "email", value = "luisg@embraer.com.br" } } },
        };
        using var received = await client.CallAsync(HttpMethod.Post, "/api/v1/requests", letter);
        var request = received.Headers.Location!.OriginalString;
        using var confirmed = await client.CallAsync(HttpMethod.Post, $"{request}/confirm-identity", new { proof = "Certain", reason = "Known." }, received.Headers.ETag!.Tag);
        using var searching = await client.CallAsync(HttpMethod.Post, $"{request}/search", ifMatch: confirmed.Headers.ETag!.Tag);
        await client.GetStringAsync($"{request}/progress");
        using var sheet = await client.GetAsync(request);
        var (tag, step) = (sheet.Headers.ETag!.Tag, (string)(await ApiApp.JsonAsync(sheet))["steps"]![0]!["id"]!);

        Assert.Equal("Incomplete", await CompleteAsync(null));
        Assert.Equal("Malformed", await CompleteAsync(new { name = "form.pdf", content = "#" }));
        Assert.Equal("Invalid", await CompleteAsync(File(TaskFile.MostBytes + 1)));
        Assert.Null(await CompleteAsync(File(TaskFile.MostBytes)));
        var documents = JsonNode.Parse(await client.GetStringAsync($"{request}/documents"))!.AsArray();
        Assert.Equal(("Export", TaskFile.MostBytes), ((string?)documents[0]!["kind"], (int)documents[0]!["length"]!));

        async Task<string?> CompleteAsync(object? file)
        {
            using var answer = await client.CallAsync(HttpMethod.Post, $"{request}/complete-task", new { step, done = "Two forms in the cabinet.", records = 2, file }, tag);
            return answer.StatusCode == HttpStatusCode.OK ? null : await ApiApp.CodeAsync(answer);
        }
    }

    private static object File(int bytes) => new { name = "form.pdf", content = Convert.ToBase64String(new byte[bytes]) };

    private async Task PapersAsync()
    {
        var (desk, queries) = (app.Services.GetRequiredService<DataSourceDesk>(), app.Services.GetRequiredService<DataSourceQueries>());
        var keeping = new ManualKeeping("lyon@shop.example", TestPortal.Admin.PersonId, "Order forms in the grey cabinet.", ["contact.address"], "Look in the grey cabinet.", null, "Shred.");
        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.Manual, new SourceDescription("Papers", "Lyon store", "FR"), new SourceConnection { Keeping = keeping }, default)).Value;
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, id, "First map", (await queries.SheetAsync(TestPortal.Dpo, id, default)).Value!.Version, default)).Refusal);
    }
}
