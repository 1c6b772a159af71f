using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>
/// Where loosenings get their opinion and, whatever it is, their end. Each verb names the newest revision that the actor has seen: what
/// somebody agrees to is judged against what is there now.
/// </summary>
public sealed class OpinionDesk(IDbContextFactory<PortalDbContext> contexts, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>The DPO's opinion, in words. Favourable: the proposal is published at once. Unfavourable: it waits for management, or is withdrawn.</summary>
    public Task<Refusal?> AdviseAsync(Actor actor, Guid proposal, bool favourable, string opinion, int seenRevision, CancellationToken ct) =>
        ActAsync(
            actor, Permission.AdviseOnSettings, proposal, seenRevision, favourable ? "advised-for" : "advised-against",
            (p, now) => p.Advise(actor, favourable, opinion, now), favourable ? RevisionOrigin.Advised : null, ct);

    /// <summary>
    /// Publishes against the DPO's opinion, for management. It stays on record as advice not followed, with management's name and reason (art. 24 and 38(3)).
    /// IdentityUnverified while one of the two administrators has given the other a way in during the last week: it could be one person.
    /// </summary>
    public Task<Refusal?> OverruleAsync(Actor actor, Guid proposal, string managementName, string reason, int seenRevision, CancellationToken ct) =>
        ActAsync(
            actor, Permission.ManageSettings, proposal, seenRevision, "overruled",
            (p, now) => p.Overrule(actor, managementName, reason, now), RevisionOrigin.AgainstAdvice, ct, byTwo: true);

    /// <summary>Takes a proposal back; any administrator may.</summary>
    public Task<Refusal?> WithdrawAsync(Actor actor, Guid proposal, int seenRevision, CancellationToken ct) =>
        ActAsync(actor, Permission.ManageSettings, proposal, seenRevision, "withdrawn", (p, _) => p.Withdraw(), null, ct);

    private async Task<Refusal?> ActAsync(
        Actor actor, Permission permission, Guid id, int seenRevision, string name, Func<SettingsProposal, DateTimeOffset, Refusal?> verb, RevisionOrigin? publishes, CancellationToken ct, bool byTwo = false)
    {
        if (actor.Lacks(permission) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        if (await db.Set<SettingsProposal>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
        {
            return Refusal.NotFound;
        }

        var now = clock.GetUtcNow();
        if (verb(proposal, now) is { } declined)
        {
            return declined;
        }

        if (byTwo && !await AccountQueries.AreTwoAsync(db, actor.PersonId, proposal.Proposed.By, now, ct))
        {
            return Refusal.IdentityUnverified;
        }

        if (ledger.Latest != seenRevision)
        {
            return Refusal.Stale;
        }

        var facts = new List<AuditFact>();
        if (publishes is { } origin)
        {
            var by = proposal.Override ?? proposal.Proposed;
            var publication = new Publication(by.By, by.ByName, origin, proposal.Proposed.Text, proposal.Changes, proposal.EffectiveAt, proposal.Id);
            var revision = await SettingsPress.PrintAsync(db, ledger, publication, now, ct);
            proposal.Became(revision.Number);
            facts.Add(SettingsPress.Fact(actor, revision));
        }

        facts.Insert(0, SettingsPress.Fact(actor, name, proposal));
        if (await audit.SaveAsync(db, ct, facts) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        feed.Publish(SettingsDesk.Feed, $"{id:n}");
        return null;
    }
}
