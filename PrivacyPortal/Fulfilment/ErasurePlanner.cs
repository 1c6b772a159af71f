using System.Globalization;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// Makes the plan of an erasure from what a walk found, what the map says and what the DPO decided. The same data, map and decisions give
/// the same plan: that is how a later step knows that nothing changed.
/// </summary>
internal sealed class ErasurePlanner(Walk walk, ISourceReader reader, IReadOnlyList<ErasureDecision> decisions, DateOnly on, byte[]? pseudonymKey)
{
    public async Task<ErasurePlan> PlanAsync(WalkResult found, CancellationToken cancellationToken)
    {
        var steps = new List<ErasureStep>();
        var theirs = walk.Taken.Where(r => r.Verdict == Verdict.Subject).ToLookup(ActionOf);
        var shells = await Shells.FindAsync(walk.Pool, [.. theirs[RowErasure.Delete]], cancellationToken);

        steps.AddRange(Words(found));
        foreach (var table in theirs[RowErasure.Delete].Where(shells.ContainsKey).GroupBy(r => r.Table))
        {
            var pointing = table.SelectMany(r => shells[r]).Distinct().Order(StringComparer.Ordinal);
            steps.AddRange(await FieldStepsAsync(table.Key, [.. table], ErasureAction.Shell, new Stay(null, null, null, [.. pointing]), found, cancellationToken));
        }

        foreach (var table in theirs[RowErasure.Fields].GroupBy(r => r.Table))
            steps.AddRange(await FieldStepsAsync(table.Key, [.. table], ErasureAction.Fields, null, found, cancellationToken));
        foreach (var table in ChildrenFirst(theirs[RowErasure.Delete].Where(r => !shells.ContainsKey(r)).GroupBy(r => r.Table)))
            steps.Add(new ErasureStep(table.Key.Name, Verdict.Subject, ErasureAction.Delete, Keys(table), [], [], null));
        foreach (var table in theirs[RowErasure.Keep].GroupBy(r => r.Table))
        {
            var keep = DecisionOn(table.Key.Name, Verdict.Subject)?.Keep ?? table.Key.Map.Keep;
            var until = await UntilAsync(table.Key, keep, Keys(table), cancellationToken);
            steps.Add(new ErasureStep(table.Key.Name, Verdict.Subject, ErasureAction.Keep, Keys(table), [], [], new Stay(keep?.Ground, until, keep?.Law, [])));
        }

        foreach (var table in walk.Taken.Where(r => r.Verdict == Verdict.Both).GroupBy(r => r.Table))
            steps.Add(new ErasureStep(table.Key.Name, Verdict.Both, ErasureAction.Leave, Keys(table), [], [], null));
        return new ErasurePlan(walk.Graph.Map.Version, steps);
    }

    private static IReadOnlyList<RowKey> Keys(IEnumerable<Row> rows) => [.. rows.Select(r => r.Key)];

    private RowErasure ActionOf(Row row) => DecisionOn(row.Table.Name, Verdict.Subject)?.Row ?? row.Table.Map.OnErasure;

    private ErasureDecision? DecisionOn(string table, Verdict? verdict) => decisions.FirstOrDefault(d => d.Table == table && d.Verdict == verdict);

    /// <summary>The subject's own words in rows of others: only where the DPO ticked them.</summary>
    private IEnumerable<ErasureStep> Words(WalkResult found)
    {
        foreach (var quote in found.Quotes)
        {
            if (DecisionOn(quote.Table, quote.Verdict) is not { OfFields: true } decision || walk.Graph.Find(quote.Table) is not { } table)
                continue;
            var actions = new FieldActions(table, decision, pseudonymKey);
            var others = table.Schema.Columns.Select(c => c.Name).Where(c => c != quote.Field).ToHashSet();
            List<FieldChange> changes = [.. actions.Decide(others)
                .Where(d => d.Action is FieldErasure.Clear or FieldErasure.Replace)
                .Select(d => new FieldChange(d.Field, d.Action, actions.ValueFor(d, null)))];
            if (changes.Count > 0)
                yield return new ErasureStep(quote.Table, quote.Verdict, ErasureAction.OfFields, quote.Rows, changes, [], null);
        }
    }

