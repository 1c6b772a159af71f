using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.Data;

namespace PrivacyPortal.Audit;

/// <summary>What happened, to be written to the log with the change itself.</summary>
/// <param name="Category">The slice, such as <c>request</c>.</param>
/// <param name="Name">What happened, in the past tense, such as <c>decided</c>.</param>
/// <param name="About">A reference that is no personal data.</param>
/// <param name="Payload">An object of ids, counts and hashes; never a value of a subject's, and of free text only a keyed hash.</param>
public sealed record AuditFact(Actor Actor, string Category, string Name, string About, object? Payload = null);

/// <summary>
/// The audit log's one door. A fact is written in the transaction of the change that it tells: both are there, or neither. The chain is
/// extended last, just before the commit, so that writers wait for each other as briefly as can be.
/// </summary>
public sealed class AuditLog(TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Saves the caller's changes and these facts together. <see cref="Refusal.Stale"/> when somebody else changed the same thing meanwhile;
    /// nothing is saved then.
    /// </summary>
    public async Task<Refusal?> SaveAsync(PortalDbContext db, CancellationToken ct, params IReadOnlyList<AuditFact> facts)
    {
        try
        {
            if (db.Database.CurrentTransaction is not null)
            {
                await db.SaveChangesAsync(ct);
                await RecordAsync(db, ct, facts);
                return null;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.SaveChangesAsync(ct);
            await RecordAsync(db, ct, facts);
            await transaction.CommitAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Refusal.Stale;
        }
    }

    /// <summary>Extends the chain within the caller's transaction, which must be open; returns the last entry (its hash is the head then).</summary>
    public async Task<AuditEntry> RecordAsync(PortalDbContext db, CancellationToken ct, params IReadOnlyList<AuditFact> facts)
    {
        ArgumentOutOfRangeException.ThrowIfZero(facts.Count);
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An audit fact is recorded in the transaction of the change that it tells.");
        }

        var head = await LockHeadAsync(db, ct);
        AuditEntry? last = null;
        foreach (var fact in facts)
        {
            last = Chained(fact, head);
            db.Add(last);
            (head.Sequence, head.Hash) = (last.Sequence, last.Hash);
        }

        await db.SaveChangesAsync(ct);
        if (facts.Select(f => f.Actor.Call).FirstOrDefault(c => c is not null) is { } call)
        {
            // The call of the API and what it did are one.
            await IdempotentCall.MarkDoneAsync(db, call, clock.GetUtcNow(), ct);
        }

        return last!;
    }

    private static async Task<AuditHead> LockHeadAsync(PortalDbContext db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("SELECT 1 FROM audit_head WHERE \"Id\" = 1 FOR UPDATE", ct);
        }

        if (db.ChangeTracker.Entries<AuditHead>().SingleOrDefault() is { } tracked)
        {
            await tracked.ReloadAsync(ct);
        }

        var head = await db.Set<AuditHead>().SingleOrDefaultAsync(ct);
        return head ?? db.Add(new AuditHead()).Entity;
    }

    private AuditEntry Chained(AuditFact fact, AuditHead head)
    {
        var entry = new AuditEntry
        {
            Sequence = head.Sequence + 1,
            // The log keeps milliseconds; the hash must cover what is kept.
            At = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()),
            ActorKind = fact.Actor.Kind.ToString(),
            ActorId = fact.Actor.PersonId,
            ActorName = fact.Actor.Name,
            Category = fact.Category,
            Name = fact.Name,
            About = fact.About,
            Payload = fact.Payload is null ? "{}" : JsonSerializer.Serialize(fact.Payload, Json),
            PreviousHash = head.Hash,
        };
        entry.Hash = AuditChain.HashOf(entry);
        return entry;
    }
}
