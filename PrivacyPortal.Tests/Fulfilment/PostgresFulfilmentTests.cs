using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;
using static PrivacyPortal.Tests.Fulfilment.Searched;

namespace PrivacyPortal.Tests.Fulfilment;

public sealed class PostgresConversationTests() : ConversationTests(sql => new PostgresSource(sql));

/// <summary>The rules of the walk on PostgreSQL.</summary>
public sealed class PostgresWalkTests() : WalkTests(sql => new PostgresSource(sql));

/// <summary>Erasing on PostgreSQL: its triggers, cascades, circles and rights.</summary>
public sealed class PostgresErasureTests() : ErasureTests(sql => new PostgresSource(sql))
{
    [Theory]
    [InlineData("AFTER DELETE ON \"order\"", "UPDATE customer SET name = name || '!' WHERE id = 2; RETURN NULL;", "OthersRows customer 1")]
    [InlineData("AFTER DELETE ON line", "DELETE FROM line WHERE order_id = 2; RETURN NULL;", "OthersRows line 1")]
    [InlineData("AFTER UPDATE ON customer", "UPDATE address SET street = '' WHERE id = 1; RETURN NULL;", "OthersRows address 1")]
    [InlineData("BEFORE DELETE ON line", "RAISE EXCEPTION 'no %', old.item;", "Refused line 0 Trigger · Refused order 0 Trigger")]
    [InlineData("BEFORE DELETE ON line", "UPDATE gone SET x = 1; RETURN old;", "Refused line 0 Trigger · Refused order 0 Trigger")]
    [InlineData("BEFORE DELETE ON line", "RETURN NULL;", "Residue line 3")]
    [InlineData("AFTER UPDATE ON customer", "INSERT INTO customer (id, email) VALUES (77, 'Alice@example.com'); RETURN NULL;", "Residue customer 1")]
    public async Task A_trigger_that_would_harm_others_or_keep_the_data_is_a_preflight_failure(string when, string body, string failure)
    {
        using var source = new PostgresSource(ShopSql + "UPDATE \"order\" SET card_id = 3 WHERE id = 2;" + Trigger(when, body));
        var before = source.Everything();
        var order = await source.OrderAsync(Shop, Alice);
        Assert.Equal(failure, (await source.Fulfilment(Shop).PreflightAsync(order, default)).Text());
        Assert.Equal(before, source.Everything());
    }

