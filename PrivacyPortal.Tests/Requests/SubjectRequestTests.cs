using PrivacyPortal.Access;
using PrivacyPortal.Requests;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

public sealed class SubjectRequestTests
{
    [Fact]
    public void A_request_goes_from_receipt_to_closure()
    {
        var request = In(RequestStatus.Closed);

        Assert.Equal("DSR-2026-000001", request.Reference);
        Assert.Equal(RequestOutcome.Fulfilled, request.Outcome);
        Assert.Equal(new DateOnly(2026, 6, 1), request.AnsweredOn);
    }

    [Theory]
    [CombinatorialStates]
    public void A_verb_that_the_table_does_not_hold_is_refused_and_changes_nothing(RequestStatus status, RequestVerb verb)
    {
        var request = In(status);
        if (RequestWorkflow.Table.Any(row => row.From == status && row.Verb == verb && (row.CameFrom is null || row.CameFrom == request.CameFrom)))
        {
            return;
        }

        Assert.Equal(Refusal.WrongState, Use(request, verb));
        Assert.Equal(status, request.Status);
    }

    [Fact]
    public void Nothing_is_searched_before_the_identity_is_sure()
    {
        var request = Request();

        Assert.Equal(Refusal.IdentityUnverified, request.Search(Noon));
        Do(request.AskIdentity("Another address than on file.", Noon));
        Do(request.ConfirmIdentity(IdentityProof.Document, "Passport seen.", Noon.AddDays(13)));
        Do(request.Search(Noon.AddDays(13)));
    }

    [Fact]
    public void A_demand_for_identity_stops_the_clock_until_it_is_answered()
    {
        var request = Request();
        Do(request.AskIdentity("Another address than on file.", Noon.AddDays(2)));
        Assert.True(request.IsSuspended);
        Do(request.ConfirmIdentity(IdentityProof.Document, "Passport seen.", Noon.AddDays(15)));

        Assert.False(request.IsSuspended);
        Assert.Equal(new DateOnly(2026, 7, 15), request.DueOn);
        Assert.Equal(new DateOnly(2026, 7, 1), request.StrictOn);
    }

    [Fact]
    public void The_scope_is_asked_of_an_access_only_and_the_request_goes_back_where_it_was()
    {
        Assert.Equal(Refusal.Invalid, In(RequestStatus.InReview).AskClarification("Which?", Noon));
        var request = In(RequestStatus.InReview, SubjectRight.Access);
        Do(request.AskClarification("Which?", Noon));
        Do(request.Clarify("Everything.", Noon.AddDays(1)));

        Assert.Equal(RequestStatus.InReview, request.Status);
    }

    [Fact]
    public void An_extension_is_given_once_and_only_within_the_first_month()
    {
        var late = Request();
        Assert.Equal(Refusal.TooLate, late.Extend(ExtensionGround.Complexity, "Nine systems.", Letter, Noon.AddDays(31)));

        var request = Request();
        Do(request.Extend(ExtensionGround.Complexity, "Nine systems.", Letter, Noon.AddDays(30)));
        Assert.Equal(Refusal.Duplicate, request.Extend(ExtensionGround.Number, "Again.", Letter, Noon.AddDays(30)));
        Assert.Equal(new DateOnly(2026, 9, 1), request.DueOn);
    }

    [Fact]
    public void The_first_month_for_an_extension_does_not_grow_while_the_clock_stands_still()
    {
        var request = Request();
        Do(request.AskIdentity("Another address than on file.", Noon));

        Assert.Equal(Refusal.TooLate, request.Extend(ExtensionGround.Complexity, "Nine systems.", Letter, Noon.AddDays(31)));
    }

    [Fact]
    public void An_erasure_under_four_eyes_is_not_approved_by_the_person_who_decided()
    {
        var request = In(RequestStatus.AwaitingApproval);

        Assert.Equal(Refusal.SamePerson, request.Approve(Actor.User(Dpo.PersonId!.Value, "another account", Role.Dpo), Noon));
        Assert.Equal(Refusal.SamePerson, request.Approve(Actor.System("job"), Noon));
        Do(request.Approve(Deputy, Noon));
        Assert.Equal(RequestStatus.Executing, request.Status);
    }

    [Fact]
    public void A_declined_erasure_is_decided_anew()
    {
        var request = In(RequestStatus.AwaitingApproval);
        Do(request.Decline("The invoices must stay.", Noon));

        Assert.Equal(RequestStatus.InReview, request.Status);
        Assert.Null(request.Decision);
        Assert.Null(request.Outcome);
    }

