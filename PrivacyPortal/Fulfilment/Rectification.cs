using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>One rectification in one source: fields of the subject's own rows, from what they hold to what is right, and statements beside what was said.</summary>
internal sealed class Rectification(SourceMap map)
{
    private const string Gap = "\n\n";

    /// <summary>Finds a place for each statement: the column that the map names for it, else none.</summary>
    /// <param name="mark">What tells a statement's origin in the source, such as the reference of the request.</param>
    public async Task<RectificationPlan> PlanAsync(
        ISourceReader reader, int mapVersion, IReadOnlyList<Correction> corrections, IReadOnlyList<SupplementaryStatement> statements, string mark, CancellationToken cancellationToken)
    {
        var (planned, attachments) = (new List<PlannedStatement>(), new List<Correction>());
        foreach (var row in statements.GroupBy(s => s.Row))
        {
            var column = map.Find(row.Key.Table)?.Statement;
            var said = row.Select(s => s.Field).Distinct().ToList();
            var values = await ReadAsync(reader, row.Key, [.. said, .. column is null ? (string[])[] : [column]], cancellationToken);
            planned.AddRange(row.Select(s => new PlannedStatement(s.Row, s.Field, values?[said.IndexOf(s.Field)], Trimmed(s.Text), column)));
            if (column is not null)
                attachments.Add(new Correction(row.Key, column, values?[^1], row.Aggregate(CellText.Of(values?[^1]), (present, s) => Attach(present, $"{mark}: {Trimmed(s.Text)}"))));
        }

        return new RectificationPlan(mapVersion, corrections) { Statements = planned, Attachments = attachments };
    }

    /// <param name="resumed">Where there is no transaction: rows that hold what is right already are no obstacle.</param>
    public async Task<(Trial Trial, Walk Walk)> TryAsync(ISourceTransaction transaction, RectificationOrder order, CancellationToken cancellationToken, bool resumed = false)
    {
        var trial = new Trial(transaction);
        var (walk, obstacles) = await ObstaclesAsync(transaction, order, cancellationToken, resumed);
        trial.Fail(obstacles);
        if (!trial.Failed)
            await trial.ApplyAsync(PlannedChange.Of(order.Plan), cancellationToken);
        return (trial, walk);
    }

    /// <summary>What stands in the way before anything is written.</summary>
    public async Task<(Walk Walk, IReadOnlyList<PreflightFailure> Obstacles)> ObstaclesAsync(ISourceReader reader, RectificationOrder order, CancellationToken cancellationToken, bool resumed = false)
    {
        var (plan, obstacles) = (order.Plan, new List<PreflightFailure>());
        var walk = await Walk.RunAsync(map, reader, order.Request, withContext: false, cancellationToken);
        if (plan.MapVersion != map.Version)
            obstacles.Add(new PreflightFailure(PreflightCause.MapChanged, null));
        obstacles.AddRange(plan.Corrections.Where(c => map.Find(c.Row.Table)?.IsSaid(c.Field) == true)
            .GroupBy(c => c.Row.Table).Select(g => new PreflightFailure(PreflightCause.SaidRewritten, g.Key, g.Select(c => c.Row).Distinct().Count())));
        var theirs = walk.Taken.Where(r => r.Verdict == Verdict.Subject).Select(r => r.Ref).ToHashSet();
        var done = new HashSet<RowRef>();
        foreach (var (change, corrected) in Before(plan).Zip(PlannedChange.Of(plan)))
        {
            // Without a transaction, rows may be corrected already that were not yet when the process ended.
            if (await PlannedRows.ReadAsync(reader, change, cancellationToken) is not { NotAsPlanned: > 0 and var differing })
                continue;
            if (resumed && await PlannedRows.ReadAsync(reader, corrected, cancellationToken) is { NotAsPlanned: 0, Present: > 0 })
                done.Add(new RowRef(change.Table, change.Rows[0]));
            else
                obstacles.Add(new PreflightFailure(PreflightCause.DataChanged, change.Table, differing));
        }

        // What was corrected may have been the identity by which a row is known. Of what is attached by hand nothing was begun.
        var rows = plan.Writes.Select(c => c.Row).Concat(resumed ? [] : plan.Statements.Select(s => s.Row)).Distinct();
        obstacles.AddRange(rows.Where(r => !theirs.Contains(r) && !done.Contains(r))
            .GroupBy(r => r.Table).Select(g => new PreflightFailure(PreflightCause.OthersRows, g.Key, g.Count())));
        return (walk, obstacles);
    }

    /// <summary>Whether every row still holds what the plan found.</summary>
    public static async Task<bool> UntouchedAsync(ISourceReader reader, RectificationPlan plan, CancellationToken cancellationToken) =>
        (await PlannedRows.ReadAsync(reader, Before(plan), cancellationToken)).All(now => now.NotAsPlanned == 0);

    /// <summary>The rows as the plan found them, to be read and compared like a plan of its own.</summary>
    private static IReadOnlyList<PlannedChange> Before(RectificationPlan plan) =>
        PlannedChange.Of(new RectificationPlan(plan.MapVersion, [.. plan.Writes.Select(c => c with { After = c.Before })]));

    /// <summary>After what stands there, once: a plan that is made again after it was carried out attaches nothing a second time.</summary>
    private static string Attach(string present, string entry) =>
        present.Length == 0 ? entry : (Gap + present + Gap).Contains(Gap + entry + Gap, StringComparison.Ordinal) ? present : present + Gap + entry;

    private static string Trimmed(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>Null where the row is gone: the dry run tells.</summary>
    private static async Task<object?[]?> ReadAsync(ISourceReader reader, RowRef row, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var table = reader.Schema.Find(row.Table) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: row.Table);
        var columns = fields.Select(f => table.Find(f) is null && f.IndexOf("$.", StringComparison.Ordinal) is > 0 and var dollar ? new ColumnPath(f[..dollar], f[dollar..]) : new ColumnPath(f));
        var query = new RowQuery(row.Table, [.. columns]) { By = [.. table.Key.Select(k => new ColumnPath(k))], Values = [row.Key] };
        await foreach (var values in reader.ReadAsync(query, cancellationToken))
            return values;
        return null;
    }
}
