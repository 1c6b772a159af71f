using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrivacyPortal.Requests;

internal sealed class SubjectRequestMapping : IEntityTypeConfiguration<SubjectRequest>
{
    public void Configure(EntityTypeBuilder<SubjectRequest> builder)
    {
        builder.ToTable("requests");
        builder.HasIndex(r => r.Reference).IsUnique();
        builder.HasIndex(r => new { r.Year, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.Status, r.DueOn });
        builder.HasIndex(r => r.ReceivedOn);
        builder.HasIndex(r => r.ChangedAt);
        builder.OwnsOne(r => r.ExtensionNotice);
        builder.Ignore(r => r.IsSuspended);
        builder.OwnsMany(r => r.Suspensions, suspension =>
        {
            suspension.ToTable("request_suspensions");
            suspension.WithOwner().HasForeignKey("RequestId");
            suspension.Property<long>("Id");
            suspension.HasKey("Id");
            suspension.Property(s => s.Kind);
            suspension.Property(s => s.AskedOn);
            suspension.Property(s => s.AnsweredOn);
        });
    }
}

internal sealed class RequestEventMapping : IEntityTypeConfiguration<RequestEvent>
{
    public void Configure(EntityTypeBuilder<RequestEvent> builder)
    {
        builder.ToTable("request_events");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(e => e.RequestId);
        builder.HasIndex(e => new { e.RequestId, e.At });
    }
}

internal sealed class RequestIdentityMapping : IEntityTypeConfiguration<RequestIdentity>
{
    public void Configure(EntityTypeBuilder<RequestIdentity> builder)
    {
        builder.ToTable("request_identities");
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(i => i.RequestId);
        builder.HasIndex(i => i.Hash);
    }
}

internal sealed class RequestLinkMapping : IEntityTypeConfiguration<RequestLink>
{
    public void Configure(EntityTypeBuilder<RequestLink> builder)
    {
        builder.ToTable("request_links");
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(l => l.RequestId);
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(l => l.OtherId);
    }
}
