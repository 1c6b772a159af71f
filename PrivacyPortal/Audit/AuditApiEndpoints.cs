using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PrivacyPortal.Access;
using PrivacyPortal.Api;

namespace PrivacyPortal.Audit;

/// <summary>The audit log in the API: read from its beginning, and exported.</summary>
internal static class AuditApiEndpoints
{
    public static void MapLog(this RouteGroupBuilder api)
    {
        api.MapGet("/audit", ListAsync)
            .Told("listAudit", "Lists the audit log, oldest first.").Produces<Page<AuditEntry>>();
        api.MapGet("/audit/export.jsonl", async (HttpContext http, AuditFile file, CancellationToken ct) =>
            Answer(await file.ExportJsonLinesAsync(Actor.From(http.User), () => AuditEndpoints.Start(http, "audit.jsonl", "application/jsonl"), ct)))
            .Told("exportAuditLines", "Exports the whole log, one JSON object a line; PrivacyPortal verify audit FILE checks it. The export is itself in the log.")
            .Produces<string>(StatusCodes.Status200OK, "application/jsonl");
        api.MapGet("/audit/export.csv", async (string? category, [FromQuery(Name = "event")] string? happened, string? about, string? who, string? from, string? until, HttpContext http, AuditFile file, CancellationToken ct) =>
            Answer(await file.ExportCsvAsync(
                Actor.From(http.User), AuditEndpoints.FilterOf(category, happened, about, who, from, until, null), () => AuditEndpoints.Start(http, "audit.csv", "text/csv"), ct)))
            .Told("exportAuditTable", "Exports what a filter shows as CSV, for reading. The export is itself in the log.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<IResult> ListAsync(
        string? category, [FromQuery(Name = "event")] string? happened, string? about, string? who, string? from, string? until, string? cursor, int? limit, HttpContext http,
        AuditQueries queries, CancellationToken ct)
    {
        var filter = AuditEndpoints.FilterOf(category, happened, about, who, from, until, null);
        var entries = await queries.AfterAsync(Actor.From(http.User), filter, After(cursor), Cursor.Limit(limit) + 1, ct);
        return entries.Answer(found => TypedResults.Ok(Page.Of(found, Cursor.Limit(limit), e => e.Sequence.ToString(CultureInfo.InvariantCulture))));
    }

    private static long After(string? cursor) => Cursor.Read(cursor) is not { } place ? 0
        : long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence
        : throw new ApiFaultException(ApiFault.Malformed);

    private static IResult Answer(Refusal? refusal) => refusal is { } declined ? Problems.Of(declined) : Results.Empty;
}
