using PrivacyPortal.Access;

namespace PrivacyPortal.Requests;

public sealed partial class SubjectRequest
{
    /// <summary>Demands proof beyond the code by e-mail; the doubt goes on record (art. 12(6)) and the clock stands still.</summary>
    public Refusal? AskIdentity(string doubt, DateTimeOffset now) => Reasoned(doubt) ?? Suspend(RequestVerb.AskIdentity, SuspensionKind.Identity, now);

    /// <summary>Silence after a demand for identity, in days, after which the DPO decides what follows.</summary>
    public const int PatientDays = 30;

    /// <summary>Days since proof of identity was asked without an answer; null while none is awaited.</summary>
    public int? SilentDays(DateOnly today) =>
        suspensions.Find(s => s.Kind == SuspensionKind.Identity && s.AnsweredOn is null) is { } asked ? today.DayNumber - asked.AskedOn.DayNumber : null;

    public Refusal? ConfirmIdentity(IdentityProof proof, string reason, DateTimeOffset now)
    {
        if (Reasoned(reason) is { } refusal)
        {
            return refusal;
        }

        if (Move(RequestVerb.ConfirmIdentity, now) is { } wrong)
        {
            return wrong;
        }

        Proof = proof;
        return Resume(SuspensionKind.Identity, now);
    }

    /// <summary>Asks for the scope: only of an access (recital 63). "Everything" stays a valid answer.</summary>
    public Refusal? AskClarification(string question, DateTimeOffset now) =>
        RequestWorkflow.Target(Status, CameFrom, RequestVerb.AskClarification) is null ? Refusal.WrongState
        : Right != SubjectRight.Access ? Refusal.Invalid
        : Reasoned(question) ?? Suspend(RequestVerb.AskClarification, SuspensionKind.Clarification, now);

    public Refusal? Clarify(string answer, DateTimeOffset now) =>
        Reasoned(answer) ?? Move(RequestVerb.Clarify, now) ?? Resume(SuspensionKind.Clarification, now);

    public Refusal? Search(DateTimeOffset now)
    {
        if (RequestWorkflow.Target(Status, CameFrom, RequestVerb.Search) is null)
        {
            return Refusal.WrongState;
        }

        if (Proof is null)
        {
            return Refusal.IdentityUnverified;
        }

        Undecide();
        return Move(RequestVerb.Search, now);
    }

    public Refusal? Find(DateTimeOffset now) => Move(RequestVerb.Find, now);

    public Refusal? Review(DateTimeOffset now) => Move(RequestVerb.Review, now);

    public Refusal? Preflight(DateTimeOffset now) => Move(RequestVerb.Preflight, now);

    public Refusal? Fail(DateTimeOffset now) => Move(RequestVerb.Fail, now);

    public Refusal? Retry(DateTimeOffset now) => Move(RequestVerb.Retry, now);

    public Refusal? CompleteTask(string done, DateTimeOffset now) => Reasoned(done) ?? Move(RequestVerb.CompleteTask, now);

    /// <summary>A task comes due, or is overdue.</summary>
    public Refusal? Remind(DateTimeOffset now) => Move(RequestVerb.Remind, now);

    /// <summary>To the DPO, on the days of <see cref="Deadline.AlertDays"/>.</summary>
    public Refusal? Alert(DateTimeOffset now) => Move(RequestVerb.Alert, now);

    public Refusal? Finish(DateTimeOffset now) => Move(RequestVerb.Finish, now);

    /// <summary>A recipient was told (art. 19).</summary>
    public Refusal? Tell(DateTimeOffset now) => Move(RequestVerb.Tell, now);

    /// <summary>The person's own copy is taken, to be handed to them.</summary>
    public Refusal? HandOut(DateTimeOffset now) => Move(RequestVerb.HandOut, now);

    public Refusal? Export(string reason, DateTimeOffset now) => Reasoned(reason) ?? Move(RequestVerb.Export, now);

    public Refusal? Print(string reason, DateTimeOffset now) => Reasoned(reason) ?? Move(RequestVerb.Print, now);

    public Refusal? AllowExport(DateTimeOffset now) => Move(RequestVerb.AllowExport, now);

    public Refusal? DeclineExport(string reason, DateTimeOffset now) => Reasoned(reason) ?? Move(RequestVerb.DeclineExport, now);

    public Refusal? Hold(string reason, DateTimeOffset now) => Reasoned(reason) ?? Move(RequestVerb.Hold, now);

    public Refusal? Release(string reason, DateTimeOffset now) => Reasoned(reason) ?? Move(RequestVerb.Release, now);

    /// <summary>Once, by two months, for complexity or number, and only within the first month, its notice with it (art. 12(3)).</summary>
    public Refusal? Extend(ExtensionGround ground, string reason, Handover notice, DateTimeOffset now)
    {
        var (today, lastDay) = (Today(now), DeadlineAt(Today(now)).FirstTermEndsOn);
        var refusal = Reasoned(reason)
            ?? (RequestWorkflow.Target(Status, CameFrom, RequestVerb.Extend) is null ? Refusal.WrongState
                : ExtendedOn is not null ? Refusal.Duplicate
                : DeadlineTerms.Of(Profile).ExtendedTerm is null || notice.On < ReceivedOn || notice.On > today ? Refusal.Invalid
                : today > lastDay ? Refusal.TooLate
                : null);
        if (refusal is not null)
        {
            return refusal;
        }

        (ExtendedOn, ExtensionGround, ExtensionNotice) = (today, ground, notice);
        return Move(RequestVerb.Extend, now);
    }

