using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Requests;

/// <summary>From a source kept by hand to its task and report, in a real browser.</summary>
public sealed class TaskPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_source_kept_by_hand_is_added_and_its_task_is_reported_with_a_copy()
    {
        var adds = await OpenAsync(TestPortal.Admin, "/sources/add-by-hand");
        await adds.Locator("form:not([aria-busy])").WaitForAsync();
        await adds.GetByLabel("Name", new() { Exact = true }).First.FillAsync("Papers");
        await adds.GetByLabel("What it holds").FillAsync("Order forms in the grey cabinet.");
        await adds.GetByLabel("Categories of data").FillAsync("contact.address, order");
        await adds.Locator("#manual-owner").FillAsync("Lyon store");
        await adds.GetByRole(AriaRole.Button, new() { Name = "Add a source kept by hand" }).ClickAsync();
        await Expect(adds.GetByRole(AriaRole.Heading, new() { Name = "Papers" })).ToBeVisibleAsync(Patiently);
        await ConfirmAsync();

        var sheet = await app.ReceiveAsync(SubjectRight.Access, "Luís Gonçalves", "luisg@embraer.com.br");
        Assert.Null(await app.Desk.ConfirmIdentityAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, IdentityProof.KnownFact, "Named the last order.", default));
        sheet = await app.SheetAsync(sheet.Row.Reference);
        Assert.Null(await app.Desk.SearchAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, default));

        var page = await OpenAsync(TestPortal.Dpo, $"/requests/{sheet.Row.Reference}");
        await Expect(page.GetByText("Waits for Lyon store").First).ToBeVisibleAsync(Patiently);
        await page.GetByRole(AriaRole.Link, new() { Name = "Complete the task" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Search by hand" })).ToBeVisibleAsync(Patiently);
        await page.Locator("#task-done").FillAsync("Two forms in the cabinet.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Report as done" }).ClickAsync();
        await Expect(page.GetByText("Count the records and give their number")).ToBeVisibleAsync(Patiently);
        await Expect(page.Locator("#task-records")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Locator("#task-records").FillAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Report as done" }).ClickAsync();
        await Expect(page.GetByText("attach the copy of it")).ToBeVisibleAsync(Patiently);
        await page.Locator("#task-file").SetInputFilesAsync(new FilePayload { Name = "scan.pdf", MimeType = "application/pdf", Buffer = "%PDF-scan"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Report as done" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Reported" })).ToBeVisibleAsync(Patiently);

        await page.GotoAsync("/tasks");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Search by hand" })).ToBeVisibleAsync(Patiently);
        Assert.Equal(2, (await app.SheetAsync(sheet.Row.Reference)).Sources.Single(s => s.SourceName == "Papers").Rows);
    }

    private async Task ConfirmAsync()
    {
        var (desk, queries) = (app.Services.GetRequiredService<DataSourceDesk>(), app.Services.GetRequiredService<DataSourceQueries>());
        var id = (await queries.ListAsync(TestPortal.Dpo, default)).Value!.Single(s => s.Name == "Papers").Id;
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, id, "First map", (await queries.SheetAsync(TestPortal.Dpo, id, default)).Value!.Version, default)).Refusal);
    }

    private async Task<IPage> OpenAsync(Actor actor, string path)
    {
        var page = await app.OpenAsAsync(actor);
        page.SetDefaultTimeout(60_000);
        await page.GotoAsync(path);
        await page.Locator("main[data-interactive]").WaitForAsync();
        return page;
    }
}
