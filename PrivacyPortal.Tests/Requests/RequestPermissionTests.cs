using PrivacyPortal.Access;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Each verb of the desk without its permission.</summary>
public class RequestPermissionTests
{
    [Fact]
    public async Task No_verb_is_done_for_an_administrator_an_auditor_or_nobody()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync();
        var version = await portal.VersionAsync(id);
        foreach (var actor in new[] { TestPortal.Admin, TestPortal.Auditor, Actor.Anonymous, Actor.Subject("somebody") })
        {
            foreach (var (name, refusal) in await UseAllAsync(portal.Desk, actor, id, version))
            {
                Assert.True(refusal == Refusal.Forbidden, $"{name} for {actor.Kind} {actor.Role}: {refusal}");
            }
        }

        Assert.Equal(version, await portal.VersionAsync(id));
    }

    [Fact]
    public async Task A_request_that_does_not_exist_is_not_found()
    {
        await using var portal = await DeskPortal.StartAsync();
        foreach (var (name, refusal) in (await UseAllAsync(portal.Desk, TestPortal.Dpo, Guid.NewGuid(), 0)).Where(r => r.Name != "Receive"))
        {
            Assert.True(refusal == Refusal.NotFound, $"{name}: {refusal}");
        }
    }

    private static async Task<List<(string Name, Refusal? Refusal)>> UseAllAsync(RequestDesk desk, Actor actor, Guid id, int version) =>
    [
        ("Receive", (await desk.ReceiveAsync(actor, new Intake([SubjectRight.Access], RequestChannel.Letter, "en", new SubjectFile("A", [])), default)).Refusal),
        ("AskIdentity", await desk.AskIdentityAsync(actor, id, version, "doubt", default)),
        ("ConfirmIdentity", await desk.ConfirmIdentityAsync(actor, id, version, IdentityProof.Certain, "sure", default)),
        ("AskClarification", await desk.AskClarificationAsync(actor, id, version, "which", default)),
        ("Clarify", await desk.ClarifyAsync(actor, id, version, "all", default)),
        ("Search", await desk.SearchAsync(actor, id, version, default)),
        ("Review", await desk.ReviewAsync(actor, id, version, DeskPortal.Shop, SourceReview.AsSuggested, default)),
        ("Preflight", await desk.PreflightAsync(actor, id, version, default)),
        ("Decide", await desk.DecideAsync(actor, id, version, DecisionKind.Refuse, [Excessive], null, default)),
        ("Approve", await desk.ApproveAsync(actor, id, version, default)),
        ("Decline", await desk.DeclineAsync(actor, id, version, "no", default)),
        ("Recall", await desk.RecallAsync(actor, id, version, "changed", default)),
        ("Refuse", await desk.RefuseAsync(actor, id, version, [Excessive], null, default)),
        ("NotIdentifiable", await desk.NotIdentifiableAsync(actor, id, version, "a number", null, default)),
        ("MarkDuplicate", await desk.MarkDuplicateAsync(actor, id, version, "DSR-2026-000009", null, default)),
        ("Extend", await desk.ExtendAsync(actor, id, version, ExtensionGround.Number, "many", Letter, default)),
        ("Hold", await desk.HoldAsync(actor, id, version, HoldScope.Subject, null, null, new(2030, 1, 1), "a trial", default)),
        ("Release", await desk.ReleaseAsync(actor, id, version, Guid.NewGuid(), "ended", default)),
        ("Withdraw", await desk.WithdrawAsync(actor, id, version, "changed", default)),
        ("Retry", await desk.RetryAsync(actor, id, version, Guid.NewGuid(), default)),
        ("CompleteTask", await desk.CompleteTaskAsync(actor, id, version, Guid.NewGuid(), "done", 1, default)),
        ("Tell", await desk.TellAsync(actor, id, version, Guid.NewGuid(), RecipientNotice.Told, new(2026, 11, 20), "", default)),
        ("Answer", await desk.AnswerAsync(actor, id, version, Letter, default)),
        ("Lift", await desk.LiftAsync(actor, id, version, "verified", new(2026, 12, 4), Letter, default)),
        ("HandOut", (await desk.HandOutAsync(actor, id, Guid.NewGuid(), default)).Refusal),
        ("Export", (await desk.ExportAsync(actor, id, Guid.NewGuid(), "for the court", default)).Refusal),
        ("Print", (await desk.PrintAsync(actor, id, Guid.NewGuid(), "for the keeper", default)).Refusal),
        ("AllowExport", await desk.AllowExportAsync(actor, id, version, Guid.NewGuid(), default)),
        ("DeclineExport", await desk.DeclineExportAsync(actor, id, version, Guid.NewGuid(), "no need", default)),
        ("Reopen", (await desk.ReopenAsync(actor, id, version, RequestChannel.Letter, null, "complaint", default)).Refusal),
    ];
}
