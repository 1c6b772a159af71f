using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>Whether what a closed request left behind must wait for its end, although its day has come.</summary>
internal static class RetentionWait
{
    public static async Task<bool> OfAsync(PortalDbContext db, SubjectRequest request, DateTimeOffset now, CancellationToken ct) =>
        request.Restricts(request.Today(now)) || await IsOpenAgainAsync(db, request, ct) || await IsHeldAsync(db, request, ct);

    /// <summary>After a complaint, or because a hold was lifted: what the first file did is what the second is about.</summary>
    private static Task<bool> IsOpenAgainAsync(PortalDbContext db, SubjectRequest request, CancellationToken ct) =>
        db.Set<RequestLink>().AnyAsync(l => l.OtherId == request.Id && l.Kind != RequestLinkKind.LikelyDuplicate
            && db.Set<SubjectRequest>().Any(r => r.Id == l.RequestId && r.ClosedAt == null), ct);

    private static async Task<bool> IsHeldAsync(PortalDbContext db, SubjectRequest request, CancellationToken ct)
    {
        var holds = await db.Set<LegalHold>().AsNoTracking().Where(h => h.ReleasedAt == null).ToListAsync(ct);
        if (holds.Count == 0)
        {
            return false;
        }

        var identities = await db.Set<RequestIdentity>().Where(i => i.RequestId == request.Id).Select(i => i.Hash).ToListAsync(ct);
        var sources = await db.Set<RequestSource>().AsNoTracking().Where(s => s.RequestId == request.Id && s.Rows > 0).ToListAsync(ct);
        return holds.Exists(hold => hold.Scope switch
        {
            HoldScope.Subject => hold.About == request.Reference || hold.Concerns(identities, Guid.Empty),
            HoldScope.Source => sources.Exists(s => s.SourceId == hold.SourceId),
            HoldScope.Category => sources.Exists(s => s.ReadSummary().Tables.SelectMany(t => t.Categories).Any(c => Categories.Covers(hold.Category!, c))),
        });
    }
}
