using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrivacyPortal.Data;

namespace PrivacyPortal.Api;

/// <summary>
/// A call that is to take effect once, by whatever key its caller chose. The row is taken before the verb runs, marked as done in the
/// transaction of the verb itself, and given the answer after it.
/// </summary>
public sealed class IdempotentCall
{
    public Guid Id { get; init; }

    /// <summary>The API key that called: two callers may choose the same word.</summary>
    public Guid KeyId { get; init; }

    /// <summary>What the caller sent as <c>Idempotency-Key</c>.</summary>
    public string Word { get; init; } = "";

    /// <summary>Keyed hash of method, path, query, <c>If-Match</c> and body: without the portal's key nobody can try names out against it.</summary>
    public string CallHash { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Set with the change itself: from then on it is never done again.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>The answer; null until it is kept.</summary>
    public int? Status { get; set; }

    public string? ContentType { get; set; }

    public string? ETag { get; set; }

    public string? Location { get; set; }

    /// <summary>Ids, references and states: answers to verbs hold no personal data.</summary>
    public byte[]? Body { get; set; }

    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Removes what was kept long enough, also where no further call comes.</summary>
    public static async Task SweepAsync(PortalDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var old = now - Kept;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Set<IdempotentCall>().Where(c => c.StartedAt < old).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Marks the call as done, in the caller's transaction.</summary>
    /// <exception cref="ApiFaultException">Another took the word over, because this one was given up for lost: nothing of it may take effect.</exception>
    public static async Task MarkDoneAsync(PortalDbContext db, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Set<IdempotentCall>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.DoneAt, now), ct) == 0)
        {
            throw new ApiFaultException(ApiFault.IdempotencyInProgress);
        }
    }
}

internal sealed class IdempotentCallMapping : IEntityTypeConfiguration<IdempotentCall>
{
    public void Configure(EntityTypeBuilder<IdempotentCall> builder)
    {
        builder.ToTable("api_calls");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Word).HasMaxLength(200);
        builder.Property(c => c.CallHash).HasMaxLength(64);
        builder.HasIndex(c => new { c.KeyId, c.Word }).IsUnique();
        builder.HasIndex(c => c.StartedAt);
    }
}

/// <summary>The portal's key for hashes of calls.</summary>
public delegate byte[] CallHashKey();

/// <summary>Marks what takes an <c>Idempotency-Key</c>.</summary>
internal sealed class IdempotentEndpoint
{
    public static readonly IdempotentEndpoint Instance = new();
}
