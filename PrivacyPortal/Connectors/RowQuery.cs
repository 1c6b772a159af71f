namespace PrivacyPortal.Connectors;

/// <summary>A column, or a value inside a JSON column: <c>payload</c> and <c>$.contact.id</c>.</summary>
public readonly record struct ColumnPath(string Column, string? Json = null)
{
    public override string ToString() => Json is null ? Column : Column + Json[1..];
}

/// <summary>How values given are compared with values stored.</summary>
public enum Comparison
{
    /// <summary>As the column compares.</summary>
    Exact,

    /// <summary>Without case and surrounding blanks, in every alphabet.</summary>
    Caseless,

    /// <summary>By digits, a national 0 being replaced by the source's country calling code: see <see cref="PhoneNumber"/>.</summary>
    Phone,

    /// <summary>The text contains the value, without case.</summary>
    Contains,
}

/// <summary>Which rows of a table to read, and what of them.</summary>
public sealed record RowQuery(string Table, IReadOnlyList<ColumnPath> Columns)
{
    /// <summary>The columns whose values must be one of <see cref="Values"/>; empty: every row.</summary>
    public IReadOnlyList<ColumnPath> By { get; init; } = [];

    /// <summary>The tuples sought, each as long as <see cref="By"/>. A tuple with a null in it matches nothing.</summary>
    public IReadOnlyCollection<RowKey> Values { get; init; } = [];

    public Comparison Comparison { get; init; }

    /// <summary>Collations to compare with, one per column of <see cref="By"/>, where the other end's is not the column's own.</summary>
    public IReadOnlyList<string?>? Collations { get; init; }

    /// <summary>For <see cref="Comparison.Phone"/>: the calling code of the source's country, digits only.</summary>
    public string? CallingCode { get; init; }

    /// <summary>Also demanded: this column has one of these texts (the type column of a polymorphic reference).</summary>
    public (string Column, string Value)? Type { get; init; }

    /// <summary>At most so many rows; null: all.</summary>
    public int? Limit { get; init; }
}

/// <summary>One planned change of the rows of a table with the given keys: delete them, or set columns to constants.</summary>
/// <param name="Set">Null: the rows are deleted.</param>
public sealed record RowChange(string Table, IReadOnlyCollection<RowKey> Keys, IReadOnlyDictionary<string, object?>? Set = null);

/// <summary>What came of one change of several.</summary>
/// <param name="Rows">How many rows it changed itself; of deletions that went together in one statement, how many were asked for.</param>
/// <param name="Refused">Why the source refuses it; null: it was applied.</param>
public readonly record struct AppliedChange(int Rows, ChangeFailure? Refused = null)
{
    internal static async Task<IReadOnlyList<AppliedChange>> OneByOneAsync(ISourceTransaction transaction, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        var applied = new List<AppliedChange>(changes.Count);
        foreach (var change in changes)
        {
            try
            {
                applied.Add(new AppliedChange(await transaction.ApplyAsync(change, cancellationToken)));
            }
            catch (ChangeException e)
            {
                applied.Add(new AppliedChange(0, e.Failure));
            }
        }

        return applied;
    }
}
