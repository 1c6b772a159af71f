using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>More than this is a database, not something kept by hand.</summary>
    internal const int MostRecords = 100_000;

    /// <inheritdoc cref="CompleteTaskAsync(Actor, Guid, int, Guid, string, int, TaskFile?, StepCause?, CancellationToken)"/>
    public Task<Refusal?> CompleteTaskAsync(Actor actor, Guid id, int version, Guid step, string done, int records, CancellationToken ct) =>
        CompleteTaskAsync(actor, id, version, step, done, records, null, ct);

    /// <inheritdoc cref="CompleteTaskAsync(Actor, Guid, int, Guid, string, int, TaskFile?, StepCause?, CancellationToken)"/>
    public Task<Refusal?> CompleteTaskAsync(Actor actor, Guid id, int version, Guid step, string done, int records, TaskFile? file, CancellationToken ct) =>
        CompleteTaskAsync(actor, id, version, step, done, records, file, null, ct);

    /// <summary>
    /// The owner of a task, or the DPO for them, says what was done by hand and on how many records. <see cref="Refusal.Incomplete"/>: something
    /// was found that is to be handed over, and no copy of it is attached; <see cref="Refusal.Invalid"/>: the file is empty or larger than
    /// <see cref="TaskFile.MostBytes"/>. An erasure of another number of records than planned stops once more
    /// (<see cref="StepCause.CountDiffers"/>), until a DPO completes it by saying why that number, and no other, may stand.
    /// </summary>
    /// <param name="file">The copy of what was found, or the proof of what was done.</param>
    /// <param name="seen">
    /// What the task waited for when whoever completes it looked. When that has changed it is <see cref="Refusal.Stale"/>: what is meant as a first
    /// report must not confirm somebody else's. Null where the version tells.
    /// </param>
    public Task<Refusal?> CompleteTaskAsync(
        Actor actor, Guid id, int version, Guid step, string done, int records, TaskFile? file, StepCause? seen, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.CompleteTask, id, version, done, async work =>
        {
            var stopped = await StoppedAsync(work, step, ct);
            if (!actor.May(Permission.HandleRequests) && (stopped?.TaskOwnerId is null || stopped.TaskOwnerId != actor.PersonId))
            {
                return Refusal.Forbidden;
            }

            if (records is < 0 or > MostRecords || file is { IsGood: false })
            {
                return Refusal.Invalid;
            }

            if (stopped is null)
            {
                return Refusal.NotFound;
            }

            // A step of the portal's own is proven or tried again, never ended by somebody's word.
            if (stopped.Cause is not (StepCause.ManualTask or StepCause.CountDiffers))
            {
                return Refusal.WrongState;
            }

            if (seen is not null && seen != stopped.Cause)
            {
                return Refusal.Stale;
            }

            var confirms = stopped.Cause == StepCause.CountDiffers;
            if (confirms && !actor.May(Permission.HandleRequests))
            {
                return Refusal.Forbidden;
            }

            var open = confirms && stopped.SourceId is { } kept ? (await SourceAsync(work, kept, ct))?.OpenReport : null;
            if (confirms && open?.Records != records)
            {
                return Refusal.Invalid;
            }

            if (stopped.Phase == StepPhase.Search && records > 0 && file is null && RequestWorkflow.Releases(work.Request.Right))
            {
                return Refusal.Incomplete;
            }

            if (work.Request.CompleteTask(done, work.Now) is { } refusal)
            {
                return refusal;
            }

            var asked = stopped.Phase == StepPhase.Attach ? await StatementsByHandAsync(work, stopped, ct) : 0;
            if (records < asked)
            {
                work.Request.FulfilInPart();
                work.Details["plannedRecords"] = Count(asked);
            }

            var planned = await PlannedAsync(work, stopped, ct);
            var differs = planned is not null && planned != records;
            (stopped.State, stopped.EndedAt, stopped.Cause) = differs && !confirms ? (StepState.NeedsAttention, work.Now, StepCause.CountDiffers) : (StepState.Done, work.Now, (StepCause?)null);
            var hash = file?.Sha256;
            stopped.Report = JsonSerializer.Serialize(new { byHand = true, records, doneBy = actor.Name, sha256 = hash });
            work.Details["source"] = stopped.SourceName;
            work.Details["phase"] = stopped.Phase.ToString();
            work.Details["owner"] = stopped.TaskOwner;
            work.Details["records"] = Count(records);
            if (hash is not null)
            {
                work.Details["sha256"] = hash;
            }

            if (differs)
            {
                work.Details["plannedRecords"] = Count(planned!.Value);
            }

            var report = new ManualReport(stopped.Phase, stopped.TaskOwner, actor.Name, work.Now, records, hash, differs ? planned : null, differs && confirms ? actor.Name : null);

            // Who confirms a count speaks for the one who reported it.
            await KeepByHandAsync(work, stopped, open is null ? report : report with { DoneBy = open.DoneBy, Sha256 = open.Sha256 ?? hash }, file, ct);

            work.Then = () => MoveOnAsync(work, stopped, ct);
            return null;
        }, ct);

    /// <summary>
    /// Records each reminder in the timeline as it falls due: five and two days before, on the day, and once when it is overdue. Nothing is sent.
    /// </summary>
    public async Task RemindAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var open = await (from step in db.Set<RequestStep>()
                          join request in db.Set<SubjectRequest>() on step.RequestId equals request.Id
                          where step.State == StepState.NeedsAttention && step.Cause == StepCause.ManualTask && step.TaskDueOn != null
                          select new { step, request }).ToListAsync(ct);
        foreach (var task in open)
        {
            if (TaskDays.Reminder(task.step.TaskDueOn!.Value, task.request.Today(now)) is not { } reminder
                || (task.step.TaskReminded is { } last && last <= reminder) || await vault.FindKeyAsync(db, task.request.Id, ct) is not { } key)
            {
                continue;
            }

            var work = new Work(db, task.request, key, now);
            if (task.request.Remind(now) is not null)
            {
                continue;
            }

            task.step.TaskReminded = reminder;
            work.Details["source"] = task.step.SourceName;
            work.Details["owner"] = task.step.TaskOwner;
            work.Details["due"] = task.step.TaskDueOn.Value.ToString("O", CultureInfo.InvariantCulture);
            work.Touch();
            Record(work, Steps, RequestVerb.Remind, task.request.Status);
            if (await audit.SaveAsync(db, ct, work.Facts) is not null)
            {
                // Somebody was quicker; the next sweep looks again.
                return;
            }

            Told(work);
        }
    }

    /// <summary>Says whose a task is and by when it is to be done.</summary>
    private async Task AssignAsync(Work work, RequestStep step, CancellationToken ct)
    {
        var source = (await maps(work.Db, ct)).FirstOrDefault(s => s.Id == step.SourceId);
        (step.TaskOwner, step.TaskOwnerId, step.TaskReminded) = (source?.Owner ?? "", source?.Keeping?.UserId, null);
        step.TaskDueOn = TaskDays.DueOn(step.Phase, work.Request.StrictOn, work.Request.Today(work.Now));
    }

    /// <summary>How many records an erasure by hand is to be done on; null for any other step.</summary>
    private static async Task<int?> PlannedAsync(Work work, RequestStep step, CancellationToken ct) =>
        step.Phase == StepPhase.Execute && work.Request.Right == SubjectRight.Erasure
            ? await work.Db.Set<RequestSource>().Where(s => s.RequestId == work.Request.Id && s.SourceId == step.SourceId).Select(s => (int?)s.Rows).SingleOrDefaultAsync(ct)
            : null;

    /// <summary>What a person found or changed in a source stands in place of what the portal would have.</summary>
    private async Task KeepByHandAsync(Work work, RequestStep step, ManualReport report, TaskFile? file, CancellationToken ct)
    {
        if (step.SourceId is not { } id || await vault.FindKeyAsync(work.Db, work.Request.FindingsKey, ct) is not { } findings)
        {
            return;
        }

        var source = await work.Db.Set<RequestSource>().SingleOrDefaultAsync(s => s.RequestId == work.Request.Id && s.SourceId == id, ct);
        if (step.Phase == StepPhase.Search)
        {
            source ??= work.Db.Add(new RequestSource { Id = Guid.CreateVersion7(work.Now), RequestId = work.Request.Id, SourceId = id }).Entity;
            var map = (await maps(work.Db, ct)).FirstOrDefault(m => m.Id == id)?.Map ?? new SourceMap { Version = 0 };
            var found = Found(map, report.Records);
            (source.SourceName, source.SearchedAt, source.Rows, source.ThirdPartyRows, source.Ambiguous) = (step.SourceName, work.Now, report.Records, 0, 0);
            (source.Reviewed, source.SearchAgain, source.MapVersion) = (false, false, map.Version);
            (source.Summary, source.Found) = (JsonSerializer.Serialize(Summary(map, report.Records)), source.Seal(findings, RequestSource.FoundPlace, found));
            source.ByHand = JsonSerializer.Serialize(source.ReadByHand().Where(r => r.Phase != StepPhase.Search).Prepend(report));
            source.ForgetPlan(work.Request.Right);
            work.Db.RemoveRange(await work.Db.Set<RequestDocument>().Where(d => d.RequestId == work.Request.Id && d.SourceId == id && d.Kind == DocumentKind.Export).ToListAsync(ct));
        }
        else if (source is not null)
        {
            source.ByHand = JsonSerializer.Serialize(source.ReadByHand().Where(r => !r.IsOpen).Append(report));

            // A statement is attached beside what the portal itself corrected.
            if (step is { State: StepState.Done, Phase: StepPhase.Execute })
            {
                source.ExecutedAt = work.Now;
                source.CountByHand(report.Records);
            }
        }

        if (file is not null)
        {
            var (document, kind) = (Guid.CreateVersion7(work.Now), step.Phase == StepPhase.Search ? DocumentKind.Export : DocumentKind.Proof);
            work.Db.Add(new RequestDocument
            {
                Id = document,
                RequestId = work.Request.Id,
                SourceId = id,
                Kind = kind,
                FileName = $"{work.Request.Reference}-{id:n}-{kind.ToString().ToLowerInvariant()}.{file.Ending}",
                MediaType = "application/octet-stream",
                Sha256 = file.Sha256,
                Length = file.Content.LongLength,
                MadeAt = work.Now,
                Box = (kind == DocumentKind.Proof ? work.Key : findings).Seal($"document/{document:n}", file.Content),
            });
        }
    }

    /// <summary>So many records, told apart by their number only: the decisions on them are those of any other finding.</summary>
    private static WalkResult Found(SourceMap map, int records) => new()
    {
        MapVersion = map.Version,
        Findings = records == 0 || map.Tables.Count == 0 ? [] : [new Finding(map.Tables[0].Name, Verdict.Subject, [.. Enumerable.Range(1, records).Select(n => new RowKey((long)n))], "")],
        ThirdParties = [],
        Ambiguities = [],
        Proposals = [],
        Unreached = [],
        Uncastables = [],
    };

    private static SourceSummary Summary(SourceMap map, int records) => new(
        records == 0 || map.Tables.Count == 0
            ? []
            : [new TableCount(
                map.Tables[0].Name, map.Tables[0].Title ?? map.Tables[0].Name, Verdict.Subject, records, "",
                [.. map.Tables[0].Fields.Where(f => f.Personal).Select(f => f.Category ?? f.Identity).OfType<string>().Distinct()])],
        [], [], []);

    /// <summary>Takes back the tasks to erase by hand that a new hold forbids: their owners must not carry them out.</summary>
    private static async Task StopTasksAsync(Work work, LegalHold hold, CancellationToken ct)
    {
        var open = await (from step in work.Db.Set<RequestStep>()
                          join request in work.Db.Set<SubjectRequest>() on step.RequestId equals request.Id
                          where step.State == StepState.NeedsAttention && step.Cause == StepCause.ManualTask && step.Phase == StepPhase.Execute && request.Right == SubjectRight.Erasure
                          select new { step, request.Reference }).ToListAsync(ct);
        foreach (var task in open)
        {
            var identities = await work.Db.Set<RequestIdentity>().Where(i => i.RequestId == task.step.RequestId).Select(i => i.Hash).ToListAsync(ct);
            var source = await work.Db.Set<RequestSource>().SingleOrDefaultAsync(s => s.RequestId == task.step.RequestId && s.SourceId == task.step.SourceId, ct);
            if (source is null || !hold.Concerns(identities, source.SourceId)
                || !source.ReadLines().Any(l => !l.Stays && (hold.Scope != HoldScope.Category || Categories.Covers(hold.Category!, l.Category))))
            {
                continue;
            }

            task.step.Cause = StepCause.UnderHold;
            work.Facts.Add(new AuditFact(Steps, RequestAudit.Category, "step-stopped", task.Reference, new
            {
                source = task.step.SourceName, phase = task.step.Phase.ToString(), cause = task.step.Cause.ToString(),
            }));
        }
    }
}
