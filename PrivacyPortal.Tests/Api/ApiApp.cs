using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Api;
using PrivacyPortal.Data;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Api;

/// <summary>The portal with its organisation set up and people who hold keys.</summary>
public class ApiApp : OrganisedApp
{
    private readonly Dictionary<Role, string> codes = [];

    public ApiKeyDesk Keys => Services.GetRequiredService<ApiKeyDesk>();

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Api:RefusalsPerMinute", "1000")];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var person in (Actor[])[TestPortal.Admin, TestPortal.Dpo, TestPortal.Deputy])
        {
            await SignedIn.AccountAsync(Services, person);
        }

        foreach (var role in Enum.GetValues<Role>())
        {
            codes[role] = await IssueAsync(role, ScopePermissions.AllFor(role));
        }
    }

    /// <summary>A key that may do all that its role may.</summary>
    public string KeyOf(Role role) => codes[role];

    public async Task<string> IssueAsync(Role role, KeyScopes scopes, int days = 30, Actor? holder = null)
    {
        var made = await Keys.CreateAsync(holder is { Role: Role.Administrator } ? holder : TestPortal.Admin, new ApiKeyWish($"{role} for tests", role, scopes, days), default);
        Assert.Null(made.Refusal);
        return made.Value!.Secret ?? (await Keys.ConfirmAsync(holder ?? TestPortal.Dpo, made.Value.Id, default)).Value!.Secret!;
    }

    /// <summary>Leaves a call as a process would that ended before its answer was kept, so long ago.</summary>
    public async Task ForgetAnswersAsync(Guid keyId, string word, TimeSpan ago)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var then = Services.GetRequiredService<TimeProvider>().GetUtcNow() - ago;
        await db.Set<IdempotentCall>().Where(c => c.KeyId == keyId && c.Word == word)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, (int?)null).SetProperty(c => c.StartedAt, then));
        await transaction.CommitAsync();
    }

    public HttpClient Client(Role role, string language = "en") => Client(KeyOf(role), language);

    public HttpClient Client(string? code, string language = "en")
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(BaseUrl) };
        client.DefaultRequestHeaders.Authorization = code is null ? null : new AuthenticationHeaderValue("Bearer", code);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    public static async Task<string?> CodeAsync(HttpResponseMessage answer) => (string?)(await JsonAsync(answer))["code"];
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class ApiAppOnPostgres : ApiApp
{
    private readonly PostgresDatabase database = PostgresServer.NewDatabaseAsync().GetAwaiter().GetResult();

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [.. base.Settings, .. OnPostgresAttribute.Settings(database).Select(setting => KeyValuePair.Create(setting.Key, setting.Value!))];
}

internal static class Calls
{
    /// <summary>A call with the headers of a verb.</summary>
    public static Task<HttpResponseMessage> CallAsync(
        this HttpClient client, HttpMethod method, string path, object? body = null, string? ifMatch = null, string? word = null)
    {
        var call = new HttpRequestMessage(method, path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        if (ifMatch is not null)
        {
            call.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (word is not null)
        {
            call.Headers.TryAddWithoutValidation("Idempotency-Key", word);
        }

        return client.SendAsync(call);
    }
}
