using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;
using static PrivacyPortal.Tests.Requests.Paper;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Erasures by hand: what their owner is asked for, what they report, and what may stand.</summary>
public sealed class ManualErasureTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task An_erasure_by_hand_is_proven_by_whom_and_with_what()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        var task = (await desk.Queries.TaskAsync(Dpo, TaskOf(await desk.SheetAsync(id)), default)).Value!;
        Assert.Equal(["contact.address", "order"], task.Erase);
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), task.Row.Id, "Shredded.", 2, Scan, default));
        await desk.RunAsync();

        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestStatus.Answering, sheet.Row.Status);
        var report = sheet.Sources.Single(s => s.SourceName == "Papers").ByHand.Single(r => r.Phase == StepPhase.Execute);
        Assert.Equal(("Lyon store", TestPortal.Admin.Name, 2), (report.Owner, report.DoneBy, report.Records));
        var proof = Assert.Single(sheet.Documents, d => d.Kind == DocumentKind.Proof);
        Assert.Equal(report.Sha256, proof.Sha256);

        // The findings' key is gone by now; the proof of what was done is not.
        Assert.Equal(Scan.Content, (await desk.Portal.DocumentAsync(Dpo, sheet.Row.Reference, proof.Id)).Value!.Content);
        Assert.Equal(Refusal.Forbidden, (await desk.Portal.DocumentAsync(TestPortal.Admin, sheet.Row.Reference, proof.Id)).Refusal);
    }

    [Fact]
    public async Task Another_number_than_planned_waits_for_a_DPOs_reason_and_the_receipt_gives_both()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        var step = TaskOf(await desk.SheetAsync(id));
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "One form only.", 1, Scan, default));
        await desk.RunAsync();
        var sheet = await desk.SheetAsync(id);
        Assert.Equal((RequestStatus.NeedsAttention, StepCause.CountDiffers), (sheet.Row.Status, sheet.Steps.Single(s => s.Id == step).Cause));
        var waiting = (await desk.Queries.TaskAsync(TestPortal.Admin, step, default)).Value!.Report!;
        Assert.Equal((1, 2, null), (waiting.Records, waiting.Planned, waiting.ConfirmedBy));
        Assert.Null(sheet.Sources.Single(s => s.SourceName == "Papers").ExecutedAt);

        Assert.Equal(Refusal.Forbidden, await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "It is so.", 1, default));
        Assert.Equal(Refusal.ReasonMissing, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, " ", 1, default));
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "Both pages were one form.", 1, default));
        await desk.RunAsync();
        foreach (var recipient in (await desk.SheetAsync(id)).Recipients)
        {
            Do(await desk.Desk.TellAsync(Dpo, id, await desk.VersionAsync(id), recipient.Id, RecipientNotice.Told, new(2026, 11, 20), "By letter.", default));
        }

        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        var papers = (await desk.SheetAsync(id)).Sources.Single(s => s.SourceName == "Papers");
        var report = papers.ByHand.Single(r => r.Phase == StepPhase.Execute);
        Assert.Equal((TestPortal.Admin.Name, Dpo.Name, 2), (report.DoneBy, report.ConfirmedBy, report.Planned));
        Assert.NotNull(report.Sha256);
        Assert.All(papers.Lines, l => Assert.Equal(1, l.Rows));
        var text = await TrueReceiptTests.LastAsync(desk, id);
        Assert.Contains($"Papers : dossiers comptés par le plan : 2 ; déclarés effacés : 1. {Dpo.Name} a examiné et confirmé l’écart.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_done_again_replaces_the_report_that_differed()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        var step = TaskOf(await desk.SheetAsync(id));
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "One form only.", 1, default));
        Do(await desk.Desk.RetryAsync(Dpo, id, await desk.VersionAsync(id), step, default));
        await desk.RunAsync();
        Assert.Equal(step, TaskOf(await desk.SheetAsync(id)));
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "Both now.", 2, default));
        await desk.RunAsync();

        var report = (await desk.SheetAsync(id)).Sources.Single(s => s.SourceName == "Papers").ByHand.Single(r => r.Phase == StepPhase.Execute);
        Assert.Equal((2, null, null), (report.Records, report.Planned, report.ConfirmedBy));
    }

    [Fact]
    public async Task A_count_is_confirmed_as_it_was_reported_or_not_at_all()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        var step = TaskOf(await desk.SheetAsync(id));
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "One form only.", 1, Scan, default));
        foreach (var other in (int[])[0, 2])
        {
            Assert.Equal(Refusal.Invalid, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "It is so.", other, default));
        }

        var open = (await desk.Queries.TaskAsync(Dpo, step, default)).Value!.Report!;
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "It is so.", 1, new TaskFile("mine.pdf", "%PDF-mine"u8.ToArray()), default));
        Assert.Equal(open.Sha256, (await ReportAsync(desk, id)).Sha256);
    }

    [Fact]
    public async Task A_first_report_never_confirms_one_that_came_in_meanwhile()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        var step = TaskOf(await desk.SheetAsync(id));
        var seen = (await desk.Queries.TaskAsync(Dpo, step, default)).Value!.Cause;
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "One form only.", 1, Scan, default));
        Assert.Equal(Refusal.Stale, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "They rang.", 1, null, seen, default));

        Assert.True((await ReportAsync(desk, id)).IsOpen);
        seen = (await desk.Queries.TaskAsync(Dpo, step, default)).Value!.Cause;
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "Both pages were one form.", 1, null, seen, default));
    }

    [Fact]
    public async Task A_task_that_was_done_again_names_who_reported_it_then_and_with_what()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        var step = TaskOf(await desk.SheetAsync(id));
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "One form only.", 1, Scan, default));
        Do(await desk.Desk.RetryAsync(Dpo, id, await desk.VersionAsync(id), step, default));
        await desk.RunAsync();
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "They rang: both.", 2, default));

        var report = await ReportAsync(desk, id);
        Assert.Equal((Dpo.Name, 2, null, null), (report.DoneBy, report.Records, report.Sha256, report.ConfirmedBy));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(0, 2)]
    public async Task What_was_erased_by_hand_before_a_recall_is_told_though_nobody_confirmed_its_number(int erased, int left)
    {
        await using var desk = await StartAsync();
        desk.Scalar($"UPDATE Customer SET Email = 'nobody@nowhere.example' WHERE Email = '{Email}'");
        var id = await ExecutingAsync(desk);
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), TaskOf(await desk.SheetAsync(id)), "The rest is not there.", erased, default));
        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "Look again.", default));
        Assert.Equal(RequestVerb.Search, NextStep.Of(await desk.SheetAsync(id), Dpo.Name).Verb);
        Assert.Equal(Refusal.Incomplete, await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), TaskOf(await desk.SheetAsync(id)), "Looked again.", left, default));
        await ReviewAsync(desk, id);
        await DecidedAsync(desk, id);
        if (left > 0)
        {
            Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), TaskOf(await desk.SheetAsync(id)), "Shredded.", left, default));
            await desk.RunAsync();
        }

        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        Assert.Equal(ReceiptKind.Erasure, (await desk.ReceiptsAsync(id))[^1]);
        Assert.Equal(erased + left, (await desk.SheetAsync(id)).Sources.Single(s => s.SourceName == "Papers").Lines.Where(l => l.Category == "order").Sum(l => l.Rows));
        var text = await TrueReceiptTests.LastAsync(desk, id);
        Assert.Contains($"Papers : dossiers comptés par le plan : 2 ; déclarés effacés : {erased}. Cet écart n’a pas été confirmé", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a examiné et confirmé", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_to_erase_by_hand_what_is_held()
    {
        await using var desk = await StartAsync();
        var held = await FoundAsync(desk);
        Do(await desk.Desk.HoldAsync(Dpo, held, await desk.VersionAsync(held), HoldScope.Source, await PapersAsync(desk), null, new(2028, 1, 1), "A trial.", default));
        await DecidedAsync(desk, held);
        var sheet = await desk.SheetAsync(held);
        Assert.Equal(RequestStatus.Answering, sheet.Row.Status);
        Assert.All(sheet.Sources.Single(s => s.SourceName == "Papers").Lines, l => Assert.True(l.Stays));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_kept_by_hand_needs_a_ground_and_an_end_like_anything_else(bool whole)
    {
        await using var desk = await StartAsync();
        var id = await FoundAsync(desk);
        var endless = new KeepRule(KeepGround.LegalClaims);
        var table = ManualConnector.Table;
        var decision = whole
            ? new ErasureDecision(table, Verdict.Subject, RowErasure.Keep, null, [])
            : new ErasureDecision(table, Verdict.Subject, RowErasure.Fields, null, [new FieldDecision("order", FieldErasure.Keep, Keep: endless)]);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), await PapersAsync(desk), SourceReview.AsSuggested with { Erasures = [decision] }, default));
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();

        var papers = (await desk.SheetAsync(id)).Sources.Single(s => s.SourceName == "Papers");
        Assert.Equal(new PreflightFailure(PreflightCause.KeepIncomplete, table, 2), Assert.Single(papers.Preflight!.Failures));
        Assert.DoesNotContain(papers.Kept, k => k.Ground == RefusalGround.RightsOfOthers);
        Assert.Equal(Refusal.PreflightFailed, await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));

        decision = decision with { Keep = whole ? endless with { Months = 12 } : null, Fields = [.. decision.Fields.Select(f => f with { Keep = endless with { Months = 12 } })] };
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), await PapersAsync(desk), SourceReview.AsSuggested with { Erasures = [decision] }, default));
        await DecidedAsync(desk, id);
        Assert.Null((await desk.SheetAsync(id)).Sources.Single(s => s.SourceName == "Papers").Preflight);
    }

    [Fact]
    public async Task A_hold_that_keeps_nothing_of_what_is_erased_by_hand_opens_no_file_when_it_is_lifted()
    {
        await using var desk = await StartAsync();
        var id = await FoundAsync(desk);
        Do(await desk.Desk.HoldAsync(Dpo, id, await desk.VersionAsync(id), HoldScope.Category, null, "health", new(2028, 1, 1), "A trial.", default));
        await DecidedAsync(desk, id);
        var sheet = await desk.SheetAsync(id);
        Do(await desk.Desk.ReleaseAsync(Dpo, id, sheet.Version, Assert.Single(sheet.Holds).Id, "It ended.", default));

        Assert.Empty((await desk.SheetAsync(id)).Links);
    }

    [Fact]
    public async Task A_hold_takes_an_open_task_to_erase_back()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        var step = TaskOf(await desk.SheetAsync(id));
        Do(await desk.Desk.HoldAsync(Dpo, id, await desk.VersionAsync(id), HoldScope.Category, null, "order", new(2028, 1, 1), "A trial.", default));
        Assert.Equal(Refusal.WrongState, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "Shredded.", 2, default));
        Assert.Empty((await desk.Queries.TasksAsync(Dpo, default)).Value!.Where(t => t.DaysLeft is not null));

        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "A hold was placed.", default));
        await ReviewAsync(desk, id);
        await DecidedAsync(desk, id);
        var task = (await desk.Queries.TaskAsync(Dpo, TaskOf(await desk.SheetAsync(id)), default)).Value!;
        Assert.Equal(["contact.address"], task.Erase);
        Assert.Equal(["order"], task.Keep);
    }

    private static async Task<ManualReport> ReportAsync(ChinookDesk desk, Guid id) =>
        (await desk.SheetAsync(id)).Sources.Single(s => s.SourceName == "Papers").ByHand.Single(r => r.Phase == StepPhase.Execute);
}
