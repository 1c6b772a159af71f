namespace PrivacyPortal.Receipts;

public enum ReceiptKind
{
    Acknowledgement,
    AccessAnswer,
    AccessReport,
    Rectification,
    Erasure,
    Refusal,
    Extension,
    NoData,
    NotIdentifiable,
    SettingsAttestation,
    SettingsHistory,
    RequestRegister,
    ReceiptRegister,
    AuditSummary,
    Restriction,
    RestrictionEnd,
    Portability,
    Objection,
    HumanReview,
    AnsweredElsewhere,
}

/// <summary>
/// A document that the portal issued, signed and can recognise for ever. It holds no value of a subject's: what is archived carries a
/// masked identity, categories, counts and hashes; of what carries more, only the hash is kept.
/// </summary>
public sealed class Receipt
{
    public Guid Id { get; init; }

    public ReceiptKind Kind { get; init; }

    /// <summary>What it belongs to, such as <c>DSR-2026-000123</c>.</summary>
    public string Reference { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>Who answers for it, as printed; the check page tells it.</summary>
    public string Controller { get; init; } = "";

    /// <summary>The archived PDF; null where only its hash is kept.</summary>
    public byte[]? Content { get; init; }

    public long Length { get; init; }

    /// <summary>SHA-256 of the archived PDF, in lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>SHA-256 of the person's own copy, where that says more than the archive may keep.</summary>
    public string? OwnCopySha256 { get; init; }

    /// <summary>SHA-256 of the check code: the code itself is printed on the document and kept nowhere else.</summary>
    public string CheckCodeHash { get; init; } = "";

    public DateTimeOffset IssuedAt { get; init; }

    public Guid? IssuedById { get; init; }

    public string IssuedBy { get; init; } = "";

    /// <summary>The line of the audit log that tells of it.</summary>
    public long AuditSequence { get; init; }

    /// <summary>The head of the audit chain when it was issued, as printed on it.</summary>
    public string AuditHead { get; init; } = "";

    /// <summary>SHA-256 of the signing certificate.</summary>
    public string CertificateFingerprint { get; init; } = "";
}
