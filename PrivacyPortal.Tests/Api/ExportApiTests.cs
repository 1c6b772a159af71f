using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Requests;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Api;

/// <summary>Downloads of personal data by a program, under each value of the setting on exports.</summary>
public sealed class ExportApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Fact]
    public async Task Each_value_of_the_setting_holds_for_a_program_too()
    {
        using var client = app.Client(Role.Dpo);
        using var deputy = app.Client(await app.IssueAsync(Role.Dpo, KeyScopes.Approve | KeyScopes.Requests, holder: TestPortal.Deputy));
        var (request, proof) = await WithProofAsync(client);
        var file = $"{request}/documents/{proof}";

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ReasonMissing"), await RefusedAsync(client, file));
        using (var asked = await client.CallAsync(HttpMethod.Post, $"{file}/export", new { reason = "For the court, says Zanzibar." }))
        {
            var answer = await ApiApp.JsonAsync(asked);
            Assert.Equal(("Open", "Document", proof.ToString()), ((string?)answer["standing"], (string?)answer["kind"], (string?)answer["what"]));
            Assert.DoesNotContain("Zanzibar", answer.ToJsonString(), StringComparison.Ordinal);
        }

        Assert.Equal(Exports.Content, await client.GetByteArrayAsync(file));

        await PublishAsync("four-eyes");
        Assert.Equal((HttpStatusCode.Conflict, "ApprovalMissing"), await RefusedAsync(client, file));
        using var again = await client.CallAsync(HttpMethod.Post, $"{file}/export", new { reason = "For the court." });
        var export = (string)(await ApiApp.JsonAsync(again))["id"]!;
        using var sheet = await client.GetAsync(request);
        var seen = sheet.Headers.ETag!.Tag;
        using (var own = await client.CallAsync(HttpMethod.Post, $"{request}/allow-export", new { export }, seen))
        {
            Assert.Equal("SamePerson", await ApiApp.CodeAsync(own));
        }

        using (var allowed = await deputy.CallAsync(HttpMethod.Post, $"{request}/allow-export", new { export }, seen))
        {
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        Assert.Equal(Exports.Content, await client.GetByteArrayAsync(file));

        await PublishAsync("denied");
        Assert.Equal((HttpStatusCode.Forbidden, "ExportDenied"), await RefusedAsync(client, file));
        using var denied = await client.CallAsync(HttpMethod.Post, $"{file}/export", new { reason = "For the court." });
        Assert.Equal((HttpStatusCode.Forbidden, "ExportDenied"), (denied.StatusCode, await ApiApp.CodeAsync(denied)));
        var exports = JsonNode.Parse(await client.GetStringAsync($"{request}/exports"))!;
        Assert.Equal(("Denied", 2), ((string?)exports["policy"], exports["rows"]!.AsArray().Count));

        using var french = app.Client(Role.Dpo, "fr");
        using var told = await french.GetAsync(file);
        Assert.Equal("Téléchargements interdits", (string?)(await ApiApp.JsonAsync(told))["title"]);
    }

    private static async Task<(HttpStatusCode, string?)> RefusedAsync(HttpClient client, string file)
    {
        using var answer = await client.GetAsync(file);
        return (answer.StatusCode, await ApiApp.CodeAsync(answer));
    }

    private async Task<(string Request, Guid Proof)> WithProofAsync(HttpClient client)
    {
        var letter = new
        {
            rights = new[] { "Access" }, channel = "Letter", language = "en", subject = new { name = "Luís Gonçalves", identities = new[] { new { kind = "email", value = "luisg@embraer.com.br" } } },
        };
        using var received = await client.CallAsync(HttpMethod.Post, "/api/v1/requests", letter);
        var request = received.Headers.Location!.OriginalString;
        var (contexts, vault) = (app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>(), app.Services.GetRequiredService<KeyVault>());
        await using var db = await contexts.CreateDbContextAsync();
        var reference = request[(request.LastIndexOf('/') + 1)..];
        var id = await db.Set<SubjectRequest>().Where(r => r.Reference == reference).Select(r => r.Id).SingleAsync();
        return (request, await Exports.AddAsync(contexts, vault, id, DocumentKind.Proof));
    }

    private async Task PublishAsync(string value)
    {
        var settings = app.Services.GetRequiredService<SettingsDesk>();
        Assert.Null(await settings.EditAsync(TestPortal.Admin, Slot.Organisation(SettingCatalogue.ExportPolicy), new SettingValue(value), null, default));
        Assert.Null((await settings.PublishAsync(TestPortal.Admin, "Because the test says so", null, default)).Refusal);
    }
}
