using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PrivacyPortal.Data;

/// <summary>
/// Brings the database to the shape that this version of the portal needs, before anything reads it. Nodes that start together do it one
/// after the other.
/// </summary>
public sealed class DatabaseStart(
    IDbContextFactory<PortalDbContext> contexts, DatabaseSettings settings, IEnumerable<DatabaseScript> scripts, IEnumerable<DatabasePreparation> preparations)
{
    /// <summary>Long enough for a server that was started together with the portal.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="StartRefusedException">The server does not answer, or the database is not for this node.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var turn = settings.IsShared ? await TurnAsync(ct) : null;
        await RunInTurnAsync(ct);
    }

    /// <summary>The same for whoever has its <see cref="TurnAsync"/> and keeps it.</summary>
    public async Task RunInTurnAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // A table of a million rows takes its time, and a migration that is cut off would be cut off again at each start.
        db.Database.SetCommandTimeout(0);
        await db.Database.MigrateAsync(ct);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", ct);
        }

        foreach (var script in scripts)
        {
            await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? script.Sqlite : script.PostgreSql, ct);
        }

        foreach (var preparation in preparations)
        {
            await preparation.RunAsync(db, ct);
        }
    }

    /// <summary>On PostgreSQL: a connection that holds the lock of those who start; disposing it lets the next one begin.</summary>
    public async Task<NpgsqlConnection> TurnAsync(CancellationToken ct)
    {
        // Out of the pool, so that the lock goes with the connection; without a limit, because another's migration may take long.
        var turn = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ToString());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        while (true)
        {
            try
            {
                await turn.OpenAsync(ct);
                await using var command = new NpgsqlCommand("SET lock_timeout = 0; SELECT pg_advisory_lock(7164779)", turn);
                await command.ExecuteNonQueryAsync(ct);
                return turn;
            }
            catch (NpgsqlException fault) when (fault.IsTransient && !patience.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
            }
            catch (NpgsqlException fault)
            {
                await turn.DisposeAsync();
                throw new StartRefusedException($"The portal's database {turn.Database} on {turn.Host} does not answer: {fault.Message}", fault);
            }
        }
    }
}

/// <summary>What a slice needs in the database beyond tables: triggers and the like. Harmless when run again.</summary>
public sealed record DatabaseScript(string Sqlite, string PostgreSql);

/// <summary>
/// What a slice does at each start once the tables are there, one node at a time and before anything else uses the database. It may throw
/// <see cref="StartRefusedException"/>.
/// </summary>
public sealed record DatabasePreparation(Func<PortalDbContext, CancellationToken, Task> RunAsync);
