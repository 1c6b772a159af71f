using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrivacyPortal.Requests;

/// <summary>
/// The person's own copy of a document that says more than the archive may keep (corrected values), or the package of an access. A
/// package is sealed under a key of its own, the other under the findings' key: each ends with its key.
/// </summary>
public sealed class RequestDocument
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    /// <summary>Such as <c>DSR-2026-000123-package.zip</c>; no personal data.</summary>
    public string FileName { get; init; } = "";

    public string MediaType { get; init; } = "";

    /// <summary>SHA-256 of what is handed over, in lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    public long Length { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public byte[] Box { get; init; } = [];

    internal string Place => $"document/{Id:n}";
}

internal sealed class RequestDocumentMapping : IEntityTypeConfiguration<RequestDocument>
{
    public void Configure(EntityTypeBuilder<RequestDocument> builder)
    {
        builder.ToTable("request_documents");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(d => d.RequestId);
    }
}
