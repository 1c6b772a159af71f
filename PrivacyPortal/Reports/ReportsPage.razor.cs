using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Receipts;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Reports;

public sealed partial class ReportsPage : IDisposable
{
    private const int PageSize = 25;

    private readonly CancellationTokenSource leave = new();
    private readonly IReadOnlyList<ReportKind> reports = Enum.GetValues<ReportKind>();
    private DateOnly from;
    private DateOnly until;
    private ReceiptKind? kind;
    private int number = 1;
    private int total;
    private IReadOnlyList<ReceiptRow> rows = [];

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? Until { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private ReceiptQueries Receipts { get; set; } = default!;

    [Inject]
    private OrganisationQueries Organisation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    public void Dispose()
    {
        leave.Cancel();
        leave.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        // The year so far, as long as nothing else is asked for.
        var today = (await Organisation.CurrentAsync(leave.Token)).Facts.DayOf(Clock.GetUtcNow());
        (from, until) = (Day(From) ?? new DateOnly(today.Year, 1, 1), Day(Until) ?? today);
        kind = Enum.TryParse<ReceiptKind>(Kind, out var known) ? known : null;
        number = Math.Max(PageNumber ?? 1, 1);
        var page = (await Receipts.PageAsync(Actor.From((await State).User), kind, (number - 1) * PageSize, PageSize, leave.Token)).Value;
        (rows, total) = (page?.Rows ?? [], page?.Total ?? 0);
    }

    private string Address(ReportKind report, string format) => $"/reports/{report.ToString().ToLowerInvariant()}.{format}?from={Iso(from)}&until={Iso(until)}";

    private string PageAddress(int page) => string.Create(CultureInfo.InvariantCulture, $"/reports?from={Iso(from)}&until={Iso(until)}&kind={kind}&page={page}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
