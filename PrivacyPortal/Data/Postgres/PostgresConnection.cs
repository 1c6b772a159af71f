using Npgsql;

namespace PrivacyPortal.Data.Postgres;

/// <summary>What every connection of the portal to PostgreSQL has in common, the scheduler's included.</summary>
internal static class PostgresConnection
{
    /// <summary>
    /// A node that freezes inside a transaction keeps its locks, and with them everybody else's writes, until the server ends its session:
    /// three seconds after its last word. Nothing waits for a lock longer than twenty.
    /// </summary>
    private const string Demands = "-c idle_in_transaction_session_timeout=3s -c lock_timeout=20s";

    /// <exception cref="StartRefusedException">It names no server or no database, or cannot be read.</exception>
    public static string Complete(string given)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(given) { ApplicationName = "PrivacyPortal" };
            if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database))
            {
                throw new StartRefusedException("Database:Provider is PostgreSql: Database:ConnectionString must name Host and Database.");
            }

            builder.Options = $"{builder.Options} {Demands}".Trim();
            builder.Timeout = Math.Min(builder.Timeout, 10);
            return builder.ToString();
        }
        catch (ArgumentException)
        {
            // What the parser complains of may be the password.
            throw new StartRefusedException("Database:ConnectionString is no connection string of Npgsql (Host=…;Database=…;Username=…;Password=…).");
        }
    }
}
