namespace PrivacyPortal.Requests;

/// <summary>The right that a request exercises (GDPR chapter III). One request is one right.</summary>
public enum SubjectRight
{
    /// <summary>Art. 15.</summary>
    Access,

    /// <summary>Art. 16.</summary>
    Rectification,

    /// <summary>Art. 17.</summary>
    Erasure,

    /// <summary>Art. 18.</summary>
    Restriction,

    /// <summary>Art. 20.</summary>
    Portability,

    /// <summary>Art. 21.</summary>
    Objection,

    /// <summary>Art. 22(3).</summary>
    HumanReview,
}

/// <summary>Where a request stands. What may happen next is said by <see cref="RequestWorkflow"/> alone.</summary>
public enum RequestStatus
{
    Received,
    AwaitingIdentity,
    AwaitingClarification,
    Searching,
    InReview,
    AwaitingApproval,
    Executing,

    /// <summary>A step failed for good or waits for a person, beside <see cref="Searching"/> or <see cref="Executing"/>.</summary>
    NeedsAttention,

    /// <summary>All is done and proven; the answer is to be handed over.</summary>
    Answering,
    Closed,
}

/// <summary>How a closed request ended.</summary>
public enum RequestOutcome
{
    Fulfilled,
    PartlyFulfilled,
    Refused,
    NoData,
    NotIdentifiable,
    Withdrawn,
    Duplicate,
}

/// <summary>How something reached the controller or left it.</summary>
public enum RequestChannel
{
    Letter,
    Email,
    Phone,
    InPerson,
    Form,
    Platform,

    /// <summary>Opened by the portal itself, such as after a legal hold was lifted.</summary>
    Portal,
}

/// <summary>What can be done to a request.</summary>
public enum RequestVerb
{
    Receive,
    AskIdentity,
    ConfirmIdentity,
    AskClarification,
    Clarify,
    Search,

    /// <summary>All sources have been searched.</summary>
    Find,
    Review,
    Preflight,

    /// <summary>The data map or the plan changed under a decision.</summary>
    Recall,
    Decide,
    Approve,
    Decline,
    Refuse,
    NotIdentifiable,
    MarkDuplicate,
    Extend,
    Hold,
    Release,
    Withdraw,

    /// <summary>A step failed for good or waits for a person.</summary>
    Fail,
    CompleteTask,

    /// <summary>A task on a source kept by hand comes due: the portal's own.</summary>
    Remind,

    /// <summary>The day of the answer comes near: the portal's own.</summary>
    Alert,
    Retry,

    /// <summary>All steps of the execution are done and proven.</summary>
    Finish,
    Tell,
    Answer,
    Reopen,

    /// <summary>Ends a restriction, once the person has been told (art. 18(3)).</summary>
    Lift,

    /// <summary>The person's own copy is taken, to be handed to them.</summary>
    HandOut,

    /// <summary>A file of the request is asked for, for another use.</summary>
    Export,

    /// <summary>The sheet of a task is asked for.</summary>
    Print,
    AllowExport,
    DeclineExport,
}
