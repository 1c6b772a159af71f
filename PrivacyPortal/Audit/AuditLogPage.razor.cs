using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.WebUtilities;
using PrivacyPortal.Access;

namespace PrivacyPortal.Audit;

public sealed partial class AuditLogPage : IDisposable
{
    private const int PageSize = 50;

    private readonly CancellationTokenSource leave = new();
    private AuditPage? page;
    private AuditEntry? shown;
    private AuditVerdict? verdict;
    private bool verifying;

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    /// <summary>In which the page shows instants.</summary>
    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    [SupplyParameterFromQuery]
    private string? Category { get; set; }

    /// <summary>Area and name, such as <c>request/decided</c>.</summary>
    [SupplyParameterFromQuery(Name = "event")]
    private string? Happened { get; set; }

    [SupplyParameterFromQuery]
    private string? About { get; set; }

    [SupplyParameterFromQuery]
    private string? Who { get; set; }

    [SupplyParameterFromQuery]
    private string? From { get; set; }

    [SupplyParameterFromQuery]
    private string? Until { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private int? PageNumber { get; set; }

    [Inject]
    private AuditQueries Queries { get; set; } = default!;

    private int Number => Math.Max(PageNumber ?? 1, 1);

    public void Dispose()
    {
        leave.Cancel();
        leave.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var actor = Actor.From((await State).User);
        page = (await Queries.PageAsync(actor, AuditEndpoints.FilterOf(Category, Happened, About, Who, From, Until, Zone), (Number - 1) * PageSize, PageSize, leave.Token)).Value;
    }

    private async Task VerifyAsync()
    {
        verifying = true;
        verdict = (await Queries.VerifyAsync(Actor.From((await State).User), leave.Token)).Value;
        verifying = false;
    }

    private string ExportAddress() => QueryHelpers.AddQueryString(Address("/audit/export.csv", null), "zone", (Zone ?? TimeZoneInfo.Utc).Id);

    private string Address(string path, int? number) => QueryHelpers.AddQueryString(
        path,
        new Dictionary<string, string?> { ["category"] = Category, ["event"] = Happened, ["about"] = About, ["who"] = Who, ["from"] = From, ["until"] = Until, ["page"] = number?.ToString(System.Globalization.CultureInfo.InvariantCulture) }
            .Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
