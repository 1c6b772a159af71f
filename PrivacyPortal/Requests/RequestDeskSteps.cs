using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    internal static readonly Actor Steps = Actor.System("steps");

    /// <summary>
    /// Ends an attempt at a step and moves the request on, in one transaction and only while the ticket's token holds: the result of a
    /// step that was taken over, withdrawn or superseded is dropped.
    /// </summary>
    public async Task SettleAsync(StepTicket ticket, StepOutcome outcome, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await StepQueue.Held(db, ticket).SingleOrDefaultAsync(ct) is not { } step
            || await db.Set<SubjectRequest>().SingleOrDefaultAsync(r => r.Id == ticket.RequestId, ct) is not { } request
            || await vault.FindKeyAsync(db, request.Id, ct) is not { } key)
        {
            return;
        }

        var work = new Work(db, request, key, clock.GetUtcNow());
        if (outcome.Keep is not null)
        {
            await outcome.Keep(db, ct);
        }

        await db.SaveChangesAsync(ct);
        (step.Cause, step.Report) = (outcome.Cause, outcome.Report);
        if (outcome.Cause == StepCause.ManualTask)
        {
            await AssignAsync(work, step, ct);
        }

        if (outcome.Cause is not null && outcome.Again && RequestStep.Pause(step.Attempts) is { } pause)
        {
            (step.State, step.NotBefore) = (StepState.Queued, work.Now + pause);
            work.Steps.Add(step.Id);
            Fact(work, "step-postponed", step);
        }
        else
        {
            (step.State, step.EndedAt) = (outcome.Cause is null ? StepState.Done : StepState.NeedsAttention, work.Now);
            Fact(work, outcome.Cause is null ? "step-done" : "step-stopped", step);
            await MoveOnAsync(work, step, ct);
        }

        work.Touch();
        FaultPoint.Pass("settling");
        if (await audit.SaveAsync(db, ct, work.Facts) is { } stale)
        {
            // Somebody changed the request in between: the step must not be left running, where nobody would take it up.
            throw new InvalidOperationException($"The result of a step could not be kept: {stale}.");
        }

        if (work.Document is not null)
        {
            await work.Document();
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        Told(work);
    }

    /// <summary>What follows when a step has ended: the next phase, the next state, or somebody's attention.</summary>
    private async Task MoveOnAsync(Work work, RequestStep step, CancellationToken ct)
    {
        if (step.State == StepState.NeedsAttention)
        {
            Stopped(work, step);
            return;
        }

        var all = await work.Db.Set<RequestStep>().Where(s => s.RequestId == work.Request.Id && s.State != StepState.Superseded).ToListAsync(ct);
        var open = all.Exists(s => s.State != StepState.Done);
        switch (step.Phase)
        {
            case StepPhase.Search or StepPhase.Verify or StepPhase.Attach when all.Find(s => s.State == StepState.NeedsAttention) is { } stopped && !all.Exists(Goes):
                // The last one that could go on by itself is done, and another still waits for somebody.
                Stopped(work, stopped);
                break;
            case StepPhase.Search when !open:
                await FoundAsync(work, ct);
                if (work.Request is { Replay: not null, Status: RequestStatus.InReview })
                {
                    await ReviewReplayAsync(work, ct);
                }

                break;
            case StepPhase.Preflight when !open && work.Request is { Replay: not null, Status: RequestStatus.InReview }:
                await DecideReplayAsync(work, ct);
                break;
            case StepPhase.Execute:
                Queue(work, StepPhase.Verify, step.SourceId, step.SourceName);
                if (await StatementsByHandAsync(work, step, ct) > 0)
                {
                    Queue(work, StepPhase.Attach, step.SourceId, step.SourceName);
                }

                break;
            case StepPhase.Verify or StepPhase.Attach when !open:
                Queue(work, StepPhase.Notify, null, "");
                break;
            case StepPhase.Notify or StepPhase.Package when !open:
                Advance(work, RequestVerb.Finish, request => request.Finish(work.Now), []);
                if (work.Request.Replay is not null)
                {
                    AnswerReplay(work, await maps(work.Db, ct), ct);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Of how many statements the dry run told that the source has no column for them.</summary>
    private static async Task<int> StatementsByHandAsync(Work work, RequestStep step, CancellationToken ct) =>
        await work.Db.Set<RequestSource>().Where(s => s.RequestId == work.Request.Id && s.SourceId == step.SourceId).Select(s => s.Preflight).SingleOrDefaultAsync(ct) is { } tried
            ? JsonSerializer.Deserialize<PreflightReport>(tried)!.ByHand
            : 0;

    private static bool Goes(RequestStep step) => step.State is StepState.Queued or StepState.Running;

    private static void Stopped(Work work, RequestStep step)
    {
        var details = new Dictionary<string, string> { ["source"] = step.SourceName, ["phase"] = step.Phase.ToString(), ["cause"] = step.Cause.ToString()! };
        if (step is { IsOpenTask: true, TaskDueOn: { } due })
        {
            details["owner"] = step.TaskOwner;
            details["due"] = due.ToString("O", CultureInfo.InvariantCulture);
        }

        Advance(work, RequestVerb.Fail, request => request.Fail(work.Now), details);
    }

    private static async Task FoundAsync(Work work, CancellationToken ct)
    {
        // What somebody reports of a source kept by hand ends the search in the same operation: it counts, though it is not saved yet.
        var all = work.Db.Set<RequestSource>();
        await all.Where(s => s.RequestId == work.Request.Id).LoadAsync(ct);
        var sources = all.Local.Where(s => s.RequestId == work.Request.Id).ToList();
        Advance(work, RequestVerb.Find, request => request.Find(work.Now), new()
        {
            ["sources"] = Count(sources.Count),
            ["rows"] = Count(sources.Sum(s => s.Rows)),
        });
    }

    /// <summary>Moves the request where the table lets it; a request that somebody ended meanwhile stays as it is.</summary>
    private static void Advance(Work work, RequestVerb verb, Func<SubjectRequest, Refusal?> move, Dictionary<string, string> details)
    {
        var from = work.Request.Status;
        if (move(work.Request) is null)
        {
            work.Details = details;
            work.Note = null;
            Record(work, Steps, verb, from);
        }
    }

    private static void Queue(Work work, StepPhase phase, Guid? source, string name)
    {
        var step = new RequestStep
        {
            Id = Guid.CreateVersion7(work.Now),
            RequestId = work.Request.Id,
            SourceId = source,
            SourceName = name,
            Phase = phase,
            QueuedAt = work.Now,
            NotBefore = work.Now,
        };
        work.Db.Add(step);
        work.Steps.Add(step.Id);
    }

    /// <summary>Takes the steps of these phases out of the way; whoever runs one finds its token gone.</summary>
    private static async Task SupersedeAsync(Work work, CancellationToken ct, params StepPhase[] phases) =>
        (await StepsAsync(work, ct, phases)).ForEach(s => s.State = StepState.Superseded);

    private static Task<List<RequestStep>> StepsAsync(Work work, CancellationToken ct, params StepPhase[] phases) =>
        work.Db.Set<RequestStep>().Where(s => s.RequestId == work.Request.Id && s.State != StepState.Superseded && phases.Contains(s.Phase)).ToListAsync(ct);

    private static void Fact(Work work, string name, RequestStep step) =>
        work.Facts.Add(new AuditFact(Steps, RequestAudit.Category, name, work.Request.Reference, new
        {
            source = step.SourceName,
            phase = step.Phase.ToString(),
            cause = step.Cause?.ToString(),
            attempts = step.Attempts,
            report = step.Report is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(step.Report),
        }));

    /// <summary>Takes a failed step up again.</summary>
    public Task<Refusal?> RetryAsync(Actor actor, Guid id, int version, Guid step, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Retry, id, version, null, async work =>
        {
            if (await StoppedAsync(work, step, ct) is not { } stopped)
            {
                return Refusal.NotFound;
            }

            (stopped.State, stopped.NotBefore, stopped.Attempts) = (StepState.Queued, work.Now, 0);
            work.Steps.Add(step);
            work.Details["source"] = stopped.SourceName;
            work.Details["phase"] = stopped.Phase.ToString();
            return work.Request.Retry(work.Now);
        }, ct);

    /// <summary>A suspension that runs moves the due day at every midnight; the stored one follows, for lists and figures.</summary>
    public async Task TouchSuspendedAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var suspended = await db.Set<SubjectRequest>().Where(r => r.ClosedAt == null && r.Suspensions.Any(s => s.AnsweredOn == null)).ToListAsync(ct);
        foreach (var request in suspended.Where(r => r.DeadlineAt(r.Today(now)).DueOn != r.DueOn))
        {
            request.Touch(now);
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(ct);
        }
    }

    private static Task<RequestStep?> StoppedAsync(Work work, Guid step, CancellationToken ct) =>
        work.Db.Set<RequestStep>().SingleOrDefaultAsync(s => s.Id == step && s.RequestId == work.Request.Id && s.State == StepState.NeedsAttention, ct);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
