using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data.Sqlite;

namespace PrivacyPortal.Data;

public static class DataServices
{
    /// <summary>The database in the data folder (setting <c>DataFolder</c>, default <c>./data</c>), and the feed of its changes.</summary>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = new DataFolder(configuration["DataFolder"] ?? "./data");
        services.AddSingleton(folder);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<ChangeFeed>();
        services.AddDbContextFactory<SqlitePortalDbContext>((provider, options) => options
            .UseSqlite(ConnectionString(folder))
            .AddInterceptors(new ConnectionPragmas(), provider.GetRequiredService<WriteGate>()));
        services.AddSingleton<IDbContextFactory<PortalDbContext>, PortalDbContextFactory<SqlitePortalDbContext>>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
        services.AddSingleton<DatabaseStart>();
        return services;
    }

    public static string ConnectionString(DataFolder folder) =>
        new SqliteConnectionStringBuilder { DataSource = folder.Database, Pooling = true, ForeignKeys = true }.ToString();
}

/// <summary>Hands out the derived context as the abstract one that all slices know.</summary>
internal sealed class PortalDbContextFactory<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<PortalDbContext>
    where TContext : PortalDbContext
{
    public PortalDbContext CreateDbContext()
    {
        var context = factory.CreateDbContext();

        // The write gate sits on transactions, so that every write must be in one.
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        return context;
    }
}
