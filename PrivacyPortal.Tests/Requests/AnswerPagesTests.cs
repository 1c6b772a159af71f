using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Requests;

/// <summary>What the page says of an answer that is not whole, or late, before it is given.</summary>
public sealed class AnswerPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_system_that_was_not_searched_is_named_and_decided_without_for_a_reason()
    {
        var path = Path.Combine(app.DataFolder, "news.db");
        using (var news = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            news.Open();
            using var command = news.CreateCommand();
            command.CommandText = "CREATE TABLE reader (id INTEGER PRIMARY KEY, email TEXT)";
            command.ExecuteNonQuery();
        }

        var sources = app.Services.GetRequiredService<DataSourceDesk>();
        Assert.Null((await sources.AddAsync(TestPortal.Admin, SourceKind.Sqlite, DataMap.Given.Shop with { Name = "News" }, new SourceConnection(path), default)).Refusal);
        var sheet = await app.InReviewAsync(SubjectRight.Access, "Nobody Here", "nobody@nowhere.example");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}");
        await Expect(page.GetByText("Not searched: News").First).ToBeVisibleAsync(Patiently);
        await ClickAsync(page, "Decide");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Decide: grant" }).ClickAsync();
        await Expect(dialog.GetByText("A reason is needed")).ToBeVisibleAsync(Patiently);
        await dialog.GetByLabel("Why you decide without them").FillAsync("It holds no customers.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Decide: grant" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Hand over the answer" })).ToBeVisibleAsync(Patiently);
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
}
