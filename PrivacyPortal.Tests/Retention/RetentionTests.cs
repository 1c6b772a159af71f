using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Retention;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Requests;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Retention;

public sealed class RetentionTests
{
    private const string Email = "luisg@embraer.com.br";

    private static Actor Dpo => TestPortal.Dpo;

    private static Actor Run => Actor.System("retention");

    [Fact]
    public async Task A_package_ends_thirty_days_after_the_answer_and_the_findings_with_the_working_data()
    {
        await using var desk = await StartAsync();
        var id = await AnsweredAsync(desk, SubjectRight.Access);
        var reference = (await desk.SheetAsync(id)).Row.Reference;

        desk.Portal.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, (await RunAsync(desk)).Ended);
        Assert.NotNull((await DownloadAsync(desk, reference)).Value);
        desk.Portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await RunAsync(desk)).Ended);
        Assert.Equal(Refusal.NotFound, (await DownloadAsync(desk, reference)).Refusal);
        Assert.NotNull((await desk.Queries.FindingsAsync(Dpo, id, desk.Source, default)).Value);

        desk.Portal.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(1, (await RunAsync(desk)).Ended);
        Assert.Equal(0, (await RunAsync(desk)).Ended);
        Assert.Equal(Refusal.NotFound, (await desk.Queries.FindingsAsync(Dpo, id, desk.Source, default)).Refusal);
        var sheet = await desk.SheetAsync(id);
        Assert.Equal(("A Customer", null), (sheet.Subject!.Name, sheet.Subject.Message));
        Assert.Equal([true, true, false], sheet.Retention.Rows.Select(r => r.EndedAt is not null));
        await using var db = desk.Portal.Db();
        Assert.Empty(await db.Set<RequestRows>().ToListAsync());
        Assert.Empty(await db.Set<RequestDocument>().ToListAsync());
        Assert.Equal(["packages-ended", "working-data-ended"], await db.Set<AuditEntry>().Where(e => e.ActorName == "retention").OrderBy(e => e.Sequence).Select(e => e.Name).ToListAsync());
        Assert.True(await db.Set<WrappedKey>().CountAsync(k => k.DestroyedAt != null) >= 2);
    }

    [Fact]
    public async Task The_persons_own_words_end_with_the_working_data_and_the_reasons_with_the_file()
    {
        await using var desk = await StartAsync();
        var subject = new SubjectFile("A Customer", [new Identity(IdentityKinds.Email, Email)], Message: "My words.");
        var id = (await desk.Desk.ReceiveAsync(Dpo, new Intake([SubjectRight.Access], RequestChannel.Letter, "fr", subject), default)).Value![0].Id;
        Do(await desk.Desk.AskClarificationAsync(Dpo, id, await desk.VersionAsync(id), "Which orders?", default));
        Do(await desk.Desk.ClarifyAsync(Dpo, id, await desk.VersionAsync(id), "All of them.", default));
        Do(await desk.Desk.RefuseAsync(Dpo, id, await desk.VersionAsync(id), [Excessive], null, default));
        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));

        desk.Portal.Clock.Advance(TimeSpan.FromDays(119));
        await RunAsync(desk);
        Assert.Equal(["My words.", "Which orders?", "All of them.", Excessive.Explanation], await NotesAsync(desk, id));
        desk.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(desk);
        Assert.Equal([Excessive.Explanation], await NotesAsync(desk, id));

        // A complaint that comes after that time lies in the file that it opens, not for years in the first.
        Assert.Null((await desk.Desk.ReopenAsync(Dpo, id, await desk.VersionAsync(id), RequestChannel.Letter, null, "They complain.", default)).Refusal);
        Assert.Equal([Excessive.Explanation], await NotesAsync(desk, id));
    }

    [Fact]
    public async Task Messages_that_an_earlier_build_left_end_with_the_next_run_unless_they_are_held()
    {
        await using var desk = await StartAsync();
        var subject = new SubjectFile("A Customer", [new Identity(IdentityKinds.Email, Email)], Message: "My words.");
        var id = (await desk.Desk.ReceiveAsync(Dpo, new Intake([SubjectRight.Access], RequestChannel.Letter, "fr", subject), default)).Value![0].Id;
        Do(await desk.Desk.RefuseAsync(Dpo, id, await desk.VersionAsync(id), [Excessive], null, default));
        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        await using var db = desk.Portal.Db();
        var message = await db.Set<RequestEvent>().AsNoTracking().SingleAsync(e => e.RequestId == id && e.Verb == RequestVerb.Receive);
        desk.Portal.Clock.Advance(TimeSpan.FromDays(130));
        await RunAsync(desk);
        await db.Set<RequestEvent>().Where(e => e.Id == message.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.Note, message.Note));

        Do(await desk.Desk.HoldAsync(Dpo, id, await desk.VersionAsync(id), HoldScope.Subject, null, null, new(2030, 1, 1), "A trial.", default));
        Assert.Equal(new RetentionResult(0, 1, 0), await RunAsync(desk));
        Assert.Contains("My words.", await NotesAsync(desk, id));
        Do(await desk.Desk.ReleaseAsync(Dpo, id, await desk.VersionAsync(id), Assert.Single((await desk.SheetAsync(id)).Holds).Id, "It ended.", default));
        Assert.Equal(new RetentionResult(1, 0, 0), await RunAsync(desk));
        Assert.DoesNotContain("My words.", await NotesAsync(desk, id));
        Assert.Contains(Excessive.Explanation, await NotesAsync(desk, id));
        Assert.Equal(new RetentionResult(0, 0, 0), await RunAsync(desk));
        Assert.Contains("messages-ended", await db.Set<AuditEntry>().Where(e => e.ActorName == "retention").Select(e => e.Name).ToListAsync());
    }

    [Fact]
    public async Task A_file_ends_after_five_years_and_its_receipts_stay_known_by_their_hashes()
    {
        await using var desk = await StartAsync();
        var id = await AnsweredAsync(desk, SubjectRight.Erasure);
        Assert.NotNull((await desk.SheetAsync(id)).Retention.ValuesDestroyedAt);
        var reference = (await desk.SheetAsync(id)).Row.Reference;
        var receipt = (await desk.Portal.Get<ReceiptQueries>().OfAsync(TestPortal.Dpo, reference, default)).Value![^1];
        var copy = (await desk.Portal.Get<ReceiptQueries>().DownloadAsync(Dpo, receipt.Id, default)).Value!.Content;

        desk.Portal.Clock.Now = desk.Portal.Clock.Now.AddYears(5).AddDays(-1);
        await RunAsync(desk);
        Assert.NotNull((await desk.Queries.SheetAsync(Dpo, reference, default)).Value!.Subject);
        desk.Portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, (await RunAsync(desk)).Ended);

        var sheet = (await desk.Queries.SheetAsync(Dpo, reference, default)).Value!;
        Assert.Equal((null, null, RequestOutcome.PartlyFulfilled), (sheet.Subject, sheet.Row.Name, sheet.Row.Outcome));
        Assert.All(sheet.Timeline, line => Assert.Null(line.Note));
        Assert.All((await desk.Portal.Get<ReceiptQueries>().OfAsync(TestPortal.Dpo, reference, default)).Value!, r => Assert.False(r.IsArchived));
        Assert.Equal(CheckOutcome.Genuine, (await desk.Portal.Get<ReceiptCheck>().OfFileAsync(copy, default)).Outcome);
        await using var db = desk.Portal.Db();
        Assert.Empty(await db.Set<RequestIdentity>().ToListAsync());
        Assert.Null(await desk.Portal.Get<KeyVault>().FindKeyAsync(db, id, default));
        Assert.True((await desk.Portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Intact);
    }

    [Fact]
    public async Task What_was_asked_to_be_downloaded_ends_with_the_file()
    {
        await using var desk = await StartAsync();
        var id = await AnsweredAsync(desk, SubjectRight.Erasure);
        var proof = await Exports.AddAsync(desk.Portal.Get<IDbContextFactory<PortalDbContext>>(), desk.Portal.Get<KeyVault>(), id, DocumentKind.Proof);
        Assert.NotNull((await desk.Portal.DocumentAsync(Dpo, (await desk.SheetAsync(id)).Row.Reference, proof)).Value);
        await using var db = desk.Portal.Db();
        Assert.Single(await db.Set<RequestExport>().AsNoTracking().ToListAsync());

        desk.Portal.Clock.Now = desk.Portal.Clock.Now.AddYears(5);
        await RunAsync(desk);
        Assert.Empty(await db.Set<RequestExport>().AsNoTracking().ToListAsync());
    }

    [Fact]
    public async Task What_is_held_or_opened_again_waits_and_what_is_open_is_never_touched()
    {
        await using var desk = await StartAsync();
        var (held, again, open) = (await AnsweredAsync(desk, SubjectRight.Access), await AnsweredAsync(desk, SubjectRight.Access, "leonekohler@surfeu.de"), await desk.FoundAsync(SubjectRight.Access, "bjorn.hansen@yahoo.no"));
        Do(await desk.Desk.HoldAsync(Dpo, held, await desk.VersionAsync(held), HoldScope.Subject, null, null, new(2030, 1, 1), "A trial.", default));
        Assert.Null((await desk.Desk.ReopenAsync(Dpo, again, await desk.VersionAsync(again), RequestChannel.Letter, null, "Something is missing.", default)).Refusal);
        desk.Portal.Clock.Advance(TimeSpan.FromDays(130));

        Assert.Equal(new RetentionResult(0, 2, 0), await RunAsync(desk));
        Assert.True((await desk.SheetAsync(held)).Retention.Waits);
        Assert.NotNull((await desk.Queries.FindingsAsync(Dpo, open, desk.Source, default)).Value);
        Assert.Equal(Refusal.WrongState, await desk.Desk.EndAsync(Run, open, default));
        Do(await desk.Desk.ReleaseAsync(Dpo, held, await desk.VersionAsync(held), Assert.Single((await desk.SheetAsync(held)).Holds).Id, "It ended.", default));

        Assert.Equal(new RetentionResult(1, 1, 0), await RunAsync(desk));
    }

    [Fact]
    public void What_was_concluded_ends_with_the_file()
    {
        var request = In(RequestStatus.Closed);
        request.ConclusionSealed = [1];
        request.ForgetSubject();
        Assert.Null(request.ConclusionSealed);
    }

    [Fact]
    public async Task The_answers_kept_for_callers_of_the_api_end_though_nobody_calls_again()
    {
        await using var desk = await StartAsync();
        await using (var db = desk.Portal.Db())
        {
            db.Add(new IdempotentCall { Id = Guid.NewGuid(), KeyId = Guid.NewGuid(), Word = "once", StartedAt = desk.Portal.Clock.Now });
            await db.SaveChangesAsync();
        }

        await RunAsync(desk);
        await using var look = desk.Portal.Db();
        Assert.Single(await look.Set<IdempotentCall>().ToListAsync());
        desk.Portal.Clock.Advance(IdempotentCall.Kept + TimeSpan.FromMinutes(1));
        await RunAsync(desk);
        Assert.Empty(await look.Set<IdempotentCall>().AsNoTracking().ToListAsync());
    }

    [Fact]
    public async Task Nobody_but_the_portal_itself_ends_what_is_kept()
    {
        await using var desk = await StartAsync();
        var id = await AnsweredAsync(desk, SubjectRight.Access);
        desk.Portal.Clock.Advance(TimeSpan.FromDays(130));
        foreach (var actor in (Actor[])[Dpo, TestPortal.Admin, TestPortal.Auditor, Actor.Anonymous])
        {
            Assert.Equal(Refusal.Forbidden, await desk.Desk.EndAsync(actor, id, default));
            Assert.Empty(await desk.Desk.PastRetentionAsync(actor, default));
        }
    }

    [Fact]
    public async Task An_entry_of_the_ledger_ends_with_the_oldest_backup()
    {
        await using var desk = await StartAsync();
        await AnsweredAsync(desk, SubjectRight.Erasure);
        var days = (await desk.Portal.SheetAsync(desk.Source)).Description.BackupDays!.Value;
        desk.Portal.Clock.Advance(TimeSpan.FromDays(days - 1));
        Assert.Equal(0, (await RunAsync(desk)).LedgerEntries);
        desk.Portal.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await RunAsync(desk)).LedgerEntries);
    }

    private static async Task<IEnumerable<string>> NotesAsync(ChinookDesk desk, Guid id) => (await desk.SheetAsync(id)).Timeline.Reverse().Select(e => e.Note).OfType<string>();

    private static Task<RetentionResult> RunAsync(ChinookDesk desk) => desk.Portal.Get<RetentionRun>().RunAsync(default);

    private static Task<Reply<DocumentFile>> DownloadAsync(ChinookDesk desk, string reference) => desk.Portal.DocumentAsync(Dpo, reference);

    private static async Task<Guid> AnsweredAsync(ChinookDesk desk, SubjectRight right, string email = Email)
    {
        var id = await desk.FoundAsync(right, email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        if (right == SubjectRight.Erasure)
        {
            await desk.ExecuteAsync(id);
            return id;
        }

        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Email, new(2026, 11, 20)), default));
        return id;
    }

    private static async Task<ChinookDesk> StartAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests().AddSingleton<RetentionRun>()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        return new ChinookDesk(portal, await portal.ChinookAsync());
    }
}
