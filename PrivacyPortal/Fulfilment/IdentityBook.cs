using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>An identity in the form in which it is compared.</summary>
internal readonly record struct Token(string Kind, string Value);

/// <summary>Who the identity values that stand in rows belong to: looked up once each, many at a time.</summary>
internal sealed class IdentityBook
{
    private readonly MapGraph graph;
    private readonly RowPool pool;
    private readonly Dictionary<Token, List<Row>> people = [];
    private readonly Dictionary<GraphIdentity, (HashSet<RowKey> Values, List<Row> Rows)> last = new(ReferenceEqualityComparer.Instance);

    public IdentityBook(MapGraph graph, RowPool pool, IReadOnlyList<Identity> asked)
    {
        (this.graph, this.pool) = (graph, pool);
        foreach (var identity in asked)
        {
            if (IdentityKinds.Normalise(identity.Kind, identity.Value, graph.Map.CallingCode) is { } value)
                Asked.Add(new Token(identity.Kind, value));
        }
    }

    /// <summary>What the request names.</summary>
    public HashSet<Token> Asked { get; } = [];

    /// <summary>The identities that a row carries, its fields of references left aside: those are somebody's else.</summary>
    public IEnumerable<(GraphIdentity Field, Token Token)> On(Row row)
    {
        foreach (var field in row.Table.Identities)
        {
            if (row.Values[field.Ordinal] is { } value && IdentityKinds.Normalise(field.Kind, CellText.Of(CellCast.Canonical(value, field.Column)), graph.Map.CallingCode) is { } form)
                yield return (field, Spelled(field, form));
        }
    }

    /// <summary>The rows of <paramref name="field"/>'s table that carry one of <paramref name="tokens"/> there.</summary>
    public async Task<List<Row>> FindAsync(GraphIdentity field, IEnumerable<Token> tokens, CancellationToken cancellationToken)
    {
        var comparison = IdentityKinds.ComparisonOf(field.Kind);
        var values = new HashSet<RowKey>();
        foreach (var token in tokens.Where(t => t.Kind == field.Kind))
        {
            if (comparison != Comparison.Exact)
                values.Add(new RowKey(token.Value));
            else if (CellCast.TryCast(token.Value, field.Column, out var cast))
                values.UnionWith(Forms(cast, field.Column));
            else
                pool.TellUncastable(field.Table.Name, field.Column.Name, token.Value);
        }

        if (values.Count == 0)
            return [];
        // The walk begins with what it then asks of people.
        if (last.TryGetValue(field, out var known) && known.Values.SetEquals(values))
            return known.Rows;
        var query = new RowQuery(field.Table.Name, field.Table.Columns)
        {
            By = [field.Table.Columns[field.Ordinal]],
            Values = values,
            Comparison = comparison,
            CallingCode = graph.Map.CallingCode,
        };
        var rows = await pool.ReadAsync(field.Table, query, cancellationToken);
        last[field] = (values, rows);
        return rows;
    }

    /// <summary>A column that takes any value may hold a number as a number or as a text.</summary>
    private static IEnumerable<RowKey> Forms(object? value, SchemaColumn column)
    {
        yield return new RowKey(value);
        if (column.Kind == ValueKind.Any && CellCast.TryCast(value, column with { Kind = ValueKind.Number }, out var number))
            yield return new RowKey(number);
    }

    /// <summary>Makes sure that it is known on which people's rows the values stand; then <see cref="PeopleWith"/> answers.</summary>
    public async Task LoadAsync(IEnumerable<Token> tokens, CancellationToken cancellationToken)
    {
        var wanted = tokens.Where(t => people.TryAdd(t, [])).ToHashSet();
        if (wanted.Count == 0)
            return;
        foreach (var field in graph.Tables.Where(t => t.People).SelectMany(t => t.Identities))
        {
            foreach (var row in await FindAsync(field, wanted, cancellationToken))
            {
                foreach (var (_, token) in On(row).Where(o => wanted.Contains(o.Token)))
                {
                    if (!people[token].Contains(row))
                        people[token].Add(row);
                }
            }
        }
    }

    public IReadOnlyList<Row> PeopleWith(Token token) => people.TryGetValue(token, out var rows) ? rows : [];

    /// <summary>A value that its column holds to be the same as one that was asked for is that one, however it is spelled.</summary>
    private Token Spelled(GraphIdentity field, string form)
    {
        var token = new Token(field.Kind, form);
        if (Asked.Contains(token) || IdentityKinds.ComparisonOf(field.Kind) != Comparison.Exact)
            return token;
        foreach (var asked in Asked.Where(a => a.Kind == field.Kind))
        {
            if (CellCast.TryCast(asked.Value, field.Column, out var cast) && CellText.Of(CellCast.Canonical(cast, field.Column)) == form)
                return asked;
        }

        return token;
    }
}
