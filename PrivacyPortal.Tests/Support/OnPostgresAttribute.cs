using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data.Postgres;
using Xunit.Sdk;

namespace PrivacyPortal.Tests.Support;

/// <summary>The portals that this class's tests start are on PostgreSQL, each on a database that it has for itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnPostgresAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<bool> On = new();
    private static readonly ConcurrentBag<PostgresDatabase> Free = [];

    public static bool IsOn => On.Value;

    public override void Before(MethodInfo methodUnderTest) => On.Value = true;

    public override void After(MethodInfo methodUnderTest) => On.Value = false;

    /// <summary>A migrated database without a row: an earlier test's, emptied, because making one takes a second.</summary>
    internal static async Task<PostgresDatabase> RentAsync() => Free.TryTake(out var database) ? database : await MigratedAsync();

    internal static async Task ReturnAsync(PostgresDatabase database)
    {
        await database.RunAsync(
            """
            SET session_replication_role = replica;
            DO $$ DECLARE t text; BEGIN
              FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '__EFMigrationsHistory' LOOP EXECUTE format('DELETE FROM %I', t); END LOOP;
            END $$;
            RESET session_replication_role;
            """);
        Free.Add(database);
    }

    /// <summary>The settings that lead a portal there.</summary>
    internal static IEnumerable<KeyValuePair<string, string?>> Settings(PostgresDatabase? database) => database is null
        ? []
        : [new("Database:Provider", "PostgreSql"), new("Database:ConnectionString", database.ConnectionString)];

    private static async Task<PostgresDatabase> MigratedAsync()
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await using var db = new PostgresPortalDbContext(new DbContextOptionsBuilder<PostgresPortalDbContext>().UseNpgsql(database.ConnectionString).Options);
        await db.Database.MigrateAsync();
        return database;
    }
}
