using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Audit;

/// <summary>What the log is filtered by; null means all.</summary>
public sealed record AuditFilter(string? Category = null, string? About = null, string? ActorName = null, DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Name = null);

/// <summary>A page of the log, newest first.</summary>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, int Total);

/// <summary>How often something happened.</summary>
public sealed record AuditTally(string Category, string Name, long Count);

/// <summary>Reading the log. Who may read is asked here, because a log is personal data of the staff in it.</summary>
public sealed class AuditQueries(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<Reply<AuditPage>> PageAsync(Actor actor, AuditFilter filter, int skip, int take, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewAudit) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var entries = Filtered(db, filter);
        var page = await entries.OrderByDescending(e => e.Sequence).Skip(skip).Take(take).ToListAsync(ct);
        return new AuditPage(page, await entries.CountAsync(ct));
    }

    /// <summary>The lines that follow a sequence, oldest first: a log grows at its end only, so that such pages never shift.</summary>
    public async Task<Reply<IReadOnlyList<AuditEntry>>> AfterAsync(Actor actor, AuditFilter filter, long after, int take, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewAudit) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Filtered(db, filter).Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(take).ToListAsync(ct);
    }

    /// <summary>How often each thing happened in that time.</summary>
    public async Task<Reply<IReadOnlyList<AuditTally>>> TallyAsync(Actor actor, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewAudit) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var tallies = await Filtered(db, new AuditFilter(From: from, Until: until)).GroupBy(e => new { e.Category, e.Name })
            .Select(g => new AuditTally(g.Key.Category, g.Key.Name, g.LongCount())).ToListAsync(ct);
        return tallies.OrderBy(t => t.Category, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal).ToList();
    }

    /// <summary>Follows the whole chain and compares its end with the recorded head.</summary>
    public async Task<Reply<AuditVerdict>> VerifyAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewAudit) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);

        // The head before the chain: lines that are written while the chain is read come after it and do no harm. Whether there are lines
        // before the head: the first of them brings it.
        var begun = await db.Set<AuditEntry>().AnyAsync(ct);
        var head = await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(ct);
        var verdict = await AuditChain.VerifyAsync(db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), head, ct);
        return begun && head is null && verdict.Intact ? verdict with { At = verdict.Sound + 1, Fault = AuditFault.EndUnknown } : verdict;
    }

    /// <summary>The end of the chain as it stands: sequence and hash.</summary>
    public static async Task<AuditHead> HeadAsync(PortalDbContext db, CancellationToken ct) =>
        await db.Set<AuditHead>().AsNoTracking().SingleOrDefaultAsync(ct) ?? new AuditHead();

    internal static IQueryable<AuditEntry> Filtered(PortalDbContext db, AuditFilter filter)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        entries = filter.Category is { Length: > 0 } category ? entries.Where(e => e.Category == category) : entries;
        entries = filter.Name is { Length: > 0 } happened ? entries.Where(e => e.Name == happened) : entries;
#pragma warning disable CA1304, CA1311, CA1862 // Translated: the database lowers both, and no culture reaches it.
        entries = filter.About is { Length: > 0 } about ? entries.Where(e => e.About.ToLower().StartsWith(about.ToLower())) : entries;
        entries = filter.ActorName is { Length: > 0 } name ? entries.Where(e => e.ActorName.ToLower().StartsWith(name.ToLower())) : entries;
#pragma warning restore CA1304, CA1311, CA1862
        entries = filter.From is { } from ? entries.Where(e => e.At >= from) : entries;
        return filter.Until is { } until ? entries.Where(e => e.At < until) : entries;
    }
}
