using Microsoft.EntityFrameworkCore;

namespace PrivacyPortal.Data;

/// <summary>Brings the database to the shape that this version of the portal needs, before anything reads it.</summary>
public sealed class DatabaseStart(IDbContextFactory<PortalDbContext> contexts, IEnumerable<DatabaseScript> scripts)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
        }

        foreach (var script in scripts)
        {
            await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? script.Sqlite : script.PostgreSql, ct);
        }
    }
}

/// <summary>What a slice needs in the database beyond tables: triggers and the like. Harmless when run again.</summary>
public sealed record DatabaseScript(string Sqlite, string PostgreSql);