    /// <summary>One step per set of rows that get the same values: rows in which a field is another's keep that field, and pseudonyms differ by value.</summary>
    private async Task<List<ErasureStep>> FieldStepsAsync(GraphTable table, IReadOnlyList<Row> rows, ErasureAction action, Stay? why, WalkResult found, CancellationToken cancellationToken)
    {
        var actions = new FieldActions(table, DecisionOn(table.Name, Verdict.Subject), pseudonymKey);
        var of = found.Findings.Where(f => f.Table == table.Name && f.Verdict == Verdict.Subject).SelectMany(f => f.Of).Where(o => o.Owner == OfOwner.Another).ToList();
        var othersOf = of.SelectMany(o => o.Rows.Select(r => (Row: r, o.Field))).ToLookup(p => p.Row, p => p.Field);
        var steps = new List<ErasureStep>();
        foreach (var group in rows.GroupBy(r => string.Join('\n', othersOf[r.Key].Order(StringComparer.Ordinal))))
        {
            var decided = actions.Decide(othersOf[group.First().Key].ToHashSet());
            var kept = new List<KeptField>();
            foreach (var field in decided.Where(d => d.Action is FieldErasure.Keep or FieldErasure.Pseudonymise))
                kept.Add(new KeptField(field.Field, field.Keep?.Ground, await UntilAsync(table, field.Keep, Keys(group), cancellationToken), field.Keep?.Law));
            foreach (var (keys, changes) in await ChangesAsync(table, Keys(group), actions, [.. decided.Where(d => d.Action != FieldErasure.Keep)], cancellationToken))
                steps.Add(new ErasureStep(table.Name, Verdict.Subject, action, keys, changes, kept, why));
        }

        return steps;
    }

    private async Task<List<(IReadOnlyList<RowKey> Keys, IReadOnlyList<FieldChange> Changes)>> ChangesAsync(
        GraphTable table, IReadOnlyList<RowKey> keys, FieldActions actions, IReadOnlyList<FieldDecision> decided, CancellationToken cancellationToken)
    {
        IReadOnlyList<FieldChange> With(IReadOnlyDictionary<string, object?> present) =>
            [.. decided.Select(d => new FieldChange(d.Field, d.Action, actions.ValueFor(d, present.GetValueOrDefault(d.Field))))];
        List<string> hashed = [.. decided.Where(d => d.Action == FieldErasure.Pseudonymise).Select(d => d.Field)];
        if (hashed.Count == 0)
            return [(keys, With(new Dictionary<string, object?>()))];
        var byValues = new Dictionary<RowKey, List<RowKey>>();
        await foreach (var values in ReadAsync(table, hashed, keys, cancellationToken))
        {
            var present = new RowKey(values[..hashed.Count]);
            if (!byValues.TryGetValue(present, out var same))
                byValues[present] = same = [];
            same.Add(new RowKey(values[hashed.Count..]));
        }

        return [.. byValues.Select(g => ((IReadOnlyList<RowKey>)g.Value, With(hashed.Zip(g.Key.Values).ToDictionary(p => p.First, p => p.Second))))];
    }

    /// <summary>A date as given; or so many months after the latest date in a column, after today where no row has one.</summary>
    private async Task<DateOnly?> UntilAsync(GraphTable table, KeepRule? rule, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken)
    {
        if (rule is null || rule.Until is not null || rule.Months is not { } months)
            return Later(rule?.Until, rule?.AtLeast);
        DateOnly? latest = null;
        if (rule.After is { } column)
        {
            await foreach (var values in ReadAsync(table, [column], keys, cancellationToken))
            {
                if (DateTime.TryParse(CellText.Of(values[0]), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
                    && DateOnly.FromDateTime(moment) is var day && (latest is null || day > latest))
                {
                    latest = day;
                }
            }
        }

        return Later((latest ?? on).AddMonths(months), rule.AtLeast);
    }

    private static DateOnly? Later(DateOnly? until, DateOnly? atLeast) => atLeast > until ? atLeast : until;

    private IAsyncEnumerable<object?[]> ReadAsync(GraphTable table, IEnumerable<string> columns, IReadOnlyList<RowKey> keys, CancellationToken cancellationToken)
    {
        var key = table.Schema.Key.Select(k => new ColumnPath(k)).ToList();
        return reader.ReadAsync(new RowQuery(table.Name, [.. columns.Select(c => new ColumnPath(c)), .. key]) { By = key, Values = keys }, cancellationToken);
    }

    /// <summary>Tables whose rows point at others before those; a circle is left in the order of names, for the source to judge at the end.</summary>
    private static List<IGrouping<GraphTable, Row>> ChildrenFirst(IEnumerable<IGrouping<GraphTable, Row>> tables)
    {
        var left = tables.OrderBy(t => t.Key.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<IGrouping<GraphTable, Row>>();
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(t => !t.Key.In.Any(l => l.From != t.Key && left.Any(o => o.Key == l.From))) ?? left[0];
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
