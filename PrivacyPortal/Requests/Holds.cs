using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>The legal holds that concern a request.</summary>
internal static class Holds
{
    /// <param name="known">Hashes of what else is known of the person: identities accepted or met in the source's rows.</param>
    public static async Task<IReadOnlyList<LegalHold>> ConcerningAsync(PortalDbContext db, Guid request, Guid source, IEnumerable<string> known, CancellationToken ct)
    {
        var identities = await db.Set<RequestIdentity>().Where(i => i.RequestId == request).Select(i => i.Hash).ToListAsync(ct);
        identities.AddRange(known);
        var active = await db.Set<LegalHold>().Where(h => h.ReleasedAt == null).ToListAsync(ct);
        return active.FindAll(h => h.Concerns(identities, source));
    }

    /// <summary>A person under a hold is recognised by whatever identity they ask, as long as their rows carry the held one.</summary>
    public static IEnumerable<string> Known(KeyVault vault, IEnumerable<Identity> asked, WalkResult found) =>
        asked.Concat(found.Proposals.Select(p => p.Identity)).Select(i => IdentityHash.Of(vault, i));
}
