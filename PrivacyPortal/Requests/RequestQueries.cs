using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>Reading requests: lists, pages, figures. Who may not open findings sees names masked.</summary>
public sealed partial class RequestQueries(
    IDbContextFactory<PortalDbContext> contexts, KeyVault vault, SourceMapsReader maps, RequestRulesReader rules, RetentionTerms terms, TimeProvider clock)
{
    /// <summary>Days before the due day from which on a request counts as due soon: the first alert.</summary>
    public static int SoonDays => Deadline.AlertDays[0];

    /// <summary>
    /// As far as a list counts and can be leafed through. To count a million takes longer than to show a page, and nobody reads so far: beyond it the list
    /// says “more than”, and a filter or a search leads on.
    /// </summary>
    public const int Reach = 10_000;

    private const int MostRows = 200;

    public async Task<Reply<RequestPage>> PageAsync(
        Actor actor, RequestFilter filter, RequestSort sort, bool descending, int skip, int take, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewRequests) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var requests = Filtered(db, filter);
        var total = await requests.Take(Reach + 1).CountAsync(ct);

        // What comes before the page is passed by in the index; only the page's own rows are read.
        var ids = Sorted(requests, filter, sort, descending).Skip(skip).Take(Math.Clamp(Reach - skip, 0, Math.Min(take, MostRows))).Select(r => r.Id);
        var page = await Sorted(db.Set<SubjectRequest>().AsNoTracking().Where(r => ids.Contains(r.Id)), filter, sort, descending).ToListAsync(ct);
        return new RequestPage(await RowsAsync(db, actor, page, ct), Math.Min(total, Reach), total > Reach);
    }

    /// <summary>All that the subject of a request ever asked, newest first.</summary>
    public async Task<Reply<IReadOnlyList<RequestRow>>> OfSubjectAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewRequests) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var identities = db.Set<RequestIdentity>();
        var hashes = identities.Where(i => i.RequestId == id).Select(i => i.Hash);
        var ids = identities.Where(i => hashes.Contains(i.Hash)).Select(i => i.RequestId).Union(db.Set<SubjectRequest>().Where(r => r.Id == id).Select(r => r.Id));
        var requests = await db.Set<SubjectRequest>().AsNoTracking().Where(r => ids.Contains(r.Id))
            .OrderByDescending(r => r.ReceivedOn).ThenByDescending(r => r.Number).ToListAsync(ct);
        return (await RowsAsync(db, actor, requests, ct)).ToList();
    }

    /// <summary>The clock that a request would get if it is recorded with that day of receipt; null while the organisation has not been set up.</summary>
    public async Task<Deadline?> DeadlineOfAsync(DateOnly receivedOn, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await rules(db, ct) is { } rule && (!DeadlineTerms.Of(rule.Profile).Rolls || Holidays.Regions.Contains(rule.Region))
            ? Deadline.Of(rule.Profile, rule.Region, receivedOn, [], extended: false, receivedOn)
            : null;
    }

    /// <summary>The id of a reference such as <c>DSR-2026-000123</c>.</summary>
    public async Task<Guid?> FindAsync(string reference, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SubjectRequest>().Where(r => r.Reference == reference).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);
    }

    public async Task<Reply<RequestFigures>> FiguresAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewRequests) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = db.Set<SubjectRequest>().AsNoTracking().Where(r => r.ClosedAt == null);
        var today = await TodayAsync(db, ct);
        var soon = today.AddDays(SoonDays);
        var byStatus = await open.GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var byRight = await open.GroupBy(r => r.Right).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var next = await open.OrderBy(r => r.DueOn).ThenBy(r => r.Number).Take(8).ToListAsync(ct);
        return new RequestFigures(
            byStatus.Values.Sum(),
            await open.CountAsync(r => r.DueOn >= today && r.DueOn <= soon, ct),
            await open.CountAsync(r => r.DueOn < today, ct),
            byStatus.GetValueOrDefault(RequestStatus.NeedsAttention),
            byStatus.GetValueOrDefault(RequestStatus.AwaitingApproval),
            byRight,
            byStatus,
            await MonthsAsync(db.Set<SubjectRequest>(), today, ct),
            await RowsAsync(db, actor, next, ct)) { Exports = await WaitingExportsAsync(db, actor, ct) };
    }

    private static async Task<IReadOnlyList<RequestMonth>> MonthsAsync(IQueryable<SubjectRequest> requests, DateOnly today, CancellationToken ct)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-11);

        // By day, as the indexes hold them: a month would be computed of every row.
        var received = await requests.Where(r => r.ReceivedOn >= first).GroupBy(r => r.ReceivedOn).Select(g => new { Day = g.Key, Count = g.Count() }).ToListAsync(ct);
        var answered = await requests.Where(r => r.AnsweredOn >= first).GroupBy(r => r.AnsweredOn!.Value)
            .Select(g => new { Day = g.Key, Count = g.Count(), Late = g.Count(r => r.AnsweredOn > r.DueOn) }).ToListAsync(ct);
        var receivedIn = received.ToLookup(r => FirstOf(r.Day));
        var answeredIn = answered.ToLookup(r => FirstOf(r.Day));
        return [.. Enumerable.Range(0, 12).Select(first.AddMonths).Select(month => new RequestMonth(
            month, receivedIn[month].Sum(r => r.Count), answeredIn[month].Sum(r => r.Count), answeredIn[month].Sum(r => r.Late)))];

        static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
    }

    /// <summary>Today where the controller is: as the newest request's frozen zone says.</summary>
    private async Task<DateOnly> TodayAsync(PortalDbContext db, CancellationToken ct)
    {
        var zone = await db.Set<SubjectRequest>().OrderByDescending(r => r.Year).ThenByDescending(r => r.Number).Select(r => r.TimeZone).FirstOrDefaultAsync(ct);
        return Deadline.DayOf(clock.GetUtcNow(), zone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    private IQueryable<SubjectRequest> Filtered(PortalDbContext db, RequestFilter filter)
    {
        var requests = db.Set<SubjectRequest>().AsNoTracking();
        requests = filter.Status is { } status ? requests.Where(r => r.Status == status) : requests;
        requests = filter.Right is { } right ? requests.Where(r => r.Right == right) : requests;
        requests = filter.Outcome is { } outcome ? requests.Where(r => r.Outcome == outcome) : requests;
        requests = filter.DueBy is { } by ? requests.Where(r => r.DueOn <= by) : requests;

        // Said also where it goes without saying: only by these words does the database know that the indexes of open requests serve.
        bool? implied = filter.DueBy is not null ? true : filter.Status is { } at ? at != RequestStatus.Closed : null;
        requests = Within(Within(requests, filter.Open), implied);
        requests = filter.ReceivedFrom is { } from ? requests.Where(r => r.ReceivedOn >= from) : requests;
        requests = filter.ReceivedUntil is { } until ? requests.Where(r => r.ReceivedOn <= until) : requests;
        if (filter.Text?.Trim() is not { Length: > 0 } text)
        {
            return requests;
        }

        // Names and identities lie sealed: a person is found by the exact value, through its keyed hash.
        var hashes = IdentityKinds.All.Select(kind => IdentityHash.Of(vault, new Identity(kind, text))).ToList();
        var reference = text.ToUpperInvariant();
        var found = db.Set<SubjectRequest>().Where(r => r.Reference.CompareTo(reference) >= 0 && r.Reference.CompareTo(reference + LastCharacter) < 0).Select(r => r.Id)
            .Union(db.Set<RequestIdentity>().Where(i => hashes.Contains(i.Hash)).Select(i => i.RequestId));
        return requests.Where(r => found.Contains(r.Id));
    }

    /// <summary>After every character of a reference: what begins with a text lies between it and it with this.</summary>
    private const string LastCharacter = "~";

    private static IQueryable<SubjectRequest> Within(IQueryable<SubjectRequest> requests, bool? open) => open switch
    {
        true => requests.Where(r => r.ClosedAt == null),
        false => requests.Where(r => r.ClosedAt != null),
        null => requests,
    };

    private static IQueryable<SubjectRequest> Sorted(IQueryable<SubjectRequest> requests, RequestFilter filter, RequestSort sort, bool descending) => (sort, descending) switch
    {
        // Open ones first, where there are both.
        (RequestSort.DueOn, false) when filter is { Status: null, Open: null, DueBy: null } => requests.OrderBy(r => r.IsClosed).ThenBy(r => r.DueOn).ThenBy(r => r.Id),
        (RequestSort.DueOn, false) => requests.OrderBy(r => r.DueOn).ThenBy(r => r.Id),
        (RequestSort.DueOn, true) => requests.OrderByDescending(r => r.DueOn).ThenByDescending(r => r.Id),
        (RequestSort.ReceivedOn, false) => requests.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Id),
        (RequestSort.ReceivedOn, true) => requests.OrderByDescending(r => r.ReceivedOn).ThenByDescending(r => r.Id),
        (RequestSort.Reference, false) => requests.OrderBy(r => r.Reference).ThenBy(r => r.Id),
        (RequestSort.Reference, true) => requests.OrderByDescending(r => r.Reference).ThenByDescending(r => r.Id),
        (RequestSort.ChangedAt, false) => requests.OrderBy(r => r.ChangedAt).ThenBy(r => r.Id),
        (RequestSort.ChangedAt, true) => requests.OrderByDescending(r => r.ChangedAt).ThenByDescending(r => r.Id),
    };

    private async Task<IReadOnlyList<RequestRow>> RowsAsync(PortalDbContext db, Actor actor, IReadOnlyList<SubjectRequest> requests, CancellationToken ct)
    {
        var rows = new List<RequestRow>(requests.Count);
        await vault.LoadKeysAsync(db, [.. requests.Select(r => r.Id)], ct);
        foreach (var request in requests)
        {
            var key = await vault.FindKeyAsync(db, request.Id, ct);
            rows.Add(Row(actor, request, key is null ? null : SubjectFile.Open(key, request.Sealed)));
        }

        return rows;
    }

    private RequestRow Row(Actor actor, SubjectRequest request, SubjectFile? subject)
    {
        var today = request.Today(clock.GetUtcNow());
        var name = subject is null ? null : actor.May(Permission.OpenFindings) ? subject.Name : Masked.Name(subject.Name);
        return new RequestRow(
            request.Id, request.Reference, request.Right, request.Status, request.Outcome, name, request.Channel, request.ReceivedOn, request.DueOn, request.StrictOn,
            request.ClosedAt is null ? request.DeadlineAt(today).DaysLeft(today) : null, request.IsSuspended, request.ExtendedOn is not null, request.AnsweredOn,
            request.ChangedAt);
    }
}
