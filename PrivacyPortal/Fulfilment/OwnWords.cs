using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>Fields <c>of</c> a reference: whose they are, wherever they stand (a quoted passage is its author's).</summary>
internal sealed class OwnWords(MapGraph graph, RowPool pool, Ownership ownership)
{
    /// <summary>Of rows of one table: whose each such field is.</summary>
    public async Task<IReadOnlyList<OfField>> OfAsync(GraphTable table, IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var fields = new List<OfField>();
        foreach (var field in table.Map.Fields.Where(f => f.Of is not null))
        {
            var links = table.Out.Where(l => l.Reference.Name == field.Of).ToList();
            await pool.LoadAsync(links.Select(link => Lookup.Above(link, rows)), cancellationToken);
            var meant = rows.ToDictionary(r => r, r => links.SelectMany(l => pool.Up(l, r)).ToList());
            await ownership.JudgeAsync(meant.Values.SelectMany(m => m), cancellationToken);
            fields.AddRange(rows.GroupBy(r => (Owner: OwnerOf(meant[r]), Shown: ShownFor(meant[r])))
                .Select(g => new OfField(field.Name, g.Key.Owner, [.. g.Select(r => r.Key)], g.Key.Owner == OfOwner.Another ? g.Key.Shown : null)));
        }

        return fields;
    }

    /// <summary>Rows of others and of both that carry words of the subject's: those that point at a row of theirs.</summary>
    public async Task<IReadOnlyList<Quote>> InOthersRowsAsync(IEnumerable<Row> taken, CancellationToken cancellationToken)
    {
        var theirs = taken.Where(r => r.Verdict == Verdict.Subject).ToList();
        var quotes = new List<Quote>();
        foreach (var table in graph.Tables)
        {
            foreach (var field in table.Map.Fields.Where(f => f.Of is not null))
            {
                var quoting = new List<Row>();
                foreach (var link in table.Out.Where(l => l.Reference.Name == field.Of))
                {
                    var quoted = theirs.Where(r => r.Table == link.To).ToList();
                    await pool.LoadAsync([Lookup.Below(link, quoted)], cancellationToken);
                    quoting.AddRange(quoted.SelectMany(r => pool.Down(link, r)));
                }

                await ownership.JudgeAsync(quoting, cancellationToken);
                quotes.AddRange(quoting.Distinct()
                    .Where(r => r.Verdict != Verdict.Subject && (r.Claim & Claim.Unsure) == 0)
                    .GroupBy(r => r.Verdict)
                    .Select(g => new Quote(table.Name, g.Key, field.Name, [.. g.Select(r => r.Key)])));
            }
        }

        return quotes;
    }

    private static OfOwner OwnerOf(List<Row> meant)
    {
        var claim = meant.Aggregate(Claim.None, (c, r) => c | r.Claim);
        return claim switch
        {
            Claim.None => OfOwner.Row,
            Claim.Subject => OfOwner.Subject,
            _ => OfOwner.Another,
        };
    }

    private static string? ShownFor(List<Row> meant) => meant.Select(r => r.Table.Map.RoleLabel).FirstOrDefault(label => label is not null);
}
