using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PrivacyPortal.Data.Postgres;
using PrivacyPortal.Data.Sqlite;

namespace PrivacyPortal.Data;

public static class DataServices
{
    /// <summary>
    /// The portal's database (<see cref="DatabaseSettings"/>; on SQLite in the data folder, setting <c>DataFolder</c>, default <c>./data</c>), and the
    /// feed of its changes.
    /// </summary>
    /// <exception cref="StartRefusedException">The settings name no database that the portal knows.</exception>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = new DataFolder(configuration["DataFolder"] ?? "./data");
        var database = new DatabaseSettings(configuration, folder);
        services.AddSingleton(folder);
        services.AddSingleton(database);
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<DatabaseLink>();
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            services.AddSingleton<WriteGate>();
            services.AddContexts<SqlitePortalDbContext>((provider, options) => options
                .UseSqlite(database.ConnectionString)
                .AddInterceptors(new ConnectionPragmas(), provider.GetRequiredService<WriteGate>()));
        }
        else
        {
            services.AddContexts<PostgresPortalDbContext>((_, options) => options.UseNpgsql(database.ConnectionString).AddInterceptors(new PostgresGate()));
            services.AddHostedService<PostgresFeed>();
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
        services.AddSingleton<DatabaseStart>();
        return services;
    }

    private static void AddContexts<TContext>(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
        where TContext : PortalDbContext
    {
        // A count that ends at a limit asks for no order.
        services.AddDbContextFactory<TContext>((provider, options) =>
        {
            options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
            configure(provider, options);
        });
        services.AddSingleton<IDbContextFactory<PortalDbContext>, PortalDbContextFactory<TContext>>();
    }
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
