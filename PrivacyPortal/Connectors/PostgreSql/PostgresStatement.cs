using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>The SQL of one batch: names quoted, values in arrays of the column's own type, so that an index on it is used.</summary>
internal sealed class PostgresStatement
{
    private readonly StringBuilder sql = new();
    private readonly List<NpgsqlParameter> parameters = [];
    private readonly PostgresTable table;

    private PostgresStatement(PostgresTable table) => this.table = table;

    /// <summary>True if no value could be one of the column's: nothing to ask.</summary>
    public bool Nothing { get; private set; }

    public static PostgresStatement Select(PostgresTable table, RowQuery query, PostgresMatch? match, IReadOnlyList<RowKey> batch)
    {
        var statement = new PostgresStatement(table);
        var fetched = query.Columns.Select(c => statement.Cell(c).Fetched).Concat(match?.Looked is { } looked ? [looked] : []);
        statement.sql.Append("SELECT ").AppendJoin(", ", fetched).Append(" FROM ").Append(table.Sql).Append(" AS t");
        var conditions = new List<string>();
        if (match is not null)
        {
            if (match.Comparison == Comparison.Exact && match.Filter is null)
                statement.Sought([.. query.By.Select(statement.Cell)], batch, query.Collations, " JOIN ", " ON ", conditions);
            else
                conditions.Add(match.Condition(statement.Add));
        }

        if (query.Type is { } type)
            statement.Sought([statement.Cell(new ColumnPath(type.Column))], [new RowKey(type.Value)], null, "", "", conditions);
        if (conditions.Count > 0)
            statement.sql.Append(" WHERE ").AppendJoin(" AND ", conditions);
        if (query.Limit is { } limit)
            statement.sql.Append(" LIMIT ").Append(limit.ToString(CultureInfo.InvariantCulture));
        return statement;
    }

    public static PostgresStatement Update(PostgresTable table, IReadOnlyDictionary<string, object?> set, IReadOnlyCollection<RowKey> keys)
    {
        var statement = new PostgresStatement(table);
        var conditions = new List<string>();
        statement.sql.Append("UPDATE ").Append(table.Sql).Append(" AS t SET ").AppendJoin(", ", set.Select(s => statement.Assign(table.Column(s.Key), s.Value)));
        statement.Sought(statement.Key, keys, null, " FROM ", null, conditions);
        statement.sql.Append(" WHERE ").AppendJoin(" AND ", conditions);
        return statement;
    }

    /// <summary>One statement for several tables: their references to each other are judged when all of it is gone.</summary>
    public static PostgresStatement Delete(IReadOnlyList<(PostgresTable Table, IReadOnlyCollection<RowKey> Keys)> deletions)
    {
        var all = new PostgresStatement(deletions[0].Table);
        var parts = new List<string>();
        foreach (var (table, keys) in deletions)
        {
            var one = new PostgresStatement(table);
            one.parameters.AddRange(all.parameters);
            var conditions = new List<string>();
            one.sql.Append("DELETE FROM ").Append(table.Sql).Append(" AS t");
            one.Sought(one.Key, keys, null, " USING ", null, conditions);
            one.sql.Append(" WHERE ").AppendJoin(" AND ", conditions);
            all.parameters.AddRange(one.parameters.Skip(all.parameters.Count).ToList());
            parts.Add(one.sql.ToString());
        }

        if (parts.Count == 1)
            all.sql.Append(parts[0]);
        else
            all.sql.Append("WITH ").AppendJoin(", ", parts.SkipLast(1).Select((p, i) => $"d{i} AS ({p})")).Append(' ').Append(parts[^1]);
        return all;
    }

    public NpgsqlCommand Command(NpgsqlConnection connection)
    {
        var command = new NpgsqlCommand(sql.ToString(), connection);
        command.Parameters.AddRange(parameters.ToArray());
        return command;
    }

    public NpgsqlBatchCommand BatchCommand()
    {
        var command = new NpgsqlBatchCommand(sql.ToString());
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    private IReadOnlyList<PostgresCell> Key => [.. table.Described.Key.Select(k => Cell(new ColumnPath(k)))];

    private PostgresCell Cell(ColumnPath path) => PostgresCell.Of(table, path);

    private string Assign(PostgresColumn column, object? value)
    {
        var name = PostgresCatalog.Quote(column.Described.Name);
        return value switch
        {
            null => name + " = NULL",
            byte[] => $"{name} = {Add(value, NpgsqlDbType.Bytea)}",
            // Cast without length, so that a value too long is refused instead of cut.
            _ => $"{name} = CAST({Add(CellText.Of(value), NpgsqlDbType.Text)} AS {column.Type})",
        };
    }

    /// <summary>Rows whose <paramref name="cells"/> are one of the tuples.</summary>
    private void Sought(IReadOnlyList<PostgresCell> cells, IReadOnlyCollection<RowKey> tuples, IReadOnlyList<string?>? collations, string join, string? on, List<string> conditions)
    {
        // By columns, as they are sent.
        var kept = cells.Select(_ => new List<object>(tuples.Count)).ToArray();
        var sent = new object?[cells.Count];
        foreach (var tuple in tuples)
        {
            var values = tuple.Values;
            var fits = true;
            for (var i = 0; i < sent.Length && fits; i++)
                fits = cells[i].TrySend(values[i], out sent[i]);
            for (var i = 0; i < sent.Length && fits; i++)
                kept[i].Add(sent[i]!);
        }

        Nothing |= kept[0].Count == 0;
        var comparisons = cells.Select((c, i) => c.Compared(kept[i], collations?[i])).ToList();
        if (cells.Count == 1)
        {
            if (cells[0].Form == ColumnForm.Text)
                comparisons[0] = cells[0].Compared(kept[0].SelectMany(PostgresCell.Spellings), collations?[0]);
            var (left, op, array) = comparisons[0];
            conditions.Add($"{left} {op} ANY({array(Add)})");
            return;
        }

        sql.Append(join).Append("unnest(").AppendJoin(", ", comparisons.Select(c => c.Array(Add))).Append(") AS k(").AppendJoin(", ", comparisons.Select((_, i) => "k" + i)).Append(')');
        var matched = string.Join(" AND ", comparisons.Select((c, i) => $"{c.Left} {c.Operator} k.k{i}"));
        if (on is null)
            conditions.Add(matched);
        else
            sql.Append(on).Append(matched);
    }

    private string Add(object value, NpgsqlDbType type)
    {
        parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });
        return "$" + parameters.Count.ToString(CultureInfo.InvariantCulture);
    }
}
