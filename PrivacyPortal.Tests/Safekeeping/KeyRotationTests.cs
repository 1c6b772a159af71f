using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Receipts;
using PrivacyPortal.Safekeeping;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Accounts;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.House;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Safekeeping;

public sealed class KeyRotationTests
{
    private static readonly string[] Points = ["staging", "sealing", "rotating", "truncating", "placing"];
    private static readonly Guid Owner = Guid.Parse("00000000-0000-0000-0000-00000000f11e");

    [Fact]
    public async Task Everything_sealed_opens_with_the_new_key_and_nothing_with_the_old()
    {
        await using var portal = await StartAsync();
        var (folder, before) = (portal.Folder, await ReadAsync(portal.Get<IServiceProvider>()));
        var old = await File.ReadAllTextAsync(Path.Combine(folder, "keys", "master.key"));
        var done = await portal.Get<KeyRotation>().RotateAsync(Actor.System("command line"), null, default);

        Assert.Equal(["accountSecrets", "connections", "fileKeys", "sessionKeys", "signingFiles", "signingKey"], done.Sealed.Keys);
        Assert.All(done.Sealed.Where(kind => kind.Key != "signingFiles"), kind => Assert.True(kind.Value > 0, kind.Key));
        Assert.Equal(old, await File.ReadAllTextAsync(done.OldKey!));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "keys", "master.key")));
        await using (var again = await OpenAsync(folder))
        {
            Assert.Equal(before, await ReadAsync(again));
            Assert.True((await again.GetRequiredService<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Intact);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "keys", "master.key"), old);
        await Assert.ThrowsAsync<StartRefusedException>(() => OpenAsync(folder));
    }

    [Fact]
    public async Task A_kill_at_any_instant_leaves_a_portal_that_opens_everything()
    {
        await using var portal = await StartAsync();
        var before = await ReadAsync(portal.Get<IServiceProvider>());
        SqliteConnection.ClearAllPools();
        await Task.WhenAll(Points.Select(point => KilledAsync(portal.Folder, point, before)));
    }

    [Fact]
    public async Task A_key_from_the_environment_is_changed_for_one_from_the_environment()
    {
        using var folder = new TempFolder();
        var (first, second) = (Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        string[] rotate = ["rotate-key", "--DataFolder", folder.Path];
        Assert.Contains("holds no portal", (await CommandLine.RunAsync(rotate)).Said, StringComparison.Ordinal);
        await (await OpenAsync(folder.Path)).DisposeAsync();
        var key = (await File.ReadAllTextAsync(folder.File("keys/master.key"))).Trim();

        // The key of the file, now given by the environment.
        var without = await CommandLine.RunAsync(rotate, "", (MasterKey.Variable, key));
        Assert.Equal((1, true), (without.Code, without.Said.Contains(KeyRotation.Variable, StringComparison.Ordinal)));
        var done = await CommandLine.RunAsync(rotate, "", (MasterKey.Variable, key), (KeyRotation.Variable, second));
        Assert.True(done.Code == 0, done.Said);
        Assert.DoesNotContain(second, done.Said, StringComparison.Ordinal);
        var refused = await CommandLine.RunAsync(rotate, "", (MasterKey.Variable, key), (KeyRotation.Variable, first));
        Assert.Equal((1, true), (refused.Code, refused.Said.Contains("does not open this database", StringComparison.Ordinal)));
        Assert.Equal(0, (await CommandLine.RunAsync(rotate, "", (MasterKey.Variable, second), (KeyRotation.Variable, first))).Code);
    }

    [Fact]
    public async Task It_is_refused_while_a_portal_runs_on_the_folder()
    {
        await using var portal = await StartAsync();
        await using var running = portal.Get<DataFolder>().Occupy();
        using var said = new StringWriter();

        Assert.Equal(1, await RotateKeyVerb.RunAsync(portal.Get<IServiceProvider>(), said, default));

        Assert.Contains("running", said.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(portal.Folder, "keys"), "*.next"));
    }

    /// <summary>Who seals under the master key and is forgotten here loses its secrets with the next change of keys.</summary>
    [Fact]
    public void Whoever_seals_under_the_master_key_is_known_to_its_change()
    {
        var seal = typeof(KeyVault).GetMethod(nameof(KeyVault.Seal), BindingFlags.Public | BindingFlags.Instance)!;
        var sealing = typeof(KeyVault).Assembly.GetTypes()
            .Where(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Any(method => MethodTokens.Of(method).Contains(seal.MetadataToken)))
            .Select(type => (type.DeclaringType ?? type).Name).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal([nameof(KeyRingEncryptor), nameof(KeyVault), nameof(PortalUserStore), nameof(SigningFile), nameof(SigningKey), nameof(SourceConnections)], sealing);
    }

    private static async Task KilledAsync(string from, string point, string before)
    {
        using var folder = new TempFolder();
        Copy(from, folder.Path);
        var killed = await CommandLine.RunAsync(["rotate-key", "--DataFolder", folder.Path], point);
        Assert.True(killed.Code == 137, $"{point} was not reached: {killed.Code} {killed.Said}");
        await using (var again = await OpenAsync(folder.Path))
        {
            Assert.Equal(before, await ReadAsync(again));
            await using var db = await again.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
            Assert.Equal(point is "staging" or "sealing" ? 0 : 1, await db.Set<AuditEntry>().CountAsync(e => e.Name == "key-rotated"));
        }

        SqliteConnection.ClearAllPools();
        var second = await CommandLine.RunAsync(["rotate-key", "--DataFolder", folder.Path]);
        Assert.True(second.Code == 0, second.Said);
        Assert.Empty(Directory.EnumerateFiles(folder.File("keys"), "*.next", SearchOption.AllDirectories));
        await using var last = await OpenAsync(folder.Path);
        Assert.Equal(before, await ReadAsync(last));
    }

    /// <summary>A portal with one of everything that is sealed.</summary>
    private static async Task<TestPortal> StartAsync()
    {
        var portal = await TestPortal.StartAsync(services => Slices(services));
        var services = portal.Get<IServiceProvider>();
        await SignedIn.AccountAsync(services, TestPortal.Dpo);
        await portal.AddAsync(portal.Database("CREATE TABLE Customer (Id INTEGER PRIMARY KEY);"));
        await using (var db = portal.Db())
        {
            var key = portal.Get<KeyVault>().CreateKey(db, Owner);
            db.Add(new Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>
            {
                UserId = TestPortal.Dpo.PersonId!.Value, LoginProvider = "portal", Name = "secret",
                Value = Convert.ToBase64String(portal.Get<KeyVault>().Seal(PortalUserStore.Purpose(TestPortal.Dpo.PersonId.Value, "secret"), "totp"u8)),
            });
            await db.SaveChangesAsync();
            await File.WriteAllBytesAsync(Path.Combine(portal.Folder, "box"), key.SealText("name", "Camille"));
        }

        await File.WriteAllTextAsync(Path.Combine(portal.Folder, "cookie"), Protector(services).Protect("session"));
        _ = portal.Get<SigningKey>().Fingerprint;
        return portal;
    }

    /// <summary>Everything that is sealed, opened, and what must not change.</summary>
    private static async Task<string> ReadAsync(IServiceProvider services)
    {
        var vault = services.GetRequiredService<KeyVault>();
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var source = await db.Set<DataSource>().SingleAsync();
        var token = await db.Set<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().SingleAsync(t => t.Name == "secret");
        var folder = services.GetRequiredService<DataFolder>().Path;
        return string.Join('\n',
            (await vault.FindKeyAsync(db, Owner, default))!.OpenText("name", await File.ReadAllBytesAsync(Path.Combine(folder, "box"))),
            services.GetRequiredService<SourceConnections>().Unseal(source).Path is not null,
            System.Text.Encoding.UTF8.GetString(vault.Open(PortalUserStore.Purpose(token.UserId, token.Name), Convert.FromBase64String(token.Value!))),
            Protector(services).Unprotect(await File.ReadAllTextAsync(Path.Combine(folder, "cookie"))),
            services.GetRequiredService<SigningKey>().Fingerprint,
            vault.KeyedHash("identity", "email:camille@example.org"),
            Convert.ToHexString(vault.KeyFor("pseudonym")));
    }

    private static IDataProtector Protector(IServiceProvider services) =>
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static async Task<ServiceProvider> OpenAsync(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder)]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddLogging();
        services.AddPortalData(configuration).AddVault().AddAudit();
        var provider = Slices(services).BuildServiceProvider();
        await provider.GetRequiredService<DatabaseStart>().RunAsync(default);
        return provider;
    }

    private static IServiceCollection Slices(IServiceCollection services) => services
        .AddReceipts().AddSettings().AddDataMap().AddSafekeeping().AddAccounts(new ConfigurationBuilder().Build());

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
