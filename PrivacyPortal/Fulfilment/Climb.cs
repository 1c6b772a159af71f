using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// The climb from a row along its non-null <c>owned-by</c> references to whom it belongs: to people (and from a person's row to the people
/// row that it belongs to), else to the last row of the chain. Null and dangling references say nothing, and a chain that only runs in a
/// circle says nothing either.
/// </summary>
internal sealed class Climb(RowPool pool)
{
    /// <summary>Makes sure that everything above <paramref name="rows"/> is known.</summary>
    public async Task LoadAsync(IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        var level = rows.Where(r => r.Mark(RowMarks.Climbed)).ToList();
        while (level.Count > 0)
        {
            await pool.LoadAsync(RowPool.ByTable(level).SelectMany(t => t.Key.OutOf(ReferenceKind.OwnedBy).Select(link => Lookup.Above(link, t.Rows))), cancellationToken);
            level = [.. level.SelectMany(Pointed).Where(r => r.Mark(RowMarks.Climbed))];
        }
    }

    /// <summary>The rows that say whose a row is by <c>owned-by</c>; none where that leads nowhere.</summary>
    public IReadOnlyList<Row> Owners(Row row) => [.. Pointed(row).Where(owner => Ends(owner).Count > 0).Distinct()];

    /// <summary>Where the climb from a row ends; the row itself where it points nowhere.</summary>
    public IReadOnlyCollection<Row> Ends(Row row)
    {
        if (row.Ends is { } known)
            return known;
        // Straight up while each row points at one: long chains (replies to replies) are climbed once, not once per row.
        var path = new List<Row>();
        var onPath = new HashSet<Row>();
        var at = row;
        IReadOnlyCollection<Row> found;
        while (true)
        {
            path.Add(at);
            var above = onPath.Add(at) ? Pointed(at).ToList() : [];
            if (path.Count > onPath.Count)
                found = [];
            else if (above.Count == 0)
                found = [at];
            else if (above.Count > 1)
                found = Branching(at);
            else if ((at = above[0]).Ends is { } further)
                found = further;
            else
                continue;
            break;
        }

        foreach (var step in path)
            step.Ends = found;
        return found;
    }

    private HashSet<Row> Branching(Row row)
    {
        var found = new HashSet<Row>();
        var seen = new HashSet<Row> { row };
        var open = new Stack<Row>([row]);
        while (open.TryPop(out var at))
        {
            var above = Pointed(at).ToList();
            if (above.Count == 0)
                found.Add(at);
            foreach (var next in above.Where(seen.Add))
                open.Push(next);
        }

        return found;
    }

    /// <summary>The person or persons that a person's row stands for.</summary>
    public IEnumerable<Row> Top(Row person) => Ends(person) is { Count: > 0 } tops ? tops : [person];

    /// <summary>Whether the last row of a chain tells by something else whose it is.</summary>
    public static bool HasVoiceOfItsOwn(Row last) =>
        last.Table.InOf(ReferenceKind.Owns).Any() || last.Table.OutOf(ReferenceKind.PartOf).Any() || last.Table.InOf(ReferenceKind.PartOf).Any();

    private IEnumerable<Row> Pointed(Row row)
    {
        foreach (var link in row.Table.OutOf(ReferenceKind.OwnedBy))
        {
            // A person's row belongs to another row only if that one is a person's too.
            if (row.Table.People && !link.To.People)
                continue;
            foreach (var owner in pool.Up(link, row))
                yield return owner;
        }
    }
}
