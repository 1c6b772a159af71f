using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Demo.Company;

/// <summary>
/// The database of Maison Aubrac, an invented maker of garden furniture that talks to its visitors in four countries: the source that the
/// demo's requests are fulfilled on. Nobody in it exists: addresses end in <c>.example</c>, numbers come from ranges kept for fiction.
/// </summary>
public static class ConversationDatabase
{
    private const ulong Seed = 0x4D41_4953_4F4E;

    /// <summary>Writes it as it would be on <paramref name="today"/>, replacing the file. The same day always gives the same rows.</summary>
    public static void Write(string path, DateOnly today)
    {
        File.Delete(path);
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        connection.Open();

        // A file that is thrown away when it fails needs no journal; the portal finds it complete or not at all.
        Run(connection, null, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        using (var transaction = connection.BeginTransaction())
        {
            Run(connection, transaction, Resource.Text("schema.sql"));
            Invent(connection, transaction, today.ToDateTime(TimeOnly.MinValue));
            transaction.Commit();
        }

        Run(connection, null, "ANALYZE; PRAGMA journal_mode = DELETE;");
    }

    private static void Invent(SqliteConnection connection, SqliteTransaction transaction, DateTime today)
    {
        var words = new Words();
        var dice = new Dice(Seed);
        var staff = new Staff(connection, transaction, words, dice, today).Hire();
        var visitors = new Population(connection, transaction, words, dice, today).Settle();
        new Trade(connection, transaction, words, dice, today).Run(visitors);
        new Talk(connection, transaction, words, dice, today).Run(visitors, staff);
        WriteForms(connection, transaction, words, dice, today, visitors);
    }

    private static void WriteForms(
        SqliteConnection connection, SqliteTransaction transaction, Words words, Dice dice, DateTime today, IReadOnlyList<Visitor> visitors)
    {
        using var forms = new Bulk(connection, transaction, "contact_form", 4);
        for (var id = 1; id <= 420; id++)
        {
            // The first few are the README's people.
            var visitor = id <= 3 ? visitors[id] : dice.Pick(visitors);
            var payload = new
            {
                name = $"{visitor.First} {visitor.Last}",
                email = visitor.Email,
                phone = visitor.Phone,
                message = visitor.Language == "en"
                    ? $"Please send the catalogue and prices for {dice.Pick(words.Products).In("en")}."
                    : $"Merci de m’envoyer le catalogue et le prix pour {dice.Pick(words.Products).In("fr")}.",
            };
            forms.Add(
                id, visitor.Site.Id, JsonSerializer.Serialize(payload, Plain), Population.Instant(today.AddDays(-dice.Between(1, 500)).AddMinutes(dice.Below(1440))));
        }
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Run(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
