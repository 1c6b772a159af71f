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
            var left = change.Set is null ? remaining(change) : (await PlannedRows.NotAsPlannedAsync(reader, change, cancellationToken)).Rows;
            if (left > 0)
                failures.Add(new PreflightFailure(PreflightCause.DataChanged, change.Table, left));
        }

        return new Progress(failures.Count == 0 ? ProgressState.AsPlanned : await untouched() ? ProgressState.Untouched : ProgressState.Mixed, failures);
    }
}
