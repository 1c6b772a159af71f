using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrivacyPortal.Requests;

/// <summary>
/// Somebody to whom no direct marketing goes (art. 21(3)): a keyed hash of one identity, never the identity. It outlives the file, or the objection
/// would be forgotten with it.
/// </summary>
public sealed class SuppressedIdentity
{
    /// <summary>As <see cref="Fulfilment.IdentityHash"/> makes it.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The reference of the objection.</summary>
    public string About { get; init; } = "";

    public DateTimeOffset Since { get; init; }
}

internal sealed class SuppressedIdentityMapping : IEntityTypeConfiguration<SuppressedIdentity>
{
    public void Configure(EntityTypeBuilder<SuppressedIdentity> builder)
    {
        builder.ToTable("suppression_list");
        builder.HasKey(s => s.Hash);
    }
}
