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
        [.. plan.Corrections.GroupBy(c => c.Row)
            .Select(g => new PlannedChange(g.Key.Table, ErasureAction.Fields, [g.Key.Key], g.ToDictionary(c => c.Field, c => c.After)))];
}

/// <summary>Reads what planned rows are like now.</summary>
internal static class PlannedRows
{
    /// <summary>How many rows are not as the change would leave them: still there, or a field with another value, field by field.</summary>
    public static async Task<(int Rows, Dictionary<string, int> Fields, int Present)> NotAsPlannedAsync(ISourceReader reader, PlannedChange change, CancellationToken cancellationToken)
    {
        var table = reader.Schema.Find(change.Table) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: change.Table);
        var key = table.Key.Select(k => new ColumnPath(k)).ToList();
        List<string> fields = [.. change.Set?.Keys ?? []];
        var query = new RowQuery(table.Name, [.. fields.Select(f => new ColumnPath(f)), .. key]) { By = key, Values = change.Rows };
        var held = new Dictionary<string, object?>();
        foreach (var field in fields)
            held[field] = await reader.AsHeldAsync(table.Name, field, change.Set![field], cancellationToken);
        var (rows, present, differing) = (0, 0, new Dictionary<string, int>());
        await foreach (var values in reader.ReadAsync(query, cancellationToken))
        {
            present++;
            var wrong = fields.Where((field, i) => !Same(table.Find(field)!, values[i], held[field])).ToList();
            if (change.Set is null || wrong.Count > 0)
                rows++;
            foreach (var field in wrong)
                differing[field] = differing.GetValueOrDefault(field) + 1;
        }

        return (rows, differing, present);
    }

    /// <summary>Whether a field holds what was planned: texts letter by letter, whatever its column holds to be the same.</summary>
    private static bool Same(SchemaColumn column, object? stored, object? planned)
    {
        var cast = CellCast.TryCast(planned, column, out var value) ? value : planned;
        return stored is string text && cast is string other && column.Collation != CellCast.Padded ? text == other : RowKey.Same(CellCast.Canonical(stored, column), CellCast.Canonical(cast, column));
    }
}
