using System.Text;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap.Yaml;

namespace PrivacyPortal.DataMap;

/// <summary>Data sources and their maps over HTTP: the page's download, and the API.</summary>
public static class SourceEndpoints
{
    public static void MapDataSources(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sources/{id:guid}/map.yaml", DownloadAsync).RequireAuthorization(nameof(Permission.ViewDataMap));
        var api = app.MapApi("Sources");
        MapSources(api);
        api.MapMaps();
    }

    private static void MapSources(RouteGroupBuilder api)
    {
        api.MapGet("/sources", async (HttpContext http, DataSourceQueries queries, CancellationToken ct) =>
            (await queries.ListAsync(Actor.From(http.User), ct)).Answer(rows => TypedResults.Ok(new Page<SourceRow>(rows, null))))
            .Told("listSources", "Lists the data sources.").Produces<Page<SourceRow>>();
        api.MapPost("/sources", AddAsync)
            .Told("addSource", "Adds a source that can be reached, and reads its schema.").Changes().Produces<SourceView>(StatusCodes.Status201Created);
        api.MapPost("/sources/check", async (ConnectionBody body, HttpContext http, DataSourceDesk desk, CancellationToken ct) =>
            (await desk.CheckAsync(Actor.From(http.User), body.Kind, body.Connection, ct)).Answer(TypedResults.Ok))
            .Told("checkConnection", "Tries a connection without keeping it.").Produces<ConnectionCheck>();
        api.MapGet("/sources/{id:guid}", (Guid id, HttpContext http, DataSourceQueries queries, CancellationToken ct) => ViewAsync(id, http, queries, StatusCodes.Status200OK, ct))
            .Told("getSource", "Tells one source; its version is the ETag.").MayBeMissing().Produces<SourceView>();
        api.MapPut("/sources/{id:guid}", async (Guid id, IfMatch seen, SourceBody body, HttpContext http, DataSourceDesk desk, DataSourceQueries queries, CancellationToken ct) =>
            await desk.EditAsync(Actor.From(http.User), id, body.Description, body.Connection, seen.Version, ct) is { } refusal
                ? Declined(refusal, body)
                : await ViewAsync(id, http, queries, StatusCodes.Status200OK, ct))
            .Told("editSource", "Describes a source anew, and says where it is now.").Changes().Produces<SourceView>();
        api.MapPost("/sources/{id:guid}/remove", async (Guid id, IfMatch seen, RemovalBody body, HttpContext http, DataSourceDesk desk, CancellationToken ct) =>
            await desk.RemoveAsync(Actor.From(http.User), id, body.Name, seen.Version, ct) is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent())
            .Told("removeSource", "Removes a source: it is searched no more. The source itself is not touched.").Changes().Produces(StatusCodes.Status204NoContent);
        api.MapPost("/sources/{id:guid}/test", async (Guid id, HttpContext http, DataSourceDesk desk, CancellationToken ct) =>
            (await desk.TestAsync(Actor.From(http.User), id, ct)).Answer(TypedResults.Ok))
            .Told("testSource", "Tries the connection as it is kept.").Changes().Produces<ConnectionCheck>();
        api.MapPost("/sources/{id:guid}/schema", async (Guid id, HttpContext http, DataSourceDesk desk, CancellationToken ct) =>
            (await desk.ReadSchemaAsync(Actor.From(http.User), id, ct)).Answer(TypedResults.Ok))
            .Told("readSchema", "Reads the schema again and says whether it changed.").Changes().Produces<SchemaReading>();
        api.MapGet("/sources/{id:guid}/schema", async (Guid id, HttpContext http, DataSourceQueries queries, CancellationToken ct) =>
            (await queries.SheetAsync(Actor.From(http.User), id, ct)).Answer(sheet => TypedResults.Ok(sheet.Schema)))
            .Told("getSchema", "Tells tables, columns, keys and references as last read.").MayBeMissing().Produces<SourceSchema>();
    }

    private static async Task<IResult> AddAsync(SourceBody body, HttpContext http, DataSourceDesk desk, DataSourceQueries queries, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var connection = body.Connection ?? new SourceConnection();
        var added = await desk.AddAsync(actor, body.Kind, body.Description, connection, ct);
        if (added.Refusal is { } refusal)
        {
            return refusal == Refusal.Invalid && body.Description.Trimmed().Faults().Count == 0
                ? Problems.Of(refusal, "check", (await desk.CheckAsync(actor, body.Kind, connection, ct)).Value)
                : Declined(refusal, body);
        }

        http.Response.Headers.Location = $"{ApiRoutes.Root}/sources/{added.Value}";
        return await ViewAsync(added.Value, http, queries, StatusCodes.Status201Created, ct);
    }

    private static IResult Declined(Refusal refusal, SourceBody body) => refusal == Refusal.Invalid
        ? Problems.Of(refusal, "faults", body.Description.Trimmed().Faults())
        : Problems.Of(refusal);

    internal static async Task<IResult> ViewAsync(Guid id, HttpContext http, DataSourceQueries queries, int status, CancellationToken ct) =>
        (await queries.SheetAsync(Actor.From(http.User), id, ct)).Answer(sheet =>
        {
            IfMatch.Tell(http, sheet.Version);
            return TypedResults.Json(SourceView.Of(sheet), statusCode: status);
        });

    /// <summary>A map as YAML: the draft, a version, or the one in force.</summary>
    private static async Task<IResult> DownloadAsync(Guid id, int? version, bool? draft, HttpContext context, DataSourceQueries queries, CancellationToken ct) =>
        await SourceMapEndpoints.FindAsync(Actor.From(context.User), id, version, draft, queries, ct) is { Value: { Map: { } map, Sheet: { } sheet } }
            ? Results.File(Encoding.UTF8.GetBytes(MapYamlWriter.Write(map, sheet.Description.Name)), "application/yaml", FileName(sheet.Description.Name, draft == true ? "draft" : $"v{map.Version}"))
            : Results.NotFound();

    private static string FileName(string source, string which) =>
        string.Concat(source.Normalize(NormalizationForm.FormD).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-') + $"-map-{which}.yaml";
}
