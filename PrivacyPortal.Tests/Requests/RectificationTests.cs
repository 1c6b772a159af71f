using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Corrections on a real database: what is granted of them, and what the answer says of each.</summary>
public sealed class RectificationTests
{
    private const string Email = "leonekohler@surfeu.de";

    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task A_rectification_is_granted_in_part_with_the_reason_of_what_is_not_corrected()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Rectification, Email);
        await CorrectAsync(desk, id, "Phone", "+49 30 0000001");
        Assert.Equal(Refusal.ReasonMissing, await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.GrantInPart, [], null, default));
        var reason = new DecisionReason("identity.name", RefusalGround.ConditionsNotMet, "The name is as on the passport shown.");
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.GrantInPart, [reason], null, default));
        await desk.RunAsync();
        await AnswerAsync(desk, id);

        Assert.Equal(RequestOutcome.PartlyFulfilled, (await desk.SheetAsync(id)).Row.Outcome);
        Assert.Equal([ReceiptKind.Rectification, ReceiptKind.Refusal], (await desk.ReceiptsAsync(id)).TakeLast(2));
    }

    [Fact]
    public async Task What_was_corrected_before_a_decision_was_recalled_is_told_with_the_rest()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Rectification, Email);
        await CorrectAsync(desk, id, "Phone", "+49 30 0000001");
        await GrantAsync(desk, id);
        await RecallAsync(desk, id);
        await SearchAsync(desk, id);
        await CorrectAsync(desk, id, "City", "Potsdam");
        await GrantAsync(desk, id);
        await desk.RunAsync();
        await AnswerAsync(desk, id);

        var text = await OwnCopyAsync(desk, id);
        Assert.Contains("+49 30 0000001", text, StringComparison.Ordinal);
        Assert.Contains("Potsdam", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_corrected_before_a_recall_and_is_another_value_by_now_is_told_and_holds_nothing_up()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Rectification, Email);
        await CorrectAsync(desk, id, "Phone", "+49 30 0000001");
        await GrantAsync(desk, id);
        await RecallAsync(desk, id);
        await SearchAsync(desk, id);
        await CorrectAsync(desk, id, "City", "Potsdam");
        await GrantAsync(desk, id);
        desk.Scalar($"UPDATE Customer SET Phone = 'overwritten' WHERE Email = '{Email}'");
        await desk.RunAsync();

        await AnswerAsync(desk, id);
        var text = await OwnCopyAsync(desk, id);
        Assert.Contains("Modifié depuis", text, StringComparison.Ordinal);
        Assert.Contains("hormis ce qui est nommé", string.Join(' ', text.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_after_which_the_person_is_no_longer_found_by_what_they_gave_is_no_answer_without_data()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Rectification, Email);
        await CorrectAsync(desk, id, "Email", "leonie@koehler.example");
        await GrantAsync(desk, id);
        await RecallAsync(desk, id);
        await SearchAsync(desk, id);
        Assert.Equal(0, Assert.Single((await desk.SheetAsync(id)).Sources).Rows);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        await GrantAsync(desk, id);
        await desk.RunAsync();
        await AnswerAsync(desk, id);

        Assert.Equal(RequestOutcome.Fulfilled, (await desk.SheetAsync(id)).Row.Outcome);
        Assert.Contains("leonie@koehler.example", await OwnCopyAsync(desk, id), StringComparison.Ordinal);
    }

    private static async Task CorrectAsync(ChinookDesk desk, Guid id, string field, string after)
    {
        var customer = (await desk.Queries.FindingsAsync(Dpo, id, desk.Source, default)).Value!.Found.Findings.Single(f => f.Table == "Customer" && f.Verdict == Verdict.Subject).Rows[0];
        var now = desk.Scalar($"SELECT {field} FROM Customer WHERE Email = '{Email}'");
        var review = SourceReview.AsSuggested with { Corrections = [new(new RowRef("Customer", customer), field, now, after)] };
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, review, default));
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
    }

    private static async Task GrantAsync(ChinookDesk desk, Guid id) =>
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));

    /// <summary>Once the source is changed and before that is proven.</summary>
    private static async Task RecallAsync(ChinookDesk desk, Guid id)
    {
        var step = Assert.Single(await desk.Portal.Get<StepQueue>().WaitingAsync(null, default));
        var ticket = await desk.Portal.Get<StepQueue>().ClaimAsync(step.Id, default);
        await desk.Desk.SettleAsync(ticket!, await desk.Portal.Get<StepWork>()(ticket!, default), default);
        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "Another value is wrong too.", default));
    }

    private static async Task SearchAsync(ChinookDesk desk, Guid id)
    {
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
    }

    private static async Task AnswerAsync(ChinookDesk desk, Guid id)
    {
        foreach (var recipient in (await desk.SheetAsync(id)).Recipients)
        {
            Do(await desk.Desk.TellAsync(Dpo, id, await desk.VersionAsync(id), recipient.Id, RecipientNotice.Told, new(2026, 11, 20), "By letter.", default));
        }

        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
    }

    private static async Task<string> OwnCopyAsync(ChinookDesk desk, Guid id)
    {
        var sheet = await desk.SheetAsync(id);
        var document = Assert.Single(sheet.Documents);
        return PdfTools.Text((await desk.Portal.DocumentAsync(Dpo, sheet.Row.Reference, document.Id)).Value!.Content);
    }

    private static async Task<ChinookDesk> StartAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        return new ChinookDesk(portal, await portal.ChinookAsync());
    }
}
