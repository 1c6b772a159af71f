using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Browser;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Requests;

/// <summary>What the pages of requests do beside the main journey, in a real browser, on a real database.</summary>
public sealed partial class PagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_request_is_recorded_and_its_page_says_what_comes_next()
    {
        var page = await OpenAsync("/requests/new");
        await PressAsync(page, "Record the request");
        await Expect(page.GetByText("Choose at least one right.")).ToBeVisibleAsync(RequestSteps.Patiently);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Erasure" }).CheckAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Fernanda Ramos");
        await page.GetByLabel("Value").FillAsync("fernadaramos4@uol.com.br");
        await page.GetByLabel("Day received").FillAsync("0002-01-01");
        await PressAsync(page, "Record the request");
        await Expect(page.GetByText("Check the day: it must not be before")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(page.GetByLabel("Day received")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Day received")).ToHaveAttributeAsync("aria-describedby", "received-note");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Fernanda Ramos");
        await page.GetByLabel("Day received").FillAsync("2026-01-30");
        await Expect(page.GetByText("The answer will be due by 2 March 2026")).ToBeVisibleAsync(RequestSteps.Patiently);
        await PressAsync(page, "Record the request");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Erasure for Fernanda Ramos" })).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Make sure who asks" })).ToBeVisibleAsync(RequestSteps.Patiently);
    }

    [Fact]
    public async Task A_file_is_downloaded_once_its_reason_is_given_and_the_timeline_keeps_it()
    {
        var sheet = await app.InReviewAsync(SubjectRight.Access, "Mark Philips", "mphilips12@shaw.ca");
        var proof = await Exports.AddAsync(app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>(), app.Services.GetRequiredService<KeyVault>(), sheet.Row.Id, DocumentKind.Proof);
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}?tab=proof");
        var refused = await page.APIRequest.GetAsync($"/requests/{sheet.Row.Reference}/documents/{proof}");
        Assert.Equal(422, refused.Status);
        Assert.Contains("\"code\":\"ReasonMissing\"", await refused.TextAsync(), StringComparison.Ordinal);
        await page.GotoAsync($"/requests/{sheet.Row.Reference}");
        await page.GotoAsync($"/requests/{sheet.Row.Reference}/documents/{proof}");
        await Expect(page).ToHaveURLAsync(new Regex($"/requests/{sheet.Row.Reference}\\?tab=proof$"), new() { Timeout = 60_000 });
        await page.Locator("main[data-interactive]").WaitForAsync();
        await PressAsync(page, "Download Proof");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("asks for a reason")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(dialog.GetByRole(AriaRole.Radio)).ToHaveCountAsync(0);
        var download = dialog.GetByRole(AriaRole.Button, new() { Name = "Download", Exact = true });
        await download.ClickAsync();
        await Expect(dialog.GetByText("A reason is needed").First).ToBeVisibleAsync(RequestSteps.Patiently);
        await dialog.GetByLabel("Why you need it outside the portal").FillAsync("The works council asks for it.");
        var file = await page.RunAndWaitForDownloadAsync(() => download.ClickAsync());
        Assert.Equal(Exports.Content, await File.ReadAllBytesAsync(await file.PathAsync()));
        Assert.DoesNotContain("council", file.Url, StringComparison.Ordinal);

        await Expect(page.GetByText("open to you until")).ToBeVisibleAsync(RequestSteps.Patiently);
        await page.RunAndWaitForDownloadAsync(() => PressAsync(page, "Download Proof"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Timeline", Exact = true }).ClickAsync();
        await Expect(page.GetByText("The works council asks for it.")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(page.GetByText("Download asked for")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_loses_nothing_typed()
    {
        var sheet = await app.ReceiveAsync(SubjectRight.Access, "Helena Holý", "hholy@gmail.com");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}");
        await PressAsync(page, "Confirm the identity");
        var dialog = page.GetByRole(AriaRole.Dialog);
        var reason = dialog.GetByLabel("Why you are certain");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" }).ClickAsync();
        await Expect(dialog.GetByText("A reason is needed").First).ToBeVisibleAsync(RequestSteps.Patiently);
        await reason.FillAsync("Answered from the address on file.");

        Assert.Null(await app.Desk.HoldAsync(TestPortal.Deputy, sheet.Row.Id, sheet.Version, HoldScope.Subject, null, null, new(2028, 1, 1), "A trial.", default));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Legal holds" })).ToBeVisibleAsync(RequestSteps.Patiently);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" }).ClickAsync();
        await Expect(dialog.GetByText("Somebody else changed this request meanwhile.")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(reason).ToHaveValueAsync("Answered from the address on file.");

        sheet = await app.SheetAsync(sheet.Row.Reference);
        Assert.Null(await app.Desk.WithdrawAsync(TestPortal.Deputy, sheet.Row.Id, sheet.Version, "They rang: all settled.", default));
        await Expect(dialog.GetByText("This can no longer be done")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(dialog.GetByText(TestPortal.Deputy.Name)).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Confirm the identity" })).ToHaveCountAsync(0);
        await Expect(reason).ToHaveValueAsync("Answered from the address on file.");
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_and_changes_nothing()
    {
        var sheet = await app.InReviewAsync(SubjectRight.HumanReview, "Puja Srivastava", "puja_srivastava@yahoo.in");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}");
        await PressAsync(page, "Decide");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Who reviewed it (name and function)").FillAsync("Nadia Benali");
        await dialog.GetByLabel("Reasons, written for the person").FillAsync("L’adresse était ancienne.");
        await PressAsync(page, "Preview the document");
        await Expect(dialog.GetByRole(AriaRole.Link, new() { Name = "Open the preview: Human review" })).ToBeVisibleAsync(RequestSteps.Patiently);

        var first = new HumanReviewRuling("Omar Haddad", ReviewOutcome.Confirmed, "Tout est exact.");
        Assert.Null(await app.Desk.DecideAsync(TestPortal.Deputy, sheet.Row.Id, sheet.Version, DecisionKind.Grant, [], null, first, default));

        await Expect(dialog.GetByText("Somebody else changed this request meanwhile")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(dialog.GetByText($"(Grant) · {TestPortal.Deputy.Name}")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Decide: grant" })).ToHaveCountAsync(0);
        await Expect(dialog.GetByLabel("Who reviewed it (name and function)")).ToHaveValueAsync("Nadia Benali");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Decide", Exact = true })).ToHaveCountAsync(0);
        var after = await app.SheetAsync(sheet.Row.Reference);
        Assert.Equal((first, TestPortal.Deputy.Name), (after.Conclusion, after.DecidedByName));
    }

    [Fact]
    public async Task A_plan_that_somebody_else_confirmed_meanwhile_is_not_overwritten_unseen()
    {
        var sheet = await app.InReviewAsync(SubjectRight.Erasure, "Niklas Schröder", "nschroder@surfeu.de");
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}?tab=plan");
        var (whole, compact) = (page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("whole") }).First, page.GetByRole(AriaRole.Checkbox, new() { NameRegex = new Regex("(?i)rewrite") }).First);
        await page.Locator("main[data-interactive]").WaitForAsync();
        await whole.CheckAsync();
        Assert.Null(await app.Desk.ReviewAsync(TestPortal.Deputy, sheet.Row.Id, sheet.Version, sheet.Sources[0].SourceId, SourceReview.AsSuggested with { Compact = true }, default));

        await Expect(page.GetByText("Somebody else has confirmed another plan")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Confirm the plan" })).ToBeDisabledAsync();
        await Expect(whole).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show their plan" }).ClickAsync();
        await Expect(compact).ToBeCheckedAsync(new() { Timeout = RequestSteps.Patiently.Timeout });
        await Expect(whole).Not.ToBeCheckedAsync();
        await whole.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm the plan" }).ClickAsync();
        await Expect(page.GetByText("The plan is confirmed")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(page.GetByText("Somebody else has confirmed another plan")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_grants_what_the_plan_withholds_in_part_is_told_so_before()
    {
        var sheet = await app.InReviewAsync(SubjectRight.Access, "Frank Harris", "fharris@google.com");
        var source = Assert.Single(sheet.Sources).SourceId;
        var withheld = new FindingRelease("Customer", Verdict.Subject, Release.Withhold, "A colleague’s private line.", []);
        Assert.Null(await app.Desk.ReviewAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, source, SourceReview.AsSuggested with { Releases = [withheld] }, default));
        var page = await OpenAsync($"/requests/{sheet.Row.Reference}");
        await PressAsync(page, "Decide");
        var dialog = page.GetByRole(AriaRole.Dialog);

        await Expect(dialog.GetByText("This will be decided as “Grant in part”")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(dialog.GetByText("A colleague’s private line.").First).ToBeVisibleAsync(RequestSteps.Patiently);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Refuse Nothing is released" }).CheckAsync();
        await Expect(dialog.GetByText("This will be decided as “Grant in part”")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_auditor_sees_masked_names_and_no_findings()
    {
        var sheet = await app.InReviewAsync(SubjectRight.Access, "Mark Philips", "mphilips12@shaw.ca");
        var page = await app.OpenAsAsync(TestPortal.Auditor);
        await page.GotoAsync($"/requests/{sheet.Row.Reference}?tab=findings");

        await Expect(page.GetByText("Identities are masked for your role.")).ToBeVisibleAsync(RequestSteps.Patiently);
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
        await Expect(page.GetByText(late.Row.Reference)).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(page.GetByText("Overdue by").First).ToBeVisibleAsync(RequestSteps.Patiently);
        await page.ReloadAsync();
        await Expect(page.GetByText(late.Row.Reference)).ToBeVisibleAsync(RequestSteps.Patiently);
    }

    [Fact]
    public async Task An_identity_that_is_searched_for_is_never_in_the_address()
    {
        var (one, other) = (await app.ReceiveAsync(SubjectRight.Objection, "Jack Smith", "jacksmith@microsoft.com"), await app.ReceiveAsync(SubjectRight.Objection, "Aaron Mitchell", "aaronmitchell@yahoo.ca"));
        var page = await OpenAsync("/requests");
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.FrameNavigated += (_, frame) => asked.Add(frame.Url);
        async Task ShowsAsync(RequestSheet shown, RequestSheet hidden)
        {
            await Expect(page.GetByText(hidden.Row.Reference)).ToHaveCountAsync(0, new() { Timeout = 60_000 });
            await Expect(page.GetByText(shown.Row.Reference)).ToBeVisibleAsync(RequestSteps.Patiently);
        }

        var search = page.GetByLabel("Reference or identity");
        foreach (var (shown, hidden, email) in new[] { (one, other, "jacksmith@microsoft.com"), (other, one, "aaronmitchell@yahoo.ca") })
        {
            await search.FillAsync(email);
            await search.PressAsync("Tab");
            await ShowsAsync(shown, hidden);
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "All", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("view=all"), new() { Timeout = 60_000 });
        await ShowsAsync(other, one);
        await page.GoBackAsync();
        await page.GoBackAsync();
        await ShowsAsync(one, other);
        await Expect(search).ToHaveValueAsync("jacksmith@microsoft.com");
        await search.FillAsync(other.Row.Reference);
        await search.PressAsync("Tab");
        await Expect(page).ToHaveURLAsync(new Regex("q=" + other.Row.Reference + "$"), new() { Timeout = 60_000 });
        await ShowsAsync(other, one);
        Assert.DoesNotContain(asked, url => url.Contains("smith", StringComparison.OrdinalIgnoreCase) || url.Contains("mitchell", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await app.OpenAsAsync(TestPortal.Dpo);
        await new RequestSteps(page).OpenAsync(path);
        return page;
    }

    private static Task PressAsync(IPage page, string button) => new RequestSteps(page).PressAsync(button);

    [GeneratedRegex("due=overdue")]
    private static partial Regex Overdue();
}
