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

    public DocumentKind Kind { get; init; }

    /// <summary>For what came with a task: the source kept by hand.</summary>
    public Guid? SourceId { get; init; }

    public byte[] Box { get; init; } = [];

    internal string Place => $"document/{Id:n}";
}

public enum DocumentKind
{
    /// <summary>Made by the portal: the package, or the person's own copy of a document.</summary>
    Answer,

    /// <summary>What was found in a source kept by hand; part of the package.</summary>
    Export,

    /// <summary>That something was done in a source kept by hand. Sealed under the file's own key, so that it outlives the findings.</summary>
    Proof,
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
