using System.Globalization;
using System.Text.RegularExpressions;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// Seeks the identity's values in text (verification, part 3): always in the subject's rows that stay, in whole text columns on request.
/// What is short is not sought: it stands in too many texts to mean anybody.
/// </summary>
internal sealed partial class Sightings
{
    private const int ShortestSought = 5;

    /// <summary>Seven digits: below it a whole number is more likely a count or a key.</summary>
    private const long LeastNumber = 1_000_000;
    private readonly SourceMap map;
    private readonly ISourceReader reader;
    private readonly List<string> texts;
    private readonly HashSet<string> phones;

    // As a column of whole numbers holds them: the national 0 is lost there.
    private readonly HashSet<long> numbers;

    public Sightings(SourceMap map, ISourceReader reader, IReadOnlyList<Identity> identities)
    {
        (this.map, this.reader) = (map, reader);
        texts = [.. identities.Select(i => Caseless.Fold(i.Value)).Where(v => v.Length >= ShortestSought).Distinct()];
        phones = [.. identities.Where(i => i.Kind == IdentityKinds.Phone).Select(i => PhoneNumber.Normalise(i.Value, map.CallingCode)!).Where(p => p is { Length: >= ShortestSought })];
        numbers = [.. phones.Concat(phones.Select(National)).Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n >= LeastNumber)];
    }

    /// <summary>Rows read; hits are added to what was seen before.</summary>
    public long RowsRead { get; private set; }

    /// <summary>In the rows of a plan that stay.</summary>
    public async Task<List<Sighting>> InStayingRowsAsync(ErasurePlan plan, CancellationToken cancellationToken)
    {
        var seen = new List<Sighting>();
        foreach (var step in plan.Steps.Where(s => s.Action is ErasureAction.Shell or ErasureAction.Fields or ErasureAction.Keep or ErasureAction.Leave))
        {
            var kept = step.Kept.Select(k => k.Field).ToHashSet();
            var key = Table(step.Table).Key.Select(k => new ColumnPath(k)).ToList();
            List<ColumnPath> columns = [.. TextColumns(step.Table), .. NumberColumns(step.Table)];

            // A table of keys has nothing to look through.
            if (columns.Count == 0)
                continue;
            var counts = new int[columns.Count];
            await foreach (var values in reader.ReadAsync(new RowQuery(step.Table, columns) { By = key, Values = step.Rows }, cancellationToken))
            {
                RowsRead++;
                for (var i = 0; i < counts.Length; i++)
                    counts[i] += values[i] is string text ? Holds(text) ? 1 : 0 : values[i] is long number && numbers.Contains(number) ? 1 : 0;
            }

            seen.AddRange(columns.Select((c, i) => new Sighting(OwnerOf(step, kept.Contains(c.Column)), step.Table, c.Column, counts[i])).Where(s => s.Rows > 0));
        }

        return seen;
    }

    /// <summary>In every row of every mapped table: what is found beyond the plan's rows is others', for the DPO to look at.</summary>
    public async Task<List<Sighting>> InWholeColumnsAsync(ErasurePlan plan, CancellationToken cancellationToken)
    {
        var known = plan.Steps.Where(s => s.Action != ErasureAction.OfFields).SelectMany(s => s.Rows.Select(r => new RowRef(s.Table, r))).ToHashSet();
        List<RowKey> sought = [.. texts.Concat(phones).Concat(phones.Select(National)).Distinct().Select(t => new RowKey(t))];
        var seen = new List<Sighting>();
        foreach (var table in Searched())
        {
            RowsRead += await reader.CountAsync(table, cancellationToken);
            var key = Table(table).Key.Select(k => new ColumnPath(k)).ToList();
            foreach (var column in TextColumns(table))
            {
                var rows = 0;
                var query = new RowQuery(table, key) { By = [column], Values = sought, Comparison = Comparison.Contains };
                await foreach (var values in reader.ReadAsync(query, cancellationToken))
                    rows += known.Contains(new RowRef(table, new RowKey(values))) ? 0 : 1;
                if (rows > 0)
                    seen.Add(new Sighting(SightingOwner.Others, table, column.Column, rows));
            }

            foreach (var column in NumberColumns(table))
            {
                var rows = 0;
                var query = new RowQuery(table, key) { By = [column], Values = [.. numbers.Select(n => new RowKey(n))] };
                await foreach (var values in reader.ReadAsync(query, cancellationToken))
                    rows += known.Contains(new RowRef(table, new RowKey(values))) ? 0 : 1;
                if (rows > 0)
                    seen.Add(new Sighting(SightingOwner.Others, table, column.Column, rows));
            }
        }

        return seen;
    }

    public static async Task<TextSearchCost> CostAsync(SourceMap map, ISourceReader reader, CancellationToken cancellationToken)
    {
        var search = new Sightings(map, reader, []);
        // To count what an interface lists is to read it.
        var counted = reader.Schema.Kind != SourceKind.Http;
        var (rows, columns) = (0L, 0);
        foreach (var table in search.Searched())
        {
            if (counted)
                rows += search.Table(table).Rows is > 0 and var about ? about : await reader.CountAsync(table, cancellationToken);
            columns += search.TextColumns(table).Count + search.NumberColumns(table).Count;
        }

        return new TextSearchCost(counted ? rows : null, columns, search.Unsought());
    }

    /// <summary>Tables with text that no search can go through as a whole.</summary>
    public IReadOnlyList<string> Unsought() => [.. WithText().Where(t => Table(t).Unlisted).Select(t => map.Find(t)!.Title ?? t)];

    private IEnumerable<string> Searched() => WithText().Where(t => !Table(t).Unlisted);

    private IEnumerable<string> WithText() =>
        map.Tables.Where(t => t.Role is not (TableRole.Shared or TableRole.Ignored)).Select(t => t.Name).Where(t => reader.Schema.Find(t) is { Kind: TableKind.Table } && TextColumns(t).Count + NumberColumns(t).Count > 0);

    private static SightingOwner OwnerOf(ErasureStep step, bool fieldKept) => step.Action switch
    {
        ErasureAction.Keep => SightingOwner.Kept,
        ErasureAction.Leave => SightingOwner.Others,
        _ => fieldKept ? SightingOwner.Kept : SightingOwner.Subject,
    };

    private SchemaTable Table(string name) => reader.Schema.Find(name) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: name);

    private List<ColumnPath> TextColumns(string table) =>
        [.. Table(table).Columns.Where(c => c.Kind is ValueKind.Text or ValueKind.Any or ValueKind.Flexible).Select(c => new ColumnPath(c.Name))];

    /// <summary>Whole numbers that may be telephone numbers: keys and what points at them are none.</summary>
    private List<ColumnPath> NumberColumns(string table) => numbers.Count == 0
        ? []
        : [.. Table(table).Columns.Where(c => c.Kind == ValueKind.Integer && !c.RowNumber && !Table(table).Key.Contains(c.Name) && !Table(table).References.Any(r => r.Columns.Contains(c.Name)))
            .Select(c => new ColumnPath(c.Name))];

    private bool Holds(string text)
    {
        var folded = Caseless.Fold(text);
        return texts.Any(t => folded.Contains(t, StringComparison.Ordinal))
            || (phones.Count > 0 && PhoneLike().EnumerateMatches(text) is var matches && AnyPhone(text, matches));
    }

    private bool AnyPhone(string text, Regex.ValueMatchEnumerator matches)
    {
        foreach (var match in matches)
        {
            if (PhoneNumber.Normalise(text.Substring(match.Index, match.Length), map.CallingCode) is { } number && phones.Contains(number))
                return true;
        }

        return false;
    }

    private string National(string phone) =>
        map.CallingCode is { Length: > 0 } code && phone.StartsWith(code, StringComparison.Ordinal) ? "0" + phone[code.Length..] : phone;

    [GeneratedRegex(@"[+(]?\d[\d\s().\-/]{5,}\d")]
    private static partial Regex PhoneLike();
}
