using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Browser;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>What the second pair of eyes is shown before an erasure starts, in a real browser.</summary>
public sealed class ApprovalPagesTests(ApprovalApp app) : IClassFixture<ApprovalApp>
{
    private const string Email = "ladislav_kovacs@apple.hu";

    [Fact]
    public async Task Who_approves_an_erasure_sees_that_the_person_is_restricted_and_why_it_was_decided_all_the_same()
    {
        var restriction = await RestrictedAsync();
        var erasure = await DecidedAsync("They agree in writing.");
        var page = await app.OpenAsAsync(TestPortal.Deputy);
        var steps = new RequestSteps(page);
        await steps.OpenAsync($"/requests/{erasure.Row.Reference}");
        await steps.PressAsync("Approve the erasure");

        await Expect(steps.Dialog.GetByText($"Restricted by {restriction}")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(steps.Dialog.GetByText("It was decided knowing of it: They agree in writing.")).ToBeVisibleAsync(RequestSteps.Patiently);
    }

    private async Task<string> RestrictedAsync()
    {
        var sheet = await app.InReviewAsync(SubjectRight.Restriction, "Ladislav Kovács", Email);
        var ruling = new RestrictionRuling(RestrictionGround.AccuracyContested, [new FrozenSource(Assert.Single(sheet.Sources).SourceId, "Shop", true, "Compte marqué « limité ».")]);
        Do(await app.Desk.DecideAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, DecisionKind.Grant, [], null, ruling, default));
        sheet = await app.SheetAsync(sheet.Row.Reference);
        Do(await app.Desk.AnswerAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, new(RequestChannel.Email, Deadline.DayOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"))), default));
        return sheet.Row.Reference;
    }

    /// <summary>An erasure that waits for its approval.</summary>
    private async Task<RequestSheet> DecidedAsync(string despite)
    {
        var sheet = await app.InReviewAsync(SubjectRight.Erasure, "Ladislav Kovács", Email);
        Do(await app.Desk.ReviewAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, Assert.Single(sheet.Sources).SourceId, SourceReview.AsSuggested, default));
        sheet = await app.SheetAsync(sheet.Row.Reference);
        Do(await app.Desk.PreflightAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, default));
        for (var tries = 0; sheet.Sources[0].PreflightPassed != true; tries++)
        {
            Assert.True(tries < 400, "The dry run did not pass.");
            await Task.Delay(50);
            sheet = await app.SheetAsync(sheet.Row.Reference);
        }

        var ruling = new ErasureRuling(ErasureGround.ConsentWithdrawn) { DespiteRestriction = despite };
        Do(await app.Desk.DecideAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, DecisionKind.Grant, [], null, ruling, default));
        return await app.SheetAsync(sheet.Row.Reference);
    }
}

/// <summary>Where a second person approves each erasure.</summary>
public sealed class ApprovalApp : PagesApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<RequestRulesReader>(
            (_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", FourEyes: true))));
    }
}
