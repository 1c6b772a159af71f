using System.Text;
using System.Text.Json;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.DataMap.Yaml;

namespace PrivacyPortal.DataMap;

/// <summary>The maps of sources in the API: read and put as YAML or JSON, then confirmed.</summary>
internal static class SourceMapEndpoints
{
    private const string Yaml = "application/yaml";

    public static void MapMaps(this RouteGroupBuilder api)
    {
        api.MapGet("/sources/{id:guid}/map", ReadAsync)
            .Told("getMap", "Tells the map in force, a version of it (version=3) or what waits to be confirmed (draft=true); YAML unless JSON is accepted.")
            .MayBeMissing().Produces<string>(StatusCodes.Status200OK, Yaml, "application/json");
        api.MapPut("/sources/{id:guid}/map", PutAsync)
            .Told("putMap", "Makes a whole map the draft, from YAML or JSON; nothing of it is in force until it is confirmed.")
            .Changes().TakesDocuments().Accepts<string>(Yaml, "application/json").ProducesProblem(StatusCodes.Status415UnsupportedMediaType).Produces<SourceView>();
        api.MapPost("/sources/{id:guid}/map/suggest", async (Guid id, IfMatch seen, SuggestionBody body, HttpContext http, DataSourceDesk desk, DataSourceQueries queries, CancellationToken ct) =>
            await EndAsync(await desk.SuggestMapAsync(Actor.From(http.User), id, [.. body.People], seen.Version, ct), id, http, queries, ct))
            .Told("suggestMap", "Begins or completes the draft by suggestions, from which tables are people.").Changes().Produces<SourceView>();
        api.MapPost("/sources/{id:guid}/map/confirm", async (Guid id, IfMatch seen, ConfirmationBody body, HttpContext http, DataSourceDesk desk, DataSourceQueries queries, CancellationToken ct) =>
            await ConfirmAsync(await desk.ConfirmMapAsync(Actor.From(http.User), id, body.Reason, seen.Version, ct), id, http, queries, ct))
            .Told("confirmMap", "Brings the draft into force: all of it by a DPO's key, what describes by an administrator's.").Changes().Produces<MapConfirmation>();
        api.MapDelete("/sources/{id:guid}/map/draft", async (Guid id, IfMatch seen, HttpContext http, DataSourceDesk desk, DataSourceQueries queries, CancellationToken ct) =>
            await EndAsync(await desk.DiscardDraftAsync(Actor.From(http.User), id, seen.Version, ct), id, http, queries, ct))
            .Told("discardDraft", "Throws the draft away; the map in force stays.").Changes().Produces<SourceView>();
    }

    /// <summary>The draft, a version, or the map in force.</summary>
    internal static async Task<Reply<FoundMap>> FindAsync(Actor actor, Guid id, int? version, bool? draft, DataSourceQueries queries, CancellationToken ct)
    {
        var sheet = await queries.SheetAsync(actor, id, ct);
        if (sheet.Value is not { } found)
        {
            return sheet.Refusal!.Value;
        }

        var map = draft == true ? found.Draft?.Map
            : version is { } earlier ? (await queries.VersionAsync(actor, id, earlier, ct)).Value?.ReadMap()
            : found.Map;
        return map is null ? Refusal.NotFound : new FoundMap(map, found);
    }

    private static async Task<IResult> ReadAsync(Guid id, int? version, bool? draft, HttpContext http, DataSourceQueries queries, CancellationToken ct) =>
        (await FindAsync(Actor.From(http.User), id, version, draft, queries, ct)).Answer(found =>
        {
            IfMatch.Tell(http, found.Sheet.Version);
            return http.Request.GetTypedHeaders().Accept.Any(a => a.MediaType == "application/json")
                ? TypedResults.Json(MapAsJson.Of(found.Map, found.Sheet.Description.Name))
                : TypedResults.Text(MapYamlWriter.Write(found.Map, found.Sheet.Description.Name), Yaml, Encoding.UTF8);
        });

    private static async Task<IResult> PutAsync(Guid id, IfMatch seen, HttpContext http, DataSourceDesk desk, DataSourceQueries queries, CancellationToken ct)
    {
        var type = http.Request.GetTypedHeaders().ContentType?.MediaType.ToString();
        if (type is not (Yaml or "application/x-yaml" or "text/yaml" or "application/json"))
        {
            return Problems.Of(ApiFault.UnsupportedMediaType);
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var yaml = await reader.ReadToEndAsync(ct);
        try
        {
            yaml = type == "application/json" ? MapAsJson.ToYaml(yaml) : yaml;
        }
        catch (JsonException e)
        {
            return Problems.Of(ApiFault.Malformed, e.Path);
        }

        var actor = Actor.From(http.User);
        return await desk.ImportMapAsync(actor, id, yaml, seen.Version, ct) is not { } refusal ? await SourceEndpoints.ViewAsync(id, http, queries, StatusCodes.Status200OK, ct)
            : refusal == Refusal.Invalid ? Problems.Of(refusal, "faults", (await desk.ReadMapAsync(actor, id, yaml, ct)).Value?.Faults)
            : Problems.Of(refusal);
    }

    private static async Task<IResult> ConfirmAsync(Reply<MapConfirmation> reply, Guid id, HttpContext http, DataSourceQueries queries, CancellationToken ct)
    {
        if ((await queries.SheetAsync(Actor.From(http.User), id, ct)).Value is { } sheet)
        {
            IfMatch.Tell(http, sheet.Version);
        }

        return reply.Answer(TypedResults.Ok);
    }

    private static async Task<IResult> EndAsync(Refusal? refusal, Guid id, HttpContext http, DataSourceQueries queries, CancellationToken ct) =>
        refusal is { } declined ? Problems.Of(declined) : await SourceEndpoints.ViewAsync(id, http, queries, StatusCodes.Status200OK, ct);
}

/// <summary>A map, and the source that it is of.</summary>
internal sealed record FoundMap(SourceMap Map, SourceSheet Sheet);
