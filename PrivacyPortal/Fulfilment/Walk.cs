using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// The search for everything of one subject in one source: from the rows with their identities down to what
/// belongs to them, each row judged by what it says itself. It ends when nothing new is found.
/// </summary>
internal sealed class Walk
{
    private readonly MapGraph graph;
    private readonly RowPool pool;
    private readonly IdentityBook book;
    private readonly Beginning beginning;
    private readonly Ownership ownership;
    private readonly List<Row> taken = [];
    private readonly List<Row> context = [];
    private readonly List<Row> others = [];

    private readonly bool withContext;

    private Walk(MapGraph graph, RowPool pool, IdentityBook book, Beginning beginning, Ownership ownership, bool withContext) =>
        (this.graph, this.pool, this.book, this.beginning, this.ownership, this.withContext) = (graph, pool, book, beginning, ownership, withContext);

    /// <summary>Rows of the subject's and of both's, in the order found.</summary>
    public IReadOnlyList<Row> Taken => taken;

    public MapGraph Graph => graph;

    public RowPool Pool => pool;

    /// <summary>Walks to the end.</summary>
    /// <param name="withContext">Also reads the shared rows that the subject's mention, for the answer to show.</param>
    public static async Task<Walk> RunAsync(SourceMap map, ISourceReader reader, WalkRequest request, bool withContext, CancellationToken cancellationToken)
    {
        var ticks = new Dictionary<RowRef, TickAnswer>();
        foreach (var tick in request.Ticks)
            ticks[tick.Row] = tick.Answer;
        var walk = await BeginAsync([]);
        // Where a reference's kind depends on the kind of subject, the start is made again with the kinds that hold for this one.
        if (walk.beginning.PeopleTables is { Count: > 0 } kinds && map.Tables.Any(t => t.References.Any(r => r.Targets.Any(x => x.KindForSubject.Count > 0))))
            walk = await BeginAsync(kinds);
        await walk.FollowAsync(cancellationToken);
        return walk;

        async Task<Walk> BeginAsync(IReadOnlyList<string> subjectTables)
        {
            var graph = new MapGraph(map, reader.Schema, subjectTables);
            var pool = new RowPool(reader, graph);
            var book = new IdentityBook(graph, pool, request.Identities);
            var climb = new Climb(pool);
            var beginning = new Beginning(graph, book, climb, ticks);
            await beginning.FindAsync(cancellationToken);
            return new Walk(graph, pool, book, beginning, new Ownership(graph, pool, book, climb, beginning, ticks), withContext);
        }
    }

    /// <summary>Whose rows are, by the same rules, however they came to be asked about (those that a trigger would change). Rows that are gone are left out.</summary>
    public async Task<Dictionary<RowRef, Claim>> ClaimsAsync(IEnumerable<(string Table, IReadOnlyCollection<RowKey> Keys)> asked, CancellationToken cancellationToken)
    {
        var rows = await pool.ReadAsync(asked, cancellationToken);
        await ownership.JudgeAsync(rows, cancellationToken);
        return rows.DistinctBy(r => r.Ref).ToDictionary(r => r.Ref, r => r.Claim);
    }

    public async Task<WalkResult> ResultAsync(CancellationToken cancellationToken)
    {
        var words = new OwnWords(graph, pool, ownership);
        var findings = new List<Finding>();
        foreach (var group in taken.GroupBy(r => (r.Table, Verdict: r.Verdict!.Value)).OrderBy(g => g.Key.Verdict))
        {
            findings.Add(new Finding(
                group.Key.Table.Name,
                group.Key.Verdict,
                [.. group.Select(r => r.Key)],
                group.First().Path())
            {
                Of = await words.OfAsync(group.Key.Table, [.. group], cancellationToken),
            });
        }

        foreach (var group in context.GroupBy(r => r.Table))
            findings.Add(new Finding(group.Key.Name, Verdict.Context, [.. group.Select(r => r.Key)], group.First().Path()));

        return new WalkResult
        {
            MapVersion = graph.Map.Version,
            Findings = findings,
            Quotes = await words.InOthersRowsAsync(taken, cancellationToken),
            ThirdParties = [.. others.GroupBy(r => r.Table.Name).Select(g => new ThirdPartyCount(g.Key, g.Count()))],
            Ambiguities = [.. ownership.Doubts.Select(d => new Ambiguity(d.Key.Ref, d.Value, [.. book.On(d.Key).Select(o => new Identity(o.Token.Kind, CellText.Of(d.Key.Values[o.Field.Ordinal])))]))],
            Proposals = Proposals(),
            Unreached = Reach.Unreached(graph, book.Asked.Select(t => t.Kind)),
            Hidden = [.. graph.Tables.Where(t => !t.Shared && !t.Ignored && t.Schema.RowsHidden).Select(t => t.Name)],
            Uncastables = [.. pool.Uncastables],
        };
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var frontier = await JudgeNewAsync(beginning.Start, mentioned: false, cancellationToken);
        while (frontier.Count > 0)
        {
            var (met, mentioned) = (new List<Row>(), new List<Row>());
            List<Lookup> lookups = [.. RowPool.ByTable(frontier).SelectMany(t => From(t.Key, t.Rows))];
            await pool.LoadAsync(lookups, cancellationToken);
            foreach (var lookup in lookups)
                Meet(lookup, lookup.Link.Kind == ReferenceKind.Mentions ? mentioned : met);
            await ThroughAsync(frontier, met, cancellationToken);

            frontier = await JudgeNewAsync(met, mentioned: false, cancellationToken);
            frontier.AddRange(await JudgeNewAsync(mentioned, mentioned: true, cancellationToken));
        }
    }

