using System.Globalization;
using PrivacyPortal.Access;

namespace PrivacyPortal.Audit;

public static class AuditEndpoints
{
    /// <summary>The two downloads of the audit page.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/audit").RequireAuthorization(nameof(Permission.ViewAudit));
        exports.MapGet("/export.jsonl", async (HttpContext http, AuditFile file, CancellationToken ct) =>
            Answer(await file.ExportJsonLinesAsync(Actor.From(http.User), () => Start(http, "audit.jsonl", "application/jsonl"), ct)));
        exports.MapGet("/export.csv", async (string? category, string? about, string? who, string? from, string? until, HttpContext http, AuditFile file, CancellationToken ct) =>
            Answer(await file.ExportCsvAsync(Actor.From(http.User), FilterOf(category, about, who, from, until), () => Start(http, "audit.csv", Csv.ContentType), ct)));
    }

    /// <summary>The filter that the page's query string tells; days are whole days in UTC, as the log's instants are.</summary>
    internal static AuditFilter FilterOf(string? category, string? about, string? who, string? from, string? until) =>
        new(category, about, who, Day(from), Day(until)?.AddDays(1));

    private static DateTimeOffset? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero)
        : null;

    private static Stream Start(HttpContext http, string fileName, string contentType)
    {
        http.Response.ContentType = contentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename={fileName}";
        return http.Response.Body;
    }

    private static IResult Answer(Refusal? refusal) => refusal is null ? Results.Empty : Results.StatusCode(StatusCodes.Status403Forbidden);
}
