using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The one thing to do next on a request, for the one primary button of its page.</summary>
/// <param name="Verb">Done by the button; null: the button leads to <paramref name="Tab"/>, or there is nothing to do but wait.</param>
/// <param name="Target">The step that the verb is about.</param>
public sealed record NextStep(string Title, string Consequence, RequestVerb? Verb = null, string? Tab = null, Text? TabLabel = null, Guid? Target = null, bool Waits = false)
{
    /// <param name="reader">The name of who looks: a person does not approve their own decision.</param>
    public static NextStep Of(RequestSheet sheet, string reader) => sheet.Row.Status switch
    {
        RequestStatus.Received when sheet.Subject is { Identities.Count: 0 } => new(NextStepText.NoIdentityTitle, NextStepText.NoIdentityText, RequestVerb.NotIdentifiable),
        RequestStatus.Received when sheet.Proof is null => new(NextStepText.ConfirmTitle, NextStepText.ConfirmText, RequestVerb.ConfirmIdentity),
        RequestStatus.Received => new(NextStepText.SearchTitle, NextStepText.SearchText, RequestVerb.Search),
        RequestStatus.AwaitingIdentity when sheet.SilentDays >= SubjectRequest.PatientDays => new(
            NextStepText.SilenceTitle.With(sheet.SilentDays), NextStepText.SilenceText, RequestVerb.NotIdentifiable),
        RequestStatus.AwaitingIdentity => new(NextStepText.AwaitingIdentityTitle, NextStepText.AwaitingIdentityText, RequestVerb.ConfirmIdentity),
        RequestStatus.AwaitingClarification => new(NextStepText.AwaitingClarificationTitle, NextStepText.AwaitingClarificationText, RequestVerb.Clarify),
        RequestStatus.Searching => new(NextStepText.SearchingTitle, NextStepText.RunsText, Waits: true),
        RequestStatus.InReview => InReview(sheet),
        RequestStatus.AwaitingApproval when sheet.DecidedByName == reader => new(NextStepText.ApproveTitle, NextStepText.ApproveOther),
        RequestStatus.AwaitingApproval => new(NextStepText.ApproveTitle, NextStepText.ApproveText.With(sheet.DecidedByName), RequestVerb.Approve),
        RequestStatus.Executing => new(NextStepText.ExecutingTitle, NextStepText.RunsText, Waits: true),
        RequestStatus.NeedsAttention => NeedsAttention(sheet),
        RequestStatus.Answering when sheet.Recipients.Any(r => r.Notice is null) => new(
            NextStepText.TellTitle, NextStepText.TellText.With(string.Join(", ", sheet.Recipients.Where(r => r.Notice is null).Select(r => r.Name))), Tab: "proof", TabLabel: NextStepText.ToProof),
        RequestStatus.Answering => new(NextStepText.AnswerTitle, NextStepText.AnswerText, RequestVerb.Answer),
        RequestStatus.Closed => new(
            NextStepText.ClosedTitle.With(sheet.Row.Outcome is { } outcome ? RequestText.Of(outcome).ToString().ToLower(CultureInfo.CurrentCulture) : ""),
            NextStepText.ClosedText, Tab: "proof", TabLabel: NextStepText.ToReceipts),
    };

    /// <summary>The step that stopped, if one did.</summary>
    public static RequestStepRow? Stopped(RequestSheet sheet) => sheet.Steps.FirstOrDefault(s => s.State == StepState.NeedsAttention);

