using System.Runtime.CompilerServices;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>Streams the rows of findings, field by field as they may be shown. Never more than one batch of rows is in memory.</summary>
internal sealed class FoundRows(SourceMap map, ISourceReader reader)
{
    private const int Batch = 512;

    /// <param name="plan">What was decided; null: for the DPO's review, who sees every value, those marked that would be withheld.</param>
    public async IAsyncEnumerable<FoundRow> ReadAsync(WalkResult found, AccessPlan? plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var decided = plan ?? AccessPlan.Suggest(found);
        foreach (var finding in found.Findings)
        {
            var release = decided.Findings.FirstOrDefault(f => f.Table == finding.Table && f.Verdict == finding.Verdict);
            var view = new FindingView(map, reader.Schema, finding, release, [.. decided.Redactions.Where(r => r.Row.Table == finding.Table)], review: plan is null);
            foreach (var keys in finding.Rows.Chunk(Batch))
            {
                var query = new RowQuery(finding.Table, view.Columns) { By = [.. view.Key.Select(c => new ColumnPath(c))], Values = keys };
                await foreach (var values in reader.ReadAsync(query, cancellationToken))
                {
                    if (view.Show(values) is { } row)
                        yield return row;
                }
            }
        }
    }
}

/// <summary>Which fields of a finding's rows are shown: the rules of the verdict, then the DPO's decisions, then whose each field <c>of</c> a reference is.</summary>
internal sealed class FindingView
{
    private readonly Finding finding;
    private readonly bool review;
    private readonly Release decision;
    private readonly List<(string Name, Release? Decided)> fields;
    private readonly Dictionary<string, Dictionary<RowKey, OfField>> of;
    private readonly Dictionary<(RowKey, string), string> redactions;

    public FindingView(SourceMap map, SourceSchema schema, Finding finding, FindingRelease? release, IReadOnlyList<TextRedaction> redactions, bool review)
    {
        (this.finding, this.review) = (finding, review);
        // A finding that nobody decided on is not released.
        decision = release?.Decision ?? Release.Withhold;
        var table = map.Find(finding.Table) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: finding.Table);
        var described = schema.Find(finding.Table) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: finding.Table);
        Key = described.Key;
        fields = [.. Shown(table, described, finding.Verdict).Select(name => (name, release?.Fields.FirstOrDefault(f => f.Field == name)?.Decision))];
        Columns = [.. fields.Select(f => new ColumnPath(f.Name)), .. Key.Select(k => new ColumnPath(k))];
        of = finding.Of.GroupBy(o => o.Field).ToDictionary(g => g.Key, g => g.SelectMany(o => o.Rows.Select(r => (r, o))).ToDictionary(p => p.r, p => p.o));
        this.redactions = redactions.GroupBy(r => (r.Row.Key, r.Field)).ToDictionary(g => g.Key, g => g.Last().Shown);
    }

    public IReadOnlyList<string> Key { get; }

    public IReadOnlyList<ColumnPath> Columns { get; }

    /// <summary>The row as shown; null if nothing of it may be.</summary>
    public FoundRow? Show(object?[] values)
    {
        var key = new RowKey(values[fields.Count..]);
        var shown = fields.Select((f, i) => Field(f.Name, f.Decided, key, values[i])).ToList();
        return review || shown.Any(f => !f.Withheld) ? new FoundRow(finding.Table, finding.Verdict, key, shown) : null;
    }

    private FoundField Field(string name, Release? decided, RowKey key, object? value)
    {
        var whose = of.TryGetValue(name, out var rows) && rows.TryGetValue(key, out var owner) ? owner : null;
        var withheld = decided is { } field
            ? field == Release.Withhold
            : whose?.Owner switch
            {
                OfOwner.Another => true,
                // Their own words in what is both's stay theirs; what is theirs and withheld is withheld with its words.
                OfOwner.Subject => finding.Verdict == Verdict.Subject && decision == Release.Withhold,
                _ => decision == Release.Withhold,
            };
        if (redactions.TryGetValue((key, name), out var redacted) && !review)
            return new FoundField(name, withheld ? null : redacted, withheld);
        return withheld && !review ? new FoundField(name, whose?.Shown, true) : new FoundField(name, value, withheld);
    }

    /// <summary>Mapped fields in the map's order, then columns that the map leaves out; of context only mapped ones that are not personal.</summary>
    private static IEnumerable<string> Shown(TableMap table, SchemaTable described, Verdict verdict)
    {
        var mapped = table.Fields.Where(f => described.Find(f.Name) is { RowNumber: false }).ToList();
        if (verdict == Verdict.Context)
            return mapped.Where(f => !f.Personal).Select(f => f.Name);
        return mapped.Select(f => f.Name).Concat(described.Columns.Where(c => !c.RowNumber && table.Find(c.Name) is null).Select(c => c.Name));
    }
}
