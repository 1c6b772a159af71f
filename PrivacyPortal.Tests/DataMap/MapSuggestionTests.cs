using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Sqlite;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Suggestions;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

public sealed class MapSuggestionTests
{
    [Fact]
    public async Task In_Chinook_customers_and_employees_are_people_invoices_theirs_and_tracks_shared()
    {
        var (schema, map) = await SuggestAsync(ChinookShop.Write);
        Assert.Equal(["Customer", "Employee"], MapSuggestion.People(schema));
        Assert.Equal(ReferenceKind.OwnedBy, KindOf(map, "Invoice", "CustomerId"));
        Assert.Equal(ReferenceKind.OwnedBy, KindOf(map, "InvoiceLine", "InvoiceId"));
        Assert.Equal(ReferenceKind.Mentions, KindOf(map, "InvoiceLine", "TrackId"));
        Assert.Equal(ReferenceKind.Mentions, KindOf(map, "Customer", "SupportRepId"));
        Assert.Equal(ReferenceKind.Mentions, KindOf(map, "Employee", "ReportsTo"));
        Assert.All(["Track", "Album", "Artist", "Genre", "MediaType", "Playlist", "PlaylistTrack"], t => Assert.Equal(TableRole.Shared, map.Find(t)!.Role));
        Assert.Equal(("contact.email", "email", FieldErasure.Replace), Facts(map, "Customer", "Email"));
        Assert.Equal(("contact.phone", "phone", null), Facts(map, "Customer", "Phone"));
        Assert.Equal(("contact.phone", null, null), Facts(map, "Customer", "Fax"));
        Assert.Equal("customer-id", map.Find("Customer")!.Find("CustomerId")!.Identity);
        Assert.Equal("identity.name", map.Find("Customer")!.Find("LastName")!.Category);
        Assert.Equal("contact.address", map.Find("Invoice")!.Find("BillingCity")!.Category);
        Assert.DoesNotContain(map.Find("Genre")!.Fields, f => f.Personal);
        Assert.DoesNotContain(MapCheck.Of(map, schema), w => MapCheck.Contradicts(w.Gap));
    }

    [Fact]
    public async Task A_second_route_to_an_owner_is_a_mention_and_a_conversation_a_container()
    {
        var (_, map) = await SuggestAsync(Source("""
            CREATE TABLE visitors (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
            CREATE TABLE advisors (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
            CREATE TABLE cards (id INTEGER PRIMARY KEY, visitor_id INTEGER REFERENCES visitors, iban TEXT);
            CREATE TABLE orders (id INTEGER PRIMARY KEY, card_id INTEGER REFERENCES cards, visitor_id INTEGER REFERENCES visitors);
            CREATE TABLE conversations (id INTEGER PRIMARY KEY, advisor_id INTEGER REFERENCES advisors, visitor_id INTEGER REFERENCES visitors);
            CREATE TABLE messages (id INTEGER PRIMARY KEY, advisor_id INTEGER REFERENCES advisors, visitor_id INTEGER REFERENCES visitors,
              conversation_id INTEGER REFERENCES conversations, reply_to INTEGER REFERENCES messages, body TEXT);
            CREATE TABLE views (id INTEGER PRIMARY KEY, conversation_id INTEGER REFERENCES conversations, page TEXT);
            """));
        Assert.Equal(ReferenceKind.OwnedBy, KindOf(map, "orders", "visitor_id"));
        Assert.Equal(ReferenceKind.Mentions, KindOf(map, "orders", "card_id"));
        Assert.Equal(ReferenceKind.OwnedBy, KindOf(map, "messages", "visitor_id"));
        Assert.Equal(ReferenceKind.Mentions, KindOf(map, "messages", "advisor_id"));
        Assert.Equal(ReferenceKind.PartOf, KindOf(map, "messages", "conversation_id"));
        Assert.Equal(ReferenceKind.Mentions, KindOf(map, "messages", "reply_to"));
        Assert.Equal(ReferenceKind.OwnedBy, KindOf(map, "views", "conversation_id"));
        Assert.Equal("content.message", map.Find("messages")!.Find("body")!.Category);
    }

    [Fact]
    public async Task References_that_are_not_declared_are_guessed_from_names_and_from_the_values_of_a_type_column()
    {
        var (_, map) = await SuggestAsync(Source("""
            CREATE TABLE customers (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
            CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, total REAL);
            CREATE TABLE notes (id INTEGER PRIMARY KEY, owner_type TEXT, owner_id INTEGER, body TEXT);
            INSERT INTO notes VALUES (1, 'Customer', 1, 'x'), (2, 'Order', 1, 'y'), (3, 'Ship', 1, 'z');
            """));
        var order = map.Find("orders")!.References.Single();
        Assert.Equal(("customers", false, ReferenceKind.OwnedBy), (order.Targets.Single().Table, order.Declared, order.Targets.Single().Kind));
        var note = map.Find("notes")!.References.Single();
        Assert.Equal("owner_type", note.TypeColumn);
        Assert.Equal([("Customer", "customers", ReferenceKind.OwnedBy), ("Order", "orders", ReferenceKind.OwnedBy)], note.Targets.Select(t => (t.When!, t.Table, t.Kind)));
    }

    [Fact]
    public async Task What_a_name_does_not_tell_a_few_values_do()
    {
        var (_, map) = await SuggestAsync(Source("""
            CREATE TABLE registrations (id INTEGER PRIMARY KEY, c1 TEXT, c2 TEXT, c3 TEXT, c4 TEXT);
            INSERT INTO registrations (c1, c2, c3, c4) VALUES ('a@b.fr', '10.0.0.1', '06 12 34 56 78', 'red'), ('c@d.org', '::1', '+33 6 12 34 56 78', 'blue'), ('e@f.de', '1.2.3.4', '0612345678', 'x@y');
            """));
        Assert.Equal(["contact.email", "technical.ip", "contact.phone", null], map.Find("registrations")!.Fields.Select(f => f.Category));
        Assert.Equal(TableRole.Ordinary, map.Find("registrations")!.Role);
    }

    private static (string?, string?, FieldErasure?) Facts(SourceMap map, string table, string field)
    {
        var found = map.Find(table)!.Find(field)!;
        return (found.Category, found.Identity, found.OnErasure);
    }

    private static ReferenceKind KindOf(SourceMap map, string table, string column) => map.Find(table)!.References.Single(r => r.Columns.Contains(column)).Targets.Single().Kind;

    private static Action<string> Source(string sql) => path => Given.Run(path, sql);

    private static Task<(SourceSchema Schema, SourceMap Map)> SuggestAsync(Func<string, string> write) => SuggestAsync(path => { write(path); });

    private static async Task<(SourceSchema Schema, SourceMap Map)> SuggestAsync(Action<string> write)
    {
        using var folder = new TempFolder();
        var path = folder.File("source.db");
        write(path);
        await using var reader = await new SqliteConnector(path).OpenAsync(default);
        var samples = await TableSample.ReadAsync(reader, default);
        return (reader.Schema, MapSuggestion.Of(reader.Schema, MapSuggestion.People(reader.Schema), samples));
    }
}
