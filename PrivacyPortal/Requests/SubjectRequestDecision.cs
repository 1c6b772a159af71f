using PrivacyPortal.Access;

namespace PrivacyPortal.Requests;

public sealed partial class SubjectRequest
{
    /// <summary>
    /// Decides on what was found. Nothing found is an answer of its own; what the plan keeps makes the outcome a part; a whole refusal
    /// leaves within the first month (art. 12(4)), and later only with the reason of the delay.
    /// </summary>
    /// <param name="fourEyes">Whether the controller demands a second person for erasures.</param>
    public Refusal? Decide(
        Actor actor, DecisionKind kind, IReadOnlyList<DecisionReason> reasons, Readiness readiness, bool fourEyes, string? lateBecause, DateTimeOffset now)
    {
        var target = kind == DecisionKind.Refuse || readiness.Findings == 0 || !RequestWorkflow.Executes(Right) ? RequestStatus.Answering
            : fourEyes && Right == SubjectRight.Erasure ? RequestStatus.AwaitingApproval
            : RequestStatus.Executing;
        if (RequestWorkflow.Target(Status, CameFrom, RequestVerb.Decide, target) is null)
        {
            return Refusal.WrongState;
        }

        var refusal = Concluded(kind, readiness) ?? kind switch
        {
            DecisionKind.Refuse => Justified(reasons) ?? InFirstTerm(lateBecause, now),
            DecisionKind.GrantInPart when readiness.Conclusion is RestrictionRuling { IsPartial: true } => Ready(readiness),
            DecisionKind.GrantInPart => Justified([.. reasons, .. readiness.Kept]) ?? Ready(readiness),
            DecisionKind.Grant => Ready(readiness),
        };
        if (refusal is not null)
        {
            return refusal;
        }

        var partial = IsPart(Right, readiness.Kept.Count > 0, readiness.Conclusion, readiness.Unsearched.Count > 0 || readiness.NotWhole);
        Decided(actor, kind == DecisionKind.Grant && partial ? DecisionKind.GrantInPart : kind, now);
        Outcome = kind == DecisionKind.Refuse ? RequestOutcome.Refused
            : readiness.Findings == 0 && RequestWorkflow.NeedsFindings(Right) ? RequestOutcome.NoData
            : Decision == DecisionKind.GrantInPart ? RequestOutcome.PartlyFulfilled
            : RequestOutcome.Fulfilled;
        return Move(RequestVerb.Decide, now, target);
    }

    /// <summary>Whether who grants grants no more than a part: something stays, is frozen in part, or may lie where nobody could look.</summary>
    internal static bool IsPart(SubjectRight right, bool keeps, Conclusion? conclusion, bool unseen) =>
        keeps || conclusion is RestrictionRuling { IsPartial: true } || (RequestWorkflow.NeedsFindings(right) && unseen);

    /// <summary>The second pair of eyes: another person than the one who decided, whatever account or key they use.</summary>
    public Refusal? Approve(Actor actor, DateTimeOffset now)
    {
        if (RequestWorkflow.Target(Status, CameFrom, RequestVerb.Approve) is null)
        {
            return Refusal.WrongState;
        }

        if (actor.PersonId is null || actor.PersonId == DecidedBy)
        {
            return Refusal.SamePerson;
        }

        (ApprovedBy, ApprovedByName, ApprovedAt) = (actor.PersonId, actor.Name, now);
        return Move(RequestVerb.Approve, now);
    }

    public Refusal? Decline(string reason, DateTimeOffset now)
    {
        if ((Reasoned(reason) ?? Move(RequestVerb.Decline, now)) is { } refusal)
        {
            return refusal;
        }

        Undecide();
        return null;
    }

    /// <summary>The data or the map changed under the decision: it is no longer one.</summary>
    public Refusal? Recall(string reason, DateTimeOffset now)
    {
        if ((Reasoned(reason) ?? Move(RequestVerb.Recall, now)) is { } refusal)
        {
            return refusal;
        }

        Undecide();
        return null;
    }

    /// <summary>Less was done than was granted: the answer is a part.</summary>
    internal void FulfilInPart() => Outcome = RequestOutcome.PartlyFulfilled;