    /// <summary>By the subject, or by the DPO for them; nothing is executed after it.</summary>
    public Refusal? Withdraw(string reason, DateTimeOffset now)
    {
        if ((Reasoned(reason) ?? Move(RequestVerb.Withdraw, now)) is { } refusal)
        {
            return refusal;
        }

        EndSuspensions(now);
        Close(RequestOutcome.Withdrawn, Today(now), now);
        return null;
    }

    /// <summary>The answer was handed over; the clock ends on that day.</summary>
    /// <param name="recipientsTold">Whether everybody to whom the data went has been told, or why not is on record (art. 19).</param>
    /// <param name="doneAt">When the last of its work ended; it is not answered before, nor before its decision.</param>
    /// <param name="lateBecause">Why a whole refusal that was decided within the first month leaves after it (art. 12(4)).</param>
    public Refusal? Answer(Handover handover, bool recipientsTold, DateTimeOffset now, DateTimeOffset? doneAt = null, string? lateBecause = null)
    {
        if (RequestWorkflow.Target(Status, CameFrom, RequestVerb.Answer) is null)
        {
            return Refusal.WrongState;
        }

        if (!recipientsTold || Outcome is not { } outcome)
        {
            return Refusal.Incomplete;
        }

        var decidedOn = Today(DecidedAt!.Value);
        if (handover.On < decidedOn || (doneAt is { } done && handover.On < Today(done)) || handover.On > Today(now))
        {
            return Refusal.Invalid;
        }

        if (LeavesLate(outcome, decidedOn, handover.On, DeadlineAt(Today(now)).FirstTermEndsOn) && string.IsNullOrWhiteSpace(lateBecause))
        {
            return Refusal.TooLate;
        }

        Move(RequestVerb.Answer, now);
        AnsweredBy = handover.Channel;
        Close(outcome, handover.On, now);
        return null;
    }

    /// <summary>Whether a refusal of the whole leaves after the first month though it was decided within it; one decided later has said why.</summary>
    internal static bool LeavesLate(RequestOutcome? outcome, DateOnly decidedOn, DateOnly leavesOn, DateOnly firstTermEndsOn) =>
        outcome is RequestOutcome.Refused or RequestOutcome.NotIdentifiable or RequestOutcome.Duplicate && decidedOn <= firstTermEndsOn && leavesOn > firstTermEndsOn;

    /// <summary>After a complaint: a new file is opened and linked; this one stays as it was answered.</summary>
    public Refusal? Reopen(string reason) =>
        Reasoned(reason) ?? (RequestWorkflow.Target(Status, CameFrom, RequestVerb.Reopen) is null ? Refusal.WrongState : null);

    /// <summary>Whether this restriction is in force: from the decision until the day on which it is lifted.</summary>
    public bool Restricts(DateOnly today) =>
        Right == SubjectRight.Restriction && Outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled && !(RestrictedUntil <= today);

    /// <summary>Announces the end of a restriction: the person is told before it is lifted (art. 18(3)).</summary>
    /// <param name="until">The first day on which the data may be processed again, after the day of the notice.</param>
    public Refusal? Lift(string reason, DateOnly until, Handover notice, DateTimeOffset now)
    {
        var refusal = Reasoned(reason)
            ?? (RequestWorkflow.Target(Status, CameFrom, RequestVerb.Lift) is null || Right != SubjectRight.Restriction ? Refusal.WrongState
                : RestrictedUntil is not null ? Refusal.Duplicate
                : !Restricts(Today(now)) ? Refusal.WrongState
                : notice.On < AnsweredOn || notice.On > Today(now) || until <= notice.On ? Refusal.Invalid
                : null);
        if (refusal is not null)
        {
            return refusal;
        }

        RestrictedUntil = until;
        return Move(RequestVerb.Lift, now);
    }

    private static Refusal? Reasoned(string reason) => string.IsNullOrWhiteSpace(reason) ? Refusal.ReasonMissing : null;

    private Refusal? Suspend(RequestVerb verb, SuspensionKind kind, DateTimeOffset now)
    {
        if (RequestWorkflow.Target(Status, CameFrom, verb) is null)
        {
            return Refusal.WrongState;
        }

        suspensions.Add(new Suspension(kind, Today(now)));
        return Move(verb, now);
    }

    private Refusal? Resume(SuspensionKind kind, DateTimeOffset now)
    {
        suspensions.Find(s => s.Kind == kind && s.AnsweredOn is null)?.End(Today(now));
        Touch(now);
        return null;
    }

    private void EndSuspensions(DateTimeOffset now)
    {
        foreach (var suspension in suspensions.Where(s => s.AnsweredOn is null))
        {
            suspension.End(Today(now));
        }
    }

    private void Close(RequestOutcome outcome, DateOnly on, DateTimeOffset now)
    {
        (Outcome, AnsweredOn, ClosedAt, IsClosed) = (outcome, on, now, true);
        Touch(now);
    }
}