    private static NextStep InReview(RequestSheet sheet)
    {
        // Also where everything was erased before the decision was recalled.
        var found = sheet.Sources.Where(s => s.Rows + s.Ambiguous > 0 || s.DoneBefore || s.Lines.Any(l => !l.Stays)).ToList();
        if (sheet.Sources.Any(s => s.MapChanged))
        {
            return new(NextStepText.MapChangedTitle, NextStepText.MapChangedText, RequestVerb.Search);
        }

        if (sheet.Sources.Any(s => s.SearchAgain))
        {
            return sheet.Sources.Any(s => s.SearchAgain && s.ByHand.Any(r => r.Recalled))
                ? new(NextStepText.CountAgainTitle, NextStepText.CountAgainText, RequestVerb.Search)
                : new(NextStepText.SearchAgainTitle, NextStepText.SearchAgainText, RequestVerb.Search);
        }

        if (!RequestWorkflow.Executes(sheet.Row.Right))
        {
            return new(NextStepText.DecideTitle, DecideText(sheet.Row.Right), RequestVerb.Decide);
        }

        if (found.Count == 0)
        {
            return new(NextStepText.DecideNothingTitle, NextStepText.DecideNothingText, RequestVerb.Decide);
        }

        if (found.Sum(s => s.Ambiguous) is > 0 and var ambiguous)
        {
            return new(NextStepText.AmbiguousTitle, NextStepText.AmbiguousText.With(ambiguous), Tab: "findings", TabLabel: NextStepText.ToFindings);
        }

        if (found.Exists(s => s is { Rows: > 0, Reviewed: false }))
        {
            return new(NextStepText.ReviewTitle, ReviewText(sheet.Row.Right), Tab: "plan", TabLabel: NextStepText.ToPlan);
        }

        if (sheet.Article15Missing.Count > 0)
        {
            return new(NextStepText.Article15Title, NextStepText.Article15Text.With(string.Join(" · ", sheet.Article15Missing)), RequestVerb.Decide);
        }

        if (!RequestWorkflow.Preflights(sheet.Row.Right))
        {
            return new(NextStepText.DecideTitle, DecideText(sheet.Row.Right), RequestVerb.Decide);
        }

        if (sheet.Steps.Any(s => s is { Phase: StepPhase.Preflight, State: StepState.Queued or StepState.Running }))
        {
            return new(NextStepText.PreflightingTitle, NextStepText.RunsText, Waits: true);
        }

        if (found.Exists(s => s.PreflightPassed == false))
        {
            return new(NextStepText.PreflightFailedTitle, NextStepText.PreflightFailedText, Tab: "plan", TabLabel: NextStepText.ToPlan);
        }

        return found.Exists(s => s is { PreflightPassed: null, Gone: false })
            ? new(NextStepText.PreflightTitle, NextStepText.PreflightText, RequestVerb.Preflight)
            : new(NextStepText.DecideTitle, sheet.Row.Right == SubjectRight.Erasure ? NextStepText.DecideErasure : NextStepText.DecideRectification, RequestVerb.Decide);
    }

    private static NextStep NeedsAttention(RequestSheet sheet)
    {
        if (Stopped(sheet) is not { Cause: { } cause } step)
        {
            return new(NextStepText.AttentionTitle, NextStepText.RunsText);
        }

        RequestVerb verb = cause switch
        {
            StepCause.ManualTask or StepCause.CountDiffers => RequestVerb.CompleteTask,
            StepCause.DataChanged or StepCause.MapChanged or StepCause.UnderHold when sheet.Verbs.Contains(RequestVerb.Recall) => RequestVerb.Recall,
            _ => RequestVerb.Retry,
        };
        var why = cause == StepCause.ManualTask && step.Task is var (owner, due)
            ? $"{TaskText.WaitsFor.With(owner, due.ToString("d MMM yyyy", CultureInfo.CurrentCulture))} {StepText.Of(cause)}"
            : StepText.Of(cause).ToString();
        return new(NextStepText.AttentionOf.With(StepText.Of(step.Phase), step.SourceName), why, verb, Target: step.Id);
    }

    private static Text DecideText(SubjectRight right) => right switch
    {
        SubjectRight.Restriction => NextStepText.DecideRestriction,
        SubjectRight.Objection => NextStepText.DecideObjection,
        SubjectRight.HumanReview => NextStepText.DecideHumanReview,
        SubjectRight.Portability => NextStepText.DecidePortability,
        SubjectRight.Access or SubjectRight.Rectification or SubjectRight.Erasure => NextStepText.DecideAccess,
    };

    private static Text ReviewText(SubjectRight right) => right switch
    {
        SubjectRight.Erasure => NextStepText.ReviewErasure,
        SubjectRight.Rectification => NextStepText.ReviewRectification,
        _ => NextStepText.ReviewAccess,
    };
}
