using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Demo.Company;

/// <summary>Plans who talks to the company when, and writes the conversations in the order in which they took place.</summary>
internal sealed class Talk(SqliteConnection connection, SqliteTransaction transaction, Words words, Dice dice, DateTime today)
{
    private const int Conversations = 8_000;

    private const string More = "more";

    private sealed record Plan(DateTime Start, Dialogue Dialogue, Visitor Visitor, Visitor? Second, Advisor? Advisor);

    private readonly IReadOnlyList<Dialogue> _personas = Dialogue.Read("personas.txt");

    private readonly Dictionary<string, IReadOnlyList<Dialogue>> _dialogues = new()
    {
        ["fr"] = Dialogue.Read("dialogues.fr.txt"),
        ["en"] = Dialogue.Read("dialogues.en.txt"),
    };

    public void Run(IReadOnlyList<Visitor> visitors, IReadOnlyList<Advisor> staff)
    {
        var plans = _personas.Select(dialogue => Told(dialogue, visitors, staff)).ToList();
        while (plans.Count < Conversations)
        {
            plans.Add(Any(visitors, staff));
        }

        using var transcript = new Transcript(connection, transaction, dice);
        foreach (var plan in plans.OrderBy(plan => plan.Start).ThenBy(plan => plan.Visitor.Id))
        {
            transcript.Write(plan.Dialogue, plan.Start, plan.Visitor, plan.Second, plan.Advisor,
                new Blanks(words, dice, plan.Visitor, plan.Second, plan.Advisor, plan.Start));
        }
    }

    private Plan Told(Dialogue dialogue, IReadOnlyList<Visitor> visitors, IReadOnlyList<Advisor> staff)
    {
        var header = dialogue.Header;
        var days = int.Parse(header[4], CultureInfo.InvariantCulture);
        var visitor = Known(header[5])!;
        var advisor = dialogue.Channel == "bot" ? null : header[7] == "fr" ? Staff.Nadia : staff.Last(person => person.SiteId == visitor.Site.Id);
        return new Plan(today.AddDays(-days).AddMinutes(dice.Between(540, 1140)), dialogue, visitor, Known(header[6]), advisor);

        Visitor? Known(string key) => key.Length == 0 ? null : visitors[Array.FindIndex([.. Persona.All], persona => persona.Key == key)];
    }

    private Plan Any(IReadOnlyList<Visitor> visitors, IReadOnlyList<Advisor> staff)
    {
        // The README's people say what they say there and nothing else.
        var visitor = visitors[dice.Between(Persona.All.Count, visitors.Count - 1)];
        var known = _dialogues[visitor.Language];
        var dialogue = dice.Pick(known);
        while (dialogue.Channel == More || (dialogue.NeedsOrder && visitor.Orders.Count == 0))
        {
            dialogue = dice.Pick(known);
        }

        if (dialogue.Channel != "call" && dice.Chance(70))
        {
            dialogue = dialogue.Then(dice.Pick([.. known.Where(other => other.Channel == More)]));
        }

        Visitor? second = null;
        while (dialogue.InGroup && (second is null || second == visitor || second.Language != visitor.Language))
        {
            second = visitors[dice.Between(Persona.All.Count, visitors.Count - 1)];
        }

        // More of late than long ago, as a company that grows; advisors work by day, the bot at any hour.
        var longAgo = Math.Min(dice.Below(540), dice.Below(700));
        var minute = dialogue.Channel == "bot" ? dice.Between(0, 1439) : dice.Between(540, 1140);
        var team = staff.Where(person => person.SiteId == visitor.Site.Id && person.Id > 4).ToList();
        return new Plan(today.AddDays(-1 - longAgo).AddMinutes(minute), dialogue, visitor, second, dialogue.Channel == "bot" ? null : dice.Pick(team));
    }
}
