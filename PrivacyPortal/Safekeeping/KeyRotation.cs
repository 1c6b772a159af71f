using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Safekeeping;

/// <summary>What a change of the master key did.</summary>
/// <param name="Sealed">How many things of each kind were sealed anew.</param>
/// <param name="OldKey">The file that keeps the old key; null where the environment gives it.</param>
public sealed record RotatedKey(string From, string To, IReadOnlyDictionary<string, int> Sealed, string? OldKey);

/// <summary>
/// Changes the master key: everything that is sealed is sealed anew in one transaction, with its line in the audit log. The commit is the
/// instant of the change. A process that dies before it leaves the old key in force, after it the new one; the next start sees which.
/// </summary>
public sealed class KeyRotation(IDbContextFactory<PortalDbContext> contexts, MasterKey master, IEnumerable<SealedThings> things, AuditLog audit)
{
    public const string Variable = "PORTAL_MASTER_KEY_NEW";

    /// <summary>The portal must not run meanwhile: it would go on sealing with the old key.</summary>
    /// <param name="given">The new key in base64; null or empty: one is made.</param>
    /// <exception cref="InvalidOperationException">What was given is no key, or the one in use.</exception>
    public async Task<RotatedKey> RotateAsync(Actor actor, string? given, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        KeyChange change;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            change = KeyChange.Begin(master, given, Variable, db);
            FaultPoint.Pass("staging");
            foreach (var kind in things)
            {
                counts[kind.Kind] = await kind.SealAgainAsync(change, ct);
            }

            FaultPoint.Pass("sealing");
            await audit.RecordAsync(db, ct, new AuditFact(actor, "safekeeping", "key-rotated", change.To, new { from = change.From, counts }));
            await transaction.CommitAsync(ct);
        }

        FaultPoint.Pass("rotating");
        if (db.Database.IsSqlite())
        {
            // What the old key sealed shall not stay in the log beside the database.
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", ct);
        }

        FaultPoint.Pass("truncating");
        var old = change.Finish();
        FaultPoint.Pass("placing");
        return new RotatedKey(change.From, change.To, counts, old);
    }
}
