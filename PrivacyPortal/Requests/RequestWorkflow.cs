using PrivacyPortal.Access;
using static PrivacyPortal.Access.Permission;
using static PrivacyPortal.Requests.RequestStatus;

namespace PrivacyPortal.Requests;

/// <summary>One row of the table.</summary>
/// <param name="From">Null for a request that does not exist yet.</param>
/// <param name="CameFrom">Only where the request stepped aside from this state; null: wherever it came from.</param>
public sealed record Transition(RequestStatus? From, RequestVerb Verb, RequestStatus To, Permission Permission, RequestStatus? CameFrom = null);

/// <summary>
/// The life of a request as one table: from, verb, to, permission. Nothing else looks at the status to decide; pages ask <see cref="Verbs"/> which
/// buttons to show. Refusing is not offered once an erasure or rectification executes: what has begun was granted.
/// </summary>
public static class RequestWorkflow
{
    private static readonly RequestStatus[] Open =
        [Received, AwaitingIdentity, AwaitingClarification, Searching, InReview, AwaitingApproval, Executing, NeedsAttention, Answering];

    private static readonly RequestStatus[] Undecided = [Received, AwaitingIdentity, AwaitingClarification, Searching, InReview, AwaitingApproval];

    // Another source may go on meanwhile.
    private static readonly RequestStatus[] TasksOpen = [Searching, Executing, NeedsAttention];

    private static readonly RequestStatus[] Everywhere = [.. Open, Closed];

    public static readonly IReadOnlyList<Transition> Table =
    [
        new(null, RequestVerb.Receive, Received, HandleRequests),
        new(Received, RequestVerb.AskIdentity, AwaitingIdentity, HandleRequests),
        new(Received, RequestVerb.ConfirmIdentity, Received, HandleRequests),
        new(AwaitingIdentity, RequestVerb.ConfirmIdentity, Received, HandleRequests),
        new(Received, RequestVerb.AskClarification, AwaitingClarification, HandleRequests),
        new(InReview, RequestVerb.AskClarification, AwaitingClarification, HandleRequests),
        new(AwaitingClarification, RequestVerb.Clarify, Received, HandleRequests, CameFrom: Received),
        new(AwaitingClarification, RequestVerb.Clarify, InReview, HandleRequests, CameFrom: InReview),
        new(Received, RequestVerb.Search, Searching, HandleRequests),
        new(InReview, RequestVerb.Search, Searching, HandleRequests),
        new(Searching, RequestVerb.Find, InReview, HandleRequests),
        new(InReview, RequestVerb.Review, InReview, HandleRequests),
        new(InReview, RequestVerb.Preflight, InReview, HandleRequests),
        new(AwaitingApproval, RequestVerb.Recall, InReview, HandleRequests),
        new(Executing, RequestVerb.Recall, InReview, HandleRequests),
        new(InReview, RequestVerb.Decide, AwaitingApproval, HandleRequests),
        new(InReview, RequestVerb.Decide, Executing, HandleRequests),
        new(InReview, RequestVerb.Decide, Answering, HandleRequests),
        new(AwaitingApproval, RequestVerb.Approve, Executing, ApproveRequests),
        new(AwaitingApproval, RequestVerb.Decline, InReview, ApproveRequests),
        .. Undecided.Select(from => new Transition(from, RequestVerb.Refuse, Answering, HandleRequests)),
        .. Undecided.Select(from => new Transition(from, RequestVerb.NotIdentifiable, Answering, HandleRequests)),
        .. Undecided.Select(from => new Transition(from, RequestVerb.MarkDuplicate, Answering, HandleRequests)),
        .. Undecided.Select(from => new Transition(from, RequestVerb.Withdraw, Closed, HandleRequests)),
        new(NeedsAttention, RequestVerb.Refuse, Answering, HandleRequests, CameFrom: Searching),
        new(NeedsAttention, RequestVerb.NotIdentifiable, Answering, HandleRequests, CameFrom: Searching),
        new(NeedsAttention, RequestVerb.MarkDuplicate, Answering, HandleRequests, CameFrom: Searching),
        new(NeedsAttention, RequestVerb.Withdraw, Closed, HandleRequests, CameFrom: Searching),
        .. Open.Select(from => new Transition(from, RequestVerb.Extend, from, HandleRequests)),
        .. Open.Select(from => new Transition(from, RequestVerb.Hold, from, ManageHolds)),
        .. Open.Select(from => new Transition(from, RequestVerb.Release, from, ManageHolds)),
        new(Closed, RequestVerb.Hold, Closed, ManageHolds),
        new(Closed, RequestVerb.Release, Closed, ManageHolds),
        new(Searching, RequestVerb.Fail, NeedsAttention, HandleRequests),
        new(Executing, RequestVerb.Fail, NeedsAttention, HandleRequests),
        new(NeedsAttention, RequestVerb.Retry, Searching, HandleRequests, CameFrom: Searching),
        new(NeedsAttention, RequestVerb.Retry, Executing, HandleRequests, CameFrom: Executing),
        new(NeedsAttention, RequestVerb.CompleteTask, Searching, CompleteTasks, CameFrom: Searching),
        new(NeedsAttention, RequestVerb.CompleteTask, Executing, CompleteTasks, CameFrom: Executing),
        .. TasksOpen.Select(from => new Transition(from, RequestVerb.Remind, from, HandleRequests)),
        .. Open.Select(from => new Transition(from, RequestVerb.Alert, from, HandleRequests)),
        new(NeedsAttention, RequestVerb.Recall, InReview, HandleRequests, CameFrom: Executing),
        new(Executing, RequestVerb.Finish, Answering, HandleRequests),
        new(Answering, RequestVerb.Tell, Answering, HandleRequests),
        new(Answering, RequestVerb.Answer, Closed, HandleRequests),
        new(Closed, RequestVerb.Reopen, Received, HandleRequests),
        new(Closed, RequestVerb.Lift, Closed, HandleRequests),
        new(Answering, RequestVerb.HandOut, Answering, HandleRequests),
        new(Closed, RequestVerb.HandOut, Closed, HandleRequests),
        .. Everywhere.Select(from => new Transition(from, RequestVerb.Export, from, OpenFindings)),
        .. TasksOpen.Select(from => new Transition(from, RequestVerb.Print, from, CompleteTasks)),
        .. Everywhere.Select(from => new Transition(from, RequestVerb.AllowExport, from, ApproveRequests)),
        .. Everywhere.Select(from => new Transition(from, RequestVerb.DeclineExport, from, ApproveRequests)),
    ];

