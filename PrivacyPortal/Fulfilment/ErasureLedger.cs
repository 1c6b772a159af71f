using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// That somebody was erased from a source: so that, when an older backup is restored there, they can be erased again by the same decisions.
/// It knows nobody: keyed hashes of identities, decisions per table and field without values. It lives as long as the oldest backup.
/// </summary>
public sealed class ErasureLedgerEntry
{
    public Guid Id { get; init; }

    /// <summary>The reference of the file on which it was decided.</summary>
    public string About { get; init; } = "";

    public Guid SourceId { get; init; }

    /// <summary>Keyed hashes (<see cref="IdentityHash.InSource"/> and <see cref="IdentityHash.Respelled"/>), separated by blanks.</summary>
    public string Identities { get; init; } = "";

    public int MapVersion { get; init; }

    /// <summary>JSON of <see cref="ErasureDecision"/>s.</summary>
    public string Decisions { get; init; } = "[]";

    public DateTimeOffset ErasedAt { get; init; }
}

internal sealed class ErasureLedgerMapping : IEntityTypeConfiguration<ErasureLedgerEntry>
{
    public void Configure(EntityTypeBuilder<ErasureLedgerEntry> builder)
    {
        builder.ToTable("erasure_ledger");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.SourceId, e.ErasedAt });
    }
}
