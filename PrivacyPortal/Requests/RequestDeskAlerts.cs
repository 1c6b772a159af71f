using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>
    /// Alerts the DPO in the timeline of each open request as its due day comes near: on the days of <see cref="Deadline.AlertDays"/>, once for each, and
    /// late rather than not at all where the portal did not run. While the clock stands still there is nothing to alert to. Nothing is sent.
    /// </summary>
    public async Task AlertAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();

        // A day more than the first alert: it is tomorrow somewhere already.
        var first = DateOnly.FromDateTime(now.UtcDateTime).AddDays(Deadline.AlertDays[0] + 1);
        var near = await db.Set<SubjectRequest>().AsNoTracking()
            .Where(r => !r.IsClosed && r.DueOn <= first && !r.Suspensions.Any(s => s.AnsweredOn == null))
            .Select(r => new { r.Id, r.DueOn, r.TimeZone, Last = db.Set<RequestEvent>().Where(e => e.RequestId == r.Id && e.Verb == RequestVerb.Alert).Max(e => (DateTimeOffset?)e.At) })
            .ToListAsync(ct);
        foreach (var request in near.Where(r => IsDue(r.DueOn, Day(now, r.TimeZone), r.Last is { } at ? Day(at, r.TimeZone) : null)))
        {
            await AlertAsync(request.Id, now, ct);
        }
    }

    /// <summary>Whether one of the days has come since the last alert.</summary>
    internal static bool IsDue(DateOnly dueOn, DateOnly today, DateOnly? last) =>
        Deadline.AlertDays.Select(days => dueOn.AddDays(-days)).Where(day => day <= today).DefaultIfEmpty(DateOnly.MaxValue).Max() is var reached
        && reached <= today && !(last >= reached);

    private async Task AlertAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var request = await db.Set<SubjectRequest>().SingleAsync(r => r.Id == id, ct);

        // Read after the request: another node that alerts in between changes the request's version, and this one's save is refused.
        var last = await db.Set<RequestEvent>().Where(e => e.RequestId == id && e.Verb == RequestVerb.Alert).MaxAsync(e => (DateTimeOffset?)e.At, ct);
        if (!IsDue(request.DueOn, request.Today(now), last is { } at ? request.Today(at) : null))
        {
            return;
        }

        if (await vault.FindKeyAsync(db, id, ct) is not { } key || request.Alert(now) is not null)
        {
            return;
        }

        var work = new Work(db, request, key, now);
        work.Details["left"] = Count(request.DueOn.DayNumber - request.Today(now).DayNumber);
        work.Details["due"] = request.DueOn.ToString("O", CultureInfo.InvariantCulture);
        work.Touch();
        Record(work, Steps, RequestVerb.Alert, request.Status);
        if (await audit.SaveAsync(db, ct, work.Facts) is null)
        {
            // Where somebody was quicker, the next sweep looks again.
            Told(work);
        }
    }

    private static DateOnly Day(DateTimeOffset at, string zone) => Deadline.DayOf(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
