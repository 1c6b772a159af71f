using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Requests;

/// <summary>A source of messages, which have a column for statements, and of notes, which have none.</summary>
internal static class Chat
{
    public const string Email = "alice@example.com";
    public const string Said = "Please cancel the order";
    public const string Stated = "I asked to postpone it.";

    public const string Sql = """
        CREATE TABLE contact (id INTEGER PRIMARY KEY, email TEXT, phone TEXT);
        CREATE TABLE message (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contact, body TEXT, remark TEXT, reply_to INTEGER REFERENCES message, quoted TEXT);
        CREATE TABLE note (id INTEGER PRIMARY KEY, contact_id INTEGER REFERENCES contact, body TEXT);
        INSERT INTO contact VALUES (1, 'alice@example.com', '0612345678'), (2, 'bob@example.com', '0698765432');
        INSERT INTO message VALUES (2, 2, 'Hello', NULL, NULL, NULL), (1, 1, 'Please cancel the order', NULL, 2, 'Hello');
        INSERT INTO note VALUES (1, 1, 'Was rude on the phone');
        """;

    public const string MapYaml = """
        format: 1
        tables:
          contact:
            role: people
            fields: { email: { category: contact.email, identity: email }, phone: { title: Telephone, category: contact.phone } }
          message:
            title: Messages
            statement: remark
            fields: { body: { title: Text, category: content.message }, remark: { title: Remark, category: content.statement }, quoted: { category: content.message, of: reply_to } }
            references:
              contact: { columns: [contact_id], to: contact, kind: owned-by, declared: yes }
              reply_to: { columns: [reply_to], to: message, kind: mentions, declared: yes }
          note:
            title: Notes
            fields: { body: { title: Note, category: content.note } }
            references: { contact: { columns: [contact_id], to: contact, kind: owned-by, declared: yes } }
        """;

    public static readonly SupplementaryStatement OnMessage = new(new RowRef("message", new RowKey(1L)), "body", Stated);
    public static readonly SupplementaryStatement OnNote = new(new RowRef("note", new RowKey(1L)), "body", "I was ill that day.");

    public static async Task<Guid> AddAsync(DataSourceDesk desk, DataSourceQueries queries, SourceKind kind, SourceConnection connection)
    {
        var id = (await desk.AddAsync(TestPortal.Admin, kind, Tests.DataMap.Given.Shop with { Name = "Chat" }, connection, default)).Value;
        async Task<int> VersionAsync() => (await queries.SheetAsync(TestPortal.Admin, id, default)).Value!.Version;
        Assert.Null(await desk.ImportMapAsync(TestPortal.Dpo, id, MapYaml, await VersionAsync(), default));
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, id, "First map", await VersionAsync(), default)).Refusal);
        return id;
    }
}
