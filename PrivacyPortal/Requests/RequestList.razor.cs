using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Requests;

/// <summary>
/// All requests, one page of them at a time. What is shown is in the address, so that it can be kept and shared, except an identity that is
/// searched for: addresses stay in histories and logs.
/// </summary>
public sealed partial class RequestList : IDisposable
{
    private const int Size = 25;
    private Actor actor = Actor.Anonymous;
    private RequestPage? page;
    private RequestSort sort;
    private bool descending;
    private int replays;
    private bool anyEver;
    private IDisposable? listening;

    /// <summary>A reference or its beginning; anything else in an address is not looked at.</summary>
    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    /// <summary>Which identity is searched for: the circuit keeps it (<see cref="SoughtIdentity"/>).</summary>
    [SupplyParameterFromQuery]
    private int? Sought { get; set; }

    [SupplyParameterFromQuery]
    private string? Right { get; set; }

    [SupplyParameterFromQuery]
    private string? Status { get; set; }

    [SupplyParameterFromQuery]
    private string? Due { get; set; }

    /// <summary>Empty for open ones, <c>closed</c> or <c>all</c>.</summary>
    [SupplyParameterFromQuery]
    private string? View { get; set; }

    /// <summary>A sort's name, with a minus before it for descending.</summary>
    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    [Inject]
    private RequestQueries Queries { get; set; } = default!;

    [Inject]
    private SoughtIdentity Identities { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private int At => Math.Clamp(Page ?? 1, 1, RequestQueries.Reach / Size);

    private string? Words => Named ?? Identities.Find(Sought);

    private string? Named => SoughtIdentity.IsReference(Q) ? Q : null;

    private bool Filtering => !string.IsNullOrEmpty(Words) || !string.IsNullOrEmpty(Right) || !string.IsNullOrEmpty(Status) || !string.IsNullOrEmpty(Due);

    [Inject] private ReplaySearch Replays { get; set; } = default!;

    public void Dispose() => listening?.Dispose();

    protected override void OnInitialized() => listening = Feed.Subscribe(change =>
    {
        if (change.Concerns(RequestDesk.Changed))
        {
            _ = InvokeAsync(async () =>
            {
                await ReadAsync();
                StateHasChanged();
            });
        }
    });

    protected override async Task OnParametersSetAsync()
    {
        actor = Actor.From((await State).User);
        descending = Sort?.StartsWith('-') ?? false;
        sort = Enum.TryParse<RequestSort>(Sort?.TrimStart('-'), ignoreCase: true, out var named) ? named : View == "closed" ? RequestSort.ChangedAt : RequestSort.DueOn;
        descending |= Sort is null && View == "closed";
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var today = Deadline.DayOf(Clock.GetUtcNow(), Zone ?? TimeZoneInfo.Utc);
        var filter = new RequestFilter(
            Words,
            Enum.TryParse<RequestStatus>(Status, out var status) ? status : null,
            Enum.TryParse<SubjectRight>(Right, out var right) ? right : null,
            View switch { "all" => null, "closed" => false, _ => true },
            Due switch { "overdue" => today.AddDays(-1), "soon" => today.AddDays(RequestQueries.SoonDays), _ => null });
        page = (await Queries.PageAsync(actor, filter, sort, descending, (At - 1) * Size, Size, CancellationToken.None)).Value ?? new RequestPage([], 0);
        replays = (await Replays.ListAsync(actor, CancellationToken.None)).Value?.Count(r => r.State == ReplayState.Pending) ?? 0;
        anyEver = page.Total > 0 || (await Queries.PageAsync(actor, new RequestFilter(), RequestSort.DueOn, false, 0, 1, CancellationToken.None)).Value?.Total > 0;
    }

    private void Go(string href) => Nav.NavigateTo(href);

    private void Search(string text)
    {
        var named = SoughtIdentity.IsReference(text);
        Go(Href(q: named ? text.Trim() : "", sought: named || string.IsNullOrWhiteSpace(text) ? 0 : Identities.Keep(text)));
    }

    private static string Text(ChangeEventArgs e) => e.Value as string ?? "";

    private static string? Current(bool current) => current ? "page" : null;

    private string SortHref(RequestSort by) => Href(sort: (by == sort && !descending ? "-" : "") + by);

    /// <summary>This list's address with one thing changed; a changed filter starts at the first page.</summary>
    private string Href(string? q = null, string? right = null, string? status = null, string? due = null, string? view = null, string? sort = null, int? at = null, int? sought = null)
    {
        var values = new Dictionary<string, object?>
        {
            ["q"] = Kept(q, Named),
            ["sought"] = (sought ?? Sought) is > 0 and var number ? number : null,
            ["right"] = Kept(right, Right),
            ["status"] = view is "closed" ? null : Kept(status, Status),
            ["due"] = view is "closed" ? null : Kept(due, Due),
            ["view"] = Kept(view, View),
            ["sort"] = view is null ? Kept(sort, Sort) : null,
            ["page"] = at is > 1 ? at.Value.ToString(CultureInfo.InvariantCulture) : null,
        };
        return Nav.GetUriWithQueryParameters("/requests", values);
    }

    private static string? Kept(string? changed, string? now) => (changed ?? now) is { Length: > 0 } value ? value : null;
}
