using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>What a dry run saw: the plan was carried out in a transaction and rolled back. A plan with failures cannot be executed.</summary>
public sealed record PreflightReport(IReadOnlyList<TableChange> Changes, IReadOnlyList<PreflightFailure> Failures, IReadOnlyList<SideEffect> Effects)
{
    public bool Passed => Failures.Count == 0;

    /// <summary>The source has no transaction: nothing was tried but looked at row by row, and the changes will be sent one after another.</summary>
    public bool OneByOne { get; init; }

    /// <summary>Statements that the source has no column for: somebody attaches them by hand after the decision.</summary>
    public int ByHand { get; init; }
}

/// <summary>Rows changed in one table by one action; an execution must change exactly as many.</summary>
/// <param name="Action">Of a rectification <see cref="ErasureAction.Fields"/>, for statements too.</param>
public sealed record TableChange(string Table, ErasureAction Action, int Rows);

public enum PreflightCause
{
    /// <summary>The source refuses a change: see <see cref="PreflightFailure.Refused"/>.</summary>
    Refused,

    /// <summary>The source cannot be written at all, or not reached: see <see cref="PreflightFailure.Source"/>.</summary>
    Source,

    /// <summary>Another's or both's row would be changed: by a trigger, a cascade, or a correction of what is not the subject's.</summary>
    OthersRows,

    /// <summary>The same search finds other rows now than the plan was made on.</summary>
    DataChanged,

    /// <summary>The map was changed since the plan was made.</summary>
    MapChanged,

    /// <summary>The source is no longer what the map was confirmed for: a column that the map does not know would be left standing.</summary>
    SchemaDrifted,

    /// <summary>Rows that the DPO has not said whose they are.</summary>
    Ambiguous,

    /// <summary>After the changes the same search would still find rows that the plan erases (a trigger wrote them again).</summary>
    Residue,

    /// <summary>Kept without ground or end.</summary>
    KeepIncomplete,

    /// <summary>What somebody said would be rewritten: a statement is attached to it instead.</summary>
    SaidRewritten,
}

/// <summary>One reason why the plan cannot be executed, in the words of the map.</summary>
public sealed record PreflightFailure(PreflightCause Cause, string? Table, int Rows = 0, ChangeFailure? Refused = null, SourceFailure? Source = null);

/// <summary>Rows that triggers or cascades change beside the plan, and that harm nobody: the subject's own, nobody's or new.</summary>
public sealed record SideEffect(string Table, EffectKind Kind, int Rows);

/// <summary>How an execution ended.</summary>
public enum ExecutionOutcome
{
    Done,

    /// <summary>It had been committed before the process ended; nothing was done again.</summary>
    DoneBefore,

    /// <summary>Rolled back: the data changed since the preflight. Review again.</summary>
    DataChanged,

    /// <summary>Rolled back: the source refused a change.</summary>
    Refused,

    /// <summary>Some planned rows are as planned and some are not: somebody else wrote there. A person must look.</summary>
    Mixed,
}

/// <param name="Changes">What was committed; of <see cref="ExecutionOutcome.DoneBefore"/> what the plan says.</param>
/// <param name="Tidy">Whether the source's files still may hold the values; null if nothing was erased.</param>
public sealed record ExecutionResult(
    ExecutionOutcome Outcome,
    IReadOnlyList<TableChange> Changes,
    IReadOnlyList<PreflightFailure> Failures,
    TidyReport? Tidy)
{
    /// <summary>Where the source has no transaction: every call that was sent, as proof.</summary>
    public IReadOnlyList<CallProof> Calls { get; init; } = [];
}
