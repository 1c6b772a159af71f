using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>Asks for what a verb needs and does it. A refusal is shown in place; when somebody else was quicker the sheet behind is read again and this stays open.</summary>
public sealed partial class VerbDialog
{
    private static readonly RequestChannel[] Channels =
        [RequestChannel.Email, RequestChannel.Letter, RequestChannel.InPerson, RequestChannel.Phone, RequestChannel.Form, RequestChannel.Platform];

    private static readonly RefusalGround[] Grounds = [RefusalGround.ManifestlyUnfounded, RefusalGround.Excessive, RefusalGround.ConditionsNotMet];

    /// <summary>Proposed between the notice and the end of a restriction, so that the person can answer.</summary>
    private const int NoticeDays = 14;

    private VerbWords words = default!;
    private Refusal? refused;

    // What the user saw when the dialog opened: what changed behind it since is told before anything is done on it.
    private int? seen;
    private bool working;
    private bool tried;
    private string reason = "";
    private string lateBecause = "";
    private string duplicateOf = "";
    private (string Of, Refusal Why)? notDuplicate;
    private string category = "";
    private IdentityProof proof = IdentityProof.KnownFact;
    private ExtensionGround extension;
    private RefusalGround ground = Grounds[0];
    private HoldScope scope;
    private Guid? source;
    private RecipientNotice notice;
    private RequestChannel channel = RequestChannel.Email;
    private DateOnly? day;
    private DateOnly? reviewOn;

    [Parameter, EditorRequired]
    public RequestVerb Verb { get; set; }

    [Parameter, EditorRequired]
    public RequestSheet Sheet { get; set; } = default!;

    /// <summary>The step, recipient or hold that the verb is about.</summary>
    [Parameter]
    public Guid? Target { get; set; }

    /// <summary>True: something was done or is to be read again; false: the user let it be.</summary>
    [Parameter, EditorRequired]
    public EventCallback<bool> Closed { get; set; }

