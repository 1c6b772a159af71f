using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;
using static PrivacyPortal.Tests.Fulfilment.Searched;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>Databases as they are found: circles, reserved words, keys of several columns, keys that are null.</summary>
public sealed class OddSchemaTests
{
    [Fact]
    public async Task Rows_that_point_at_each_other_in_a_circle_go_together()
    {
        using var file = new SourceFile("""
            CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT, home_id INTEGER REFERENCES home, boss_id INTEGER REFERENCES person);
            CREATE TABLE home (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES person, street TEXT);
            INSERT INTO person VALUES (1, 'a@x.org', NULL, 1), (2, 'b@x.org', NULL, NULL);
            INSERT INTO home VALUES (1, 1, 'here'), (2, 2, 'there');
            UPDATE person SET home_id = id;
            """);
        var map = Tables(People("person", Email(), Mentions("home_id", "home"), Mentions("boss_id", "person")), Table("home", Field("street", "contact.address"), OwnedBy("person_id", "person")));
        var order = await file.EraseAsync(map, Asking("email:a@x.org"));
        Assert.All(order.Plan.Steps, s => Assert.Equal(ErasureAction.Delete, s.Action));
        Assert.Equal(["2 | 'b@x.org' | 2 | null"], file.Rows("SELECT * FROM person"));
        Assert.Equal(["2 | 2 | 'there'"], file.Rows("SELECT * FROM home"));
    }

    [Fact]
    public async Task Replies_that_restrict_the_deletion_of_what_they_answer_go_with_it_in_more_than_one_batch()
    {
        using var file = new SourceFile("""
            CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT);
            CREATE TABLE message (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person ON DELETE RESTRICT, answers INTEGER REFERENCES message ON DELETE RESTRICT, body TEXT);
            INSERT INTO person VALUES (1, 'a@x.org'), (2, 'b@x.org');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700) INSERT INTO message SELECT i, 1, nullif(i - 1, 0), 'hers' FROM n;
            INSERT INTO message VALUES (900, 2, 650, 'his');
            """);
        var map = Tables(People("person", Email()), Table("message", Field("body", "content.message"), OwnedBy("person_id", "person"), Mentions("answers", "message")));
        await file.EraseAsync(map, Asking("email:a@x.org"));
        Assert.Equal(["900 | 2 | 650 | 'his'"], file.Rows("SELECT * FROM message WHERE body IS NOT NULL"));
        Assert.Equal(651L, file.Value("SELECT count(*) FROM message"));
    }

    [Fact]
    public async Task An_identity_in_a_column_without_type_is_found_as_number_and_as_text()
    {
        using var file = new SourceFile("CREATE TABLE person (id INTEGER PRIMARY KEY, number, email TEXT); INSERT INTO person VALUES (1, 42, 'a@x.org'), (2, 43, 'b@x.org'), (3, '44', 'c@x.org');");
        var map = Tables(People("person", Field("number", "account.identifier", "customer-id"), Email()));
        Assert.Equal("person 1", (await file.SearchAsync(map, "customer-id:42")).Text());
        Assert.Equal("person 3", (await file.SearchAsync(map, "customer-id:44")).Text());
    }

    [Fact]
    public async Task Quoted_names_composite_keys_views_and_generated_columns_are_erased_like_any_others()
    {
        using var file = new SourceFile(""""
            CREATE TABLE "Select" ("from" TEXT NOT NULL, "Group ""by""" INTEGER NOT NULL, "e.mail" TEXT, upper AS (upper("e.mail")) STORED, PRIMARY KEY ("from", "Group ""by""")) WITHOUT ROWID;
            CREATE TABLE [Order Line] ("Where" TEXT, "AND" INTEGER, note TEXT NOT NULL DEFAULT '', FOREIGN KEY ("Where", "AND") REFERENCES "select");
            CREATE TABLE other ("Where" TEXT, "AND" INTEGER, FOREIGN KEY ("Where", "AND") REFERENCES "Select" ON DELETE CASCADE);
            CREATE VIEW everybody AS SELECT "e.mail" FROM "Select";
            INSERT INTO "Select" VALUES ('a', 0, 'a@x.org'), ('a', 1, 'b@x.org'), ('', 0, 'c@x.org');
            INSERT INTO [Order Line] VALUES ('a', 0, 'one'), ('a', 1, 'two'), ('', 0, 'three'), ('a', NULL, 'four');
            INSERT INTO other VALUES ('', 0);
            """");
        var map = Tables(
            People("Select", Email("e.mail"), Field("upper", "contact.email")),
            Table("Order Line", Field("note", "content.note"), OwnedBy("Where+AND", "Select")),
            Table("everybody", Email("e.mail")));
        await file.EraseAsync(map, Asking("email:a@x.org"));
        Assert.Equal(["'' | 0 | 'c@x.org' | 'C@X.ORG'", "'a' | 1 | 'b@x.org' | 'B@X.ORG'"], file.Rows("SELECT * FROM \"Select\""));
        Assert.Equal(["'a' | 1 | 'two'", "'' | 0 | 'three'", "'a' | null | 'four'"], file.Rows("SELECT * FROM [Order Line]"));

        // A table that the map leaves out points at c: a shell, and no cascade.
        await file.EraseAsync(map, Asking("email:c@x.org"));
        Assert.Equal(["'' | 0 | null | null", "'a' | 1 | 'b@x.org' | 'B@X.ORG'"], file.Rows("SELECT * FROM \"Select\""));
        Assert.Equal(1L, file.Value("SELECT count(*) FROM other"));
    }

    [Fact]
    public async Task Rows_whose_primary_key_is_null_are_told_apart_and_erased_too()
    {
        using var file = new SourceFile("""
            CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT);
            CREATE TABLE note (code TEXT PRIMARY KEY, person_id INTEGER, said TEXT);
            INSERT INTO person VALUES (1, 'a@x.org'), (2, 'b@x.org');
            INSERT INTO note VALUES (NULL, 1, 'one'), (NULL, 1, 'two'), (NULL, 2, 'three'), ('c', 2, 'four');
            """);
        var map = Tables(People("person", Email()), Table("note", Field("said", "content.note"), OwnedBy("person_id", "person")));
        Assert.Equal(3, (await file.SearchAsync(map, "email:a@x.org")).Rows);
        await file.EraseAsync(map, Asking("email:a@x.org"));
        Assert.Equal(["null | 2 | 'three'", "'c' | 2 | 'four'"], file.Rows("SELECT * FROM note"));
    }
}
