using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PrivacyPortal.Connectors.Sqlite;

/// <summary>
/// One transaction, begun for writing at once (so that nobody changes what was read), with foreign keys on and judged at its end,
/// deleted content overwritten, and every row that a trigger or cascade touches watched.
/// </summary>
internal sealed class SqliteTransactionSession : SqliteSession, ISourceTransaction
{
    private const int DeferredReferences = 10; // SQLITE_DBSTATUS_DEFERRED_FKS
    private readonly Dictionary<(string Table, long RowId), EffectKind> touched = [];
    private readonly Dictionary<string, HashSet<long>> planned = [];
    private readonly List<RowEffect> unseen = [];
    private readonly Dictionary<string, RowCount> counted = [];
    private bool compared;
    private readonly HashSet<string> withoutRowId;
    private readonly delegate_update watch;
    private long events;
    private bool over;

    private SqliteTransactionSession(SqliteConnection connection, SourceSchema schema)
        : base(connection, schema)
    {
        watch = Watch;
        withoutRowId = [.. SqliteSchemaReader.Rows(connection, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr = 1 AND type <> 'shadow'").Select(r => (string)r[0]!)];
    }

    public static SqliteTransactionSession Begin(SqliteConnection connection, SourceSchema schema)
    {
        var session = new SqliteTransactionSession(connection, schema);
        Guarded(() =>
        {
            Execute(connection, "PRAGMA secure_delete = ON");
            Execute(connection, "PRAGMA foreign_keys = ON");
            var journal = Scalar(connection, "PRAGMA journal_mode");
            // A journal that is kept after the commit would keep the deleted pages with it.
            if (journal is "persist")
                Execute(connection, "PRAGMA journal_mode = TRUNCATE");
            // Without a log beside the file, pages that do not fit into the cache are written into it, under a lock that keeps out whoever wants to
            // see what was there before: this transaction's own second look.
            if (journal is not "wal")
                Execute(connection, "PRAGMA cache_spill = OFF");
            Execute(connection, "BEGIN IMMEDIATE");
            // Judged at the end, so that rows that point at each other in a circle can go together.
            return Execute(connection, "PRAGMA defer_foreign_keys = ON");
        });
        raw.sqlite3_update_hook(connection.Handle!, session.watch, null!);
        return session;
    }

    public Task<int> ApplyAsync(RowChange change, CancellationToken cancellationToken)
    {
        var table = Table(change.Table);
        if (!planned.TryGetValue(table.Name, out var rowIds))
            planned[table.Name] = rowIds = [];
        Refuse(table, change);
        Alive();
        Execute(Connection, "SAVEPOINT change");
        try
        {
            var changed = 0;
            foreach (var batch in Batches(change.Keys))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!withoutRowId.Contains(table.Name))
                    rowIds.UnionWith(Run(SqliteStatement.RowIds(table, batch), ReadRowIds));
                changed += Apply(table, SqliteStatement.Change(table, change.Set, batch));
            }

            Execute(Connection, "RELEASE change");
            return Task.FromResult(changed);
        }
        catch (ChangeException) when (raw.sqlite3_get_autocommit(Connection.Handle!) == 0)
        {
            Execute(Connection, "ROLLBACK TO change; RELEASE change");
            // What the hook told of it did not happen. A trial with a refusal ends without commit, whatever else there was.
            compared = true;
            throw;
        }
    }

