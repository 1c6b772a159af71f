using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>What is to be known of rows: what they point at through a link, or what points at them.</summary>
internal readonly record struct Lookup(GraphLink Link, bool Down, IReadOnlyCollection<Row> Rows)
{
    public static Lookup Above(GraphLink link, IReadOnlyCollection<Row> rows) => new(link, false, rows);

    public static Lookup Below(GraphLink link, IReadOnlyCollection<Row> rows) => new(link, true, rows);
}

/// <summary>
/// Every row that a walk met, once each, and the lookups that met them: many questions at a time, and never the same twice.
/// </summary>
internal sealed class RowPool
{
    private readonly ISourceReader reader;
    private readonly MapGraph graph;
    private readonly Dictionary<GraphTable, Met> rows = [];
    private readonly Dictionary<GraphLink, Target> targets = [];
    private readonly Dictionary<GraphTable, List<Target>> targetsOf = [];
    private readonly Dictionary<GraphLink, Dictionary<Row, List<Row>?>> pointing = [];
    private readonly Dictionary<(string Table, string Column), HashSet<object>> uncastable = [];

    public RowPool(ISourceReader reader, MapGraph graph)
    {
        (this.reader, this.graph) = (reader, graph);
        foreach (var table in graph.Tables)
        {
            // Links that point at the same columns share what was looked up.
            var shared = new Dictionary<string, Target>(StringComparer.Ordinal);
            foreach (var link in table.In)
            {
                var columns = string.Join('\n', link.ToColumns.Select(c => c.Name));
                if (!shared.TryGetValue(columns, out var target))
                    shared[columns] = target = new Target(link);
                targets[link] = target;
            }

            targetsOf[table] = [.. shared.Values];
        }
    }

    public IEnumerable<Uncastable> Uncastables => uncastable.Select(u => new Uncastable(u.Key.Table, u.Key.Column, u.Value.Count));

    public void TellUncastable(string table, string column, object value)
    {
        if (!uncastable.TryGetValue((table, column), out var values))
            uncastable[(table, column)] = values = [];
        values.Add(value);
    }

    public static IEnumerable<(GraphTable Key, List<Row> Rows)> ByTable(IEnumerable<Row> rows) => rows.GroupBy(r => r.Table).Select(g => (g.Key, g.ToList()));

    /// <summary>Reads rows of a table, giving the ones already met as they are.</summary>
    public async Task<List<Row>> ReadAsync(GraphTable table, RowQuery query, CancellationToken cancellationToken)
    {
        var read = new List<Row>();
        await foreach (var values in reader.ReadAsync(query, cancellationToken))
            read.Add(Meet(table, values));
        return read;
    }

    /// <summary>Reads rows of tables by their keys, those left out that are gone or stand in tables that no walk knows.</summary>
    public async Task<List<Row>> ReadAsync(IEnumerable<(string Table, IReadOnlyCollection<RowKey> Keys)> asked, CancellationToken cancellationToken)
    {
        var known = asked.Where(a => a.Keys.Count > 0).Select(a => (Table: graph.Find(a.Table), a.Keys)).Where(a => a.Table is not null).ToList();
        List<RowQuery> queries = [.. known.Select(a => new RowQuery(a.Table!.Name, a.Table.Columns) { By = [.. a.Table.Schema.Key.Select(k => new ColumnPath(k))], Values = a.Keys })];
        var read = new List<Row>();
        await foreach (var (at, values) in reader.ReadAsync(queries, cancellationToken))
            read.Add(Meet(known[at].Table!, values));
        return read;
    }

    /// <summary>Makes sure that all of this is known; then <see cref="Up"/> and <see cref="Down"/> answer.</summary>
    public async Task LoadAsync(IEnumerable<Lookup> lookups, CancellationToken cancellationToken)
    {
        var (queries, asked) = (new List<RowQuery>(), new List<Lookup>());
        foreach (var lookup in lookups)
        {
            if ((lookup.Down ? Below(lookup) : Above(lookup)) is { } query)
            {
                queries.Add(query);
                asked.Add(lookup);
            }
        }

        if (queries.Count == 0)
            return;
        await foreach (var (at, values) in reader.ReadAsync(queries, cancellationToken))
        {
            var (link, down, _) = asked[at];
            var row = Meet(down ? link.From : link.To, values);
            if (down)
                Hang(link, row);
        }
    }

