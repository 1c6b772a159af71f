using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>Takes the decision. When somebody else was quicker the sheet behind is read again and what was typed stays.</summary>
public sealed partial class DecideDialog
{
    private readonly List<ReasonLine> reasons = [];
    private DecisionKind kind;
    private ConclusionDraft conclusion = default!;
    private string lateBecause = "";
    private string unsearchedBecause = "";
    private bool understood;
    private bool tried;
    private bool working;
    private Refusal? refused;

    // What the user saw when the dialog opened: what changed behind it since is told before anything is decided on it.
    private int? seen;

    [Parameter, EditorRequired]
    public RequestSheet Sheet { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback<bool> Closed { get; set; }

    [Parameter, EditorRequired]
    public EventCallback Stale { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    [Inject]
    private RequestDesk Desk { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private int Found => Sheet.Sources.Sum(s => s.Rows);

    private IReadOnlyList<DecisionReason> Kept => [.. Sheet.Sources.SelectMany(s => s.Kept.Concat(s.Withheld)).Distinct()];

    /// <summary>What is granted is no more than a part, although the DPO chose to grant: it is recorded as what it is.</summary>
    private bool BecomesPart => kind == DecisionKind.Grant && SubjectRequest.IsPart(Sheet.Row.Right, Kept.Count > 0, Ruling, Sheet.Unsearched.Count + Hidden.Count > 0);

    /// <summary>Tables of which a rule of their system may have hidden rows from the search.</summary>
    private List<string> Hidden => [.. Sheet.Sources.SelectMany(s => s.Summary.Hidden)];

    private Conclusion? Ruling => Concludes || Destroys ? conclusion.ToConclusion() : null;

    /// <summary>Somebody else was quicker, and there is nothing left to decide.</summary>
    private bool Overtaken => !working && !Sheet.Verbs.Contains(RequestVerb.Decide);

    private IEnumerable<string> Categories => Sheet.Sources.SelectMany(s => s.Summary.Tables).SelectMany(t => t.Categories).Distinct().Order(StringComparer.Ordinal);

    private bool IsLate => kind == DecisionKind.Refuse && Deadline.DayOf(Clock.GetUtcNow(), Zone ?? TimeZoneInfo.Utc) > Sheet.Deadline.FirstTermEndsOn;

    /// <summary>Systems were not searched: what is granted is no more than a part, and somebody says why that is right.</summary>
    private bool IsUnaware => kind != DecisionKind.Refuse && Sheet.Unsearched.Count > 0 && RequestWorkflow.NeedsFindings(Sheet.Row.Right);

    private bool Destroys => Sheet.Row.Right == SubjectRight.Erasure && kind != DecisionKind.Refuse && Found > 0;

    private string Button => kind == DecisionKind.Refuse ? DecideText.ButtonRefuse
        : Destroys ? DecideText.ButtonErase
        : Found == 0 ? DecideText.ButtonGrant
        : Sheet.Row.Right switch
        {
            SubjectRight.Access or SubjectRight.Portability => DecideText.ButtonRelease,
            SubjectRight.Rectification => DecideText.ButtonCorrect,
            _ => DecideText.ButtonGrant,
        };

    private string Hint(DecisionKind one) => one switch
    {
        DecisionKind.GrantInPart => DecideText.PartHint,
        DecisionKind.Refuse => MustStop ? DecideText.NoRefusal : DecideText.RefuseHint,
        DecisionKind.Grant => Found == 0 && RequestWorkflow.NeedsFindings(Sheet.Row.Right) ? DecideText.GrantNothing
            : Sheet.Row.Right switch
            {
                SubjectRight.Erasure => DecideText.GrantErasure,
                SubjectRight.Rectification => DecideText.GrantRectification,
                SubjectRight.Access => DecideText.GrantAccess.With(Found),
                SubjectRight.Portability => DecideText.GrantPortability,
                SubjectRight.Restriction => DecideText.GrantRestriction,
                SubjectRight.Objection => DecideText.GrantObjection,
                SubjectRight.HumanReview => DecideText.GrantHumanReview,
            },
    };

    private IReadOnlyList<DecisionReason> Given =>
        kind == DecisionKind.Grant ? [] : reasons.ConvertAll(r => new DecisionReason(r.Category, r.Ground, r.Explanation.Trim()));

    /// <summary>Direct marketing is not up for discussion.</summary>
    private bool MustStop => Sheet.Row.Right == SubjectRight.Objection && conclusion.Scope != ObjectionScope.OtherProcessing;

    private bool Concludes => RequestWorkflow.Concludes(Sheet.Row.Right) && (Found > 0 || !RequestWorkflow.NeedsFindings(Sheet.Row.Right))
        && (kind != DecisionKind.Refuse || Sheet.Row.Right == SubjectRight.Objection);

    protected override void OnInitialized() => (conclusion, seen) = (new ConclusionDraft(Sheet.Row.Right, Sheet.Sources), Sheet.Version);

    private void Settle() => kind = MustStop && kind == DecisionKind.Refuse ? DecisionKind.Grant : kind;

    private void Choose(DecisionKind chosen)
    {
        kind = chosen;
        if (kind != DecisionKind.Grant && reasons.Count == 0)
        {
            reasons.Add(new ReasonLine());
        }
    }

    private async Task DecideAsync()
    {
        tried = true;
        var given = Given;
        if ((Destroys && (!understood || conclusion.Erased is null || (Sheet.RestrictedBy.Count > 0 && string.IsNullOrWhiteSpace(conclusion.DespiteRestriction)))) || (IsUnaware && string.IsNullOrWhiteSpace(unsearchedBecause)) || given.Any(r => r.Explanation.Length == 0))
        {
            return;
        }

        working = true;
        refused = await Desk.DecideAsync(Actor.From((await State).User), Sheet.Row.Id, seen ?? Sheet.Version, kind, given, lateBecause, Ruling, unsearchedBecause, CancellationToken.None);

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

    private sealed class ReasonLine
    {
        public string Id { get; } = Guid.NewGuid().ToString("n");

        public string Category { get; set; } = "";

        public RefusalGround Ground { get; set; } = RefusalGround.RightsOfOthers;

        public string Explanation { get; set; } = "";
    }
}