    [Fact]
    public async Task What_triggers_do_without_harm_is_named_counted_and_the_same_at_execution()
    {
        using var source = new PostgresSource(ShopSql + """
            CREATE TABLE log (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, said text);
            CREATE TABLE figures (name text PRIMARY KEY, n int);
            INSERT INTO figures VALUES ('lines', 5), ('others', 9);
            """ + Trigger("AFTER DELETE ON line", "INSERT INTO log (said) VALUES ('a line went'); UPDATE figures SET n = n - 1 WHERE name = 'lines'; UPDATE \"order\" SET total = 0 WHERE id = old.order_id; RETURN NULL;"));
        var order = await source.OrderAsync(Shop, Alice);
        var preflight = await source.Fulfilment(Shop).PreflightAsync(order, default);
        Assert.Equal([new SideEffect("figures", EffectKind.Changed, 1), new SideEffect("log", EffectKind.Inserted, 3)], preflight.Effects);
        Assert.Equal(0L, source.Value("SELECT count(*) FROM log"));
        Assert.Equal(ExecutionOutcome.Done, (await source.Fulfilment(Shop).ExecuteAsync(order, preflight, default)).Outcome);
        Assert.Equal(2L, source.Value("SELECT n FROM figures WHERE name = 'lines'"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("CREATE POLICY p ON customer TO hidden USING (true)", false)]
    [InlineData("CREATE POLICY p ON customer USING (true)", false)]
    [InlineData("CREATE POLICY p ON customer FOR UPDATE TO hidden USING (true)", true)]
    [InlineData("CREATE POLICY p ON customer TO hidden USING (id < 3)", true)]
    [InlineData("CREATE POLICY p ON customer TO hidden USING (true); CREATE POLICY q ON customer TO hidden USING (id < 3)", false)]
    [InlineData("CREATE POLICY p ON customer TO hidden USING (true); CREATE POLICY q ON customer AS RESTRICTIVE TO hidden USING (id < 3)", true)]
    [InlineData("CREATE POLICY p ON customer TO postgres USING (true)", true)]
    public async Task A_table_hides_rows_unless_a_policy_shows_them_all(string policies, bool hides)
    {
        using var source = new PostgresSource(ShopSql + "ALTER TABLE customer ENABLE ROW LEVEL SECURITY;" + Role(source: "hidden", rights: "SELECT, UPDATE, DELETE") + policies);
        Assert.Equal(hides, (await source.As("hidden").ReadSchemaAsync(default)).Find("customer")!.RowsHidden);
    }

    [Fact]
    public async Task A_cascade_to_rows_that_the_portal_may_not_see_is_a_preflight_failure()
    {
        using var source = new PostgresSource(ShopSql + """
            CREATE TABLE basket (id int PRIMARY KEY, customer_id int REFERENCES customer ON DELETE CASCADE);
            INSERT INTO basket VALUES (1, 3);
            ALTER TABLE basket ENABLE ROW LEVEL SECURITY;
            """ + Role(source: "hidden", rights: "SELECT, UPDATE, DELETE"));
        var fulfilment = new SourceFulfilment(source.As("hidden"), Shop);
        Assert.Equal(["basket"], (await source.As("hidden").ReadSchemaAsync(default)).Tables.Where(t => t.RowsHidden).Select(t => t.Name));
        var order = new ErasureOrder(Carol, [], Erased.Today, await fulfilment.PlanErasureAsync(Carol, [], Erased.Today, default));
        Assert.Equal("OthersRows basket 1", (await fulfilment.PreflightAsync(order, default)).Text());
        Assert.Equal(1L, source.Value("SELECT count(*) FROM basket"));
    }

    [Fact]
    public async Task What_a_trigger_deletes_is_named_although_its_table_takes_long_to_look_through()
    {
        // Whoever only reads sees each row of the basket after a while: longer than the transaction may stand still.
        using var source = new PostgresSource(ShopSql + """
            CREATE TABLE basket (id int PRIMARY KEY);
            INSERT INTO basket SELECT i FROM generate_series(1, 12) i;
            CREATE FUNCTION slow() RETURNS bool LANGUAGE plpgsql AS $$ BEGIN IF current_setting('transaction_read_only') = 'on' THEN PERFORM pg_sleep(0.1); END IF; RETURN true; END $$;
            ALTER TABLE basket ENABLE ROW LEVEL SECURITY;
            CREATE POLICY all_of_it ON basket USING (slow());
            """ + Trigger("AFTER DELETE ON \"order\"", "DELETE FROM basket; RETURN NULL;") + Role(source: "hidden", rights: "SELECT, UPDATE, DELETE"));
        var order = await source.OrderAsync(Shop, Carol);
        var hurried = new PostgresConnector(source.Address("hidden")) { Limits = PostgresLimits.Usual with { Pause = TimeSpan.FromMilliseconds(600) } };
        var preflight = await new SourceFulfilment(hurried, Shop).PreflightAsync(order, default);
        Assert.Equal("", preflight.Text());
        Assert.Contains(new SideEffect("basket", EffectKind.Deleted, 12), preflight.Effects);
        Assert.Equal(12L, source.Value("SELECT count(*) FROM basket"));
    }

    [Fact]
    public async Task Rows_are_kept_as_they_were_when_it_was_judged_whose_they_are()
    {
        using var source = new PostgresSource(ShopSql);
        var seen = new List<FoundRow>();
        await source.Fulfilment(Shop).SearchAsync(
            Carol,
            async rows =>
            {
                source.Run("UPDATE address SET street = 'Bob now lives here'; UPDATE customer SET address_id = 2 WHERE id = 2;");
                await foreach (var row in rows)
                    seen.Add(row);
            },
            default);
        Assert.Equal("only Alice", seen.Single(r => r.Table == "address").Fields.Single(f => f.Name == "street").Value);
    }

    [Fact]
    public async Task A_table_of_which_rows_may_be_hidden_is_told_with_what_was_found()
    {
        using var source = new PostgresSource(ShopSql + Role(source: "hidden", rights: "SELECT"));
        var fulfilment = new SourceFulfilment(source.As("hidden"), Shop);
        Assert.Empty((await fulfilment.SearchAsync(Alice, default)).Hidden);
        source.Run("ALTER TABLE \"order\" ENABLE ROW LEVEL SECURITY");
        Assert.Equal(["order"], Erased.Kept(await fulfilment.SearchAsync(Alice, default)).Hidden);
    }

    [Fact]
    public async Task A_type_column_of_fixed_length_leads_as_far_as_any_other()
    {
        using var source = new PostgresSource("""
            CREATE TABLE person (id int PRIMARY KEY, email text);
            CREATE TABLE note (id int PRIMARY KEY, owner_type char(10), owner_id int, body text);
            INSERT INTO person VALUES (1, 'a@x.org'), (2, 'b@x.org');
            INSERT INTO note VALUES (1, 'Person', 1, 'hers'), (2, 'Person', 2, 'his'), (3, 'Order', 1, 'neither');
            """);
        var map = Tables(People("person", Email()), Table("note", Field("body", "content.message"), Either("owner_type", "owner_id", ("Person", "person", ReferenceKind.OwnedBy))));
        Assert.Equal("note 1 · person 1", (await source.SearchAsync(map, "email:a@x.org")).Text());
    }

    [Theory]
    [InlineData("")]
    [InlineData("DEFERRABLE")]
    [InlineData("ON DELETE CASCADE")]
    public async Task Rows_that_point_at_each_other_in_circles_go_together(string rule)
    {
        using var source = new PostgresSource($"""
            CREATE TABLE person (id int PRIMARY KEY, email text, home_id int, boss_id int REFERENCES person);
            CREATE TABLE home (id int PRIMARY KEY, person_id int NOT NULL REFERENCES person {rule}, street text);
            CREATE TABLE lease (id int PRIMARY KEY, home_id int NOT NULL REFERENCES home {rule}, person_id int REFERENCES person);
            INSERT INTO person VALUES (1, 'a@x.org', NULL, 1), (2, 'b@x.org', NULL, NULL);
            INSERT INTO home VALUES (1, 1, 'here'), (2, 2, 'there');
            INSERT INTO lease VALUES (1, 1, 1), (2, 2, 2);
            UPDATE person SET home_id = id;
            ALTER TABLE person ADD FOREIGN KEY (home_id) REFERENCES lease {rule};
            """);
        var map = Tables(
            People("person", Email(), Mentions("home_id", "lease"), Mentions("boss_id", "person")),
            Table("home", Field("street", "contact.address"), OwnedBy("person_id", "person")),
            Table("lease", OwnedBy("home_id", "home"), OwnedBy("person_id", "person")));
        var order = await source.EraseAsync(map, Asking("email:a@x.org"));
        Assert.All(order.Plan.Steps, s => Assert.Equal(ErasureAction.Delete, s.Action));
        Assert.Equal(["home 2 | 2 | 'there'", "lease 2 | 2 | 2", "person 2 | 'b@x.org' | 2 | null"], source.Everything().Select(r => r["public.".Length..]));
    }

    [Fact]
    public async Task What_a_deferred_constraint_would_refuse_at_commit_is_told_by_the_preflight()
    {
        using var source = new PostgresSource(ShopSql + """
            CREATE TABLE audit (id int PRIMARY KEY, order_id int, note text);
            """ + Trigger("AFTER DELETE ON line", "INSERT INTO audit VALUES (old.order_id * 10 + old.no, old.order_id, ''); RETURN NULL;")
            + "ALTER TABLE audit ADD CONSTRAINT known FOREIGN KEY (order_id) REFERENCES \"order\" DEFERRABLE INITIALLY DEFERRED;");
        var order = await source.OrderAsync(Shop, Alice);
        Assert.StartsWith("Refused audit 0 Reference order", (await source.Fulfilment(Shop).PreflightAsync(order, default)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_right_is_told_table_by_table_and_a_role_that_only_reads_gets_access()
    {
        using var source = new PostgresSource(ShopSql + Role("reader", "SELECT") + Role("clerk", "SELECT, UPDATE") + "GRANT DELETE ON line, \"order\" TO clerk; REVOKE UPDATE ON card FROM clerk;");
        var reader = new SourceFulfilment(source.As("reader"), Shop);
        Assert.Equal((null, false), (await source.As("reader").TestAsync(default)) is var test ? (test.Failure, test.Writable) : default);
        Assert.Equal(9, (await reader.SearchAsync(Alice, default)).Rows);
        var order = await source.OrderAsync(Shop, Alice);
        Assert.Equal("Source  0   ReadOnly", (await reader.PreflightAsync(order, default)).Text());

        var clerk = new SourceFulfilment(source.As("clerk"), Shop);
        Assert.True((await source.As("clerk").TestAsync(default)).Writable);
        Assert.Equal("Refused card 0 Permission · Refused card 0 Permission", (await clerk.PreflightAsync(order, default)).Text());

        // A table that the search needs and that may not be read is named.
        source.Run("REVOKE SELECT ON card FROM reader");
        var refused = await Assert.ThrowsAsync<SourceException>(() => reader.SearchAsync(Alice, default));
        Assert.Equal((SourceFailure.PermissionDenied, "card"), (refused.Failure, refused.Subject));
        Assert.Contains((await source.As("reader").ReadSchemaAsync(default)).Tables, t => t is { Name: "card", Unreadable: true });
    }

    private static string Trigger(string when, string body) =>
        $"CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$; CREATE TRIGGER t {when} FOR EACH ROW EXECUTE FUNCTION act();";

    /// <summary>Roles are the server's, so that another test may have made it already.</summary>
    private static string Role(string source, string rights) => $"""
        DO $$ BEGIN CREATE ROLE {source} LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT {rights} ON ALL TABLES IN SCHEMA public TO {source};
        """;
}
