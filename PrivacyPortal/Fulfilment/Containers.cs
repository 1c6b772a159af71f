using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>Which container is inside which: a message sits in its conversation, so what sits in both is told by the message.</summary>
internal sealed class Containers
{
    private readonly Dictionary<GraphTable, HashSet<GraphTable>> around = [];

    public Containers(MapGraph graph)
    {
        foreach (var table in graph.Tables)
        {
            var found = around[table] = [];
            var open = new Stack<GraphTable>([table]);
            while (open.TryPop(out var at))
            {
                foreach (var outer in at.OutOf(ReferenceKind.PartOf).Select(l => l.To).Where(found.Add))
                    open.Push(outer);
            }
        }
    }

    /// <summary>The containers that a row sits in directly, without those around another of them.</summary>
    public List<Row> Innermost(Row row, RowPool pool)
    {
        var all = row.Table.OutOf(ReferenceKind.PartOf).SelectMany(l => pool.Up(l, row)).Distinct().ToList();
        return all.Count < 2
            ? all
            : [.. all.Where(c => !all.Any(other => other.Table != c.Table && around[other.Table].Contains(c.Table) && !around[c.Table].Contains(other.Table)))];
    }
}
