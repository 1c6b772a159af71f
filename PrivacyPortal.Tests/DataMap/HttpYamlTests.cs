using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Http;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Tests.Connectors.Http;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

/// <summary>Declarations of interfaces, and what an administrator may do with them.</summary>
public sealed class HttpYamlTests
{
    [Fact]
    public void What_comes_with_the_portal_can_be_read()
    {
        Assert.Empty(HttpYamlReader.Read(ReadyInterfaces.Chatwoot("3")).Faults);
        Assert.Equal("3", HttpYamlReader.Read(ReadyInterfaces.Chatwoot("3")).Declaration!.Values["account"]);
        Assert.Empty(HttpYamlReader.Read(ReadyInterfaces.Example).Faults);
    }

    [Theory]
    [InlineData("check: GET /me", "check: FETCH /me", "3 NotACall FETCH /me")]
    [InlineData("check: GET /me", "check: GET //elsewhere.example/me", "3 NotACall GET //elsewhere.example/me")]
    [InlineData("kind: bearer", "kind: magic", "2 NotAWord magic")]
    [InlineData("kind: bearer", "kind: basic", "2 Missing user")]
    [InlineData("email: $.email", "email: $..email", "8 NotAPath $..email")]
    [InlineData("?email={email}", "?email={mail}", "14 UnknownValue mail")]
    [InlineData("body: '{changes}'", "body: '{\"a\": {changes}'", "17 NotJson PATCH /people/{id}")]
    [InlineData("key: id", "key: number", "5 UnknownColumn number")]
    [InlineData("rectify:", "correct:", "16 UnknownKey correct")]
    [InlineData("rows: $\n", "", "9 Missing rows")]
    [InlineData("email: $.email", "email: { path: email, references: firms.id }", "5 UnknownReference firms.id")]
    public void A_fault_is_told_with_its_line(string good, string bad, string fault)
    {
        const string yaml = """
            authentication: { kind: bearer }

            check: GET /me
            resources:
              people: { key: id, fields: {

                id: { type: integer },
                email: $.email },
                find: { id: {
                    call: "GET /people/{id}",
                    rows: $
                  },
                  email: {
                    call: "GET /people?email={email}", rows: $.data } },

                rectify: {
                    call: "PATCH /people/{id}", body: '{changes}' } }
            """;
        Assert.Empty(HttpYamlReader.Read(yaml).Faults);
        Assert.Contains(good, yaml, StringComparison.Ordinal);
        var faults = HttpYamlReader.Read(yaml.Replace(good, bad, StringComparison.Ordinal)).Faults.Select(f => $"{f.Line} {f.Kind} {f.Detail}");
        Assert.Contains(fault.Split(' ', 2)[1], faults.Select(f => f.Split(' ', 2)[1]));
    }

    [Fact]
    public async Task A_secret_is_kept_and_never_sent_to_another_address()
    {
        await using var portal = await Given.PortalAsync();
        await using var server = await Chatwoot.StartAsync();
        var id = await portal.ChatwootAsync(server);
        var desk = portal.Get<DataSourceDesk>();
        var place = (await portal.SheetAsync(id)).Place!;
        Assert.Null(place.Http!.Secret);
        Assert.Null((await desk.CheckAsync(TestPortal.Admin, id, place, default)).Value!.Failure);
        Assert.Equal(SourceFailure.SignInRefused, (await desk.CheckAsync(TestPortal.Admin, SourceKind.Http, server.Connection("wrong"), default)).Value!.Failure);

        var seen = "";
        await using var trap = await ApiServer.StartAsync(context =>
        {
            seen += context.Request.Headers["api_access_token"].ToString();
            return HttpConnectorTests.JsonAsync(context, "{}");
        });
        await desk.CheckAsync(TestPortal.Admin, id, place with { Http = place.Http with { BaseAddress = trap.Address } }, default);
        Assert.Equal("", seen);
        Assert.Single(trap.Calls);
    }

    [Fact]
    public async Task What_cannot_be_a_source_is_told_before_anything_is_called()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        async Task<ConnectionCheck> CheckAsync(HttpAddress address) => (await desk.CheckAsync(TestPortal.Admin, SourceKind.Http, new SourceConnection { Http = address }, default)).Value!;
        var good = ReadyInterfaces.Example;
        Assert.Equal(PlaceFault.Address, (await CheckAsync(new("http://example.com", good, "x"))).Place);
        Assert.Equal(PlaceFault.Address, (await CheckAsync(new("https://user@example.com", good, "x", true))).Place);
        var faulty = await CheckAsync(new("https://example.com", "check: GET /\nresources: {}\nwhat: 1", "x"));
        Assert.Equal((PlaceFault.Declaration, true), (faulty.Place!.Value, faulty.Faults.Any(f => f is { Line: 3, Kind: MapFaultKind.UnknownKey })));
        Assert.Equal(SourceFailure.PrivateAddress, (await CheckAsync(new("https://127.0.0.1:1", good, "x"))).Failure);
        Assert.Equal(Refusal.Forbidden, (await desk.CheckAsync(TestPortal.Auditor, SourceKind.Http, new SourceConnection(), default)).Refusal);
    }
}
