using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using PrivacyPortal.Tests.Demo;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Browser;

/// <summary>The README's walk, done by keyboard: Camille Roussel asks to be erased, and everybody whom she is entangled with stays as they were.</summary>
[Collection(DemoCollection.Name)]
public sealed partial class WalkthroughTests(DemoPortal demo)
{
    private const string Camille = "(SELECT id FROM visitor WHERE email = 'camille.roussel@courriel.example')";

    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 90_000 };

    [Fact]
    public async Task Camille_is_erased_by_keyboard_and_nobody_else_is_touched()
    {
        var camille = (long)Scalar($"SELECT id FROM visitor WHERE id = {Camille}")!;
        var others = Others(camille);
        var quote = Scalar("SELECT quoted_text FROM message WHERE body LIKE 'Mets plutôt mon numéro%'");
        var page = await demo.OpenAsync("dpo");
        page.SetDefaultTimeout(90_000);

        await RecordAsync(page);
        await ConfirmAndSearchAsync(page);
        await PlanAsync(page);
        await DecideAsync(page);
        await HandOverAsync(page);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Closed: partly fulfilled" })).ToBeVisibleAsync(Patiently);
        Assert.Equal(0L, Scalar($"SELECT count(*) FROM visitor WHERE email = 'camille.roussel@courriel.example' OR (id = {camille} AND coalesce(first_name, last_name, phone) IS NOT NULL)"));
        Assert.Equal(0L, Scalar($"SELECT count(*) FROM message WHERE visitor_id = {camille} AND body NOT LIKE '[message%'"));
        Assert.Equal(2L, Scalar($"SELECT count(*) FROM invoice i JOIN orders o ON o.id = i.order_id WHERE o.visitor_id = {camille} AND i.billing_name = 'Camille Roussel'"));
        Assert.NotNull(quote);
        Assert.Equal(DBNull.Value, Scalar("SELECT quoted_text FROM message WHERE body LIKE 'Mets plutôt mon numéro%'"));
        Assert.Equal(others, Others(camille));
    }

    private static async Task RecordAsync(IPage page)
    {
        await page.GotoAsync("/requests/new");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Erasure" }).PressAsync("Space");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Camille Roussel");
        await page.GetByLabel("Value").FillAsync("CAMILLE.ROUSSEL@courriel.example");
        await EnterAsync(page, "Record the request");
    }

    private static async Task ConfirmAndSearchAsync(IPage page)
    {
        await EnterAsync(page, "Confirm the identity");
        await page.GetByLabel("Why you are certain").FillAsync("Her letter names her last two orders.");
        await AnswerAsync(page, "Confirm the identity");
        await EnterAsync(page, "Search the data sources");
        await AnswerAsync(page, "Start the search");

        // Who keeps the paper files reports that they hold nothing on her.
        await page.GetByRole(AriaRole.Link, new() { Name = "Complete the task" }).First.PressAsync("Enter");
        await page.GetByLabel("What was done").FillAsync("No form under this name.");
        await EnterAsync(page, "Report as done");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Reported" })).ToBeVisibleAsync(Patiently);
        await page.GetByRole(AriaRole.Link, new() { Name = "Request", Exact = true }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Review the plan" })).ToBeVisibleAsync(Patiently);
    }

    private static async Task PlanAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the plan" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Checkbox, new() { NameRegex = Quotation() }).First.PressAsync("Space");
        await EnterAsync(page, "Confirm the plan");
        await EnterAsync(page, "Run the dry run");
        await AnswerAsync(page, "Run the dry run");
        await Expect(page.GetByText("The dry run passed: this is what will change")).ToBeVisibleAsync(Patiently);
    }

    private static async Task DecideAsync(IPage page)
    {
        await EnterAsync(page, "Decide");
        // By its first letters, as a keyboard chooses.
        await page.GetByRole(AriaRole.Dialog).GetByLabel("The ground of the erasure").PressSequentiallyAsync("Consent");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox).PressAsync("Space");
        await AnswerAsync(page, "Decide: erase");
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = TellOrAnswer() })).ToBeVisibleAsync(Patiently);
    }

    private static async Task HandOverAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Proof and documents" }).PressAsync("Enter");
        await Expect(page.GetByText("Verified three ways")).ToBeVisibleAsync(Patiently);
        var untold = page.GetByText("not yet", new() { Exact = true });
        while (await untold.CountAsync() is > 0 and var open)
        {
            await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "not yet" }).First.GetByRole(AriaRole.Button).PressAsync("Enter");
            await AnswerAsync(page, "Record it");
            await Expect(untold).ToHaveCountAsync(open - 1, new() { Timeout = 90_000 });
        }

        await EnterAsync(page, "Record that the answer was handed over");
        await AnswerAsync(page, "Close the request");
    }

    private static Task EnterAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.PressAsync("Enter");

    private static Task AnswerAsync(IPage page, string name) => page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name }).PressAsync("Enter");

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

    [GeneratedRegex("^(Hand over the answer|Inform the recipients, then hand over the answer)$")]
    private static partial Regex TellOrAnswer();
}
