using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Connectors.Sqlite;

/// <summary>One connection, and what is read through it: a snapshot of one instant.</summary>
internal class SqliteSession(SqliteConnection connection, SourceSchema schema) : ISourceReader
{
    // Batches are padded to powers of two, so that few statements are prepared and each is used often.
    private const int Largest = 512;
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    public SourceSchema Schema { get; } = schema;

    protected SqliteConnection Connection { get; } = connection;

    public async IAsyncEnumerable<object?[]> ReadAsync(RowQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = Table(query.Table);
        var batches = query.By.Count == 0 ? [[]] : Batches(query.Values.Where(v => v.Complete));
        var left = query.Limit ?? int.MaxValue;
        foreach (var batch in batches)
        {
            using var reader = Run(SqliteStatement.Select(table, query, batch), command => command.ExecuteReader());
            while (left-- > 0 && Guarded(reader.Read))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return Guarded(() => ValuesOf(reader));
            }

            if (left <= 0)
                yield break;
            await Task.Yield();
        }
    }

    public Task<object?> AsHeldAsync(string table, string column, object? value, CancellationToken cancellationToken) => Task.FromResult(value);

    public Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM " + SqliteStatement.Quote(Table(table).Name);
        return Task.FromResult(Guarded(() => (long)command.ExecuteScalar()!));
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
            await command.DisposeAsync();
        await Connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static IEnumerable<List<RowKey>> Batches(IEnumerable<RowKey> keys)
    {
        foreach (var chunk in keys.Distinct().Chunk(Largest))
        {
            var batch = chunk.ToList();
            var size = 1;
            while (size < batch.Count)
                size *= 2;
            while (batch.Count < size)
                batch.Add(chunk[^1]);
            yield return batch;
        }
    }

    protected SchemaTable Table(string name) => Schema.Find(name) ?? throw new SourceException(SourceFailure.SchemaChanged, subject: name);

    protected T Run<T>(SqliteStatement statement, Func<SqliteCommand, T> run)
    {
        var sql = statement.Sql;
        if (!prepared.Remove(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < statement.Values.Count; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = "@p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        }

        for (var i = 0; i < statement.Values.Count; i++)
            command.Parameters[i].Value = statement.Values[i] ?? DBNull.Value;
        try
        {
            return Guarded(() => run(command));
        }
        finally
        {
            prepared[sql] = command;
        }
    }

    protected static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqliteException e)
        {
            throw SqliteFailures.Of(e);
        }
    }

    private static object?[] ValuesOf(SqliteDataReader reader)
    {
        var row = new object?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++)
            row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        return row;
    }
}
