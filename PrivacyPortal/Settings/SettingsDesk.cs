using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>What became of a draft: a revision, a proposal that waits for the DPO, or one of each.</summary>
public sealed record Published(int? Revision, Guid? Proposal);

/// <summary>
/// Where settings are changed. A draft is kept per administrator; publishing parts it: what tightens takes effect, what loosens waits for the
/// DPO's opinion (<see cref="OpinionDesk"/>).
/// </summary>
public sealed class SettingsDesk(IDbContextFactory<PortalDbContext> contexts, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>The kind of change that open pages hear of.</summary>
    public const string Feed = "settings";

    /// <summary>
    /// Puts one slot's new value into the actor's draft; null inherits again, takes the lock or the rule away. The draft is begun when there is none.
    /// </summary>
    public async Task<Refusal?> EditAsync(Actor actor, Slot slot, SettingValue? value, IReadOnlyDictionary<EvidenceKind, string>? evidence, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        var draft = await DraftOfAsync(db, actor, ct) ?? Begun(db, actor, ledger.Latest, []);
        var change = new SettingChange(slot, ledger.AsOf(draft.BaseRevision)[slot], value, evidence);
        if (SettingRules.Problem(change, ledger.Settled) is { } problem)
        {
            return problem;
        }

        draft.Put(change, clock.GetUtcNow());
        return await SavedAsync(db, ct);
    }

    /// <summary>Throws the actor's draft away.</summary>
    public async Task<Refusal?> DiscardAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await DraftOfAsync(db, actor, ct) is not { } draft)
        {
            return Refusal.NotFound;
        }

        db.Remove(draft);
        return await SavedAsync(db, ct);
    }

    /// <summary>Brings the draft onto the revision that the actor has been shown. Stale when there is a newer one by now.</summary>
    public async Task<Refusal?> RebaseAsync(Actor actor, int ontoRevision, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        if (await DraftOfAsync(db, actor, ct) is not { } draft)
        {
            return Refusal.NotFound;
        }

        if (ledger.Latest != ontoRevision)
        {
            return Refusal.Stale;
        }

        draft.Rebase(ontoRevision, ledger.Settled, clock.GetUtcNow());
        return await SavedAsync(db, ct);
    }

    /// <summary>Fills the actor's draft with what would bring that revision's state back. It takes the way of any draft from there.</summary>
    public async Task<Refusal?> ProposeAgainAsync(Actor actor, int revision, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        if (ledger.Revisions.All(r => r.Number != revision))
        {
            return Refusal.NotFound;
        }

        var changes = ledger.Settled.DifferenceTo(ledger.AsOf(revision)).Select(change => change with { Evidence = EvidenceFor(change, ledger) });
        if (await DraftOfAsync(db, actor, ct) is { } draft)
        {
            draft.Begin(ledger.Latest, changes, clock.GetUtcNow());
        }
        else
        {
            Begun(db, actor, ledger.Latest, changes);
        }

        return await SavedAsync(db, ct);
    }

    /// <summary>
    /// Publishes the actor's draft. Stale when it was not made on the newest revision: what changed meanwhile is shown first, and the draft
    /// rebased. Incomplete when a value still asks for something on record.
    /// </summary>
    /// <param name="effectiveOn">The day, at the controller's, from which it governs; null is at once.</param>
    public async Task<Reply<Published>> PublishAsync(Actor actor, string reason, DateOnly? effectiveOn, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.ReasonMissing;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        if (await DraftOfAsync(db, actor, ct) is not { Changes.Count: > 0 } draft)
        {
            return Refusal.NotFound;
        }

        if (draft.BaseRevision != ledger.Latest)
        {
            return Refusal.Stale;
        }

        var now = clock.GetUtcNow();
        var organisation = (await OrganisationQueries.CurrentAsync(db, ct)).Facts;
        var today = organisation.DayOf(now);
        if (effectiveOn < today)
        {
            return Refusal.TooLate;
        }

        var problem = draft.Changes
            .Select(change => SettingRules.Problem(change, ledger.Settled) ?? SettingRules.Unready(change, effectiveOn ?? today))
            .FirstOrDefault(p => p is not null);
        if (problem is { } found)
        {
            return found;
        }

        // Four eyes are two persons: with a single DPO it would stop all work.
        if (draft.Changes.Any(change => change.Slot.Kind == SlotKind.Organisation && change.To is not null && change.To == change.Setting?.NeedsTwoDpos)
            && (await AccountQueries.CensusAsync(db, ct)).Dpos < 2)
        {
            return Refusal.Separation;
        }

        DateTimeOffset? effectiveAt = effectiveOn is { } day && day > today ? organisation.StartOf(day) : null;
        var (atOnce, waiting) = ledger.Part(draft.Changes, effectiveAt ?? now);
        var facts = new List<AuditFact>();
        SettingsRevision? revision = null;
        if (atOnce.Count > 0)
        {
            revision = await SettingsPress.PrintAsync(db, ledger, new Publication(actor.PersonId, actor.Name, RevisionOrigin.Published, reason, atOnce, effectiveAt), now, ct);
            facts.Add(SettingsPress.Fact(actor, revision));
        }

        var proposal = waiting.Count == 0 ? null : SettingsPress.Propose(db, actor, waiting, reason, effectiveAt, now);
        if (proposal is not null)
        {
            facts.Add(SettingsPress.Fact(actor, "proposed", proposal));
        }

        db.Remove(draft);
        if (await audit.SaveAsync(db, ct, facts) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        feed.Publish(Feed, $"{revision?.Number}");
        return new Published(revision?.Number, proposal?.Id);
    }

    /// <summary>
    /// Records the catalogue's defaults where this version of the portal ships others than the last revision knew, so that what was in force
    /// stays true to the day. For the start of the portal.
    /// </summary>
    public async Task<Refusal?> RecordCatalogueAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        var settled = ledger.Settled;
        var changes = SettingCatalogue.All
            .Select(setting => new SettingChange(Slot.Default(setting), settled[Slot.Default(setting)], setting.Default))
            .Where(change => change.From != change.To)
            .ToList();
        if (changes.Count == 0)
        {
            return null;
        }

        var organisation = (await OrganisationQueries.CurrentAsync(db, ct)).Facts;
        var reason = SettingsText.CatalogueReason.In(organisation.Culture);
        var revision = await SettingsPress.PrintAsync(db, ledger, new Publication(actor.PersonId, actor.Name, RevisionOrigin.Catalogue, reason, changes), clock.GetUtcNow(), ct);
        if (await audit.SaveAsync(db, ct, SettingsPress.Fact(actor, revision)) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>What was on record when the value was last chosen, where it still answers for it.</summary>
    private static IReadOnlyDictionary<EvidenceKind, string>? EvidenceFor(SettingChange change, SettingsLedger ledger) => ledger.Revisions
        .SelectMany(r => r.Changes)
        .LastOrDefault(c => c.Slot == change.Slot && c.To == change.To)?.Evidence;

    private static Task<SettingsDraft?> DraftOfAsync(PortalDbContext db, Actor actor, CancellationToken ct) =>
        db.Set<SettingsDraft>().SingleOrDefaultAsync(d => d.Owner == actor.PersonId, ct);

    private SettingsDraft Begun(PortalDbContext db, Actor actor, int revision, IEnumerable<SettingChange> changes)
    {
        var draft = new SettingsDraft { Owner = actor.PersonId ?? Guid.Empty, OwnerName = actor.Name };
        draft.Begin(revision, changes, clock.GetUtcNow());
        return db.Add(draft).Entity;
    }

    /// <summary>Ends the caller's transaction. It began before the draft was read, so that of two first edits at once the second finds the first's draft.</summary>
    private static async Task<Refusal?> SavedAsync(PortalDbContext db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            await db.Database.CommitTransactionAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}
