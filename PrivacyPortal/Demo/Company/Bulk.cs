using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Demo.Company;

/// <summary>One table's prepared insert; the caller's transaction is the connection's.</summary>
internal sealed class Bulk : IDisposable
{
    private readonly SqliteCommand _command;

    public Bulk(SqliteConnection connection, SqliteTransaction transaction, string table, int columns)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        var names = Enumerable.Range(0, columns).Select(index => FormattableString.Invariant($"$p{index}")).ToArray();
        _command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", names)})";
        foreach (var name in names)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }
    }

    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            _command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
