using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Safekeeping;

/// <summary>
/// <c>backup FOLDER</c>: the portal as it is at one instant, while it runs. <c>FOLDER/data</c> holds the database without the keys of its files,
/// <c>FOLDER/keys</c> those keys with the master key: kept apart, and only the newest, they see to it that what is destroyed here is gone from older
/// backups too. 0: done; 1: nothing was written, and why.
/// </summary>
public static class BackupVerb
{
    public const string Name = "backup";
    internal const string Data = "data", Keys = "keys", Database = "portal.db", FileKeys = "file-keys.db";

    /// <summary>Where the parts are made, within the folder: until they are apart a copy holds every key, and must not be taken for a backup.</summary>
    private const string Unfinished = ".unfinished";

    public static async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> operand, TextWriter output, CancellationToken ct)
    {
        var (folder, database) = (services.GetRequiredService<DataFolder>(), services.GetRequiredService<DatabaseSettings>());
        if (operand is not [var given])
        {
            await output.WriteLineAsync(SafekeepingText.BackupUsage);
            return 1;
        }

        var target = Path.GetFullPath(given);
        var (data, keys) = (Path.Combine(target, Data), Path.Combine(target, Keys));
        if (Refused(folder, database, target) is { } reason)
        {
            await output.WriteLineAsync(reason);
            return 1;
        }

        await using (var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(ct))
        {
            // A backup before an update is made by the version that wrote the database: to migrate it is the portal's to do, when it starts.
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            {
                await output.WriteLineAsync(SafekeepingText.EarlierVersion.With(folder.Path));
                return 1;
            }

            await services.GetRequiredService<DatabaseStart>().RunAsync(ct);
            await services.GetRequiredService<AuditLog>().SaveAsync(db, ct, new AuditFact(StillPortal.Operator, "safekeeping", "backed-up", Path.GetFileName(target)));
        }

        AuditHead head;
        var unfinished = Path.Combine(target, Unfinished);
        try
        {
            Forget(unfinished);
            Private(target);
            head = await MakeAsync(services, folder, Private(Path.Combine(unfinished, Data)), Private(Path.Combine(unfinished, Keys)), ct);
            Directory.Move(Path.Combine(unfinished, Data), data);
            Directory.Move(Path.Combine(unfinished, Keys), keys);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            await output.WriteLineAsync(SafekeepingText.NotWritten.With(e.Message));
            return 1;
        }
        finally
        {
            Forget(unfinished);
        }

        await output.WriteLineAsync(SafekeepingText.BackedUp.With(data, head.Sequence, head.Hash));
        await output.WriteLineAsync(SafekeepingText.KeysApart.With(keys));
        if (services.GetRequiredService<MasterKey>().IsGiven)
        {
            await output.WriteLineAsync(SafekeepingText.KeyElsewhere.With(MasterKey.Variable));
        }

        return 0;
    }

    private static async Task<AuditHead> MakeAsync(IServiceProvider services, DataFolder folder, string data, string keys, CancellationToken ct)
    {
        var copy = Path.Combine(data, Database);
        await CopyAsync(folder.Database, copy, ct);
        var head = await PartAsync(copy, Path.Combine(keys, FileKeys), ct);
        foreach (var file in Directory.EnumerateFiles(folder.Folder("keys")).Where(f => Path.GetFileName(f) is "master.key" or "signing.sealed" || Path.GetExtension(f) == ".crt"))
        {
            File.Copy(file, Path.Combine(keys, Path.GetFileName(file)));
        }

        var (now, key) = (services.GetRequiredService<TimeProvider>().GetUtcNow(), services.GetRequiredService<MasterKey>().Fingerprint);
        await BackupManifest.WriteAsync(keys, now, 0, "", key, ct);
        await BackupManifest.WriteAsync(data, now, head.Sequence, head.Hash, key, ct);
        return head;
    }

    private static void Forget(string unfinished)
    {
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static string? Refused(DataFolder folder, DatabaseSettings database, string target) =>
        database.IsShared ? SafekeepingText.PostgresBackup.With(target, folder.Path)
        : !File.Exists(folder.Database) ? SafekeepingText.NoPortal.With(folder.Path)
        : Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any(e => Path.GetFileName(e) != Unfinished) ? SafekeepingText.NotEmpty.With(target)
        : target.StartsWith(folder.Path + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? SafekeepingText.Inside.With(folder.Path)
        : null;

    private static string Private(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder).FullName;
        }

        return Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    /// <summary>SQLite's own online copy: one instant, whoever writes meanwhile.</summary>
    private static async Task CopyAsync(string from, string to, CancellationToken ct)
    {
        await using var source = await OpenAsync(from, ct);
        await using var target = await OpenAsync(to, ct);
        source.BackupDatabase(target);
        await RunAsync(target, "PRAGMA journal_mode=DELETE;", ct);
    }

    /// <summary>Moves the keys of files out of the copy; tells the head of its audit chain.</summary>
    private static async Task<AuditHead> PartAsync(string database, string keys, CancellationToken ct)
    {
        await using var connection = await OpenAsync(database, ct);
        await using (var attach = connection.CreateCommand())
        {
            attach.CommandText = "ATTACH $keys AS apart;";
            attach.Parameters.AddWithValue("$keys", keys);
            await attach.ExecuteNonQueryAsync(ct);
        }

        // VACUUM writes the file anew: no page of it holds a key any more.
        await RunAsync(connection, "CREATE TABLE apart.file_keys AS SELECT * FROM main.file_keys; DETACH apart; DELETE FROM file_keys; VACUUM;", ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Sequence\", \"Hash\" FROM audit_head";
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new AuditHead { Sequence = row.GetInt64(0), Hash = row.GetString(1) } : new AuditHead();
    }

    internal static async Task<SqliteConnection> OpenAsync(string file, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await RunAsync(connection, "PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON;", ct);
        return connection;
    }

    internal static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