    /// <summary>The rows that a row points at: none if the reference is empty or dangling.</summary>
    public IReadOnlyList<Row> Up(GraphLink link, Row row) =>
        link.Pointer(row) is { } pointer && targets[link].Find(pointer) is { } found ? found : [];


    /// <summary>The rows that point at a row through the link.</summary>
    public IReadOnlyList<Row> Down(GraphLink link, Row row) => pointing.TryGetValue(link, out var known) && known.TryGetValue(row, out var children) && children is not null ? children : [];

    /// <summary>The question for what rows point at, as far as it was not asked before.</summary>
    private RowQuery? Above(Lookup lookup)
    {
        var (link, target) = (lookup.Link, targets[lookup.Link]);
        var wanted = new HashSet<RowKey>();
        foreach (var row in lookup.Rows)
        {
            // What a unique key points at is known once it was met, however that was.
            if (link.Pointer(row, column => TellUncastable(link.To.Name, column.Name, row.Key)) is { } pointer && target.Asked.Add(pointer) && !(link.PointsAtOne && target.Find(pointer) is not null))
                wanted.Add(pointer);
        }

        return wanted.Count == 0 ? null : new RowQuery(link.To.Name, link.To.Columns) { By = [.. link.ToOrdinals.Select(o => link.To.Columns[o])], Values = wanted };
    }

    /// <summary>The question for the rows that point at rows, as far as it was not asked before.</summary>
    private RowQuery? Below(Lookup lookup)
    {
        var link = lookup.Link;
        if (!pointing.TryGetValue(link, out var known))
            pointing[link] = known = [];
        var wanted = new HashSet<RowKey>();
        foreach (var row in lookup.Rows)
        {
            if (known.TryAdd(row, null) && link.Pointed(row, column => TellUncastable(link.From.Name, column.Name, row.Key)) is { } pointed)
                wanted.Add(pointed);
        }

        return wanted.Count == 0 ? null : link.PointingAt(wanted);
    }

    /// <summary>Notes a row under those that it points at.</summary>
    private void Hang(GraphLink link, Row row)
    {
        if (link.Pointer(row) is not { } pointer || targets[link].Find(pointer) is not { } pointedAt)
            return;
        foreach (var parent in pointedAt)
        {
            if (pointing[link].TryGetValue(parent, out var children))
                (children ?? (pointing[link][parent] = [])).Add(row);
        }
    }

    private Row Meet(GraphTable table, object?[] values)
    {
        if (!rows.TryGetValue(table, out var met))
            rows[table] = met = new Met(values.Length);
        var key = table.Key is [var only] ? new RowKey(values[only]) : new RowKey([.. table.Key.Select(o => values[o])]);
        if (met.Rows.TryGetValue(key, out var known))
            return known;
        met.Share(values);
        var row = met.Rows[key] = new Row(table, key, values);
        foreach (var target in targetsOf[table])
            target.Add(row);
        return row;
    }

    /// <summary>The rows met of one table.</summary>
    private sealed class Met(int columns)
    {
        private readonly object?[] last = new object?[columns];

        public Dictionary<RowKey, Row> Rows { get; } = [];

        /// <summary>Rows met together mostly point at the same: the value is kept once.</summary>
        public void Share(object?[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (Equals(values[i], last[i]))
                    values[i] = last[i];
                else
                    last[i] = values[i];
            }
        }
    }

    /// <summary>Rows by the columns that a link points at.</summary>
    private sealed class Target(GraphLink link)
    {
        private readonly Dictionary<RowKey, object> rows = [];

        public HashSet<RowKey> Asked { get; } = [];

        /// <summary>The rows that have these values; null: none was met.</summary>
        public IReadOnlyList<Row>? Find(RowKey key) => !rows.TryGetValue(key, out var found) ? null : found is Row one ? [one] : (List<Row>)found;

        public void Add(Row row)
        {
            var key = new RowKey([.. link.ToOrdinals.Select((o, i) => CellCast.Canonical(row.Values[o], link.ToColumns[i]))]);
            if (!key.Complete)
                return;
            if (!rows.TryGetValue(key, out var same))
                rows[key] = row;
            else if (same is List<Row> several)
                several.Add(row);
            else
                rows[key] = new List<Row> { (Row)same, row };
        }
    }
}
