using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;
using static PrivacyPortal.Tests.Requests.Paper;

namespace PrivacyPortal.Tests.Requests;

/// <summary>What is kept by hand stands in what a DPO reads and decides on like what a machine found.</summary>
public sealed class ManualDecisionTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task The_end_of_the_search_counts_what_was_reported_by_hand_in_the_same_moment()
    {
        await using var desk = await StartAsync();
        var id = await SearchedAsync(desk, SubjectRight.Erasure);
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), TaskOf(await desk.SheetAsync(id)), "Two forms.", 2, default));

        var sheet = await desk.SheetAsync(id);
        var ended = sheet.Timeline.Single(e => e.Verb == RequestVerb.Find).Facts;
        Assert.Equal(2, sheet.Sources.Count);
        Assert.Equal(("2", $"{sheet.Sources.Sum(s => s.Rows)}"), (ended["sources"], ended["rows"]));
    }

    [Fact]
    public async Task The_decision_names_what_is_to_be_destroyed_by_hand_and_not_what_stays()
    {
        await using var desk = await StartAsync();
        var id = await FoundAsync(desk);
        var keep = new FieldDecision("order", FieldErasure.Keep, Keep: new KeepRule(KeepGround.LegalClaims, Months: 12));
        var review = SourceReview.AsSuggested with { Erasures = [new ErasureDecision(ManualConnector.Table, Verdict.Subject, RowErasure.Fields, null, [keep])] };
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), await PapersAsync(desk), review, default));
        Assert.All((await desk.SheetAsync(id)).Sources, s => Assert.Empty(s.DestroyedByHand));
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();

        var sources = (await desk.SheetAsync(id)).Sources;
        Assert.Equal(["contact.address"], sources.Single(s => s.KeptByHand).DestroyedByHand);
        Assert.Empty(sources.Single(s => !s.KeptByHand).DestroyedByHand);
    }

    [Fact]
    public async Task What_was_destroyed_by_hand_before_a_recall_is_not_named_again_where_all_that_is_left_stays()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), TaskOf(await desk.SheetAsync(id)), "One form only.", 1, default));
        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "They are needed.", default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), TaskOf(await desk.SheetAsync(id)), "Two are left.", 2, default));
        await ReviewAsync(desk, id);
        var keep = new ErasureDecision(ManualConnector.Table, Verdict.Subject, RowErasure.Keep, new KeepRule(KeepGround.LegalClaims, Months: 12), []);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), await PapersAsync(desk), SourceReview.AsSuggested with { Erasures = [keep] }, default));
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();

        var papers = (await desk.SheetAsync(id)).Sources.Single(s => s.KeptByHand);
        Assert.True(papers.DoneBefore);
        Assert.Contains(papers.Lines, l => !l.Stays);
        Assert.Empty(papers.DestroyedByHand);
    }
}
