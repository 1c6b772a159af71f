using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Requests;

/// <summary>Whether another file restricts the processing of the same person's data (art. 18).</summary>
internal static class Restricted
{
    /// <summary>The references of the files whose restriction is in force.</summary>
    public static async Task<IReadOnlyList<string>> ByAsync(PortalDbContext db, SubjectRequest request, DateOnly today, CancellationToken ct)
    {
        var hashes = db.Set<RequestIdentity>().Where(i => i.RequestId == request.Id).Select(i => i.Hash);
        var restrictions = await db.Set<SubjectRequest>().AsNoTracking()
            .Where(r => r.Id != request.Id && r.Right == SubjectRight.Restriction && db.Set<RequestIdentity>().Any(i => i.RequestId == r.Id && hashes.Contains(i.Hash)))
            .OrderBy(r => r.Number).ToListAsync(ct);
        return [.. restrictions.Where(r => r.Restricts(today)).Select(r => r.Reference)];
    }
}
