using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// Where a walk starts (rule 2): the rows with an identity of the request and the people they belong to. A person found only by a value that
/// another person of the same table carries too, beside another's value, or on a row that belongs to several who may be meant, is not taken
/// before the DPO ticks whose it is.
/// </summary>
internal sealed class Beginning(MapGraph graph, IdentityBook book, Climb climb, IReadOnlyDictionary<RowRef, TickAnswer> ticks)
{
    private readonly Dictionary<Row, HashSet<Token>> evidence = [];
    private readonly List<(Token Token, IReadOnlyList<Row> Owners)> several = [];

    /// <summary>The rows that stand for the subject: people, and the last rows of chains that lead to no people.</summary>
    public HashSet<Row> Subject { get; } = [];

    /// <summary>People who may be the subject.</summary>
    public Dictionary<Row, Doubt> Unsure { get; } = [];

    /// <summary>Every row that carries an identity of the request, and the people they belong to.</summary>
    public HashSet<Row> Start { get; } = [];

    /// <summary>The people tables that the subject stands in.</summary>
    public IReadOnlyList<string> PeopleTables => [.. Subject.Where(r => r.Table.People).Select(r => r.Table.Name).Distinct()];

    public async Task FindAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<Row, HashSet<Token>>();
        foreach (var field in graph.Tables.Where(t => !t.Shared).SelectMany(t => t.Identities))
        {
            foreach (var row in await book.FindAsync(field, book.Asked, cancellationToken))
            {
                Start.Add(row);
                row.Meet(null, $"{field.Table.Name}.{field.Field.Name}");
                foreach (var (_, token) in book.On(row).Where(o => o.Field == field && book.Asked.Contains(o.Token)))
                    Note(found, row, token);
            }
        }

        await book.LoadAsync(book.Asked, cancellationToken);
        await climb.LoadAsync(found.Keys.Concat(book.Asked.SelectMany(book.PeopleWith)), cancellationToken);
        foreach (var (row, tokens) in found.Where(f => f.Key.Table.People))
        {
            foreach (var token in tokens)
                Lead(token, [.. climb.Top(row)]);
        }

        foreach (var (row, tokens) in found.Where(f => !f.Key.Table.People && !ticks.ContainsKey(f.Key.Ref)))
        {
            foreach (var token in tokens)
                Lead(token, [.. climb.Ends(row).Where(end => end != row && Agrees(end, token))]);
        }

        await DoubtAsync(Undecided(), cancellationToken);
        Start.UnionWith(Subject);
        foreach (var row in Subject)
            row.Meet(null, row.Table.Name);
    }

    /// <summary>An owner without identity of that kind may be the one; one with another value, or while the value stands on people's rows, is not.</summary>
    private bool Agrees(Row end, Token token) =>
        (end.Table.People || !Climb.HasVoiceOfItsOwn(end))
        && book.PeopleWith(token).Count == 0
        && book.On(end).All(o => o.Token.Kind != token.Kind || o.Token == token);

    /// <summary>A value leads to the one whom its row belongs to. It is one person's: of several owners it tells nothing yet.</summary>
    private void Lead(Token token, IReadOnlyList<Row> owners)
    {
        if (owners.Count == 1)
            Note(evidence, owners[0], token);
        else if (owners.Count > 1)
            several.Add((token, owners));
    }

    /// <summary>Owners of rows with an identity of the request, where nothing else tells which of them it names.</summary>
    private HashSet<Row> Undecided()
    {
        bool IsKnown(Row row) => ticks.TryGetValue(row.Ref, out var answer) ? answer == TickAnswer.Theirs : evidence.ContainsKey(row);
        var open = several.Select(s => (s.Token, s.Owners, Known: s.Owners.Any(IsKnown))).ToList();
        var undecided = new HashSet<Row>();
        foreach (var (token, owner) in open.SelectMany(s => s.Owners.Where(o => !s.Known || ticks.ContainsKey(o.Ref)).Select(o => (s.Token, o))))
        {
            Note(evidence, owner, token);
            undecided.Add(owner);
        }

        return undecided;
    }

    private async Task DoubtAsync(HashSet<Row> undecided, CancellationToken cancellationToken)
    {
        var shared = evidence.Where(e => e.Key.Table.People)
            .SelectMany(e => e.Value.Select(token => (token, e.Key)))
            .GroupBy(e => (e.token, e.Key.Table.Name))
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet();
        foreach (var (row, tokens) in evidence)
        {
            if (ticks.TryGetValue(row.Ref, out var answer))
            {
                if (answer == TickAnswer.Theirs)
                    Subject.Add(row);
            }
            else if (undecided.Contains(row))
            {
                Unsure[row] = Doubt.SeveralOwners;
            }
            else if (tokens.Count > 0)
            {
                if (tokens.All(t => shared.Contains((t, row.Table.Name))))
                    Unsure[row] = Doubt.SharedValue;
                else
                    Subject.Add(row);
            }
        }

        // Two values of one kind on a person's row, of which another person's row carries the second: perhaps it is that one's row.
        foreach (var person in Subject.Where(p => p.Table.People && !ticks.ContainsKey(p.Ref)).ToList())
        {
            var kinds = evidence[person].Select(t => t.Kind).ToHashSet();
            var beside = book.On(person).Select(o => o.Token).Where(t => kinds.Contains(t.Kind) && !book.Asked.Contains(t)).ToList();
            await book.LoadAsync(beside, cancellationToken);
            var others = beside.SelectMany(book.PeopleWith).Where(r => r != person).ToList();
            await climb.LoadAsync(others, cancellationToken);
            if (others.SelectMany(climb.Top).Any(top => top != person && !Subject.Contains(top)))
            {
                Subject.Remove(person);
                Unsure[person] = Doubt.AnotherBeside;
            }
        }
    }

    private static void Note(Dictionary<Row, HashSet<Token>> notes, Row row, IEnumerable<Token> tokens)
    {
        if (!notes.TryGetValue(row, out var known))
            notes[row] = known = [];
        known.UnionWith(tokens);
    }

    private static void Note(Dictionary<Row, HashSet<Token>> notes, Row row, Token token) => Note(notes, row, [token]);
}
