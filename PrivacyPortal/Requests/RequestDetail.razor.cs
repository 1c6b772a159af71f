using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>A verb that the user chose, and the step, recipient or hold it is about.</summary>
public sealed record AskedVerb(RequestVerb Verb, Guid? Target = null);

/// <summary>Everything about one request. It reads again by itself whenever something is committed on it.</summary>
public sealed partial class RequestDetail : IDisposable
{
    // Progress of a running step is not announced, only read.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1.5);
    private readonly CancellationTokenSource gone = new();
    private Actor actor = Actor.Anonymous;
    private RequestSheet? sheet;
    private NextStep next = new("", "");
    private IReadOnlyList<RequestRow> everAsked = [];
    private RequestEventRow? changedBy;
    private AskedVerb? asked;
    private bool missing;
    private IDisposable? listening;

    [Parameter]
    public string Reference { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Tab { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private RequestQueries Queries { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private bool OpensFindings => actor.May(Permission.OpenFindings);

    private string At => TabsShown.Any(t => t.Key == Tab) ? Tab! : "overview";

    private string Heading => (sheet!.Row.Name ?? sheet.MaskedName) is { } name
        ? RequestSheetText.TitleOf.With(RequestText.Of(sheet.Row.Right), name)
        : RequestText.Of(sheet.Row.Right);

    private IEnumerable<(string Key, Text Label)> TabsShown
    {
        get
        {
            yield return ("overview", RequestSheetText.Overview);
            if (OpensFindings && sheet!.Sources.Count > 0)
            {
                yield return ("findings", RequestSheetText.Findings);
                if (RequestWorkflow.Executes(sheet.Row.Right))
                {
                    yield return ("plan", RequestSheetText.Plan);
                }
            }

            yield return ("proof", RequestSheetText.Proof);
            yield return ("timeline", RequestSheetText.Timeline);
        }
    }

    public void Dispose()
    {
        listening?.Dispose();
        gone.Cancel();
        gone.Dispose();
    }

    protected override void OnInitialized()
    {
        listening = Feed.Subscribe(change =>
        {
            if (sheet is not null && change.Concerns(RequestDesk.Changed, sheet.Row.Id.ToString()))
            {
                _ = InvokeAsync(ReadAsync);
            }
        });
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = WatchAsync();
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        actor = Actor.From((await State).User);
        if (sheet?.Row.Reference != Reference)
        {
            (sheet, asked, changedBy) = (null, null, null);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var reply = await Queries.SheetAsync(actor, Reference, CancellationToken.None);
        missing = reply.Value is null;
        sheet = reply.Value;
        if (sheet is not null)
        {
            next = NextStep.Of(sheet, actor.Name);
            everAsked = (await Queries.OfSubjectAsync(actor, sheet.Row.Id, CancellationToken.None)).Value ?? [];
        }

        StateHasChanged();
    }

    private async Task WatchAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Beat, Clock);
            while (await timer.WaitForNextTickAsync(gone.Token))
            {
                if (sheet?.Steps.Any(s => s.State is StepState.Queued or StepState.Running) == true)
                {
                    await InvokeAsync(ReadAsync);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private string TabHref(string tab) => tab == "overview" ? $"/requests/{Reference}" : $"/requests/{Reference}?tab={tab}";

    private void Ask(AskedVerb verb) => (asked, changedBy) = (verb, null);

    private async Task ClosedAsync(bool done)
    {
        asked = null;
        if (done)
        {
            await ReadAsync();
        }
    }

    /// <summary>Somebody was quicker: shows what they did, and leaves the dialog with what was typed.</summary>
    private async Task StaleAsync()
    {
        await ReadAsync();
        changedBy = sheet is { Timeline.Count: > 0 } ? sheet.Timeline[0] : null;
    }
}
