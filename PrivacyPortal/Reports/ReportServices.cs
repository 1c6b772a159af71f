using System.Globalization;
using PrivacyPortal.Access;

namespace PrivacyPortal.Reports;

public static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportWriter>();
        services.AddSingleton<ReportDesk>();
        return services;
    }

    /// <summary><c>/reports/requests.pdf?from=2026-01-01&amp;until=2026-12-31</c>, and so on for each kind and form.</summary>
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/reports").RequireAuthorization(nameof(Permission.DownloadReports));
        reports.MapGet("/{kind}.pdf", (string kind, string? from, string? until, HttpContext http, ReportDesk desk, CancellationToken ct) =>
            AnswerAsync(kind, from, until, wish => desk.PdfAsync(Actor.From(http.User), wish, ct)));
        reports.MapGet("/{kind}.csv", (string kind, string? from, string? until, HttpContext http, ReportDesk desk, CancellationToken ct) =>
            AnswerAsync(kind, from, until, wish => desk.CsvAsync(Actor.From(http.User), wish, ct)));
    }

    private static async Task<IResult> AnswerAsync(string kind, string? from, string? until, Func<ReportWish, Task<Reply<ReportFile>>> make)
    {
        if (!Enum.TryParse<ReportKind>(kind, ignoreCase: true, out var known) || !Enum.IsDefined(known) || Day(from) is not { } first || Day(until) is not { } last)
        {
            return Results.NotFound();
        }

        var made = await make(new ReportWish(known, first, last, CultureInfo.CurrentUICulture));
        return made.Value is { } file
            ? Results.File(file.Content, file.ContentType, file.FileName)
            : Results.StatusCode(made.Refusal == Refusal.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
