using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>
/// Reads tables, columns, keys, references, indexes and triggers from <c>pg_catalog</c>: <c>information_schema</c> hides references from a
/// role that only reads. What was read is kept while the catalogue's own row versions are the same.
/// </summary>
internal static class PostgresSchemaReader
{
    private static readonly ConcurrentDictionary<string, (string Stamp, PostgresCatalog Catalog)> Known = new(StringComparer.Ordinal);

    /// <param name="stamp">What <see cref="PostgresCatalogQueries.Stamp"/> answered in this transaction.</param>
    public static async Task<PostgresCatalog> ReadAsync(NpgsqlConnection connection, string stamp, CancellationToken cancellationToken)
    {
        var place = $"{connection.Host}:{connection.Port}/{connection.Database}/{connection.UserName}";
        if (Known.TryGetValue(place, out var known) && known.Stamp == stamp)
            return known.Catalog;
        // Statements prepared for the tables as they were would fail: a mark makes others of them.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp)).AsSpan(0, 4));
        var catalog = await ReadCatalogAsync(connection, mark, cancellationToken);
        Known[place] = (stamp, catalog);
        return catalog;
    }

    private static async Task<PostgresCatalog> ReadCatalogAsync(NpgsqlConnection connection, string mark, CancellationToken cancellationToken)
    {
        var unicode = false;
        if (connection.PostgresParameters.GetValueOrDefault("server_encoding") == "UTF8")
        {
            await using var asked = new NpgsqlCommand(PostgresCatalogQueries.Unicode, connection);
            unicode = await asked.ExecuteScalarAsync(cancellationToken) is true;
        }

        await using var command = new NpgsqlCommand(PostgresCatalogQueries.Everything, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = await RowsAsync(reader, cancellationToken);
        var columns = (await RowsAsync(reader, cancellationToken)).ToLookup(r => (long)r[0]!);
        var constraints = await RowsAsync(reader, cancellationToken);
        var indexes = (await RowsAsync(reader, cancellationToken)).ToLookup(r => (long)r[0]!);
        var triggers = (await RowsAsync(reader, cancellationToken)).ToLookup(r => (long)r[0]!, r => (string)r[1]!);
        var labels = (await RowsAsync(reader, cancellationToken)).ToLookup(r => (long)r[0]!, r => (string)r[1]!);

        var parts = tables.ToDictionary(r => (long)r[0]!, r => new Part(r, [.. columns[(long)r[0]!]], labels, [.. indexes[(long)r[0]!]], [.. triggers[(long)r[0]!]]));
        var keys = constraints.Where(c => parts.ContainsKey((long)c[0]!)).Select(c => new Constraint(c)).ToList();
        var read = parts.Values.Select(p => p.Table(mark, [.. keys.Where(k => k.Table == p.Oid).Select(k => k.Reference(p, parts)).OfType<SchemaReference>()]));
        return new PostgresCatalog([.. read.OrderBy(t => t.Name, StringComparer.Ordinal)], [.. keys.Select(k => k.Described(parts))], unicode);
    }

    private static async Task<List<object?[]>> RowsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
                row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            rows.Add(row);
        }

