using PrivacyPortal.Access;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>What becomes of a request when its steps end, fail, or are taken over.</summary>
public class RequestStepTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task A_step_that_fails_for_good_asks_for_somebody_while_the_other_sources_go_on()
    {
        await using var portal = await DeskPortal.StartAsync(sources: [new(DeskPortal.Shop, "Shop", false, DeskPortal.Map()), new(DeskPortal.Archive, "Archive", false, DeskPortal.Map())]);
        portal.Work = ticket => ticket.SourceId == DeskPortal.Archive ? StepOutcome.Failed(StepCause.SourceMissing) : portal.Succeed(ticket);
        var id = await portal.ReceiveAsync();
        Do(await portal.Desk.ConfirmIdentityAsync(Dpo, id, await portal.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await portal.Desk.SearchAsync(Dpo, id, await portal.VersionAsync(id), default));
        await portal.RunAsync();

        var sheet = await portal.SheetAsync(id);
        Assert.Equal(RequestStatus.NeedsAttention, sheet.Row.Status);
        Assert.Equal(StepState.Done, sheet.Steps.Single(s => s.SourceName == "Shop").State);
        var stopped = sheet.Steps.Single(s => s.SourceName == "Archive");
        Assert.Equal((StepState.NeedsAttention, StepCause.SourceMissing), (stopped.State, stopped.Cause));

        portal.Work = null;
        Do(await portal.Desk.RetryAsync(Dpo, id, sheet.Version, stopped.Id, default));
        await portal.RunAsync();
        Assert.Equal(RequestStatus.InReview, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task A_task_done_by_hand_takes_the_request_on()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Work = _ => StepOutcome.Failed(StepCause.ManualTask);
        var id = await portal.ReceiveAsync();
        Do(await portal.Desk.ConfirmIdentityAsync(Dpo, id, await portal.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await portal.Desk.SearchAsync(Dpo, id, await portal.VersionAsync(id), default));
        await portal.RunAsync();
        var step = Assert.Single((await portal.SheetAsync(id)).Steps);

        Assert.Equal(Refusal.ReasonMissing, await portal.Desk.CompleteTaskAsync(Dpo, id, await portal.VersionAsync(id), step.Id, " ", 3, default));
        Do(await portal.Desk.CompleteTaskAsync(Dpo, id, await portal.VersionAsync(id), step.Id, "Looked through the paper files.", 3, default));
        Assert.Equal(RequestStatus.InReview, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task A_step_is_tried_again_with_growing_pauses_before_anybody_is_asked()
    {
        await using var portal = await DeskPortal.StartAsync();
        var tries = new List<DateTimeOffset>();
        portal.Work = _ =>
        {
            tries.Add(portal.Clock.Now);
            return StepOutcome.Failed(StepCause.SourceLocked, again: true);
        };
        var id = await portal.ReceiveAsync();
        Do(await portal.Desk.ConfirmIdentityAsync(Dpo, id, await portal.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await portal.Desk.SearchAsync(Dpo, id, await portal.VersionAsync(id), default));
        for (var i = 0; i < 500; i++)
        {
            await portal.RunAsync();
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([2, 10, 60, 300], tries.Zip(tries.Skip(1)).Select(pair => (int)(pair.Second - pair.First).TotalSeconds));
        Assert.Equal(RequestStatus.NeedsAttention, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task The_result_of_a_step_that_somebody_else_took_over_is_dropped()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReceiveAsync();
        Do(await portal.Desk.ConfirmIdentityAsync(Dpo, id, await portal.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await portal.Desk.SearchAsync(Dpo, id, await portal.VersionAsync(id), default));
        var step = Assert.Single(await portal.Queue.WaitingAsync(null, default));
        var frozen = await portal.Queue.ClaimAsync(step.Id, default);
        Assert.Null(await portal.Queue.ClaimAsync(step.Id, default));
        await portal.Queue.RecoverAsync(default);
        var taken = await portal.Queue.ClaimAsync(step.Id, default);

        await portal.Desk.SettleAsync(frozen!, StepOutcome.Failed(StepCause.Unexpected), default);
        Assert.Equal(RequestStatus.Searching, await portal.StatusAsync(id));
        await portal.Desk.SettleAsync(taken!, portal.Succeed(taken!), default);
        Assert.Equal(RequestStatus.InReview, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task Nothing_is_done_after_a_withdrawal()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReceiveAsync();
        Do(await portal.Desk.ConfirmIdentityAsync(Dpo, id, await portal.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await portal.Desk.SearchAsync(Dpo, id, await portal.VersionAsync(id), default));
        Do(await portal.Desk.WithdrawAsync(Dpo, id, await portal.VersionAsync(id), "They changed their mind.", default));

        Assert.Empty(await portal.Queue.WaitingAsync(null, default));
        Assert.Equal(RequestStatus.Closed, await portal.StatusAsync(id));
    }
}
