using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>What was asked to be downloaded, as shown.</summary>
/// <param name="What">The document, or the step whose task the sheet is of.</param>
/// <param name="IsMine">Asked by the same person.</param>
/// <param name="Reason">For who may open findings, and for who asked.</param>
/// <param name="Until">Until when it can be downloaded; null while it waits.</param>
public sealed record ExportRow(
    Guid Id, ExportKind Kind, Guid What, string AskedBy, DateTimeOffset AskedAt, bool IsMine, string? Reason, string? AllowedBy, ExportStanding Standing, DateTimeOffset? Until)
{
    /// <param name="gone">It was never allowed, and what it is for is no longer there.</param>
    internal static ExportRow Of(RequestExport export, Actor actor, ExportPolicy policy, DateTimeOffset now, FileKey? key, bool gone = false)
    {
        var mine = actor.PersonId is not null && actor.PersonId == export.AskedBy;
        return new ExportRow(
            export.Id, export.Kind, export.What, export.AskedByName, export.AskedAt, mine, mine || actor.May(Permission.OpenFindings) ? export.OpenReason(key) : null,
            export.AllowedByName, gone ? ExportStanding.Over : export.StandingAt(policy, now), export.Until);
    }
}

/// <summary>What the setting asks now, and what was asked under it, newest first.</summary>
public sealed record RequestExports(ExportPolicy Policy, IReadOnlyList<ExportRow> Rows)
{
    /// <summary>What the reader asked for this file last; null when they never did.</summary>
    public ExportRow? Mine(Guid what) => Rows.FirstOrDefault(r => r.What == what && r.IsMine && r.Standing is ExportStanding.Open) ?? Rows.FirstOrDefault(r => r.What == what && r.IsMine);

    /// <summary>What waits for a second person, who is not the reader.</summary>
    public IEnumerable<ExportRow> ForOthers => Rows.Where(r => r is { Standing: ExportStanding.Waiting, IsMine: false });
}

public sealed partial class RequestQueries
{
    private async Task<IReadOnlyList<string>> WaitingExportsAsync(PortalDbContext db, Actor actor, CancellationToken ct) =>
        actor.Lacks(Permission.ApproveRequests) is not null || (await rules(db, ct))?.Exports != ExportPolicy.FourEyes
            ? []
            : await (from export in RequestExport.Waiting(db)
                     join request in db.Set<SubjectRequest>() on export.RequestId equals request.Id
                     where export.AskedBy != actor.PersonId
                     select request.Reference).Distinct().Order().ToListAsync(ct);

    /// <param name="of">One file alone; null for all of the request.</param>
    private async Task<RequestExports> ExportsAsync(PortalDbContext db, Actor actor, Guid id, FileKey? key, CancellationToken ct, Guid? of = null)
    {
        var (policy, now) = ((await rules(db, ct))?.Exports ?? ExportPolicy.Reason, clock.GetUtcNow());
        var asked = await db.Set<RequestExport>().AsNoTracking().Where(e => e.RequestId == id && (of == null || e.What == of)).OrderByDescending(e => e.AskedAt).ToListAsync(ct);
        var waiting = await RequestExport.Waiting(db).Where(e => e.RequestId == id).Select(e => e.Id).ToListAsync(ct);
        return new RequestExports(policy, [.. asked.Select(e => ExportRow.Of(e, actor, policy, now, key, gone: e is { AllowedAt: null, DeclinedAt: null } && !waiting.Contains(e.Id)))]);
    }
}
