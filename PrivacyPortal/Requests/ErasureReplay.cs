using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Requests;

public enum ReplayState
{
    /// <summary>Waits for a DPO.</summary>
    Pending,
    Confirmed,

    /// <summary>By a DPO, or by a newer search of the same source.</summary>
    Dismissed,
}

/// <summary>
/// Who came back with a source that was restored from a backup, as a list for the DPO: after their word each is erased again, by the same
/// decisions. What leads to the people is sealed under a key of the list's own, which ends with the DPO's word.
/// </summary>
public sealed class ErasureReplay : IVersioned
{
    public Guid Id { get; init; }

    public Guid SourceId { get; init; }

    public string SourceName { get; init; } = "";

    public DateTimeOffset SearchedAt { get; init; }

    /// <summary>How many entries of the ledger were compared.</summary>
    public int Entries { get; init; }

    public ReplayState State { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Guid? EndedById { get; private set; }

    public string? EndedBy { get; private set; }

    public int Version { get; set; } = 1;

    public Refusal? End(Actor actor, ReplayState state, DateTimeOffset now)
    {
        if (State != ReplayState.Pending)
        {
            return Refusal.WrongState;
        }

        (State, EndedAt, EndedById, EndedBy) = (state, now, actor.PersonId, actor.Name);
        return null;
    }
}

/// <summary>One entry of the ledger whose person came back.</summary>
public sealed class ReplayFinding
{
    public Guid Id { get; init; }

    public Guid ReplayId { get; init; }

    /// <summary>The entry of the ledger.</summary>
    public Guid EntryId { get; init; }

    /// <summary>The reference of the file on which it was decided.</summary>
    public string About { get; init; } = "";

    public DateTimeOffset ErasedAt { get; init; }

    /// <summary>JSON of <see cref="Fulfilment.ReturnedRows"/>.</summary>
    public string Tables { get; init; } = "[]";

    public int Ambiguous { get; init; }

    /// <summary>The identities, sealed under the list's key; empty once that is destroyed.</summary>
    public byte[] Box { get; set; } = [];

    /// <summary>The file in which they are erased again; null before the DPO's word, and where it was no.</summary>
    public Guid? RequestId { get; set; }

    internal string Place => $"replay/{Id:n}";
}

internal sealed class ErasureReplayMapping : IEntityTypeConfiguration<ErasureReplay>
{
    public void Configure(EntityTypeBuilder<ErasureReplay> builder)
    {
        builder.ToTable("erasure_replays");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.State);
    }
}

internal sealed class ReplayFindingMapping : IEntityTypeConfiguration<ReplayFinding>
{
    public void Configure(EntityTypeBuilder<ReplayFinding> builder)
    {
        builder.ToTable("replay_findings");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.HasOne<ErasureReplay>().WithMany().HasForeignKey(f => f.ReplayId);
        builder.HasIndex(f => f.RequestId);
    }
}
