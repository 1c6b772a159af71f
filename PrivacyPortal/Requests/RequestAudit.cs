namespace PrivacyPortal.Requests;

/// <summary>What the audit log calls what happened to a request. Stable: filters and exports rest on them.</summary>
internal static class RequestAudit
{
    public const string Category = "request";

    public static string Name(RequestVerb verb) => verb switch
    {
        RequestVerb.Receive => "received",
        RequestVerb.AskIdentity => "identity-asked",
        RequestVerb.ConfirmIdentity => "identity-confirmed",
        RequestVerb.AskClarification => "clarification-asked",
        RequestVerb.Clarify => "clarified",
        RequestVerb.Search => "search-started",
        RequestVerb.Find => "searched",
        RequestVerb.Review => "reviewed",
        RequestVerb.Preflight => "preflight-started",
        RequestVerb.Recall => "decision-recalled",
        RequestVerb.Decide => "decided",
        RequestVerb.Approve => "approved",
        RequestVerb.Decline => "declined",
        RequestVerb.Refuse => "refused",
        RequestVerb.NotIdentifiable => "not-identifiable",
        RequestVerb.MarkDuplicate => "marked-duplicate",
        RequestVerb.Extend => "extended",
        RequestVerb.Hold => "held",
        RequestVerb.Release => "released",
        RequestVerb.Withdraw => "withdrawn",
        RequestVerb.Fail => "step-failed",
        RequestVerb.CompleteTask => "task-completed",
        RequestVerb.Remind => "task-reminded",
        RequestVerb.Alert => "deadline-near",
        RequestVerb.Retry => "step-retried",
        RequestVerb.Finish => "executed",
        RequestVerb.Tell => "recipient-told",
        RequestVerb.Answer => "answered",
        RequestVerb.Reopen => "reopened",
        RequestVerb.Lift => "restriction-lifted",
        RequestVerb.HandOut => "answer-taken",
        RequestVerb.Export => "download-asked",
        RequestVerb.Print => "task-sheet-asked",
        RequestVerb.AllowExport => "download-allowed",
        RequestVerb.DeclineExport => "download-declined",
    };
}
