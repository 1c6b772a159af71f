using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>What is entered of a site.</summary>
public sealed record SiteFacts(string Name, string Domain, string Country, string Language);

/// <summary>Where the organisation and its sites are kept.</summary>
public sealed class OrganisationDesk(IDbContextFactory<PortalDbContext> contexts, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>The kind of change that open pages hear of.</summary>
    public const string Feed = "organisation";

    /// <param name="version">Of the <see cref="OrganisationSheet"/> that was edited.</param>
    public async Task<Refusal?> KeepAsync(Actor actor, OrganisationFacts facts, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageOrganisation) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var kept = await db.Set<Organisation>().SingleOrDefaultAsync(ct);
        if ((kept?.Version ?? 0) != version)
        {
            return Refusal.Stale;
        }

        var organisation = kept ?? db.Add(new Organisation { Version = 1 }).Entity;
        if (organisation.Keep(facts, clock.GetUtcNow()) is { } declined)
        {
            return declined;
        }

        var fact = new AuditFact(actor, "organisation", "kept", "organisation", new { facts.Country, facts.Region, facts.TimeZone, facts.DeadlineProfile, facts.Language, facts.IsComplete });
        return await EndAsync(db, "organisation", ct, fact);
    }

    /// <summary>Adds a site. It inherits everything, capped by the rules of its country from its first instant on.</summary>
    public async Task<Reply<Guid>> AddSiteAsync(Actor actor, SiteFacts facts, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var site = new Site { Id = Guid.CreateVersion7(now) };
        if (!Countries.Knows(facts.Country))
        {
            return Refusal.Invalid;
        }

        if (site.Describe(facts.Name, facts.Domain, facts.Language) is { } declined)
        {
            return declined;
        }

        if (await IsTakenAsync(db, site, ct))
        {
            return Refusal.Duplicate;
        }

        db.Add(site);
        var revision = await PrintCountryAsync(db, actor, site.Id, facts.Country, SettingsText.SiteAdded, now, ct);
        var fact = new AuditFact(actor, "organisation", "site-added", $"site-{site.Id:n}", new { site.Domain, facts.Country });
        return await EndAsync(db, $"{site.Id:n}", ct, fact, SettingsPress.Fact(actor, revision)) is { } stale ? stale : site.Id;
    }

    /// <summary>
    /// Describes a site anew. Another country is another cap: where that makes nothing looser it is a revision at once, else a proposal for the
    /// DPO's opinion, with the reason; the site stays in its country until then.
    /// </summary>
    /// <param name="reason">Why the country changes; needed only then.</param>
    public async Task<Reply<Published>> ChangeSiteAsync(Actor actor, Guid id, SiteFacts facts, string reason, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<Site>().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } site)
        {
            return Refusal.NotFound;
        }

        if (site.Version != version)
        {
            return Refusal.Stale;
        }

        if (!Countries.Knows(facts.Country))
        {
            return Refusal.Invalid;
        }

        if (site.Describe(facts.Name, facts.Domain, facts.Language) is { } declined)
        {
            return declined;
        }

        if (await IsTakenAsync(db, site, ct))
        {
            return Refusal.Duplicate;
        }

        var now = clock.GetUtcNow();
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        var change = new SettingChange(Slot.CountryOf(id), ledger.Settled[Slot.CountryOf(id)], new SettingValue(facts.Country));
        var done = new List<AuditFact> { new(actor, "organisation", "site-changed", $"site-{id:n}", new { site.Domain, facts.Country }) };
        var (revision, proposal) = ((SettingsRevision?)null, (SettingsProposal?)null);
        if (change.From != change.To)
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return Refusal.ReasonMissing;
            }

            if (ledger.Loosens([change], now))
            {
                (proposal, var asked) = await WaitingAsync(db, change, ct) is { } waiting
                    ? (waiting, false)
                    : (SettingsPress.Propose(db, actor, [change], reason, null, now), true);
                done.AddRange(asked ? [SettingsPress.Fact(actor, "proposed", proposal)] : []);
            }
            else
            {
                revision = await SettingsPress.PrintAsync(db, ledger, new Publication(actor.PersonId, actor.Name, RevisionOrigin.Site, reason, [change]), now, ct);
                done.Add(SettingsPress.Fact(actor, revision));
            }
        }

        return await EndAsync(db, $"{id:n}", ct, [.. done]) is { } stale ? stale : new Published(revision?.Number, proposal?.Id);
    }

    /// <summary>Closes a site: it is no longer offered; what was in force there stays on record.</summary>
    public async Task<Refusal?> CloseSiteAsync(Actor actor, Guid id, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<Site>().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } site)
        {
            return Refusal.NotFound;
        }

        if (site.Version != version)
        {
            return Refusal.Stale;
        }

        return site.Close(clock.GetUtcNow()) is { } declined
            ? declined
            : await EndAsync(db, $"{id:n}", ct, new AuditFact(actor, "organisation", "site-closed", $"site-{id:n}"));
    }

    /// <summary>
    /// Whether the domain is another site's, or was once: a domain that changed hands would lose what was set for it, and be looser without
    /// anybody's opinion.
    /// </summary>
    private static async Task<bool> IsTakenAsync(PortalDbContext db, Site site, CancellationToken ct)
    {
        var (own, named) = ($"site-{site.Id:n}", $"\"domain\":\"{site.Domain}\"");
        return await db.Set<Site>().AnyAsync(s => s.Id != site.Id && s.Domain == site.Domain, ct)
            || await db.Set<AuditEntry>().AnyAsync(e => e.Category == "organisation" && e.About != own && e.Payload.Contains(named), ct);
    }

    /// <summary>The proposal that asks for the same already. One that asks for another country instead lapses: the last word of an administrator is what the DPO is asked.</summary>
    private static async Task<SettingsProposal?> WaitingAsync(PortalDbContext db, SettingChange change, CancellationToken ct)
    {
        var open = await db.Set<SettingsProposal>().Where(p => p.Status == ProposalStatus.AwaitingOpinion).ToListAsync(ct);
        var same = open.Find(p => p.Changes.Count == 1 && p.Changes[0].Slot == change.Slot && p.Changes[0].To == change.To);
        foreach (var other in open.Where(p => p != same && p.Changes.Any(c => c.Slot == change.Slot)))
        {
            other.Lapse();
        }

        return same;
    }

    private static async Task<SettingsRevision> PrintCountryAsync(PortalDbContext db, Actor actor, Guid site, string country, Language.Text reason, DateTimeOffset now, CancellationToken ct)
    {
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        var organisation = (await OrganisationQueries.CurrentAsync(db, ct)).Facts;
        var change = new SettingChange(Slot.CountryOf(site), null, new SettingValue(country));
        return await SettingsPress.PrintAsync(db, ledger, new Publication(actor.PersonId, actor.Name, RevisionOrigin.Site, reason.In(organisation.Culture), [change]), now, ct);
    }

    private async Task<Refusal?> EndAsync(PortalDbContext db, string id, CancellationToken ct, params AuditFact[] facts)
    {
        if (await audit.SaveAsync(db, ct, facts) is { } stale)
        {
            return stale;
        }

        await db.Database.CommitTransactionAsync(ct);
        feed.Publish(Feed, id);
        return null;
    }
}
