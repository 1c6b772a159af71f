using System.Runtime.CompilerServices;
using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>One connection, and what is read through it: a snapshot of one instant.</summary>
internal class PostgresSession(NpgsqlConnection connection, PostgresCatalog catalog) : ISourceReader
{
    private const int Largest = 8192;

    public SourceSchema Schema => Catalog.Schema;

    protected PostgresCatalog Catalog { get; } = catalog;

    protected NpgsqlConnection Connection { get; } = connection;

    public async IAsyncEnumerable<object?[]> ReadAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = Readable(query.Table);
        IEnumerable<RowKey[]> batches = query.By.Count == 0 ? [[]] : query.Values.Where(v => v.Complete).Distinct().Chunk(Largest);
        var left = query.Limit ?? int.MaxValue;
        foreach (var batch in batches)
        {
            var match = query.By.Count == 0 ? null : PostgresMatch.Of(table, query, batch, Catalog.Unicode);
            // Rows that the portal's own rule leaves out do not count.
            var statement = PostgresStatement.Select(table, match?.Filter is null ? query : query with { Limit = null }, match, batch);
            if (statement.Nothing)
                continue;
            List<PostgresCell> cells = [.. query.Columns.Select(c => PostgresCell.Of(table, c))];
            var looked = match?.Filter is null ? null : PostgresCell.Of(table, query.By[0]);
            await using var command = statement.Command(Connection);
            await using var reader = await GuardedAsync(() => command.ExecuteReaderAsync(cancellationToken), table.Name);
            while (left > 0 && await NextAsync(reader, table.Name, cancellationToken))
            {
                if (match?.Filter is { } filter && !filter(looked!.Text(reader, cells.Count)))
                    continue;
                var row = new object?[cells.Count];
                for (var i = 0; i < row.Length; i++)
                    row[i] = cells[i].Value(reader, i);
                left--;
                yield return row;
            }

            if (left <= 0)
                yield break;
        }
    }

    public async Task<object?> AsHeldAsync(string table, string column, object? value, CancellationToken cancellationToken)
    {
        var known = Table(table).Column(column);
        if (value is null or byte[] || known.Form is not (ColumnForm.Json or ColumnForm.Temporal or ColumnForm.Other))
            return value;
        await using var command = new NpgsqlCommand($"SELECT CAST($1 AS {known.Type})::text", Connection) { Parameters = { new() { Value = CellText.Of(value), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } } };
        return await GuardedAsync(() => command.ExecuteScalarAsync(cancellationToken), table);
    }

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        var known = Readable(table);
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {known.Sql}", Connection);
        return (long)(await GuardedAsync(() => command.ExecuteScalarAsync(cancellationToken), known.Name))!;
    }

    public virtual async ValueTask DisposeAsync()
    {
        // Back in the pool it must not be in a transaction; the driver ends what is left open.
        await Connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected PostgresTable Table(string name) => Catalog.Find(name) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: name);

    protected static async Task<T> GuardedAsync<T>(Func<Task<T>> work, string? subject = null)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException e)
        {
            throw PostgresFailures.Of(e, subject);
        }
    }

    private PostgresTable Readable(string name) =>
        Table(name) is { Described.Unreadable: false } table ? table : throw new SourceException(SourceFailure.PermissionDenied, subject: name);

    private static async ValueTask<bool> NextAsync(NpgsqlDataReader reader, string table, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(cancellationToken);
        }
        catch (NpgsqlException e)
        {
            throw PostgresFailures.Of(e, table);
        }
    }
}
