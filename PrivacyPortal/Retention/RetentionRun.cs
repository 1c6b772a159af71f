using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Retention;

/// <param name="Ended">Requests of which something was destroyed.</param>
/// <param name="Waiting">Requests of which something is due and still needed.</param>
/// <param name="LedgerEntries">Entries of the erasure ledger that outlived the oldest backup.</param>
public sealed record RetentionResult(int Ended, int Waiting, int LedgerEntries);

/// <summary>
/// Ends what the portal has kept long enough, with a line in the audit log for each thing. What is held or still needed waits for a later run; run
/// again, it finds nothing.
/// </summary>
public sealed class RetentionRun(IDbContextFactory<PortalDbContext> contexts, RequestDesk desk, DataSourceQueries sources, AuditLog audit, TimeProvider clock)
{
    private static readonly Actor Self = Actor.System("retention");

    public async Task<RetentionResult> RunAsync(CancellationToken ct)
    {
        var (ended, waiting) = (0, 0);
        foreach (var request in await desk.PastRetentionAsync(Self, ct))
        {
            switch (await desk.EndAsync(Self, request, ct))
            {
                case null:
                    ended++;
                    break;
                case Refusal.UnderHold:
                    waiting++;
                    break;
                default:
                    // Changed meanwhile: the next run looks again.
                    break;
            }
        }

        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            await IdempotentCall.SweepAsync(db, clock.GetUtcNow(), ct);
        }

        return new RetentionResult(ended, waiting, await ShortenLedgerAsync(ct));
    }

    /// <summary>An erasure need not be repeated once no backup is left from before it.</summary>
    private async Task<int> ShortenLedgerAsync(CancellationToken ct)
    {
        var ended = 0;
        foreach (var source in await sources.MappedAsync(ct))
        {
            if (source.BackupDays is not { } days)
            {
                continue;
            }

            await using var db = await contexts.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var oldest = clock.GetUtcNow().AddDays(-days);
            var entries = await db.Set<ErasureLedgerEntry>().Where(e => e.SourceId == source.Id && e.ErasedAt < oldest).ExecuteDeleteAsync(ct);
            if (entries > 0 && await audit.SaveAsync(db, ct, new AuditFact(Self, "retention", "ledger-shortened", source.Name, new { source = source.Id, entries, oldest })) is null)
            {
                await transaction.CommitAsync(ct);
                ended += entries;
            }
        }

        return ended;
    }
}
