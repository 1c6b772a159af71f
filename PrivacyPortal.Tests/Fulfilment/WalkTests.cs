using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;
using static PrivacyPortal.Tests.Fulfilment.Searched;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>The rules of the walk, each on a small shop.</summary>
public abstract class WalkTests(Func<string, TestSource> source)
{
    private const string ShopSql = """
        CREATE TABLE address (id INTEGER PRIMARY KEY, street TEXT);
        CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT, phone TEXT, address_id INTEGER REFERENCES address);
        CREATE TABLE card (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer, digits TEXT);
        CREATE TABLE product (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE "order" (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer, card_id INTEGER REFERENCES card, email TEXT);
        CREATE TABLE line (order_id INTEGER REFERENCES "order", no INTEGER, product_id INTEGER REFERENCES product, PRIMARY KEY (order_id, no));
        INSERT INTO address VALUES (1, 'shared'), (2, 'only Alice'), (3, 'only Bob');
        INSERT INTO customer VALUES (1, 'alice@example.com', '0612345678', 1), (2, 'bob@example.com', NULL, 1), (3, 'carol@example.com', NULL, 3), (0, '', NULL, NULL);
        INSERT INTO card VALUES (1, 1, '1111'), (2, 2, '2222');
        INSERT INTO product VALUES (1, 'tea'), (2, 'milk');
        INSERT INTO "order" VALUES (1, 1, 2, NULL), (2, 2, 2, NULL), (3, 2, 1, NULL);
        INSERT INTO line VALUES (1, 1, 1), (1, 2, 2), (2, 1, 1), (3, 1, 2);
        """;

    private static readonly SourceMap Shop = Tables(
        Table("address", Field("street", "contact.address")),
        People("customer", Email(), Phone(), Owns("address_id", "address")),
        Table("card", Field("digits", "commerce.payment"), OwnedBy("customer_id", "customer")),
        Shared("product", Field("name")),
        Table("order", Email(), OwnedBy("customer_id", "customer"), Mentions("card_id", "card")),
        Table("line", OwnedBy("order_id", "order"), Mentions("product_id", "product")));

    [Theory]
    [InlineData("email:ALICE@EXAMPLE.COM")]
    [InlineData("email: alice@example.com ")]
    [InlineData("phone:+33 6 12 34 56 78")]
    public async Task Alice_is_found_however_her_identity_is_spelled(string identity)
    {
        using var file = source(ShopSql);
        var found = await file.SearchAsync(Shop, identity);
        Assert.StartsWith("card 1 · customer 1 · line 1, 1 1, 2 · order 1", found.Text());
    }

    [Fact]
    public async Task An_order_paid_with_anothers_card_gives_neither_the_card_nor_the_others_lines()
    {
        using var file = source(ShopSql);
        var alice = await file.SearchAsync(Shop, "email:alice@example.com");
        Assert.Equal("card 1 · customer 1 · line 1, 1 1, 2 · order 1 · Both address 1 · Context product 1 2", alice.Text(context: true));
        Assert.Equal("card 1", alice.Others());

        // Her card paid an order of Bob's: a mention is never followed down.
        var bob = await file.SearchAsync(Shop, "email:bob@example.com");
        Assert.Equal("card 2 · customer 2 · line 2, 1 3, 1 · order 2 3 · Both address 1", bob.Text());
        Assert.Equal("card 1", bob.Others());
    }

    [Fact]
    public async Task What_only_they_own_is_theirs_and_what_two_own_is_boths()
    {
        using var file = source(ShopSql);
        Assert.Equal("address 3 · customer 3", (await file.SearchAsync(Shop, "email:carol@example.com")).Text());
        file.Run("UPDATE customer SET address_id = 2 WHERE id = 2");
        Assert.Contains("Both", (await file.SearchAsync(Shop, "email:alice@example.com")).Text() + " Both", StringComparison.Ordinal);
        Assert.Equal("address 1 · card 1 · customer 1 · line 1, 1 1, 2 · order 1", (await file.SearchAsync(Shop, "email:alice@example.com")).Text());
    }

