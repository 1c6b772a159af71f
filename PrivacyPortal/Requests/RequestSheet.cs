using PrivacyPortal.Access;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

public enum RequestSort
{
    DueOn,
    ReceivedOn,
    Reference,
    ChangedAt,
}

/// <summary>Which requests a list shows; null means all.</summary>
/// <param name="Text">A reference or its beginning, or exactly an e-mail address, telephone number or customer id of the subject.</param>
/// <param name="Open">True: not closed.</param>
/// <param name="DueBy">Open ones that are due on or before this day.</param>
public sealed record RequestFilter(
    string? Text = null, RequestStatus? Status = null, SubjectRight? Right = null, bool? Open = null, DateOnly? DueBy = null, RequestOutcome? Outcome = null,
    DateOnly? ReceivedFrom = null, DateOnly? ReceivedUntil = null);

/// <param name="Name">Masked for who may not open findings; null once the file's key is destroyed.</param>
/// <param name="DaysLeft">Negative when overdue; null once closed.</param>
public sealed record RequestRow(
    Guid Id, string Reference, SubjectRight Right, RequestStatus Status, RequestOutcome? Outcome, string? Name, RequestChannel Channel,
    DateOnly ReceivedOn, DateOnly DueOn, DateOnly StrictOn, int? DaysLeft, bool Suspended, bool Extended, DateOnly? AnsweredOn, DateTimeOffset ChangedAt);

/// <param name="Total">As far as it was counted (<see cref="RequestQueries.Reach"/>).</param>
/// <param name="More">Whether there are more than that.</param>
public sealed record RequestPage(IReadOnlyList<RequestRow> Rows, int Total, bool More = false);

/// <summary>A line of the timeline as shown.</summary>
public sealed record RequestEventRow(
    DateTimeOffset At, RequestVerb Verb, string ActorName, ActorKind ActorKind, RequestStatus? From, RequestStatus To, IReadOnlyDictionary<string, string> Facts, string? Note);

public sealed record RequestStepRow(
    Guid Id, Guid? SourceId, string SourceName, StepPhase Phase, StepState State, StepCause? Cause, int Attempts, long Progress,
    DateTimeOffset QueuedAt, DateTimeOffset NotBefore, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt)
{
    /// <summary>Whose task it is, and by when; null where it is none.</summary>
    public (string Owner, DateOnly DueOn)? Task { get; init; }
}

/// <summary>One source's part in a request, in counts and reports; its rows are asked for apart.</summary>
public sealed record RequestSourceRow(
    Guid SourceId, string SourceName, int MapVersion, bool MapChanged, DateTimeOffset SearchedAt, int Rows, int ThirdPartyRows, int Ambiguous, bool Reviewed, bool SearchAgain,
    SourceSummary Summary, bool? PreflightPassed, PreflightReport? Preflight, IReadOnlyList<PlanLine> Lines, ExecutionResult? Execution,
    VerificationReport? Verification, DateTimeOffset? ExecutedAt, DateTimeOffset? VerifiedAt)
{
    /// <summary>The source has changed since its map was confirmed: what is new there was not searched.</summary>
    public bool Drifted { get; init; }

    /// <summary>Another text whenever somebody reviewed it again; empty: nobody has.</summary>
    public string ReviewTag { get; init; } = "";

    /// <summary>A file that can be rewritten after an erasure; a server's files are its own.</summary>
    public bool InFile { get; init; }

    /// <summary>Something was erased or corrected here under a decision that was recalled later.</summary>
    public bool DoneBefore { get; init; }

    /// <summary>The source was removed since, and holds nothing that is still to be decided.</summary>
    public bool Gone { get; init; }

    /// <summary>What of the subject's own the DPO withholds, while that is to be decided on; none for who may not open findings.</summary>
    public IReadOnlyList<DecisionReason> Withheld { get; init; } = [];

    /// <summary>What was reported of work done by hand.</summary>
    public IReadOnlyList<ManualReport> ByHand { get; init; } = [];

    /// <summary>Whether a person searched it, because no machine reaches it; statements are attached by hand elsewhere too.</summary>
    public bool KeptByHand => ByHand.Any(r => r.Phase == StepPhase.Search);

    /// <summary>The lines of the plan as it is now, without what one that was recalled has done.</summary>
    public IReadOnlyList<PlanLine> Planned { get; init; } = [];

    /// <summary>The categories that its owner is asked to destroy by hand; none where a machine erases it, or where all of it stays.</summary>
    public IReadOnlyList<string> DestroyedByHand => KeptByHand && Rows > 0 ? [.. Planned.Where(l => !l.Stays).Select(l => l.Category).Distinct()] : [];

    /// <summary>What the plan keeps, with grounds.</summary>
    public IReadOnlyList<DecisionReason> Kept => [.. Lines.Select(l => l.Reason()).OfType<DecisionReason>().Distinct()];
}

