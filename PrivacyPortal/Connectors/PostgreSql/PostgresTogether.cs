using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>
/// Changes as they are sent in one round trip, in their order. Deletions from tables that point at each other in a circle go in one statement, at
/// the place of the last of them: the server judges references at a statement's end.
/// </summary>
internal sealed class PostgresTogether
{
    private readonly List<(NpgsqlBatchCommand Command, List<(int At, int Keys)> Changes)> statements = [];

    public IEnumerable<NpgsqlBatchCommand> Commands => statements.Select(s => s.Command);

    public static PostgresTogether Of(Func<string, PostgresTable> tableOf, IReadOnlyList<RowChange> changes)
    {
        var together = new PostgresTogether();
        var deletions = changes.Select((change, at) => (change, at, Table: tableOf(change.Table))).Where(c => c.change.Set is null).ToList();
        var circles = Circles([.. deletions.Select(d => d.Table.Described)]);
        for (var at = 0; at < changes.Count; at++)
        {
            var (change, table) = (changes[at], tableOf(changes[at].Table));
            if (change.Set is { } set)
            {
                together.Add(PostgresStatement.Update(table, set, change.Keys), [(at, change.Keys.Count)]);
                continue;
            }

            var circle = deletions.Where(d => circles[table.Name].Contains(d.Table.Name)).ToList();
            if (circle[^1].at == at)
                together.Add(PostgresStatement.Delete([.. circle.Select(d => (d.Table, d.change.Keys))]), [.. circle.Select(d => (d.at, d.change.Keys.Count))]);
        }

        return together;
    }

    /// <summary>What came of each of <paramref name="count"/> changes, once the commands were executed.</summary>
    public IReadOnlyList<AppliedChange> Applied(int count)
    {
        var applied = new AppliedChange[count];
        foreach (var (command, changes) in statements)
        {
            foreach (var (at, keys) in changes)
                applied[at] = new AppliedChange(changes.Count == 1 ? checked((int)command.Rows) : keys);
        }

        return applied;
    }

    private void Add(PostgresStatement statement, List<(int At, int Keys)> changes)
    {
        if (!statement.Nothing)
            statements.Add((statement.BatchCommand(), changes));
    }

    /// <summary>Of each table the tables that it reaches and that reach it, itself among them.</summary>
    private static Dictionary<string, HashSet<string>> Circles(IReadOnlyList<SchemaTable> tables)
    {
        var within = tables.DistinctBy(t => t.Name).ToDictionary(t => t.Name);
        var reached = within.Values.ToDictionary(t => t.Name, Reached);
        return within.Keys.ToDictionary(one => one, one => within.Keys.Where(other => other == one || (reached[one].Contains(other) && reached[other].Contains(one))).ToHashSet());

        HashSet<string> Reached(SchemaTable from)
        {
            var found = new HashSet<string>();
            var open = new Stack<SchemaTable>([from]);
            while (open.TryPop(out var table))
            {
                foreach (var reference in table.References.Where(r => within.ContainsKey(r.Table) && found.Add(r.Table)))
                    open.Push(within[reference.Table]);
            }

            return found;
        }
    }
}
