using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Two people at one task, in a real browser.</summary>
public sealed class TaskConfirmationPagesTests(PagesApp app) : IClassFixture<PagesApp>
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 60_000 };

    [Fact]
    public async Task A_dpo_sees_the_report_that_came_in_meanwhile_and_confirms_its_number_and_no_other()
    {
        await AddPapersAsync();
        var (reference, step) = await ErasedByHandAsync();
        var page = await app.OpenAsAsync(TestPortal.Dpo);
        await page.GotoAsync($"/tasks/{step}");
        await page.Locator("main[data-interactive]").WaitForAsync();
        await page.Locator("#task-records").FillAsync("5");
        await page.Locator("#task-done").FillAsync("They rang.");
        await DoAsync(reference, (id, version) => app.Desk.CompleteTaskAsync(TestPortal.Admin, id, version, step, "One form only.", 1, default));

        await page.GetByRole(AriaRole.Button, new() { Name = "Report as done" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Confirm the number" })).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByText("The task waits for something else by now")).ToBeVisibleAsync(Patiently);
        await Expect(page.GetByText("Planned: 2. Waits for a DPO.")).ToBeVisibleAsync(Patiently);
        await Expect(page.Locator("#task-records")).ToHaveCountAsync(0);
        await page.Locator("#task-done").FillAsync("Both pages were one form.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm the number" }).ClickAsync();
        await Expect(page.GetByText($"confirmed by {TestPortal.Dpo.Name}")).ToBeVisibleAsync(Patiently);

        var report = (await app.SheetAsync(reference)).Sources.Single(s => s.SourceName == "Papers").ByHand.Single(r => r.Phase == StepPhase.Execute);
        Assert.Equal((TestPortal.Admin.Name, 1, 2, TestPortal.Dpo.Name), (report.DoneBy, report.Records, report.Planned, report.ConfirmedBy));
    }

    private async Task AddPapersAsync()
    {
        var (desk, queries) = (app.Services.GetRequiredService<DataSourceDesk>(), app.Services.GetRequiredService<DataSourceQueries>());
        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.Manual, Paper.Papers, new SourceConnection { Keeping = Paper.Keeping }, default)).Value;
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, id, "First map", (await queries.SheetAsync(TestPortal.Dpo, id, default)).Value!.Version, default)).Refusal);
    }

    /// <summary>An erasure of two records that only the papers hold, decided: its task is open.</summary>
    private async Task<(string Reference, Guid Step)> ErasedByHandAsync()
    {
        var reference = (await app.ReceiveAsync(SubjectRight.Erasure, "Nina Paper", "nina@nowhere.example")).Row.Reference;
        await DoAsync(reference, (id, version) => app.Desk.ConfirmIdentityAsync(TestPortal.Dpo, id, version, IdentityProof.KnownFact, "Named the last order.", default));
        await DoAsync(reference, (id, version) => app.Desk.SearchAsync(TestPortal.Dpo, id, version, default));
        var search = Paper.TaskOf(await WaitAsync(reference, IsLeftToPeople));
        await DoAsync(reference, (id, version) => app.Desk.CompleteTaskAsync(TestPortal.Admin, id, version, search, "Two forms.", 2, default));
        var papers = (await WaitAsync(reference, s => s.Row.Status == RequestStatus.InReview)).Sources.Single(s => s.SourceName == "Papers").SourceId;
        await DoAsync(reference, (id, version) => app.Desk.ReviewAsync(TestPortal.Dpo, id, version, papers, SourceReview.AsSuggested, default));
        await DoAsync(reference, (id, version) => app.Desk.PreflightAsync(TestPortal.Dpo, id, version, default));
        await WaitAsync(reference, s => s.Sources.Single(source => source.SourceId == papers).PreflightPassed == true);
        await DoAsync(reference, (id, version) => app.Desk.DecideAsync(TestPortal.Dpo, id, version, DecisionKind.Grant, [], null, default));
        return (reference, Paper.TaskOf(await WaitAsync(reference, IsLeftToPeople)));
    }

    /// <summary>What the portal does by itself in the other source is over: each step of it changes the request's version.</summary>
    private static bool IsLeftToPeople(RequestSheet sheet) =>
        sheet.Row.Status == RequestStatus.NeedsAttention && sheet.Steps.All(s => s.State is not (StepState.Queued or StepState.Running));

    private async Task DoAsync(string reference, Func<Guid, int, Task<Refusal?>> verb)
    {
        var sheet = await app.SheetAsync(reference);
        Do(await verb(sheet.Row.Id, sheet.Version));
    }

    private async Task<RequestSheet> WaitAsync(string reference, Func<RequestSheet, bool> until)
    {
        for (var tries = 0; ; tries++)
        {
            var sheet = await app.SheetAsync(reference);
            if (until(sheet))
            {
                return sheet;
            }

            Assert.True(tries < 400, $"It did not come to that: {sheet.Row.Status}.");
            await Task.Delay(50);
        }
    }
}
