using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>The organisation as it stands.</summary>
/// <param name="Version">For <see cref="OrganisationDesk.KeepAsync"/>; 0 as long as nothing was entered.</param>
public sealed record OrganisationSheet(OrganisationFacts Facts, DateTimeOffset? CompletedAt, int Version)
{
    public bool IsComplete => Facts.IsComplete;
}

/// <summary>A site with the country that holds for it now.</summary>
public sealed record SiteRow(Guid Id, string Name, string Domain, string Language, string Country, bool Open, int Version);

/// <summary>Reading the organisation and its sites. For every part of the portal; there is nothing in it that a member of staff may not see.</summary>
public sealed class OrganisationQueries(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <summary>Never null: before the first run it is <see cref="OrganisationFacts.Empty"/>, incomplete.</summary>
    public async Task<OrganisationSheet> CurrentAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await CurrentAsync(db, ct);
    }

    /// <summary>Every site by name, closed ones last.</summary>
    public async Task<IReadOnlyList<SiteRow>> SitesAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await SitesAsync(db, (await SettingsLedger.LoadAsync(db, ct)).At(clock.GetUtcNow()), ct);
    }

    internal static async Task<IReadOnlyList<SiteRow>> SitesAsync(PortalDbContext db, SettingsState state, CancellationToken ct)
    {
        var sites = await db.Set<Site>().AsNoTracking().ToListAsync(ct);
        return [.. sites
            .Select(s => new SiteRow(s.Id, s.Name, s.Domain, s.Language, state.CountryOf(s.Id) ?? "", s.ClosedAt is null, s.Version))
            .OrderBy(s => !s.Open).ThenBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    internal static async Task<OrganisationSheet> CurrentAsync(PortalDbContext db, CancellationToken ct) =>
        await db.Set<Organisation>().AsNoTracking().SingleOrDefaultAsync(ct) is { } kept
            ? new OrganisationSheet(kept.Facts, kept.CompletedAt, kept.Version)
            : new OrganisationSheet(OrganisationFacts.Empty, null, 0);
}
