using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>One rectification in one source: fields of the subject's own rows, from what they hold to what is right.</summary>
internal sealed class Rectification(SourceMap map)
{
    /// <param name="resumed">Where there is no transaction: rows that hold what is right already are no obstacle.</param>
    public async Task<(Trial Trial, Walk Walk)> TryAsync(ISourceTransaction transaction, RectificationOrder order, CancellationToken cancellationToken, bool resumed = false)
    {
        var trial = new Trial(transaction);
        var walk = await Walk.RunAsync(map, transaction, order.Request, withContext: false, cancellationToken);
        if (order.Plan.MapVersion != map.Version)
            trial.Fail(PreflightCause.MapChanged, null);
        var theirs = walk.Taken.Where(r => r.Verdict == Verdict.Subject).Select(r => r.Ref).ToHashSet();
        var done = new HashSet<RowRef>();
        var after = PlannedChange.Of(order.Plan);
        foreach (var (change, corrected) in Before(order.Plan).Zip(after))
        {
            // Without a transaction, rows may be corrected already that were not yet when the process ended.
            if (await PlannedRows.ReadAsync(transaction, change, cancellationToken) is not { NotAsPlanned: > 0 and var differing })
                continue;
            if (resumed && await PlannedRows.ReadAsync(transaction, corrected, cancellationToken) is { NotAsPlanned: 0, Present: > 0 })
                done.Add(new RowRef(change.Table, change.Rows[0]));
            else
                trial.Fail(PreflightCause.DataChanged, change.Table, differing);
        }

        // What was corrected may have been the identity by which a row is known.
        foreach (var others in order.Plan.Corrections.Where(c => !theirs.Contains(c.Row) && !done.Contains(c.Row)).GroupBy(c => c.Row.Table))
            trial.Fail(PreflightCause.OthersRows, others.Key, others.Select(c => c.Row).Distinct().Count());

        if (!trial.Failed)
            await trial.ApplyAsync(after, cancellationToken);
        return (trial, walk);
    }

    /// <summary>Whether every row still holds what the plan found.</summary>
    public static async Task<bool> UntouchedAsync(ISourceReader reader, RectificationPlan plan, CancellationToken cancellationToken) =>
        (await PlannedRows.ReadAsync(reader, Before(plan), cancellationToken)).All(now => now.NotAsPlanned == 0);

    /// <summary>The rows as the plan found them, to be read and compared like a plan of its own.</summary>
    private static IReadOnlyList<PlannedChange> Before(RectificationPlan plan) =>
        PlannedChange.Of(plan with { Corrections = [.. plan.Corrections.Select(c => c with { After = c.Before })] });
}
