using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;

namespace PrivacyPortal.Requests;

/// <summary>How far a request's steps are.</summary>
/// <param name="Busy">Whether a step waits or runs: while it does, there is more to come.</param>
public sealed record RequestProgress(RequestStatus Status, int Version, bool Busy, IReadOnlyList<StepProgress> Steps);

/// <param name="Rows">Rows done so far.</param>
public sealed record StepProgress(Guid Id, string SourceName, StepPhase Phase, StepState State, StepCause? Cause, int Attempts, long Rows);

/// <summary>What only the API reads: where a request stands, its progress, and lists in an order that new requests do not disturb.</summary>
public sealed partial class RequestQueries
{
    public async Task<Reply<RequestStanding>> StandingAsync(Actor actor, string reference, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewRequests) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SubjectRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, ct) is { } r
            ? new RequestStanding(r.Id, r.Reference, r.Right, r.Status, r.Outcome, r.DueOn, r.Version, RequestWorkflow.Verbs(actor, r.Right, r.Status, r.CameFrom))
            : Refusal.NotFound;
    }

    public async Task<Reply<RequestProgress>> ProgressAsync(Actor actor, string reference, CancellationToken ct)
    {
        var standing = await StandingAsync(actor, reference, ct);
        if (standing.Value is not { } request)
        {
            return standing.Refusal!.Value;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var steps = await db.Set<RequestStep>().AsNoTracking().Where(s => s.RequestId == request.Id && s.State != StepState.Superseded).OrderBy(s => s.QueuedAt).ThenBy(s => s.Id)
            .Select(s => new StepProgress(s.Id, s.SourceName, s.Phase, s.State, s.Cause, s.Attempts, s.Progress)).ToListAsync(ct);
        return new RequestProgress(request.Status, request.Version, steps.Exists(s => s.State is StepState.Queued or StepState.Running), steps);
    }

    /// <summary>Requests before a place (<see cref="PlaceOf"/>), newest first.</summary>
    public async Task<Reply<IReadOnlyList<RequestRow>>> BeforeAsync(Actor actor, RequestFilter filter, string? place, int take, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewRequests) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var requests = Filtered(db, filter);
        if (place is not null)
        {
            if (place.Split('-') is not [_, var y, var n] || !int.TryParse(y, CultureInfo.InvariantCulture, out var year) || !int.TryParse(n, CultureInfo.InvariantCulture, out var number))
            {
                return Refusal.Invalid;
            }

            requests = requests.Where(r => r.Year < year || (r.Year == year && r.Number < number));
        }

        var page = await requests.OrderByDescending(r => r.Year).ThenByDescending(r => r.Number).Take(take).ToListAsync(ct);
        return new Reply<IReadOnlyList<RequestRow>>(await RowsAsync(db, actor, page, ct), null);
    }

    /// <summary>The reference: it is given once, and never moves.</summary>
    internal static string PlaceOf(RequestRow row) => row.Reference;
}
