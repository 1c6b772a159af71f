using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>One planned change as a source takes it.</summary>
/// <param name="Set">Null: the rows are deleted.</param>
internal sealed record PlannedChange(string Table, ErasureAction Action, IReadOnlyList<RowKey> Rows, IReadOnlyDictionary<string, object?>? Set)
{
    public RowChange Change => new(Table, Rows, Set);

    public static IReadOnlyList<PlannedChange> Of(ErasurePlan plan) =>
        [.. plan.Steps
            .Where(s => s.Action == ErasureAction.Delete || s.Changes.Count > 0)
            .Select(s => new PlannedChange(s.Table, s.Action, s.Rows, s.Action == ErasureAction.Delete ? null : s.Changes.ToDictionary(c => c.Field, c => c.Value)))];

    public static IReadOnlyList<PlannedChange> Of(RectificationPlan plan) =>
        [.. plan.Writes.GroupBy(c => c.Row)
            .Select(g => new PlannedChange(g.Key.Table, ErasureAction.Fields, [g.Key.Key], g.ToDictionary(c => c.Field, c => c.After)))];
}

/// <summary>What the rows of one planned change are like now.</summary>
internal sealed class PlannedNow
{
    public int Present { get; set; }

    /// <summary>Rows that are not as the change would leave them: still there, or a field with another value.</summary>
    public int NotAsPlanned { get; set; }

    /// <summary>Fields with another value, and in how many rows.</summary>
    public Dictionary<string, int> Differing { get; } = [];
}

/// <summary>Reads what planned rows are like now.</summary>
internal static class PlannedRows
{
    public static async Task<PlannedNow> ReadAsync(ISourceReader reader, PlannedChange change, CancellationToken cancellationToken) =>
        (await ReadAsync(reader, [change], cancellationToken))[0];

    /// <summary>Of each change: how its rows are now.</summary>
    public static async Task<IReadOnlyList<PlannedNow>> ReadAsync(ISourceReader reader, IReadOnlyList<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var (queries, looks) = (new List<RowQuery>(), new List<(SchemaTable Table, List<(string Name, object? Held)> Fields, PlannedNow Now)>());
        foreach (var change in changes)
        {
            var table = reader.Schema.Find(change.Table) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: change.Table);
            var key = table.Key.Select(k => new ColumnPath(k)).ToList();
            var fields = new List<(string Name, object? Held)>();
            foreach (var (field, value) in change.Set ?? new Dictionary<string, object?>())
                fields.Add((field, await reader.AsHeldAsync(table.Name, field, value, cancellationToken)));
            queries.Add(new RowQuery(table.Name, [.. fields.Select(f => new ColumnPath(f.Name)), .. key]) { By = key, Values = change.Rows });
            looks.Add((table, fields, new PlannedNow()));
        }

        await foreach (var (at, values) in reader.ReadAsync(queries, cancellationToken))
        {
            var (table, fields, now) = looks[at];
            now.Present++;
            List<string> wrong = [.. fields.Where((field, i) => !Same(table.Find(field.Name)!, values[i], field.Held)).Select(f => f.Name)];
            if (changes[at].Set is null || wrong.Count > 0)
                now.NotAsPlanned++;
            foreach (var field in wrong)
                now.Differing[field] = now.Differing.GetValueOrDefault(field) + 1;
        }

        return [.. looks.Select(l => l.Now)];
    }

    /// <summary>Whether a field holds what was planned: texts letter by letter, whatever its column holds to be the same.</summary>
    private static bool Same(SchemaColumn column, object? stored, object? planned)
    {
        var cast = CellCast.TryCast(planned, column, out var value) ? value : planned;
        return stored is string text && cast is string other && column.Collation != CellCast.Padded ? text == other : RowKey.Same(CellCast.Canonical(stored, column), CellCast.Canonical(cast, column));
    }
}
