namespace PrivacyPortal.Access;

/// <summary>
/// A verb declined, with its reason. Not an exception: refusals are expected, shown in the user's words and mapped once to HTTP.
/// <c>null</c> means done. The names are stable: they are the codes of the API.
/// </summary>
public enum Refusal
{
    NotFound,
    Forbidden,

    /// <summary>Somebody else changed it meanwhile; reload and look again.</summary>
    Stale,

    /// <summary>Not possible in the state it is in.</summary>
    WrongState,

    /// <summary>Something asked for is missing or not well formed.</summary>
    Invalid,

    /// <summary>A reason is asked for.</summary>
    ReasonMissing,
    IdentityUnverified,

    /// <summary>Four eyes: the same person may not do both.</summary>
    SamePerson,

    /// <summary>The dry run found what would fail.</summary>
    PreflightFailed,

    /// <summary>The data changed since the dry run.</summary>
    DataChanged,
    UnderHold,

    /// <summary>The legal moment for it is over (such as an extension after the first month).</summary>
    TooLate,

    /// <summary>It exists already.</summary>
    Duplicate,

    /// <summary>What it needs (a map, a decision on every finding, article 15's facts) is not complete.</summary>
    Incomplete,

    /// <summary>The law leaves no choice: an objection to direct marketing is not refused, and what somebody said is not rewritten.</summary>
    Unlawful,

    /// <summary>The settings allow nobody on the staff to download this.</summary>
    ExportDenied,

    /// <summary>Four eyes: another person must allow it first.</summary>
    ApprovalMissing,

    /// <summary>It would leave the portal without an administrator or a DPO, or break a separation of roles.</summary>
    Separation,
}

/// <summary>What a verb that makes something returns: the thing, or why not.</summary>
public readonly record struct Reply<T>(T? Value, Refusal? Refusal)
{
    public static implicit operator Reply<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Reply<T>(T value) => new(value, null);
}
