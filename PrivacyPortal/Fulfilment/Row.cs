using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>What is known of whose something is, seen from the subject. Several can hold at once.</summary>
[Flags]
internal enum Claim
{
    None = 0,
    Subject = 1,
    Another = 2,

    /// <summary>A person must say: until then nothing is taken.</summary>
    Unsure = 4,
}

/// <summary>The reason by which a row says whose it is.</summary>
internal enum Word
{
    Unheard,
    Ticked,
    Person,
    Owner,
    Identity,

    /// <summary>What it is part of says it: the rows that own it.</summary>
    Owned,

    /// <summary>Only its container says it, or, of a container, the rows in it.</summary>
    Contained,
    Nothing,
}

/// <summary>Something that says whose it is, by itself or by what it listens to.</summary>
internal class Voice
{
    public Claim Claim { get; set; }

    public List<Voice> Hears { get; } = [];

    public bool Settled { get; set; }

    /// <summary>What it claims now, from what it hears.</summary>
    public virtual Claim Listen()
    {
        var claim = Claim;
        foreach (var voice in Hears)
            claim |= voice.Claim;
        return claim;
    }
}

/// <summary>One row as the walk knows it: its key and the few values that link it; never the whole row.</summary>
internal sealed class Row(GraphTable table, RowKey key, object?[] values) : Voice
{
    public GraphTable Table { get; } = table;

    public RowKey Key { get; } = key;

    public object?[] Values { get; } = values;

    public Word Word { get; set; }

    /// <summary>How it was met, for the finding's path.</summary>
    public (Row? From, string Step)? Met { get; set; }

    public bool HasOwnWord => Word is Word.Ticked or Word.Person or Word.Owner or Word.Identity or Word.Owned;

    public RowRef Ref => new(Table.Name, Key);

    public Verdict? Verdict => Claim switch
    {
        Claim.Subject => Fulfilment.Verdict.Subject,
        Claim.Subject | Claim.Another => Fulfilment.Verdict.Both,
        _ => null,
    };

    public string Path()
    {
        var steps = new Stack<string>();
        for (var at = Met; at is { } met && steps.Count < 12; at = met.From?.Met)
            steps.Push(met.Step);
        return string.Join(" → ", steps);
    }
}

/// <summary>The end of a chain of owners, heard by the rows that it owns: where it says nothing itself, it stands for a person.</summary>
internal sealed class LastRow(Row row) : Voice
{
    public override Claim Listen() => row.Word == Word.Nothing ? Claim.Another : row.Claim;
}

/// <summary>What a container says to the rows in it that have no word of their own: its own owner, and the owners of the rows in it.</summary>
internal sealed class Content(Row container) : Voice
{
    public List<Row> Rows { get; } = [];

    public List<Content> Inner { get; } = [];

    public override Claim Listen()
    {
        var claim = container.Claim;
        foreach (var row in Rows)
        {
            if (row.HasOwnWord)
                claim |= row.Claim;
        }

        foreach (var content in Inner)
            claim |= content.Claim;
        return claim;
    }
}