public sealed record RequestLinkRow(Guid Id, string Reference, RequestLinkKind Kind, bool Earlier, SubjectRight Right, RequestStatus Status);

public sealed record HoldRow(
    Guid Id, HoldScope Scope, string? SourceName, string? Category, string About, DateOnly ReviewOn, DateTimeOffset PlacedAt, string PlacedBy,
    DateTimeOffset? ReleasedAt, string? ReleasedBy);

public sealed record RecipientRow(Guid Id, string Name, DateOnly? ToldOn, RecipientNotice? Notice);

/// <summary>All of a request that its page shows without opening a finding.</summary>
/// <param name="Subject">Null for who may not open findings, and once the file's key is destroyed.</param>
/// <param name="MaskedName">For everybody.</param>
/// <param name="Verbs">What this actor may do now.</param>
public sealed record RequestSheet(
    RequestRow Row, int Version, string Language, SubjectFile? Subject, string? MaskedName, IdentityProof? Proof, Deadline Deadline, DeadlineProfile Profile, string Region,
    IReadOnlyList<SuspensionRow> Suspensions, DateOnly? ExtendedOn, ExtensionGround? ExtensionGround, Handover? ExtensionNotice, DecisionKind? Decision,
    string? DecidedByName, DateTimeOffset? DecidedAt, IReadOnlyList<DecisionReason> Reasons, string? ApprovedByName, DateTimeOffset? ApprovedAt,
    RequestChannel? AnsweredBy, DateTimeOffset? ClosedAt, IReadOnlySet<RequestVerb> Verbs, IReadOnlyList<RequestEventRow> Timeline, IReadOnlyList<RequestStepRow> Steps,
    IReadOnlyList<RequestSourceRow> Sources, IReadOnlyList<RequestLinkRow> Links, IReadOnlyList<HoldRow> Holds, IReadOnlyList<RecipientRow> Recipients,
    IReadOnlyList<string> Article15Missing, IReadOnlyList<RequestDocumentRow> Documents)
{
    /// <summary>What was decided beside grant or refuse; null for who may not open findings.</summary>
    public Conclusion? Conclusion { get; init; }

    /// <summary>The names of connected systems that were not, or will not be, searched.</summary>
    public IReadOnlyList<string> Unsearched { get; init; } = [];

    /// <summary>Whether this is a restriction in force.</summary>
    public bool Restricts { get; init; }

    public DateOnly? RestrictedUntil { get; init; }

    /// <summary>Days since proof of identity was asked without an answer; null while none is awaited.</summary>
    public int? SilentDays { get; init; }

    /// <summary>References of other files that restrict the processing of this person's data.</summary>
    public IReadOnlyList<string> RestrictedBy { get; init; } = [];

    /// <summary>What was asked to be downloaded, and what the setting on exports asks now.</summary>
    public required RequestExports Exports { get; init; }

    /// <summary>Until when what it left behind is kept.</summary>
    public required RequestRetention Retention { get; init; }

    /// <summary>Since when one of the person's identities is on the suppression list.</summary>
    public DateTimeOffset? SuppressedSince { get; init; }
}

public sealed record SuspensionRow(SuspensionKind Kind, DateOnly AskedOn, DateOnly? AnsweredOn);

/// <summary>What the search and the review of one source are made of: keys, identities and decisions, to be opened by a DPO only.</summary>
public sealed record SourceFindings(WalkResult Found, SourceReview? Review, ErasurePlan? Erasure, RectificationPlan? Rectification, SourceMap? Map);

/// <summary>Some rows of one table.</summary>
/// <param name="Page">From 0.</param>
public sealed record FoundPage(IReadOnlyList<FoundRow> Rows, int Page, int Pages, int Total);

public sealed record RequestMonth(DateOnly Month, int Received, int Answered, int AnsweredLate);

/// <summary>The figures of the dashboard.</summary>
public sealed record RequestFigures(
    int Open, int DueSoon, int Overdue, int NeedsAttention, int AwaitingApproval, IReadOnlyDictionary<SubjectRight, int> ByRight,
    IReadOnlyDictionary<RequestStatus, int> ByStatus, IReadOnlyList<RequestMonth> Months, IReadOnlyList<RequestRow> Next)
{
    /// <summary>Requests in which somebody else's download waits for the reader, as a second person.</summary>
    public IReadOnlyList<string> Exports { get; init; } = [];
}