    /// <summary>Somebody else was quicker: read the sheet again and leave this open.</summary>
    [Parameter, EditorRequired]
    public EventCallback Stale { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private RequestDesk Desk { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <summary>Where there may be several, it says whom it is about.</summary>
    private string Title => Verb is RequestVerb.Tell && Sheet.Recipients.FirstOrDefault(r => r.Id == Target) is { } recipient
        ? VerbText.TellTitle.With(recipient.Name)
        : words.Name;

    /// <summary>The download to be allowed or declined.</summary>
    private ExportRow? Wanted => Verb is RequestVerb.AllowExport or RequestVerb.DeclineExport ? Sheet.Exports.Rows.FirstOrDefault(r => r.Id == Target) : null;

    private DateOnly Today => Deadline.DayOf(Clock.GetUtcNow(), Zone ?? TimeZoneInfo.Utc);

    /// <summary>The first day on which it can have happened; the last is today.</summary>
    private DateOnly FirstDay => Verb switch
    {
        RequestVerb.Answer => Answerable,
        RequestVerb.Lift => Sheet.Row.AnsweredOn ?? Sheet.Row.ReceivedOn,
        RequestVerb.Reopen => SubjectRequest.EarliestReceipt(Today),
        _ => Sheet.Row.ReceivedOn,
    };

    /// <summary>An answer leaves neither before its decision nor before its work is done.</summary>
    private DateOnly Answerable => Sheet.Steps.Where(s => s.State is StepState.Done).Select(s => s.EndedAt).Append(Sheet.DecidedAt).OfType<DateTimeOffset>()
        .Select(at => Deadline.DayOf(at, Zone ?? TimeZoneInfo.Utc)).Append(Sheet.Row.ReceivedOn).Max();

    private string? DayFault => !tried || !AsksDay || (day >= FirstDay && day <= Today) ? null : VerbText.DayBetween.With(Said(FirstDay), Said(Today));

    /// <summary>The first day that a hold can be looked at again, or a restriction be lifted.</summary>
    private DateOnly FirstUntil => Verb is RequestVerb.Lift && day is { } on && on <= Today ? on.AddDays(1) : Today.AddDays(1);

    private string? UntilFault => !tried || Verb is not (RequestVerb.Hold or RequestVerb.Lift) || reviewOn >= FirstUntil ? null : VerbText.DayFrom.With(Said(FirstUntil));

    private string? CategoryFault => tried && Verb is RequestVerb.Hold && scope is HoldScope.Category && string.IsNullOrWhiteSpace(category) ? VerbText.CategoryMissing : null;

    private string? DuplicateFault => !tried || Verb is not RequestVerb.MarkDuplicate ? null
        : string.IsNullOrWhiteSpace(duplicateOf) ? VerbText.DuplicateMissing
        : duplicateOf.Trim() == Sheet.Row.Reference ? VerbText.DuplicateOfItself
        : notDuplicate?.Of != duplicateOf.Trim() ? null
        : notDuplicate?.Why is Refusal.NotFound ? VerbText.DuplicateUnknown : VerbText.DuplicateOfOther;

    private bool AsksDay => Verb is RequestVerb.Extend or RequestVerb.Answer or RequestVerb.Reopen or RequestVerb.Tell or RequestVerb.Lift;

    /// <summary>Somebody else was quicker, and the request is no longer where this can be done.</summary>
    private bool Overtaken => !working && !Sheet.Verbs.Contains(Verb);

    private bool IsLate => Verb switch
    {
        RequestVerb.Refuse or RequestVerb.NotIdentifiable or RequestVerb.MarkDuplicate => Today > Sheet.Deadline.FirstTermEndsOn,
        RequestVerb.Answer => Sheet.DecidedAt is { } at
            && SubjectRequest.LeavesLate(Sheet.Row.Outcome, Deadline.DayOf(at, Zone ?? TimeZoneInfo.Utc), day ?? Today, Sheet.Deadline.FirstTermEndsOn),
        _ => false,
    };

    /// <summary>The document that the verb would issue, as typed so far; null for a verb without document.</summary>
    private PreviewOf? Previewed => Verb switch
    {
        RequestVerb.Extend => new PreviewOf.Extension(extension, reason, new Handover(channel, day ?? Today)),
        RequestVerb.Refuse => new PreviewOf.Refusal([new DecisionReason("", ground, reason)], lateBecause),
        RequestVerb.NotIdentifiable => new PreviewOf.NotIdentifiable(reason, lateBecause),
        RequestVerb.Answer => new PreviewOf.Answer(new Handover(channel, day ?? Today), lateBecause),
        _ => null,
    };

    protected override void OnInitialized()
    {
        words = VerbText.Of(Verb);
        seen = Sheet.Version;
        day = Today;
        reviewOn = Verb is RequestVerb.Lift ? Today.AddDays(NoticeDays) : Today.AddYears(1);
        source = Sheet.Sources.Count > 0 ? Sheet.Sources[0].SourceId : null;
        duplicateOf = Sheet.Links.Count > 0 ? Sheet.Links[0].Reference : "";
        channel = Sheet.Row.Channel is RequestChannel.Portal ? RequestChannel.Email : Sheet.Row.Channel;
    }

    private async Task DoAsync()
    {
        (tried, refused, notDuplicate) = (true, null, null);
        if ((DayFault ?? UntilFault ?? CategoryFault ?? DuplicateFault) is not null)
        {
            return;
        }

        working = true;
        refused = await DoAsync(Actor.From((await State).User), day ?? Today, reviewOn ?? Today);
        if (Verb is RequestVerb.MarkDuplicate && refused is Refusal.NotFound or Refusal.Invalid)
        {
            (notDuplicate, refused, working) = ((duplicateOf.Trim(), refused.Value), null, false);
            return;
        }

        // Once it is done, the sheet that is read again tells of nobody else.
        working = refused is null;
        if (refused is null)
        {
            await Closed.InvokeAsync(true);
        }
        else if (refused is Refusal.Stale or Refusal.WrongState)
        {
            seen = null;
            await Stale.InvokeAsync();
        }
    }

    private async Task<Refusal?> DoAsync(Actor actor, DateOnly on, DateOnly until)
    {
        var (id, version, ct) = (Sheet.Row.Id, seen ?? Sheet.Version, CancellationToken.None);
        return Verb switch
        {
            RequestVerb.AskIdentity => await Desk.AskIdentityAsync(actor, id, version, reason, ct),
            RequestVerb.ConfirmIdentity => await Desk.ConfirmIdentityAsync(actor, id, version, proof, reason, ct),
            RequestVerb.AskClarification => await Desk.AskClarificationAsync(actor, id, version, reason, ct),
            RequestVerb.Clarify => await Desk.ClarifyAsync(actor, id, version, reason, ct),
            RequestVerb.Search => await Desk.SearchAsync(actor, id, version, ct),
            RequestVerb.Preflight => await Desk.PreflightAsync(actor, id, version, ct),
            RequestVerb.Recall => await Desk.RecallAsync(actor, id, version, reason, ct),
            RequestVerb.Approve => await Desk.ApproveAsync(actor, id, version, ct),
            RequestVerb.Decline => await Desk.DeclineAsync(actor, id, version, reason, ct),
            RequestVerb.Refuse => await Desk.RefuseAsync(actor, id, version, [new DecisionReason("", ground, reason)], lateBecause, ct),
            RequestVerb.NotIdentifiable => await Desk.NotIdentifiableAsync(actor, id, version, reason, lateBecause, ct),
            RequestVerb.MarkDuplicate => await Desk.MarkDuplicateAsync(actor, id, version, duplicateOf.Trim(), lateBecause, ct),
            RequestVerb.Extend => await Desk.ExtendAsync(actor, id, version, extension, reason, new Handover(channel, on), ct),
            RequestVerb.Hold => await Desk.HoldAsync(actor, id, version, scope, source, category.Trim(), until, reason, ct),
            RequestVerb.Release => await Desk.ReleaseAsync(actor, id, version, Target!.Value, reason, ct),
            RequestVerb.Withdraw => await Desk.WithdrawAsync(actor, id, version, reason, ct),
            RequestVerb.Retry => await Desk.RetryAsync(actor, id, version, Target!.Value, ct),
            RequestVerb.Tell => await Desk.TellAsync(actor, id, version, Target!.Value, notice, on, reason, ct),
            RequestVerb.AllowExport => await Desk.AllowExportAsync(actor, id, version, Target!.Value, ct),
            RequestVerb.DeclineExport => await Desk.DeclineExportAsync(actor, id, version, Target!.Value, reason, ct),
            RequestVerb.Answer => await Desk.AnswerAsync(actor, id, version, new Handover(channel, on), lateBecause, ct),
            RequestVerb.Lift => await Desk.LiftAsync(actor, id, version, reason, until, new Handover(channel, on), ct),
            RequestVerb.Reopen => await ReopenAsync(actor, on),
            RequestVerb.Receive or RequestVerb.Find or RequestVerb.Review or RequestVerb.Decide or RequestVerb.Fail or RequestVerb.Finish
                or RequestVerb.CompleteTask or RequestVerb.Remind or RequestVerb.Alert or RequestVerb.HandOut or RequestVerb.Export or RequestVerb.Print => Refusal.WrongState,
        };
    }

    private static string Said(DateOnly on) => on.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    private static string? Invalid(string? fault) => fault is null ? null : "true";

    private static string Iso(DateOnly on) => on.ToString("O", CultureInfo.InvariantCulture);

    private async Task<Refusal?> ReopenAsync(Actor actor, DateOnly on)
    {
        var reply = await Desk.ReopenAsync(actor, Sheet.Row.Id, seen ?? Sheet.Version, channel, on, reason, CancellationToken.None);
        if (reply.Value is { } opened)
        {
            Nav.NavigateTo($"/requests/{opened.Reference}");
        }

        return reply.Refusal;
    }
}