    public Task<IReadOnlyList<ChangeFailure>> PendingFailuresAsync(CancellationToken cancellationToken)
    {
        Alive();
        raw.sqlite3_db_status(Connection.Handle!, DeferredReferences, out var pending, out _, 0);
        if (pending == 0)
            return Task.FromResult<IReadOnlyList<ChangeFailure>>([]);
        // What was broken before the transaction is not its doing: the same check on the database as others see it.
        using var before = new SqliteConnection(Connection.ConnectionString);
        Guarded(() =>
        {
            before.Open();
            return 0;
        });
        var failures = new List<ChangeFailure>();
        foreach (var table in Schema.Tables.Where(t => t.References.Any(r => planned.ContainsKey(r.Table)) || planned.ContainsKey(t.Name)))
        {
            var old = Guarded(() => Violations(before, table.Name)).ToHashSet();
            var fresh = Violations(Connection, table.Name).Where(v => !old.Contains(v)).ToList();
            failures.AddRange(fresh.GroupBy(v => v.Parent).Select(g => new ChangeFailure(ChangeRefusal.Reference, table.Name, [g.Key], g.Count())));
        }

        return Task.FromResult<IReadOnlyList<ChangeFailure>>(failures.Count > 0 ? failures : [new ChangeFailure(ChangeRefusal.Reference, planned.Keys.First(), [])]);
    }

