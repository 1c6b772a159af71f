using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Support;

/// <summary>
/// The portal's desks on a real SQLite file, or on PostgreSQL in a test class that is <see cref="OnPostgresAttribute"/>, without a web server:
/// for tests of rules. Add a slice's own services in <paramref name="configure"/>.
/// </summary>
public sealed class TestPortal : IAsyncDisposable
{
    public static readonly Actor Admin = Actor.User(new Guid("00000000-0000-0000-0000-0000000000a1"), "Alice Admin", Role.Administrator);
    public static readonly Actor OtherAdmin = Actor.User(new Guid("00000000-0000-0000-0000-0000000000a2"), "Adam Admin", Role.Administrator);
    public static readonly Actor Dpo = Actor.User(new Guid("00000000-0000-0000-0000-0000000000d1"), "Dora Dpo", Role.Dpo);
    public static readonly Actor Deputy = Actor.User(new Guid("00000000-0000-0000-0000-0000000000d2"), "Denis Deputy", Role.Dpo);
    public static readonly Actor Auditor = Actor.User(new Guid("00000000-0000-0000-0000-0000000000e1"), "Eve Auditor", Role.Auditor);

    private readonly TempFolder folder = new();
    private readonly PostgresDatabase? database;
    private readonly ServiceProvider services;

    private TestPortal(DateTimeOffset now, PostgresDatabase? database, Action<IServiceCollection>? configure)
    {
        Clock = new SettableClock(now);
        this.database = database;
        Configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder.Path), .. OnPostgresAttribute.Settings(database)]).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton(Configuration);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddLogging();
        collection.AddPortalData(Configuration).AddVault().AddAudit();
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public SettableClock Clock { get; }

    public IConfiguration Configuration { get; }

    public string Folder => folder.Path;

    public static async Task<TestPortal> StartAsync(Action<IServiceCollection>? configure = null, DateTimeOffset? now = null)
    {
        var database = OnPostgresAttribute.IsOn ? await OnPostgresAttribute.RentAsync() : null;
        var portal = new TestPortal(now ?? new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), database, configure);
        await portal.Get<DatabaseStart>().RunAsync(CancellationToken.None);
        return portal;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A context for looking at what is there.</summary>
    public PortalDbContext Db() => Get<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    /// <summary>Runs a statement past the triggers, as somebody could who owns the database.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var db = Db();
        await db.Database.ExecuteSqlRawAsync(
            (db.Database.IsSqlite() ? "DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_entries_no_delete; DROP TRIGGER audit_head_no_delete;" : "SET session_replication_role = replica;") + sql);
    }

    /// <summary>All that the database holds, one byte a character.</summary>
    public async Task<string> DatabaseBytesAsync()
    {
        await using var db = Db();
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(Folder, "portal.db")));
        }

        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("SET bytea_output = escape");
        var rows = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct())
        {
            var rowsOf = "SELECT t::text AS \"Value\" FROM " + db.GetService<ISqlGenerationHelper>().DelimitIdentifier(table) + " t";
            rows.AddRange(await db.Database.SqlQueryRaw<string>(rowsOf).ToListAsync());
        }

        Assert.NotEmpty(rows);
        return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(string.Join('\n', rows)));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
        if (database is not null)
        {
            await OnPostgresAttribute.ReturnAsync(database);
        }
    }
}

/// <summary>A clock that stands until it is set.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;
}
