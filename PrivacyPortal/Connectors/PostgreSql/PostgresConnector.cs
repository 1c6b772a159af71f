using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>
/// A PostgreSQL database (12 or newer). Read in read-only transactions of one instant; written in one transaction with time limits on
/// statements, locks and pauses. The role needs no more than the rights that README.md lists.
/// </summary>
/// <param name="readOnly">True: the portal was given it to read only, whatever the role may.</param>
public sealed class PostgresConnector(PostgresAddress address, bool readOnly = false) : IConnector
{
    internal PostgresLimits Limits { get; init; } = PostgresLimits.Usual;

    public async Task<ConnectionReport> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellationToken);
            await BeginAsync(connection, "READ ONLY", cancellationToken);
            await using var asked = new NpgsqlCommand(PostgresCatalogQueries.MayWrite, connection);
            return new ConnectionReport(null, !readOnly && await asked.ExecuteScalarAsync(cancellationToken) is true, "PostgreSQL " + connection.PostgreSqlVersion);
        }
        catch (NpgsqlException e)
        {
            return new ConnectionReport(PostgresFailures.FailureOf(e), false, null);
        }
        catch (SourceException e)
        {
            return new ConnectionReport(e.Failure, false, null);
        }
    }

    public async Task<SourceSchema> ReadSchemaAsync(CancellationToken cancellationToken)
    {
        await using var reader = await OpenAsync(cancellationToken);
        return reader.Schema;
    }

    public async Task<ISourceReader> OpenAsync(CancellationToken cancellationToken)
    {
        var (connection, catalog) = await OpenAsync("READ ONLY", cancellationToken);
        return new PostgresSession(connection, catalog);
    }

    public async Task<ISourceTransaction> BeginAsync(string work, CancellationToken cancellationToken)
    {
        if (readOnly)
            throw new SourceException(SourceFailure.ReadOnly);
        var (connection, catalog) = await OpenAsync("READ WRITE", cancellationToken);
        try
        {
            async Task<NpgsqlConnection> ReadAsync(NpgsqlConnection? another, CancellationToken ct)
            {
                var fresh = another is null;
                another ??= await ConnectAsync(ct);
                try
                {
                    await BeginAsync(another, "READ ONLY", ct);
                    return another;
                }
                catch when (fresh)
                {
                    await another.DisposeAsync();
                    throw;
                }
            }

            return await PostgresTransactionSession.StartAsync(connection, catalog, ReadAsync, LockOf(work), cancellationToken);
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw PostgresFailures.Of(e);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The files are the server's: deleted rows leave them when it vacuums, and its log and backups by their own terms.</summary>
    public Task<TidyReport> TidyAsync(bool vacuum, CancellationToken cancellationToken) => Task.FromResult(new TidyReport(LogBusy: false, FreePages: 0, Vacuumed: false, ByServer: true));

    /// <summary>Begins with what makes reading exact and the same everywhere, and with the limits in time. Answers the catalogue's stamp.</summary>
    private async Task<string> BeginAsync(NpgsqlConnection connection, string access, CancellationToken cancellationToken)
    {
        static string Limit(TimeSpan limit) => limit.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
        // A reader keeps nobody waiting: it may think for longer.
        var pause = access == "READ ONLY" ? Limits.Statement : Limits.Pause;
        await using var command = new NpgsqlCommand(
            $"""
            BEGIN ISOLATION LEVEL REPEATABLE READ {access};
            SELECT set_config('statement_timeout', '{Limit(Limits.Statement)}', true), set_config('lock_timeout', '{Limit(Limits.Lock)}', true),
              set_config('idle_in_transaction_session_timeout', '{Limit(pause)}', true), set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
              set_config('IntervalStyle', 'iso_8601', true), set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true);
            {PostgresCatalogQueries.Stamp}
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetString(0);
    }

    private async Task<(NpgsqlConnection Connection, PostgresCatalog Catalog)> OpenAsync(string access, CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken);
        try
        {
            var stamp = await BeginAsync(connection, access, cancellationToken);
            return (connection, await PostgresSchemaReader.ReadAsync(connection, stamp, cancellationToken));
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw PostgresFailures.Of(e);
        }
        catch
        {
            // Cancelled, the connection would be missing from the pool for good.
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(address.ConnectionString(Limits));
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw PostgresFailures.Of(e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or CryptographicException or UnauthorizedAccessException)
        {
            // The certificate's file.
            await connection.DisposeAsync();
            throw new SourceException(SourceFailure.Tls, e);
        }
        catch (TimeoutException e)
        {
            await connection.DisposeAsync();
            throw new SourceException(SourceFailure.TimedOut, e);
        }
    }

    private static long LockOf(string work) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("PrivacyPortal\n" + work)));
}
