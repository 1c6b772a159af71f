using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>What was said is never rewritten: what the person states on it stands beside it (GDPR art. 16, second sentence).</summary>
public abstract class StatementTests(Func<string, TestSource> source)
{
    private const string Sql = """
        CREATE TABLE contact (id INTEGER PRIMARY KEY, email TEXT, phone TEXT);
        CREATE TABLE message (id INTEGER PRIMARY KEY, contact_id INTEGER, body TEXT, remark TEXT);
        CREATE TABLE note (id INTEGER PRIMARY KEY, contact_id INTEGER, body TEXT);
        INSERT INTO contact VALUES (1, 'alice@example.com', '0612345678'), (2, 'bob@example.com', '0698765432');
        INSERT INTO message VALUES (1, 1, 'I cancel it', NULL), (2, 1, 'call me', 'DSR-2026-000001: An earlier word.'), (3, 2, 'hello', NULL);
        INSERT INTO note VALUES (1, 1, 'was rude');
        """;

    private const string Mark = "DSR-2026-000007";

    private static readonly SourceMap Chat = Tables(
        People("contact", Email(), Field("phone", "contact.phone")),
        Table("message", Field("body", "content.message"), Field("remark", "content.statement"), OwnedBy("contact_id", "contact")) with { Statement = "remark" },
        Table("note", Field("body", "content.note"), OwnedBy("contact_id", "contact")));

    private static readonly WalkRequest Alice = Searched.Asking("email:alice@example.com");

    [Fact]
    public async Task A_statement_stands_after_what_stood_there_and_the_message_is_as_it_was()
    {
        using var file = source(Sql);
        var (others, said) = (file.Rows("SELECT * FROM message WHERE id = 3"), file.Rows("SELECT id, contact_id, body FROM message ORDER BY id"));
        var order = await OrderAsync(file, [], [On("message", 1, "I postponed it,\r\n never cancelled. "), On("message", 2, "Not any more.")]);
        var fulfilment = file.Fulfilment(Chat);
        var preflight = Erased.Kept(await fulfilment.PreflightAsync(order, default));
        Assert.Equal(("", 0), (preflight.Text(), preflight.ByHand));
        Assert.Null(file.Value("SELECT remark FROM message WHERE id = 1"));

        var done = await fulfilment.ExecuteAsync(order, preflight, default);
        Assert.Equal((ExecutionOutcome.Done, 2), (done.Outcome, done.Changes.Sum(c => c.Rows)));
        Assert.Equal(ExecutionOutcome.DoneBefore, (await fulfilment.ResumeAsync(order, preflight, default)).Outcome);
        Assert.True((await fulfilment.VerifyAsync(order, default)).Passed);
        Assert.Equal("DSR-2026-000007: I postponed it,\n never cancelled.", file.Value("SELECT remark FROM message WHERE id = 1"));
        Assert.Equal("DSR-2026-000001: An earlier word.\n\nDSR-2026-000007: Not any more.", file.Value("SELECT remark FROM message WHERE id = 2"));
        Assert.Equal(said, file.Rows("SELECT id, contact_id, body FROM message ORDER BY id"));
        Assert.Equal(others, file.Rows("SELECT * FROM message WHERE id = 3"));

        file.Run("UPDATE message SET remark = NULL WHERE id = 1");
        Assert.False((await fulfilment.VerifyAsync(order, default)).Passed);
    }

    [Fact]
    public async Task A_plan_made_again_attaches_nothing_twice()
    {
        using var file = source(Sql);
        SupplementaryStatement[] statements = [On("message", 1, "Never."), On("message", 1, "Never said so.")];
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var order = await OrderAsync(file, [], statements);
            Assert.Equal(ExecutionOutcome.Done, (await file.Fulfilment(Chat).ExecuteAsync(order, await file.Fulfilment(Chat).PreflightAsync(order, default), default)).Outcome);
        }

