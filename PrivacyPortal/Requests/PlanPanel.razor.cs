using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Language;
using Radzen;

namespace PrivacyPortal.Requests;

/// <summary>The drafts of all sources. They survive a refusal and somebody else's change: nothing typed is lost while the search is the same.</summary>
public sealed partial class PlanPanel
{
    private const int NamedRows = 8;
    private readonly Dictionary<Guid, PlanDraft> drafts = [];
    private DateTimeOffset? read;
    private Refusal? refused;
    private bool working;

    [Parameter, EditorRequired]
    public RequestSheet Sheet { get; set; } = default!;

    [Parameter, EditorRequired]
    public EventCallback Saved { get; set; }

    /// <summary>Somebody else was quicker: read the sheet again.</summary>
    [Parameter, EditorRequired]
    public EventCallback Stale { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private RequestQueries Queries { get; set; } = default!;

    [Inject]
    private RequestDesk Desk { get; set; } = default!;

    [Inject]
    private NotificationService Notifications { get; set; } = default!;

    private bool Editable => Sheet.Verbs.Contains(RequestVerb.Review);

    protected override async Task OnParametersSetAsync()
    {
        var newest = Sheet.Sources.Select(s => s.SearchedAt).DefaultIfEmpty().Max();
        if (newest == read)
        {
            return;
        }

        read = newest;
        drafts.Clear();
        var actor = Actor.From((await State).User);
        foreach (var source in Sheet.Sources)
        {
            if ((await Queries.FindingsAsync(actor, Sheet.Row.Id, source.SourceId, CancellationToken.None)).Value is { } found)
            {
                drafts[source.SourceId] = new PlanDraft(found, Sheet.Row.Right);
            }
        }
    }

    /// <summary>A few keys, to look the rows up by in the source.</summary>
    private static string Named(IReadOnlyList<RowKey> rows) => string.Join(", ", rows.Take(NamedRows)) + (rows.Count > NamedRows ? "…" : "");

    private async Task SaveAsync()
    {
        working = true;
        refused = await SaveAsync(Actor.From((await State).User));
        working = false;
        if (refused is Refusal.Stale)
        {
            await Stale.InvokeAsync();
            return;
        }

        if (refused is null)
        {
            Notifications.Notify(NotificationSeverity.Success, PlanText.Saved);
        }

        await Saved.InvokeAsync();
    }

    private async Task<Refusal?> SaveAsync(Actor actor)
    {
        var version = Sheet.Version;
        foreach (var (source, draft) in drafts.Where(d => d.Value.Tables.Count > 0))
        {
            if (await Desk.ReviewAsync(actor, Sheet.Row.Id, version, source, draft.ToReview(), CancellationToken.None) is { } refusal)
            {
                return refusal;
            }

            if ((await Queries.SheetAsync(actor, Sheet.Row.Reference, CancellationToken.None)).Value is not { } now)
            {
                return Refusal.NotFound;
            }

            version = now.Version;
        }

        return null;
    }
}