    public Task<IReadOnlyList<RowEffect>> EffectsAsync(CancellationToken cancellationToken)
    {
        CompareCounts();
        var effects = new List<RowEffect>(unseen);
        foreach (var ((name, rowId), kind) in touched)
        {
            if (Schema.Find(name) is { } table && planned.GetValueOrDefault(name)?.Contains(rowId) != true)
                effects.Add(new RowEffect(name, kind, kind == EffectKind.Inserted && !over ? null : KeyOf(table, rowId)));
        }

        return Task.FromResult<IReadOnlyList<RowEffect>>(effects);
    }

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        Alive();
        Guarded(() => Execute(Connection, "COMMIT"));
        over = true;
        return Task.CompletedTask;
    }

    public Task RollBackAsync(CancellationToken cancellationToken)
    {
        CompareCounts();
        over = true;
        if (raw.sqlite3_get_autocommit(Connection.Handle!) == 0)
            Guarded(() => Execute(Connection, "ROLLBACK"));
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        raw.sqlite3_update_hook(Connection.Handle!, (delegate_update)null!, null!);
        await base.DisposeAsync();
    }

    private int Apply(SchemaTable table, SqliteStatement statement)
    {
        Alive();
        var (before, seen) = (raw.sqlite3_total_changes(Connection.Handle!), events);
        try
        {
            var changed = Run(statement, command => command.ExecuteNonQuery());
            // Rows of tables without row number are changed without a word: the difference to the engine's own count tells that there are some.
            // Where there is no such table, it is a full-text index that follows its table.
            var told = events - seen;
            var silent = raw.sqlite3_total_changes(Connection.Handle!) - before - (withoutRowId.Contains(table.Name) ? told + changed : told);
            for (var i = 0; withoutRowId.Count > 0 && i < silent; i++)
                unseen.Add(new RowEffect(table.Name, EffectKind.Changed, null));
            return changed;
        }
        catch (SourceException e) when (e.InnerException is SqliteException inner && SqliteFailures.RefusalOf(inner, table) is { } failure)
        {
            throw new ChangeException(failure, inner);
        }
    }

    /// <summary>What needs no trial: the key and generated columns cannot be written, and rows without key cannot be addressed.</summary>
    private static void Refuse(SchemaTable table, RowChange change)
    {
        if (table.Kind == TableKind.View || table.Key.Count == 0 || change.Keys.Any(k => !k.Complete))
            throw new ChangeException(new ChangeFailure(ChangeRefusal.Key, table.Name, []));
        var fixedColumns = (change.Set?.Keys ?? []).Where(c => table.Key.Contains(c) || table.Find(c) is { Generated: true }).ToList();
        if (fixedColumns.Count > 0)
            throw new ChangeException(new ChangeFailure(ChangeRefusal.Key, table.Name, fixedColumns, change.Keys.Count));
    }

    /// <summary>A trigger may roll the whole transaction back by itself; what came after would commit at once.</summary>
    private void Alive()
    {
        if (over || raw.sqlite3_get_autocommit(Connection.Handle!) != 0)
            throw new ChangeException(new ChangeFailure(ChangeRefusal.Trigger, planned.Keys.LastOrDefault() ?? "", []));
    }

    private void Watch(object user, int type, utf8z database, utf8z table, long rowId)
    {
        events++;
        var row = (table.utf8_to_string(), rowId);
        var kind = type switch
        {
            raw.SQLITE_INSERT => EffectKind.Inserted,
            raw.SQLITE_DELETE => EffectKind.Deleted,
            _ => EffectKind.Changed,
        };
        if (!counted.TryGetValue(row.Item1, out var count))
            counted[row.Item1] = count = new RowCount();
        count.Note(kind, rowId);
        touched[row] = touched.TryGetValue(row, out var first) && first == EffectKind.Inserted ? EffectKind.Inserted : kind;
    }

    /// <summary>
    /// A row that gives way to another with the same unique value (<c>OR REPLACE</c>) goes without a word, of the hook and of the engine's count.
    /// The tables themselves tell: they hold fewer rows than they should. Which ones are gone nobody can say.
    /// </summary>
    private void CompareCounts()
    {
        if (compared || over || raw.sqlite3_get_autocommit(Connection.Handle!) != 0)
            return;
        compared = true;
        if (counted.Count == 0 || Scalar(Connection, "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%REPLACE%'") is 0L)
            return;
        using var before = new SqliteConnection(Connection.ConnectionString);
        Guarded(() =>
        {
            before.Open();
            return 0;
        });
        foreach (var (name, rows) in counted)
        {
            if (Schema.Find(name) is not { } table || withoutRowId.Contains(name))
                continue;
            var count = "SELECT count(*) FROM " + SqliteStatement.Quote(name);
            var missing = (long)Guarded(() => Scalar(before, count))! + rows.Difference - (long)Scalar(Connection, count)!;
            // What gave way to a row of its own number is told with that row.
            if (missing > 0)
                missing -= rows.OverOthers.Chunk(1000).Sum(some => (long)Guarded(() => Scalar(before, $"{count} WHERE rowid IN ({string.Join(',', some.Select(r => r.ToString(CultureInfo.InvariantCulture)))})"))!);
            for (var i = 0; i < missing; i++)
                unseen.Add(new RowEffect(table.Name, EffectKind.Deleted, null));
        }
    }

    private RowKey? KeyOf(SchemaTable table, long rowId)
    {
        if (table.Key.Count == 0)
            return null;
        using var command = Connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", table.Key.Select(SqliteStatement.Quote))} FROM {SqliteStatement.Quote(table.Name)} WHERE rowid = @rowid";
        command.Parameters.AddWithValue("@rowid", rowId);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new RowKey([.. table.Key.Select((_, i) => reader.IsDBNull(i) ? null : reader.GetValue(i))]) : null;
    }

    private static List<long> ReadRowIds(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var rowIds = new List<long>();
        while (reader.Read())
            rowIds.Add(reader.GetInt64(0));
        return rowIds;
    }

    private static List<(string Parent, long RowId, long Reference)> Violations(SqliteConnection connection, string table) =>
        [.. SqliteSchemaReader.Rows(connection, "SELECT parent, rowid, fkid FROM pragma_foreign_key_check(@table)", ("@table", table)).Select(r => ((string)r[0]!, r[1] as long? ?? 0, (long)r[2]!))];

    private static int Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>What the hook told of a table's rows.</summary>
    private sealed class RowCount
    {
        private readonly HashSet<long> inserted = [];
        private readonly HashSet<long> gone = [];

        /// <summary>Rows that were added, without those that took the place of one that the transaction itself had added.</summary>
        public long Difference { get; private set; }

        /// <summary>Numbers at which a row was added without another having gone: one of before may have given way there.</summary>
        public HashSet<long> OverOthers { get; } = [];

        public void Note(EffectKind kind, long rowId)
        {
            if (kind == EffectKind.Deleted)
            {
                Difference--;
                inserted.Remove(rowId);
                gone.Add(rowId);
            }
            else if (kind == EffectKind.Inserted && inserted.Add(rowId))
            {
                Difference++;
                if (!gone.Contains(rowId))
                    OverOthers.Add(rowId);
            }
        }
    }
}
