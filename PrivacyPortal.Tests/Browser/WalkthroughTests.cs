using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using PrivacyPortal.Tests.Demo;

namespace PrivacyPortal.Tests.Browser;

/// <summary>The README's walk, done by keyboard: Camille Roussel asks to be erased, and everybody whom she is entangled with stays as they were.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class WalkthroughTests(DemoPortal demo)
{
    private const string Camille = "(SELECT id FROM visitor WHERE email = 'camille.roussel@courriel.example')";

    [Fact]
    public async Task Camille_is_erased_by_keyboard_and_nobody_else_is_touched()
    {
        var camille = (long)Scalar($"SELECT id FROM visitor WHERE id = {Camille}")!;
        var others = Others(camille);
        var quote = Scalar("SELECT quoted_text FROM message WHERE body LIKE 'Mets plutôt mon numéro%'");
        var page = await demo.OpenAsync("dpo");
        var dpo = new RequestSteps(page, keyboard: true);
        await dpo.RecordAsync("Erasure", "Camille Roussel", "CAMILLE.ROUSSEL@courriel.example");
        await SearchAsync(page, dpo);
        await dpo.FollowAsync("Go to the plan");
        await dpo.TickAsync(page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Quotation() }).First);
        await dpo.RunDryAsync();
        await dpo.EraseAsync();
        await dpo.HandOverAsync("partly fulfilled");

        Assert.Equal(0L, Scalar($"SELECT count(*) FROM visitor WHERE email = 'camille.roussel@courriel.example' OR (id = {camille} AND coalesce(first_name, last_name, phone) IS NOT NULL)"));
        Assert.Equal(0L, Scalar($"SELECT count(*) FROM message WHERE visitor_id = {camille} AND body NOT LIKE '[message%'"));
        Assert.Equal(2L, Scalar($"SELECT count(*) FROM invoice i JOIN orders o ON o.id = i.order_id WHERE o.visitor_id = {camille} AND i.billing_name = 'Camille Roussel'"));
        Assert.NotNull(quote);
        Assert.Equal(DBNull.Value, Scalar("SELECT quoted_text FROM message WHERE body LIKE 'Mets plutôt mon numéro%'"));
        Assert.Equal(others, Others(camille));
    }

    private static async Task SearchAsync(IPage page, RequestSteps dpo)
    {
        await dpo.AskSearchAsync("Her letter names her last two orders.");

        // Who keeps the paper files reports that they hold nothing on her.
        await dpo.FollowAsync("Complete the task");
        await page.GetByLabel("Number of records").FillAsync("0");
        await page.GetByLabel("What was done").FillAsync("No form under this name.");
        await dpo.PressAsync("Report as done");
        await dpo.SeeAsync("Reported");
        await dpo.FollowAsync("Request");
        await dpo.SeeAsync("Review the plan");
    }

    /// <summary>The rows of everybody else, those of her household, her neighbour and her sister among them, as one text.</summary>
    private string Others(long camille) => (string)Scalar($"""
        SELECT group_concat(x, char(10)) FROM (
          SELECT id || first_name || last_name || email || phone || coalesce(address_id, 0) || preferences AS x FROM visitor WHERE id <> {camille} AND email IS NOT NULL
          UNION ALL SELECT id || line1 || postcode || city FROM postal_address
          UNION ALL SELECT id || visitor_id || token || holder FROM payment_card
          UNION ALL SELECT id || body || coalesce(reply_to, 0) FROM message WHERE visitor_id <> {camille}
          UNION ALL SELECT id || reference || total_cents || delivery_phone || coalesce(delivery_note, '') FROM orders WHERE visitor_id <> {camille})
        """)!;

    private object? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(demo.DataFolder, "conversations.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    [GeneratedRegex("Messages, Citation|message, quoted_text|quot|Citation", RegexOptions.IgnoreCase)]
    private static partial Regex Quotation();
}
