using PrivacyPortal.Access;
using PrivacyPortal.Language;
using static PrivacyPortal.Requests.RequestWordText;

namespace PrivacyPortal.Requests;

/// <summary>The words for what a request is and where it stands. Documents ask for them in the subject's language, pages in the user's.</summary>
internal static class RequestText
{
    public static Text Of(SubjectRight right) => right switch
    {
        SubjectRight.Access => AccessRight,
        SubjectRight.Rectification => Rectification,
        SubjectRight.Erasure => Erasure,
        SubjectRight.Restriction => Restriction,
        SubjectRight.Portability => Portability,
        SubjectRight.Objection => Objection,
        SubjectRight.HumanReview => HumanReview,
    };

    /// <summary>Such as <c>art. 15</c>, the same in both languages.</summary>
    public static string Article(SubjectRight right) => right switch
    {
        SubjectRight.Access => "art. 15",
        SubjectRight.Rectification => "art. 16",
        SubjectRight.Erasure => "art. 17",
        SubjectRight.Restriction => "art. 18",
        SubjectRight.Portability => "art. 20",
        SubjectRight.Objection => "art. 21",
        SubjectRight.HumanReview => "art. 22",
    };

    public static Text Of(RequestStatus status) => status switch
    {
        RequestStatus.Received => Received,
        RequestStatus.AwaitingIdentity => AwaitingIdentity,
        RequestStatus.AwaitingClarification => AwaitingClarification,
        RequestStatus.Searching => Searching,
        RequestStatus.InReview => InReview,
        RequestStatus.AwaitingApproval => AwaitingApproval,
        RequestStatus.Executing => Executing,
        RequestStatus.NeedsAttention => NeedsAttention,
        RequestStatus.Answering => Answering,
        RequestStatus.Closed => Closed,
    };

    public static Text Of(RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Fulfilled => Fulfilled,
        RequestOutcome.PartlyFulfilled => PartlyFulfilled,
        RequestOutcome.Refused => Refused,
        RequestOutcome.NoData => NoData,
        RequestOutcome.NotIdentifiable => NotIdentifiable,
        RequestOutcome.Withdrawn => Withdrawn,
        RequestOutcome.Duplicate => Duplicate,
    };

    public static Text Of(RequestChannel channel) => channel switch
    {
        RequestChannel.Letter => Letter,
        RequestChannel.Email => Email,
        RequestChannel.Phone => Phone,
        RequestChannel.InPerson => InPerson,
        RequestChannel.Form => Form,
        RequestChannel.Platform => Platform,
        RequestChannel.Portal => Portal,
    };

    public static Text Of(DecisionKind kind) => kind switch
    {
        DecisionKind.Grant => Grant,
        DecisionKind.GrantInPart => GrantInPart,
        DecisionKind.Refuse => Refuse,
    };

    public static Text Of(RefusalGround ground) => ground switch
    {
        RefusalGround.ManifestlyUnfounded => ManifestlyUnfounded,
        RefusalGround.Excessive => Excessive,
        RefusalGround.NotIdentifiable => GroundNotIdentifiable,
        RefusalGround.RightsOfOthers => RightsOfOthers,
        RefusalGround.FreedomOfExpression => FreedomOfExpression,
        RefusalGround.LegalObligation => LegalObligation,
        RefusalGround.PublicHealth => PublicHealth,
        RefusalGround.Archiving => Archiving,
        RefusalGround.LegalClaims => LegalClaims,
        RefusalGround.CompellingGrounds => CompellingGrounds,
        RefusalGround.ConditionsNotMet => ConditionsNotMet,
        RefusalGround.SharedWithOthers => SharedWithOthers,
        RefusalGround.AnsweredElsewhere => AnsweredElsewhere,
    };

    public static Text Of(ExtensionGround ground) => ground switch
    {
        ExtensionGround.Complexity => Complexity,
        ExtensionGround.Number => NumberOfRequests,
    };

    public static Text Of(IdentityProof proof) => proof switch
    {
        IdentityProof.Code => ProofCode,
        IdentityProof.KnownFact => ProofKnownFact,
        IdentityProof.Document => ProofDocument,
        IdentityProof.Certain => ProofCertain,
    };

    public static Text Of(SuspensionKind kind) => kind switch
    {
        SuspensionKind.Identity => SuspendedForIdentity,
        SuspensionKind.Clarification => SuspendedForClarification,
    };

    /// <summary>A line of the timeline: what was done.</summary>
    public static Text Done(RequestVerb verb) => verb switch
    {
        RequestVerb.Receive => DidReceive,
        RequestVerb.AskIdentity => DidAskIdentity,
        RequestVerb.ConfirmIdentity => DidConfirmIdentity,
        RequestVerb.AskClarification => DidAskClarification,
        RequestVerb.Clarify => DidClarify,
        RequestVerb.Search => DidSearch,
        RequestVerb.Find => DidFind,
        RequestVerb.Review => DidReview,
        RequestVerb.Preflight => DidPreflight,
        RequestVerb.Recall => DidRecall,
        RequestVerb.Decide => DidDecide,
        RequestVerb.Approve => DidApprove,
        RequestVerb.Decline => DidDecline,
        RequestVerb.Refuse => DidRefuse,
        RequestVerb.NotIdentifiable => DidNotIdentifiable,
        RequestVerb.MarkDuplicate => DidMarkDuplicate,
        RequestVerb.Extend => DidExtend,
        RequestVerb.Hold => DidHold,
        RequestVerb.Release => DidRelease,
        RequestVerb.Withdraw => DidWithdraw,
        RequestVerb.Fail => DidFail,
        RequestVerb.CompleteTask => DidCompleteTask,
        RequestVerb.Remind => DidRemind,
        RequestVerb.Alert => DidAlert,
        RequestVerb.Retry => DidRetry,
        RequestVerb.Finish => DidFinish,
        RequestVerb.Tell => DidTell,
        RequestVerb.Answer => DidAnswer,
        RequestVerb.Reopen => DidReopen,
        RequestVerb.Lift => DidLift,
        RequestVerb.HandOut => ExportText.DidHandOut,
        RequestVerb.Export => ExportText.DidExport,
        RequestVerb.Print => ExportText.DidPrint,
        RequestVerb.AllowExport => ExportText.DidAllow,
        RequestVerb.DeclineExport => ExportText.DidDecline,
    };

    /// <summary>A verb declined, in the words of a request's page: what happened and what to do.</summary>
    public static Text Of(Refusal refusal) => RequestRefusalText.Of(refusal);
}
