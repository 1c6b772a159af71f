using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;
using static PrivacyPortal.Tests.Fulfilment.Searched;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>Erasing without harm, on a shop where people share things.</summary>
public abstract class ErasureTests(Func<string, TestSource> source)
{
    protected const string ShopSql = """
        CREATE TABLE address (id INTEGER PRIMARY KEY, street TEXT);
        CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT, name TEXT, address_id INTEGER REFERENCES address, invited_by INTEGER REFERENCES customer);
        CREATE TABLE card (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer ON DELETE CASCADE, digits TEXT);
        CREATE TABLE "order" (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer, card_id INTEGER REFERENCES card, total INT);
        CREATE TABLE line (order_id INTEGER REFERENCES "order" ON DELETE CASCADE, no INTEGER, item TEXT, PRIMARY KEY (order_id, no));
        INSERT INTO address VALUES (1, 'shared'), (2, 'only Alice');
        INSERT INTO customer VALUES (1, 'alice@example.com', 'Alice', 1, NULL), (2, 'bob@example.com', 'Bob', 1, 1), (3, 'carol@example.com', 'Carol', 2, NULL);
        INSERT INTO card VALUES (1, 1, '1111'), (2, 2, '2222'), (3, 1, '3333'), (4, 3, '4444');
        INSERT INTO "order" VALUES (1, 1, 2, 5), (2, 2, 1, 6), (3, 1, 3, 7), (4, 3, 4, 8);
        INSERT INTO line VALUES (1, 1, 'tea'), (2, 1, 'milk'), (3, 1, 'cup'), (3, 2, 'pot'), (4, 1, 'jar');
        """;

    protected static readonly SourceMap Shop = Tables(
        Table("address", Field("street", "contact.address")),
        People("customer", Email(), Field("name", "identity.name"), Owns("address_id", "address"), Mentions("invited_by", "customer")),
        Table("card", Field("digits", "commerce.payment"), OwnedBy("customer_id", "customer")),
        Table("order", OwnedBy("customer_id", "customer"), Mentions("card_id", "card")),
        Table("line", Field("item", "commerce.order"), OwnedBy("order_id", "order")));

    protected static readonly WalkRequest Alice = Asking("email:alice@example.com");
    protected static readonly WalkRequest Carol = Asking("email:carol@example.com");

    [Fact]
    public async Task What_others_point_at_stays_as_a_shell_and_nothing_of_theirs_changes()
    {
        using var file = source(ShopSql);
        var others = Others(file);
        var order = await file.EraseAsync(Shop, Alice);

        // Bob's order was paid with her card, and she invited him: key and links remain, what is personal goes.
        Assert.Equal("Shell customer 1 email=null, name=null · Shell card 1 digits=null · Delete line 1, 1 3, 1 3, 2 · Delete order 1 3 · Delete card 3 · Leave address 1", order.Plan.Text());
        Assert.Equal(others, Others(file));
        Assert.Equal(["1 | null | null | 1 | null"], file.Rows("SELECT * FROM customer WHERE id = 1"));
        Assert.Equal(["1 | 1 | null"], file.Rows("SELECT * FROM card WHERE customer_id = 1"));
        Assert.Equal(["card", "customer", "order"], order.Plan.Steps.Where(s => s.Action == ErasureAction.Shell).SelectMany(s => s.Why!.PointedAtBy).Distinct().Order());
    }

    [Theory]
    [InlineData("name TEXT NOT NULL", "Refused customer 0 NotNull name")]
    [InlineData("name TEXT CHECK (name IS NOT NULL)", "Refused customer 0 Check")]
    public async Task A_column_that_may_not_be_empty_is_found_by_the_preflight_and_nothing_changes(string column, string failure)
    {
        using var file = source(ShopSql.Replace("name TEXT", column, StringComparison.Ordinal));
        var before = file.Everything();
        var order = await file.OrderAsync(Shop, Alice);
        var preflight = await file.Fulfilment(Shop).PreflightAsync(order, default);
        Assert.Equal(failure, preflight.Text());
        Assert.Equal(ExecutionOutcome.Refused, (await file.Fulfilment(Shop).ExecuteAsync(order, preflight, default)).Outcome);
        Assert.Equal(before, file.Everything());
    }

