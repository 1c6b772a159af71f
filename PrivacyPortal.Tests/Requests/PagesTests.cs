using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Requests;

/// <summary>A DPO's journeys through the pages, in a real browser, on a real database.</summary>
public sealed partial class PagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    // The machine may be busy with other tests: what is waited for is an event, never a pause.
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_request_is_recorded_and_its_page_says_what_comes_next()
    {
        var page = await OpenAsync("/requests/new");
        await ClickAsync(page, "Record the request");
        await Expect(page.GetByText("Choose at least one right.")).ToBeVisibleAsync(Patiently);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Erasure" }).CheckAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Fernanda Ramos");
        await page.GetByLabel("Value").FillAsync("fernadaramos4@uol.com.br");
        await page.GetByLabel("Day received").FillAsync("2026-01-30");
        await Expect(page.GetByText("The answer will be due by 2 March 2026")).ToBeVisibleAsync(Patiently);
        await ClickAsync(page, "Record the request");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Erasure for Fernanda Ramos" })).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Make sure who asks" })).ToBeVisibleAsync(Patiently);
    }

    [Fact]
    public async Task Access_goes_from_receipt_to_the_package_without_reloading_the_page()
    {
        var sheet = await app.ReceiveAsync(SubjectRight.Access, "Luís Gonçalves", "luisg@embraer.com.br");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}");
        await SearchAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Findings", Exact = true }).ClickAsync();
        await page.GetByText("Show the rows").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "luisg@embraer.com.br" }).First).ToBeVisibleAsync(Patiently);

        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the plan" }).ClickAsync();
        await ClickAsync(page, "Confirm the plan");
        await ClickAsync(page, "Decide");
        await AnswerAsync(page, "Decide: release the copy");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hand over the answer" })).ToBeVisibleAsync(Patiently);
        await page.GetByRole(AriaRole.Link, new() { Name = "Proof and documents" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download Access package (ZIP)" })).ToBeVisibleAsync(Patiently);
        await ClickAsync(page, "Record that the answer was handed over");
        await AnswerAsync(page, "Close the request");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Closed: fulfilled" })).ToBeVisibleAsync(Patiently);
    }

    [Fact]
    public async Task A_rectification_is_typed_in_the_row_and_written_to_the_source()
    {
        var sheet = await app.InReviewAsync(SubjectRight.Rectification, "Leonie Köhler", "leonekohler@surfeu.de");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}?tab=plan");
        await page.GetByText("Show the rows").First.ClickAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "leonekohler@surfeu.de" }).GetByRole(AriaRole.Button, new() { NameRegex = Mail() }).First.ClickAsync();
        await page.GetByLabel("After").FillAsync("leonie@koehler.example");
        await AnswerAsync(page, "Apply");
        await ClickAsync(page, "Confirm the plan");
        await RunDryAsync(page);
        await ClickAsync(page, "Decide");
        await AnswerAsync(page, "Decide: correct");
        await Expect(page.GetByText(TellOrAnswer()).First).ToBeVisibleAsync(Patiently);

        Assert.Equal(1L, Scalar("SELECT count(*) FROM Customer WHERE Email = 'leonie@koehler.example'"));
    }

    [Fact]
    public async Task An_erasure_says_what_it_destroys_and_proves_what_is_left()
    {
        var before = Others();
        var sheet = await app.ReceiveAsync(SubjectRight.Erasure, "Bjørn Hansen", "bjorn.hansen@yahoo.no");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}");
        await SearchAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the plan" }).ClickAsync();
        await Expect(page.GetByText("It would read about")).ToBeVisibleAsync(Patiently);
        await ClickAsync(page, "Confirm the plan");
        await RunDryAsync(page);

        await ClickAsync(page, "Decide");
        await AnswerAsync(page, "Decide: erase");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("Tick that you have read what will be destroyed.")).ToBeVisibleAsync(Patiently);
        await Expect(dialog.GetByText("Say on which ground, or that there is none.")).ToBeVisibleAsync(Patiently);
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await dialog.GetByLabel("The ground of the erasure").SelectOptionAsync(nameof(ErasureGround.ConsentWithdrawn));
        await AnswerAsync(page, "Decide: erase");

        await Expect(page.GetByText(TellOrAnswer()).First).ToBeVisibleAsync(Patiently);
        await page.GetByRole(AriaRole.Link, new() { Name = "Proof and documents" }).ClickAsync();
        await Expect(page.GetByText("Verified three ways")).ToBeVisibleAsync(Patiently);
        while (await page.GetByText("not yet", new() { Exact = true }).CountAsync() is > 0 and var open)
        {
            await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "not yet" }).First.GetByRole(AriaRole.Button).ClickAsync();
            await AnswerAsync(page, "Record it");
            await Expect(page.GetByText("not yet", new() { Exact = true })).ToHaveCountAsync(open - 1, new() { Timeout = 60_000 });
        }

        await ClickAsync(page, "Record that the answer was handed over");
        await AnswerAsync(page, "Close the request");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Closed: partly fulfilled" })).ToBeVisibleAsync(Patiently);
        Assert.Equal(0L, Scalar("SELECT count(*) FROM Customer WHERE Email = 'bjorn.hansen@yahoo.no'"));
        Assert.Equal(before, Others());
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_loses_nothing_typed()
    {
        var sheet = await app.ReceiveAsync(SubjectRight.Access, "Helena Holý", "hholy@gmail.com");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}");
        await ClickAsync(page, "Confirm the identity");
        var dialog = page.GetByRole(AriaRole.Dialog);
        var reason = dialog.GetByLabel("Why you are certain");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" }).ClickAsync();
        await Expect(dialog.GetByText("A reason is needed").First).ToBeVisibleAsync(Patiently);
        await reason.FillAsync("Answered from the address on file.");

        Assert.Null(await app.Desk.WithdrawAsync(TestPortal.Deputy, sheet.Row.Id, sheet.Version, "They rang: all settled.", default));
        await Expect(page.GetByText("Withdrawn").First).ToBeVisibleAsync(Patiently);
        await Expect(reason).ToHaveValueAsync("Answered from the address on file.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" }).ClickAsync();
        await Expect(dialog.GetByText("Somebody else changed this request meanwhile.")).ToBeVisibleAsync(Patiently);
        await Expect(reason).ToHaveValueAsync("Answered from the address on file.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" }).ClickAsync();

        await Expect(dialog.GetByText("This is not possible at the stage where the request is now.")).ToBeVisibleAsync(Patiently);
        await Expect(reason).ToHaveValueAsync("Answered from the address on file.");
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_and_changes_nothing()
    {
        var sheet = await app.InReviewAsync(SubjectRight.HumanReview, "Puja Srivastava", "puja_srivastava@yahoo.in");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}");
        await ClickAsync(page, "Decide");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Who reviewed it (name and function)").FillAsync("Nadia Benali");
        await dialog.GetByLabel("Reasons, written for the person").FillAsync("L’adresse était ancienne.");
        await ClickAsync(page, "Preview the document");
        await Expect(dialog.GetByRole(AriaRole.Link, new() { Name = "Open the preview: Human review" })).ToBeVisibleAsync(Patiently);

        var first = new HumanReviewRuling("Omar Haddad", ReviewOutcome.Confirmed, "Tout est exact.");
        Assert.Null(await app.Desk.DecideAsync(TestPortal.Deputy, sheet.Row.Id, sheet.Version, DecisionKind.Grant, [], null, first, default));
        await AnswerAsync(page, "Decide: grant");

        await Expect(dialog.GetByText("Somebody else changed this request meanwhile.")).ToBeVisibleAsync(Patiently);
        await Expect(dialog.GetByLabel("Who reviewed it (name and function)")).ToHaveValueAsync("Nadia Benali");
        var after = await app.SheetAsync(sheet.Row.Reference);
        Assert.Equal((first, TestPortal.Deputy.Name), (after.Conclusion, after.DecidedByName));
    }

    [Fact]
    public async Task An_auditor_sees_masked_names_and_no_findings()
    {
        var sheet = await app.InReviewAsync(SubjectRight.Access, "Mark Philips", "mphilips12@shaw.ca");
        var page = await app.OpenAsAsync(TestPortal.Auditor);
        await page.GotoAsync($"/requests/{sheet.Row.Reference}?tab=findings");

        await Expect(page.GetByText("Identities are masked for your role.")).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByText("Mark Philips")).ToHaveCountAsync(0);
        await Expect(page.GetByText("mphilips12@shaw.ca")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Findings", Exact = true })).ToHaveCountAsync(0);
        await Expect(page.GetByText("More actions")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_list_keeps_its_filters_in_the_address()
    {
        var late = await app.ReceiveAsync(SubjectRight.Objection, "Jack Smith", "jacksmith@microsoft.com", daysAgo: 60);
        var page = await OpenAsync("/requests");
        await page.GetByLabel("Deadline", new() { Exact = true }).SelectOptionAsync("overdue");

        await Expect(page).ToHaveURLAsync(Overdue(), new() { Timeout = 60_000 });
        await Expect(page.GetByText(late.Row.Reference)).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByText("Overdue by").First).ToBeVisibleAsync(Patiently);
        await page.ReloadAsync();
        await Expect(page.GetByText(late.Row.Reference)).ToBeVisibleAsync(Patiently);
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await app.OpenAsAsync(TestPortal.Dpo);
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(path);
        // What is clicked before the circuit listens is lost.
        await page.Locator("main[data-interactive]").WaitForAsync();
        return page;
    }

    private static async Task SearchAsync(IPage page)
    {
        await ClickAsync(page, "Confirm the identity");
        await page.GetByLabel("Why you are certain").FillAsync("Named their last order.");
        await AnswerAsync(page, "Confirm the identity");
        await ClickAsync(page, "Search the data sources");
        await AnswerAsync(page, "Start the search");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Review the plan" })).ToBeVisibleAsync(Patiently);
    }

    private static async Task RunDryAsync(IPage page)
    {
        await ClickAsync(page, "Run the dry run");
        await AnswerAsync(page, "Run the dry run");
        await Expect(page.GetByText("The dry run passed: this is what will change")).ToBeVisibleAsync(Patiently);
    }

    private static Task ClickAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    private static Task AnswerAsync(IPage page, string name) => page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private object? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={app.Chinook};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Every customer that these tests leave alone, as one text to compare.</summary>
    private string Others() => (string)Scalar(
        "SELECT group_concat(CustomerId || FirstName || LastName || coalesce(Address,'') || coalesce(Phone,'') || coalesce(Fax,'') || Email, '|') FROM Customer WHERE CustomerId NOT IN (2, 4)")!;

    [GeneratedRegex("mail", RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex("due=overdue")]
    private static partial Regex Overdue();

    [GeneratedRegex("^(Hand over the answer|Inform the recipients, then hand over the answer)$")]
    private static partial Regex TellOrAnswer();
}
