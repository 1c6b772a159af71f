using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Connectors;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;
using static PrivacyPortal.Tests.Fulfilment.Searched;

namespace PrivacyPortal.Tests.Fulfilment;

public sealed class SqliteConversationTests() : ConversationTests(sql => new SourceFile(sql));

/// <summary>The rules of the walk on SQLite, and what only SQLite has.</summary>
public sealed class SqliteWalkTests() : WalkTests(sql => new SourceFile(sql))
{
    [Fact]
    public async Task Both_ends_of_a_reference_may_differ_in_type_spelling_and_collation()
    {
        using var file = new SourceFile("""
            CREATE TABLE "Per Son" ("Select" INTEGER, "key" TEXT COLLATE NOCASE, email TEXT, PRIMARY KEY ("Select", "key")) WITHOUT ROWID;
            CREATE TABLE [Group] (id TEXT PRIMARY KEY, "from" TEXT, "to" TEXT, data TEXT);
            INSERT INTO "Per Son" VALUES (1, 'Abc', 'a@x.org'), (2, 'Abc', 'b@x.org');
            INSERT INTO [Group] VALUES ('g1', '1', 'ABC', '{"who":{"id":"1"}}'), ('g2', '2', 'abc', 'no json'), ('g3', 'x', 'abc', NULL);
            CREATE TABLE account (id TEXT PRIMARY KEY, email TEXT);
            CREATE TABLE login (id INTEGER PRIMARY KEY, detail TEXT);
            INSERT INTO account VALUES ('7', 'a@x.org'), ('8', 'b@x.org');
            INSERT INTO login VALUES (1, '{"account":{"id":7}}'), (2, '{"account":{"id":"7"}}'), (3, '{"account":{"id":8}}'), (4, '{'), (5, NULL);
            """);
        var map = Tables(
            People("Per Son", Email()),
            Table("Group", OwnedBy("from+to", "Per Son")),
            People("account", Email()),
            Table("login", OwnedBy("detail$.account.id", "account")));
        Assert.Equal("Group g1 · Per Son 1, Abc · account 7 · login 1 2", (await file.SearchAsync(map, "email:a@x.org")).Text());
    }

    [Fact]
    public async Task A_type_column_is_compared_as_the_source_compares_it()
    {
        using var file = new SourceFile("""
            CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT);
            CREATE TABLE note (id INTEGER PRIMARY KEY, owner_type TEXT COLLATE NOCASE, owner_id INTEGER, body TEXT);
            CREATE TABLE mark (id INTEGER PRIMARY KEY, owner_type TEXT COLLATE RTRIM, owner_id INTEGER, body TEXT);
            INSERT INTO person VALUES (1, 'a@x.org'), (2, 'b@x.org');
            INSERT INTO note VALUES (1, 'PERSON', 1, 'hers'), (2, 'person', 2, 'his'), (3, 'Order', 1, 'neither');
            INSERT INTO mark VALUES (1, 'Person   ', 1, 'hers'), (2, 'PERSON', 1, 'neither');
            """);
        var either = Either("owner_type", "owner_id", ("Person", "person", ReferenceKind.OwnedBy));
        var map = Tables(People("person", Email()), Table("note", Field("body", "content.message"), either), Table("mark", Field("body", "content.message"), either));
        Assert.Equal("mark 1 · note 1 · person 1", (await file.SearchAsync(map, "email:a@x.org")).Text());
    }
}

