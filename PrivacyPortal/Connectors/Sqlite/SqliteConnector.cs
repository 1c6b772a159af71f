using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PrivacyPortal.Connectors.Sqlite;

/// <summary>A SQLite file. Read through a read-only connection; written, where allowed, in one transaction with deleted content overwritten.</summary>
/// <param name="path">The file. It is never created.</param>
/// <param name="readOnly">True: the portal was given it to read only, whatever the file system allows.</param>
public sealed class SqliteConnector(string path, bool readOnly = false) : IConnector
{
    private const long WholeCheckBytes = 128L << 20;
    private const int BusySeconds = 5;

    // fts5vocab and fts4aux only show what an index holds.
    private const string TextIndexes = """
        SELECT name FROM (SELECT name, lower(sql) AS sql FROM sqlite_schema WHERE type = 'table' AND rootpage = 0)
        WHERE sql GLOB '*using*fts[345]*' AND sql NOT GLOB '*using*fts5vocab*' AND sql NOT GLOB '*using*fts4aux*'
        """;

    public async Task<ConnectionReport> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = Open(SqliteOpenMode.ReadOnly);
            SqliteSchemaReader.Read(connection);
            // Damage inside a large file shows when the page is read; a small one is read whole here.
            if (new FileInfo(path).Length <= WholeCheckBytes && Scalar(connection, "PRAGMA quick_check(1)") is not "ok")
                return new ConnectionReport(SourceFailure.Corrupt, false, null);
            var product = "SQLite " + Scalar(connection, "SELECT sqlite_version()");
            return new ConnectionReport(null, CanWrite(), product);
        }
        catch (SqliteException e)
        {
            return new ConnectionReport(SqliteFailures.FailureOf(e), false, null);
        }
        catch (SourceException e)
        {
            return new ConnectionReport(e.Failure, false, null);
        }
    }

    public async Task<SourceSchema> ReadSchemaAsync(CancellationToken cancellationToken)
    {
        await using var reader = await OpenAsync(cancellationToken);
        return reader.Schema;
    }

    public async Task<ISourceReader> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = Open(SqliteOpenMode.ReadOnly);
        try
        {
            Execute(connection, "BEGIN");
            return new SqliteSession(connection, SqliteSchemaReader.Read(connection));
        }
        catch (SqliteException e)
        {
            await connection.DisposeAsync();
            throw SqliteFailures.Of(e);
        }
    }

    public async Task<ISourceTransaction> BeginAsync(string work, CancellationToken cancellationToken)
    {
        if (readOnly)
            throw new SourceException(SourceFailure.ReadOnly);
        var connection = Open(SqliteOpenMode.ReadWrite);
        try
        {
            // BEGIN IMMEDIATE on a file that cannot be written quietly begins to read.
            if (raw.sqlite3_db_readonly(connection.Handle!, "main") != 0)
                throw new SourceException(SourceFailure.ReadOnly);
            return SqliteTransactionSession.Begin(connection, SqliteSchemaReader.Read(connection));
        }
        catch (Exception e) when (e is SqliteException or SourceException)
        {
            await connection.DisposeAsync();
            throw e is SqliteException failure ? SqliteFailures.Of(failure) : e;
        }
    }

    public async Task<TidyReport> TidyAsync(bool vacuum, CancellationToken cancellationToken)
    {
        if (readOnly)
            throw new SourceException(SourceFailure.ReadOnly);
        await using var connection = Open(SqliteOpenMode.ReadWrite);
        try
        {
            Execute(connection, "PRAGMA secure_delete = ON");
            var merged = MergeTextIndexes(connection);
            if (vacuum)
                Execute(connection, "VACUUM");
            var busy = await EmptyLogAsync(connection, cancellationToken) || !merged;
            return new TidyReport(busy, Convert.ToInt64(Scalar(connection, "PRAGMA freelist_count"), CultureInfo.InvariantCulture), vacuum);
        }
        catch (SqliteException e)
        {
            throw SqliteFailures.Of(e);
        }
    }

    /// <summary>
    /// A full-text index only marks what was deleted and keeps its words until its segments are merged (https://www.sqlite.org/fts5.html, section
    /// 6.8); false if one could not be (its tokenizer is the application's own).
    /// </summary>
    private static bool MergeTextIndexes(SqliteConnection connection)
    {
        var merged = true;
        foreach (var index in SqliteSchemaReader.Rows(connection, TextIndexes))
        {
            var name = SqliteStatement.Quote((string)index[0]!);
            try
            {
                Execute(connection, $"INSERT INTO {name}({name}) VALUES ('optimize')");
            }
            catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_ERROR)
            {
                merged = false;
            }
        }

        return merged;
    }

    /// <summary>The write-ahead log holds pages as they were: it must go back into the file and be cut to nothing, which a reader can hold up.</summary>
    private static async Task<bool> EmptyLogAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var checkpoint = SqliteSchemaReader.Rows(connection, "PRAGMA wal_checkpoint(TRUNCATE)")[0];
            if (checkpoint[0] is 0L)
                return false;
            if (attempt == 4)
                return true;
            await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), cancellationToken);
        }
    }

    private bool CanWrite()
    {
        if (readOnly)
            return false;
        try
        {
            using var connection = Open(SqliteOpenMode.ReadWrite);
            return raw.sqlite3_db_readonly(connection.Handle!, "main") == 0;
        }
        catch (SourceException)
        {
            return false;
        }
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        if (!File.Exists(path))
            throw new SourceException(SourceFailure.Missing);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            connection.Open();
            // The first read: a file that is no database is told here.
            Scalar(connection, "PRAGMA schema_version");
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteFailures.Of(e);
        }

        connection.CreateFunction("portal_caseless", args => args[0] is null ? null : Caseless.Fold(CellText.Of(args[0])), isDeterministic: true);
        connection.CreateFunction("portal_phone", args => PhoneNumber.Normalise(CellText.Of(args[0]), args[1] as string), isDeterministic: true);
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
