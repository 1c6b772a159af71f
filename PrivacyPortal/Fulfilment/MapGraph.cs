using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// A map laid over the schema it speaks of, ready to be walked: tables with the few columns that a walk needs, and links between them with
/// the kinds that hold for this subject. Shared tables are nobody's, so a link to or from one says at most <c>mentions</c>. Foreign keys and
/// tables that the map leaves out are links without a kind: no walk follows them, but a row that one points at cannot be deleted.
/// </summary>
internal sealed class MapGraph
{
    private readonly Dictionary<string, GraphTable> tables = new(StringComparer.Ordinal);

    /// <param name="subjectTables">The people tables that the subject stands in, for references whose kind differs by the kind of subject.</param>
    /// <exception cref="SourceException">The map names a table or column that is gone.</exception>
    public MapGraph(SourceMap map, SourceSchema schema, IReadOnlyCollection<string> subjectTables)
    {
        Map = map;
        foreach (var table in map.Tables)
        {
            var described = schema.Find(table.Name) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: table.Name);
            if (described.Kind == TableKind.Table && described.Key.Count > 0)
                tables[table.Name] = new GraphTable(table, described);
        }

        foreach (var table in schema.Tables.Where(t => t.Kind == TableKind.Table && t.Key.Count > 0 && !tables.ContainsKey(t.Name)))
            tables[table.Name] = new GraphTable(new TableMap { Name = table.Name, Role = TableRole.Ignored }, table);

        foreach (var from in tables.Values)
        {
            foreach (var reference in from.Map.References)
            {
                foreach (var target in reference.Targets)
                {
                    if (tables.TryGetValue(target.Table, out var to))
                        new GraphLink(from, reference, target, to, KindOf(from, target, to, subjectTables)).Join();
                }
            }

            foreach (var key in from.Schema.References)
            {
                var named = new ReferenceMap { Name = string.Join(", ", key.Columns), Columns = key.Columns, Targets = [new ReferenceTarget { Table = key.Table, Columns = key.TargetColumns }], Declared = true };
                if (tables.TryGetValue(key.Table, out var to) && !from.Out.Any(l => l.IsAlso(key)))
                    new GraphLink(from, named, named.Targets[0], to, kind: null).Join();
            }
        }
    }

    public SourceMap Map { get; }

    public IReadOnlyCollection<GraphTable> Tables => tables.Values;

    public GraphTable? Find(string name) => tables.GetValueOrDefault(name);

    private static ReferenceKind? KindOf(GraphTable from, ReferenceTarget target, GraphTable to, IReadOnlyCollection<string> subjectTables)
    {
        if (from.Ignored || to.Ignored)
            return null;
        if (from.Shared || to.Shared)
            return ReferenceKind.Mentions;
        var special = subjectTables.Select(t => target.KindForSubject.TryGetValue(t, out var kind) ? kind : target.Kind).Distinct().ToList();
        return special.Count == 1 ? special[0] : target.Kind;
    }
}

/// <summary>A table as the walk sees it.</summary>
internal sealed class GraphTable
{
    private readonly List<ColumnPath> columns = [];

    public GraphTable(TableMap map, SchemaTable schema)
    {
        (Map, Schema) = (map, schema);
        Key = [.. schema.Key.Select(Ordinal)];
        // A field of a reference is that person's: it says nothing about whose the row is.
        Identities = Ignored ? [] : [.. map.Fields.Where(f => f is { Identity: not null, Of: null }).Select(f => new GraphIdentity(this, f, f.Identity!, Ordinal(f.Name), Column(f.Name)))];
    }

    public TableMap Map { get; }

    public SchemaTable Schema { get; }

    public string Name => Map.Name;

    public bool Shared => Map.Role == TableRole.Shared;

    public bool Ignored => Map.Role == TableRole.Ignored;

    public bool People => Map.Role == TableRole.People;

    /// <summary>The columns that a walk reads of each row: key, references and identities.</summary>
    public IReadOnlyList<ColumnPath> Columns => columns;

    public int[] Key { get; }

    public IReadOnlyList<GraphIdentity> Identities { get; }

    /// <summary>References that its rows hold.</summary>
    public List<GraphLink> Out { get; } = [];

    /// <summary>References that point at its rows.</summary>
    public List<GraphLink> In { get; } = [];

    public IEnumerable<GraphLink> OutOf(ReferenceKind kind) => Out.Where(l => l.Kind == kind);

    public IEnumerable<GraphLink> InOf(ReferenceKind kind) => In.Where(l => l.Kind == kind);

    /// <summary>The place of a column in the rows read, adding it if it is not among them.</summary>
    public int Ordinal(string written)
    {
        var path = PathOf(written);
        var at = columns.IndexOf(path);
        if (at >= 0)
            return at;
        columns.Add(path);
        return columns.Count - 1;
    }

