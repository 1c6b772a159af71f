using System.Collections.Frozen;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>What a schema reading knows beyond <see cref="SourceSchema"/>: how to write each name and cast each value.</summary>
internal sealed class PostgresCatalog
{
    private readonly FrozenDictionary<string, PostgresTable> byName;
    private readonly FrozenDictionary<long, PostgresTable> byOid;

    public PostgresCatalog(IReadOnlyList<PostgresTable> tables, IReadOnlyList<PostgresConstraint> constraints, bool unicode)
    {
        (Constraints, Unicode) = (constraints, unicode);
        byName = tables.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        byOid = tables.ToFrozenDictionary(t => t.Oid);
        Schema = new SourceSchema([.. tables.Select(t => t.Described)]) { Kind = SourceKind.PostgreSql };
    }

    public SourceSchema Schema { get; }

    public IReadOnlyList<PostgresConstraint> Constraints { get; }

    /// <summary>The server's <c>lower()</c> knows every alphabet; otherwise only ASCII is sure.</summary>
    public bool Unicode { get; }

    public PostgresTable? Find(string name) => byName.GetValueOrDefault(name);

    public PostgresTable? Find(long oid) => byOid.GetValueOrDefault(oid);

    /// <summary>What a data map calls a table: the bare name in <c>public</c>, else with its schema in front; quoted where a dot in it would mislead.</summary>
    public static string NameOf(string schema, string table)
    {
        static string Part(string name) => name.Contains('.', StringComparison.Ordinal) || name.Contains('"', StringComparison.Ordinal) ? Quote(name) : name;
        return schema == "public" ? Part(table) : Part(schema) + "." + Part(table);
    }

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}

/// <param name="Sql">Its name with its schema, quoted; partitions are reached through their table, heirs by <c>INHERITS</c> are tables of their own.</param>
/// <param name="Expressions">Expressions that an index starts with, as <see cref="IndexExpression.Plain"/> writes them.</param>
internal sealed record PostgresTable(long Oid, SchemaTable Described, string Sql, FrozenDictionary<string, PostgresColumn> Columns, FrozenSet<string> Expressions)
{
    public string Name => Described.Name;

    public PostgresColumn Column(string name) =>
        Columns.GetValueOrDefault(name) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: Name + "." + name);
}

/// <summary>How the values of a type are fetched, sent and compared.</summary>
internal enum ColumnForm
{
    Integer,
    Boolean,
    Double,
    Exact,
    Text,

    /// <summary><c>char(n)</c>: trailing blanks say nothing.</summary>
    Padded,

    /// <summary><c>citext</c>.</summary>
    Caseless,
    Uuid,
    Bytes,
    Enum,

    /// <summary>Dates and moments: fetched as the server writes them, which is exact and the same everywhere.</summary>
    Temporal,

    /// <summary>The server's own number of a row.</summary>
    RowId,
    Json,

    /// <summary>Anything else: fetched and compared as text.</summary>
    Other,
}

/// <param name="Type">The type to cast to, without length or precision.</param>
/// <param name="Labels">Of an enum: its values.</param>
internal sealed record PostgresColumn(SchemaColumn Described, ColumnForm Form, string Type, FrozenSet<string>? Labels)
{
    public string Sql => "t." + PostgresCatalog.Quote(Described.Name);
}

/// <param name="Table">The table that holds it, in the words of <see cref="SourceSchema"/>.</param>
/// <param name="Sql">Its name with its schema, quoted.</param>
/// <param name="Target">Of a foreign key: where it points.</param>
internal sealed record PostgresConstraint(string Name, string Sql, string Table, IReadOnlyList<string> Columns, string? Target, bool Deferrable);
