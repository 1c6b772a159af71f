namespace PrivacyPortal.Requests;

public enum DecisionKind
{
    Grant,
    GrantInPart,
    Refuse,
}

/// <summary>The article on which something is refused or kept.</summary>
public enum RefusalGround
{
    /// <summary>Art. 12(5): manifestly unfounded.</summary>
    ManifestlyUnfounded,

    /// <summary>Art. 12(5): excessive, in particular because repetitive.</summary>
    Excessive,

    /// <summary>Art. 11(2) with 12(2).</summary>
    NotIdentifiable,

    /// <summary>Art. 15(4): rights and freedoms of others.</summary>
    RightsOfOthers,

    /// <summary>Art. 17(3)(a).</summary>
    FreedomOfExpression,

    /// <summary>Art. 17(3)(b).</summary>
    LegalObligation,

    /// <summary>Art. 17(3)(c).</summary>
    PublicHealth,

    /// <summary>Art. 17(3)(d).</summary>
    Archiving,

    /// <summary>Art. 17(3)(e).</summary>
    LegalClaims,

    /// <summary>Art. 21(1): compelling legitimate grounds that override, or legal claims.</summary>
    CompellingGrounds,

    /// <summary>The right's own conditions are not met, such as no ground of art. 17(1).</summary>
    ConditionsNotMet,

    /// <summary>Another person's data too: an erasure reaches the subject's own (art. 17(1)).</summary>
    SharedWithOthers,

    /// <summary>Nothing is refused: another request of the same person is answered, and this one with it.</summary>
    AnsweredElsewhere,
}

/// <summary>Why a category of data is refused or kept. The explanation is written for the subject.</summary>
/// <param name="Category">Of the data map, such as <c>contact.email</c>; empty for the request as a whole.</param>
/// <param name="Until">Until when it is kept, where the law sets a date.</param>
public sealed record DecisionReason(string Category, RefusalGround Ground, string Explanation, DateOnly? Until = null);

/// <summary>What is known of the plan when somebody decides on it.</summary>
/// <param name="Findings">Tables with rows of the subject's.</param>
/// <param name="Reviewed">Whether every finding and field has its decision.</param>
/// <param name="Preflight">The newest dry run: null when there is none for the plan as it is.</param>
/// <param name="Held">Whether the plan would erase what is under a legal hold.</param>
/// <param name="Kept">What the plan keeps or withholds, with its grounds.</param>
public sealed record Readiness(int Findings, bool Reviewed, bool? Preflight, bool Held, IReadOnlyList<DecisionReason> Kept)
{
    /// <summary>What is decided beside grant or refuse, for the rights that ask for it.</summary>
    public Conclusion? Conclusion { get; init; }

    /// <summary>Systems that were not searched; what is granted is then no more than a part.</summary>
    public IReadOnlyList<string> Unsearched { get; init; } = [];

    /// <summary>Whether a system may have hidden rows from the search: what is granted is then no more than a part, too.</summary>
    public bool NotWhole { get; init; }

    /// <summary>Why it is decided all the same.</summary>
    public string? UnsearchedBecause { get; init; }

    /// <summary>Other files that restrict the processing of the person's data: erasing is processing too (art. 18(2)).</summary>
    public IReadOnlyList<string> RestrictedBy { get; init; } = [];

    internal bool IsErasedUnawares => RestrictedBy.Count > 0 && string.IsNullOrWhiteSpace((Conclusion as ErasureRuling)?.DespiteRestriction);

    internal bool IsDecidedUnawares => Unsearched.Count > 0 && string.IsNullOrWhiteSpace(UnsearchedBecause);
}

/// <summary>Why an answer needs two further months (art. 12(3)).</summary>
public enum ExtensionGround
{
    Complexity,
    Number,
}

/// <summary>That something was handed to the subject: how and on which day.</summary>
public sealed record Handover(RequestChannel Channel, DateOnly On);

/// <summary>How the portal knows that the subject is who they say.</summary>
public enum IdentityProof
{
    /// <summary>A code sent to an address that the data hangs on.</summary>
    Code,

    /// <summary>A conversation id and a fact that only the person knows.</summary>
    KnownFact,

    /// <summary>A document; it is erased on the decision, "checked" stays.</summary>
    Document,

    /// <summary>The DPO's reason why it is certain.</summary>
    Certain,
}
