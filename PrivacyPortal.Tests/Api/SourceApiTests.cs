using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PrivacyPortal.Access;
using PrivacyPortal.Tests.Fulfilment.Chinook;

namespace PrivacyPortal.Tests.Api;

public class SourceApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Fact]
    public async Task A_source_is_added_tested_mapped_and_removed()
    {
        using var client = app.Client(Role.Administrator);
        using var dpo = app.Client(Role.Dpo);
        var connection = new { path = ChinookShop.Write(Path.Combine(app.DataFolder, "shop.db")) };
        using var check = await client.CallAsync(HttpMethod.Post, "/api/v1/sources/check", new { kind = "Sqlite", connection });
        Assert.Equal(11, (int?)(await ApiApp.JsonAsync(check))["tables"]);

        using var added = await client.CallAsync(HttpMethod.Post, "/api/v1/sources", new { kind = "Sqlite", name = "Web shop", owner = "Sales", hostingRegion = "FR", connection });
        var source = added.Headers.Location!.OriginalString;
        Assert.Equal((HttpStatusCode.Created, "Unmapped"), (added.StatusCode, (string?)(await ApiApp.JsonAsync(added))["state"]));
        Assert.DoesNotContain("shop.db", await added.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((bool?)(await ApiApp.JsonAsync(await client.CallAsync(HttpMethod.Post, $"{source}/test")))["good"]);
        Assert.False((bool?)(await ApiApp.JsonAsync(await client.CallAsync(HttpMethod.Post, $"{source}/schema")))["changed"]);

        var tag = await TagAsync(client, source);
        using var put = await client.CallAsync(HttpMethod.Put, $"{source}/map", Yaml(ChinookShop.MapYaml), tag);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.NotEqual(tag, put.Headers.ETag!.Tag);
        using var late = await client.CallAsync(HttpMethod.Put, $"{source}/map", Yaml(ChinookShop.MapYaml), tag);
        Assert.Equal((HttpStatusCode.PreconditionFailed, "Stale"), (late.StatusCode, await ApiApp.CodeAsync(late)));
        using var blind = await client.CallAsync(HttpMethod.Put, $"{source}/map", Yaml(ChinookShop.MapYaml));
        Assert.Equal(((HttpStatusCode)428, "PreconditionRequired"), (blind.StatusCode, await ApiApp.CodeAsync(blind)));

        using var confirmed = await dpo.CallAsync(HttpMethod.Post, $"{source}/map/confirm", new { reason = "First map" }, await TagAsync(dpo, source));
        Assert.Equal(1, (int?)(await ApiApp.JsonAsync(confirmed))["mapVersion"]);
        Assert.Contains("Customer:", await client.GetStringAsync($"{source}/map"), StringComparison.Ordinal);

        var gone = await client.CallAsync(HttpMethod.Post, $"{source}/remove", new { name = "Web shop" }, await TagAsync(client, source));
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(source)).StatusCode);
    }

    [Fact]
    public async Task A_map_is_the_same_document_in_YAML_and_in_JSON_and_its_faults_are_told()
    {
        using var client = app.Client(Role.Administrator);
        var source = await AddAsync(client, "json");
        await client.CallAsync(HttpMethod.Put, $"{source}/map", Yaml(ChinookShop.MapYaml), await TagAsync(client, source));
        var yaml = await client.GetStringAsync($"{source}/map?draft=true");
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var json = await client.GetStringAsync($"{source}/map?draft=true");

        using var put = await client.CallAsync(HttpMethod.Put, $"{source}/map", new StringContent(json, Encoding.UTF8, "application/json"), await TagAsync(client, source));

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        client.DefaultRequestHeaders.Accept.Clear();
        Assert.Equal(yaml, await client.GetStringAsync($"{source}/map?draft=true"));

        var broken = JsonNode.Parse(json)!;
        broken["tables"]!["Customer"]!["role"] = "persons";
        using var refused = await client.CallAsync(HttpMethod.Put, $"{source}/map", new StringContent(broken.ToJsonString(), Encoding.UTF8, "application/json"), await TagAsync(client, source));
        var problem = await ApiApp.JsonAsync(refused);
        Assert.Equal(("Invalid", "NotAWord", "persons"), ((string?)problem["code"], (string?)problem["faults"]![0]!["kind"], (string?)problem["faults"]![0]!["detail"]));
        using var text = await client.CallAsync(HttpMethod.Put, $"{source}/map", new StringContent("map"), await TagAsync(client, source));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UnsupportedMediaType"), (text.StatusCode, await ApiApp.CodeAsync(text)));
    }

    [Fact]
    public async Task What_is_wrong_with_a_source_is_told()
    {
        using var client = app.Client(Role.Administrator);
        using var nameless = await client.CallAsync(HttpMethod.Post, "/api/v1/sources", new { kind = "Sqlite", name = " ", owner = "Sales", hostingRegion = "France" });
        Assert.Equal(["Name", "HostingRegion"], (await ApiApp.JsonAsync(nameless))["faults"]!.AsArray().Select(f => (string?)f));
        using var placeless = await client.CallAsync(
            HttpMethod.Post, "/api/v1/sources", new { kind = "Sqlite", name = "Nowhere", owner = "Sales", hostingRegion = "FR", connection = new { path = "shop.db" } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "NotAbsolute"), (placeless.StatusCode, (string?)(await ApiApp.JsonAsync(placeless))["check"]!["place"]));
    }

    [Fact]
    public async Task Each_role_and_scope_keeps_to_its_own()
    {
        using var administrator = app.Client(Role.Administrator);
        var source = await AddAsync(administrator, "own");
        using var dpo = app.Client(Role.Dpo);
        using var auditor = app.Client(Role.Auditor);
        using var reader = app.Client(await app.IssueAsync(Role.Administrator, KeyScopes.Sources));
        foreach (var client in (HttpClient[])[dpo, auditor, reader])
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(source)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.CallAsync(HttpMethod.Post, $"{source}/test")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.CallAsync(HttpMethod.Post, "/api/v1/sources", new { kind = "Sqlite", name = "x", owner = "x", hostingRegion = "FR" })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.CallAsync(HttpMethod.Put, $"{source}/map", Yaml(ChinookShop.MapYaml), "\"1\"")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.CallAsync(HttpMethod.Put, $"{source}/map", Yaml(ChinookShop.MapYaml), "\"1\"")).StatusCode);
    }

    private async Task<string> AddAsync(HttpClient client, string name)
    {
        var connection = new { path = ChinookShop.Write(Path.Combine(app.DataFolder, name + ".db")) };
        using var added = await client.CallAsync(HttpMethod.Post, "/api/v1/sources", new { kind = "Sqlite", name, owner = "Sales", hostingRegion = "FR", connection });
        return added.Headers.Location!.OriginalString;
    }

    private static StringContent Yaml(string map) => new(map, Encoding.UTF8, "application/yaml");

    private static async Task<string> TagAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.Headers.ETag!.Tag;
    }
}
