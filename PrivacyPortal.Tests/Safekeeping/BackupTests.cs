using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Safekeeping;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Safekeeping;

public sealed class BackupTests
{
    private static readonly Guid Kept = Guid.NewGuid(), Destroyed = Guid.NewGuid();

    [Fact]
    public async Task A_portal_that_runs_is_backed_up_and_restored_with_what_was_destroyed_since_gone()
    {
        await using var portal = await TestPortal.StartAsync();
        var (kept, destroyed) = (await SealAsync(portal, Kept), await SealAsync(portal, Destroyed));
        await using var running = portal.Get<DataFolder>().Occupy();
        using var place = new TempFolder();
        string[] at = ["--DataFolder", portal.Folder];
        var first = await CommandLine.RunAsync(["backup", place.File("monday"), .. at]);
        Assert.True(first.Code == 0, first.Said);
        Assert.Contains("another place", first.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(await WrappedAsync(portal, Kept)), Convert.ToHexString(await File.ReadAllBytesAsync(place.File("monday/data/portal.db"))), StringComparison.Ordinal);
        Assert.Equal(1, (await CommandLine.RunAsync(["backup", place.File("monday"), .. at])).Code);
        await using (var db = portal.Db())
        {
            await portal.Get<KeyVault>().DestroyKeyAsync(db, Destroyed, default);
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, (await CommandLine.RunAsync(["backup", place.File("tuesday"), .. at])).Code);

        var backward = await CommandLine.RunAsync(["restore", place.File("tuesday"), "--keys", place.File("monday/keys"), "--DataFolder", place.File("new")]);
        Assert.Equal((1, true), (backward.Code, backward.Said.Contains("older than the data", StringComparison.Ordinal)));

        // The older data with the newest keys, into a new folder; then the same over what is there.
        string[] restore = ["restore", place.File("monday"), "--keys", place.File("tuesday/keys"), "--DataFolder", place.File("new")];
        var restored = await CommandLine.RunAsync(restore);
        Assert.True(restored.Code == 0, restored.Said);
        Assert.Contains("no replay is needed", restored.Said, StringComparison.Ordinal);
        await using (var again = await OpenAsync(place.File("new")))
        {
            var vault = again.GetRequiredService<KeyVault>();
            await using var db = await again.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
            Assert.Equal("Camille", (await vault.FindKeyAsync(db, Kept, default))!.OpenText("name", kept));
            Assert.Null(await vault.FindKeyAsync(db, Destroyed, default));
            Assert.True((await again.GetRequiredService<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Intact);
            Assert.NotEmpty(destroyed);
        }

        SqliteConnection.ClearAllPools();
        var refused = await CommandLine.RunAsync(restore);
        Assert.Equal((1, true), (refused.Code, refused.Said.Contains("--replace", StringComparison.Ordinal)));
        Assert.Equal(0, (await CommandLine.RunAsync([.. restore, "--replace"])).Code);
        Assert.Single(Directory.GetDirectories(place.File("new"), "before-*"));
        Assert.Equal(Directory.GetFiles(place.File("new"), "*").Select(Path.GetFileName).Order(), (string[])["portal.db", "portal.lock"]);
    }

    [Fact]
    public async Task What_is_changed_in_a_backup_is_refused_and_nothing_is_touched()
    {
        await using var portal = await TestPortal.StartAsync();
        using var place = new TempFolder();
        using var said = new StringWriter();
        Assert.Equal(0, await BackupVerb.RunAsync(portal.Get<IServiceProvider>(), [place.File("backup")], said, default));
        await using (var change = new FileStream(place.File("backup/data/portal.db"), FileMode.Open))
        {
            change.Seek(-1, SeekOrigin.End);
            change.WriteByte(1);
        }

        var target = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", place.File("new"))]).Build();
        Assert.Equal(1, await RestoreVerb.RunAsync([place.File("backup")], false, target, said, default));
        Assert.Contains("not whole", said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.File("new")));
    }

