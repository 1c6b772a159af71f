using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;
using static PrivacyPortal.Tests.Requests.WholeAnswerTests;

namespace PrivacyPortal.Tests.Requests;

/// <summary>A source is removed while a request that was searched in it is open.</summary>
public sealed class RemovedSourceTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task A_source_without_a_finding_may_be_removed_before_the_copy_is_made()
    {
        await using var desk = await StartAsync();
        var second = await SecondSourceAsync(desk, "nobody@nowhere.example");
        var id = await desk.FoundAsync(SubjectRight.Access, Email);
        await ReviewAsync(desk, id);
        Do(await desk.Portal.Get<DataSourceDesk>().RemoveAsync(TestPortal.Admin, second, "News", await desk.Portal.VersionAsync(second), default));
        Do(await GrantAsync(desk, id));
        await desk.RunAsync();
        Assert.Equal(RequestStatus.Answering, (await desk.SheetAsync(id)).Row.Status);
    }

    [Fact]
    public async Task A_source_with_findings_that_is_removed_before_the_copy_is_made_stops_it()
    {
        await using var desk = await StartAsync();
        var second = await SecondSourceAsync(desk, Email);
        var id = await desk.FoundAsync(SubjectRight.Access, Email);
        await ReviewAsync(desk, id);
        Do(await GrantAsync(desk, id));
        Do(await desk.Portal.Get<DataSourceDesk>().RemoveAsync(TestPortal.Admin, second, "News", await desk.Portal.VersionAsync(second), default));
        await desk.RunAsync();
        Assert.Equal(StepCause.SourceMissing, (await desk.SheetAsync(id)).Steps.Single(s => s.Phase == StepPhase.Package).Cause);
    }

    [Fact]
    public async Task What_was_erased_in_a_source_that_was_removed_after_a_recall_is_told_and_stands_in_nobodys_way()
    {
        await using var desk = await StartAsync();
        var second = await SecondSourceAsync(desk, Email);
        desk.Scalar($"UPDATE Customer SET Email = 'nobody@nowhere.example' WHERE Email = '{Email}'");
        var id = await DecidedAsync(desk);
        await ExecuteOneAsync(desk);
        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "Look again.", default));
        Do(await desk.Portal.Get<DataSourceDesk>().RemoveAsync(TestPortal.Admin, second, "News", await desk.Portal.VersionAsync(second), default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Assert.Equal(RequestVerb.Decide, NextStep.Of(await desk.SheetAsync(id), Dpo.Name).Verb);

        Do(await GrantAsync(desk, id));
        await desk.RunAsync();
        foreach (var recipient in (await desk.SheetAsync(id)).Recipients)
        {
            Do(await desk.Desk.TellAsync(Dpo, id, await desk.VersionAsync(id), recipient.Id, RecipientNotice.Told, new(2026, 11, 20), "By letter.", default));
        }

        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        Assert.Equal(ReceiptKind.Erasure, (await desk.ReceiptsAsync(id))[^1]);

        // Nobody could look there again: the receipt says so and claims no proof.
        var text = await TrueReceiptTests.LastAsync(desk, id);
        Assert.Contains("Non vérifié après coup", text, StringComparison.Ordinal);
        Assert.Contains("News", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ne subsiste dans ces systèmes", text, StringComparison.Ordinal);
        Assert.DoesNotContain("vérifié qu’il n’en reste rien", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_only_planned_in_a_source_that_was_removed_is_not_told_as_done()
    {
        await using var desk = await StartAsync();
        var second = await SecondSourceAsync(desk, Email);
        desk.Scalar($"UPDATE Customer SET Email = 'nobody@nowhere.example' WHERE Email = '{Email}'");
        var id = await desk.FoundAsync(SubjectRight.Rectification, Email);
        await PlannedAsync(desk, id, second, Email, "done@home.example");
        Do(await GrantAsync(desk, id));
        await ExecuteOneAsync(desk);
        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "Look again.", default));
        await PlannedAsync(desk, id, second, "done@home.example", "planned@home.example");
        Do(await desk.Portal.Get<DataSourceDesk>().RemoveAsync(TestPortal.Admin, second, "News", await desk.Portal.VersionAsync(second), default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();

        Do(await GrantAsync(desk, id));
        await desk.RunAsync();
        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        var sheet = await desk.SheetAsync(id);
        var own = (await desk.Portal.DocumentAsync(Dpo, sheet.Row.Reference, Assert.Single(sheet.Documents).Id)).Value!;
        Assert.Contains("done@home.example", PdfTools.Text(own.Content), StringComparison.Ordinal);
        Assert.DoesNotContain("planned@home.example", PdfTools.Text(own.Content), StringComparison.Ordinal);
    }

    private static async Task PlannedAsync(ChinookDesk desk, Guid id, Guid source, string before, string after)
    {
        var review = SourceReview.AsSuggested with { Corrections = [new(new RowRef("reader", new RowKey(1L)), "email", before, after)] };
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), source, review, default));
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
    }
}
