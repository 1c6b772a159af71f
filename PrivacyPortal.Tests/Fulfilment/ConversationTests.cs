using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;
using static PrivacyPortal.Tests.Fulfilment.Searched;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>Conversations: with one subject, advisor and bot; of a group; with quotes, notes and attachments.</summary>
public abstract class ConversationTests(Func<string, TestSource> source)
{
    private const string Sql = """
        CREATE TABLE contact (id INTEGER PRIMARY KEY, email TEXT);
        CREATE TABLE advisor (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
        CREATE TABLE bot (id INTEGER PRIMARY KEY, label TEXT);
        CREATE TABLE conversation (id INTEGER PRIMARY KEY, contact_id INTEGER, topic TEXT);
        CREATE TABLE message (id INTEGER PRIMARY KEY, conversation_id INTEGER, author_type TEXT, author_id TEXT, author_name TEXT, body TEXT, reply_to INTEGER, quoted TEXT);
        CREATE TABLE attachment (id INTEGER PRIMARY KEY, message_id INTEGER, conversation_id INTEGER, name TEXT);
        INSERT INTO contact VALUES (1, 'alice@example.com'), (2, 'bob@example.com'), (3, 'carol@example.com');
        INSERT INTO advisor VALUES (1, 'ann@shop.example', 'Ann Advisor');
        INSERT INTO bot VALUES (1, 'Robbie');
        -- 1: Alice with bot and advisor. 2: a group of Alice and Bob, with an advisor. 3: Bob's own, with a guest's remark of Alice.
        INSERT INTO conversation VALUES (1, 1, 'delivery'), (2, NULL, 'club'), (3, 2, 'complaint');
        INSERT INTO message VALUES
            (1, 1, 'Contact', '1', 'Alice', 'where is it', NULL, NULL),
            (2, 1, 'Bot', '1', 'Robbie', 'let me see', 1, 'where is it'),
            (3, 1, 'Advisor', '1', 'Ann Advisor', 'tomorrow', NULL, NULL),
            (4, 2, 'Contact', '1', 'Alice', 'hello all', NULL, NULL),
            (5, 2, 'Contact', '2', 'Bob', 'hello Alice', 4, 'hello all'),
            (6, 2, 'Advisor', '1', 'Ann Advisor', 'welcome', 4, 'hello all'),
            (7, 2, 'Contact', '1', 'Alice', 'thanks', 5, 'hello Alice'),
            (8, 3, 'Contact', '2', 'Bob', 'not good', NULL, NULL),
            (9, 3, 'Contact', '1', 'Alice', 'I agree', 8, 'not good'),
            (10, 3, NULL, NULL, NULL, 'conversation closed', NULL, NULL);
        INSERT INTO attachment VALUES (1, 1, 1, 'proof.jpg'), (2, 5, 2, 'bobs.png'), (3, NULL, 2, 'rules.pdf'), (4, 6, 2, 'terms.pdf');
        """;

    private static readonly SourceMap Platform = Tables(
        People("contact", Email()),
        People("advisor", Email(), Field("name", "identity.name")) with { RoleLabel = "Advisor" },
        Table("bot", Field("label")),
        Table("conversation", Field("topic", "content.message"), OwnedBy("contact_id", "contact")),
        Table(
            "message",
            Field("body", "content.message"),
            Field("author_name", "identity.name", of: "author_id"),
            Field("quoted", "content.message", of: "reply_to"),
            PartOf("conversation_id", "conversation"),
            Either("author_type", "author_id", ("Contact", "contact", ReferenceKind.OwnedBy), ("Advisor", "advisor", ReferenceKind.Mentions), ("Bot", "bot", ReferenceKind.Mentions)),
            Mentions("reply_to", "message")),
        Table("attachment", Field("name", "content.attachment"), PartOf("message_id", "message"), PartOf("conversation_id", "conversation")));

    [Fact]
    public async Task A_conversation_with_one_subject_is_theirs_with_what_advisor_and_bot_said()
    {
        using var file = source(Sql);
        var found = await file.SearchAsync(Platform, "email:alice@example.com");
        Assert.Equal(
            "attachment 1 · contact 1 · conversation 1 · message 1 2 3 4 7 9 · Both attachment 3 4 · Both conversation 2 · Both message 10 6 · Context bot 1",
            found.Text(context: true));
        // Bob's two messages, his attachment, his conversation; the advisor; and Bob where he is quoted.
        Assert.Equal("advisor 1 · attachment 1 · conversation 1 · message 2", found.Others());
    }