    [Fact]
    public async Task A_key_column_that_is_to_be_cleared_is_found_by_the_preflight()
    {
        using var file = source(ShopSql);
        var order = await file.OrderAsync(Shop, Alice, new ErasureDecision("customer", Verdict.Subject, null, null, [new("id", FieldErasure.Clear)]));
        Assert.Equal("Refused customer 1 Key id", (await file.Fulfilment(Shop).PreflightAsync(order, default)).Text());
    }

    [Fact]
    public async Task Two_rows_replaced_by_one_value_in_a_unique_column_are_found_by_the_preflight()
    {
        using var file = source(ShopSql + "CREATE UNIQUE INDEX one ON card (digits); UPDATE \"order\" SET card_id = 3 WHERE id = 2; UPDATE \"order\" SET card_id = 1 WHERE id = 4;");
        var order = await file.OrderAsync(Shop, Alice, new ErasureDecision("card", Verdict.Subject, null, null, [new("digits", FieldErasure.Replace, "gone")]));
        Assert.Equal("Refused card 0 Unique digits", (await file.Fulfilment(Shop).PreflightAsync(order, default)).Text());
    }

    [Fact]
    public async Task Rows_kept_on_a_ground_stay_whole_until_their_date_and_hold_the_person_as_a_shell()
    {
        using var file = source(ShopSql + "ALTER TABLE \"order\" ADD COLUMN placed TEXT; UPDATE \"order\" SET placed = '2024-03-0' || id;");
        var law = new KeepRule(KeepGround.LegalObligation, Months: 120, After: "placed", Law: "L123-22");
        var map = Shop with { Tables = [.. Shop.Tables.Select(t => t.Name == "order" ? t with { OnErasure = RowErasure.Keep, Keep = law } : t)] };
        var order = await file.EraseAsync(map, Carol, new ErasureDecision("customer", Verdict.Subject, null, null, [new("name", FieldErasure.Keep, Keep: law with { Months = 1, After = null })]));

        var kept = order.Plan.Steps.Single(s => s.Action == ErasureAction.Keep);
        Assert.Equal(new DateOnly(2034, 3, 4), kept.Why!.Until);
        var shell = order.Plan.Steps.Single(s => s.Table == "customer");
        Assert.Equal(("name", new DateOnly(2026, 12, 21)), (shell.Kept[0].Field, shell.Kept[0].Until!.Value));
        Assert.Equal(["3 | null | 'Carol' | 2 | null"], file.Rows("SELECT * FROM customer WHERE id = 3"));
        Assert.Equal(["4 | 3 | 4 | 8 | '2024-03-04'"], file.Rows("SELECT * FROM \"order\" WHERE id = 4"));
    }

    [Fact]
    public async Task What_is_kept_without_ground_or_end_cannot_be_executed()
    {
        using var file = source(ShopSql);
        var order = await file.OrderAsync(Shop, Carol, new ErasureDecision("order", Verdict.Subject, RowErasure.Keep, null, []));
        Assert.Equal("KeepIncomplete order 1", (await file.Fulfilment(Shop).PreflightAsync(order, default)).Text());
    }

