using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace PrivacyPortal.Tests.Support;

/// <summary>
/// A real PostgreSQL server, one per test run, started when the first test asks for it. It listens on a socket in a folder of its own,
/// and a watcher ends it and removes the folder once the test run is gone, however that ended.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<Task<string>> Folder = new(StartAsync);
    private static int databases;

    /// <summary>Where the server's programs are, of the newest version that is installed.</summary>
    internal static string Programs => Directory.GetDirectories("/usr/lib/postgresql").OrderBy(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).Last() + "/bin";

    /// <summary>Whether what is committed is on the disk: tests do without, measurements do not. Set before the first database.</summary>
    public static bool IsDurable { get; set; }

    /// <summary>A new database, empty or a copy of <paramref name="template"/> (which nobody may be using meanwhile).</summary>
    public static async Task<PostgresDatabase> NewDatabaseAsync(PostgresDatabase? template = null)
    {
        template?.Disconnect();
        var name = "test_" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {template?.Name ?? "template0"}");
        return new PostgresDatabase(name, await ConnectionStringAsync(name));
    }

    /// <summary>Runs statements as the superuser, outside of any test's database.</summary>
    internal static async Task RunAsync(params IEnumerable<string?> statements)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync("postgres"));
        await connection.OpenAsync();
        foreach (var sql in statements.OfType<string>())
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder { Host = await Folder.Value, Username = "postgres", Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task<string> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-pg-").FullName;
        var bin = Programs;

        // initdb refuses to run as root.
        var start = $$"""
            as=""
            if [ "$(id -u)" = 0 ]; then chown postgres "$1"; as="runuser -u postgres --"; fi
            cd "$1"
            $as "$2/initdb" -D "$1/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
            $as "$2/pg_ctl" -D "$1/data" -l "$1/log" -w -t 60 start -o "-k $1 -c listen_addresses= -c fsync={{(IsDurable ? "on" : "off")}} -c max_connections=300 -c max_prepared_transactions=0" >/dev/null
            setsid bash -c 'cd /; while kill -0 '"$3"' 2>/dev/null; do sleep 1; done
              '"$as"' '"$2"'/pg_ctl -D '"$1"'/data -m immediate stop; rm -rf '"$1" </dev/null >/dev/null 2>&1 &
            """;
        using var process = Process.Start(new ProcessStartInfo("bash", ["-euc", start, "start", folder, bin, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException($"PostgreSQL did not start: see {folder}/log.");
    }
}

/// <summary>A database of the test's own, gone after it.</summary>
/// <param name="ConnectionString">As superuser, through the server's socket.</param>
public sealed record PostgresDatabase(string Name, string ConnectionString) : IAsyncDisposable
{
    public async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Disconnect();
        await PostgresServer.RunAsync($"DROP DATABASE {Name} WITH (FORCE)");
    }

    /// <summary>Ends the idle connections that the pool keeps.</summary>
    internal void Disconnect()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }
}
