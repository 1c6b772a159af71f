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
        builder.HasIndex(r => new { r.AnsweredOn, r.DueOn });
        IndexLists(builder);
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

    /// <summary>
    /// One for each way in which lists are filtered and sorted, so that a page is read in its order and counted without its rows, however many there are.
    /// Those of open requests hold these alone: among a million closed ones, an index of all would be read from the wrong end. They end in
    /// <see cref="SubjectRequest.ClosedAt"/> because SQLite counts by an index only if all that is asked is in it.
    /// </summary>
    private static void IndexLists(EntityTypeBuilder<SubjectRequest> builder)
    {
        builder.HasIndex(r => new { r.IsClosed, r.DueOn, r.Id });
        builder.HasIndex(r => new { r.DueOn, r.Id });
        builder.HasIndex(r => new { r.ReceivedOn, r.Id });
        builder.HasIndex(r => new { r.ChangedAt, r.Id });
        builder.HasIndex(r => new { r.Right, r.ChangedAt, r.Id, r.ClosedAt });

        const string Open = "\"ClosedAt\" IS NULL";
        builder.HasIndex(r => new { r.DueOn, r.Id, r.ClosedAt }, "IX_requests_open_DueOn").HasFilter(Open);
        builder.HasIndex(r => new { r.ReceivedOn, r.Id, r.ClosedAt }, "IX_requests_open_ReceivedOn").HasFilter(Open);
        builder.HasIndex(r => new { r.ChangedAt, r.Id, r.ClosedAt }, "IX_requests_open_ChangedAt").HasFilter(Open);
        builder.HasIndex(r => new { r.Reference, r.Id, r.ClosedAt }, "IX_requests_open_Reference").HasFilter(Open);
        builder.HasIndex(r => new { r.Right, r.DueOn, r.Id, r.ClosedAt }, "IX_requests_open_Right").HasFilter(Open);
        builder.HasIndex(r => new { r.Status, r.DueOn, r.Id, r.ClosedAt }, "IX_requests_open_Status").HasFilter(Open);
        builder.HasIndex(r => new { r.Status, r.Right, r.DueOn, r.Id, r.ClosedAt }, "IX_requests_open_Status_Right").HasFilter(Open);

        const string Closed = "\"ClosedAt\" IS NOT NULL";
        builder.HasIndex(r => new { r.DueOn, r.Id, r.ClosedAt }, "IX_requests_closed_DueOn").HasFilter(Closed);
        builder.HasIndex(r => new { r.ReceivedOn, r.Id, r.ClosedAt }, "IX_requests_closed_ReceivedOn").HasFilter(Closed);
        builder.HasIndex(r => new { r.ChangedAt, r.Id, r.ClosedAt }, "IX_requests_closed_ChangedAt").HasFilter(Closed);
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
