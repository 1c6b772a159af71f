using System.Text;
using Microsoft.Data.Sqlite;
using PrivacyPortal.Connectors.Sqlite;

namespace PrivacyPortal.Tests.Connectors;

/// <summary>A SQLite file of a test's own, in a folder that goes with it.</summary>
public sealed class SourceFile : TestSource
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("source-");

    public SourceFile(string sql = "", bool wal = false)
    {
        Path = System.IO.Path.Combine(folder.FullName, "source.db");
        Run("PRAGMA journal_mode = " + (wal ? "WAL" : "DELETE") + ";" + sql);
    }

    public string Path { get; }

    public override SqliteConnector Connector(bool readOnly = false) => new(Path, readOnly);

    public override void Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override object? Value(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public override List<string> Rows(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : Text(reader.GetValue(i)))));
        }

        return rows;
    }

    public override IReadOnlyList<string> Tables() => [.. Rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").Select(t => '"' + t.Trim('\'') + '"')];

    /// <summary>Nor do the bytes of the file, or of any that SQLite keeps beside it.</summary>
    public override void AssertNowhere(params string[] values)
    {
        base.AssertNowhere(values);
        foreach (var file in folder.GetFiles())
        {
            var bytes = File.ReadAllBytes(file.FullName);
            Assert.All(values, value => Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(value)) < 0, $"{file.Name} holds {value}."));
        }
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, ForeignKeys = true }.ToString());
        connection.Open();
        return connection;
    }

    public override void Dispose() => folder.Delete(recursive: true);
}
