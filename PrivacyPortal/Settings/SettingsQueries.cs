using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>Somebody else's draft, so that two who change the same thing know of each other.</summary>
public sealed record OtherDraft(string OwnerName, int Changes, DateTimeOffset ChangedAt);

/// <summary>All that the settings pages show, read at once.</summary>
/// <param name="Draft">The actor's own; never null, empty when there is none.</param>
/// <param name="Proposals">All of them, newest first.</param>
public sealed record SettingsSheet(
    DateTimeOffset Now, SettingsLedger Ledger, SettingsDraft Draft, IReadOnlyList<OtherDraft> OtherDrafts, IReadOnlyList<SettingsProposal> Proposals,
    IReadOnlyList<SiteRow> Sites, OrganisationFacts Organisation)
{
    /// <summary>What is in force now.</summary>
    public SettingsState Current { get; } = Ledger.At(Now);

    /// <summary>What the draft would settle.</summary>
    public SettingsState Drafted { get; } = Ledger.Settled.With(Draft.Changes, 0);

    /// <summary>Of the draft, what would wait for the DPO's opinion if it were published now.</summary>
    public IReadOnlyList<SettingChange> Waiting { get; } = Draft.Changes.Count == 0 ? [] : Ledger.Part(Draft.Changes, Now).Waiting;

    public IEnumerable<SettingsProposal> Open => Proposals.Where(p => p.IsOpen);

    /// <summary>The draft was not made on the newest revision.</summary>
    public bool Behind => Draft.Changes.Count > 0 && Draft.BaseRevision != Ledger.Latest;

    public string NameOf(Guid site) => Sites.FirstOrDefault(s => s.Id == site)?.Name ?? "";
}

/// <summary>Reading the settings. <see cref="InForceAsync"/> is for the rest of the portal: it asks for no permission, because it is the portal that obeys.</summary>
public sealed class SettingsQueries(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <summary>The value in force for that site (the organisation without one) at that instant, such as <c>InForceAsync(SettingCatalogue.ErasureApproval, null, now, ct)</c>.</summary>
    public async Task<SettingValue> InForceAsync(Setting setting, Guid? site, DateTimeOffset at, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await SettingsLedger.LoadAsync(db, ct)).At(at).Resolve(setting, site).Value;
    }

    public async Task<Reply<SettingsSheet>> SheetAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        var drafts = await db.Set<SettingsDraft>().AsNoTracking().ToListAsync(ct);
        var proposals = await db.Set<SettingsProposal>().AsNoTracking().OrderByDescending(p => p.Id).ToListAsync(ct);
        var sites = await OrganisationQueries.SitesAsync(db, ledger.At(now), ct);
        var mine = drafts.SingleOrDefault(d => d.Owner == actor.PersonId) ?? new SettingsDraft();
        var others = drafts.Where(d => d.Owner != actor.PersonId && d.Changes.Count > 0).Select(d => new OtherDraft(d.OwnerName, d.Changes.Count, d.ChangedAt)).ToList();
        return new SettingsSheet(now, ledger, mine, others, proposals, sites, (await OrganisationQueries.CurrentAsync(db, ct)).Facts);
    }
}
