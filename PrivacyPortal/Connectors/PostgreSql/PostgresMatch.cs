using NpgsqlTypes;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>
/// How rows are sought by a value: exactly by the server; or loosely, in a way that an index can serve, and then by the very rule that the
/// portal compares with.
/// </summary>
internal sealed class PostgresMatch
{
    private static readonly string[] Before = ["", " "];
    private static readonly string[] After = ["", " ", "\n", "\r\n"];
    private readonly PostgresTable table;
    private readonly PostgresCell cell;
    private readonly List<string> sought;
    private readonly bool unicode;
    private readonly string? callingCode;

    private PostgresMatch(PostgresTable table, RowQuery query, IReadOnlyList<RowKey> batch, bool unicode)
    {
        (this.table, this.unicode, Comparison, callingCode) = (table, unicode, query.Comparison, query.CallingCode);
        cell = PostgresCell.Of(table, query.By[0]);
        sought = [.. batch.Select(k => CellText.Of(k.Values[0])).Where(v => !v.Contains('\0', StringComparison.Ordinal))];
        Looked = query.Comparison == Comparison.Exact && !cell.Inside ? null : cell.AsText;
        Filter = query.Comparison switch
        {
            Comparison.Exact => cell.Inside ? Any(sought, v => v) : null,
            Comparison.Caseless => Any(sought.Select(Caseless.Fold), Caseless.Fold),
            Comparison.Phone => Any(sought, v => PhoneNumber.Normalise(v, callingCode)),
            Comparison.Contains => Holds([.. sought.Select(Caseless.Fold)]),
        };
    }

    public Comparison Comparison { get; }

    /// <summary>What is fetched beside the columns asked for, for <see cref="Filter"/> to look at.</summary>
    public string? Looked { get; }

    /// <summary>Null: the server's answer is exact.</summary>
    public Func<string?, bool>? Filter { get; }

    public static PostgresMatch Of(PostgresTable table, RowQuery query, IReadOnlyList<RowKey> batch, bool unicode) => new(table, query, batch, unicode);

    /// <summary>What a row must be like to be looked at.</summary>
    public string Condition(Func<object, NpgsqlDbType, string> add)
    {
        var text = cell.AsText;
        if (cell.Inside)
            return text + " IS NOT NULL";
        string Texts(IEnumerable<string> values) => add(values.Distinct().ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);
        var ascii = sought.All(v => System.Text.Ascii.IsValid(v));
        switch (Comparison)
        {
            case Comparison.Caseless when ascii && Has(IndexExpression.Folded(text)):
                return $"{IndexExpression.Folded(text)} = ANY({Texts(sought)})";
            case Comparison.Caseless when ascii && Has(IndexExpression.Lower(text)):
                return $"{IndexExpression.Lower(text)} = ANY({Texts(Variants())})";
            case Comparison.Caseless when ascii && cell is { Form: ColumnForm.Caseless } && table.Described.Indexed([table.Columns.First(c => c.Value.Sql + "::text" == text).Key]):
                var (left, op, array) = cell.Compared(Variants(), null);
                return $"{left} {op} ANY({array(add)})";
            case Comparison.Caseless:
                var folded = Texts(sought);
                return $"({IndexExpression.Folded(text)} = ANY({folded}) OR ({Foreign(text)}{(unicode ? $" AND lower(btrim(normalize({text}), E' \\t\\n\\x0B\\f\\r\\u00A0\\u0085\\u2007\\u202F\\u3000')) = ANY({folded})" : "")}))";
            case Comparison.Phone:
                var country = callingCode?.Length ?? 0;
                return sought.All(v => v.Length - country >= IndexExpression.PhoneTail)
                    ? $"{IndexExpression.Phone(text)} = ANY({Texts(sought.Select(v => v[^IndexExpression.PhoneTail..]))})"
                    : text + " ~ '[0-9]'";
            case Comparison.Contains:
                return "(" + string.Join(" OR ", sought.Select(v =>
                {
                    var one = add(v, NpgsqlDbType.Text);
                    return $"position({one} in lower({text})) > 0 OR ({Foreign(text)}{(unicode ? $" AND position({one} in lower(normalize({text}))) > 0" : "")})";
                })) + ")";
            default:
                return text + " IS NOT NULL";
        }
    }

    /// <summary>An index on <c>lower()</c> keeps blanks: the value is sought with those that forms and imports leave around it.</summary>
    private IEnumerable<string> Variants() => sought.SelectMany(v => Before.SelectMany(b => After.Select(a => b + v + a)));

    private bool Has(string expression) => table.Expressions.Contains(IndexExpression.Plain(expression));

    /// <summary>Anything beside ASCII, of which the server's <c>lower()</c> may know less than the portal.</summary>
    private string Foreign(string text) => unicode ? $"octet_length({text}) <> char_length({text})" : $"{text} ~ '[^\\x01-\\x7f]'";

    private static Func<string?, bool> Any(IEnumerable<string> values, Func<string, string?> form)
    {
        var set = values.ToHashSet(StringComparer.Ordinal);
        return text => text is not null && form(text) is { } formed && set.Contains(formed);
    }

    private static Func<string?, bool> Holds(IReadOnlyList<string> values) => text =>
    {
        var folded = text is null ? "" : Caseless.Fold(text);
        return values.Any(v => folded.Contains(v, StringComparison.Ordinal));
    };
}
