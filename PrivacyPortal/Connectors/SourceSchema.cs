using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Connectors;

/// <summary>What a data source says of itself: its tables, columns, keys and references. Nothing in it is personal data.</summary>
public sealed record SourceSchema(IReadOnlyList<SchemaTable> Tables)
{
    /// <summary>The kind of source that says it.</summary>
    public SourceKind Kind { get; init; }

    private readonly FrozenDictionary<string, SchemaTable> byName = Tables.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    public SchemaTable? Find(string table) => byName.GetValueOrDefault(table);

    /// <summary>Changes whenever a table, column, type, key, reference or trigger does: how a map notices that the source drifted from it.</summary>
    public string Fingerprint()
    {
        var text = new StringBuilder();
        foreach (var table in Tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            text.Append("table ").Append(table.Name).Append(' ').Append(table.Kind).Append(' ').AppendJoin(',', table.Key).Append('\n');
            foreach (var c in table.Columns)
                text.Append(" column ").Append(c.Name).Append(' ').Append(c.DeclaredType).Append(c.Nullable ? " null" : "").Append(c.Generated ? " generated" : "").Append(' ').Append(c.Collation).Append('\n');
            foreach (var r in table.References)
                text.Append(" reference ").AppendJoin(',', r.Columns).Append(" to ").Append(r.Table).Append(' ').AppendJoin(',', r.TargetColumns).Append(' ').Append(r.OnDelete).Append('\n');
            foreach (var trigger in table.Triggers)
                text.Append(" trigger ").Append(trigger).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>What the portal may not see of it, which is no part of the fingerprint.</summary>
    public HashSet<(string Table, bool Unreadable, bool RowsHidden)> Rights() => [.. Tables.Where(t => t.Unreadable || t.RowsHidden).Select(t => (t.Name, t.Unreadable, t.RowsHidden))];

    public bool Equals(SourceSchema? other) => other is not null && Fingerprint() == other.Fingerprint();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Fingerprint());
}

public enum TableKind
{
    Table,

    /// <summary>Its rows are those of other tables: shown, never searched nor erased.</summary>
    View,
}

/// <summary>One table (or collection) of a source.</summary>
public sealed record SchemaTable
{
    /// <summary>Unique in the source and stable; what a data map calls it. With its schema in front where the source has several.</summary>
    public required string Name { get; init; }

    /// <summary>The parts that a connector quotes one by one: <c>["sales", "order"]</c>.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    public TableKind Kind { get; init; }

    public required IReadOnlyList<SchemaColumn> Columns { get; init; }

    /// <summary>
    /// The columns that tell one row from every other: the primary key, else a unique key without null, else the source's own row number
    /// (a column of this list only). Empty: its rows cannot be addressed, so they can be found but not changed.
    /// </summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>Every set of columns that is unique.</summary>
    public IReadOnlyList<IReadOnlyList<string>> UniqueKeys { get; init; } = [];

    /// <summary>Every set of columns that an index starts with; a reference without one costs a scan per lookup.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Indexes { get; init; } = [];

    public IReadOnlyList<SchemaReference> References { get; init; } = [];

    /// <summary>Names of its triggers.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>Expressions that an index starts with, where the source has such indexes; see <see cref="IndexAdvice"/>.</summary>
    public IReadOnlyList<string> Expressions { get; init; } = [];

    /// <summary>About how many rows it has, where the source knows without counting.</summary>
    public long? Rows { get; init; }

    /// <summary>A table of another source that this one shows (a foreign table): its rows are searched and erased there.</summary>
    public bool Foreign { get; init; }

    /// <summary>The portal has no right to read it: a search that needs it fails and says so.</summary>
    public bool Unreadable { get; init; }

    /// <summary>The source may hide rows of it from the portal (row-level security): what is hidden is neither found nor erased.</summary>
    public bool RowsHidden { get; init; }

    /// <summary>The source cannot hand out all its rows, only those that are asked for by a value (an interface without a call that lists them).</summary>
    public bool Unlisted { get; init; }

    public SchemaColumn? Find(string column) => Columns.FirstOrDefault(c => c.Name == column);

    /// <exception cref="SourceException">It has no such column.</exception>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column)
                return i;
        }

        throw new SourceException(SourceFailure.SchemaChanged, subject: column);
    }

    /// <summary>True if rows can be found by <paramref name="columns"/> without reading the whole table.</summary>
    public bool Indexed(IReadOnlyList<string> columns) =>
        Indexes.Any(index => index.Count >= columns.Count && columns.All(index.Take(columns.Count).Contains));
}

/// <summary>How the values of a column are compared and cast.</summary>
public enum ValueKind
{
    /// <summary>Takes any value as it is.</summary>
    Any,
    Integer,
    Number,

    /// <summary>A decimal number of any length.</summary>
    Exact,

    /// <summary>A number where the text reads as one, else the text as it is.</summary>
    Flexible,
    Text,
    Boolean,
    Bytes,
    Uuid,
    Moment,

    /// <summary>Kept and compared as the source writes it (dates, the source's own row numbers).</summary>
    Written,
}

/// <param name="DeclaredType">The type in the source's own words.</param>
/// <param name="Generated">Computed by the source from other columns: can be read, never written.</param>
/// <param name="Collation">How the source compares its text, where it says so (<c>NOCASE</c>, <see cref="CellCast.CaselessText"/>).</param>
/// <param name="RowNumber">Not a column of the table but the source's own number of the row.</param>
public sealed record SchemaColumn(
    string Name,
    string DeclaredType,
    ValueKind Kind,
    bool Nullable,
    bool Generated = false,
    string? Collation = null,
    bool RowNumber = false)
{
    /// <summary>Read as text, but of a form that not every text has (JSON, a list, an enumeration).</summary>
    public bool Formed { get; init; }

    /// <summary>Whether two spellings of one value, in capitals or not, are the same to it.</summary>
    public bool TakesSpellingsForOne => Kind == ValueKind.Uuid || Collation == CellCast.CaselessText || "NOCASE".Equals(Collation, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes whatever somebody writes.</summary>
    public bool IsFreeText => Kind is ValueKind.Text or ValueKind.Any && !Formed;
}

public enum DeleteRule
{
    /// <summary>Deleting the target fails while a row points there.</summary>
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

/// <summary>A reference that the source itself declares (a foreign key).</summary>
public sealed record SchemaReference(IReadOnlyList<string> Columns, string Table, IReadOnlyList<string> TargetColumns, DeleteRule OnDelete);
