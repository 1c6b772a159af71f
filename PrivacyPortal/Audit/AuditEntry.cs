namespace PrivacyPortal.Audit;

/// <summary>One line of the audit log. Never changed once written: the next line's hash rests on it, and triggers refuse it.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3, … without a gap.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    public string ActorKind { get; init; } = "";

    public Guid? ActorId { get; init; }

    public string ActorName { get; init; } = "";

    /// <summary>The slice it happened in, such as <c>request</c>.</summary>
    public string Category { get; init; } = "";

    /// <summary>What happened, such as <c>decided</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it happened to, by a reference that is no personal data, such as <c>DSR-2026-000123</c>.</summary>
    public string About { get; init; } = "";

    /// <summary>Ids, counts and hashes as a JSON object; never a value of a subject's.</summary>
    public string Payload { get; init; } = "{}";

    /// <summary>The hash of the line before, in lower-case hex; 64 zeros for the first.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>SHA-256 of this line in its canonical form (<see cref="AuditChain"/>).</summary>
    public string Hash { get; set; } = "";
}

/// <summary>The end of the chain, in one row: the lock that writers take last, and what betrays a log whose end was cut off.</summary>
public sealed class AuditHead
{
    public int Id { get; init; } = 1;

    public long Sequence { get; set; }

    public string Hash { get; set; } = AuditChain.Origin;
}
