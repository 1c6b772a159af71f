using Microsoft.Data.Sqlite;
using PrivacyPortal.Connectors.Sqlite;

namespace PrivacyPortal.Tests.Connectors;

/// <summary>A SQLite file of a test's own, in a folder that goes with it.</summary>
public sealed class SourceFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("source-");

    public SourceFile(string sql = "", bool wal = false)
    {
        Path = System.IO.Path.Combine(folder.FullName, "source.db");
        Run("PRAGMA journal_mode = " + (wal ? "WAL" : "DELETE") + ";" + sql);
    }

    public string Path { get; }

    public SqliteConnector Connector(bool readOnly = false) => new(Path, readOnly);

    public void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public object? Value(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Each row as one text, values typed and apart, so that two dumps compare byte for byte.</summary>
    public List<string> Rows(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : reader.GetValue(i) switch
            {
                byte[] bytes => "x" + Convert.ToHexString(bytes),
                string text => "'" + text + "'",
                var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)!,
            })));
        }

        return rows;
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, ForeignKeys = true }.ToString());
        connection.Open();
        return connection;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
