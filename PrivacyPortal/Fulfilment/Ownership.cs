using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// Whose a row is, the row says, never the path to it (rule 1). Each row listens to what it says: its owners; without one its identity
/// values; else the rows that own it; else its innermost container. What it hears is settled over all rows at once, so that references in
/// circles end by themselves and the order in which rows were met changes nothing.
/// </summary>
internal sealed class Ownership(
    MapGraph graph,
    RowPool pool,
    IdentityBook book,
    Climb climb,
    Beginning beginning,
    IReadOnlyDictionary<RowRef, TickAnswer> ticks)
{
    private readonly Dictionary<Row, Content> contents = [];
    private readonly Dictionary<Row, LastRow> lastRows = [];
    private readonly Containers containers = new(graph);

    /// <summary>Rows that the DPO must tick.</summary>
    public Dictionary<Row, Doubt> Doubts { get; } = new(beginning.Unsure);

    /// <summary>Settles whose <paramref name="rows"/> are; their <see cref="Voice.Claim"/> tells afterwards.</summary>
    public async Task JudgeAsync(IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        var heard = new List<Row>();
        var open = rows.Where(r => r.Word == Word.Unheard).Distinct().ToList();
        while (open.Count > 0)
        {
            heard.AddRange(open);
            open = [.. (await HearAsync(open, cancellationToken)).Where(r => r.Word == Word.Unheard).Distinct()];
        }

        var voices = Voices.Unsettled(heard);
        Voices.Settle(voices);
        await DoubtAsync(heard, cancellationToken);
        Voices.Settle(voices);
        foreach (var voice in voices)
            voice.Settled = true;
    }

    /// <summary>Finds the word of each row, and returns the rows that it depends on.</summary>
    private async Task<List<Row>> HearAsync(List<Row> rows, CancellationToken cancellationToken)
    {
        await climb.LoadAsync(rows, cancellationToken);
        var next = new List<Row>();
        var silent = new List<Row>();
        foreach (var row in rows)
        {
            if (!HearItself(row, next))
                silent.Add(row);
        }

        silent = await HearIdentitiesAsync(silent, next, cancellationToken);
        silent = await HearOwningAsync(silent, next, cancellationToken);
        await HearContainersAsync(silent, next, cancellationToken);
        return next;
    }

    private bool HearItself(Row row, List<Row> next)
    {
        if (row.Table.Shared)
        {
            row.Word = Word.Nothing;
            return true;
        }

        if (ticks.TryGetValue(row.Ref, out var answer))
        {
            row.Word = Word.Ticked;
            row.Claim = answer switch
            {
                TickAnswer.Theirs => Claim.Subject,
                TickAnswer.NotTheirs => Claim.Another,
                TickAnswer.Both => Claim.Subject | Claim.Another,
            };
            return true;
        }

        if (beginning.Subject.Contains(row))
        {
            (row.Word, row.Claim) = (Word.Person, Claim.Subject);
            return true;
        }

        var owners = climb.Owners(row);
        if (row.Table.People)
        {
            row.Word = Word.Person;
            if (owners.Count == 0)
                row.Claim = beginning.Unsure.ContainsKey(row) ? Claim.Unsure : Claim.Another;
        }
        else if (owners.Count > 0)
        {
            row.Word = Word.Owner;
        }
        else
        {
            return false;
        }

        foreach (var owner in owners)
        {
            row.Hear(owner.Table.People || climb.Owners(owner).Count > 0 ? owner : LastRowOf(owner));
            next.Add(owner);
        }

        return true;
    }

    private async Task<List<Row>> HearIdentitiesAsync(List<Row> rows, List<Row> next, CancellationToken cancellationToken)
    {
        await book.LoadAsync(rows.SelectMany(r => book.On(r)).Select(o => o.Token), cancellationToken);
        var silent = new List<Row>();
        foreach (var row in rows)
        {
            var tokens = book.On(row).Select(o => o.Token).ToList();
            if (tokens.Count == 0)
            {
                silent.Add(row);
                continue;
            }

            row.Word = Word.Identity;
            var people = tokens.SelectMany(book.PeopleWith).Distinct().ToList();
            people.ForEach(row.Hear);
            next.AddRange(people);
            if (tokens.Any(t => book.Asked.Contains(t) && book.PeopleWith(t).Count == 0))
                row.Claim = Claim.Subject;
            else if (people.Count == 0)
                row.Claim = Claim.Another;
        }

        return silent;
    }

    private async Task<List<Row>> HearOwningAsync(List<Row> rows, List<Row> next, CancellationToken cancellationToken)
    {
        var silent = new List<Row>();
        var tables = RowPool.ByTable(rows).ToList();
        await pool.LoadAsync(tables.SelectMany(t => t.Key.InOf(ReferenceKind.Owns).Select(link => Lookup.Below(link, t.Rows))), cancellationToken);
        foreach (var (table, inTable) in tables)
        {
            var links = table.InOf(ReferenceKind.Owns).ToList();
            foreach (var row in inTable)
            {
                var owning = links.SelectMany(l => pool.Down(l, row)).Distinct().ToList();
                if (owning.Count == 0)
                {
                    silent.Add(row);
                    continue;
                }

                row.Word = Word.Owned;
                owning.ForEach(row.Hear);
                next.AddRange(owning);
            }
        }

        return silent;
    }

    private async Task HearContainersAsync(List<Row> rows, List<Row> next, CancellationToken cancellationToken)
    {
        await pool.LoadAsync(RowPool.ByTable(rows).SelectMany(t => t.Key.OutOf(ReferenceKind.PartOf).Select(link => Lookup.Above(link, t.Rows))), cancellationToken);
        var inside = rows.ToDictionary(r => r, r => containers.Innermost(r, pool));
        // A container that nothing else tells about is known by the rows in it.
        foreach (var row in rows.Where(r => inside[r].Count == 0 && r.Table.InOf(ReferenceKind.PartOf).Any()))
            inside[row] = [row];
        await OpenAsync(inside.Values.SelectMany(c => c), next, cancellationToken);
        foreach (var row in rows)
        {
            row.Word = inside[row].Count > 0 ? Word.Contained : Word.Nothing;
            inside[row].ForEach(c => row.Hear(contents[c]));
            next.AddRange(inside[row]);
        }
    }

    /// <summary>Reads the rows in the containers, and in those of them that are containers themselves.</summary>
    private async Task OpenAsync(IEnumerable<Row> rows, List<Row> next, CancellationToken cancellationToken)
    {
        var open = new List<Row>();
        foreach (var row in rows)
            ContentOf(row, open);
        while (open.Count > 0)
        {
            var level = open;
            open = [];
            var tables = RowPool.ByTable(level).ToList();
            await pool.LoadAsync(tables.SelectMany(t => t.Key.InOf(ReferenceKind.PartOf).Select(link => Lookup.Below(link, t.Rows))), cancellationToken);
            foreach (var (table, inTable) in tables)
            {
                foreach (var link in table.InOf(ReferenceKind.PartOf))
                {
                    var nests = link.From.InOf(ReferenceKind.PartOf).Any();
                    foreach (var row in inTable)
                    {
                        var content = contents[row];
                        content.Rows.AddRange(pool.Down(link, row));
                        if (nests)
                            content.Inner.AddRange(pool.Down(link, row).Select(r => ContentOf(r, open)));
                        next.AddRange(pool.Down(link, row));
                    }
                }
            }
        }
    }

    private Content ContentOf(Row row, List<Row> open)
    {
        if (!contents.TryGetValue(row, out var content))
        {
            contents[row] = content = new Content(row);
            open.Add(row);
        }

        return content;
    }

    private LastRow LastRowOf(Row row)
    {
        if (!lastRows.TryGetValue(row, out var last))
            lastRows[row] = last = new LastRow(row);
        return last;
    }

    /// <summary>
    /// Rows whose owner and identity values disagree, or that carry another's value beside the subject's, wait for the DPO (rule 2). A row
    /// owned by nobody's row as well as by the subject's is not theirs alone.
    /// </summary>
    private async Task DoubtAsync(List<Row> heard, CancellationToken cancellationToken)
    {
        foreach (var row in heard.Where(r => r.Word == Word.Owned && r.Claim != Claim.None && r.Hears.Any(o => o.Claim == Claim.None)))
            row.Claim |= Claim.Another;

        var owned = heard.Where(r => r.Word == Word.Owner && r.Table.Identities.Count > 0).ToList();
        // Of another's rows too: their values may stand on a person's row that belongs to the subject, whatever the request names.
        var tokens = owned.SelectMany(r => book.On(r)).Select(o => o.Token).ToHashSet();
        await book.LoadAsync(tokens, cancellationToken);
        await JudgePeopleAsync(tokens, cancellationToken);
        foreach (var row in owned)
        {
            var values = book.On(row).Select(o => o.Token).Where(tokens.Contains).Select(ClaimOf).ToList();
            var against = row.Claim == Claim.Subject ? values.Contains(Claim.Another) : (row.Claim & (Claim.Subject | Claim.Unsure)) == 0 && values.Contains(Claim.Subject);
            if (against)
                Wait(row, Doubt.IdentityAgainstOwner);
        }

        foreach (var row in heard.Where(r => r.Word == Word.Identity && (r.Claim & Claim.Subject) != 0))
        {
            var values = book.On(row).Select(o => o.Token).Distinct().ToList();
            var theirs = values.Where(t => (ClaimOf(t) & Claim.Subject) != 0).Select(t => t.Kind).ToHashSet();
            // Another's for certain; or a second value of a kind, of somebody unknown (sender and recipient of a message).
            if (values.Any(t => ClaimOf(t) == Claim.Another || (ClaimOf(t) == Claim.None && theirs.Contains(t.Kind))))
                Wait(row, Doubt.AnotherBeside);
        }
    }

    /// <summary>People who carry a value are judged like any row; they hear only people.</summary>
    private async Task JudgePeopleAsync(IEnumerable<Token> tokens, CancellationToken cancellationToken)
    {
        var people = tokens.SelectMany(book.PeopleWith).Where(r => r.Word == Word.Unheard).Distinct().ToList();
        if (people.Count > 0)
            await JudgeAsync(people, cancellationToken);
    }

    /// <summary>Whose a value is: of the people who carry it; of the subject if only the request names it; nobody's known otherwise.</summary>
    private Claim ClaimOf(Token token)
    {
        var people = book.PeopleWith(token);
        return people.Count > 0
            ? people.Aggregate(Claim.None, (claim, person) => claim | person.Claim)
            : book.Asked.Contains(token) ? Claim.Subject : Claim.None;
    }

    private void Wait(Row row, Doubt doubt)
    {
        Doubts.TryAdd(row, doubt);
        row.Claim |= Claim.Unsure;
    }
}
