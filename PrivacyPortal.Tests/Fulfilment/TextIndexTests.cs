using System.Text;
using PrivacyPortal.Connectors;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;
using static PrivacyPortal.Tests.Fulfilment.Searched;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>Full-text indexes follow their table by triggers, and keep the words of what was deleted until they are merged.</summary>
public sealed class TextIndexTests
{
    private const string NotesSql = """
        CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT);
        CREATE TABLE note (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer, body TEXT);
        CREATE VIRTUAL TABLE note_index USING fts5(body, content='note', content_rowid='id');
        CREATE VIRTUAL TABLE note_words USING fts5vocab('note_index', 'row');
        CREATE TRIGGER put AFTER INSERT ON note BEGIN INSERT INTO note_index (rowid, body) VALUES (new.id, new.body); END;
        CREATE TRIGGER cut AFTER DELETE ON note BEGIN INSERT INTO note_index (note_index, rowid, body) VALUES ('delete', old.id, old.body); END;
        INSERT INTO customer VALUES (1, 'a@x.org'), (2, 'b@x.org');
        INSERT INTO note VALUES (1, 1, 'zanzibarholiday'), (2, 2, 'quiet');
        """;

    private static readonly PrivacyPortal.DataMap.SourceMap Notes = Tables(
        People("customer", Email()), Table("note", Field("body", "content.note"), OwnedBy("customer_id", "customer")));

    [Fact]
    public async Task An_index_that_follows_the_erased_rows_harms_nobody_and_keeps_no_word_of_them()
    {
        using var file = new SourceFile(NotesSql);
        await file.EraseAsync(Notes, Asking("email:a@x.org"));

        Assert.DoesNotContain("zanzibarholiday", Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file.Path)), StringComparison.Ordinal);
        Assert.Equal(1L, file.Value("SELECT count(*) FROM note_index WHERE note_index MATCH 'quiet'"));
    }

    [Fact]
    public async Task A_silent_change_in_a_table_without_row_numbers_is_still_told()
    {
        using var file = new SourceFile(NotesSql + """
            CREATE TABLE tally (customer_id INTEGER PRIMARY KEY, notes INTEGER) WITHOUT ROWID;
            INSERT INTO tally VALUES (2, 1);
            CREATE TRIGGER lose AFTER DELETE ON note BEGIN UPDATE tally SET notes = 0; END;
            """);
        var order = await file.OrderAsync(Notes, Asking("email:a@x.org"));
        Assert.Contains((await file.Fulfilment(Notes).PreflightAsync(order, default)).Failures, f => f.Cause == PreflightCause.OthersRows);
    }
}
