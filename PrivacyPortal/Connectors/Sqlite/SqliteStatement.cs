using System.Text;

namespace PrivacyPortal.Connectors.Sqlite;

/// <summary>
/// The SQL of one batch: names quoted, values as parameters. Every name is first looked up in the schema, because SQLite takes an unknown
/// name in double quotes for a text and would answer wrongly instead of failing.
/// </summary>
internal sealed class SqliteStatement
{
    private const string Blanks = "char(32,9,10,11,12,13,160)";
    private readonly StringBuilder sql = new();
    private readonly List<object?> values = [];
    private readonly SchemaTable table;

    private SqliteStatement(SchemaTable table) => this.table = table;

    public string Sql => sql.ToString();

    public IReadOnlyList<object?> Values => values;

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static SqliteStatement Select(SchemaTable table, RowQuery query, IReadOnlyList<RowKey> batch)
    {
        var statement = new SqliteStatement(table);
        statement.sql.Append("SELECT ").AppendJoin(", ", query.Columns.Select(statement.Expression)).Append(" FROM ").Append(Quote(table.Name));
        var joint = " WHERE ";
        if (query.By.Count > 0)
        {
            statement.sql.Append(joint);
            statement.Match(query, batch);
            joint = " AND ";
        }

        if (query.Type is { } type)
            statement.sql.Append(joint).Append(statement.Column(type.Column)).Append(" = ").Append(statement.Add(type.Value));
        if (query.Limit is { } limit)
            statement.sql.Append(" LIMIT ").Append(statement.Add((long)limit));
        return statement;
    }

    public static SqliteStatement Change(SchemaTable table, IReadOnlyDictionary<string, object?>? set, IReadOnlyList<RowKey> batch)
    {
        var statement = new SqliteStatement(table);
        if (set is null)
        {
            statement.sql.Append("DELETE FROM ").Append(Quote(table.Name));
        }
        else
        {
            // OR ABORT: a table that was declared ON CONFLICT REPLACE must not silently drop another's row.
            statement.sql.Append("UPDATE OR ABORT ").Append(Quote(table.Name)).Append(" SET ")
                .AppendJoin(", ", set.Select(s => $"{statement.Column(s.Key)} = {statement.Add(s.Value)}"));
        }

        statement.sql.Append(" WHERE ");
        statement.In([.. table.Key.Select(statement.Column)], batch);
        return statement;
    }

    /// <summary>The engine's own numbers of rows.</summary>
    public static SqliteStatement RowIds(SchemaTable table, IReadOnlyList<RowKey> batch)
    {
        var statement = new SqliteStatement(table);
        statement.sql.Append("SELECT _rowid_ FROM ").Append(Quote(table.Name)).Append(" WHERE ");
        statement.In([.. table.Key.Select(statement.Column)], batch);
        return statement;
    }

    private void Match(RowQuery query, IReadOnlyList<RowKey> batch)
    {
        var by = query.By.Select((column, i) => Expression(column) + (query.Collations?[i] is { } collation ? " COLLATE " + Quote(collation) : "")).ToList();
        switch (query.Comparison)
        {
            case Comparison.Exact:
                In(by, query.By.Any(c => c.Json is not null) ? AsText(batch, query.By) : batch);
                break;
            case Comparison.Caseless:
                // The engine's own lower() knows ASCII only; a text with anything else in it goes through the exact rule.
                In(["lower(trim(" + by[0] + ", " + Blanks + "))"], batch, "(");
                sql.Append(" OR (").Append(Foreign(by[0])).Append(" AND ");
                In(["portal_caseless(" + by[0] + ")"], batch);
                sql.Append("))");
                break;
            case Comparison.Phone:
                In(["portal_phone(" + by[0] + ", " + Add(query.CallingCode) + ")"], batch);
                break;
            case Comparison.Contains:
                sql.Append('(').AppendJoin(" OR ", batch.Select(v =>
                {
                    var sought = Add(v.Values[0]);
                    return $"instr(lower({by[0]}), {sought}) > 0 OR ({Foreign(by[0])} AND instr(portal_caseless({by[0]}), {sought}) > 0)";
                })).Append(')');
                break;
        }
    }

    private static string Foreign(string column) => $"length({column}) <> length(CAST({column} AS BLOB))";

    private void In(IReadOnlyList<string> columns, IReadOnlyList<RowKey> batch, string before = "")
    {
        sql.Append(before);
        if (columns.Count == 1)
        {
            sql.Append(columns[0]).Append(" IN (").AppendJoin(", ", batch.Select(key => Add(key.Values[0]))).Append(')');
            return;
        }

        sql.Append('(').AppendJoin(", ", columns).Append(") IN (VALUES ")
            .AppendJoin(", ", batch.Select(key => "(" + string.Join(", ", key.Values.Select(Add)) + ")")).Append(')');
    }

    private string Column(string name) => table.Find(name) is null ? throw new SourceException(SourceFailure.SchemaChanged, subject: table.Name + "." + name) : Quote(name);

    private string Expression(ColumnPath path)
    {
        var column = Column(path.Column);
        // As text, because JSON's own types say little: "42" and 42 are the same customer.
        return path.Json is null ? column : $"CASE WHEN json_valid({column}) THEN CAST(json_extract({column}, {Add(path.Json)}) AS TEXT) END";
    }

    private static List<RowKey> AsText(IReadOnlyList<RowKey> batch, IReadOnlyList<ColumnPath> by) =>
        [.. batch.Select(key => new RowKey([.. key.Values.Select((v, i) => by[i].Json is null ? v : CellText.Of(v))]))];

    private string Add(object? value)
    {
        values.Add(value);
        return "@p" + (values.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
