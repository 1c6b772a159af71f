using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap.Suggestions;

/// <summary>A few values of the columns whose names say nothing. Looked at in memory for suggestions, never kept and never logged.</summary>
public sealed record TableSample(IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    private const int Rows = 40;
    private const int LongestValue = 200;

    public static readonly IReadOnlyDictionary<string, TableSample> None = new Dictionary<string, TableSample>();

    public IReadOnlyList<string> Of(string column) => Values.GetValueOrDefault(column) ?? [];

    public static async Task<IReadOnlyDictionary<string, TableSample>> ReadAsync(ISourceReader reader, CancellationToken ct)
    {
        var samples = new Dictionary<string, TableSample>();
        foreach (var table in reader.Schema.Tables.Where(t => t is { Kind: TableKind.Table, Unreadable: false }))
        {
            var columns = table.Columns.Where(c => Telling(table, c)).Select(c => c.Name).ToList();
            if (columns.Count > 0)
            {
                try
                {
                    samples[table.Name] = await ReadAsync(reader, table, columns, ct);
                }
                catch (SourceException e) when (e.Failure == SourceFailure.NotOffered)
                {
                    // An interface without a call that lists everything shows no sample; its names still tell.
                }
            }
        }

        return samples;
    }

    private static async Task<TableSample> ReadAsync(ISourceReader reader, SchemaTable table, List<string> columns, CancellationToken ct)
    {
        var values = columns.ToDictionary(c => c, _ => new List<string>());
        var query = new RowQuery(table.Name, [.. columns.Select(c => new ColumnPath(c))]) { Limit = Rows };
        await foreach (var row in reader.ReadAsync(query, ct))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (row[i] is string { Length: > 0 } text)
                {
                    values[columns[i]].Add(text.Length > LongestValue ? text[..LongestValue] : text);
                }
            }
        }

        return new TableSample(values.ToDictionary(v => v.Key, v => (IReadOnlyList<string>)v.Value));
    }

    // What is long or binary is not read, and what its name tells need not be.
    private static bool Telling(SchemaTable table, SchemaColumn column) =>
        column.Kind is ValueKind.Text or ValueKind.Any && !column.RowNumber && !column.DeclaredType.Contains("BLOB", StringComparison.OrdinalIgnoreCase)
        && ColumnSuggestion.ByName(table, column, people: false) is null;
}