    /// <summary>
    /// Refuses the whole, unseen. Not an objection: as far as it concerns direct marketing it cannot be refused (art. 21(3)), and only the
    /// decision on it says its scope.
    /// </summary>
    public Refusal? Refuse(Actor actor, IReadOnlyList<DecisionReason> reasons, string? lateBecause, DateTimeOffset now) =>
        RequestWorkflow.Target(Status, CameFrom, RequestVerb.Refuse) is not null && !RequestWorkflow.RefusesUnseen(Right) ? Refusal.Unlawful
        : Justified(reasons) ?? Settle(actor, RequestVerb.Refuse, RequestOutcome.Refused, DecisionKind.Refuse, lateBecause, now);

    /// <param name="whatWouldHelp">Told to the subject (art. 11(2)).</param>
    public Refusal? NotIdentifiable(Actor actor, string whatWouldHelp, string? lateBecause, DateTimeOffset now) =>
        Reasoned(whatWouldHelp) ?? Settle(actor, RequestVerb.NotIdentifiable, RequestOutcome.NotIdentifiable, DecisionKind.Refuse, lateBecause, now);

    public Refusal? MarkDuplicate(Actor actor, string reason, string? lateBecause, DateTimeOffset now) =>
        Reasoned(reason) ?? Settle(actor, RequestVerb.MarkDuplicate, RequestOutcome.Duplicate, DecisionKind.Refuse, lateBecause, now);

    private static Refusal? Justified(IReadOnlyList<DecisionReason> reasons) =>
        reasons.Count == 0 || reasons.Any(r => string.IsNullOrWhiteSpace(r.Explanation)) ? Refusal.ReasonMissing : null;

    private Refusal? Ready(Readiness readiness) =>
        RequestWorkflow.NeedsFindings(Right) && readiness.IsDecidedUnawares ? Refusal.ReasonMissing
        : readiness.Findings == 0 ? null
        : RequestWorkflow.Executes(Right) && !readiness.Reviewed ? Refusal.Incomplete
        : readiness.Held && Right == SubjectRight.Erasure ? Refusal.UnderHold
        : readiness.IsErasedUnawares && Right == SubjectRight.Erasure ? Refusal.ReasonMissing
        : !RequestWorkflow.Preflights(Right) ? null
        : readiness.Preflight switch { null => Refusal.Incomplete, false => Refusal.PreflightFailed, true => null };

    /// <summary>Direct marketing is not refused (art. 21(3)): an objection says its scope whatever is decided.</summary>
    private Refusal? Concluded(DecisionKind kind, Readiness readiness) =>
        !RequestWorkflow.Concludes(Right) ? readiness.Conclusion?.Check(Right, kind)
        : (readiness.Findings == 0 && RequestWorkflow.NeedsFindings(Right)) ? null
        : kind == DecisionKind.Refuse && Right != SubjectRight.Objection ? null
        : readiness.Conclusion is { } conclusion ? conclusion.Check(Right, kind)
        : Refusal.Incomplete;

    private Refusal? InFirstTerm(string? lateBecause, DateTimeOffset now) =>
        string.IsNullOrWhiteSpace(lateBecause) && Today(now) > DeadlineAt(Today(now)).FirstTermEndsOn ? Refusal.TooLate : null;

    private Refusal? Settle(Actor actor, RequestVerb verb, RequestOutcome outcome, DecisionKind kind, string? lateBecause, DateTimeOffset now)
    {
        if (RequestWorkflow.Target(Status, CameFrom, verb) is null)
        {
            return Refusal.WrongState;
        }

        if (InFirstTerm(lateBecause, now) is { } late)
        {
            return late;
        }

        EndSuspensions(now);
        Decided(actor, kind, now);
        Outcome = outcome;
        return Move(verb, now);
    }

    private void Decided(Actor actor, DecisionKind kind, DateTimeOffset now) =>
        (Decision, DecidedBy, DecidedByName, DecidedAt, ApprovedBy, ApprovedByName, ApprovedAt) = (kind, actor.PersonId, actor.Name, now, null, null, null);

    private void Undecide()
    {
        (Decision, DecidedBy, DecidedByName, DecidedAt, Outcome) = (null, null, null, null, null);
        (ApprovedBy, ApprovedByName, ApprovedAt, DecisionSealed, ConclusionSealed) = (null, null, null, null, null);
    }
}
