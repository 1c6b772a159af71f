using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

public class RequestDeskTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task A_letter_that_asks_for_two_rights_is_received_as_two_linked_requests()
    {
        await using var portal = await DeskPortal.StartAsync();
        var subject = new SubjectFile("Luís Gonçalves", [new Identity(IdentityKinds.Email, "luisg@embraer.com.br")]);
        var reply = await portal.Desk.ReceiveAsync(Dpo, new Intake([SubjectRight.Access, SubjectRight.Erasure], RequestChannel.Letter, "fr", subject), default);

        Assert.Equal(["DSR-2026-000001", "DSR-2026-000002"], reply.Value!.Select(r => r.Reference));
        Assert.Equal(RequestLinkKind.SameLetter, Assert.Single((await portal.SheetAsync(reply.Value![0].Id)).Links).Kind);
    }

    [Fact]
    public async Task A_likely_duplicate_is_linked_and_shown_and_never_dropped()
    {
        await using var portal = await DeskPortal.StartAsync();
        var first = await portal.ReceiveAsync();
        var subject = new SubjectFile("L. Gonçalves", [new Identity(IdentityKinds.Email, " LUISG@embraer.com.br ")]);
        var reply = await portal.Desk.ReceiveAsync(Dpo, new Intake([SubjectRight.Erasure], RequestChannel.Phone, "fr", subject), default);

        Assert.Equal(["DSR-2026-000001"], Assert.Single(reply.Value!).LikelyDuplicateOf);
        Assert.Equal(RequestLinkKind.LikelyDuplicate, Assert.Single((await portal.SheetAsync(first)).Links).Kind);
        Assert.Equal(2, (await portal.Queries.OfSubjectAsync(Dpo, first, default)).Value!.Count);
    }

    [Fact]
    public async Task A_request_goes_from_receipt_to_closure_with_each_verb_on_record()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReadyAsync();
        Do(await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await portal.RunAsync();
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));

        var sheet = await portal.SheetAsync(id);
        Assert.Equal((RequestStatus.Closed, RequestOutcome.Fulfilled), (sheet.Row.Status, sheet.Row.Outcome));
        Assert.Equal(
            [RequestVerb.Receive, RequestVerb.ConfirmIdentity, RequestVerb.Search, RequestVerb.Find, RequestVerb.Review, RequestVerb.Preflight, RequestVerb.Decide, RequestVerb.Finish, RequestVerb.Answer],
            sheet.Timeline.Reverse().Select(e => e.Verb));
        Assert.Equal([StepPhase.Search, StepPhase.Preflight, StepPhase.Execute, StepPhase.Verify, StepPhase.Notify], sheet.Steps.Select(s => s.Phase));
        Assert.True((await portal.Portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Intact);
        await using var db = portal.Portal.Db();
        Assert.Equal(sheet.Timeline.Count + sheet.Steps.Count, await db.Set<AuditEntry>().CountAsync(e => e.About == sheet.Row.Reference && e.Category == "request"));
        Assert.Equal([ReceiptKind.Acknowledgement, ReceiptKind.Erasure], (await portal.Portal.Get<ReceiptQueries>().OfAsync(Dpo, sheet.Row.Reference, default)).Value!.Select(r => r.Kind));
    }

    [Fact]
    public async Task The_audit_log_holds_no_word_of_a_reason_and_the_database_no_word_of_the_subject()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync();
        Do(await portal.Desk.WithdrawAsync(Dpo, id, await portal.VersionAsync(id), "Because Zanzibar", default));

        await using (var db = portal.Portal.Db())
        {
            Assert.DoesNotContain(await db.Set<AuditEntry>().Select(e => e.Payload).ToListAsync(), payload => payload.Contains("Zanzibar", StringComparison.Ordinal));
        }

        Assert.Equal("Because Zanzibar", (await portal.SheetAsync(id)).Timeline[0].Note);
        var bytes = await portal.Portal.DatabaseBytesAsync();
        foreach (var secret in new[] { "Zanzibar", "luisg@embraer", "Gon" + System.Text.Encoding.Latin1.GetString("ç"u8) + "alves" })
        {
            Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Thirty_days_of_silence_ask_the_dpo_to_decide()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReceiveAsync();
        Do(await portal.Desk.AskIdentityAsync(Dpo, id, await portal.VersionAsync(id), "Another address.", default));
        portal.Clock.Now += TimeSpan.FromDays(29);
        Assert.Equal(RequestVerb.ConfirmIdentity, NextStep.Of(await portal.SheetAsync(id), "Diane").Verb);

        portal.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(30, (await portal.SheetAsync(id)).SilentDays);
        Assert.Equal(RequestVerb.NotIdentifiable, NextStep.Of(await portal.SheetAsync(id), "Diane").Verb);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_is_told_that_it_has_changed()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReadyAsync();
        var version = await portal.VersionAsync(id);

        var replies = await Task.WhenAll(
            Task.Run(() => portal.Desk.DecideAsync(Dpo, id, version, DecisionKind.Grant, [], null, default)),
            Task.Run(() => portal.Desk.DecideAsync(TestPortal.Deputy, id, version, DecisionKind.Refuse, [Excessive], null, default)));

        Assert.Single(replies, r => r is null);
        Assert.Single(replies, r => r == Refusal.Stale);
        Assert.Single((await portal.SheetAsync(id)).Timeline, e => e.Verb == RequestVerb.Decide);
    }

    [Fact]
    public async Task A_stale_page_changes_nothing()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReceiveAsync();
        var version = await portal.VersionAsync(id);
        Do(await portal.Desk.AskIdentityAsync(Dpo, id, version, "Another address.", default));

        Assert.Equal(Refusal.Stale, await portal.Desk.WithdrawAsync(Dpo, id, version, "They changed their mind.", default));
        Assert.Equal(RequestStatus.AwaitingIdentity, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task Under_four_eyes_an_erasure_waits_for_another_person()
    {
        await using var portal = await DeskPortal.StartAsync(fourEyes: true);
        var id = await portal.ReadyAsync();
        Do(await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));

        Assert.Equal(Refusal.SamePerson, await portal.Desk.ApproveAsync(Dpo, id, await portal.VersionAsync(id), default));
        Assert.DoesNotContain((await portal.SheetAsync(id)).Steps, s => s.Phase == StepPhase.Execute);
        Do(await portal.Desk.ApproveAsync(TestPortal.Deputy, id, await portal.VersionAsync(id), default));
        await portal.RunAsync();
        Assert.Equal(RequestStatus.Answering, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task Nothing_is_searched_without_an_identity_to_search_by()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = (await portal.Desk.ReceiveAsync(Dpo, new Intake([SubjectRight.Access], RequestChannel.Letter, "fr", new SubjectFile("Luís Gonçalves", [])), default)).Value![0].Id;
        Do(await portal.Desk.ConfirmIdentityAsync(Dpo, id, await portal.VersionAsync(id), IdentityProof.Certain, "Known.", default));

        Assert.Equal(Refusal.Incomplete, await portal.Desk.SearchAsync(Dpo, id, await portal.VersionAsync(id), default));
        Assert.Equal(RequestStatus.Received, await portal.StatusAsync(id));
        Assert.Equal(RequestVerb.NotIdentifiable, NextStep.Of(await portal.SheetAsync(id), "Diane").Verb);
    }

    [Fact]
    public async Task A_duplicate_is_of_a_request_of_the_same_person_and_is_no_excess()
    {
        await using var portal = await DeskPortal.StartAsync();
        await portal.ReceiveAsync(email: "somebody@else.example");
        await portal.ReceiveAsync();
        var id = await portal.ReceiveAsync();
        Assert.Equal(Refusal.Invalid, await portal.Desk.MarkDuplicateAsync(Dpo, id, await portal.VersionAsync(id), "DSR-2026-000001", null, default));
        Do(await portal.Desk.MarkDuplicateAsync(Dpo, id, await portal.VersionAsync(id), "DSR-2026-000002", null, default));

        Assert.Equal(RefusalGround.AnsweredElsewhere, Assert.Single((await portal.SheetAsync(id)).Reasons).Ground);

        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        Assert.Equal(ReceiptKind.AnsweredElsewhere, (await portal.Portal.Get<ReceiptQueries>().OfAsync(Dpo, (await portal.SheetAsync(id)).Row.Reference, default)).Value![^1].Kind);
    }

    [Fact]
    public async Task A_review_that_says_two_things_of_one_is_refused()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync(SubjectRight.Access);
        var row = new RowRef("Customer", new PrivacyPortal.Connectors.RowKey(1L));
        FieldRelease shown = new("Email", Release.Release, null), withheld = new("Email", Release.Withhold, "Theirs.");
        FindingRelease Whole(params FieldRelease[] fields) => new("Customer", Verdict.Subject, Release.Release, null, fields);
        FieldDecision clear = new("Email", FieldErasure.Clear), replace = new("Email", FieldErasure.Replace, "-");
        ErasureDecision Erased(params FieldDecision[] fields) => new("Customer", Verdict.Subject, RowErasure.Fields, null, fields);
        var email = new Identity(IdentityKinds.Email, "second@home.example");
        var once = new SourceReview(
            [new(row, TickAnswer.Theirs)], [email], [Whole(shown)], [new(row, "Email", "a")], [Erased(clear), Erased() with { OfFields = true }], [new(row, "Email", "a", "b")]);
        foreach (var twice in new[]
        {
            once with { Ticks = [new(row, TickAnswer.Theirs), new(row, TickAnswer.NotTheirs)] },
            once with { Follow = [email, email] },
            once with { Releases = [Whole(shown), Whole()] },
            once with { Releases = [Whole(shown, withheld)] },
            once with { Redactions = [new(row, "Email", "a"), new(row, "Email", "b")] },
            once with { Erasures = [Erased(clear), Erased()] },
            once with { Erasures = [Erased(clear, replace)] },
            once with { Corrections = [new(row, "Email", "a", "b"), new(row, "Email", "a", "c")] },
        })
        {
            Assert.Equal(Refusal.Invalid, await portal.Desk.ReviewAsync(Dpo, id, await portal.VersionAsync(id), DeskPortal.Shop, twice, default));
        }

        Do(await portal.Desk.ReviewAsync(Dpo, id, await portal.VersionAsync(id), DeskPortal.Shop, once, default));
    }

    [Fact]
    public async Task An_access_is_not_released_before_the_map_says_what_article_15_asks()
    {
        var map = DeskPortal.Map();
        await using var portal = await DeskPortal.StartAsync(sources: [new(DeskPortal.Shop, "Shop", false, map with { Tables = [map.Tables[0] with { Retention = null }] })]);
        var id = await portal.ReadyAsync(SubjectRight.Access);

        Assert.Equal(["Shop: Customer"], (await portal.SheetAsync(id)).Article15Missing);
        Assert.Equal(Refusal.Incomplete, await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));
    }

    [Fact]
    public async Task A_complaint_opens_a_new_file_linked_to_the_first()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReceiveAsync();
        Do(await portal.Desk.RefuseAsync(Dpo, id, await portal.VersionAsync(id), [Excessive], null, default));
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        portal.Clock.Advance(TimeSpan.FromDays(40));
        var again = await portal.Desk.ReopenAsync(Dpo, id, await portal.VersionAsync(id), RequestChannel.Email, null, "The authority wrote.", default);

        var sheet = await portal.SheetAsync(again.Value!.Id);
        Assert.Equal((RequestStatus.Received, new DateOnly(2026, 12, 30)), (sheet.Row.Status, sheet.Row.ReceivedOn));
        Assert.Equal("Luís Gonçalves", sheet.Subject!.Name);
        Assert.Equal(RequestLinkKind.Reopened, Assert.Single(sheet.Links).Kind);
        Assert.Equal(RequestStatus.Closed, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task Names_are_masked_for_who_may_not_open_findings()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync();

        var sheet = await portal.SheetAsync(id, TestPortal.Auditor);
        Assert.Null(sheet.Subject);
        Assert.Equal("L••• G•••", sheet.Row.Name);
        Assert.All(sheet.Timeline, e => Assert.Null(e.Note));
        Assert.Empty(sheet.Verbs);
        Assert.Equal(Refusal.Forbidden, (await portal.Queries.FindingsAsync(TestPortal.Auditor, id, DeskPortal.Shop, default)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await portal.Queries.RowsAsync(TestPortal.Auditor, id, DeskPortal.Shop, "Customer", Verdict.Subject, 0, default)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await portal.Queries.PageAsync(TestPortal.Admin, new(), RequestSort.DueOn, false, 0, 10, default)).Refusal);
    }

    [Fact]
    public async Task A_person_is_found_by_the_exact_identity_and_a_request_by_its_reference()
    {
        await using var portal = await DeskPortal.StartAsync();
        await portal.ReceiveAsync(email: "somebody@else.example");
        var id = await portal.ReceiveAsync();

        async Task<IEnumerable<Guid>> FindAsync(string text) =>
            (await portal.Queries.PageAsync(Dpo, new(Text: text), RequestSort.DueOn, false, 0, 10, default)).Value!.Rows.Select(r => r.Id);
        Assert.Equal([id], await FindAsync("LUISG@embraer.com.br"));
        Assert.Equal([id], await FindAsync("dsr-2026-000002"));
        Assert.Empty(await FindAsync("luisg"));
    }

    [Fact]
    public async Task The_figures_count_what_is_open_due_and_overdue()
    {
        await using var portal = await DeskPortal.StartAsync();
        await portal.ReceiveAsync(SubjectRight.Access);
        portal.Clock.Advance(TimeSpan.FromDays(25));
        await portal.ReceiveAsync();
        var soon = (await portal.Queries.FiguresAsync(Dpo, default)).Value!;
        portal.Clock.Advance(TimeSpan.FromDays(10));
        var later = (await portal.Queries.FiguresAsync(Dpo, default)).Value!;

        Assert.Equal((2, 1, 0), (soon.Open, soon.DueSoon, soon.Overdue));
        Assert.Equal((2, 0, 1), (later.Open, later.DueSoon, later.Overdue));
        Assert.Equal(1, later.ByRight[SubjectRight.Access]);
        Assert.Equal(2, later.Months.Sum(m => m.Received));
    }
}
