using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Tests.Fulfilment.Chinook;

namespace PrivacyPortal.Tests.Api;

/// <summary>A call under a word takes effect once, on either database.</summary>
public abstract class IdempotencyTests(ApiApp app)
{
    private const string Sources = "/api/v1/sources";

    [Fact]
    public async Task The_same_call_under_the_same_word_takes_effect_once_and_another_is_refused()
    {
        using var client = app.Client(Role.Administrator);
        var body = new { kind = "Sqlite", name = "Once", owner = "Sales", hostingRegion = "FR", connection = new { path = ChinookShop.Write(Path.Combine(app.DataFolder, "once.db")) } };
        using var first = await client.CallAsync(HttpMethod.Post, Sources, body, word: "once-1");
        using var again = await client.CallAsync(HttpMethod.Post, Sources, body, word: "once-1");
        using var other = await client.CallAsync(HttpMethod.Post, Sources, new { body.kind, name = "Twice", body.owner, body.hostingRegion, body.connection }, word: "once-1");
        using var without = await client.CallAsync(HttpMethod.Post, Sources, body);
        using var bad = await client.CallAsync(HttpMethod.Post, Sources, body, word: "not one word");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((first.Headers.Location, first.Headers.ETag), (again.Headers.Location, again.Headers.ETag));
        Assert.True(again.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "IdempotencyKeyReused"), (other.StatusCode, await ApiApp.CodeAsync(other)));
        Assert.Equal((HttpStatusCode.Conflict, "Duplicate"), (without.StatusCode, await ApiApp.CodeAsync(without)));
        Assert.Equal("IdempotencyKeyInvalid", await ApiApp.CodeAsync(bad));
    }

    [Fact]
    public async Task A_refused_call_may_be_sent_again_under_its_word()
    {
        using var client = app.Client(Role.Administrator);
        var path = Path.Combine(app.DataFolder, "later.db");
        var body = new { kind = "Sqlite", name = "Later", owner = "Sales", hostingRegion = "FR", connection = new { path } };
        using var early = await client.CallAsync(HttpMethod.Post, Sources, body, word: "later");
        ChinookShop.Write(path);
        using var late = await client.CallAsync(HttpMethod.Post, Sources, body, word: "later");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Created), (early.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_never_done_again()
    {
        // The call of a process that ended between the change and the answer, as the transaction of the change left it.
        var key = await app.Services.GetRequiredService<ApiKeyDoor>().EnterAsync(app.KeyOf(Role.Administrator), "", default);
        var keyId = Guid.Parse(key!.FindFirst(Actor.KeyClaim)!.Value);
        using var client = app.Client(Role.Administrator);
        var body = new { kind = "Sqlite", name = "Lost", owner = "Sales", hostingRegion = "FR", connection = new { path = ChinookShop.Write(Path.Combine(app.DataFolder, "lost.db")) } };
        Assert.Equal(HttpStatusCode.Created, (await client.CallAsync(HttpMethod.Post, Sources, body, word: "lost")).StatusCode);
        await app.ForgetAnswersAsync(keyId, "lost", TimeSpan.FromMinutes(5));

        using var again = await client.CallAsync(HttpMethod.Post, Sources, body, word: "lost");

        Assert.Equal((HttpStatusCode.Conflict, "IdempotencyAnswerLost"), (again.StatusCode, await ApiApp.CodeAsync(again)));
    }

    [Fact]
    public async Task Of_the_same_calls_at_one_moment_one_takes_effect()
    {
        using var client = app.Client(Role.Administrator);
        var body = new { kind = "Sqlite", name = "Race", owner = "Sales", hostingRegion = "FR", connection = new { path = ChinookShop.Write(Path.Combine(app.DataFolder, "race.db")) } };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => client.CallAsync(HttpMethod.Post, Sources, body, word: "race")));

        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            Assert.Equal((HttpStatusCode.Conflict, "IdempotencyInProgress"), (answer.StatusCode, await ApiApp.CodeAsync(answer)));
        }

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created && !a.Headers.Contains("Idempotent-Replayed"));
        Assert.Single((await ApiApp.JsonAsync(await client.GetAsync(Sources)))["items"]!.AsArray(), s => (string?)s!["name"] == "Race");
    }
}

public sealed class IdempotencyOnSqliteTests(ApiApp app) : IdempotencyTests(app), IClassFixture<ApiApp>;

public sealed class IdempotencyOnPostgresTests(ApiAppOnPostgres app) : IdempotencyTests(app), IClassFixture<ApiAppOnPostgres>;
