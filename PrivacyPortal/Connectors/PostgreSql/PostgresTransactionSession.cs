using System.Globalization;
using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>
/// One transaction, with deferrable constraints judged at its end, a savepoint around each change, and the server's own counts of changed
/// rows watched for what triggers and cascades do.
/// </summary>
/// <param name="read">Begins to read on a connection, or on a new one.</param>
internal sealed class PostgresTransactionSession(NpgsqlConnection connection, PostgresCatalog catalog, Func<NpgsqlConnection?, CancellationToken, Task<NpgsqlConnection>> read)
    : PostgresSession(connection, catalog), ISourceTransaction
{
    private readonly PostgresEffects effects = new(connection, catalog, ct => read(null, ct));
    private readonly List<(PostgresTable Table, IReadOnlyCollection<RowKey> Keys, ChangeFailure Refused)> waiting = [];
    private IReadOnlyList<RowEffect>? told;
    private bool judged;
    private bool over;

    /// <summary>Whether the role may write anywhere at all, then the lock on the work, then what to compare with later: in one round trip.</summary>
    public static async Task<PostgresTransactionSession> StartAsync(
        NpgsqlConnection connection, PostgresCatalog catalog, Func<NpgsqlConnection?, CancellationToken, Task<NpgsqlConnection>> read, long work, CancellationToken cancellationToken)
    {
        var session = new PostgresTransactionSession(connection, catalog, read);
        await using var command = new NpgsqlCommand(
            $"{PostgresCatalogQueries.MayWrite}; SELECT pg_try_advisory_xact_lock({work.ToString(CultureInfo.InvariantCulture)}); SET CONSTRAINTS ALL DEFERRED; {PostgresEffects.Start}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await TrueAsync(reader, cancellationToken))
            throw new SourceException(SourceFailure.ReadOnly);
        if (!await TrueAsync(reader, cancellationToken))
            throw new SourceException(SourceFailure.Locked);
        await session.effects.StartAsync(reader, cancellationToken);
        return session;
    }

    /// <summary>All at once, and only if the server refuses something one by one, so that each refusal is told.</summary>
    public async Task<IReadOnlyList<AppliedChange>> ApplyAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        var together = PostgresTogether.Of(Table, changes);
        if (!changes.All(c => RefusalOf(Table(c.Table).Described, c) is null) || !await TryAsync(together, cancellationToken))
            return await AppliedChange.OneByOneAsync(this, changes, cancellationToken);
        var applied = together.Applied(changes.Count);
        foreach (var (change, at) in changes.Select((c, i) => (c, i)))
        {
            var table = Table(change.Table);
            effects.Plan(table, change);
            if (change.Set is not null)
                effects.Updated(table, applied[at].Rows);
        }

        return applied;
    }

    public async Task<int> ApplyAsync(RowChange change, CancellationToken cancellationToken)
    {
        var table = Table(change.Table);
        if (RefusalOf(table.Described, change) is { } refusal)
            throw new ChangeException(refusal);
        effects.Plan(table, change);
        if (change.Set is { } set)
        {
            var statement = PostgresStatement.Update(table, set, change.Keys);
            var changed = statement.Nothing ? 0 : await TryAsync(statement, table, cancellationToken);
            effects.Updated(table, changed);
            return changed;
        }

        return await DeleteAsync(table, change.Keys, cancellationToken);
    }

    public async Task<IReadOnlyList<ChangeFailure>> PendingFailuresAsync(CancellationToken cancellationToken)
    {
        // The constraints were judged with the changes.
        if (judged)
            return [];
        if (waiting.Count > 0)
        {
            // What forbade them may have gone since.
            try
            {
                await DeleteAsync([.. waiting.Select(w => (w.Table, w.Keys))], cancellationToken);
                waiting.Clear();
            }
            catch (ChangeException)
            {
                return [.. waiting.Select(w => w.Refused)];
            }
        }

        try
        {
            await TryAsync("SET CONSTRAINTS ALL IMMEDIATE", null, cancellationToken);
            return [];
        }
        catch (ChangeException first)
        {
            // The server names one; each is asked by itself, so that all are told.
            var failures = new List<ChangeFailure>();
            foreach (var constraint in Catalog.Constraints.Where(c => c.Deferrable))
            {
                try
                {
                    await TryAsync($"SET CONSTRAINTS {constraint.Sql} IMMEDIATE", Catalog.Find(constraint.Table), cancellationToken);
                }
                catch (ChangeException e)
                {
                    failures.Add(e.Failure);
                }
            }

            return failures.Count > 0 ? failures : [first.Failure];
        }
    }

    public async Task<IReadOnlyList<RowEffect>> EffectsAsync(CancellationToken cancellationToken) =>
        told ??= over ? [] : await GuardedAsync(() => effects.ReadAsync(cancellationToken));

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        over = true;
        await GuardedAsync(() => ExecuteAsync("COMMIT", cancellationToken));
    }

    public async Task RollBackAsync(CancellationToken cancellationToken)
    {
        if (over)
            return;
        // Only now can both sides be seen: what the transaction made of the rows, and what they are to everybody else.
        var effects = await EffectsAsync(cancellationToken);
        over = true;
        await GuardedAsync(async () =>
        {
            await ExecuteAsync("ROLLBACK", cancellationToken);
            // Whose the rows are is read next.
            return effects.Count > 0 ? await read(Connection, cancellationToken) : Connection;
        });
    }

    /// <summary>
    /// Rows that point at each other in a circle go in one statement: the server judges references at a statement's end. A deletion that a
    /// reference forbids waits for the deletions after it.
    /// </summary>
    private async Task<int> DeleteAsync(PostgresTable table, IReadOnlyCollection<RowKey> keys, CancellationToken cancellationToken)
    {
        ChangeFailure refused;
        try
        {
            return await DeleteAsync([(table, keys)], cancellationToken);
        }
        catch (ChangeException e) when (e.Failure.Refusal == ChangeRefusal.Reference)
        {
            refused = e.Failure;
        }

        if (waiting.Count > 0)
        {
            try
            {
                var together = waiting.Select(w => (w.Table, w.Keys)).Append((table, keys)).ToList();
                var changed = await DeleteAsync(together, cancellationToken);
                waiting.Clear();
                return changed;
            }
            catch (ChangeException e) when (e.Failure.Refusal == ChangeRefusal.Reference)
            {
                refused = e.Failure;
            }
        }

        waiting.Add((table, keys, refused));
        return 0;
    }

    private async Task<int> DeleteAsync(IReadOnlyList<(PostgresTable Table, IReadOnlyCollection<RowKey> Keys)> deletions, CancellationToken cancellationToken)
    {
        var statement = PostgresStatement.Delete(deletions);
        return statement.Nothing ? 0 : await TryAsync(statement, deletions[^1].Table, cancellationToken);
    }

    private Task<int> TryAsync(PostgresStatement statement, PostgresTable table, CancellationToken cancellationToken) => TryAsync(statement.BatchCommand(), table, cancellationToken);

    private Task<int> TryAsync(string sql, PostgresTable? table, CancellationToken cancellationToken) => TryAsync(new NpgsqlBatchCommand(sql), table, cancellationToken);

    /// <summary>Within a savepoint, and in one round trip with the count of what it changed.</summary>
    private async Task<int> TryAsync(NpgsqlBatchCommand change, PostgresTable? table, CancellationToken cancellationToken)
    {
        if (over)
            throw new InvalidOperationException("The transaction is over.");
        try
        {
            await using var batch = new NpgsqlBatch(Connection)
            {
                BatchCommands = { new NpgsqlBatchCommand("SAVEPOINT change"), change, new NpgsqlBatchCommand("RELEASE SAVEPOINT change"), new NpgsqlBatchCommand(PostgresEffects.Counts) },
            };
            await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
                await effects.NoteAsync(reader, cancellationToken);
            return checked((int)change.Rows);
        }
        catch (PostgresException e)
        {
            if (PostgresFailures.RefusalOf(e, Catalog, table ?? Named(e)) is not { } refusal)
                throw PostgresFailures.Of(e, table?.Name);
            await TakeBackAsync(cancellationToken);
            throw new ChangeException(refusal, e);
        }
        catch (NpgsqlException e)
        {
            throw PostgresFailures.Of(e, table?.Name);
        }
    }

    /// <summary>All within one savepoint, in as few round trips as can be, constraints and counts included. False, and as if not tried, where the server refuses something.</summary>
    private async Task<bool> TryAsync(PostgresTogether together, CancellationToken cancellationToken)
    {
        if (over)
            throw new InvalidOperationException("The transaction is over.");
        try
        {
            List<NpgsqlBatchCommand> all = [new("SAVEPOINT change"), .. together.Commands, new("SET CONSTRAINTS ALL IMMEDIATE"), new("RELEASE SAVEPOINT change")];
            foreach (var trip in all.Chunk(MostStatements).SkipLast(1))
            {
                await using var before = Batch(trip);
                await before.ExecuteNonQueryAsync(cancellationToken);
            }

            await using var last = Batch([.. all.Chunk(MostStatements).Last(), new(PostgresEffects.Counts)]);
            await using var reader = await last.ExecuteReaderAsync(cancellationToken);
            await effects.NoteAsync(reader, cancellationToken);
            return judged = true;
        }
        catch (PostgresException e)
        {
            // Whose refusal it is, one by one will tell: what a trigger stumbles over names no table.
            if (PostgresFailures.OfSource(e))
                throw PostgresFailures.Of(e, e.TableName);
            await TakeBackAsync(cancellationToken);
            return false;
        }
        catch (NpgsqlException e)
        {
            throw PostgresFailures.Of(e);
        }
    }

    private Task TakeBackAsync(CancellationToken cancellationToken) => GuardedAsync(async () =>
    {
        await ExecuteAsync("ROLLBACK TO SAVEPOINT change; RELEASE SAVEPOINT change", cancellationToken);
        await effects.ForgetAsync(cancellationToken);
        return 0;
    });

    private static async Task<bool> TrueAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        var answer = reader.GetBoolean(0);
        await reader.NextResultAsync(cancellationToken);
        return answer;
    }

    private PostgresTable Named(PostgresException e) =>
        (e.TableName is { } name ? Catalog.Find(PostgresCatalog.NameOf(e.SchemaName ?? "public", name)) : null) ?? Catalog.Find(Catalog.Schema.Tables[0].Name)!;

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, Connection);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What needs no trial: the key and generated columns cannot be written, and rows without key cannot be addressed for long.</summary>
    private static ChangeFailure? RefusalOf(SchemaTable table, RowChange change)
    {
        if (table.Kind == TableKind.View || table.Key.Count == 0 || change.Keys.Any(k => !k.Complete))
            return new ChangeFailure(ChangeRefusal.Key, table.Name, []);
        if (change.Set is null)
            return null;
        // The server gives a row another number with every change of it.
        if (table.Find(table.Key[0]) is { RowNumber: true })
            return new ChangeFailure(ChangeRefusal.NoKey, table.Name, [], change.Keys.Count);
        var fixedColumns = change.Set.Keys.Where(c => table.Key.Contains(c) || table.Find(c) is { Generated: true }).ToList();
        return fixedColumns.Count > 0 ? new ChangeFailure(ChangeRefusal.Key, table.Name, fixedColumns, change.Keys.Count) : null;
    }
}