    [Fact]
    public async Task Children_of_boths_rows_are_boths_unless_they_say_otherwise()
    {
        using var file = source(ShopSql + """
            CREATE TABLE delivery (id INTEGER PRIMARY KEY, address_id INTEGER REFERENCES address, customer_id INTEGER REFERENCES customer);
            CREATE TABLE parcel (id INTEGER PRIMARY KEY, address_id INTEGER REFERENCES address);
            INSERT INTO parcel VALUES (1, 1), (2, 3);
            """);
        var map = Shop with { Tables = [.. Shop.Tables, Table("parcel", OwnedBy("address_id", "address"))] };
        Assert.Contains("Both parcel 1", (await file.SearchAsync(map, "email:alice@example.com")).Text(), StringComparison.Ordinal);
        Assert.Contains("parcel 2", (await file.SearchAsync(map, "email:carol@example.com")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zero_empty_text_and_false_are_values_like_any_others()
    {
        using var file = source("""
            CREATE TABLE customer (id INTEGER PRIMARY KEY, no TEXT);
            CREATE TABLE note (id INTEGER PRIMARY KEY, customer_id INTEGER, flag BOOLEAN);
            INSERT INTO customer VALUES (0, '0'), (1, '1');
            INSERT INTO note VALUES (0, 0, FALSE), (1, 1, FALSE), (2, NULL, FALSE);
            """);
        var map = Tables(People("customer", Field("no", identity: IdentityKinds.CustomerId)), Table("note", OwnedBy("customer_id", "customer")));
        Assert.Equal("customer 0 · note 0", (await file.SearchAsync(map, "customer-id:0")).Text());
    }

    [Fact]
    public async Task Cycles_and_self_references_end()
    {
        using var file = source("""
            CREATE TABLE employee (id INTEGER PRIMARY KEY, email TEXT, reports_to INTEGER REFERENCES employee, badge_id INTEGER);
            CREATE TABLE badge (id INTEGER PRIMARY KEY, employee_id INTEGER REFERENCES employee);
            CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER, email TEXT);
            CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER);
            INSERT INTO employee VALUES (1, 'boss@x.org', 1, 1), (2, 'two@x.org', 1, NULL), (3, 'three@x.org', 2, 3);
            INSERT INTO badge VALUES (1, 1), (3, 3);
            INSERT INTO a VALUES (1, 1, 'round@x.org'), (2, 1, NULL);
            INSERT INTO b VALUES (1, 1);
            """);
        var map = Tables(
            People("employee", Email(), Mentions("reports_to", "employee"), Owns("badge_id", "badge")),
            Table("badge", OwnedBy("employee_id", "employee")),
            Table("a", Email(), OwnedBy("b_id", "b")),
            Table("b", OwnedBy("a_id", "a")));
        var found = await file.SearchAsync(map, "email:two@x.org");
        Assert.Equal("employee 2", found.Text());
        Assert.Equal("employee 1", found.Others());
        Assert.Equal("badge 1 · employee 1", (await file.SearchAsync(map, "email:boss@x.org")).Text());
        // A chain of owners that only runs in a circle says nothing; then the identity does.
        Assert.StartsWith("a 1", (await file.SearchAsync(map, "email:round@x.org")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_on_two_peoples_rows_is_taken_only_as_ticked()
    {
        using var file = source(ShopSql + "UPDATE customer SET email = 'office@corp.example' WHERE id IN (1, 2);");
        var before = await file.SearchAsync(Shop, "email:office@corp.example");
        Assert.Equal("", before.Text());
        Assert.Equal("", before.Others());
        Assert.Equal([Doubt.SharedValue, Doubt.SharedValue], before.Ambiguities.Select(a => a.Doubt));

        var ticked = await file.SearchAsync(Shop, "email:office@corp.example", Ticked("customer", 1L, TickAnswer.Theirs), Ticked("customer", 2L, TickAnswer.NotTheirs));
        Assert.Equal("card 1 · customer 1 · line 1, 1 1, 2 · order 1 · Both address 1", ticked.Text());
        Assert.Empty(ticked.Ambiguities);

        // The telephone is hers alone: her row needs no tick, the other still does.
        var certain = await file.SearchAsync(Shop, "email:office@corp.example, phone:06 12 34 56 78");
        Assert.Equal("customer 2", string.Join(' ', certain.Ambiguities.Select(a => a.Row.Table + " " + a.Row.Key)));
        Assert.StartsWith("card 1 · customer 1", certain.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_on_a_row_of_several_people_names_one_of_them_and_waits_for_the_dpo()
    {
        using var file = source("""
            CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT);
            CREATE TABLE tenancy (id INTEGER PRIMARY KEY, one INTEGER REFERENCES person, other INTEGER REFERENCES person, email TEXT);
            CREATE TABLE complaint (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person);
            INSERT INTO person VALUES (1, NULL), (2, NULL), (3, 'carol@example.com');
            INSERT INTO tenancy VALUES (1, 1, 2, 'alice@example.com'), (2, 2, 3, 'bob@example.com');
            INSERT INTO complaint VALUES (1, 1), (2, 2), (3, 3);
            """);
        var map = Tables(People("person", Email()), Table("tenancy", Email(), OwnedBy("one", "person"), OwnedBy("other", "person")), Table("complaint", OwnedBy("person_id", "person")));
        var before = await file.SearchAsync(map, "email:alice@example.com");
        Assert.Equal("", before.Text());
        Assert.Equal(["person 1 SeveralOwners", "person 2 SeveralOwners"], before.Ambiguities.Select(a => $"{a.Row.Table} {a.Row.Key} {a.Doubt}").Order());

        var ticked = await file.SearchAsync(map, "email:alice@example.com", Ticked("person", 1L, TickAnswer.Theirs));
        Assert.Equal("complaint 1 · person 1 · Both tenancy 1", ticked.Text());
        Assert.Empty(ticked.Ambiguities);
        Assert.Equal("", (await file.SearchAsync(map, "email:alice@example.com", Ticked("person", 1L, TickAnswer.NotTheirs))).Text());

        // Carol has an address of her own: the other one is Bob's.
        Assert.Equal("complaint 2 · person 2 · Both tenancy 1 2", (await file.SearchAsync(map, "email:bob@example.com")).Text());
    }

    [Fact]
    public async Task Identity_and_owner_that_disagree_wait_for_the_dpo()
    {
        using var file = source(ShopSql + "UPDATE \"order\" SET email = 'alice@example.com' WHERE id = 2; UPDATE \"order\" SET email = 'carol@example.com' WHERE id = 1;");
        var found = await file.SearchAsync(Shop, "email:alice@example.com");
        Assert.Equal(["order 1 IdentityAgainstOwner", "order 2 IdentityAgainstOwner"], found.Ambiguities.Select(a => $"{a.Row.Table} {a.Row.Key} {a.Doubt}").Order());
        Assert.Equal("card 1 · customer 1 · Both address 1", found.Text());

        var ticked = await file.SearchAsync(Shop, "email:alice@example.com", Ticked("order", 1L, TickAnswer.Theirs), Ticked("order", 2L, TickAnswer.Both));
        Assert.Equal("card 1 · customer 1 · line 1, 1 1, 2 · order 1 · Both address 1 · Both line 2, 1 · Both order 2", ticked.Text());
    }

    [Fact]
    public async Task Anothers_value_beside_theirs_waits_and_a_second_one_of_theirs_is_proposed()
    {
        using var file = source(ShopSql + """
            CREATE TABLE mail (id INTEGER PRIMARY KEY, sender TEXT, recipient TEXT);
            CREATE TABLE signup (id INTEGER PRIMARY KEY, email TEXT, phone TEXT);
            INSERT INTO mail VALUES (1, 'alice@example.com', 'bob@example.com'), (2, 'alice@example.com', 'stranger@example.com'), (3, 'alice@example.com', NULL), (4, 'bob@example.com', 'carol@example.com');
            INSERT INTO signup VALUES (1, 'Alice@Example.com', '01 00 00 00 01'), (2, 'bob@example.com', '0612345678');
            """);
        var map = Shop with { Tables = [.. Shop.Tables, Table("mail", Email("sender"), Email("recipient")), Table("signup", Email(), Phone())] };
        var found = await file.SearchAsync(map, "email:alice@example.com");
        Assert.Equal(["mail 1 AnotherBeside", "mail 2 AnotherBeside"], found.Ambiguities.Select(a => $"{a.Row.Table} {a.Row.Key} {a.Doubt}").Order());
        Assert.Equal("card 1 · customer 1 · line 1, 1 1, 2 · mail 3 · order 1 · signup 1 · Both address 1", found.Text());
        Assert.Equal(["phone 0612345678", "phone 01 00 00 00 01"], found.Proposals.Select(p => p.Identity.Kind + " " + p.Identity.Value));
    }

    [Fact]
    public async Task People_without_identity_fields_are_reached_through_what_belongs_to_them()
    {
        using var file = source("""
            CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
            CREATE TABLE mailbox (id INTEGER PRIMARY KEY, person_id INTEGER, email TEXT);
            CREATE TABLE note (id INTEGER PRIMARY KEY, person_id INTEGER);
            INSERT INTO person VALUES (1, 'A'), (2, 'B');
            INSERT INTO mailbox VALUES (1, 1, 'a@x.org'), (2, 1, 'a2@x.org'), (3, 2, 'b@x.org');
            INSERT INTO note VALUES (1, 1), (2, 2), (3, 99);
            """);
        var map = Tables(People("person", Field("name", "identity.name")), Table("mailbox", Email(), OwnedBy("person_id", "person")), Table("note", OwnedBy("person_id", "person")));
        var found = await file.SearchAsync(map, "email:a@x.org");
        Assert.Equal("mailbox 1 2 · note 1 · person 1", found.Text());
        Assert.Equal("a2@x.org", Assert.Single(found.Proposals).Identity.Value);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_a_columns_type_is_reported()
    {
        using var file = source(ShopSql);
        var map = Tables(People("customer", Field("id", identity: IdentityKinds.CustomerId)));
        var found = await file.SearchAsync(map, "customer-id:C-17");
        Assert.Equal(new Uncastable("customer", "id", 1), Assert.Single(found.Uncastables));
        Assert.Equal(0, found.Rows);
    }

    [Fact]
    public async Task A_table_that_no_identity_reaches_is_reported_with_what_would_reach_it()
    {
        using var file = source(ShopSql + "CREATE TABLE visit (id INTEGER PRIMARY KEY, visitor TEXT); CREATE TABLE lost (id INTEGER PRIMARY KEY, name TEXT);");
        var map = Shop with { Tables = [.. Shop.Tables, Table("visit", Field("visitor", "technical.device", IdentityKinds.VisitorId)), Table("lost", Field("name", "identity.name"))] };
        var found = await file.SearchAsync(map, "email:alice@example.com");
        Assert.Equal(["lost:", "visit:visitor-id"], found.Unreached.Select(u => u.Table + ":" + string.Join(' ', u.ReachedBy)).Order());
    }

    [Fact]
    public async Task A_map_that_names_a_table_that_is_gone_fails_and_says_which()
    {
        using var file = source(ShopSql + "DROP TABLE line;");
        var e = await Assert.ThrowsAsync<SourceException>(() => file.SearchAsync(Shop, "email:alice@example.com"));
        Assert.Equal((SourceFailure.SchemaChanged, "line"), (e.Failure, e.Subject));
    }

    [Fact]
    public async Task Somebody_unknown_is_found_nowhere()
    {
        using var file = source(ShopSql);
        var found = await file.SearchAsync(Shop, "email:nobody@example.com");
        Assert.Equal(("", ""), (found.Text(true), found.Others()));
    }
}
