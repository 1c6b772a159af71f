using System.Globalization;

namespace PrivacyPortal.Demo.Company;

/// <summary>One line of a conversation. <paramref name="Quotes"/> is the place of the line that it answers and quotes, counted from 0.</summary>
internal sealed record Turn(char Speaker, bool Photo, bool Optional, int? Quotes, IReadOnlyList<string> Variants);

/// <summary>A conversation to be filled in; the text files beside this one say how it is written.</summary>
internal sealed record Dialogue(IReadOnlyList<string> Header, IReadOnlyList<Turn> Turns)
{
    public string Channel => Header[1];

    public IReadOnlyList<string> Tags { get; } = Header[2].Split(", ");

    public bool NeedsOrder => Header.Count > 3 && Header[3] == "order";

    public bool InGroup => Turns.Any(turn => turn.Speaker == 'w');

    /// <summary>The same conversation going on to another matter, with whoever served it so far.</summary>
    public Dialogue Then(Dialogue more)
    {
        var served = Channel == "bot" ? 'b' : 'a';
        return new Dialogue(Header, [.. Turns, .. more.Turns.Select(turn => turn with
        {
            Speaker = turn.Speaker == 's' ? served : turn.Speaker,
            Quotes = turn.Quotes + Turns.Count,
        })]);
    }

    public static IReadOnlyList<Dialogue> Read(string resource)
    {
        var dialogues = new List<Dialogue>();
        var turns = new List<Turn>();
        foreach (var line in Resource.Lines(resource))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                turns = [];
                dialogues.Add(new Dialogue(line[2..].Split(';', StringSplitOptions.TrimEntries), turns));
                continue;
            }

            turns.Add(ReadTurn(line));
        }

        return dialogues;
    }

    private static Turn ReadTurn(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var who = line[..colon].TrimStart('?');
        var caret = who.IndexOf('^', StringComparison.Ordinal);
        return new Turn(
            who[0],
            who.Contains('+', StringComparison.Ordinal),
            line[0] == '?',
            caret < 0 ? null : int.Parse(who[(caret + 1)..], CultureInfo.InvariantCulture) - 1,
            line[(colon + 2)..].Split(" | "));
    }
}
