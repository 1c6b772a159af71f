using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Safekeeping;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Safekeeping;

/// <summary>Changing the master key of a portal on PostgreSQL, and the commands that back it up there.</summary>
public sealed class SafekeepingOnPostgresTests
{
    private static readonly Guid Owner = Guid.NewGuid();

    [Fact]
    public async Task The_master_key_is_changed_while_no_node_is_connected()
    {
        await using var database = await PostgresServer.NewDatabaseAsync();
        using var folder = new TempFolder();
        var box = await SealAsync(folder.Path, database);
        string[] rotate = ["rotate-key", .. Settings(folder.Path, database).Select(s => $"--{s.Key}={s.Value}")];
        var old = await File.ReadAllTextAsync(folder.File("keys/master.key"));
        await using (await NodeAsync(database))
        {
            var refused = await CommandLine.RunAsync(rotate);
            Assert.Equal((1, true), (refused.Code, refused.Said.Contains("running", StringComparison.Ordinal)));
        }

        var done = await CommandLine.RunAsync(rotate);
        Assert.True(done.Code == 0, done.Said);
        Assert.Equal("Camille", await OpenAsync(folder.Path, database, box));
        await File.WriteAllTextAsync(folder.File("keys/master.key"), old);
        await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync(folder.Path, database, box));
    }

    [Fact]
    public async Task A_node_that_started_while_the_change_waited_for_its_turn_is_seen()
    {
        await using var database = await PostgresServer.NewDatabaseAsync();
        using var folder = new TempFolder();
        var box = await SealAsync(folder.Path, database);
        await using var starting = new NpgsqlConnection(database.ConnectionString);
        await starting.OpenAsync();
        await RunAsync(starting, "SELECT pg_advisory_lock(7164779)");
        var changing = CommandLine.RunAsync(["rotate-key", .. Settings(folder.Path, database).Select(s => $"--{s.Key}={s.Value}")]);
        while (!changing.IsCompleted && (long)(await RunAsync(starting, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))! == 0)
            await Task.Delay(50);

        await using (await NodeAsync(database))
        {
            await RunAsync(starting, "SELECT pg_advisory_unlock(7164779)");
            var refused = await changing;
            Assert.Equal((1, true), (refused.Code, refused.Said.Contains("running", StringComparison.Ordinal)));
        }

        Assert.Equal("Camille", await OpenAsync(folder.Path, database, box));
    }

    [Fact]
    public async Task The_commands_that_are_printed_back_the_portal_up_and_restore_it()
    {
        await using var database = await PostgresServer.NewDatabaseAsync();
        await using var empty = await PostgresServer.NewDatabaseAsync();
        using var folder = new TempFolder();
        var box = await SealAsync(folder.File("portal"), database);
        using var said = new StringWriter();
        await using (var portal = Portal(folder.File("portal"), database))
            Assert.Equal(1, await BackupVerb.RunAsync(portal, [folder.File("backup")], said, default));
        await ShellAsync(said.ToString(), database);

        using var restoring = new StringWriter();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings(folder.File("new"), empty)).Build();
        Assert.Equal(1, await RestoreVerb.RunAsync([folder.File("backup")], false, configuration, restoring, default));
        await ShellAsync(restoring.ToString(), empty);
        Directory.CreateDirectory(folder.File("new/keys"));
        foreach (var key in Directory.EnumerateFiles(folder.File("backup/keys")))
            File.Copy(key, Path.Combine(folder.File("new/keys"), Path.GetFileName(key)));

        Assert.Equal("Camille", await OpenAsync(folder.File("new"), empty, box));
        await using var again = Portal(folder.File("new"), empty);
        Assert.True((await again.GetRequiredService<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value is { Intact: true, Sound: > 0 });
    }

    /// <summary>Runs the indented lines, as an operator would, on a database of the test's.</summary>
    private static async Task ShellAsync(string said, PostgresDatabase database)
    {
        var place = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var lines = said.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Replace("DATABASE", $"'host={place.Host} user={place.Username} dbname={place.Database}'", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lines);
        var start = new ProcessStartInfo("bash", ["-euc", string.Join('\n', lines)]) { RedirectStandardError = true };
        start.Environment["PATH"] = PostgresServer.Programs + ":" + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        var complained = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, complained);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Settings(string folder, PostgresDatabase database) =>
        [new("DataFolder", folder), new("Database:Provider", nameof(DatabaseProvider.PostgreSql)), new("Database:ConnectionString", database.ConnectionString)];

    private static ServiceProvider Portal(string folder, PostgresDatabase database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings(folder, database)).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddLogging()
            .AddPortalData(configuration).AddVault().AddAudit().BuildServiceProvider();
    }

    private static async Task<byte[]> SealAsync(string folder, PostgresDatabase database)
    {
        await using var portal = Portal(folder, database);
        await portal.GetRequiredService<DatabaseStart>().RunAsync(default);
        await using var db = await portal.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var box = portal.GetRequiredService<KeyVault>().CreateKey(db, Owner).Seal("name", Encoding.UTF8.GetBytes("Camille"));
        await portal.GetRequiredService<AuditLog>().SaveAsync(db, default, new AuditFact(TestPortal.Admin, "test", "sealed", "A file"));
        await LeaveAsync(portal);
        return box;
    }

    private static async Task<string> OpenAsync(string folder, PostgresDatabase database, byte[] box)
    {
        await using var portal = Portal(folder, database);
        await portal.GetRequiredService<DatabaseStart>().RunAsync(default);
        await using var db = await portal.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var text = (await portal.GetRequiredService<KeyVault>().FindKeyAsync(db, Owner, default))!.OpenText("name", box);
        await LeaveAsync(portal);
        return text;
    }

    /// <summary>Ends the connections that this process keeps, so that it is no node any more.</summary>
    private static async Task LeaveAsync(ServiceProvider portal)
    {
        await using var connection = new NpgsqlConnection(portal.GetRequiredService<DatabaseSettings>().ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>A connection as a node's.</summary>
    private static async Task<NpgsqlConnection> NodeAsync(PostgresDatabase database)
    {
        var node = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = "PrivacyPortal", Pooling = false }.ToString());
        await node.OpenAsync();
        return node;
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
