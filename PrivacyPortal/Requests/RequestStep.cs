namespace PrivacyPortal.Requests;

/// <summary>What a step does to one source, or to the request as a whole.</summary>
public enum StepPhase
{
    Search,
    Preflight,
    Execute,
    Verify,

    /// <summary>The whole request: recipients listed, the erasure entered in the ledger, the values found destroyed.</summary>
    Notify,

    /// <summary>The whole request: the copy of an access is made.</summary>
    Package,

    /// <summary>What the person states on something said is attached by hand, where the source has no column for it.</summary>
    Attach,
}

public enum StepState
{
    Queued,
    Running,
    Done,

    /// <summary>Failed for good, or waits for a person: a retry or a completed task takes it on.</summary>
    NeedsAttention,

    /// <summary>A newer search, plan or decision took its place.</summary>
    Superseded,
}

/// <summary>Why a step needs somebody. Texts: <see cref="StepText"/>.</summary>
public enum StepCause
{
    SourceMissing,
    SourceNotADatabase,
    SourceCorrupt,
    SourceLocked,
    SourceReadOnly,
    SourcePermissionDenied,
    SourceFull,
    SourceSchemaChanged,
    SourceUnreachable,
    SourceSignInRefused,
    SourceNotAdmitted,
    SourceUnknownDatabase,
    SourceTls,
    SourceTimedOut,
    SourceCrowded,
    SourceMisanswered,
    SourceTooMuch,
    SourceElsewhere,
    SourcePrivateAddress,
    SourceCallRefused,
    SourceNotOffered,
    SourceUnsettled,

    /// <summary>The data changed since the dry run: search, review and decide again.</summary>
    DataChanged,

    /// <summary>The map changed since the plan was made.</summary>
    MapChanged,

    /// <summary>The source refused a change that the dry run had allowed.</summary>
    ChangeRefused,

    /// <summary>Some planned rows are as planned and some are not.</summary>
    Mixed,

    /// <summary>Verification still finds something.</summary>
    Residue,

    /// <summary>The task waits for its owner.</summary>
    ManualTask,

    /// <summary>A legal hold was placed after the decision.</summary>
    UnderHold,
    Unexpected,

    /// <summary>The owner erased another number of records than the plan counts: a DPO says why that may stand, or has it done again.</summary>
    CountDiffers,
}

/// <summary>
/// One step of a request: a phase on one source. Its row is the truth; the scheduler only wakes it. Who runs it holds its token, and
/// results are written on condition of that token, so that a step taken over by another is never finished by the first.
/// </summary>
public sealed class RequestStep
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    /// <summary>Null for the request as a whole.</summary>
    public Guid? SourceId { get; init; }

    public string SourceName { get; init; } = "";

    public StepPhase Phase { get; init; }

    public StepState State { get; set; }

    /// <summary>Grows with each claim: the fence.</summary>
    public long Token { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not to be run before.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>
    /// While it runs where several nodes share the work: until when, by the database's clock, it is its holder's without another word. Later
    /// any node may queue it again.
    /// </summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public StepCause? Cause { get; set; }

    /// <summary>Rows done so far: what a live page shows.</summary>
    public long Progress { get; set; }

    /// <summary>Who is to do it, where it is a task on a source kept by hand.</summary>
    public string TaskOwner { get; set; } = "";

    /// <summary>The owner's account; null: they have none, and the DPO hands the task over.</summary>
    public Guid? TaskOwnerId { get; set; }

    /// <summary>The day by which the task is to be done; null: the step is none.</summary>
    public DateOnly? TaskDueOn { get; set; }

    /// <summary>The last reminder that fell due (<see cref="TaskDays"/>); null: none yet.</summary>
    public int? TaskReminded { get; set; }

    /// <summary>Whether it waits for its owner, and not for a word on what they reported.</summary>
    internal bool IsOpenTask => State == StepState.NeedsAttention && Cause == StepCause.ManualTask;

    /// <summary>Counts and causes as JSON; never a value of a subject's.</summary>
    public string? Report { get; set; }

    /// <summary>The pause before the next attempt: 2 s, 10 s, 1 min, 5 min; then a person is asked.</summary>
    internal static TimeSpan? Pause(int attempts) => attempts switch
    {
        1 => TimeSpan.FromSeconds(2),
        2 => TimeSpan.FromSeconds(10),
        3 => TimeSpan.FromMinutes(1),
        4 => TimeSpan.FromMinutes(5),
        _ => null,
    };
}
