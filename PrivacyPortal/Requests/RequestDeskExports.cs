using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>
    /// Takes the person's own copy, to hand it to them. Nothing stands between a person and their answer: the setting does not concern it, what is taken is on record.
    /// </summary>
    /// <param name="document">Null for the newest package.</param>
    /// <returns><see cref="Refusal.Invalid"/> for a file that is no answer, such as the proof of a task.</returns>
    public Task<Reply<ExportRow>> HandOutAsync(Actor actor, Guid id, Guid? document, CancellationToken ct) =>
        AskAsync(actor, RequestVerb.HandOut, id, null, async (work, _) =>
            actor.Lacks(Permission.OpenFindings) is { } forbidden ? forbidden
            : await RequestDocuments.FindAsync(work.Db, id, document, ct) is not { } kept ? Refusal.NotFound
            : kept.Kind != DocumentKind.Answer ? Refusal.Invalid
            : work.Request.HandOut(work.Now) is { } refusal ? refusal
            : Named(work, "document", kept.FileName, Export(work, actor, ExportKind.Answer, kept.Id, null, waits: false)), ct);

    /// <summary>Asks to download a file of the request for another use than handing it to the person, and says why.</summary>
    /// <param name="document">Null for the newest package.</param>
    public Task<Reply<ExportRow>> ExportAsync(Actor actor, Guid id, Guid? document, string reason, CancellationToken ct) =>
        AskAsync(actor, RequestVerb.Export, id, reason, async (work, policy) =>
            await RequestDocuments.FindAsync(work.Db, id, document, ct) is not { } kept ? Refusal.NotFound
            : (await AllowsAsync(work, actor, kept.Id, policy, ct) ?? work.Request.Export(reason, work.Now)) is { } refusal ? refusal
            : Named(work, "document", kept.FileName, Export(work, actor, ExportKind.Document, kept.Id, reason, policy == ExportPolicy.FourEyes)), ct);

    /// <summary>Asks to print the sheet of a task, which names the person. For the owner of the task and for who handles requests.</summary>
    public Task<Reply<ExportRow>> PrintAsync(Actor actor, Guid id, Guid step, string reason, CancellationToken ct) =>
        AskAsync(actor, RequestVerb.Print, id, reason, async (work, policy) =>
        {
            var task = await work.Db.Set<RequestStep>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == step && s.RequestId == id && s.TaskDueOn != null, ct);
            return !actor.May(Permission.HandleRequests) && (task?.TaskOwnerId is null || task.TaskOwnerId != actor.PersonId) ? Refusal.Forbidden
                : task is null ? Refusal.NotFound
                : !task.IsOpenTask ? Refusal.WrongState
                : (await AllowsAsync(work, actor, step, policy, ct) ?? work.Request.Print(reason, work.Now)) is { } refusal ? refusal
                : Named(work, "source", task.SourceName, Export(work, actor, ExportKind.TaskSheet, step, reason, policy == ExportPolicy.FourEyes));
        }, ct);

    /// <summary>The second pair of eyes on a download.</summary>
    public Task<Refusal?> AllowExportAsync(Actor actor, Guid id, int version, Guid export, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.AllowExport, id, version, null, async work =>
            await FindExportAsync(work, export, ct) is not { } asked ? Refusal.NotFound
            : !await RequestExport.Waiting(work.Db).AnyAsync(e => e.Id == export, ct) ? Refusal.WrongState
            : await PolicyAsync(work.Db, ct) is not { } policy ? Refusal.Incomplete
            : asked.Allow(actor, policy, work.Now) ?? work.Request.AllowExport(work.Now), ct);

    public Task<Refusal?> DeclineExportAsync(Actor actor, Guid id, int version, Guid export, string reason, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.DeclineExport, id, version, reason, async work =>
            await FindExportAsync(work, export, ct) is not { } asked ? Refusal.NotFound
            : !await RequestExport.Waiting(work.Db).AnyAsync(e => e.Id == export, ct) ? Refusal.WrongState
            : asked.Decline(actor, work.Now) ?? work.Request.DeclineExport(reason, work.Now), ct);

    /// <summary>
    /// Whether the actor may have this file now: something that they asked for it stands open. Every file with personal data goes through here, whatever door it is asked at.
    /// </summary>
    internal async Task<Refusal?> MayTakeAsync(PortalDbContext db, Actor actor, Guid what, CancellationToken ct)
    {
        if (await PolicyAsync(db, ct) is not { } policy)
        {
            return Refusal.Incomplete;
        }

        var asked = await db.Set<RequestExport>().AsNoTracking().Where(e => e.What == what && e.AskedBy == actor.PersonId).ToListAsync(ct);
        return actor.PersonId is not null && asked.Any(e => e.StandingAt(policy, clock.GetUtcNow()) == ExportStanding.Open) ? null : Missing(policy);
    }

    private static Refusal Missing(ExportPolicy policy) => policy switch
    {
        ExportPolicy.Denied => Refusal.ExportDenied,
        ExportPolicy.FourEyes => Refusal.ApprovalMissing,
        ExportPolicy.Reason => Refusal.ReasonMissing,
    };

    private async Task<Reply<ExportRow>> AskAsync(
        Actor actor, RequestVerb verb, Guid id, string? reason, Func<Work, ExportPolicy, Task<Reply<RequestExport>>> ask, CancellationToken ct)
    {
        ExportRow? made = null;
        var refusal = await ActAsync(actor, verb, id, null, reason, async work =>
        {
            if (await PolicyAsync(work.Db, ct) is not { } policy)
            {
                return Refusal.Incomplete;
            }

            var asked = await ask(work, policy);
            // Without the reason: answers of the API are kept, and hold nobody's data.
            made = asked.Value is { } export ? ExportRow.Of(export, actor, policy, work.Now, null) : null;
            return asked.Refusal;
        }, ct);
        return refusal is { } declined ? declined : made!;
    }

    /// <summary>Asked again while it waits, it would be allowed twice.</summary>
    private static async Task<Refusal?> AllowsAsync(Work work, Actor actor, Guid what, ExportPolicy policy, CancellationToken ct) =>
        policy == ExportPolicy.Denied ? Refusal.ExportDenied
        : policy == ExportPolicy.FourEyes && actor.PersonId is null ? Refusal.SamePerson
        : policy == ExportPolicy.FourEyes
            && await work.Db.Set<RequestExport>().AnyAsync(e => e.What == what && e.AskedBy == actor.PersonId && e.AllowedAt == null && e.DeclinedAt == null, ct) ? Refusal.Duplicate
        : null;

    private static RequestExport Export(Work work, Actor actor, ExportKind kind, Guid what, string? reason, bool waits)
    {
        var id = Guid.CreateVersion7(work.Now);
        var export = RequestExport.Ask(id, work.Request.Id, kind, what, actor, reason is null ? null : RequestExport.Seal(work.Key, id, reason), waits, work.Now);
        work.Db.Add(export);
        work.Details["export"] = id.ToString();
        if (waits)
        {
            work.Details["standing"] = nameof(ExportStanding.Waiting);
        }

        return export;
    }

    private static RequestExport Named(Work work, string what, string name, RequestExport export)
    {
        work.Details[what] = name;
        return export;
    }

    private static async Task<RequestExport?> FindExportAsync(Work work, Guid export, CancellationToken ct)
    {
        var asked = await work.Db.Set<RequestExport>().SingleOrDefaultAsync(e => e.Id == export && e.RequestId == work.Request.Id, ct);
        if (asked is not null)
        {
            work.Details["export"] = export.ToString();
            work.Details["askedBy"] = asked.AskedByName;
        }

        return asked;
    }

    private async Task<ExportPolicy?> PolicyAsync(PortalDbContext db, CancellationToken ct) => (await rules(db, ct))?.Exports;
}