    [Fact]
    public async Task After_a_change_of_the_master_key_older_data_open_with_the_keys_of_their_time_only_and_that_is_said()
    {
        using var place = new TempFolder();
        string[] at = ["--DataFolder", place.File("portal")];
        await (await OpenAsync(place.File("portal"))).DisposeAsync();
        SqliteConnection.ClearAllPools();
        Assert.Equal(0, (await CommandLine.RunAsync(["backup", place.File("monday"), .. at])).Code);
        Assert.Equal(0, (await CommandLine.RunAsync(["rotate-key", .. at])).Code);
        Assert.Equal(0, (await CommandLine.RunAsync(["backup", place.File("tuesday"), .. at])).Code);
        var (old, young) = ((await BackupManifest.CheckAsync(place.File("monday/data"), default)).Manifest!.MasterKey!, (await BackupManifest.CheckAsync(place.File("tuesday/keys"), default)).Manifest!.MasterKey!);

        var refused = await CommandLine.RunAsync(["restore", place.File("monday"), "--keys", place.File("tuesday/keys"), "--DataFolder", place.File("new")]);
        Assert.Equal((1, true, true), (refused.Code, refused.Said.Contains(old, StringComparison.Ordinal), refused.Said.Contains(young, StringComparison.Ordinal)));
        Assert.False(File.Exists(place.File("new/portal.db")));
        Assert.Equal(0, (await CommandLine.RunAsync(["restore", place.File("monday"), "--DataFolder", place.File("new")])).Code);
        Assert.Equal(0, (await CommandLine.RunAsync(["restore", place.File("tuesday"), "--DataFolder", place.File("new"), "--replace"])).Code);
    }

    [Fact]
    public async Task A_restore_that_was_killed_half_way_starts_no_empty_portal_and_is_ended_by_the_same_command()
    {
        using var place = new TempFolder();
        await (await OpenAsync(place.File("portal"))).DisposeAsync();
        SqliteConnection.ClearAllPools();
        Assert.Equal(0, (await CommandLine.RunAsync(["backup", place.File("monday"), "--DataFolder", place.File("portal")])).Code);
        string[] restore = ["restore", place.File("monday"), "--DataFolder", place.File("portal"), "--replace"];
        Assert.NotEqual(0, (await CommandLine.RunAsync(restore, point: "replacing")).Code);

        var started = await CommandLine.RunAsync(["verify", "audit", "--DataFolder", place.File("portal")]);
        Assert.Equal((1, true), (started.Code, started.Said.Contains("--replace", StringComparison.Ordinal)));
        var ended = await CommandLine.RunAsync(restore);
        Assert.True(ended.Code == 0, ended.Said);
        await (await OpenAsync(place.File("portal"))).DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_and_stays_as_it_is()
    {
        await using var portal = await TestPortal.StartAsync();
        using var place = new TempFolder();
        using var said = new StringWriter();
        await File.WriteAllTextAsync(place.File("taken"), "");
        Assert.Equal(1, await BackupVerb.RunAsync(portal.Get<IServiceProvider>(), [place.File("taken")], said, default));
        Assert.Contains("nothing of it is left", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await BackupVerb.RunAsync(portal.Get<IServiceProvider>(), [place.File("backup")], said, default));
        var target = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", place.File("taken"))]).Build();
        Assert.Equal(1, await RestoreVerb.RunAsync([place.File("backup")], false, target, said, default));
        Assert.Contains("everything is as it was", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_no_backup_and_the_next_takes_its_place()
    {
        await using var portal = await TestPortal.StartAsync();
        using var place = new TempFolder();
        using var said = new StringWriter();
        Directory.CreateDirectory(place.File("backup/.unfinished/data"));
        await File.WriteAllTextAsync(place.File("backup/.unfinished/data/portal.db"), "half of it");
        Assert.Equal(0, await BackupVerb.RunAsync(portal.Get<IServiceProvider>(), [place.File("backup")], said, default));
        Assert.Equal(["data", "keys"], Directory.GetFileSystemEntries(place.File("backup")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_portal_of_an_earlier_version_is_not_migrated_by_a_backup()
    {
        await using var portal = await TestPortal.StartAsync();
        using var place = new TempFolder();
        using var said = new StringWriter();
        await using (var db = portal.Db())
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE rowid = (SELECT max(rowid) FROM \"__EFMigrationsHistory\")");
        }

        Assert.Equal(1, await BackupVerb.RunAsync(portal.Get<IServiceProvider>(), [place.File("backup")], said, default));
        Assert.Contains("earlier version", said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(place.File("backup")));
    }

    private static async Task<byte[]> SealAsync(TestPortal portal, Guid owner)
    {
        await using var db = portal.Db();
        var box = portal.Get<KeyVault>().CreateKey(db, owner).Seal("name", Encoding.UTF8.GetBytes("Camille"));
        await db.SaveChangesAsync();
        return box;
    }

    private static async Task<byte[]> WrappedAsync(TestPortal portal, Guid owner)
    {
        await using var db = portal.Db();
        return (await db.Set<WrappedKey>().SingleAsync(k => k.Owner == owner)).Wrapped!;
    }

    private static async Task<ServiceProvider> OpenAsync(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder)]).Build();
        var provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddLogging()
            .AddPortalData(configuration).AddVault().AddAudit().BuildServiceProvider();
        await provider.GetRequiredService<DatabaseStart>().RunAsync(default);
        return provider;
    }
}
