using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>A task on a source kept by hand, in a list.</summary>
/// <param name="DaysLeft">Negative when overdue; null once done.</param>
/// <param name="Records">What was reported, also while the count waits for a DPO; null before.</param>
public sealed record TaskRow(
    Guid Id, string Reference, SubjectRight Right, StepPhase Phase, string SourceName, string Owner, bool HasAccount, DateOnly DueOn, int? DaysLeft, DateTimeOffset? DoneAt,
    int? Records);

/// <summary>One task with what its owner needs for it, and no more of the person than that.</summary>
/// <param name="Version">Of the request.</param>
/// <param name="Name">Whom it is about; null once the file's key is destroyed, and once the task is done.</param>
/// <param name="Message">What the person asks to have corrected; null for the other rights.</param>
/// <param name="Corrections">What was decided to correct elsewhere, so that the same is corrected here.</param>
/// <param name="Erase">Categories to erase.</param>
/// <param name="Keep">Categories that must stay.</param>
/// <param name="Report">What was reported: of a task done, and of one whose count waits for a DPO.</param>
/// <param name="Reminders">The days on which the owner is reminded.</param>
public sealed record TaskSheet(
    TaskRow Row, Guid Request, int Version, string Language, string? Email, string? Holds, string? Instructions, string? Name, IReadOnlyList<Identity> Identities, string? Message,
    IReadOnlyList<Correction> Corrections, IReadOnlyList<string> Erase, IReadOnlyList<string> Keep, IReadOnlyList<DateOnly> Reminders, ManualReport? Report)
{
    /// <summary>What it waits for; null once it is done.</summary>
    public StepCause? Cause { get; init; }

    /// <summary>What is to be attached to what was said, here or to the same elsewhere.</summary>
    public IReadOnlyList<TaskStatement> Statements { get; init; } = [];

    /// <summary>Whether its sheet was asked for, and what the setting on exports asks now.</summary>
    public required RequestExports Exports { get; init; }
}

/// <param name="On">What it stands beside; null where that was said in another source, which the owner of this one may not be allowed to see.</param>
public sealed record TaskStatement(SaidAt? On, string Text);

/// <param name="Said">What was said, to recognise it by.</param>
public sealed record SaidAt(string Table, string Row, string Field, string Said);

public sealed partial class RequestQueries
{
    private const int MostDone = 50;

