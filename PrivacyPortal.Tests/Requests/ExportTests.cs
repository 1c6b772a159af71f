using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>What the setting on exports makes of each download of personal data by staff.</summary>
public class ExportTests
{
    private static Actor Dpo => TestPortal.Dpo;

    private static Actor Deputy => TestPortal.Deputy;

    [Fact]
    public async Task With_a_reason_a_file_is_open_for_a_quarter_of_an_hour_to_who_gave_it()
    {
        await using var portal = await DeskPortal.StartAsync();
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        Assert.Equal(Refusal.ReasonMissing, (await TakeAsync(portal, Dpo, id, proof)).Refusal);
        Assert.Equal(Refusal.ReasonMissing, (await portal.Desk.ExportAsync(Dpo, id, proof, " ", default)).Refusal);

        var asked = (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Value!;
        Assert.Equal((ExportStanding.Open, portal.Clock.Now + RequestExport.Brief), (asked.Standing, asked.Until));
        Assert.Equal(Exports.Content, (await TakeAsync(portal, Dpo, id, proof)).Value!.Content);
        Assert.Equal(Refusal.ReasonMissing, (await TakeAsync(portal, Deputy, id, proof)).Refusal);

        portal.Clock.Now += RequestExport.Brief;
        Assert.Equal(Refusal.ReasonMissing, (await TakeAsync(portal, Dpo, id, proof)).Refusal);
        Assert.Equal(ExportStanding.Over, Assert.Single((await portal.SheetAsync(id)).Exports.Rows).Standing);
    }

    [Fact]
    public async Task A_reason_for_one_file_opens_no_other()
    {
        await using var portal = await DeskPortal.StartAsync();
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        var other = await AddAsync(portal, id, DocumentKind.Proof);
        Assert.Null((await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Refusal);

        Assert.Equal(Refusal.ReasonMissing, (await TakeAsync(portal, Dpo, id, other)).Refusal);
    }

    [Fact]
    public async Task The_reason_stands_in_the_timeline_and_no_word_of_it_in_the_log_or_the_database()
    {
        await using var portal = await DeskPortal.StartAsync();
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        Assert.Null((await portal.Desk.ExportAsync(Dpo, id, proof, "Because Zanzibar", default)).Refusal);
        Assert.NotNull((await TakeAsync(portal, Dpo, id, proof)).Value);

        var sheet = await portal.SheetAsync(id);
        Assert.Equal((RequestVerb.Export, "Because Zanzibar"), (sheet.Timeline[0].Verb, sheet.Timeline[0].Note));
        await using var db = portal.Portal.Db();
        var log = await db.Set<AuditEntry>().Where(e => e.About == sheet.Row.Reference).OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(["download-asked", "document-downloaded"], log[^2..].Select(e => e.Name));
        Assert.DoesNotContain(log, e => e.Payload.Contains("Zanzibar", StringComparison.Ordinal));
        Assert.DoesNotContain("Zanzibar", await portal.Portal.DatabaseBytesAsync(), StringComparison.Ordinal);
        Assert.Equal("Because Zanzibar", Assert.Single(sheet.Exports.Rows).Reason);
        Assert.Null(Assert.Single((await portal.SheetAsync(id, TestPortal.Auditor)).Exports.Rows).Reason);
    }

    [Fact]
    public async Task Where_downloads_are_denied_no_reason_opens_a_file()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = ExportPolicy.Denied;
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);

        Assert.Equal(Refusal.ExportDenied, (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Refusal);
        Assert.Equal(Refusal.ExportDenied, (await TakeAsync(portal, Dpo, id, proof)).Refusal);
        Assert.Empty((await portal.SheetAsync(id)).Exports.Rows);
    }

    [Theory]
    [InlineData(ExportPolicy.Denied)]
    [InlineData(ExportPolicy.FourEyes)]
    [InlineData(ExportPolicy.Reason)]
    public async Task The_persons_own_copy_can_be_taken_to_hand_it_to_them_whatever_the_setting_says(ExportPolicy policy)
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = policy;
        var (id, copy) = await WithFileAsync(portal, DocumentKind.Answer);
        Assert.Equal(Refusal.WrongState, (await portal.Desk.HandOutAsync(Dpo, id, copy, default)).Refusal);
        await AnsweringAsync(portal, id);

        Assert.Equal(ExportStanding.Open, (await portal.Desk.HandOutAsync(Dpo, id, copy, default)).Value!.Standing);
        Assert.Equal(Exports.Content, (await TakeAsync(portal, Dpo, id, copy)).Value!.Content);
        Assert.NotNull((await TakeAsync(portal, Deputy, id, copy)).Refusal);
        Assert.Equal(RequestVerb.HandOut, (await portal.SheetAsync(id)).Timeline[0].Verb);

        // The letter came back: it is sent once more after the request was closed.
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        portal.Clock.Now += RequestExport.Brief;
        Assert.Null((await portal.Desk.HandOutAsync(Deputy, id, copy, default)).Refusal);
    }

