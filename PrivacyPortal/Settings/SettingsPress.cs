using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>What is to become a revision.</summary>
/// <param name="By">In whose name it is published.</param>
/// <param name="EffectiveAt">Null, or in the past, is now.</param>
internal sealed record Publication(
    Guid? By, string ByName, RevisionOrigin Origin, string Reason, IReadOnlyList<SettingChange> Changes, DateTimeOffset? EffectiveAt = null, Guid? Proposal = null);

/// <summary>
/// Makes revisions, within the caller's transaction. Every door passes here, so that each revision has its number, lets the proposals lapse
/// that it overtakes, and has its digest in the audit log.
/// </summary>
internal static class SettingsPress
{
    public static async Task<SettingsRevision> PrintAsync(PortalDbContext db, SettingsLedger ledger, Publication publication, DateTimeOffset now, CancellationToken ct)
    {
        // Kept in milliseconds; the digest must cover what is kept.
        var at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var revision = new SettingsRevision
        {
            Number = ledger.Latest + 1,
            PublishedAt = at,
            EffectiveAt = publication.EffectiveAt is { } later && later > at ? later : at,
            PublishedBy = publication.By,
            PublishedByName = publication.ByName,
            Reason = publication.Reason.Trim(),
            Origin = publication.Origin,
            Proposal = publication.Proposal,
            Changes = [.. publication.Changes.Select(change => change with { From = ledger.Settled[change.Slot] })],
        };
        db.Add(revision);
        var touched = revision.Changes.Select(change => change.Slot).ToHashSet();
        var open = await db.Set<SettingsProposal>()
            .Where(p => (p.Status == ProposalStatus.AwaitingOpinion || p.Status == ProposalStatus.AdvisedAgainst) && p.Id != publication.Proposal)
            .ToListAsync(ct);
        foreach (var overtaken in open.Where(p => p.Changes.Any(change => touched.Contains(change.Slot))))
        {
            overtaken.Lapse();
        }

        return revision;
    }

    /// <summary>A loosening, to wait for the DPO's opinion.</summary>
    public static SettingsProposal Propose(PortalDbContext db, Actor actor, IReadOnlyList<SettingChange> changes, string reason, DateTimeOffset? effectiveAt, DateTimeOffset now) =>
        db.Add(new SettingsProposal
        {
            Id = Guid.CreateVersion7(now),
            Changes = changes,
            Proposed = new Statement(actor.PersonId, actor.Name, now, reason.Trim()),
            EffectiveAt = effectiveAt,
        }).Entity;

    public static AuditFact Fact(Actor actor, string name, SettingsProposal proposal) => new(actor, "settings", name, $"proposal-{proposal.Id:n}", new
    {
        Keys = proposal.Changes.Select(c => c.Slot.Key).Where(k => k.Length > 0).Distinct(),
        proposal.Status,
        proposal.Revision,
    });

    public static AuditFact Fact(Actor actor, SettingsRevision revision) => new(actor, "settings", "published", $"settings-{revision.Number}", new
    {
        revision.Number,
        revision.Origin,
        EffectiveAt = revision.EffectiveAt.ToUnixTimeMilliseconds(),
        revision.Proposal,
        Keys = revision.Changes.Select(c => c.Slot.Key).Where(k => k.Length > 0).Distinct(),
        Digest = revision.Digest(),
    });
}