        await reader.NextResultAsync(cancellationToken);
        return rows;
    }

    /// <summary>One row of the catalogue's tables with what belongs to it.</summary>
    private sealed class Part(object?[] row, List<object?[]> columns, ILookup<long, string> labels, List<object?[]> indexes, List<string> triggers)
    {
        public long Oid { get; } = (long)row[0]!;

        public string Name { get; } = PostgresCatalog.NameOf((string)row[1]!, (string)row[2]!);

        private char Kind => (char)row[3]!;

        public string Column(short number) => (string)columns.First(c => (short)c[1]! == number)[2]!;

        public PostgresTable Table(string mark, IReadOnlyList<SchemaReference> references)
        {
            var read = columns.Select(Read).ToList();
            var uniques = indexes.Where(i => (bool)i[2]! && i[3] is null && Plain(i) is { } named && named.Count == ((short[])i[4]!).Length)
                .OrderByDescending(i => (bool)i[1]!).Select(Plain).ToList();
            var primary = indexes.FirstOrDefault(i => (bool)i[1]!);
            var key = primary is not null ? Plain(primary) : uniques.FirstOrDefault(u => u.All(c => !read.First(r => r.Described.Name == c).Described.Nullable)) ?? [];
            var indexed = indexes.Where(i => i[3] is null || IsNotNullOf(i)).Select(Plain).Where(i => i.Count > 0).ToList();
            if (key.Count == 0 && Kind is 'r' or 'p')
            {
                // ctid tells rows of one partition apart only.
                List<PostgresColumn> numbers = [RowNumber("ctid", "tid", ColumnForm.RowId)];
                if (Kind == 'p')
                    numbers.Insert(0, RowNumber("tableoid", "oid", ColumnForm.RowId));
                read.AddRange(numbers);
                key = [.. numbers.Select(n => n.Described.Name)];
                uniques.Add(key);
                indexed.Add(key);
            }

            var described = new SchemaTable
            {
                Name = Name,
                Path = [(string)row[1]!, (string)row[2]!],
                Kind = Kind is 'r' or 'p' ? TableKind.Table : TableKind.View,
                Foreign = Kind == 'f',
                Columns = [.. read.Select(c => c.Described)],
                Key = key,
                UniqueKeys = uniques,
                Indexes = indexed,
                Expressions = [.. indexes.Where(i => i[3] is null).Select(i => ((string[])i[5]!)[0]).Where(d => d.Contains('(', StringComparison.Ordinal) || d.Contains('>', StringComparison.Ordinal)).Select(IndexExpression.Plain)],
                References = references,
                Triggers = triggers,
                Rows = row[4] is long rows and >= 0 ? rows : null,
                Unreadable = !(bool)row[5]!,
                RowsHidden = (bool)row[6]!,
            };
            return new PostgresTable(
                Oid,
                described,
                (Kind == 'r' ? "ONLY " : "") + PostgresCatalog.Quote((string)row[1]!) + "." + PostgresCatalog.Quote((string)row[2]!) + $" /* {mark} */",
                read.ToFrozenDictionary(c => c.Described.Name, StringComparer.Ordinal),
                described.Expressions.ToFrozenSet(StringComparer.Ordinal));
        }

        private PostgresColumn Read(object?[] column)
        {
            var form = PostgresTypes.FormOf((string)column[4]!, (char)column[5]!, inCatalog: (bool)column[6]!);
            var described = new SchemaColumn(
                (string)column[2]!,
                (string)column[3]!,
                PostgresTypes.KindOf(form),
                Nullable: !(bool)column[8]!,
                Generated: (bool)column[9]!,
                Collation: form == ColumnForm.Padded ? CellCast.Padded : form == ColumnForm.Caseless || !(bool)column[10]! ? CellCast.CaselessText : null) { Formed = form is ColumnForm.Json or ColumnForm.Enum or ColumnForm.Other };
            return new PostgresColumn(described, form, (string)column[7]!, form == ColumnForm.Enum ? labels[(long)column[11]!].ToFrozenSet(StringComparer.Ordinal) : null);
        }

        private static PostgresColumn RowNumber(string name, string type, ColumnForm form) =>
            new(new SchemaColumn(name, type, ValueKind.Written, Nullable: false, RowNumber: true), form, type, null);

        /// <summary>The columns that an index starts with; an expression has no number, and what follows it cannot be sought by.</summary>
        private List<string> Plain(object?[] index) => [.. ((short[])index[4]!).TakeWhile(n => n > 0).Select(Column)];

        private bool IsNotNullOf(object?[] index) => Plain(index) is [var first, ..] && IndexExpression.Plain((string)index[3]!) == IndexExpression.Plain($"({first} IS NOT NULL)");
    }

    private sealed class Constraint(object?[] row)
    {
        public long Table { get; } = (long)row[0]!;

        public SchemaReference? Reference(Part from, Dictionary<long, Part> parts) =>
            row[4] is long target && parts.TryGetValue(target, out var to)
                ? new SchemaReference([.. ((short[])row[5]!).Select(from.Column)], to.Name, [.. ((short[])row[6]!).Select(to.Column)], RuleOf((char)row[7]!))
                : null;

        public PostgresConstraint Described(Dictionary<long, Part> parts) => new(
            (string)row[1]!,
            PostgresCatalog.Quote((string)row[2]!) + "." + PostgresCatalog.Quote((string)row[1]!),
            parts[Table].Name,
            row[5] is short[] columns ? [.. columns.Select(parts[Table].Column)] : [],
            row[4] is long target ? parts.GetValueOrDefault(target)?.Name : null,
            (bool)row[3]!);

        private static DeleteRule RuleOf(char rule) => rule switch
        {
            'c' => DeleteRule.Cascade,
            'n' => DeleteRule.SetNull,
            'd' => DeleteRule.SetDefault,
            _ => DeleteRule.Restrict,
        };
    }
}