    [Theory]
    [InlineData(false, true, false, Refusal.Incomplete)]
    [InlineData(true, null, false, Refusal.Incomplete)]
    [InlineData(true, false, false, Refusal.PreflightFailed)]
    [InlineData(true, true, true, Refusal.UnderHold)]
    public void An_erasure_is_decided_only_when_reviewed_tried_and_free_of_holds(bool reviewed, bool? preflight, bool held, Refusal expected)
    {
        var request = In(RequestStatus.InReview);

        Assert.Equal(expected, request.Decide(Dpo, DecisionKind.Grant, [], new Readiness(2, reviewed, preflight, held, []), false, null, Noon));
        Assert.Equal(RequestStatus.InReview, request.Status);
    }

    [Fact]
    public void What_the_plan_keeps_makes_the_outcome_a_part()
    {
        var request = In(RequestStatus.InReview);
        var kept = new DecisionReason("invoice", RefusalGround.LegalObligation, "Code de commerce, L123-22", new DateOnly(2036, 12, 31));
        Do(request.Decide(Dpo, DecisionKind.Grant, [], ReadyToErase with { Kept = [kept] }, false, null, Noon));

        Assert.Equal(DecisionKind.GrantInPart, request.Decision);
        Assert.Equal(RequestOutcome.PartlyFulfilled, request.Outcome);
    }

    [Fact]
    public void Somebody_unknown_gets_the_answer_that_nothing_is_held()
    {
        var request = In(RequestStatus.InReview);
        Do(request.Decide(Dpo, DecisionKind.Grant, [], new Readiness(0, true, null, false, []), true, null, Noon));

        Assert.Equal(RequestStatus.Answering, request.Status);
        Assert.Equal(RequestOutcome.NoData, request.Outcome);
    }

    [Fact]
    public void A_whole_refusal_names_its_grounds_and_leaves_within_the_first_month()
    {
        var request = In(RequestStatus.InReview);

        Assert.Equal(Refusal.ReasonMissing, request.Refuse(Dpo, [], null, Noon));
        Assert.Equal(Refusal.ReasonMissing, request.Refuse(Dpo, [Excessive with { Explanation = " " }], null, Noon));
        Assert.Equal(Refusal.TooLate, request.Refuse(Dpo, [Excessive], null, Noon.AddDays(31)));
        Do(request.Refuse(Dpo, [Excessive], "The file was misplaced.", Noon.AddDays(31)));
        Assert.Equal(RequestOutcome.Refused, request.Outcome);
    }

    [Fact]
    public void It_can_be_withdrawn_until_it_executes()
    {
        foreach (var status in new[] { RequestStatus.Received, RequestStatus.AwaitingIdentity, RequestStatus.Searching, RequestStatus.InReview, RequestStatus.AwaitingApproval })
        {
            var request = In(status);
            Do(request.Withdraw("They changed their mind.", Noon));
            Assert.Equal(RequestOutcome.Withdrawn, request.Outcome);
            Assert.False(request.IsSuspended);
        }

        Assert.Equal(Refusal.WrongState, In(RequestStatus.Executing).Withdraw("Too late.", Noon));
        Assert.Equal(Refusal.WrongState, In(RequestStatus.NeedsAttention, cameFrom: RequestStatus.Executing).Withdraw("Too late.", Noon));
        Do(In(RequestStatus.NeedsAttention, cameFrom: RequestStatus.Searching).Withdraw("In time.", Noon));
    }

    [Fact]
    public void A_step_that_was_mended_goes_on_where_it_stopped()
    {
        foreach (var cameFrom in new[] { RequestStatus.Searching, RequestStatus.Executing })
        {
            var request = In(RequestStatus.NeedsAttention, cameFrom: cameFrom);
            Do(request.Retry(Noon));
            Assert.Equal(cameFrom, request.Status);
        }
    }

    [Fact]
    public void An_answer_waits_for_the_recipients_and_has_a_day_that_can_be()
    {
        var request = In(RequestStatus.Answering);

        Assert.Equal(Refusal.Incomplete, request.Answer(Letter, recipientsTold: false, Noon));
        Assert.Equal(Refusal.Invalid, request.Answer(Letter with { On = new(2026, 6, 2) }, true, Noon));
        Assert.Equal(Refusal.Invalid, request.Answer(Letter with { On = new(2026, 5, 31) }, true, Noon));
        Do(request.Answer(Letter, true, Noon));
    }

