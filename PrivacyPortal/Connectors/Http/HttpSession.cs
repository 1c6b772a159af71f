using System.Runtime.CompilerServices;

namespace PrivacyPortal.Connectors.Http;

/// <summary>Reads rows by the declared calls. What a call hands out is compared again here: a search by part of a word finds more than was sought.</summary>
internal class HttpSession(HttpExchange exchange, HttpDeclaration declaration, SourceSchema schema, HttpLimits limits) : ISourceReader
{
    /// <summary>About how many bytes of answers are remembered.</summary>
    private const long Kept = 16 << 20;
    private readonly HttpLookup lookup = new(exchange, declaration, limits);
    private readonly Dictionary<(HttpFind, RowKey), List<object?[]>> answered = [];
    private long kept;

    public SourceSchema Schema => schema;

    protected HttpDeclaration Declaration => declaration;

    protected HttpExchange Exchange => exchange;

    public async IAsyncEnumerable<object?[]> ReadAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (resource, table) = Resource(query.Table);
        var match = new RowMatch(query, table);
        var left = query.Limit ?? int.MaxValue;
        var columns = query.Columns.Select(c => (table.IndexOf(c.Column), c.Json is null ? null : AnswerPath.Parse(c.Json))).ToList();
        foreach (var (find, values) in Calls(resource, query))
        {
            await foreach (var row in RowsAsync(resource, table, find, values, cancellationToken))
            {
                if (Seen(resource, row) is not { } seen || !match.Holds(seen))
                    continue;
                yield return [.. columns.Select(c => RowMatch.Part(seen[c.Item1], c.Item2))];
                if (--left <= 0)
                    yield break;
            }
        }
    }

    public Task<object?> AsHeldAsync(string table, string column, object? value, CancellationToken cancellationToken) =>
        Task.FromResult(Resource(table).Table.Find(column) is { } held && CellCast.TryCast(value, held, out var cast) ? cast : value);

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        var rows = 0L;
        await foreach (var _ in ReadAsync(new RowQuery(table, []), cancellationToken))
            rows++;
        return rows;
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The row as this session sees it; null: it is gone.</summary>
    protected virtual object?[]? Seen(HttpResource resource, object?[] row) => row;

    /// <summary>What was answered before is asked again.</summary>
    protected void Forget()
    {
        answered.Clear();
        kept = 0;
    }

    protected (HttpResource Resource, SchemaTable Table) Resource(string name) =>
        declaration.Find(name) is { } resource ? (resource, schema.Find(name)!) : throw new SourceException(SourceFailure.SchemaChanged, subject: name);

    /// <summary>The declared calls that answer a query: one per distinct value of what the call asks by.</summary>
    private static IEnumerable<(HttpFind Find, RowKey Values)> Calls(HttpResource resource, RowQuery query)
    {
        var plain = query.Comparison == Comparison.Contains ? [] : query.By.Where(b => b.Json is null).Select(b => b.Column).ToList();
        if (resource.FindBy(plain) is { } find)
        {
            var places = find.By.Select(f => query.By.ToList().FindIndex(b => b.Json is null && b.Column == f)).ToList();
            return query.Values.Where(v => v.Complete).Select(v => new RowKey([.. places.Select(p => v.Values[p])])).Distinct().Select(v => (find, v));
        }

        return resource.Finds.FirstOrDefault(f => f.By.Count == 0) is { } all
            ? [(all, default)]
            : throw new SourceException(SourceFailure.NotOffered, subject: $"{resource.Name}.{string.Join('+', query.By)}");
    }

    private async IAsyncEnumerable<object?[]> RowsAsync(HttpResource resource, SchemaTable table, HttpFind find, RowKey values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (answered.TryGetValue((find, values), out var before))
        {
            foreach (var row in before)
                yield return row;
            yield break;
        }

        List<object?[]>? rows = [];
        var weight = 0L;
        await foreach (var row in lookup.ReadAsync(resource, table, find, values, cancellationToken))
        {
            weight += row.Sum(cell => 32L + (cell is string text ? 2L * text.Length : 0));
            if (kept + weight > Kept)
                rows = null;
            rows?.Add(row);
            yield return row;
        }

        if (rows is null)
            yield break;
        answered[(find, values)] = rows;
        kept += weight;
    }
}
