using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace PrivacyPortal.Data.Postgres;

/// <summary>
/// One writer at a time among all nodes, as <see cref="Sqlite.WriteGate"/> is within one process: every transaction begins by taking one
/// advisory lock, which ends with it. What a verb reads inside its transaction is therefore still true when it commits, on either database,
/// and no two of them can fail to serialise or wait for each other in a circle. Reads, and statements outside a transaction, do not wait.
/// </summary>
public sealed class PostgresGate : DbTransactionInterceptor
{
    private const string Sql = "SELECT pg_advisory_xact_lock(7164778)";

    public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        // Each statement sees what was committed before it: a snapshot of the whole transaction would be taken before the wait for the lock.
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        try
        {
            using var command = Lock(connection, transaction);
            command.ExecuteNonQuery();
            return InterceptionResult<DbTransaction>.SuppressWithResult(transaction);
        }
        catch (Exception fault)
        {
            transaction.Dispose();
            throw Named(fault);
        }
    }

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        try
        {
            await using var command = Lock(connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return InterceptionResult<DbTransaction>.SuppressWithResult(transaction);
        }
        catch (Exception fault)
        {
            await transaction.DisposeAsync();
            throw Named(fault);
        }
    }

    private static DbCommand Lock(DbConnection connection, DbTransaction transaction)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (Sql, transaction);
        return command;
    }

    private static Exception Named(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable }
        ? new TimeoutException("The portal's database was busy with another write for too long.", fault)
        : fault;
}