    [Fact]
    public void The_clock_stands_for_good_once_answered()
    {
        var request = In(RequestStatus.Closed);
        var due = request.DueOn;
        request.Touch(Noon.AddDays(400));

        Assert.Equal(due, request.DueOn);
    }

    [Fact]
    public void A_day_in_the_future_is_no_day_of_receipt_and_an_unknown_region_has_no_clock()
    {
        var receipt = Receipt(SubjectRight.Access);

        Assert.Equal(Refusal.Invalid, SubjectRequest.Receive(receipt with { ReceivedOn = new(2026, 6, 2) }, Guid.NewGuid(), 1, Noon).Refusal);
        Assert.Equal(Refusal.Incomplete, SubjectRequest.Receive(receipt with { Region = "ATLANTIS" }, Guid.NewGuid(), 1, Noon).Refusal);
        Assert.Equal(new(2026, 5, 31), SubjectRequest.Receive(receipt with { ReceivedOn = new(2026, 5, 31) }, Guid.NewGuid(), 1, Noon).Value!.ReceivedOn);
    }

    [Fact]
    public void Each_verb_demands_one_permission_that_an_administrator_and_an_auditor_lack()
    {
        foreach (var rows in RequestWorkflow.Table.GroupBy(row => row.Verb))
        {
            var permission = Assert.Single(rows.Select(row => row.Permission).Distinct());

            // An administrator may be the owner of a task: the desk sees to it that it is theirs.
            Assert.Equal(rows.Key is RequestVerb.CompleteTask or RequestVerb.Print ? null : Refusal.Forbidden, Administrator.Lacks(permission));
            Assert.Equal(Refusal.Forbidden, Auditor.Lacks(permission));
            Assert.Null(Dpo.Lacks(permission));
        }
    }

    private static Refusal? Use(SubjectRequest request, RequestVerb verb) => verb switch
    {
        RequestVerb.Receive => Refusal.WrongState,
        RequestVerb.AskIdentity => request.AskIdentity("doubt", Noon),
        RequestVerb.ConfirmIdentity => request.ConfirmIdentity(IdentityProof.Certain, "sure", Noon),
        RequestVerb.AskClarification => request.AskClarification("which", Noon),
        RequestVerb.Clarify => request.Clarify("all", Noon),
        RequestVerb.Search => request.Search(Noon),
        RequestVerb.Find => request.Find(Noon),
        RequestVerb.Review => request.Review(Noon),
        RequestVerb.Preflight => request.Preflight(Noon),
        RequestVerb.Recall => request.Recall("the data changed", Noon),
        RequestVerb.Decide => request.Decide(Dpo, DecisionKind.Grant, [], ReadyToErase, false, null, Noon),
        RequestVerb.Approve => request.Approve(Deputy, Noon),
        RequestVerb.Decline => request.Decline("no", Noon),
        RequestVerb.Refuse => request.Refuse(Dpo, [Excessive], null, Noon),
        RequestVerb.NotIdentifiable => request.NotIdentifiable(Dpo, "a customer number", null, Noon),
        RequestVerb.MarkDuplicate => request.MarkDuplicate(Dpo, "of the first", null, Noon),
        RequestVerb.Extend => request.Extend(ExtensionGround.Complexity, "many", Letter, Noon),
        RequestVerb.Hold => request.Hold("a trial", Noon),
        RequestVerb.Release => request.Release("it ended", Noon),
        RequestVerb.Withdraw => request.Withdraw("changed", Noon),
        RequestVerb.Fail => request.Fail(Noon),
        RequestVerb.CompleteTask => request.CompleteTask("done", Noon),
        RequestVerb.Remind => request.Remind(Noon),
        RequestVerb.Alert => request.Alert(Noon),
        RequestVerb.Retry => request.Retry(Noon),
        RequestVerb.Finish => request.Finish(Noon),
        RequestVerb.Tell => request.Tell(Noon),
        RequestVerb.Answer => request.Answer(Letter, true, Noon),
        RequestVerb.Reopen => request.Reopen("complaint"),
        RequestVerb.Lift => request.Lift("verified", new(2026, 6, 20), Letter, Noon),
        RequestVerb.HandOut => request.HandOut(Noon),
        RequestVerb.Export => request.Export("for the court", Noon),
        RequestVerb.Print => request.Print("for the keeper", Noon),
        RequestVerb.AllowExport => request.AllowExport(Noon),
        RequestVerb.DeclineExport => request.DeclineExport("no need", Noon),
    };

    private sealed class CombinatorialStates : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from status in Enum.GetValues<RequestStatus>() from verb in Enum.GetValues<RequestVerb>() select new object[] { status, verb };
    }
}
