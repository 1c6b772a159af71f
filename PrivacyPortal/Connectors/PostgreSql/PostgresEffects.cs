using System.Runtime.CompilerServices;
using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>
/// What triggers, cascades and rules do beside the plan. The server counts every row that a transaction inserts, changes and deletes, by
/// table: what is more than the plan's own was somebody else. Only then are those rows named, by comparing the table as the transaction
/// sees it with the table as everybody else does. What cannot be named is told without a key.
/// </summary>
/// <param name="outsider">A connection that sees the database as everybody else does.</param>
internal sealed class PostgresEffects(NpgsqlConnection inside, PostgresCatalog catalog, Func<CancellationToken, Task<NpgsqlConnection>> outsider)
{
    /// <summary>Rows inserted, changed and deleted, by table; those of partitions by the table they are of.</summary>
    public const string Counts = """
        SELECT coalesce(pg_partition_root(oid), oid)::oid::int8, oid::regclass::text, inserted, updated, deleted
        FROM (SELECT oid, pg_stat_get_xact_tuples_inserted(oid) inserted, pg_stat_get_xact_tuples_updated(oid) updated, pg_stat_get_xact_tuples_deleted(oid) deleted
          FROM pg_class WHERE oid >= 16384 AND relkind = 'r') c
        WHERE inserted + updated + deleted > 0
        """;

    /// <summary>The number below which every transaction had begun before this one, and whether the server counts.</summary>
    public const string Start = "SELECT (txid_snapshot_xmax(txid_current_snapshot()) % 4294967296)::text, current_setting('track_counts'); " + Counts;

    /// <summary>Keys that are read and compared together.</summary>
    private const int Batch = 8192;

    private const string Idle = "idle_in_transaction_session_timeout";

    private readonly Dictionary<string, HashSet<RowKey>> planned = [];
    private readonly Dictionary<string, HashSet<RowKey>> deleted = [];
    private readonly Dictionary<string, long> updated = [];
    private Dictionary<long, (string Name, Count Count)> before = [];
    private Dictionary<long, (string Name, Count Count)> now = [];
    private string horizon = "0";
    private string pause = "";