    [Fact]
    public async Task A_pseudonym_is_kept_and_never_called_erased()
    {
        using var file = source(ShopSql);
        var rule = new KeepRule(KeepGround.LegalClaims, new DateOnly(2030, 1, 1));
        var order = await file.EraseAsync(Shop, Alice, new ErasureDecision("customer", Verdict.Subject, RowErasure.Fields, null, [new("name", FieldErasure.Pseudonymise, Keep: rule)]));
        var step = order.Plan.Steps.Single(s => s.Table == "customer");
        Assert.Equal("name", Assert.Single(step.Kept).Field);
        Assert.StartsWith("psn-", (string)file.Value("SELECT name FROM customer WHERE id = 1")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSERT INTO \"order\" VALUES (9, 1, NULL, 1)", ExecutionOutcome.DataChanged)]
    [InlineData("DELETE FROM line WHERE order_id = 3 AND no = 2", ExecutionOutcome.Mixed)]
    [InlineData("UPDATE \"order\" SET card_id = 3 WHERE id = 2", ExecutionOutcome.DataChanged)]
    public async Task Data_that_changed_since_the_preflight_is_reviewed_again(string change, ExecutionOutcome resumed)
    {
        using var file = source(ShopSql);
        var order = await file.OrderAsync(Shop, Alice);
        var preflight = await file.Fulfilment(Shop).PreflightAsync(order, default);
        file.Run(change);
        var before = file.Everything();
        Assert.Equal(ExecutionOutcome.DataChanged, (await file.Fulfilment(Shop).ExecuteAsync(order, preflight, default)).Outcome);
        Assert.Equal(resumed, (await file.Fulfilment(Shop).ResumeAsync(order, preflight, default)).Outcome);
        Assert.Equal(before, file.Everything());
    }

    [Fact]
    public async Task A_resumed_step_executes_if_nothing_is_done_and_asks_if_something_is()
    {
        using var file = source(ShopSql);
        var order = await file.OrderAsync(Shop, Alice);
        var preflight = await file.Fulfilment(Shop).PreflightAsync(order, default);
        file.Run("DELETE FROM line WHERE order_id = 3");
        Assert.Equal(ExecutionOutcome.Mixed, (await file.Fulfilment(Shop).ResumeAsync(order, preflight, default)).Outcome);
        file.Run("INSERT INTO line VALUES (3, 1, 'cup'), (3, 2, 'pot')");
        Assert.Equal(ExecutionOutcome.Done, (await file.Fulfilment(Shop).ResumeAsync(order, preflight, default)).Outcome);
        // The number of her deleted order goes to Bob's next one: that is his, and nothing of hers is left.
        file.Run("INSERT INTO \"order\" VALUES (3, 2, NULL, 9)");
        Assert.Equal(ExecutionOutcome.DoneBefore, (await file.Fulfilment(Shop).ResumeAsync(order, preflight, default)).Outcome);
        Assert.True((await file.Fulfilment(Shop).VerifyAsync(order, false, default)).Passed);
    }

    [Fact]
    public async Task An_identity_that_was_changed_before_anything_was_erased_is_not_taken_for_done()
    {
        using var file = source(ShopSql);
        var order = await file.OrderAsync(Shop, Carol);
        var preflight = await file.Fulfilment(Shop).PreflightAsync(order, default);
        file.Run("UPDATE customer SET email = 'carol@new.example' WHERE id = 3");
        Assert.Equal(ExecutionOutcome.Mixed, (await file.Fulfilment(Shop).ResumeAsync(order, preflight, default)).Outcome);
        Assert.Equal(1L, file.Value("SELECT count(*) FROM customer WHERE id = 3"));
    }

    [Fact]
    public async Task The_proof_counts_the_planned_keys_that_were_read_again()
    {
        using var file = source(ShopSql);
        var order = await file.EraseAsync(Shop, Alice);
        var planned = order.Plan.Steps.Where(s => s.Action == ErasureAction.Delete || s.Changes.Count > 0).Sum(s => s.Rows.Count);
        Assert.Equal(planned, (await file.Fulfilment(Shop).VerifyAsync(order, false, default)).KeysRead);
    }

    [Fact]
    public async Task What_comes_back_after_the_erasure_is_found_by_the_verification()
    {
        using var file = source(ShopSql);
        var order = await file.EraseAsync(Shop, Carol);
        file.Run("INSERT INTO customer VALUES (7, 'carol@example.com', 'Carol', NULL, NULL)");
        var proof = await file.Fulfilment(Shop).VerifyAsync(order, false, default);
        Assert.Equal([new Residue(ResidueCause.FoundAgain, "customer", 1)], proof.Residue);
        Assert.False(proof.Passed);
    }