    /// <summary>Tasks that wait, the most urgent first, then those done last. Who does not handle requests sees their own.</summary>
    public async Task<Reply<IReadOnlyList<TaskRow>>> TasksAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.CompleteTasks) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var tasks = Tasks(db, actor);
        var open = await tasks.Where(t => t.Step.State == StepState.NeedsAttention).OrderBy(t => t.Step.TaskDueOn).ThenBy(t => t.Step.Id).ToListAsync(ct);
        var done = await tasks.Where(t => t.Step.State == StepState.Done).OrderByDescending(t => t.Step.EndedAt).Take(MostDone).ToListAsync(ct);
        return open.Concat(done).Select(Task).ToList();
    }

    /// <summary>One task. For its owner and for who handles requests.</summary>
    public async Task<Reply<TaskSheet>> TaskAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (actor.Lacks(Permission.CompleteTasks) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await Tasks(db, actor).SingleOrDefaultAsync(t => t.Step.Id == id, ct) is not { } task)
        {
            return Refusal.NotFound;
        }

        var (step, request) = (task.Step, task.Request);
        var key = step.State == StepState.Done ? null : await vault.FindKeyAsync(db, request.Id, ct);
        var subject = key is null ? null : SubjectFile.Open(key, request.Sealed);
        var source = (await maps(db, ct)).FirstOrDefault(s => s.Id == step.SourceId);
        var found = await db.Set<RequestSource>().AsNoTracking().SingleOrDefaultAsync(s => s.RequestId == request.Id && s.SourceId == step.SourceId, ct);
        var lines = step.Phase == StepPhase.Execute && found is not null && request.Right == SubjectRight.Erasure ? JsonSerializer.Deserialize<List<PlanLine>>(found.Lines)! : [];
        var attaches = step is { Phase: StepPhase.Attach, State: StepState.NeedsAttention };
        var corrects = step is { Phase: StepPhase.Execute, State: StepState.NeedsAttention } && request.Right == SubjectRight.Rectification;
        return new TaskSheet(
            Task(task), request.Id, request.Version, request.Language, source?.Keeping?.Email, source?.Keeping?.Holds, Instructions(source, step.Phase, request.Right), subject?.Name,
            subject?.Identities ?? [], corrects || attaches ? subject?.Message : null, corrects ? await CorrectionsAsync(db, request, ct) : [],
            [.. lines.Where(l => !l.Stays).Select(l => l.Category)], [.. lines.Where(l => l.Stays).Select(l => l.Category)],
            [.. TaskDays.Reminders.Select(days => step.TaskDueOn!.Value.AddDays(-days))],
            step.State == StepState.Done || step.Cause == StepCause.CountDiffers ? found?.ReadByHand().LastOrDefault(r => r.Phase == step.Phase && r.At.ToUnixTimeMilliseconds() == step.EndedAt?.ToUnixTimeMilliseconds()) : null)
        {
            Exports = await ExportsAsync(db, actor, request.Id, key, ct, of: id),
            Cause = step.Cause,
            Statements = attaches || corrects ? await StatementsAsync(db, request, step.SourceId, attaches, ct) : [],
        };
    }

    private static IQueryable<OpenTask> Tasks(PortalDbContext db, Actor actor)
    {
        var tasks = from step in db.Set<RequestStep>().AsNoTracking()
                    join request in db.Set<SubjectRequest>().AsNoTracking() on step.RequestId equals request.Id
                    where step.TaskDueOn != null
                        && ((step.State == StepState.NeedsAttention && (step.Cause == StepCause.ManualTask || step.Cause == StepCause.CountDiffers) && request.ClosedAt == null) || step.State == StepState.Done)
                    select new OpenTask { Step = step, Request = request };
        return actor.May(Permission.HandleRequests) ? tasks : tasks.Where(t => t.Step.TaskOwnerId != null && t.Step.TaskOwnerId == actor.PersonId);
    }

    private TaskRow Task(OpenTask task)
    {
        var (step, due) = (task.Step, task.Step.TaskDueOn!.Value);
        return new TaskRow(
            step.Id, task.Request.Reference, task.Request.Right, step.Phase, step.SourceName, step.TaskOwner, step.TaskOwnerId is not null, due,
            step.State == StepState.Done ? null : due.DayNumber - task.Request.Today(clock.GetUtcNow()).DayNumber,
            step.State == StepState.Done ? step.EndedAt : null,
            (step.State == StepState.Done || step.Cause == StepCause.CountDiffers) && step.Report is { } report && JsonDocument.Parse(report).RootElement.TryGetProperty("records", out var records) ? records.GetInt32() : null);
    }

    private async Task<IReadOnlyList<Correction>> CorrectionsAsync(PortalDbContext db, SubjectRequest request, CancellationToken ct)
    {
        if (await vault.FindKeyAsync(db, request.FindingsKey, ct) is not { } findings)
        {
            return [];
        }

        var reviewed = await db.Set<RequestSource>().AsNoTracking().Where(s => s.RequestId == request.Id && s.Review != null).ToListAsync(ct);
        return [.. reviewed.SelectMany(s => s.Open<SourceReview>(findings, RequestSource.ReviewPlace, s.Review).Corrections)];
    }

    /// <summary>Those that a source has no column for; or, for who corrects it by hand, the words of all that stand elsewhere.</summary>
    private async Task<IReadOnlyList<TaskStatement>> StatementsAsync(PortalDbContext db, SubjectRequest request, Guid? own, bool attaches, CancellationToken ct)
    {
        if (await vault.FindKeyAsync(db, request.FindingsKey, ct) is not { } findings)
        {
            return [];
        }

        var all = await maps(db, ct);
        var planned = await db.Set<RequestSource>().AsNoTracking().Where(s => s.RequestId == request.Id && s.Plan != null && (!attaches || s.SourceId == own)).ToListAsync(ct);
        return [.. from source in planned
                   let map = all.FirstOrDefault(m => m.Id == source.SourceId)?.Map
                   from statement in source.Open<RectificationOrder>(findings, RequestSource.PlanPlace, source.Plan!).Plan.Statements
                   where !attaches || statement.Column is null
                   select new TaskStatement(source.SourceId == own ? On(map?.Find(statement.Row.Table), statement) : null, statement.Text)];
    }

    private static SaidAt On(TableMap? table, PlannedStatement statement) => new(
        table?.Title ?? statement.Row.Table, statement.Row.Key.ToString(), table?.Find(statement.Field)?.Title ?? statement.Field, CellText.Of(statement.Said));

    private static string? Instructions(RequestableSource? source, StepPhase phase, SubjectRight right) => (phase, right) switch
    {
        (StepPhase.Search, _) => source?.Keeping?.ForAccess,
        (_, SubjectRight.Rectification) => source?.Keeping?.ForRectification,
        _ => source?.Keeping?.ForErasure,
    };

    private sealed class OpenTask
    {
        public required RequestStep Step { get; init; }

        public required SubjectRequest Request { get; init; }
    }
}