    /// <summary>Judges rows not judged before: theirs and both's are taken and followed, another's counted, nobody's shown if it is mentioned.</summary>
    private async Task<List<Row>> JudgeNewAsync(IEnumerable<Row> rows, bool mentioned, CancellationToken cancellationToken)
    {
        // Nobody's row can be met in a container first and be mentioned later: it is context from then on.
        var fresh = rows.Where(r => !r.Has(RowMarks.Judged)).Distinct().ToList();
        await ownership.JudgeAsync(fresh, cancellationToken);
        var next = new List<Row>();
        foreach (var row in fresh)
        {
            if (row.Verdict is not null)
                next.Add(row);
            else if (row.Claim == Claim.Another)
                others.Add(row);
            else if (row.Claim == Claim.None && mentioned)
                context.Add(row);
            if (row.Claim != Claim.None || mentioned)
                row.Mark(RowMarks.Judged);
        }

        taken.AddRange(next);
        return next;
    }

    /// <summary>Where the walk goes from rows that it took.</summary>
    private IEnumerable<Lookup> From(GraphTable table, List<Row> rows) =>
    [
        .. table.In.Where(l => l.Kind is ReferenceKind.OwnedBy or ReferenceKind.PartOf).Select(l => Lookup.Below(l, rows)),
        .. table.OutOf(ReferenceKind.Owns).Select(l => Lookup.Above(l, rows)),
        // A shared row is nobody's whatever mentions it: who erases need not look.
        .. table.OutOf(ReferenceKind.Mentions).Where(l => withContext || !l.To.Shared).Select(l => Lookup.Above(l, rows)),
    ];

    private void Meet(Lookup lookup, List<Row> met)
    {
        var link = lookup.Link;
        var step = lookup.Down ? $"{link.From.Name}.{link.Reference.Name}" : link.To.Name;
        foreach (var from in lookup.Rows)
        {
            foreach (var row in lookup.Down ? pool.Down(link, from) : pool.Up(link, from))
            {
                row.Meet(from, step);
                met.Add(row);
            }
        }
    }

    /// <summary>Through each container, and those around it, to its other rows, whosever the container itself is.</summary>
    private async Task ThroughAsync(List<Row> rows, List<Row> met, CancellationToken cancellationToken)
    {
        var inside = rows;
        while (inside.Count > 0)
        {
            List<Lookup> containers = [.. RowPool.ByTable(inside).SelectMany(t => t.Key.OutOf(ReferenceKind.PartOf).Select(link => Lookup.Above(link, t.Rows)))];
            await pool.LoadAsync(containers, cancellationToken);
            foreach (var lookup in containers)
                Meet(lookup, met);
            inside = [.. containers.SelectMany(c => c.Rows.SelectMany(r => pool.Up(c.Link, r))).Where(r => r.Mark(RowMarks.Opened))];

            List<Lookup> contents = [.. RowPool.ByTable(inside).SelectMany(t => t.Key.InOf(ReferenceKind.PartOf).Select(link => Lookup.Below(link, t.Rows)))];
            await pool.LoadAsync(contents, cancellationToken);
            foreach (var lookup in contents)
                Meet(lookup, met);
        }
    }

    /// <summary>Identities that their rows carry and nobody asked for (rule 7). What stands in rows that only a container makes theirs may be anybody's.</summary>
    private List<Proposal> Proposals() =>
        [.. taken.Where(r => r is { Verdict: Verdict.Subject, HasOwnWord: true, Table.Identities.Count: > 0 })
            .SelectMany(r => book.On(r).Where(o => !book.Asked.Contains(o.Token)).Select(o => (o.Token, o.Field, Value: CellText.Of(r.Values[o.Field.Ordinal]))))
            .DistinctBy(p => p.Token)
            .Select(p => new Proposal(new Identity(p.Token.Kind, p.Value), p.Field.Table.Name, p.Field.Field.Name))];
}
