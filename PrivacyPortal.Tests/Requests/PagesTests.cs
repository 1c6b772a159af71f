using Microsoft.Playwright;
using PrivacyPortal.Requests;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Requests;

/// <summary>The journey of a DPO through the pages, in a real browser.</summary>
public sealed class PagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_request_is_recorded_and_its_page_says_what_comes_next()
    {
        var page = await app.SignedInAsync();
        await page.GotoAsync("/requests/new");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the request" }).ClickAsync();
        await Expect(page.GetByText("Choose at least one right.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Erasure" }).CheckAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Luís Gonçalves");
        await page.GetByLabel("Value").FillAsync("new@embraer.com.br");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the request" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Erasure for Luís Gonçalves");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Make sure who asks" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_erasure_goes_from_receipt_to_proof_without_reloading_the_page()
    {
        var sheet = await app.ReceiveAsync(SubjectRight.Erasure, "Luís Gonçalves", "journey@embraer.com.br");
        var page = await app.SignedInAsync();
        await page.GotoAsync($"/requests/{sheet.Row.Reference}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await ClickAsync(page, "Confirm the identity");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" }).ClickAsync();
        await Expect(dialog.GetByText("A reason is needed").First).ToBeVisibleAsync();
        await dialog.GetByLabel("Why you are certain").FillAsync("Named their last order.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" }).ClickAsync();

        await ClickAsync(page, "Search the data sources");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start the search" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Review the plan" })).ToBeVisibleAsync(new() { Timeout = 15_000 });

        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the plan" }).ClickAsync();
        await ClickAsync(page, "Confirm the plan");
        await ClickAsync(page, "Run the dry run");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Run the dry run" }).ClickAsync();
        await Expect(page.GetByText("The dry run passed: this is what will change")).ToBeVisibleAsync(new() { Timeout = 15_000 });

        await ClickAsync(page, "Decide");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Decide: erase" }).ClickAsync();
        await Expect(dialog.GetByText("Tick that you have read what will be destroyed.")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Decide: erase" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Go to the recipients" }).ClickAsync(new() { Timeout = 15_000 });
        await Expect(page.GetByText("Verified three ways")).ToBeVisibleAsync();
        await ClickAsync(page, "Recipient informed");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await ClickAsync(page, "Record that the answer was handed over");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close the request" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Closed: partly fulfilled" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_loses_nothing_typed()
    {
        var sheet = await app.ReceiveAsync(SubjectRight.Access, "Ana Lima", "ana@embraer.com.br");
        var page = await app.SignedInAsync();
        await page.GotoAsync($"/requests/{sheet.Row.Reference}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await ClickAsync(page, "Confirm the identity");
        var reason = page.GetByLabel("Why you are certain");
        await reason.FillAsync("Answered from the address on file.");
        await page.EvaluateAsync("window.stopped = true");

        Assert.Null(await app.Desk.ExtendAsync(
            app.Deputy, sheet.Row.Id, sheet.Version, ExtensionGround.Complexity, "Four systems.", new Handover(RequestChannel.Email, sheet.Row.ReceivedOn), default));
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" }).ClickAsync();

        await Expect(reason.Or(page.GetByText("Identity confirmed")).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_auditor_sees_masked_names_and_no_findings()
    {
        var sheet = await app.InReviewAsync(SubjectRight.Access, "Bruno Costa", "bruno@embraer.com.br");
        var page = await app.SignedInAsync("ines@shop.example");
        await page.GotoAsync($"/requests/{sheet.Row.Reference}?tab=findings");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await Expect(page.GetByText("Identities are masked for your role.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Bruno Costa")).ToHaveCountAsync(0);
        await Expect(page.GetByText("bruno@embraer.com.br")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Findings" })).ToHaveCountAsync(0);
        await Expect(page.GetByText("More actions")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_list_keeps_its_filters_in_the_address()
    {
        var late = await app.ReceiveAsync(SubjectRight.Rectification, "Carla Dias", "carla@embraer.com.br", daysAgo: 60);
        var page = await app.SignedInAsync();
        await page.GotoAsync("/requests");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByLabel("Deadline", new() { Exact = true }).SelectOptionAsync("overdue");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("due=overdue"));
        await Expect(page.GetByText(late.Row.Reference)).ToBeVisibleAsync();
        await Expect(page.GetByText("Overdue by").First).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText(late.Row.Reference)).ToBeVisibleAsync();
    }

    private static Task ClickAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
}
