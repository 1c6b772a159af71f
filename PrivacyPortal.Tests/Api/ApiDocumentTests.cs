using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.House;

namespace PrivacyPortal.Tests.Api;

/// <summary>Nothing of the API is left untold: every endpoint is in its document and in docs/api.md.</summary>
public class ApiDocumentTests(ApiApp app) : IClassFixture<ApiApp>
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "api.md"));

    [Fact]
    public async Task Every_endpoint_is_in_the_document_with_its_summary_and_its_problems()
    {
        var document = await ReadAsync();
        var operations = Operations(document).ToList();
        var endpoints = Endpoints().ToList();

        Assert.NotEmpty(endpoints);
        Assert.Empty(endpoints.Select(e => e.Name).Except(operations.Select(o => (string)o.Value["operationId"]!)));
        Assert.Equal(endpoints.Count, operations.Count);
        foreach (var (_, operation) in operations)
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["summary"]), $"{operation["operationId"]}");
            Assert.Subset(operation["responses"]!.AsObject().Select(r => r.Key).ToHashSet(), new HashSet<string> { "401", "403", "429" });
        }
    }

    [Fact]
    public async Task Verbs_ask_for_a_version_and_changes_take_a_word()
    {
        var document = await ReadAsync();
        foreach (var endpoint in Endpoints())
        {
            var operation = Operations(document).Single(o => (string)o.Value["operationId"]! == endpoint.Name).Value;
            var headers = (operation["parameters"]?.AsArray() ?? []).Where(p => (string)p!["in"]! == "header").Select(p => (string)p!["name"]!).ToHashSet();
            Assert.Equal(endpoint.Changes, headers.Contains("Idempotency-Key"));
            Assert.Equal(headers.Contains("If-Match"), operation["responses"]!["428"] is not null);
        }

        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]![ApiRoutes.Scheme]!["scheme"]);
    }

    [Fact]
    public void Every_endpoint_and_every_code_is_in_the_guide()
    {
        Assert.Empty(Endpoints().Where(e => !Guide.Contains($"| `{e.Name}` |", StringComparison.Ordinal)).Select(e => e.Name));
        Assert.Empty(Enum.GetNames<Refusal>().Concat(Enum.GetNames<ApiFault>()).Where(code => !Guide.Contains($"`{code}`", StringComparison.Ordinal)));
        Assert.Empty(Enum.GetNames<KeyScopes>().Skip(1).Where(scope => !Guide.Contains($"| `{scope}` |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_verb_of_the_workflow_that_people_use_has_an_endpoint()
    {
        RequestVerb[] theirOwn = [RequestVerb.Find, RequestVerb.Fail, RequestVerb.Remind, RequestVerb.Alert, RequestVerb.Finish];
        var names = Endpoints().Select(e => e.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.Empty(Enum.GetValues<RequestVerb>().Except(theirOwn).Where(v => !names.Contains(v == RequestVerb.Receive ? "receiveRequest" : v.ToString())));
    }

    private async Task<JsonNode> ReadAsync()
    {
        using var client = app.Client((string?)null);
        return JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode>> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(o => KeyValuePair.Create(o.Key, o.Value!));

    private IEnumerable<(string Name, bool Changes)> Endpoints() => app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal) == true)
        .Select(e => (e.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName, e.Metadata.GetMetadata<IdempotentEndpoint>() is not null));
}