    /// <param name="reader">Where the answer to <see cref="Start"/> begins.</param>
    public async Task StartAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        horizon = reader.GetString(0);
        // Without its counts nobody could say what a trigger does.
        if (reader.GetString(1) != "on")
            throw new SourceException(SourceFailure.PermissionDenied, subject: "track_counts");
        await reader.NextResultAsync(cancellationToken);
        // What the session did before may not have been reported yet.
        now = before = await ReadCountsAsync(reader, cancellationToken);
    }

    public void Plan(PostgresTable table, RowChange change)
    {
        Of(planned, table).UnionWith(change.Keys);
        if (change.Set is null)
            Of(deleted, table).UnionWith(change.Keys);
    }

    public void Updated(PostgresTable table, int rows) => updated[table.Name] = updated.GetValueOrDefault(table.Name) + rows;

    /// <summary>Reads the counts that come last in a batch of which the change succeeded.</summary>
    public async Task NoteAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        // Only the counts have columns.
        while (reader.FieldCount < 5 && await reader.NextResultAsync(cancellationToken))
        {
        }

        now = await ReadCountsAsync(reader, cancellationToken);
    }

    /// <summary>After a change was taken back: the server counts what was tried, too.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Counts, inside);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tried = await ReadCountsAsync(reader, cancellationToken);
        before = tried.ToDictionary(t => t.Key, t => (t.Value.Name, before.GetValueOrDefault(t.Key).Count + t.Value.Count - now.GetValueOrDefault(t.Key).Count));
        now = tried;
    }

    public async Task<IReadOnlyList<RowEffect>> ReadAsync(CancellationToken cancellationToken)
    {
        var effects = new List<RowEffect>();
        NpgsqlConnection? outside = null;
        try
        {
            foreach (var (oid, (name, count)) in now)
            {
                var more = count - before.GetValueOrDefault(oid).Count;
                var table = catalog.Find(oid);
                if (table is not null)
                    more -= new Count(0, updated.GetValueOrDefault(table.Name), Of(deleted, table).Count);
                void Add(EffectKind kind, long rows, RowKey? key = null)
                {
                    for (var i = 0; i < rows; i++)
                        effects.Add(new RowEffect(table?.Name ?? name, kind, key));
                }

                Add(EffectKind.Inserted, more.Inserted);
                if (more is { Updated: <= 0, Deleted: <= 0 })
                    continue;
                if (table is null || table.Described.Unreadable || table.Described.Key.Count == 0)
                {
                    Add(EffectKind.Changed, more.Updated);
                    Add(EffectKind.Deleted, more.Deleted);
                    continue;
                }

                if (outside is null)
                {
                    outside = await outsider(cancellationToken);
                    // Whoever looks from outside may read a huge table; inside nothing happens meanwhile.
                    await PauseAsync("current_setting('statement_timeout')", cancellationToken);
                }

                foreach (var key in more.Updated > 0 ? await ChangedAsync(table, outside, cancellationToken) : [])
                    Add(EffectKind.Changed, 1, key);
                if (more.Deleted > 0)
                {
                    var gone = await DeletedAsync(table, more.Deleted, outside, cancellationToken);
                    foreach (var key in gone)
                        Add(EffectKind.Deleted, 1, key);
                    Add(EffectKind.Deleted, more.Deleted - gone.Count);
                }
            }

            if (outside is not null)
                await PauseAsync($"'{pause}'", cancellationToken);
        }
        finally
        {
            if (outside is not null)
                await outside.DisposeAsync();
        }

        return effects;
    }

    /// <summary>How long the server lets the transaction stand still.</summary>
    private async Task PauseAsync(string limit, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT current_setting('{Idle}'), set_config('{Idle}', {limit}, true)", inside);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        pause = reader.GetString(0);
    }

    /// <summary>Rows whose version is the transaction's own, that were there before, and that the plan does not name.</summary>
    private async Task<List<RowKey>> ChangedAsync(PostgresTable table, NpgsqlConnection outside, CancellationToken cancellationToken)
    {
        var changed = new List<RowKey>();
        await foreach (var fresh in KeysAsync(inside, table, $"age(t.xmin) <= age('{horizon}'::xid)", cancellationToken))
        {
            fresh.ExceptWith(Of(planned, table));
            changed.AddRange(await ExistingAsync(outside, table, fresh, cancellationToken));
        }

        return changed;
    }

    /// <summary>Rows that others still see, marked by somebody who has not ended, and that the transaction sees no more.</summary>
    private async Task<List<RowKey>> DeletedAsync(PostgresTable table, long expected, NpgsqlConnection outside, CancellationToken cancellationToken)
    {
        // A mark of several who lock a row has a number of its own kind: only if rows are missing is every mark looked at. Those can be very many.
        foreach (var marked in new[] { $"t.xmax <> '0' AND age(t.xmax) <= age('{horizon}'::xid)", "t.xmax <> '0'" })
        {
            var gone = new List<RowKey>();
            await foreach (var candidates in KeysAsync(outside, table, marked, cancellationToken))
            {
                candidates.ExceptWith(Of(deleted, table));
                candidates.ExceptWith(await ExistingAsync(inside, table, candidates, cancellationToken));
                gone.AddRange(candidates);
            }

            if (gone.Count >= expected)
                return gone;
        }

        return [];
    }

    private static async Task<HashSet<RowKey>> ExistingAsync(NpgsqlConnection connection, PostgresTable table, HashSet<RowKey> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return [];
        List<ColumnPath> key = [.. table.Described.Key.Select(k => new ColumnPath(k))];
        var query = new RowQuery(table.Name, key) { By = key, Values = keys };
        var statement = PostgresStatement.Select(table, query, PostgresMatch.Of(table, query, [], unicode: false), [.. keys]);
        await using var command = statement.Command(connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadKeysAsync(reader, table, cancellationToken);
    }

    /// <summary>The keys of rows that meet a condition, batch by batch.</summary>
    private static async IAsyncEnumerable<HashSet<RowKey>> KeysAsync(NpgsqlConnection connection, PostgresTable table, string condition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fetched = table.Described.Key.Select(k => PostgresTypes.Fetched(table.Column(k)));
        await using var command = new NpgsqlCommand($"SELECT {string.Join(", ", fetched)} FROM {table.Sql} AS t WHERE {condition}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        bool full;
        do
        {
            var keys = await ReadKeysAsync(reader, table, cancellationToken);
            full = keys.Count == Batch;
            yield return keys;
        }
        while (full);
    }

    private static async Task<HashSet<RowKey>> ReadKeysAsync(NpgsqlDataReader reader, PostgresTable table, CancellationToken cancellationToken)
    {
        var keys = new HashSet<RowKey>();
        var forms = table.Described.Key.Select(k => table.Column(k).Form).ToArray();
        while (keys.Count < Batch && await reader.ReadAsync(cancellationToken))
            keys.Add(new RowKey([.. forms.Select((f, i) => PostgresTypes.Value(reader, i, f))]));
        return keys;
    }

    private static async Task<Dictionary<long, (string Name, Count Count)>> ReadCountsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<long, (string Name, Count Count)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var oid = reader.GetInt64(0);
            counts[oid] = (reader.GetString(1), counts.GetValueOrDefault(oid).Count + new Count(reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return counts;
    }

    private static HashSet<RowKey> Of(Dictionary<string, HashSet<RowKey>> keys, PostgresTable table)
    {
        if (!keys.TryGetValue(table.Name, out var known))
            keys[table.Name] = known = [];
        return known;
    }

    private readonly record struct Count(long Inserted, long Updated, long Deleted)
    {
        public static Count operator +(Count a, Count b) => new(a.Inserted + b.Inserted, a.Updated + b.Updated, a.Deleted + b.Deleted);

        public static Count operator -(Count a, Count b) => new(a.Inserted - b.Inserted, a.Updated - b.Updated, a.Deleted - b.Deleted);
    }
}