    [Fact]
    public async Task An_advisors_name_is_shown_as_the_role_and_what_is_anothers_is_withheld()
    {
        using var file = source(Sql);
        var rows = await ReadAsync(file, plan: true);
        Assert.Equal(("Advisor", true), Cell(rows, "message", 3, "author_name"));
        Assert.Equal(("tomorrow", false), Cell(rows, "message", 3, "body"));
        Assert.Equal(("Alice", false), Cell(rows, "message", 1, "author_name"));
        // She quotes Bob; and in the message of both, her own words are hers.
        Assert.Equal((null, true), Cell(rows, "message", 7, "quoted"));
        Assert.Equal(("hello all", false), Cell(rows, "message", 6, "quoted"));
        Assert.Equal((null, true), Cell(rows, "message", 6, "body"));
        Assert.DoesNotContain(rows, r => r.Table == "message" && r.Key == new RowKey(10L));

        var review = await ReadAsync(file, plan: false);
        Assert.Equal(("welcome", true), Cell(review, "message", 6, "body"));
        Assert.Equal(("Ann Advisor", true), Cell(review, "message", 3, "author_name"));
    }

    [Fact]
    public async Task Erasing_one_leaves_the_thread_readable_for_the_others()
    {
        using var file = source(Sql);
        var others = Others(file);
        var order = await file.EraseAsync(Platform, Asking("email:alice@example.com"));
        Assert.Equal(others, Others(file));
        Assert.Equal(["5", "6", "8", "10"], file.Rows("SELECT id FROM message WHERE coalesce(author_type, '') <> 'Contact' OR author_id <> '1'"));
        // Answered by Bob and the advisor: her message stays as an empty shell, so that the thread holds together.
        Assert.Equal(["4 | 2 | 'Contact' | '1' | null | null | null | null"], file.Rows("SELECT * FROM message WHERE id = 4"));
        Assert.Contains("message", order.Plan.Steps.Single(s => s.Action == ErasureAction.Shell && s.Table == "message").Why!.PointedAtBy);
        Assert.Equal(0L, file.Value("SELECT count(*) FROM attachment WHERE id = 1"));
    }

    [Fact]
    public async Task Her_words_in_others_messages_go_only_with_the_dpos_tick()
    {
        using var file = source(Sql);
        var found = await file.SearchAsync(Platform, "email:alice@example.com");
        Assert.Equal(["message quoted  5", "message quoted Both 6"], found.Quotes.Where(q => q.Field == "quoted").Select(q => $"{q.Table} {q.Field} {q.Verdict} {string.Join(' ', q.Rows)}").Order());

        await file.EraseAsync(
            Platform,
            Asking("email:alice@example.com"),
            new ErasureDecision("message", null, null, null, [], OfFields: true),
            new ErasureDecision("message", Verdict.Both, null, null, [], OfFields: true));
        Assert.Equal(["5 | 2 | 'Contact' | '2' | 'Bob' | 'hello Alice' | 4 | null", "6 | 2 | 'Advisor' | '1' | 'Ann Advisor' | 'welcome' | 4 | null"], file.Rows("SELECT * FROM message WHERE id IN (5, 6)"));
    }

    [Fact]
    public async Task An_advisor_is_a_subject_too_and_finds_through_mentions_only_their_own_row()
    {
        using var file = source(Sql);
        Assert.Equal("advisor 1", (await file.SearchAsync(Platform, "email:ann@shop.example")).Text());

        // Unless the map says that for advisors their messages are about them.
        var map = Platform with { Tables = [.. Platform.Tables.Select(t => t.Name != "message" ? t : t with { References = [.. t.References.Select(ForAdvisors)] })] };
        Assert.StartsWith("advisor 1 · attachment 4 · message 3 6 · Both", (await file.SearchAsync(map, "email:ann@shop.example")).Text(), StringComparison.Ordinal);
        Assert.StartsWith("attachment 1 · contact 1", (await file.SearchAsync(map, "email:alice@example.com")).Text(), StringComparison.Ordinal);
    }

    private static ReferenceMap ForAdvisors(ReferenceMap reference) => reference with
    {
        Targets = [.. reference.Targets.Select(t => t.Table != "advisor" ? t : t with { KindForSubject = new Dictionary<string, ReferenceKind> { ["advisor"] = ReferenceKind.OwnedBy } })],
    };

    private static async Task<List<FoundRow>> ReadAsync(TestSource file, bool plan)
    {
        var found = await file.SearchAsync(Platform, "email:alice@example.com");
        var rows = new List<FoundRow>();
        await foreach (var row in file.Fulfilment(Platform).ReadAsync(found, plan ? AccessPlan.Suggest(found) : null, default))
            rows.Add(row);
        return rows;
    }

    private static (object? Value, bool Withheld) Cell(List<FoundRow> rows, string table, long id, string field)
    {
        var cell = rows.Single(r => r.Table == table && r.Key == new RowKey(id)).Fields.Single(f => f.Name == field);
        return (cell.Value, cell.Withheld);
    }

    private static List<string> Others(TestSource file) =>
    [
        .. file.Rows("SELECT * FROM contact WHERE id <> 1"),
        .. file.Rows("SELECT * FROM advisor"),
        .. file.Rows("SELECT * FROM bot"),
        .. file.Rows("SELECT * FROM conversation WHERE id <> 1"),
        .. file.Rows("SELECT * FROM message WHERE id IN (5, 6, 8, 10)"),
        .. file.Rows("SELECT * FROM attachment WHERE id <> 1"),
    ];
}
