using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrivacyPortal.Requests;

internal sealed class RequestStepMapping : IEntityTypeConfiguration<RequestStep>
{
    public void Configure(EntityTypeBuilder<RequestStep> builder)
    {
        builder.ToTable("request_steps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Token).IsConcurrencyToken();
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(s => s.RequestId);
        builder.HasIndex(s => new { s.State, s.NotBefore });
    }
}

internal sealed class RequestSourceMapping : IEntityTypeConfiguration<RequestSource>
{
    public void Configure(EntityTypeBuilder<RequestSource> builder)
    {
        builder.ToTable("request_sources");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(s => s.RequestId);
        builder.HasIndex(s => new { s.RequestId, s.SourceId }).IsUnique();
    }
}

internal sealed class RequestRowsMapping : IEntityTypeConfiguration<RequestRows>
{
    public void Configure(EntityTypeBuilder<RequestRows> builder)
    {
        builder.ToTable("request_rows");
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(r => r.RequestId);
        builder.HasIndex(r => new { r.RequestId, r.SourceId, r.Table, r.Ordinal });
    }
}

internal sealed class RequestRecipientMapping : IEntityTypeConfiguration<RequestRecipient>
{
    public void Configure(EntityTypeBuilder<RequestRecipient> builder)
    {
        builder.ToTable("request_recipients");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(r => r.RequestId);
    }
}
