using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>Parts (1) and (2) of the proof: what the same search finds again, and every planned key and field as it is now.</summary>
internal static class Verification
{
    public static async Task<List<Residue>> ResidueAsync(SourceMap map, Erasure erasure, ISourceReader reader, ErasureOrder order, CancellationToken cancellationToken)
    {
        var walk = await Walk.RunAsync(map, reader, order.Request, withContext: false, cancellationToken);
        var again = erasure.Residue(walk, order).ToHashSet();
        var residue = again.GroupBy(r => r.Table).Select(g => new Residue(ResidueCause.FoundAgain, g.Key, g.Count())).ToList();

        // A deleted row's number may have gone to another's new row since: only what is still the subject's is residue.
        var deleted = order.Plan.Steps.Where(s => s.Action == ErasureAction.Delete).Select(s => (s.Table, (IReadOnlyCollection<RowKey>)s.Rows));
        var remaining = (await walk.ClaimsAsync(deleted, cancellationToken)).Where(c => (c.Value & Claim.Subject) != 0 && !again.Contains(c.Key));
        residue.AddRange(remaining.GroupBy(c => c.Key.Table).Select(g => new Residue(ResidueCause.KeyRemains, g.Key, g.Count())));

        residue.AddRange(await DifferingAsync(reader, [.. PlannedChange.Of(order.Plan).Where(c => c.Set is not null)], cancellationToken));
        return residue;
    }

    public static async Task<List<Residue>> DifferingAsync(ISourceReader reader, IReadOnlyList<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var now = await PlannedRows.ReadAsync(reader, changes, cancellationToken);
        return [.. changes.Zip(now).SelectMany(p => p.Second.Differing.Select(f => new Residue(ResidueCause.FieldDiffers, p.First.Table, f.Value, f.Key)))];
    }

    /// <summary>A corrected row that is gone corrects nothing; an erased one that is gone harms nobody.</summary>
    public static async Task<List<Residue>> CorrectedAsync(ISourceReader reader, IReadOnlyList<PlannedChange> changes, CancellationToken cancellationToken)
    {
        var gone = changes.Zip(await PlannedRows.ReadAsync(reader, changes, cancellationToken)).Where(p => p.Second.Present == 0).Select(p => p.First);
        return [.. await DifferingAsync(reader, changes, cancellationToken), .. gone.Select(c => new Residue(ResidueCause.FieldDiffers, c.Table, c.Rows.Count))];
    }
}