    public SchemaColumn Column(string written) =>
        PathOf(written) is { Json: null } path ? Schema.Find(path.Column)! : new SchemaColumn(written, "JSON", ValueKind.Text, Nullable: true);

    private ColumnPath PathOf(string written)
    {
        if (Schema.Find(written) is not null)
            return new ColumnPath(written);
        var dollar = written.IndexOf("$.", StringComparison.Ordinal);
        var path = dollar < 0 ? new ColumnPath(written) : new ColumnPath(written[..dollar], written[dollar..]);
        return Schema.Find(path.Column) is null ? throw new SourceException(SourceFailure.SchemaChanged, subject: $"{Name}.{written}") : path;
    }
}

/// <summary>An identity field: where a search can start.</summary>
internal sealed record GraphIdentity(GraphTable Table, FieldMap Field, string Kind, int Ordinal, SchemaColumn Column);

/// <summary>One reference to one table.</summary>
internal sealed class GraphLink
{
    private readonly int typeOrdinal = -1;
    private readonly SchemaColumn? typeColumn;

    public GraphLink(GraphTable from, ReferenceMap reference, ReferenceTarget target, GraphTable to, ReferenceKind? kind)
    {
        (From, Reference, To, Kind, When) = (from, reference, to, kind, target.When);
        var columns = target.Columns.Count > 0 ? target.Columns : to.Schema.Key;
        FromOrdinals = [.. reference.Columns.Select(from.Ordinal)];
        FromColumns = [.. reference.Columns.Select(from.Column)];
        ToOrdinals = [.. columns.Select(to.Ordinal)];
        ToColumns = [.. columns.Select(to.Column)];
        if (reference.TypeColumn is { } type)
            (typeOrdinal, typeColumn) = (from.Ordinal(type), from.Column(type));
        PointsAtOne = to.Schema.UniqueKeys.Any(u => u.Count == columns.Count && u.All(columns.Contains));
    }

    public GraphTable From { get; }

    public GraphTable To { get; }

    public ReferenceMap Reference { get; }

    /// <summary>Null: nothing but that it points.</summary>
    public ReferenceKind? Kind { get; }

    public string? When { get; }

    public int[] FromOrdinals { get; }

    public int[] ToOrdinals { get; }

    public SchemaColumn[] FromColumns { get; }

    public SchemaColumn[] ToColumns { get; }

    /// <summary>The columns pointed at are unique: one value means one row.</summary>
    public bool PointsAtOne { get; }

    public bool IsAlso(SchemaReference key) =>
        Reference.TypeColumn is null && To.Name == key.Table && Reference.Columns.SequenceEqual(key.Columns) && ToColumns.Select(c => c.Name).SequenceEqual(key.TargetColumns);

    public void Join()
    {
        // A reference whose columns do not pair with the target's says nothing.
        if (FromOrdinals.Length != ToOrdinals.Length)
            return;
        From.Out.Add(this);
        To.In.Add(this);
    }

    /// <summary>What a row points at through this link, cast to the target's types; null if it points at nothing.</summary>
    public RowKey? Pointer(Row row, Action<SchemaColumn>? uncastable = null)
    {
        if (typeColumn is not null && Form(row.Values[typeOrdinal]) != Form(When))
            return null;
        var values = new object?[FromOrdinals.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (row.Values[FromOrdinals[i]] is not { } value)
                return null;
            if (!CellCast.TryCast(value, ToColumns[i], out var cast))
            {
                uncastable?.Invoke(ToColumns[i]);
                return null;
            }

            values[i] = CellCast.Canonical(cast, ToColumns[i]);
        }

        return new RowKey(values);
    }

    /// <summary>As the source compares the type column: padded or without case.</summary>
    private string Form(object? type) => CellText.Of(CellCast.Canonical(type, typeColumn!));

    /// <summary>What points at a row through this link, cast to the type of the columns that hold it; null if its columns are empty.</summary>
    public RowKey? Pointed(Row row, Action<SchemaColumn>? uncastable = null)
    {
        var values = new object?[ToOrdinals.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (row.Values[ToOrdinals[i]] is not { } value)
                return null;
            if (!CellCast.TryCast(value, FromColumns[i], out values[i]))
            {
                uncastable?.Invoke(FromColumns[i]);
                return null;
            }
        }

        return new RowKey(values);
    }

    /// <summary>The query for the rows that point at <paramref name="values"/>.</summary>
    public RowQuery PointingAt(IReadOnlyCollection<RowKey> values) => new(From.Name, From.Columns)
    {
        By = [.. FromOrdinals.Select(o => From.Columns[o])],
        Values = values,
        Collations = ToColumns.Zip(FromColumns).Any(p => p.First.Collation != p.Second.Collation) ? [.. ToColumns.Select(c => c.Collation ?? "BINARY")] : null,
        Type = Reference.TypeColumn is { } type && When is { } when ? (type, when) : null,
    };
}
