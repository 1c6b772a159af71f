using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrivacyPortal.Receipts;

internal sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("receipts");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.CheckCodeHash).IsUnique();
        builder.HasIndex(r => r.Sha256);
        builder.HasIndex(r => r.OwnCopySha256);
        builder.HasIndex(r => new { r.Reference, r.IssuedAt });
        builder.HasIndex(r => r.IssuedAt);
    }
}

internal sealed class SigningFileMapping : IEntityTypeConfiguration<SigningFile>
{
    public void Configure(EntityTypeBuilder<SigningFile> builder)
    {
        builder.ToTable("signing_files");
        builder.HasKey(f => f.Name);
    }
}