    [Fact]
    public async Task Her_address_in_anothers_text_goes_to_the_dpo_and_fails_nothing_but_in_her_own_it_fails()
    {
        using var file = source(ShopSql + "UPDATE line SET item = 'for Alice@Example.com' WHERE order_id = 2; ALTER TABLE card ADD COLUMN memo TEXT;");
        var order = await file.EraseAsync(Shop, Alice);
        var proof = await file.Fulfilment(Shop).VerifyAsync(order, true, default);
        Assert.Equal([new Sighting(SightingOwner.Others, "line", "item", 1)], proof.Sightings);
        Assert.True(proof.Passed);
        Assert.Empty((await file.Fulfilment(Shop).VerifyAsync(order, false, default)).Sightings);

        // A column that the map leaves out, in her own shell.
        file.Run("UPDATE card SET memo = 'of alice@example.com' WHERE id = 1");
        proof = await file.Fulfilment(Shop).VerifyAsync(order, false, default);
        Assert.Equal([new Sighting(SightingOwner.Subject, "card", "memo", 1)], proof.Sightings);
        Assert.False(proof.Passed);
        Assert.Equal(10, (await file.Fulfilment(Shop).TextSearchCostAsync(default)).Rows);
    }

    [Fact]
    public async Task Her_telephone_number_is_sought_where_it_is_held_as_a_number()
    {
        using var file = source(ShopSql + "ALTER TABLE line ADD COLUMN dial BIGINT; UPDATE line SET dial = 612345678 WHERE order_id = 2; ALTER TABLE card ADD COLUMN dial BIGINT;");
        var order = await file.EraseAsync(Shop, new WalkRequest([new("email", "alice@example.com"), new("phone", "06 12 34 56 78")], []));
        var proof = await file.Fulfilment(Shop).VerifyAsync(order, true, default);
        Assert.Equal([new Sighting(SightingOwner.Others, "line", "dial", 1)], proof.Sightings);

        file.Run("UPDATE card SET dial = 33612345678 WHERE id = 1");
        proof = await file.Fulfilment(Shop).VerifyAsync(order, false, default);
        Assert.Equal([new Sighting(SightingOwner.Subject, "card", "dial", 1)], proof.Sightings);
    }

    [Fact]
    public async Task A_source_that_may_only_be_read_answers_access_and_refuses_erasure_in_the_preflight()
    {
        using var file = source(ShopSql);
        var fulfilment = new SourceFulfilment(file.Connector(readOnly: true), Shop);
        Assert.Equal(9, (await fulfilment.SearchAsync(Alice, default)).Rows);
        var order = new ErasureOrder(Alice, [], Erased.Today, await fulfilment.PlanErasureAsync(Alice, [], Erased.Today, default));
        Assert.Equal("Source  0   ReadOnly", (await fulfilment.PreflightAsync(order, default)).Text());

        // Of somebody whom it does not know there is nothing to refuse.
        var stranger = Asking("email:nobody@example.com");
        order = new ErasureOrder(stranger, [], Erased.Today, await fulfilment.PlanErasureAsync(stranger, [], Erased.Today, default));
        var preflight = await fulfilment.PreflightAsync(order, default);
        Assert.True(preflight.Passed);
        Assert.Equal(ExecutionOutcome.Done, (await fulfilment.ExecuteAsync(order, preflight, default)).Outcome);
        Assert.Equal(ExecutionOutcome.Done, (await fulfilment.ResumeAsync(order, preflight, default)).Outcome);
    }

    [Fact]
    public async Task An_ambiguity_that_nobody_ticked_stops_the_erasure()
    {
        using var file = source(ShopSql + "UPDATE customer SET email = 'alice@example.com' WHERE id = 3");
        var order = await file.OrderAsync(Shop, Alice);
        Assert.Equal("Ambiguous customer 2", (await file.Fulfilment(Shop).PreflightAsync(order, default)).Text());
    }

    private static List<string> Others(TestSource file) =>
    [
        .. file.Rows("SELECT * FROM address"),
        .. file.Rows("SELECT * FROM customer WHERE id <> 1"),
        .. file.Rows("SELECT * FROM card WHERE customer_id <> 1"),
        .. file.Rows("SELECT * FROM \"order\" WHERE customer_id <> 1"),
        .. file.Rows("SELECT * FROM line WHERE order_id IN (2, 4)"),
    ];
}
