using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Sources that people search and change by hand: their steps are tasks of a named owner.</summary>
public sealed class ManualTaskTests
{
    private const string Email = "luisg@embraer.com.br";

    private static readonly TaskFile Scan = new("Luís Gonçalves.PDF", "%PDF-the-scan"u8.ToArray());

    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task A_source_kept_by_hand_is_added_with_a_map_that_waits_for_its_facts()
    {
        await using var portal = await PrivacyPortal.Tests.DataMap.Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        Assert.Equal(Refusal.Invalid, (await desk.AddAsync(TestPortal.Admin, SourceKind.Manual, Papers, new SourceConnection { Keeping = Keeping with { Categories = [] } }, default)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await desk.AddAsync(Dpo, SourceKind.Manual, Papers, new SourceConnection { Keeping = Keeping }, default)).Refusal);

        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.Manual, Papers, new SourceConnection { Keeping = Keeping }, default)).Value;
        var sheet = await portal.SheetAsync(id);
        Assert.Equal(SourceState.Unmapped, sheet.State);
        Assert.Equal(["contact.address", "order"], sheet.Draft!.Map.Tables[0].Fields.Select(f => f.Category));
        Assert.Null((await desk.ConfirmMapAsync(Dpo, id, "First map", sheet.Version, default)).Refusal);
        Assert.DoesNotContain((await portal.SheetAsync(id)).Warnings, w => w.Gap != MapGap.Article15Incomplete);
    }

    [Fact]
    public async Task The_search_is_a_task_that_says_for_whom_and_by_when_the_request_waits()
    {
        await using var desk = await StartAsync();
        var id = await SearchedAsync(desk, SubjectRight.Erasure);
        var sheet = await desk.SheetAsync(id);
        var step = sheet.Steps.Single(s => s.State == StepState.NeedsAttention);
        Assert.Equal(RequestStatus.NeedsAttention, sheet.Row.Status);
        Assert.Equal(("Lyon store", sheet.Row.StrictOn.AddDays(-TaskDays.SearchMargin)), step.Task);
        Assert.Contains("Lyon store", NextStep.Of(sheet, Dpo.Name).Consequence, StringComparison.Ordinal);

        var task = (await desk.Queries.TaskAsync(Dpo, step.Id, default)).Value!;
        Assert.Equal("Look in the grey cabinet.", task.Instructions);
        Assert.Equal(Email, Assert.Single(task.Identities).Value);
        var pdf = (await desk.Portal.TaskSheetAsync(Dpo, id, step.Id, Languages.French)).Value!;
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(pdf.Content, 0, 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_and_who_handles_requests_see_or_complete_a_task()
    {
        await using var desk = await StartAsync();
        var id = await SearchedAsync(desk, SubjectRight.Erasure);
        var (step, version) = (Task(await desk.SheetAsync(id)), await desk.VersionAsync(id));
        foreach (var actor in new[] { TestPortal.OtherAdmin, TestPortal.Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, await desk.Desk.CompleteTaskAsync(actor, id, version, step, "Done.", 0, default));
            Assert.Null((await desk.Queries.TaskAsync(actor, step, default)).Value);
            Assert.Null((await desk.Portal.Get<TaskSheets>().PrintAsync(actor, step, Languages.English, default)).Value);
            Assert.Equal(Refusal.Forbidden, (await desk.Desk.PrintAsync(actor, id, step, "To look.", default)).Refusal);
            Assert.Empty((await desk.Queries.TasksAsync(actor, default)).Value ?? []);
        }

        Assert.Equal(step, Assert.Single((await desk.Queries.TasksAsync(TestPortal.Admin, default)).Value!).Id);
        Assert.Equal(Refusal.ReasonMissing, (await desk.Portal.Get<TaskSheets>().PrintAsync(TestPortal.Admin, step, Languages.English, default)).Refusal);
        Assert.NotNull((await desk.Portal.TaskSheetAsync(TestPortal.Admin, id, step, Languages.English)).Value);
        version = await desk.VersionAsync(id);
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, version, step, "Nothing in the cabinet.", 0, default));
        Assert.Equal(RequestStatus.InReview, (await desk.SheetAsync(id)).Row.Status);
        var done = Assert.Single((await desk.Queries.TasksAsync(Dpo, default)).Value!);
        Assert.Equal((0, (int?)null), (done.Records, done.DaysLeft));
        Assert.Null((await desk.Queries.TaskAsync(Dpo, step, default)).Value!.Name);
    }

    [Fact]
    public async Task What_is_found_by_hand_goes_into_the_copy_with_the_facts_of_its_map()
    {
        await using var desk = await StartAsync();
        var id = await SearchedAsync(desk, SubjectRight.Access);
        var step = Task(await desk.SheetAsync(id));
        Assert.Equal(Refusal.Incomplete, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "Two forms.", 2, default));
        Assert.Equal(Refusal.Invalid, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "Two forms.", 2, new TaskFile("a.pdf", []), default));
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "Two forms.", 2, Scan, default));
        await ReviewAsync(desk, id);
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();

        var sheet = await desk.SheetAsync(id);
        Assert.DoesNotContain(sheet.Documents, d => d.FileName.Contains("Gon", StringComparison.Ordinal));
        var package = (await desk.Portal.DocumentAsync(Dpo, sheet.Row.Reference)).Value!;
        using var zip = new ZipArchive(new MemoryStream(package.Content));
        using var file = new StreamReader(zip.GetEntry("files/papers-1.pdf")!.Open());
        Assert.Equal("%PDF-the-scan", await file.ReadToEndAsync());
    }

    [Fact]
    public async Task An_erasure_by_hand_is_proven_by_whom_and_with_what()
    {
        await using var desk = await StartAsync();
        var id = await ExecutingAsync(desk);
        var task = (await desk.Queries.TaskAsync(Dpo, Task(await desk.SheetAsync(id)), default)).Value!;
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
        var step = Task(await desk.SheetAsync(id));
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
        var step = Task(await desk.SheetAsync(id));
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "One form only.", 1, default));
        Do(await desk.Desk.RetryAsync(Dpo, id, await desk.VersionAsync(id), step, default));
        await desk.RunAsync();
        Assert.Equal(step, Task(await desk.SheetAsync(id)));
        Do(await desk.Desk.CompleteTaskAsync(TestPortal.Admin, id, await desk.VersionAsync(id), step, "Both now.", 2, default));
        await desk.RunAsync();

        var report = (await desk.SheetAsync(id)).Sources.Single(s => s.SourceName == "Papers").ByHand.Single(r => r.Phase == StepPhase.Execute);
        Assert.Equal((2, null, null), (report.Records, report.Planned, report.ConfirmedBy));
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
        var step = Task(await desk.SheetAsync(id));
        Do(await desk.Desk.HoldAsync(Dpo, id, await desk.VersionAsync(id), HoldScope.Category, null, "order", new(2028, 1, 1), "A trial.", default));
        Assert.Equal(Refusal.WrongState, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "Shredded.", 2, default));
        Assert.Empty((await desk.Queries.TasksAsync(Dpo, default)).Value!.Where(t => t.DaysLeft is not null));

        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "A hold was placed.", default));
        await ReviewAsync(desk, id);
        await DecidedAsync(desk, id);
        var task = (await desk.Queries.TaskAsync(Dpo, Task(await desk.SheetAsync(id)), default)).Value!;
        Assert.Equal(["contact.address"], task.Erase);
        Assert.Equal(["order"], task.Keep);
    }

    [Fact]
    public async Task Each_reminder_is_recorded_once_when_it_falls_due()
    {
        await using var desk = await StartAsync();
        var id = await SearchedAsync(desk, SubjectRight.Erasure);
        var due = (await desk.SheetAsync(id)).Steps.Single(s => s.Task is not null).Task!.Value.DueOn;
        foreach (var (days, reminders) in new[] { (6, 0), (5, 1), (4, 1), (2, 2), (0, 3), (-1, 4), (-3, 4) })
        {
            desk.Portal.Clock.Now = new DateTimeOffset(due.AddDays(-days), new TimeOnly(10, 0), TimeSpan.Zero);
            await desk.Desk.RemindAsync(default);
            Assert.Equal(reminders, (await desk.SheetAsync(id)).Timeline.Count(e => e.Verb == RequestVerb.Remind));
        }
    }

    [Theory]
    [InlineData(StepPhase.Search, "2026-12-20", "2026-11-20", "2026-12-06")]
    [InlineData(StepPhase.Execute, "2026-12-20", "2026-11-20", "2026-12-15")]
    [InlineData(StepPhase.Search, "2026-12-20", "2026-12-10", "2026-12-13")]
    [InlineData(StepPhase.Execute, "2026-12-20", "2026-12-19", "2026-12-20")]
    [InlineData(StepPhase.Execute, "2026-12-20", "2026-12-28", "2026-12-28")]
    public void A_task_leaves_time_to_answer_and_is_never_due_in_the_past(StepPhase phase, string strict, string today, string due) =>
        Assert.Equal(Day(due), TaskDays.DueOn(phase, Day(strict), Day(today)));

    private static readonly SourceDescription Papers = new("Papers", "Lyon store", "FR");

    private static ManualKeeping Keeping => new(
        "lyon@shop.example", TestPortal.Admin.PersonId, "Order forms in the grey cabinet.", ["contact.address", "order"], "Look in the grey cabinet.", null, "Shred.");

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", System.Globalization.CultureInfo.InvariantCulture);

    internal static Guid Task(RequestSheet sheet) => sheet.Steps.Single(s => s is { State: StepState.NeedsAttention, Cause: StepCause.ManualTask }).Id;

    internal static async Task<Guid> PapersAsync(ChinookDesk desk) => (await desk.Portal.Get<DataSourceQueries>().MappedAsync(default)).Single(s => s.Kind == SourceKind.Manual).Id;

    internal static async Task<Guid> SearchedAsync(ChinookDesk desk, SubjectRight right)
    {
        var id = await desk.ReceiveAsync(right, Email);
        Do(await desk.Desk.ConfirmIdentityAsync(Dpo, id, await desk.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        return id;
    }

    internal static async Task<Guid> FoundAsync(ChinookDesk desk)
    {
        var id = await SearchedAsync(desk, SubjectRight.Erasure);
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), Task(await desk.SheetAsync(id)), "Two forms.", 2, default));
        await ReviewAsync(desk, id);
        return id;
    }

    private static async Task<Guid> ExecutingAsync(ChinookDesk desk)
    {
        var id = await FoundAsync(desk);
        await DecidedAsync(desk, id);
        return id;
    }

    internal static async Task ReviewAsync(ChinookDesk desk, Guid id)
    {
        foreach (var source in (await desk.SheetAsync(id)).Sources)
        {
            Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), source.SourceId, SourceReview.AsSuggested, default));
        }
    }

    private static async Task DecidedAsync(ChinookDesk desk, Guid id)
    {
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
    }

    /// <summary>Chinook, and paper files beside it with a confirmed map.</summary>
    internal static async Task<ChinookDesk> StartAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => System.Threading.Tasks.Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        var shop = await portal.ChinookAsync();
        var sources = portal.Get<DataSourceDesk>();
        var id = (await sources.AddAsync(TestPortal.Admin, SourceKind.Manual, Papers, new SourceConnection { Keeping = Keeping }, default)).Value;
        var table = (await portal.SheetAsync(id)).Draft!.Map.Tables[0] with { Purpose = "Orders", LegalBasis = "contract", Recipients = ["none"], Source = "person", Retention = "Ten years", AutomatedDecisions = "none", Transfers = "none" };
        Do(await sources.EditTableAsync(TestPortal.Admin, id, table, await portal.VersionAsync(id), default));
        Assert.Null((await sources.ConfirmMapAsync(Dpo, id, "First map", await portal.VersionAsync(id), default)).Refusal);
        return new ChinookDesk(portal, shop);
    }
}
