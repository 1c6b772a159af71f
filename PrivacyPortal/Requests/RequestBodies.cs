using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>Why, where a verb asks for nothing else; for the record.</summary>
public sealed record ReasonBody(string Reason);

/// <param name="Doubt">The reasonable doubt that art. 12(6) asks for.</param>
public sealed record IdentityDemandBody(string Doubt);

public sealed record IdentityProofBody(IdentityProof Proof, string Reason);

public sealed record QuestionBody(string Question);

public sealed record ClarificationBody(string Answer);

/// <summary>What was decided on one source's findings; what is left out stays as the map suggests.</summary>
/// <param name="Source">The id of the source.</param>
/// <param name="Ticks">Whose the ambiguous rows are; takes effect with a new search.</param>
/// <param name="Follow">Identities met on the way that are accepted; takes effect with a new search.</param>
/// <param name="Statements">What the person states on something said, in place of a correction.</param>
public sealed record ReviewBody(
    Guid Source, IReadOnlyList<Tick>? Ticks = null, IReadOnlyList<Identity>? Follow = null, IReadOnlyList<FindingRelease>? Releases = null,
    IReadOnlyList<TextRedaction>? Redactions = null, IReadOnlyList<ErasureDecision>? Erasures = null, IReadOnlyList<Correction>? Corrections = null,
    IReadOnlyList<SupplementaryStatement>? Statements = null, bool OwnText = false, bool Compact = false)
{
    internal SourceReview Review => new(Ticks ?? [], Follow ?? [], Releases ?? [], Redactions ?? [], Erasures ?? [], Corrections ?? [], OwnText, Compact) { Statements = Statements ?? [] };
}

/// <param name="Reasons">For what is refused, by category; empty for a grant.</param>
/// <param name="LateBecause">For a whole refusal after the first month.</param>
/// <param name="Conclusion">For a restriction, an objection or a human review; for an erasure its ground, if that was said.</param>
/// <param name="UnsearchedBecause">Why it is granted although systems were not searched (the request's <c>unsearched</c>).</param>
public sealed record DecisionBody(
    DecisionKind Kind, IReadOnlyList<DecisionReason>? Reasons = null, string? LateBecause = null, Conclusion? Conclusion = null, string? UnsearchedBecause = null);

/// <param name="LateBecause">Why it leaves after the first month.</param>
public sealed record RefusalBody(IReadOnlyList<DecisionReason> Reasons, string? LateBecause = null);

public sealed record NotIdentifiableBody(string WhatWouldHelp, string? LateBecause = null);

/// <param name="Of">The reference of the request that answers this one too.</param>
public sealed record DuplicateBody(string Of, string? LateBecause = null);

/// <param name="Notice">How and when the notice was handed over.</param>
public sealed record ExtensionBody(ExtensionGround Ground, string Reason, Handover Notice);

/// <param name="ReviewOn">When somebody must look whether it is still needed.</param>
public sealed record HoldBody(HoldScope Scope, DateOnly ReviewOn, string Reason, Guid? Source = null, string? Category = null);

/// <param name="On">Not before the decision, nor before the last step ended.</param>
/// <param name="LateBecause">Why a whole refusal that was decided within the first month leaves after it.</param>
public sealed record AnswerBody(RequestChannel Channel, DateOnly On, string? LateBecause = null);

public sealed record HoldReleaseBody(Guid Hold, string Reason);

/// <param name="Export">The id of what was asked for.</param>
public sealed record ExportBody(Guid Export);

public sealed record ExportDeclineBody(Guid Export, string Reason);

/// <param name="Until">The first day on which the data may be processed again.</param>
public sealed record LiftBody(string Reason, DateOnly Until, Handover Notice);

/// <param name="Step">The id of the task's step.</param>
/// <param name="Records">How many records it was done on.</param>
/// <param name="File">The copy of what was found, or the proof of what was done: 10 MB at most, in base64.</param>
public sealed record TaskBody(Guid Step, string Done, int Records, TaskFile? File = null);

public sealed record RetryBody(Guid Step);

/// <param name="How">How the recipient was told, or why that is impossible or disproportionate.</param>
public sealed record RecipientBody(Guid Recipient, RecipientNotice Notice, DateOnly On, string How = "");

public sealed record ReopeningBody(RequestChannel Channel, string Reason, DateOnly? ReceivedOn = null);

/// <param name="Text">A reference or its beginning, or exactly an e-mail address, telephone number or customer id.</param>
public sealed record SearchBody(string Text);

/// <summary>Where a request stands: what every verb answers with.</summary>
/// <param name="Verbs">What this key may do now.</param>
public sealed record RequestStanding(
    Guid Id, string Reference, SubjectRight Right, RequestStatus Status, RequestOutcome? Outcome, DateOnly DueOn, int Version, IReadOnlySet<RequestVerb> Verbs);

/// <summary>What is planned in one source.</summary>
/// <param name="Lines">What happens to which category, how often, and on what ground something is kept.</param>
public sealed record SourcePlanView(
    Guid Source, string SourceName, int MapVersion, bool MapChanged, bool Reviewed, bool SearchAgain, IReadOnlyList<PlanLine> Lines)
{
    internal static SourcePlanView Of(RequestSourceRow s) => new(s.SourceId, s.SourceName, s.MapVersion, s.MapChanged, s.Reviewed, s.SearchAgain, s.Lines);
}

/// <summary>How the dry run of one source went.</summary>
/// <param name="Passed">Null: there is none for the review as it is.</param>
public sealed record SourcePreflightView(Guid Source, string SourceName, bool? Passed, PreflightReport? Report)
{
    internal static SourcePreflightView Of(RequestSourceRow s) => new(s.SourceId, s.SourceName, s.PreflightPassed, s.Preflight);
}

/// <summary>What was done in one source, and the proof of it.</summary>
public sealed record SourceProofView(
    Guid Source, string SourceName, ExecutionResult? Execution, DateTimeOffset? ExecutedAt, VerificationReport? Verification, DateTimeOffset? VerifiedAt, IReadOnlyList<ManualReport> ByHand)
{
    internal static SourceProofView Of(RequestSourceRow s) => new(s.SourceId, s.SourceName, s.Execution, s.ExecutedAt, s.Verification, s.VerifiedAt, s.ByHand);
}

/// <summary>What a search found in one source: keys and counts, what was decided on them and planned.</summary>
public sealed record FindingsView(WalkResult Found, SourceReview? Review, ErasurePlan? Erasure, RectificationPlan? Rectification);
