using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PrivacyPortal.Data.Sqlite;

/// <summary>
/// One writer at a time, in order of arrival. SQLite has one write lock and no queue for it: without the gate, writers that collide sleep
/// and retry, and one of them may starve for seconds. Every transaction passes here, also those that ASP.NET Core Identity opens itself.
/// </summary>
public sealed class WriteGate : IDbTransactionInterceptor, IDbConnectionInterceptor, IDisposable
{
    /// <summary>Longer than any write of the portal; to wait longer means that a caller holds the gate and waits for another writer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentDictionary<DbConnection, bool> holders = new();

    public void Dispose() => gate.Dispose();

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Hold(connection, gate.Wait(Patience));
        return result;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        Hold(connection, await gate.WaitAsync(Patience, cancellationToken));
        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Release(eventData.Context?.Database.GetDbConnection());

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Release(eventData.Context?.Database.GetDbConnection());

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Release(eventData.Context?.Database.GetDbConnection());
        return Task.CompletedTask;
    }

    // A transaction that is disposed without an end, and one that could not begin, close their connection; that is all they tell.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Release(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Release(connection);
        return Task.CompletedTask;
    }

    private void Hold(DbConnection connection, bool entered)
    {
        if (!entered)
        {
            throw new TimeoutException("The portal's database was busy with another write for too long.");
        }

        holders[connection] = true;
    }

    private void Release(DbConnection? connection)
    {
        if (connection is not null && holders.TryRemove(connection, out _))
        {
            gate.Release();
        }
    }
}