    /// <summary>The permission that a verb demands, the same from every state.</summary>
    public static Permission PermissionFor(RequestVerb verb) => Table.First(row => row.Verb == verb).Permission;

    /// <summary>Whether the verb leads from here to <paramref name="to"/>; null for its only target.</summary>
    public static RequestStatus? Target(RequestStatus? from, RequestStatus? cameFrom, RequestVerb verb, RequestStatus? to = null) =>
        Table.FirstOrDefault(row => row.Verb == verb && row.From == from && (row.CameFrom is null || row.CameFrom == cameFrom) && (to is null || row.To == to))?.To;

    /// <summary>The verbs that an actor may use on a request for this right in this state.</summary>
    public static IReadOnlySet<RequestVerb> Verbs(Actor actor, SubjectRight right, RequestStatus from, RequestStatus? cameFrom) =>
        Table.Where(row => row.From == from && (row.CameFrom is null || row.CameFrom == cameFrom) && actor.May(row.Permission))
            .Where(row => row.Verb != RequestVerb.Refuse || RefusesUnseen(right))
            .Select(row => row.Verb).ToHashSet();

    /// <summary>The states of a request that is not closed.</summary>
    public static IReadOnlyList<RequestStatus> OpenStates => Open;

    /// <summary>States that are beside the way: the request remembers where it came from.</summary>
    public static bool StepsAside(RequestStatus status) => status is AwaitingIdentity or AwaitingClarification or NeedsAttention;

    /// <summary>Whether granting the right means work for the sources or for a package.</summary>
    public static bool Executes(SubjectRight right) => right is SubjectRight.Access or SubjectRight.Portability or SubjectRight.Rectification or SubjectRight.Erasure;

    /// <summary>Whether granting the right hands over a package of the data.</summary>
    public static bool Releases(SubjectRight right) => right is SubjectRight.Access or SubjectRight.Portability;

    /// <summary>Whether the plan itself says what is withheld or kept. A rectification's says what is corrected; what is not, only the DPO can say.</summary>
    public static bool Keeps(SubjectRight right) => Releases(right) || right == SubjectRight.Erasure;

    /// <summary>Whether the decision says more than any plan does: a <see cref="Conclusion"/> goes with it.</summary>
    public static bool Concludes(SubjectRight right) => right is SubjectRight.Restriction or SubjectRight.Objection or SubjectRight.HumanReview;

    /// <summary>Whether the request can be refused as a whole without a decision that says what it concerns.</summary>
    public static bool RefusesUnseen(SubjectRight right) => right != SubjectRight.Objection;

    /// <summary>Whether the right can be granted though no data was found: an objection stands, and a decision may rest on data elsewhere.</summary>
    public static bool NeedsFindings(SubjectRight right) => right is not (SubjectRight.Objection or SubjectRight.HumanReview);

    /// <summary>Whether the right changes data, so that nothing is decided without a dry run.</summary>
    public static bool Preflights(SubjectRight right) => right is SubjectRight.Rectification or SubjectRight.Erasure;

    /// <summary>Whether reaching this state means that steps are to be queued.</summary>
    public static bool StartsWork(RequestStatus status) => status == Executing;
}
