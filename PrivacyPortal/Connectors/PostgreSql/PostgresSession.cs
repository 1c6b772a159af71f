using System.Runtime.CompilerServices;
using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>One connection, and what is read through it: a snapshot of one instant.</summary>
internal class PostgresSession(NpgsqlConnection connection, PostgresCatalog catalog) : ISourceReader
{
    /// <summary>So many values are sent at once, in at most so many statements.</summary>
    private const int MostValues = 8192;
    protected const int MostStatements = 64;

    public SourceSchema Schema => Catalog.Schema;

    protected PostgresCatalog Catalog { get; } = catalog;

    protected NpgsqlConnection Connection { get; } = connection;

    public async IAsyncEnumerable<object?[]> ReadAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (_, row) in ReadAsync([query], cancellationToken))
            yield return row;
    }

    public async IAsyncEnumerable<(int Query, object?[] Row)> ReadAsync(IReadOnlyList<RowQuery> queries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = queries.Select(q => q.Limit ?? int.MaxValue).ToArray();
        foreach (var together in Together(PostgresQuestion.Of(queries, q => Readable(q.Table), Catalog.Unicode)))
        {
            var asked = together.Where(q => left[q.Query] > 0).ToList();
            if (asked.Count == 0)
                continue;
            await using var batch = Batch([.. asked.Select(question => question.Statement.BatchCommand())]);
            await using var reader = await GuardedAsync(() => batch.ExecuteReaderAsync(cancellationToken), asked[0].Table.Name);
            foreach (var question in asked)
            {
                if (question != asked[0])
                    await GuardedAsync(() => reader.NextResultAsync(cancellationToken), question.Table.Name);
                while (left[question.Query] > 0 && await NextAsync(reader, question.Table.Name, cancellationToken))
                {
                    if (question.Row(reader) is not { } row)
                        continue;
                    left[question.Query]--;
                    yield return (question.Query, row);
                }
            }
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

    /// <summary>In one round trip. The server limits each statement; this side waits for all of them, since nothing may come before the last is done.</summary>
    protected NpgsqlBatch Batch(IReadOnlyList<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch(Connection);
        batch.Timeout *= commands.Count;
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        return batch;
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

    private static IEnumerable<List<PostgresQuestion>> Together(IEnumerable<PostgresQuestion> questions)
    {
        var (together, values) = (new List<PostgresQuestion>(), 0);
        foreach (var question in questions)
        {
            if (together.Count == MostStatements || (together.Count > 0 && values + question.Values > MostValues))
            {
                yield return together;
                (together, values) = ([], 0);
            }

            together.Add(question);
            values += question.Values;
        }

        if (together.Count > 0)
            yield return together;
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
