using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Providers;

/// <summary>Two portals as they serve, started at once on one empty PostgreSQL database.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private const string MasterKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public PostgresDatabase Database { get; private set; } = default!;

    public Node First { get; private set; } = default!;

    public Node Second { get; private set; } = default!;

    public async Task InitializeAsync()
    {
        Database = await PostgresServer.NewDatabaseAsync();
        (First, Second) = (new Node(Database), new Node(Database));
        await Task.WhenAll(Task.Run(First.InitializeAsync), Task.Run(Second.InitializeAsync));
    }

    /// <summary>Takes the database away from everybody, or gives it back.</summary>
    public Task SwitchAsync(bool on) => PostgresServer.RunAsync(
        $"ALTER DATABASE {Database.Name} ALLOW_CONNECTIONS {(on ? "true" : "false")}",
        on ? null : $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Database.Name}'");

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)First).DisposeAsync();
        await ((IAsyncLifetime)Second).DisposeAsync();
        await Database.DisposeAsync();
    }

    public sealed class Node(PostgresDatabase database) : PortalApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Database:Provider", "PostgreSql"), new("Database:ConnectionString", database.ConnectionString)];

        public override Task InitializeAsync()
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(DataFolder, "keys")).FullName, "master.key"), MasterKey);
            return base.InitializeAsync();
        }
    }
}