        Assert.Equal("DSR-2026-000007: Never.\n\nDSR-2026-000007: Never said so.", file.Value("SELECT remark FROM message WHERE id = 1"));
    }

    [Fact]
    public async Task The_persons_later_access_shows_it()
    {
        using var file = source(Sql);
        var order = await OrderAsync(file, [], [On("message", 1, "Never.")]);
        await file.Fulfilment(Chat).ExecuteAsync(order, await file.Fulfilment(Chat).PreflightAsync(order, default), default);

        var found = await file.Fulfilment(Chat).SearchAsync(Alice, default);
        var shown = new List<FoundRow>();
        await foreach (var row in file.Fulfilment(Chat).ReadAsync(found, AccessPlan.Suggest(found), default))
            shown.Add(row);
        Assert.Contains(shown, r => r.Table == "message" && r.Fields.Any(f => f.Name == "remark" && f.Value is "DSR-2026-000007: Never."));
    }

    [Fact]
    public async Task What_was_said_is_rewritten_by_no_plan()
    {
        using var file = source(Sql);
        var before = file.Everything();
        foreach (var (table, field, was) in new[] { ("message", "body", "I cancel it"), ("message", "remark", null), ("note", "body", "was rude") })
        {
            var order = await OrderAsync(file, [new Correction(new RowRef(table, new RowKey(1L)), field, was, "something else")], []);
            var preflight = await file.Fulfilment(Chat).PreflightAsync(order, default);
            Assert.Equal($"SaidRewritten {table} 1", preflight.Text());
            Assert.Equal(ExecutionOutcome.Refused, (await file.Fulfilment(Chat).ExecuteAsync(order, preflight with { Failures = [] }, default)).Outcome);
        }

        Assert.Equal(before, file.Everything());
    }

    [Fact]
    public async Task Nothing_is_attached_in_somebody_elses_row()
    {
        using var file = source(Sql);
        var order = await OrderAsync(file, [], [On("message", 3, "Not mine.")]);
        Assert.Equal("OthersRows message 1", (await file.Fulfilment(Chat).PreflightAsync(order, default)).Text());
    }

    [Fact]
    public async Task What_has_no_column_is_counted_for_a_person_to_attach_and_needs_no_right_to_write()
    {
        using var file = source(Sql);
        var before = file.Everything();
        var order = await OrderAsync(file, [], [On("note", 1, "I was ill.")]);
        var statement = Assert.Single(order.Plan.Statements);
        Assert.Equal(("was rude", "I was ill.", null), (statement.Said, statement.Text, statement.Column));
        var reading = new SourceFulfilment(file.Connector(readOnly: true), Chat);
        var preflight = await reading.PreflightAsync(order, default);
        Assert.Equal(("", 1), (preflight.Text(), preflight.ByHand));
        Assert.Equal(ExecutionOutcome.Done, (await reading.ExecuteAsync(order, preflight, default)).Outcome);
        Assert.True((await reading.VerifyAsync(order, default)).Passed);
        Assert.Equal(before, file.Everything());
    }

    [Fact]
    public async Task A_message_that_changed_meanwhile_is_told_before_anything_is_written()
    {
        using var file = source(Sql);
        var order = await OrderAsync(file, [], [On("message", 1, "Never.")]);
        file.Run("UPDATE message SET remark = 'written by somebody' WHERE id = 1");
        Assert.Equal("DataChanged message 1", (await file.Fulfilment(Chat).PreflightAsync(order, default)).Text());
    }

    private static SupplementaryStatement On(string table, long id, string text) => new(new RowRef(table, new RowKey(id)), "body", text);

    private static async Task<RectificationOrder> OrderAsync(TestSource file, IReadOnlyList<Correction> corrections, IReadOnlyList<SupplementaryStatement> statements) =>
        Erased.Kept(new RectificationOrder(Alice, await file.Fulfilment(Chat).PlanRectificationAsync(Chat.Version, corrections, statements, Mark, default)));
}

public sealed class SqliteStatementTests() : StatementTests(sql => new SourceFile(sql));

public sealed class PostgresStatementTests() : StatementTests(sql => new PostgresSource(sql));