/// <summary>Erasing on SQLite: its files, its triggers.</summary>
public sealed class SqliteErasureTests() : ErasureTests(sql => new SourceFile(sql))
{
    [Fact]
    public async Task Who_shares_nothing_is_erased_whole()
    {
        using var file = new SourceFile(ShopSql, wal: true);
        await file.EraseAsync(Shop, Carol);
        Assert.Equal(2L, file.Value("SELECT count(*) FROM customer"));
        Assert.Equal(0L, file.Value("SELECT count(*) FROM address WHERE id = 2"));
        Assert.Equal(0L, file.Value("SELECT count(*) FROM line WHERE order_id = 4"));
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file.Path)!))
            Assert.DoesNotContain("carol@example.com", System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(path)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("CREATE TRIGGER t AFTER DELETE ON \"order\" BEGIN UPDATE customer SET name = name || '!' WHERE id = 2; END", "OthersRows customer 1")]
    [InlineData("CREATE TRIGGER t AFTER DELETE ON line BEGIN DELETE FROM card WHERE id = 2; END", "OthersRows card 1")]
    [InlineData("CREATE TRIGGER t AFTER DELETE ON line BEGIN INSERT OR REPLACE INTO card VALUES (2, 2, ''); END", "OthersRows card 1")]
    [InlineData("CREATE UNIQUE INDEX u ON card (digits); CREATE TRIGGER t AFTER DELETE ON line BEGIN INSERT OR REPLACE INTO card VALUES (9, 2, '2222'); END", "OthersRows card 1")]
    [InlineData("CREATE TABLE tag (id INTEGER PRIMARY KEY, word TEXT UNIQUE); INSERT INTO tag VALUES (1, 'a'), (2, 'b'); CREATE TRIGGER t AFTER DELETE ON line BEGIN UPDATE OR REPLACE tag SET word = 'a' WHERE id = 2; END", "OthersRows tag 1")]
    [InlineData("CREATE TRIGGER t AFTER UPDATE ON customer BEGIN UPDATE address SET street = '' WHERE id = 1; END", "OthersRows address 1")]
    [InlineData("CREATE TRIGGER t BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT, 'no'); END", "Refused line 0 Trigger · Refused order 0 Trigger")]
    [InlineData("CREATE TRIGGER t BEFORE DELETE ON line BEGIN SELECT RAISE(IGNORE); END", "Refused line 3 Reference order · Residue line 3")]
    [InlineData("CREATE TRIGGER t AFTER UPDATE ON customer BEGIN INSERT INTO customer (email) VALUES ('Alice@example.com'); END", "Residue customer 1")]
    public async Task A_trigger_that_would_harm_others_or_keep_the_data_is_a_preflight_failure(string trigger, string failure)
    {
        using var file = new SourceFile(ShopSql + "UPDATE \"order\" SET card_id = 3 WHERE id = 2;" + trigger);
        var before = file.Everything();
        var order = await file.OrderAsync(Shop, Alice);
        Assert.Equal(failure, (await file.Fulfilment(Shop).PreflightAsync(order, default)).Text());
        Assert.Equal(before, file.Everything());
    }

    [Fact]
    public async Task An_erasure_that_outgrows_the_cache_is_judged_like_any_other()
    {
        // The word in the schema has the file compared with what it was, by a second connection.
        using var file = new SourceFile(ShopSql + """
            CREATE VIEW plain AS SELECT replace(item, 'a', 'b') AS item FROM line;
            WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO line SELECT 1, i, printf('%.400c', 'x') FROM n;
            """);
        var order = await file.OrderAsync(Shop, Alice);
        var preflight = await file.Fulfilment(Shop).PreflightAsync(order, default);
        Assert.True(preflight.Passed, preflight.Text());
        Assert.Equal(ExecutionOutcome.Done, (await file.Fulfilment(Shop).ExecuteAsync(order, preflight, default)).Outcome);
    }

    [Fact]
    public async Task A_trigger_that_harms_nobody_is_reported_and_counted_again_at_execution()
    {
        using var file = new SourceFile(ShopSql + """
            CREATE TABLE log (id INTEGER PRIMARY KEY, said TEXT);
            CREATE TRIGGER t AFTER DELETE ON line BEGIN INSERT INTO log (said) VALUES ('a line went'); UPDATE "order" SET total = 0 WHERE id = old.order_id; END;
            """);
        var order = await file.OrderAsync(Shop, Alice);
        var preflight = await file.Fulfilment(Shop).PreflightAsync(order, default);
        Assert.Equal([new SideEffect("log", EffectKind.Inserted, 3)], preflight.Effects);
        Assert.Equal(ExecutionOutcome.Done, (await file.Fulfilment(Shop).ExecuteAsync(order, preflight, default)).Outcome);
    }

    [Fact]
    public async Task A_file_that_cannot_be_tidied_after_the_commit_is_told_and_fails_nothing()
    {
        using var file = new SourceFile(ShopSql);
        File.Move(file.Path, file.Path + ".away");
        Assert.True((await file.Fulfilment(Shop).TidyAsync(vacuum: false, default)).LogBusy);
    }
}
