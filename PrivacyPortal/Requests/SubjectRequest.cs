using System.Globalization;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Requests;

/// <summary>
/// One right exercised by one person. Its methods are the rules: each returns why not, or null when done. They know no database and no
/// clock; who may call them is the desk's question, when they may be called is <see cref="RequestWorkflow"/>'s.
/// </summary>
public sealed partial class SubjectRequest : IVersioned
{
    private readonly List<Suspension> suspensions = [];

    public Guid Id { get; init; }

    public int Year { get; init; }

    public int Number { get; init; }

    /// <summary>Such as <c>DSR-2026-000123</c>: no personal data, used in addresses, logs and subject lines.</summary>
    public string Reference { get; private init; } = "";

    public SubjectRight Right { get; init; }

    public RequestStatus Status { get; private set; }

    /// <summary>The state that it stepped aside from, while it waits for the subject or for somebody's attention.</summary>
    public RequestStatus? CameFrom { get; private set; }

    public RequestChannel Channel { get; init; }

    /// <summary>What the subject receives is in this language: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The day on which it reached any official channel, in the controller's zone; the clock starts there.</summary>
    public DateOnly ReceivedOn { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Frozen on receipt, with <see cref="Region"/> and <see cref="TimeZone"/>: a later change of configuration moves no running clock.</summary>
    public DeadlineProfile Profile { get; init; }

    public string Region { get; init; } = "";

    public string TimeZone { get; init; } = "";

    /// <summary>Who asks, sealed with the file's own key (<see cref="SubjectFile"/>).</summary>
    public byte[] Sealed { get; set; } = [];

    /// <summary>The owner id of the key under which what is found is sealed; destroyed first.</summary>
    public Guid FindingsKey { get; init; }

    /// <summary>The line of a replay for which it was opened (<see cref="ReplayFinding"/>); null for what somebody asked.</summary>
    public Guid? Replay { get; set; }

    public IdentityProof? Proof { get; private set; }

    public IReadOnlyList<Suspension> Suspensions => suspensions;

    public DateOnly? ExtendedOn { get; private set; }

    public ExtensionGround? ExtensionGround { get; private set; }

    /// <summary>When its notice was handed over, and how.</summary>
    public Handover? ExtensionNotice { get; private set; }

    public DecisionKind? Decision { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Reasons with their explanations, sealed with the file's key.</summary>
    public byte[]? DecisionSealed { get; set; }

    /// <summary>A <see cref="Conclusion"/> as JSON, sealed with the file's key.</summary>
    public byte[]? ConclusionSealed { get; set; }

    /// <summary>The first day on which restricted data may be processed again; null while no end is announced.</summary>
    public DateOnly? RestrictedUntil { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public string? ApprovedByName { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public RequestOutcome? Outcome { get; private set; }

    /// <summary>Where the clock ended.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    public RequestChannel? AnsweredBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Whether <see cref="ClosedAt"/> is set: what lists are ordered by first, where an index can serve.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>As of the last change or the last midnight; a suspension that runs moves it every day.</summary>
    public DateOnly DueOn { get; private set; }

    public DateOnly StrictOn { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; set; }

    /// <summary>What was received before this day is a slip of the pen: nothing that old is still to be answered.</summary>
    public static DateOnly EarliestReceipt(DateOnly today) => today.AddYears(-3);

    /// <summary>Opens the file. A day after today, or a zone or region that nobody knows, is no receipt.</summary>
    public static Reply<SubjectRequest> Receive(Receipt receipt, Guid id, int number, DateTimeOffset now)
    {
        var today = Deadline.DayOf(now, TimeZoneInfo.FindSystemTimeZoneById(receipt.TimeZone));
        var receivedOn = receipt.ReceivedOn ?? today;
        if (receivedOn > today || receivedOn < EarliestReceipt(today))
        {
            return Refusal.Invalid;
        }

        if (DeadlineTerms.Of(receipt.Profile).Rolls && !Holidays.Regions.Contains(receipt.Region))
        {
            return Refusal.Incomplete;
        }

        var request = new SubjectRequest
        {
            Id = id,
            Year = today.Year,
            Number = number,
            Reference = string.Create(CultureInfo.InvariantCulture, $"DSR-{today.Year:0000}-{number:000000}"),
            Right = receipt.Right,
            Channel = receipt.Channel,
            Language = receipt.Language,
            ReceivedOn = receivedOn,
            RecordedAt = now,
            Profile = receipt.Profile,
            Region = receipt.Region,
            TimeZone = receipt.TimeZone,
            FindingsKey = Guid.CreateVersion7(now),
            Status = RequestStatus.Received,
        };
        request.Touch(now);
        return request;
    }

    public DateOnly Today(DateTimeOffset now) => Deadline.DayOf(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));

    /// <summary>The clock as it stands; once answered it stands for good.</summary>
    public Deadline DeadlineAt(DateOnly today) => Deadline.Of(Profile, Region, ReceivedOn, suspensions, ExtendedOn is not null, AnsweredOn ?? today);

    /// <summary>Whether days of waiting are being added.</summary>
    public bool IsSuspended => suspensions.Any(s => s.AnsweredOn is null);

    /// <summary>Keeps the stored dates in step with a suspension that runs.</summary>
    public void Touch(DateTimeOffset now)
    {
        var deadline = DeadlineAt(Today(now));
        (DueOn, StrictOn, ChangedAt) = (deadline.DueOn, deadline.StrictOn, now);
    }

    private Refusal? Move(RequestVerb verb, DateTimeOffset now, RequestStatus? to = null)
    {
        if (RequestWorkflow.Target(Status, CameFrom, verb, to) is not { } target)
        {
            return Refusal.WrongState;
        }

        CameFrom = RequestWorkflow.StepsAside(target) ? (target == Status ? CameFrom : Status) : null;
        Status = target;
        Touch(now);
        return null;
    }
}

/// <summary>What is known on receipt.</summary>
/// <param name="ReceivedOn">Null for today.</param>
public sealed record Receipt(
    SubjectRight Right, RequestChannel Channel, string Language, DateOnly? ReceivedOn, DeadlineProfile Profile, string Region, string TimeZone);
