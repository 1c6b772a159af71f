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

    public bool Settled { get; set; }

    /// <summary>What it listens to. Most listen to one: a list of one for each of a hundred thousand rows would weigh more than the rows.</summary>
    private object? hears;

    public IReadOnlyList<Voice> Hears => hears switch
    {
        null => [],
        List<Voice> several => several,
        var one => [(Voice)one],
    };

    public void Hear(Voice voice)
    {
        if (hears is null)
            hears = voice;
        else if (hears is List<Voice> several)
            several.Add(voice);
        else
            hears = new List<Voice> { (Voice)hears, voice };
    }

    /// <summary>What it claims now, from what it hears.</summary>
    public virtual Claim Listen()
    {
        if (hears is Voice only)
            return Claim | only.Claim;
        var claim = Claim;
        foreach (var voice in Hears)
            claim |= voice.Claim;
        return claim;
    }
}

/// <summary>What a walk did with a row.</summary>
[Flags]
internal enum RowMarks
{
    None = 0,

    /// <summary>What is above it along its owners is known.</summary>
    Climbed = 1,

    /// <summary>Judged, and followed where it is to be.</summary>
    Judged = 2,

    /// <summary>Its container's other rows were met.</summary>
    Opened = 4,
}

/// <summary>One row as the walk knows it: its key and the few values that link it; never the whole row.</summary>
internal sealed class Row(GraphTable table, RowKey key, object?[] values) : Voice
{
    private RowMarks marks;

    public GraphTable Table { get; } = table;

    public RowKey Key { get; } = key;

    public object?[] Values { get; } = values;

    public Word Word { get; set; }

    /// <summary>The row from which it was met, for the finding's path.</summary>
    public Row? MetFrom { get; private set; }

    /// <summary>By which step it was met first; null: by none yet.</summary>
    public string? MetBy { get; private set; }

    /// <summary>Where the climb from it ends (<see cref="Climb"/>); null: not climbed yet.</summary>
    public IReadOnlyCollection<Row>? Ends { get; set; }

    public bool HasOwnWord => Word is Word.Ticked or Word.Person or Word.Owner or Word.Identity or Word.Owned;

    public RowRef Ref => new(Table.Name, Key);

    public Verdict? Verdict => Claim switch
    {
        Claim.Subject => Fulfilment.Verdict.Subject,
        Claim.Subject | Claim.Another => Fulfilment.Verdict.Both,
        _ => null,
    };

    /// <summary>Notes how it was met, if that is the first time.</summary>
    public void Meet(Row? from, string step)
    {
        if (MetBy is null)
            (MetFrom, MetBy) = (from, step);
    }

    public bool Has(RowMarks mark) => (marks & mark) != 0;

    /// <summary>True if it had not the mark before.</summary>
    public bool Mark(RowMarks mark)
    {
        var fresh = !Has(mark);
        marks |= mark;
        return fresh;
    }

    public string Path()
    {
        var steps = new Stack<string>();
        for (var at = this; at?.MetBy is { } step && steps.Count < 12; at = at.MetFrom)
            steps.Push(step);
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
