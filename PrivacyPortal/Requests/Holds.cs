using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>The legal holds that concern a request.</summary>
internal static class Holds
{
    public static async Task<IReadOnlyList<LegalHold>> ConcerningAsync(PortalDbContext db, Guid request, Guid source, CancellationToken ct)
    {
        var identities = await db.Set<RequestIdentity>().Where(i => i.RequestId == request).Select(i => i.Hash).ToListAsync(ct);
        var active = await db.Set<LegalHold>().Where(h => h.ReleasedAt == null).ToListAsync(ct);
        return active.FindAll(h => h.Concerns(identities, source));
    }
}
