using System.Text.Json.Serialization;
using PrivacyPortal.Access;

namespace PrivacyPortal.Requests;

/// <summary>
/// What a decision says beside grant or refuse: the whole of it for the rights that no plan tells, the ground for an erasure. Kept sealed with the file's key and printed in the answer, in the
/// words of the DPO, which are written for the subject.
/// </summary>
[JsonDerivedType(typeof(RestrictionRuling), "restriction")]
[JsonDerivedType(typeof(ObjectionRuling), "objection")]
[JsonDerivedType(typeof(HumanReviewRuling), "human-review")]
[JsonDerivedType(typeof(ErasureRuling), "erasure")]
public abstract record Conclusion
{
    /// <summary>Whether it can stand for this right and decision; null when it can.</summary>
    internal abstract Refusal? Check(SubjectRight right, DecisionKind kind);
}

/// <summary>The cases of art. 18(1).</summary>
public enum RestrictionGround
{
    /// <summary>(a) the accuracy is contested.</summary>
    AccuracyContested,

    /// <summary>(b) the processing is unlawful and the subject wants no erasure.</summary>
    Unlawful,

    /// <summary>(c) the subject needs the data for legal claims.</summary>
    NeededForClaims,

    /// <summary>(d) an objection is being weighed.</summary>
    ObjectionPending,
}

/// <summary>Restricted: what was frozen where, and what could not be.</summary>
public sealed record RestrictionRuling(RestrictionGround Ground, IReadOnlyList<FrozenSource> Sources) : Conclusion
{
    /// <summary>Whether a source could not freeze the data: the request is then fulfilled in part.</summary>
    public bool IsPartial => Sources.Any(s => !s.Frozen);

    internal override Refusal? Check(SubjectRight right, DecisionKind kind) =>
        right != SubjectRight.Restriction || Sources.Count == 0 || Sources.All(s => !s.Frozen) ? Refusal.Invalid
        : Sources.Any(s => string.IsNullOrWhiteSpace(s.Measure)) ? Refusal.ReasonMissing
        : null;
}

/// <param name="Measure">How it is frozen, or why not and what is done instead.</param>
public sealed record FrozenSource(Guid SourceId, string Name, bool Frozen, string Measure);

/// <summary>What the subject objects to (art. 21).</summary>
public enum ObjectionScope
{
    /// <summary>Art. 21(2): stops without discussion.</summary>
    DirectMarketing,

    /// <summary>Art. 21(1): stops unless compelling legitimate grounds override.</summary>
    OtherProcessing,
    Both,
}

/// <summary>What was objected to and what stops. Direct marketing cannot be refused (art. 21(3)); the subject goes on the suppression list.</summary>
/// <param name="Stopped">What is no longer done with their data; empty for a refusal.</param>
public sealed record ObjectionRuling(ObjectionScope Scope, string Stopped) : Conclusion
{
    public bool StopsMarketing => Scope != ObjectionScope.OtherProcessing;

    internal override Refusal? Check(SubjectRight right, DecisionKind kind) =>
        right != SubjectRight.Objection ? Refusal.Invalid
        : kind == DecisionKind.Refuse ? StopsMarketing ? Refusal.Invalid : null
        : kind == DecisionKind.GrantInPart && Scope != ObjectionScope.Both ? Refusal.Invalid
        : string.IsNullOrWhiteSpace(Stopped) ? Refusal.ReasonMissing
        : null;
}

/// <summary>What became of the automated decision.</summary>
public enum ReviewOutcome
{
    Confirmed,
    Changed,
    Annulled,
}

/// <summary>A person reviewed an automated decision (art. 22(3)).</summary>
/// <param name="Reviewer">By name and function: the person who had the power to change it.</param>
public sealed record HumanReviewRuling(string Reviewer, ReviewOutcome Outcome, string Reasons) : Conclusion
{
    internal override Refusal? Check(SubjectRight right, DecisionKind kind) =>
        right != SubjectRight.HumanReview || string.IsNullOrWhiteSpace(Reviewer) ? Refusal.Invalid
        : string.IsNullOrWhiteSpace(Reasons) ? Refusal.ReasonMissing
        : null;
}

/// <summary>The grounds on which data must be erased (art. 17(1)).</summary>
public enum ErasureGround
{
    /// <summary>(a) no longer necessary for what they were collected for.</summary>
    NoLongerNecessary,

    /// <summary>(b) consent was withdrawn and nothing else carries the processing.</summary>
    ConsentWithdrawn,

    /// <summary>(c) the subject objects and nothing overrides, or objects to direct marketing.</summary>
    Objected,

    /// <summary>(d) processed unlawfully.</summary>
    Unlawful,

    /// <summary>(e) a law demands the erasure.</summary>
    LegalObligation,

    /// <summary>(f) collected from a child for an online service.</summary>
    Child,

    /// <summary>None of them: erased because the person asks.</summary>
    None,
}

/// <summary>Erased on this ground. An erasure can be granted without it, as long as nobody said which it is; its receipt then names none.</summary>
public sealed record ErasureRuling(ErasureGround Ground) : Conclusion
{
    /// <summary>Why it is erased although another file restricts the processing of the same data (art. 18(2)); for the record, not printed. Null where none does.</summary>
    public string? DespiteRestriction { get; init; }

    internal override Refusal? Check(SubjectRight right, DecisionKind kind) =>
        right != SubjectRight.Erasure || kind == DecisionKind.Refuse || !Enum.IsDefined(Ground) ? Refusal.Invalid : null;
}
