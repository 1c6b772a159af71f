using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PrivacyPortal.Connectors.Sqlite;

/// <summary>Reads tables, columns, keys, references and triggers from SQLite's own catalogue. Names are as the database spells them.</summary>
internal static class SqliteSchemaReader
{
    private static readonly string[] RowIdNames = ["rowid", "_rowid_", "oid"];

    public static SourceSchema Read(SqliteConnection connection)
    {
        var tables = Rows(connection, "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
            .Select(r => ReadTable(connection, (string)r[0]!, (string)r[1]! == "view", withoutRowId: (long)r[2]! == 1))
            .ToList();
        return new SourceSchema([.. tables.Select(t => t with { References = ReadReferences(connection, t, tables) })]);
    }

    private static SchemaTable ReadTable(SqliteConnection connection, string name, bool view, bool withoutRowId)
    {
        var described = Rows(connection, "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(@table) WHERE hidden <> 1 ORDER BY cid", ("@table", name));
        var primary = described.Where(r => (long)r[3]! > 0).OrderBy(r => (long)r[3]!).Select(r => (string)r[0]!).ToList();
        var rowNumber = !withoutRowId && primary.Count == 1 && described.Any(r => (string)r[0]! == primary[0] && "INTEGER".Equals((string)r[1]!, StringComparison.OrdinalIgnoreCase));
        var columns = described.Select(r => new SchemaColumn(
            (string)r[0]!,
            (string)r[1]!,
            KindOf((string)r[1]!),
            Nullable: (long)r[2]! == 0 && !((withoutRowId || rowNumber) && (long)r[3]! > 0),
            Generated: (long)r[4]! is 2 or 3,
            Collation: view ? null : CollationOf(connection, name, (string)r[0]!))).ToList();

        var (uniques, indexes) = ReadIndexes(connection, name);
        if (primary.Count > 0)
        {
            uniques.Insert(0, primary);
            indexes.Insert(0, primary);
        }

        IReadOnlyList<string> key = primary.Count > 0 && !AnyNull(connection, name, columns.Where(c => c.Nullable && primary.Contains(c.Name)))
            ? primary
            : uniques.FirstOrDefault(u => u.All(c => columns.Any(column => column.Name == c && !column.Nullable))) ?? [];
        if (key.Count == 0 && !view && !withoutRowId && FreeRowIdName(columns) is { } rowId)
        {
            columns.Add(new SchemaColumn(rowId, "INTEGER", ValueKind.Integer, Nullable: false, RowNumber: true));
            key = [rowId];
            uniques.Add(key);
            indexes.Add(key);
        }

        return new SchemaTable
        {
            Name = name,
            Path = [name],
            Kind = view ? TableKind.View : TableKind.Table,
            Columns = columns,
            Key = key,
            UniqueKeys = uniques,
            Indexes = indexes,
            Triggers = [.. Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = @table COLLATE NOCASE ORDER BY name", ("@table", name)).Select(r => (string)r[0]!)],
        };
    }

    private static (List<IReadOnlyList<string>> Uniques, List<IReadOnlyList<string>> Indexes) ReadIndexes(SqliteConnection connection, string table)
    {
        var uniques = new List<IReadOnlyList<string>>();
        var indexes = new List<IReadOnlyList<string>>();
        foreach (var index in Rows(connection, "SELECT name, \"unique\" FROM pragma_index_list(@table) WHERE partial = 0", ("@table", table)))
        {
            var parts = Rows(connection, "SELECT name FROM pragma_index_info(@index) ORDER BY seqno", ("@index", index[0]!));
            // An expression in an index has no name: what follows it cannot be sought by.
            IReadOnlyList<string> named = [.. parts.TakeWhile(p => p[0] is not null).Select(p => (string)p[0]!)];
            if (named.Count == 0)
                continue;
            indexes.Add(named);
            if ((long)index[1]! == 1 && named.Count == parts.Count)
                uniques.Add(named);
        }

        return (uniques, indexes);
    }

    private static List<SchemaReference> ReadReferences(SqliteConnection connection, SchemaTable table, List<SchemaTable> tables)
    {
        var references = new List<SchemaReference>();
        var rows = Rows(connection, "SELECT id, \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list(@table) ORDER BY id DESC, seq", ("@table", table.Name));
        foreach (var reference in rows.GroupBy(r => (long)r[0]!))
        {
            // SQLite compares names without case, and the clause may spell them otherwise than the table it names.
            var target = tables.FirstOrDefault(t => t.Name.Equals((string)reference.First()[1]!, StringComparison.OrdinalIgnoreCase));
            if (target is null)
                continue;
            // Without named columns the reference means the primary key.
            IReadOnlyList<string> to = reference.First()[3] is null ? target.Key : [.. reference.Select(r => Spelled(target, (string)r[3]!))];
            references.Add(new SchemaReference([.. reference.Select(r => Spelled(table, (string)r[2]!))], target.Name, to, RuleOf((string)reference.First()[4]!)));
        }

        return references;
    }

    private static string Spelled(SchemaTable table, string column) =>
        table.Columns.FirstOrDefault(c => c.Name.Equals(column, StringComparison.OrdinalIgnoreCase))?.Name ?? column;

    private static DeleteRule RuleOf(string rule) => rule switch
    {
        "CASCADE" => DeleteRule.Cascade,
        "SET NULL" => DeleteRule.SetNull,
        "SET DEFAULT" => DeleteRule.SetDefault,
        _ => DeleteRule.Restrict,
    };

    /// <summary>SQLite lets a primary key be null (https://www.sqlite.org/quirks.html); where one is, it does not tell rows apart.</summary>
    private static bool AnyNull(SqliteConnection connection, string table, IEnumerable<SchemaColumn> columns) =>
        columns.Any(c => Rows(connection, $"SELECT 1 FROM {SqliteStatement.Quote(table)} WHERE {SqliteStatement.Quote(c.Name)} IS NULL LIMIT 1").Count > 0);

    private static string? FreeRowIdName(List<SchemaColumn> columns) =>
        RowIdNames.FirstOrDefault(n => !columns.Any(c => c.Name.Equals(n, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Type affinity, by the rules of https://www.sqlite.org/datatype3.html in their order.</summary>
    private static ValueKind KindOf(string type)
    {
        bool Has(string part) => type.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Has("INT"))
            return ValueKind.Integer;
        if (Has("CHAR") || Has("CLOB") || Has("TEXT"))
            return ValueKind.Text;
        if (type.Length == 0 || Has("BLOB") || type.Equals("ANY", StringComparison.OrdinalIgnoreCase))
            return ValueKind.Any;
        return ValueKind.Flexible;
    }

    private static string? CollationOf(SqliteConnection connection, string table, string column)
    {
        var code = raw.sqlite3_table_column_metadata(connection.Handle!, "main", table, column, out _, out var collation, out _, out _, out _);
        return code == raw.SQLITE_OK && collation != "BINARY" ? collation : null;
    }

    internal static List<object?[]> Rows(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        return rows;
    }
}
