namespace PrivacyPortal.Connectors;

/// <summary>Why a source cannot be reached, read or written, in causes that a person can act on. Texts: <see cref="ConnectorText.Of(SourceFailure)"/>.</summary>
public enum SourceFailure
{
    Missing,
    NotADatabase,
    Corrupt,
    Locked,
    ReadOnly,
    PermissionDenied,
    Full,

    /// <summary>The map or a stored plan names a table or column that the source no longer has.</summary>
    SchemaChanged,
    Unreachable,

    /// <summary>User name or password are not those that the server knows.</summary>
    SignInRefused,

    /// <summary>The server does not let this user in from this machine, or not in the clear.</summary>
    NotAdmitted,
    UnknownDatabase,

    /// <summary>No encrypted connection came about, or the server's certificate is not trusted.</summary>
    Tls,
    TimedOut,

    /// <summary>The server takes no more connections for now.</summary>
    Crowded,

    /// <summary>It answers, but not as was declared: no JSON, no rows where they should be, an address that is not there.</summary>
    Misanswered,

    /// <summary>The answer is longer than is read, or as many rows as the source ever hands out: there may be more.</summary>
    TooMuch,

    /// <summary>It sends on to another host, where neither the secret nor anybody's data may go.</summary>
    Elsewhere,

    /// <summary>The address is on this machine or in a private network, which was not allowed.</summary>
    PrivateAddress,

    /// <summary>It refused a call, for a cause of its own.</summary>
    CallRefused,

    /// <summary>No call was declared that could answer this.</summary>
    NotOffered,

    /// <summary>It accepted an erasure and still shows the rows.</summary>
    Unsettled,
}

/// <summary>The source could not do what was asked, and why. The message names no value of anybody.</summary>
public sealed class SourceException(SourceFailure failure, Exception? inner = null, string? subject = null)
    : Exception(ConnectorText.Of(failure).En, inner)
{
    public SourceFailure Failure { get; } = failure;

    /// <summary>The table or column it is about, where there is one.</summary>
    public string? Subject { get; } = subject;
}

/// <param name="Failure">Null: it can be reached and read.</param>
/// <param name="Writable">False: access can be answered, rectification and erasure are refused in their preflight.</param>
/// <param name="Product">Product and version, as the source says.</param>
public sealed record ConnectionReport(SourceFailure? Failure, bool Writable, string? Product);

/// <summary>What a source refuses about a change.</summary>
public enum ChangeRefusal
{
    NotNull,
    Unique,
    Check,
    Reference,
    Trigger,
    Permission,
    Key,

    /// <summary>The table has no key: its rows can be deleted, not changed.</summary>
    NoKey,

    /// <summary>No call was declared that does it.</summary>
    NotOffered,
    Type,
    Other,
}

/// <param name="Table">The table whose rule it is.</param>
/// <param name="Columns">The columns it concerns, where the source tells.</param>
/// <param name="Rows">How many rows, where the source tells.</param>
/// <param name="Detail">Name of the constraint or trigger, or the trigger's own message. Never a value of a row.</param>
public sealed record ChangeFailure(ChangeRefusal Refusal, string Table, IReadOnlyList<string> Columns, int? Rows = null, string? Detail = null);

/// <summary>A change that the source refused.</summary>
public sealed class ChangeException(ChangeFailure failure, Exception? inner = null) : Exception($"{failure.Refusal} in {failure.Table}", inner)
{
    public ChangeFailure Failure { get; } = failure;
}

public enum EffectKind
{
    Inserted,
    Changed,
    Deleted,
}

/// <summary>A row that a trigger or a cascade changed although the plan did not name it.</summary>
/// <param name="Key">Null: the source cannot say which row. Of an inserted row, once the transaction was rolled back: the row whose place it took.</param>
public sealed record RowEffect(string Table, EffectKind Kind, RowKey? Key);

/// <summary>Whether deleted values may still be found in the source's own files.</summary>
/// <param name="LogBusy">Others were reading, so the write-ahead log could not be emptied: it will be with their next checkpoint.</param>
/// <param name="FreePages">Pages freed and not yet reused, which can hold values deleted before the portal came.</param>
/// <param name="Vacuumed">The file was rewritten: no free space of before is left.</param>
/// <param name="ByServer">The files are the server's own: deleted rows leave them with its vacuum, its log and backups by their own terms.</param>
public sealed record TidyReport(bool LogBusy, long FreePages, bool Vacuumed, bool ByServer = false);
