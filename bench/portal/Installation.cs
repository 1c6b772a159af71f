using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Bench;

/// <summary>The portal's desks and queries on a new database of either kind, without its web server and its steps.</summary>
internal sealed class Installation : IAsyncDisposable
{
    public static readonly Actor Admin = Actor.User(new Guid("00000000-0000-0000-0000-0000000000a1"), "Alice Admin", Role.Administrator);
    public static readonly Actor Dpo = Actor.User(new Guid("00000000-0000-0000-0000-0000000000d1"), "Dora Dpo", Role.Dpo);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-bench-");
    private readonly ServiceProvider services;

    private Installation(PostgresDatabase? database)
    {
        Database = database;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder.FullName), .. Settings]).Build();
        services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddLogging()
            .AddPortalData(configuration).AddVault().AddAudit().AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", FourEyes: false)))
            .BuildServiceProvider();
    }

    /// <summary>Null: on SQLite.</summary>
    public PostgresDatabase? Database { get; }

    /// <summary>What another node of the same installation is started with.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Settings => Database is null
        ? []
        : [new("Database:Provider", nameof(DatabaseProvider.PostgreSql)), new("Database:ConnectionString", Database.ConnectionString)];

    public string MasterKey => File.ReadAllText(Path.Combine(folder.FullName, "keys", "master.key")).Trim();

    public static async Task<Installation> StartAsync(DatabaseProvider provider)
    {
        var installation = new Installation(provider == DatabaseProvider.PostgreSql ? await PostgresServer.NewDatabaseAsync() : null);
        await installation.Get<DatabaseStart>().RunAsync(CancellationToken.None);
        return installation;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public PortalDbContext Db() => Get<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    /// <summary>What a verb of the desk wants to be told.</summary>
    public async Task<int> VersionAsync(Guid request)
    {
        await using var db = Db();
        return await db.Set<SubjectRequest>().Where(r => r.Id == request).Select(r => r.Version).SingleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }
}
