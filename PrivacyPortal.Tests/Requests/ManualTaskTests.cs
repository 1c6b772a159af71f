using System.IO.Compression;
using System.Text.Json;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Language;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Connectors;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;
using static PrivacyPortal.Tests.Requests.Paper;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Sources that people search and change by hand: their steps are tasks of a named owner.</summary>
public sealed class ManualTaskTests
{
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
        var (step, version) = (TaskOf(await desk.SheetAsync(id)), await desk.VersionAsync(id));
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
        var step = TaskOf(await desk.SheetAsync(id));
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
    public async Task The_owner_gets_a_statement_to_attach_and_nothing_of_what_was_said_in_another_source()
    {
        using var chat = new SourceFile(Chat.Sql);
        await using var desk = await StartAsync();
        var source = await Chat.AddAsync(desk.Portal.Get<DataSourceDesk>(), desk.Portal.Get<DataSourceQueries>(), SourceKind.Sqlite, new SourceConnection(chat.Path));
        var id = await SearchedAsync(desk, SubjectRight.Rectification, Chat.Email);
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), TaskOf(await desk.SheetAsync(id)), "A printed chat.", 1, default));
        await ReviewAsync(desk, id);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), source, SourceReview.AsSuggested with { Statements = [Chat.OnMessage] }, default));
        await DecidedAsync(desk, id);

        var step = TaskOf(await desk.SheetAsync(id));
        var sheet = JsonSerializer.Serialize((await desk.Queries.TaskAsync(TestPortal.Admin, step, default)).Value!);
        var paper = PdfTools.Text((await desk.Portal.TaskSheetAsync(Dpo, id, step, Languages.English)).Value!.Content);
        foreach (var text in (string[])[sheet, paper])
        {
            Assert.Contains(Chat.Stated, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Chat.Said, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Messages", text, StringComparison.Ordinal);
        }
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

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", System.Globalization.CultureInfo.InvariantCulture);
}
