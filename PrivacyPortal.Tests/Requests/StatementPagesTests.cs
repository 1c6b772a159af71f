using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Requests;

/// <summary>A contested message on the pages: no way to correct it, a statement beside it, a task where the source has no place for one.</summary>
public sealed class StatementPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_contested_message_gets_a_statement_and_a_note_a_task_to_attach_one()
    {
        var file = Path.Combine(app.DataFolder, "chat.db");
        Tests.DataMap.Given.Run(file, Chat.Sql);
        var source = await Chat.AddAsync(app.Services.GetRequiredService<DataSourceDesk>(), app.Services.GetRequiredService<DataSourceQueries>(), SourceKind.Sqlite, new SourceConnection(file));
        var map = await OpenAsync($"/sources/{source}/map?table=message");
        await Expect(map.GetByLabel("Column for statements")).ToHaveValueAsync("remark", new() { Timeout = 60_000 });
        var sheet = await app.InReviewAsync(SubjectRight.Rectification, "Alice Martin", Chat.Email);

        var page = await OpenAsync($"/requests/{sheet.Row.Reference}?tab=plan");
        await ShowAsync(page, "Messages");
        var message = page.GetByRole(AriaRole.Row).Filter(new() { HasText = Chat.Said });
        await Expect(message.GetByRole(AriaRole.Button, new() { Name = "Correct Text" })).ToHaveCountAsync(0);
        await StateAsync(page, message, "Attach a statement to Text", Chat.Stated);
        await Expect(message.Locator("blockquote")).ToContainTextAsync(Chat.Stated);
        await Expect(page.GetByText("In the source, column Remark")).ToBeVisibleAsync(Patiently);

        await ShowAsync(page, "Notes");
        await StateAsync(page, page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Was rude" }).Last, "Attach a statement to Note", Chat.OnNote.Text);
        await Expect(page.GetByText("Kept with the file; attached by hand after the decision")).ToBeVisibleAsync(Patiently);
        await ClickAsync(page, "Confirm the plan");
        await ClickAsync(page, "Run the dry run");
        await AnswerAsync(page, "Run the dry run");
        await Expect(page.GetByText("Statements that this source has no column for: 1")).ToBeVisibleAsync(Patiently);
        await ClickAsync(page, "Decide");
        await AnswerAsync(page, "Decide: correct");

        await page.GetByRole(AriaRole.Link, new() { Name = "Complete the task" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Attach a statement by hand" })).ToBeVisibleAsync(Patiently);
        await Expect(page.Locator("blockquote")).ToHaveTextAsync([Chat.OnNote.Text]);
        await page.Locator("#task-records").FillAsync("1");
        await page.Locator("#task-done").FillAsync("Pinned above the note.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Report as done" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Reported" })).ToBeVisibleAsync(Patiently);

        Assert.Equal($"{Chat.Said}|{sheet.Row.Reference}: {Chat.Stated}", Scalar(file, "SELECT body || '|' || remark FROM message WHERE id = 1"));
        await page.GotoAsync($"/requests/{sheet.Row.Reference}?tab=plan");
        await page.Locator("main[data-interactive]").WaitForAsync();
        await ShowAsync(page, "Messages");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = Chat.Said }).Locator("blockquote")).ToContainTextAsync(Chat.Stated);
    }

    private static Task ShowAsync(IPage page, string table) =>
        page.Locator(".plan").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = table, Exact = true }) }).GetByText("Show the rows").ClickAsync();

    private static async Task StateAsync(IPage page, ILocator row, string button, string text)
    {
        await row.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByText("What was said is not rewritten")).ToBeVisibleAsync(Patiently);
        await page.GetByLabel("Statement of the person").FillAsync(text);
        await AnswerAsync(page, "Apply");
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await app.OpenAsAsync(TestPortal.Dpo);
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(path);
        await page.Locator("main[data-interactive]").WaitForAsync();
        return page;
    }

    private static Task ClickAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    private static Task AnswerAsync(IPage page, string name) => page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static object? Scalar(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
