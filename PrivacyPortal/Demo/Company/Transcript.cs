using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Demo.Company;

/// <summary>Writes one conversation after the other, with all that hangs on it: messages, photos, calls, positions, ratings, notes.</summary>
internal sealed class Transcript(SqliteConnection connection, SqliteTransaction transaction, Dice dice) : IDisposable
{
    /// <summary>One grey pixel.</summary>
    private static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    private static readonly string[] CommentsFr = ["Réponse claire et patiente, merci {advisor} !", "Réponse rapide mais problème non réglé. {first} {last}", "Rien à redire.", "Trop de questions avant d’avoir quelqu’un.", "Rappelez-moi au {phone} s’il vous plaît."];
    private static readonly string[] CommentsEn = ["{advisor} was very patient, thanks!", "Quick, but it is still not sorted. {first} {last}", "Nothing to add.", "Too many questions before I got a human.", "Please ring me on {phone}."];
    private static readonly string[] NotesFr = ["{first} {last} préfère qu’on appelle le soir au {phone}.", "Client fidèle depuis dix ans, geste commercial possible.", "A menacé d’écrire à l’association de consommateurs. E-mail : {email}.", "Personne à mobilité réduite, livrer au rez-de-chaussée."];
    private static readonly string[] NotesEn = ["{first} {last} prefers evening calls on {phone}.", "A customer for ten years; goodwill possible.", "Threatened to go to Trading Standards. E-mail: {email}.", "Uses a wheelchair, deliver to the ground floor."];

    private readonly Bulk _conversations = new(connection, transaction, "conversation", 10);
    private readonly Bulk _participants = new(connection, transaction, "conversation_participant", 3);
    private readonly Bulk _tags = new(connection, transaction, "conversation_tag", 2);
    private readonly Bulk _messages = new(connection, transaction, "message", 11);
    private readonly Bulk _attachments = new(connection, transaction, "attachment", 6);
    private readonly Bulk _calls = new(connection, transaction, "call_record", 10);
    private readonly Bulk _positions = new(connection, transaction, "visitor_position", 8);
    private readonly Bulk _screens = new(connection, transaction, "screen_session", 7);
    private readonly Bulk _ratings = new(connection, transaction, "rating", 6);
    private readonly Bulk _notes = new(connection, transaction, "note", 6);
    private int _conversation, _message, _attachment, _call, _position, _screen, _rating, _note;

    public void Write(Dialogue dialogue, DateTime start, Visitor visitor, Visitor? second, Advisor? advisor, Blanks blanks)
    {
        var id = ++_conversation;
        var turns = dialogue.Turns.Where(turn => !turn.Optional || dice.Chance(55)).ToList();
        var end = start.AddSeconds(turns.Count * 75);
        var page = $"https://{visitor.Site.Domain}/{(visitor.Language == "en" ? "help" : "aide")}"
            + (dice.Chance(6) ? $"?from=newsletter&u={Uri.EscapeDataString(visitor.Email)}" : "");
        _conversations.Add(
            id, visitor.Site.Id, visitor.Id, advisor?.Id, dialogue.Channel, visitor.Language, dialogue.Channel == "call" ? null : page,
            Population.Instant(start), Population.Instant(end), "closed");
        foreach (var tag in dialogue.Tags)
        {
            _tags.Add(id, Staff.Tags.ToList().IndexOf(tag) + 1);
        }

        if (second is not null)
        {
            _participants.Add(id, visitor.Id, Population.Instant(start));
            _participants.Add(id, second.Id, Population.Instant(start.AddMinutes(1)));
        }

        WriteTurns(id, dialogue, turns, start, visitor, second, advisor, blanks);
        WriteAround(id, dialogue, start, end, visitor, advisor, blanks, page);
    }

    private void WriteTurns(
        int id, Dialogue dialogue, List<Turn> turns, DateTime start, Visitor visitor, Visitor? second, Advisor? advisor, Blanks blanks)
    {
        var said = new Dictionary<Turn, (int Id, string Body)>();
        var at = start;
        foreach (var turn in turns)
        {
            at = at.AddSeconds(dice.Between(12, 130));
            var body = blanks.Fill(dice.Pick(turn.Variants));
            (int Id, string Body)? quoted = turn.Quotes is { } place && said.TryGetValue(dialogue.Turns[place], out var earlier) ? earlier : null;

            // What is noted of a call, the advisor wrote.
            var speaker = dialogue.Channel == "call" ? 'a' : turn.Speaker;
            said[turn] = (++_message, body);
            _messages.Add(
                _message, id, speaker switch { 'a' => "advisor", 'b' => "bot", _ => "visitor" },
                speaker switch { 'v' => visitor.Id, 'w' => second!.Id, _ => (int?)null }, speaker == 'a' ? advisor!.Id : null, speaker == 'b' ? 1 : null,
                quoted?.Id, quoted?.Body, body, Population.Instant(at), null);
            if (turn.Photo)
            {
                _attachments.Add(
                    ++_attachment, _message, string.Create(CultureInfo.InvariantCulture, $"IMG_{dice.Between(1000, 9999)}_{visitor.Last}.png"), "image/png",
                    blanks.Fill("{first} {last}, {street}"), Photo);
            }
        }
    }

    private void WriteAround(
        int id, Dialogue dialogue, DateTime start, DateTime end, Visitor visitor, Advisor? advisor, Blanks blanks, string page)
    {
        var english = visitor.Language == "en";
        if (dialogue.Channel == "call")
        {
            var objected = dice.Chance(20);
            _calls.Add(
                ++_call, id, visitor.Id, advisor!.Id, visitor.Phone, Population.Instant(start), dice.Between(40, 900), 1, objected ? 1 : 0,
                objected ? null : string.Create(CultureInfo.InvariantCulture, $"calls/{start:yyyy/MM}/{id:000000}.opus"));
        }

        if (dice.Chance(38))
        {
            var city = visitor.Address.City;
            _positions.Add(
                ++_position, visitor.Id, id, Math.Round(city.Latitude + dice.Between(-300, 300) / 10_000.0, 4),
                Math.Round(city.Longitude + dice.Between(-300, 300) / 10_000.0, 4), city.Name, visitor.Site.Country, Population.Instant(start));
        }

        if (dialogue.Channel == "chat" && dice.Chance(7))
        {
            var accepted = dice.Chance(70);
            _screens.Add(
                ++_screen, id, dice.Chance(60) ? "mirroring" : "cobrowsing", Population.Instant(start.AddMinutes(1)),
                accepted ? Population.Instant(start.AddMinutes(2)) : null, accepted ? Population.Instant(end) : null, page);
        }

        if (dice.Chance(30))
        {
            var comment = dice.Chance(35) ? blanks.Fill(dice.Pick(english ? CommentsEn : CommentsFr)) : "";
            _ratings.Add(++_rating, id, visitor.Id, dice.Below(6), comment, Population.Instant(end.AddMinutes(1)));
        }

        if (advisor is not null && dice.Chance(18))
        {
            var (type, owner) = dice.Below(2) == 0 ? ("conversation", id) : ("visitor", visitor.Id);
            _notes.Add(++_note, type, owner, advisor.Id, blanks.Fill(dice.Pick(english ? NotesEn : NotesFr)), Population.Instant(end));
        }
    }

    public void Dispose()
    {
        foreach (var bulk in (Bulk[])[_conversations, _participants, _tags, _messages, _attachments, _calls, _positions, _screens, _ratings, _notes])
        {
            bulk.Dispose();
        }
    }
}