    [Theory]
    [InlineData(DocumentKind.Proof)]
    [InlineData(DocumentKind.Export)]
    public async Task What_is_no_answer_is_not_handed_out_as_one(DocumentKind kind)
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = ExportPolicy.Denied;
        var (id, file) = await WithFileAsync(portal, kind);
        await AnsweringAsync(portal, id);

        Assert.Equal(Refusal.Invalid, (await portal.Desk.HandOutAsync(Dpo, id, file, default)).Refusal);
    }

    [Fact]
    public async Task With_four_eyes_another_person_allows_it_and_it_is_open_for_a_day_to_who_asked()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = ExportPolicy.FourEyes;
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        Assert.Equal(Refusal.ReasonMissing, (await portal.Desk.ExportAsync(Dpo, id, proof, "", default)).Refusal);
        var asked = (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Value!;
        Assert.Equal(ExportStanding.Waiting, asked.Standing);
        Assert.Equal(Refusal.ApprovalMissing, (await TakeAsync(portal, Dpo, id, proof)).Refusal);
        Assert.Equal(Refusal.Duplicate, (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Refusal);
        Assert.Equal(Exports.Reason, Assert.Single((await portal.SheetAsync(id, Deputy)).Exports.ForOthers).Reason);
        Assert.Equal([(await portal.SheetAsync(id)).Row.Reference], (await portal.Queries.FiguresAsync(Deputy, default)).Value!.Exports);
        Assert.Empty((await portal.Queries.FiguresAsync(Dpo, default)).Value!.Exports);
        Assert.Empty((await portal.Queries.FiguresAsync(TestPortal.Auditor, default)).Value!.Exports);
        Assert.Empty((await portal.SheetAsync(id)).Exports.ForOthers);

        Assert.Equal(Refusal.SamePerson, await portal.Desk.AllowExportAsync(Dpo, id, await portal.VersionAsync(id), asked.Id, default));
        var key = Dpo with { Kind = ActorKind.Key, Name = "Export robot", Scopes = KeyScopes.Approve };
        Assert.Equal(Refusal.SamePerson, await portal.Desk.AllowExportAsync(key, id, await portal.VersionAsync(id), asked.Id, default));
        Do(await portal.Desk.AllowExportAsync(Deputy, id, await portal.VersionAsync(id), asked.Id, default));
        Assert.Equal(Refusal.WrongState, await portal.Desk.DeclineExportAsync(Deputy, id, await portal.VersionAsync(id), asked.Id, "Too late.", default));

        Assert.Equal(Refusal.ApprovalMissing, (await TakeAsync(portal, Deputy, id, proof)).Refusal);
        portal.Clock.Now += RequestExport.Day - TimeSpan.FromMinutes(1);
        Assert.Equal(Exports.Content, (await TakeAsync(portal, Dpo, id, proof)).Value!.Content);
        portal.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(Refusal.ApprovalMissing, (await TakeAsync(portal, Dpo, id, proof)).Refusal);
        Assert.Equal([RequestVerb.AllowExport, RequestVerb.Export], (await portal.SheetAsync(id)).Timeline.Take(2).Select(e => e.Verb));
    }

    [Fact]
    public async Task Declined_with_a_reason_it_stays_shut_and_can_be_asked_for_again()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = ExportPolicy.FourEyes;
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        var asked = (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Value!;
        Assert.Equal(Refusal.ReasonMissing, await portal.Desk.DeclineExportAsync(Deputy, id, await portal.VersionAsync(id), asked.Id, " ", default));
        Do(await portal.Desk.DeclineExportAsync(Deputy, id, await portal.VersionAsync(id), asked.Id, "The page shows it.", default));

        Assert.Equal(Refusal.ApprovalMissing, (await TakeAsync(portal, Dpo, id, proof)).Refusal);
        Assert.Equal(ExportStanding.Declined, (await portal.SheetAsync(id)).Exports.Mine(proof)!.Standing);
        Assert.Equal(ExportStanding.Waiting, (await portal.Desk.ExportAsync(Dpo, id, proof, "For the court.", default)).Value!.Standing);
    }

    [Theory]
    [InlineData(ExportPolicy.FourEyes, Refusal.ApprovalMissing)]
    [InlineData(ExportPolicy.Denied, Refusal.ExportDenied)]
    public async Task A_tightening_bars_what_stood_open(ExportPolicy tighter, Refusal told)
    {
        await using var portal = await DeskPortal.StartAsync();
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        Assert.Null((await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Refusal);
        portal.Exports = tighter;

        Assert.Equal(told, (await TakeAsync(portal, Dpo, id, proof)).Refusal);
        Assert.Equal(ExportStanding.Barred, Assert.Single((await portal.SheetAsync(id)).Exports.Rows).Standing);
    }

    [Fact]
    public async Task What_waits_is_not_allowed_once_downloads_are_denied()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = ExportPolicy.FourEyes;
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        var asked = (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Value!;
        portal.Exports = ExportPolicy.Denied;

        Assert.Equal(Refusal.ExportDenied, await portal.Desk.AllowExportAsync(Deputy, id, await portal.VersionAsync(id), asked.Id, default));
    }

    [Fact]
    public async Task What_waits_is_over_once_the_file_it_is_for_is_gone()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = ExportPolicy.FourEyes;
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        var other = await AddAsync(portal, id, DocumentKind.Proof);
        var asked = (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Value!;
        Assert.Null((await portal.Desk.ExportAsync(Dpo, id, other, Exports.Reason, default)).Refusal);
        await using var db = portal.Portal.Db();
        await db.Set<RequestDocument>().Where(d => d.Id == proof).ExecuteDeleteAsync();

        Assert.Equal(ExportStanding.Over, (await portal.SheetAsync(id)).Exports.Mine(proof)!.Standing);
        Assert.Equal(other, Assert.Single((await portal.SheetAsync(id, Deputy)).Exports.ForOthers).What);
        Assert.Equal(Refusal.WrongState, await portal.Desk.AllowExportAsync(Deputy, id, await portal.VersionAsync(id), asked.Id, default));
        Assert.Equal(Refusal.WrongState, await portal.Desk.DeclineExportAsync(Deputy, id, await portal.VersionAsync(id), asked.Id, "It is gone.", default));
        Assert.Single((await portal.Queries.FiguresAsync(Deputy, default)).Value!.Exports);
        await db.Set<RequestDocument>().Where(d => d.Id == other).ExecuteDeleteAsync();
        Assert.Empty((await portal.Queries.FiguresAsync(Deputy, default)).Value!.Exports);
    }

    [Fact]
    public async Task What_waits_for_the_sheet_of_a_task_is_over_once_the_task_is_reported()
    {
        await using var desk = await Paper.StartAsync(ExportPolicy.FourEyes);
        var id = await Paper.ExecutingAsync(desk);
        var step = Paper.TaskOf(await desk.SheetAsync(id));
        Assert.Equal(ExportStanding.Waiting, (await desk.Desk.PrintAsync(Dpo, id, step, Exports.Reason, default)).Value!.Standing);
        Assert.Single((await desk.Queries.FiguresAsync(Deputy, default)).Value!.Exports);
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), step, "One form only.", 1, default));

        Assert.Equal(ExportStanding.Over, (await desk.SheetAsync(id)).Exports.Mine(step)!.Standing);
        Assert.Empty((await desk.Queries.FiguresAsync(Deputy, default)).Value!.Exports);
        Assert.Equal(Refusal.WrongState, (await desk.Desk.PrintAsync(Dpo, id, step, Exports.Reason, default)).Refusal);
    }

    [Fact]
    public async Task Where_a_reason_is_enough_again_who_waits_for_a_second_person_gives_theirs_and_has_the_file()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = ExportPolicy.FourEyes;
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        var asked = (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Value!;
        portal.Exports = ExportPolicy.Reason;

        Assert.Equal(ExportStanding.Over, (await portal.SheetAsync(id)).Exports.Mine(proof)!.Standing);
        Assert.Empty((await portal.SheetAsync(id, Deputy)).Exports.ForOthers);
        Assert.Empty((await portal.Queries.FiguresAsync(Deputy, default)).Value!.Exports);
        Assert.Equal(Refusal.WrongState, await portal.Desk.AllowExportAsync(Deputy, id, await portal.VersionAsync(id), asked.Id, default));
        Assert.Null((await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Refusal);
        Assert.Equal(Exports.Content, (await TakeAsync(portal, Dpo, id, proof)).Value!.Content);
    }

    [Fact]
    public async Task An_export_is_decided_on_its_own_request_only()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Exports = ExportPolicy.FourEyes;
        var (id, proof) = await WithFileAsync(portal, DocumentKind.Proof);
        var asked = (await portal.Desk.ExportAsync(Dpo, id, proof, Exports.Reason, default)).Value!;
        var other = await portal.ReceiveAsync(email: "other@example.org");

        Assert.Equal(Refusal.NotFound, await portal.Desk.AllowExportAsync(Deputy, other, await portal.VersionAsync(other), asked.Id, default));
        Assert.Equal(Refusal.NotFound, (await portal.Desk.ExportAsync(Dpo, other, proof, Exports.Reason, default)).Refusal);
    }

    private static async Task<(Guid Request, Guid File)> WithFileAsync(DeskPortal portal, DocumentKind kind)
    {
        var id = await portal.ReadyAsync(SubjectRight.Rectification);
        return (id, await AddAsync(portal, id, kind));
    }

    private static Task<Guid> AddAsync(DeskPortal portal, Guid id, DocumentKind kind) =>
        Exports.AddAsync(portal.Portal.Get<IDbContextFactory<PortalDbContext>>(), portal.Portal.Get<KeyVault>(), id, kind);

    private static async Task AnsweringAsync(DeskPortal portal, Guid id)
    {
        Do(await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await portal.RunAsync();
        Assert.Equal(RequestStatus.Answering, await portal.StatusAsync(id));
    }

    private static async Task<Reply<DocumentFile>> TakeAsync(DeskPortal portal, Actor actor, Guid id, Guid document) =>
        await portal.Portal.Get<RequestDocuments>().DownloadAsync(actor, (await portal.SheetAsync(id)).Row.Reference, document, default);
}
