using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PrivacyPortal.Access;
using PrivacyPortal.Api;

namespace PrivacyPortal.Audit;

public static class AuditEndpoints
{
    /// <summary>The two downloads of the audit page, and the log in the API.</summary>
    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/audit").RequireAuthorization(nameof(Permission.ViewAudit));
        exports.MapGet("/export.jsonl", async (HttpContext http, AuditFile file, CancellationToken ct) =>
            Answer(await file.ExportJsonLinesAsync(Actor.From(http.User), () => Start(http, "audit.jsonl", "application/jsonl"), ct)));
        exports.MapGet("/export.csv", async (string? category, [FromQuery(Name = "event")] string? happened, string? about, string? who, string? from, string? until, string? zone, HttpContext http, AuditFile file, CancellationToken ct) =>
            Answer(await file.ExportCsvAsync(Actor.From(http.User), FilterOf(category, happened, about, who, from, until, TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? "", out var known) ? known : null), () => Start(http, "audit.csv", Csv.ContentType), ct)));
        routes.MapApi("Audit").MapLog();
    }

    /// <summary>
    /// The filter that the page's query string tells. Days are whole days in the zone in which the page shows instants; UTC without one.
    /// An event is told with its area, such as <c>request/decided</c>, which then goes before <paramref name="category"/>.
    /// </summary>
    internal static AuditFilter FilterOf(string? category, string? happened, string? about, string? who, string? from, string? until, TimeZoneInfo? zone)
    {
        var parts = happened?.Split('/', 2);
        return new(parts is [{ } area, _] ? area : category, about, who, StartOf(Day(from), zone), StartOf(Day(until)?.AddDays(1), zone), parts is [_, { } name] ? name : null);
    }

    /// <summary>No zone moves these days out of the calendar.</summary>
    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null;

    private static DateTimeOffset? StartOf(DateOnly? day, TimeZoneInfo? zone) => day?.ToDateTime(TimeOnly.MinValue) is { } midnight
        ? new DateTimeOffset(midnight, (zone ?? TimeZoneInfo.Utc).GetUtcOffset(midnight)).ToUniversalTime()
        : null;

    internal static Stream Start(HttpContext http, string fileName, string contentType)
    {
        http.Response.ContentType = contentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename={fileName}";
        return http.Response.Body;
    }

    private static IResult Answer(Refusal? refusal) => refusal is null ? Results.Empty : Results.StatusCode(StatusCodes.Status403Forbidden);
}
