using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Browser;

/// <summary>What an administrator says of the Chinook shop on the pages of a data source.</summary>
/// <param name="named">The database's own spelling of its names.</param>
internal sealed class SourceSteps(IPage page, Func<string, string> named)
{
    private const string Books = "Code de commerce, art. L123-22";

    public async Task RegisterAsync(Func<SourceSteps, Task> connectAsync)
    {
        await new RequestSteps(page).OpenAsync("/sources/add");
        await TypeAsync("source-name", "Web shop");
        await TypeAsync("source-owner", "Sales");
        await ChooseAsync("source-region", "FR");
        await TypeAsync("source-code", "1");
        await TypeAsync("source-backups", "35");
        await connectAsync(this);
        await page.GetByRole(AriaRole.Button, new() { Name = "Test the connection" }).ClickAsync();
        await Expect(page.GetByText("The source can be read.")).ToBeVisibleAsync(RequestSteps.Patiently);
        await page.Locator("button[type=submit]").PressAsync("Enter");
    }

    /// <summary>The people, then table by table; ends on the page that shows what waits for a DPO.</summary>
    public async Task MapAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin the map" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(2, new() { Timeout = RequestSteps.Patiently.Timeout });
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm people and suggest the rest" }).ClickAsync();

        await MapCustomersAsync();
        await OpenTableAsync("Employee");
        await SayAsync("Employees", "Management of staff", "contract", "none", "Five years after leaving");
        await TypeAsync("table-label", "Support representative");
        await ConfirmTableAsync();
        foreach (var (table, title) in new[] { ("Invoice", "Invoices"), ("InvoiceLine", "Invoice lines") })
        {
            await OpenTableAsync(table);
            await SayAsync(title, "Bookkeeping", "legal-obligation", "Tax authority", "Ten years");
            await ChooseAsync("table-erasure", "Keep");
            await KeepAsync("table-keep");
            await ConfirmTableAsync();
        }

        await OpenTableAsync("Track");
        await Expect(page.Locator("#table-role")).ToHaveValueAsync("Shared");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm all suggestions (7)" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Confirm all suggestions (7)" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Review and confirm" }).ClickAsync();
        await Expect(page.GetByText("All of it waits for a DPO")).ToBeVisibleAsync(RequestSteps.Patiently);
    }

    /// <summary>As one who goes through a form by keyboard.</summary>
    public async Task TypeAsync(string id, string value)
    {
        await page.Locator($"#{id}").FillAsync(value);
        await page.Locator($"#{id}").PressAsync("Tab");
    }

    public Task ChooseAsync(string id, string option) => page.Locator($"#{id}").SelectOptionAsync(option);

    /// <summary>Name and address are kept for the books, telephone and fax cleared, the e-mail address, which may not be empty, replaced.</summary>
    private async Task MapCustomersAsync()
    {
        await SeeTableAsync("Customer");
        await SayAsync("Customers", "Sale of music and after-sales service", "contract", "none", "Ten years after the last invoice");
        await ChooseAsync("table-erasure", "Fields");
        foreach (var field in new[] { "CustomerId", "FirstName", "LastName", "Company", "Address", "City", "State", "Country", "PostalCode" })
        {
            var details = page.GetByRole(AriaRole.Button, new() { Name = $"Details of {named(field)}", Exact = true });
            await OnErasure(field).SelectOptionAsync("Keep");
            await details.ClickAsync();
            await Expect(details).ToHaveAttributeAsync("aria-expanded", "true");
            await KeepAsync("field-keep");
        }

        await OnErasure("Phone").SelectOptionAsync("Clear");
        await OnErasure("Fax").SelectOptionAsync("Clear");
        await Expect(OnErasure("Email")).ToHaveValueAsync("Replace");
        await ConfirmTableAsync();
    }

    private async Task SayAsync(string title, string purpose, string basis, string recipients, string retention)
    {
        await TypeAsync("table-title", title);
        await TypeAsync("table-purpose", purpose);
        await ChooseAsync("table-basis", basis);
        await TypeAsync("table-recipients", recipients);
        await TypeAsync("table-source", "person");
        await TypeAsync("table-retention", retention);
        await TypeAsync("table-automated", "none");
        await TypeAsync("table-transfers", "none");
    }

    private async Task KeepAsync(string prefix)
    {
        await Expect(page.Locator($"#{prefix}-ground")).ToHaveValueAsync("LegalObligation");
        await TypeAsync($"{prefix}-law", Books);
        await page.Locator($"#{prefix}-until").FillAsync("2036-12-31");
    }

    private ILocator OnErasure(string field) => page.GetByLabel($"On erasure: {named(field)}", new() { Exact = true });

    private async Task OpenTableAsync(string table)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($@"^{named(table)}\b") }).ClickAsync();
        await SeeTableAsync(table);
    }

    private Task SeeTableAsync(string table) => Expect(page.GetByRole(AriaRole.Heading, new() { Name = named(table), Exact = true })).ToBeVisibleAsync(RequestSteps.Patiently);

    /// <summary>What is confirmed leads to the next that is not.</summary>
    private async Task ConfirmTableAsync()
    {
        var from = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm this table" }).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(from, new() { Timeout = RequestSteps.Patiently.Timeout });
    }
}
