using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>
/// All verbs on requests. Each demands its permission, lets the entity decide, and saves the change, the timeline and the audit entry in
/// one transaction; pages and steps are told after the commit.
/// </summary>
public sealed partial class RequestDesk(
    IDbContextFactory<PortalDbContext> contexts, AuditLog audit, KeyVault vault, ChangeFeed feed, RequestRulesReader rules,
    SourceMapsReader maps, RequestReceipts receipts, RetentionTerms terms, TimeProvider clock)
{
    /// <summary>The kind of change that pages about requests listen to; the id is the request's.</summary>
    public const string Changed = "request";

    /// <summary>Loads, asks the entity, records and saves. What <paramref name="act"/> refuses changes nothing.</summary>
    private async Task<Refusal?> ActAsync(
        Actor actor, RequestVerb verb, Guid id, int? version, string? note, Func<Work, Task<Refusal?>> act, CancellationToken ct, bool issues = false)
    {
        if (actor.Lacks(RequestWorkflow.PermissionFor(verb)) is { } forbidden)
        {
            return forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<SubjectRequest>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request)
        {
            return Refusal.NotFound;
        }

        if (version is not null && request.Version != version)
        {
            return Refusal.Stale;
        }

        if (await vault.FindKeyAsync(db, id, ct) is not { } key)
        {
            return Refusal.NotFound;
        }

        // A document is issued in the transaction of the verb that it tells.
        await using var transaction = issues ? await db.Database.BeginTransactionAsync(ct) : null;
        var work = new Work(db, request, key, clock.GetUtcNow()) { Note = note };
        var from = request.Status;
        if (await act(work) is { } refusal)
        {
            return refusal;
        }

        work.Touch();
        Record(work, actor, verb, from);
        if (work.Then is not null)
        {
            await work.Then();
        }

        if (await audit.SaveAsync(db, ct, [.. work.Facts, .. work.Also.SelectMany(w => w.Facts)]) is { } stale)
        {
            return stale;
        }

        if (work.Document is not null)
        {
            await work.Document();
            await db.SaveChangesAsync(ct);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(ct);
        }

        return Told(work);
    }

    private Task<Refusal?> ActAsync(
        Actor actor, RequestVerb verb, Guid id, int version, string? note, Func<SubjectRequest, DateTimeOffset, Refusal?> act, CancellationToken ct) =>
        ActAsync(actor, verb, id, version, note, work => Task.FromResult(act(work.Request, work.Now)), ct);

    /// <summary>Adds the line of the timeline and the fact for the audit log; neither is saved yet.</summary>
    private static void Record(Work work, Actor actor, RequestVerb verb, RequestStatus? from)
    {
        var id = Guid.CreateVersion7(work.Now);
        (byte[]? box, string? hash) = string.IsNullOrWhiteSpace(work.Note) ? (null, null) : RequestEvent.Seal(work.Key, id, work.Note);
        work.Db.Add(new RequestEvent
        {
            Id = id,
            RequestId = work.Request.Id,
            At = work.Now,
            Ordinal = ((work.Request.Version + (from is null ? 0 : 1)) * 100L) + work.Facts.Count,
            Verb = verb,
            ActorKind = actor.Kind,
            ActorId = actor.PersonId,
            ActorName = actor.Name,
            From = from,
            To = work.Request.Status,
            Facts = JsonSerializer.Serialize(work.Details),
            Note = box,
        });
        var payload = new Dictionary<string, string?>(work.Details.Select(d => KeyValuePair.Create(d.Key, (string?)d.Value)))
        {
            ["from"] = from?.ToString(),
            ["to"] = work.Request.Status.ToString(),
            ["note"] = hash,
        };
        work.Facts.Add(new AuditFact(actor, RequestAudit.Category, RequestAudit.Name(verb), work.Request.Reference, payload));
        work.Details = [];
    }

    private Refusal? Told(Work work)
    {
        work.Also.ForEach(other => Told(other));
        feed.Publish(Changed, work.Request.Id.ToString());
        foreach (var step in work.Steps)
        {
            feed.Publish(StepQueue.Queued, step.ToString());
        }

        return null;
    }

    /// <summary>One operation under way.</summary>
    private sealed class Work(PortalDbContext db, SubjectRequest request, FileKey key, DateTimeOffset now)
    {
        public PortalDbContext Db { get; } = db;

        public SubjectRequest Request { get; } = request;

        public FileKey Key { get; } = key;

        public DateTimeOffset Now { get; } = now;

        /// <summary>The free text of the next line.</summary>
        public string? Note { get; set; }

        /// <summary>For the next line of the timeline and the log; no personal data.</summary>
        public Dictionary<string, string> Details { get; set; } = [];

        public List<AuditFact> Facts { get; } = [];

        /// <summary>Counts as a change of the request, whatever was changed, so that whoever saw it before is told.</summary>
        public void Touch()
        {
            Request.Touch(Now);
            Db.Entry(Request).Property(r => r.ChangedAt).IsModified = true;
        }

        /// <summary>What follows from it, after its own line.</summary>
        public Func<Task>? Then { get; set; }

        /// <summary>The document that tells of it, made once it is saved and before it is committed.</summary>
        public Func<Task>? Document { get; set; }

        /// <summary>Other requests that it touched.</summary>
        public List<Work> Also { get; } = [];

        /// <summary>Steps to wake after the commit.</summary>
        public List<Guid> Steps { get; } = [];
    }
}
