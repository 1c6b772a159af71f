using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Support;

/// <summary>
/// The portal's desks on a real SQLite file, without a web server: for tests of rules. Add a slice's own services in <paramref name="configure"/>.
/// </summary>
public sealed class TestPortal : IAsyncDisposable
{
    public static readonly Actor Admin = Actor.User(new Guid("00000000-0000-0000-0000-0000000000a1"), "Alice Admin", Role.Administrator);
    public static readonly Actor OtherAdmin = Actor.User(new Guid("00000000-0000-0000-0000-0000000000a2"), "Adam Admin", Role.Administrator);
    public static readonly Actor Dpo = Actor.User(new Guid("00000000-0000-0000-0000-0000000000d1"), "Dora Dpo", Role.Dpo);
    public static readonly Actor Deputy = Actor.User(new Guid("00000000-0000-0000-0000-0000000000d2"), "Denis Deputy", Role.Dpo);
    public static readonly Actor Auditor = Actor.User(new Guid("00000000-0000-0000-0000-0000000000e1"), "Eve Auditor", Role.Auditor);

    private readonly TempFolder folder = new();
    private readonly ServiceProvider services;

    private TestPortal(DateTimeOffset now, Action<IServiceCollection>? configure)
    {
        Clock = new SettableClock(now);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder.Path)]).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddLogging();
        collection.AddPortalData(configuration).AddVault().AddAudit();
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public SettableClock Clock { get; }

    public string Folder => folder.Path;

    public static async Task<TestPortal> StartAsync(Action<IServiceCollection>? configure = null, DateTimeOffset? now = null)
    {
        var portal = new TestPortal(now ?? new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), configure);
        await portal.Get<DatabaseStart>().RunAsync(CancellationToken.None);
        return portal;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A context for looking at what is there.</summary>
    public PortalDbContext Db() => Get<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>A clock that stands until it is set.</summary>
public sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;
}
