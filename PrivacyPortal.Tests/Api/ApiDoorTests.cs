using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Api;
using PrivacyPortal.DataMap;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Api;

/// <summary>Who comes in, with what, and what is said to who does not.</summary>
public class ApiDoorTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Sources = "/api/v1/sources";

    [Fact]
    public async Task A_key_opens_the_API_and_no_page_and_a_session_opens_pages_and_not_the_API()
    {
        using var key = app.Client(Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await key.GetAsync(Sources)).StatusCode);
        Assert.Equal("/sign-in", (await key.GetAsync("/users")).Headers.Location?.AbsolutePath);

        using var session = await app.ClientAsAsync(TestPortal.Admin);
        Assert.Equal(HttpStatusCode.OK, (await session.GetAsync("/users")).StatusCode);
        using var answer = await session.GetAsync(Sources);
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.Single().Scheme));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("pp_nothing")]
    public async Task Without_a_key_a_problem_says_so_in_the_callers_language(string? code)
    {
        using var client = app.Client(code, "fr");
        using var answer = await client.GetAsync(Sources);
        var problem = await ApiApp.JsonAsync(answer);
        Assert.Equal((HttpStatusCode.Unauthorized, Problems.ContentType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(("Unauthorized", "Aucune clé valable"), ((string?)problem["code"], (string?)problem["title"]));
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "NoSuchPath")]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "NoSuchPath")]
    [InlineData("DELETE", "/api/v1/sources", HttpStatusCode.MethodNotAllowed, "MethodNotAllowed")]
    [InlineData("GET", "/api/v1/audit", HttpStatusCode.Forbidden, "Forbidden")]
    [InlineData("GET", "/api/v1/audit/export.jsonl", HttpStatusCode.Forbidden, "Forbidden")]
    [InlineData("GET", "/api/v1/sources/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound, "NotFound")]
    [InlineData("POST", "/api/v1/sources", HttpStatusCode.BadRequest, "Malformed")]
    public async Task Whatever_is_wrong_is_a_problem_with_its_code(string method, string path, HttpStatusCode status, string code)
    {
        using var client = app.Client(Role.Administrator);
        using var answer = await client.CallAsync(new HttpMethod(method), path, method == "POST" ? new { kind = "Sqlite", naem = "typo" } : null);
        Assert.Equal((status, code), (answer.StatusCode, await ApiApp.CodeAsync(answer)));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_before_it_is_read()
    {
        using var client = app.Client(Role.Administrator);
        using var answer = await client.CallAsync(HttpMethod.Post, Sources, new { kind = "Sqlite", name = new string('x', ApiRoutes.LargestBody) });
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "TooLarge"), (answer.StatusCode, await ApiApp.CodeAsync(answer)));
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_and_none_is_ever_logged()
    {
        var code = await app.IssueAsync(Role.Auditor, KeyScopes.Audit);
        using var client = app.Client(code);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/audit")).StatusCode);
        Assert.Equal("Forbidden", await ApiApp.CodeAsync(await client.GetAsync(Sources)));

        var keys = (await app.Services.GetRequiredService<ApiKeyQueries>().SheetAsync(TestPortal.Admin, default)).Value!.Keys;
        var row = keys.Single(k => code.StartsWith(k.Shown[..^1], StringComparison.Ordinal));
        Assert.NotNull(row.LastUsedAt);
        Assert.Null(await app.Keys.RevokeAsync(TestPortal.Admin, row.Id, default));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/audit")).StatusCode);
        Assert.DoesNotContain(app.Log, line => line.Contains(code[16..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Refusal.NotFound, 404)]
    [InlineData(Refusal.Forbidden, 403)]
    [InlineData(Refusal.Stale, 412)]
    [InlineData(Refusal.WrongState, 409)]
    [InlineData(Refusal.Invalid, 422)]
    [InlineData(Refusal.SamePerson, 403)]
    public void A_refusal_has_its_status(Refusal refusal, int status) => Assert.Equal(status, Problems.StatusOf(refusal));
}
