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

    [Fact]
    public async Task What_cannot_be_right_of_a_day_or_a_duplicate_is_said_at_its_field_and_a_duplicate_names_what_answers_it()
    {
        var other = await app.ReceiveAsync(SubjectRight.Access, "Aaron Mitchell", "aaronmitchell@yahoo.ca");
        var first = await app.ReceiveAsync(SubjectRight.Access, "Jack Smith", "jacksmith@microsoft.com");
        var again = await app.ReceiveAsync(SubjectRight.Access, "Jack Smith", "jacksmith@microsoft.com");
        var page = await OpenAsync($"/requests/{again.Row.Reference}");
        await Expect(page.GetByText($"This may be a duplicate of {first.Row.Reference}")).ToBeVisibleAsync(Patiently);
        await page.GetByText("More actions").ClickAsync();
        await ClickAsync(page, "Mark as a duplicate");
        var dialog = page.GetByRole(AriaRole.Dialog);
        var (of, mark) = (dialog.GetByLabel("Reference of the other request"), dialog.GetByRole(AriaRole.Button, new() { Name = "Mark as a duplicate" }));
        foreach (var (reference, fault) in new[]
        {
            ("", "Give the reference"), (again.Row.Reference, "of this very request"), ("DSR-1999-000001", "There is no request"), (other.Row.Reference, "not of this person"),
        })
        {
            await of.FillAsync(reference);
            await mark.ClickAsync();
            await Expect(dialog.GetByText(fault)).ToBeVisibleAsync(Patiently);
            await Expect(of).ToHaveAttributeAsync("aria-invalid", "true");
        }

        await of.FillAsync(first.Row.Reference);
        await mark.ClickAsync();
        await Expect(page.GetByText($"Answered with {first.Row.Reference}")).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByText("Answers this one too")).ToBeVisibleAsync();
        await Expect(page.GetByText("This may be a duplicate")).ToHaveCountAsync(0);
        await Expect(page.GetByText("Refuse by")).ToHaveCountAsync(0);

        await ClickAsync(page, "Record that the answer was handed over");
        var day = dialog.GetByLabel("On", new() { Exact = true });
        await day.FillAsync(again.Row.ReceivedOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the request" }).ClickAsync();
        await Expect(dialog.GetByText("Check the day: it must be from")).ToBeVisibleAsync(Patiently);
        await Expect(day).ToHaveAttributeAsync("aria-invalid", "true");
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
