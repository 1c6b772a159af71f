namespace PrivacyPortal.Fulfilment;

/// <summary>
/// Which rows to be deleted stay as shells: those that anything outside the deletions points at, and then those that such a shell points at,
/// because a shell's links remain.
/// </summary>
internal static class Shells
{
    /// <returns>Each row that must stay, with the tables that point at it.</returns>
    public static async Task<Dictionary<Row, SortedSet<string>>> FindAsync(RowPool pool, IReadOnlyCollection<Row> deletions, CancellationToken cancellationToken)
    {
        await pool.LoadAsync(RowPool.ByTable(deletions).SelectMany(t => t.Key.In.Select(link => Lookup.Below(link, t.Rows))), cancellationToken);

        var going = deletions.ToHashSet();
        bool StaysPointed(GraphLink link, Row row) => pool.Down(link, row).Any(r => r != row && !going.Contains(r));
        var open = new Queue<Row>(deletions);
        while (open.TryDequeue(out var row))
        {
            if (!going.Contains(row) || !row.Table.In.Any(link => StaysPointed(link, row)))
                continue;
            going.Remove(row);
            foreach (var next in row.Table.Out.SelectMany(link => pool.Up(link, row)))
                open.Enqueue(next);
        }

        // Only now is it known of every row whether it stays.
        return deletions.Where(r => !going.Contains(r)).Distinct().ToDictionary(
            r => r,
            r => new SortedSet<string>(r.Table.In.Where(link => StaysPointed(link, r)).Select(link => link.From.Name), StringComparer.Ordinal));
    }
}
