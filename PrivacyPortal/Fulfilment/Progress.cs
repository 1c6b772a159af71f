using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

internal enum ProgressState
{
    /// <summary>Everything is as planned: it had been committed.</summary>
    AsPlanned,

    /// <summary>Nothing is.</summary>
    Untouched,

    /// <summary>Some of it is: within one transaction that cannot come from the portal.</summary>
    Mixed,
}

/// <summary>How much of a plan is done, read from the rows themselves after a process ended in the middle.</summary>
internal sealed record Progress(ProgressState State, IReadOnlyList<PreflightFailure> Failures)
{
    /// <param name="remaining">How many rows of a deletion are still there and still the subject's.</param>
    /// <param name="untouched">Asked if something is not as planned: whether nothing is done.</param>
    public static async Task<Progress> ReadAsync(
        ISourceReader reader, IReadOnlyList<PlannedChange> planned, Func<PlannedChange, int> remaining, Func<Task<bool>> untouched, CancellationToken cancellationToken)
    {
        var failures = new List<PreflightFailure>();
        foreach (var change in planned)
        {
            var left = change.Set is null ? remaining(change) : (await PlannedRows.ReadAsync(reader, change, cancellationToken)).NotAsPlanned;
            if (left > 0)
                failures.Add(new PreflightFailure(PreflightCause.DataChanged, change.Table, left));
        }

        // Rows that are all there and belong to nobody who is sought: their numbers went to others, or the identity was changed before anything
        // was erased. Only a person can tell.
        if (failures.Count == 0 && await AllThereAsync(reader, [.. planned.Where(c => c.Set is null)], cancellationToken) is { Count: > 0 } there)
            return new Progress(ProgressState.Mixed, there);
        return new Progress(failures.Count == 0 ? ProgressState.AsPlanned : await untouched() ? ProgressState.Untouched : ProgressState.Mixed, failures);
    }

    /// <summary>Empty as soon as one row of the deletions is gone.</summary>
    private static async Task<IReadOnlyList<PreflightFailure>> AllThereAsync(ISourceReader reader, IReadOnlyList<PlannedChange> deletions, CancellationToken cancellationToken)
    {
        var there = new List<PreflightFailure>();
        foreach (var change in deletions)
        {
            if ((await PlannedRows.ReadAsync(reader, change, cancellationToken)).Present < change.Rows.Count)
                return [];
            there.Add(new PreflightFailure(PreflightCause.DataChanged, change.Table, change.Rows.Count));
        }

        return there;
    }
}
