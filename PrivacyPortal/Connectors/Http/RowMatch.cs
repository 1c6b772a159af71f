using System.Text.Json;

namespace PrivacyPortal.Connectors.Http;

/// <summary>Whether a row is one of those that a query asks for: compared by the portal itself, whatever the call took for alike.</summary>
internal sealed class RowMatch
{
    private readonly RowQuery query;
    private readonly SchemaTable table;
    private readonly List<(int At, AnswerPath? Json, SchemaColumn Column)> by;
    private readonly HashSet<RowKey> sought = [];
    private readonly List<string> contained = [];

    public RowMatch(RowQuery query, SchemaTable table)
    {
        (this.query, this.table) = (query, table);
        by = [.. query.By.Select(b => (table.IndexOf(b.Column), b.Json is null ? null : AnswerPath.Parse(b.Json), table.Find(b.Column)!))];
        foreach (var value in query.Values.Where(v => v.Complete))
        {
            if (query.Comparison == Comparison.Contains)
                contained.Add(Caseless.Fold(CellText.Of(value.Values[0])));
            else
                sought.Add(new RowKey([.. value.Values.Select((v, i) => query.Comparison == Comparison.Phone ? CellText.Of(v) : Form(v, i))]));
        }
    }

    public bool Holds(object?[] row)
    {
        if (query.Type is { } type && CellText.Of(row[table.IndexOf(type.Column)]) != type.Value)
            return false;
        if (by.Count == 0)
            return true;
        var values = by.Select(b => Part(row[b.At], b.Json)).ToList();
        if (values.Contains(null))
            return false;
        return query.Comparison == Comparison.Contains
            ? contained.Any(Caseless.Fold(CellText.Of(values[0])).Contains)
            : sought.Contains(new RowKey([.. values.Select(Form)]));
    }

    /// <summary>A value, or what stands in it where it is JSON.</summary>
    public static object? Part(object? value, AnswerPath? path)
    {
        if (path is null || value is not string text)
            return path is null ? value : null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return path.In(json.RootElement) switch
            {
                null or { ValueKind: JsonValueKind.Null } => null,
                { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var whole) => whole,
                { } found => found.ToString(),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private object? Form(object? value, int at) => query.Comparison switch
    {
        Comparison.Caseless => Caseless.Fold(CellText.Of(value)),
        Comparison.Phone => PhoneNumber.Normalise(CellText.Of(value), query.CallingCode),
        _ when by[at].Json is not null => CellText.Of(value),
        _ => CellCast.Canonical(CellCast.TryCast(value, by[at].Column, out var cast) ? cast : value, by[at].Column),
    };
}
