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
        reports.MapGet("/{kind}.pdf", (ReportKind kind, DateOnly from, DateOnly until, HttpContext http, ReportDesk desk, CancellationToken ct) =>
            AnswerAsync(desk.PdfAsync(Actor.From(http.User), new ReportWish(kind, from, until, CultureInfo.CurrentUICulture), ct)));
        reports.MapGet("/{kind}.csv", (ReportKind kind, DateOnly from, DateOnly until, HttpContext http, ReportDesk desk, CancellationToken ct) =>
            AnswerAsync(desk.CsvAsync(Actor.From(http.User), new ReportWish(kind, from, until, CultureInfo.CurrentUICulture), ct)));
    }

    private static async Task<IResult> AnswerAsync(Task<Reply<ReportFile>> making)
    {
        var made = await making;
        return made.Value is { } file
            ? Results.File(file.Content, file.ContentType, file.FileName)
            : Results.StatusCode(made.Refusal == Refusal.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
    }
}
