using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>Which tables a search can reach from which kinds of identity (rule 8): told by the map alone, whatever is in the rows.</summary>
internal static class Reach
{
    public static IReadOnlyList<UnreachedTable> Unreached(MapGraph graph, IEnumerable<string> kinds)
    {
        var reached = From(graph, [.. kinds]);
        var all = graph.Tables.SelectMany(t => t.Identities).Select(i => i.Kind).Distinct(StringComparer.Ordinal).ToList();
        var reachOf = all.ToDictionary(k => k, k => From(graph, [k]));
        return [.. graph.Tables
            .Where(t => !t.Shared && !t.Ignored && !reached.Contains(t) && (t.People || t.Map.Fields.Any(f => f.Personal)))
            .Select(t => new UnreachedTable(t.Name, [.. all.Where(k => reachOf[k].Contains(t))]))];
    }

    public static HashSet<GraphTable> From(MapGraph graph, HashSet<string> kinds)
    {
        var reached = new HashSet<GraphTable>();
        var open = new Stack<GraphTable>();
        void Add(GraphTable table)
        {
            if (!table.Shared && reached.Add(table))
                open.Push(table);
        }

        // The rows with an identity, and the people they belong to.
        var climbed = new HashSet<GraphTable>();
        var climbing = new Stack<GraphTable>(graph.Tables.Where(t => t.Identities.Any(i => kinds.Contains(i.Kind))));
        while (climbing.TryPop(out var table))
        {
            if (!climbed.Add(table))
                continue;
            Add(table);
            foreach (var link in table.OutOf(ReferenceKind.OwnedBy))
                climbing.Push(link.To);
        }

        while (open.TryPop(out var table))
        {
            foreach (var link in table.In.Where(l => l.Kind is ReferenceKind.OwnedBy or ReferenceKind.PartOf))
                Add(link.From);
            foreach (var link in table.Out.Where(l => l.Kind is ReferenceKind.Owns or ReferenceKind.PartOf))
                Add(link.To);
        }

        return reached;
    }
}
