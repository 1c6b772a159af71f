using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Receipts;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>Closed requests in which the time of something is over; those that must wait are among them. For the retention run.</summary>
    public async Task<IReadOnlyList<Guid>> PastRetentionAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.System)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var fileLimit = now.AddYears(-terms.FileYears).AddDays(1);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var closed = await db.Set<SubjectRequest>().AsNoTracking()
            .Where(r => r.ClosedAt != null && r.FileEndedAt == null && (r.PackagesEndedAt == null || r.WorkingDataEndedAt == null || r.ClosedAt <= fileLimit)).ToListAsync(ct);
        var messages = await (from line in db.Set<RequestEvent>()
                              join request in db.Set<SubjectRequest>() on line.RequestId equals request.Id
                              where line.Note != null && Messages.Contains(line.Verb) && request.WorkingDataEndedAt != null && request.FileEndedAt == null
                              select request.Id).Distinct().ToListAsync(ct);
        return [.. closed.Where(r => r.Retention(terms).Any(row => row.EndedAt is null && row.EndsOn <= r.Today(now))).Select(r => r.Id).Union(messages)];
    }

    /// <summary>
    /// Destroys what is over of one request, the key first, so that copies in backups can no longer be read either. Null when something ended;
    /// <see cref="Refusal.UnderHold"/> while a hold, a file that was opened again or a restriction in force needs it, <see cref="Refusal.Stale"/> when
    /// somebody changed it at the same moment: nothing ended then, and the next run looks again.
    /// </summary>
    public async Task<Refusal?> EndAsync(Actor actor, Guid id, CancellationToken ct)
    {
        try
        {
            return await EndUncheckedAsync(actor, id, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    private async Task<Refusal?> EndUncheckedAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.System)
        {
            return Refusal.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<SubjectRequest>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request)
        {
            return Refusal.NotFound;
        }

        var now = clock.GetUtcNow();
        if (await RetentionWait.OfAsync(db, request, now, ct))
        {
            return Refusal.UnderHold;
        }

        var (facts, ended) = (new List<AuditFact>(), false);
        foreach (var stage in Enum.GetValues<RetentionStage>())
        {
            if (request.End(stage, terms, now) is not null)
            {
                continue;
            }

            ended = true;
            var (name, things) = await DestroyAsync(db, request, stage, ct);
            if (things > 0 || stage != RetentionStage.Packages)
            {
                facts.Add(new AuditFact(actor, RequestAudit.Category, name, request.Reference, new { things }));
            }
        }

        // Working data that ended under an earlier build left them behind.
        if (request is { WorkingDataEndedAt: not null, FileEndedAt: null } && await DestroyMessagesAsync(db, request, ct) is > 0 and var messages)
        {
            ended = true;
            facts.Add(new AuditFact(actor, RequestAudit.Category, "messages-ended", request.Reference, new { things = messages }));
        }

        if (!ended)
        {
            return Refusal.WrongState;
        }

        await db.SaveChangesAsync(ct);
        if (facts.Count > 0 && await audit.SaveAsync(db, ct, facts) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        feed.Publish(Changed, id.ToString());
        return null;
    }

    /// <summary>What it is called in the log, and how many things ended.</summary>
    private async Task<(string Name, int Things)> DestroyAsync(PortalDbContext db, SubjectRequest request, RetentionStage stage, CancellationToken ct) => stage switch
    {
        RetentionStage.Packages => ("packages-ended", await DestroyDocumentsAsync(db, request, packages: true, ct)),
        RetentionStage.WorkingData => ("working-data-ended", await DestroyWorkingDataAsync(db, request, ct)),
        RetentionStage.File => ("file-ended", await DestroyFileAsync(db, request, ct)),
    };

    /// <summary>Verbs whose note is what the person wrote, or was asked: it ends with the working data. The reasons of the others stay with the file.</summary>
    private static readonly RequestVerb[] Messages = [RequestVerb.Receive, RequestVerb.AskClarification, RequestVerb.Clarify, RequestVerb.Reopen];

    private async Task<int> DestroyWorkingDataAsync(PortalDbContext db, SubjectRequest request, CancellationToken ct)
    {
        await vault.DestroyKeyAsync(db, request.FindingsKey, ct);
        await db.SaveChangesAsync(ct);
        var rows = await db.Set<RequestRows>().Where(r => r.RequestId == request.Id).ExecuteDeleteAsync(ct);
        (await db.Set<RequestSource>().Where(s => s.RequestId == request.Id).ToListAsync(ct)).ForEach(s => s.ForgetFindings());
        if (await vault.FindKeyAsync(db, request.Id, ct) is { } key)
        {
            request.Sealed = (SubjectFile.Open(key, request.Sealed) with { Message = null }).Seal(key);
        }

        rows += await DestroyMessagesAsync(db, request, ct);
        return rows + await DestroyDocumentsAsync(db, request, packages: false, ct);
    }

    private static Task<int> DestroyMessagesAsync(PortalDbContext db, SubjectRequest request, CancellationToken ct) =>
        db.Set<RequestEvent>().Where(e => e.RequestId == request.Id && Messages.Contains(e.Verb) && e.Note != null)
            .ExecuteUpdateAsync(e => e.SetProperty(x => x.Note, (byte[]?)null), ct);

    private async Task<int> DestroyFileAsync(PortalDbContext db, SubjectRequest request, CancellationToken ct)
    {
        await vault.DestroyKeyAsync(db, request.Id, ct);
        request.ForgetSubject();
        await db.SaveChangesAsync(ct);
        var notes = await db.Set<RequestEvent>().Where(e => e.RequestId == request.Id && e.Note != null).ExecuteUpdateAsync(e => e.SetProperty(x => x.Note, (byte[]?)null), ct);
        await db.Set<RequestIdentity>().Where(i => i.RequestId == request.Id).ExecuteDeleteAsync(ct);
        await db.Set<RequestDocument>().Where(d => d.RequestId == request.Id && d.Kind == DocumentKind.Proof).ExecuteDeleteAsync(ct);
        await db.Set<RequestExport>().Where(e => e.RequestId == request.Id).ExecuteDeleteAsync(ct);
        return notes + await ReceiptIssuer.ForgetAsync(db, request.Reference, ct);
    }

    private async Task<int> DestroyDocumentsAsync(PortalDbContext db, SubjectRequest request, bool packages, CancellationToken ct)
    {
        var documents = await db.Set<RequestDocument>()
            .Where(d => d.RequestId == request.Id && (packages ? d.MediaType == Package.RequestPackage.MediaType : d.Kind != DocumentKind.Proof)).Select(d => d.Id).ToListAsync(ct);
        foreach (var document in documents)
        {
            await vault.DestroyKeyAsync(db, document, ct);
        }

        await db.SaveChangesAsync(ct);
        return await db.Set<RequestDocument>().Where(d => documents.Contains(d.Id)).ExecuteDeleteAsync(ct);
    }
}
