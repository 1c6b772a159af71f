using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Language;
using Radzen;

namespace PrivacyPortal.Requests;

/// <summary>
/// The drafts of all sources. They survive a refusal and somebody else's change: nothing typed is lost while the search is the same. What somebody
/// else confirms meanwhile is shown where nothing was typed, and is never overwritten unseen where something was.
/// </summary>
public sealed partial class PlanPanel
{
    private const int NamedRows = 8;
    private readonly Dictionary<Guid, PlanDraft> drafts = [];

    /// <summary>What each draft began with, and the review that it was made of.</summary>
    private readonly Dictionary<Guid, (string Tag, string Review)> begun = [];
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
            if (!working)
            {
                await ReadAsync([.. Sheet.Sources.Where(s => IsOvertaken(s) && !IsTyped(s.SourceId))]);
            }

            return;
        }

        read = newest;
        drafts.Clear();
        await ReadAsync(Sheet.Sources);
    }

    private async Task ReadAsync(IReadOnlyList<RequestSourceRow> sources)
    {
        var actor = Actor.From((await State).User);
        foreach (var source in sources)
        {
            if ((await Queries.FindingsAsync(actor, Sheet.Row.Id, source.SourceId, CancellationToken.None)).Value is { } found)
            {
                drafts[source.SourceId] = new PlanDraft(found, Sheet.Row.Right);
                begun[source.SourceId] = (source.ReviewTag, Text(source.SourceId));
            }
        }
    }

    /// <summary>Whether somebody else confirmed another plan than this draft was made of.</summary>
    private bool IsOvertaken(RequestSourceRow source) => begun.TryGetValue(source.SourceId, out var start) && start.Tag != source.ReviewTag;

    private bool IsTyped(Guid source) => begun[source].Review != Text(source);

    private string Text(Guid source) => JsonSerializer.Serialize(drafts[source].ToReview());

    private async Task TakeTheirsAsync()
    {
        refused = null;
        await ReadAsync([.. Sheet.Sources.Where(IsOvertaken)]);
    }

    /// <summary>A few keys, to look the rows up by in the source.</summary>
    private static string Named(IReadOnlyList<RowKey> rows) => string.Join(", ", rows.Take(NamedRows)) + (rows.Count > NamedRows ? "…" : "");

    private async Task SaveAsync()
    {
        if (working || Sheet.Sources.Any(IsOvertaken))
        {
            return;
        }

        if (drafts.Values.Where(d => d.KeepsEndlessly()).ToList() is { Count: > 0 })
        {
            refused = Refusal.Invalid;
            return;
        }

        working = true;
        refused = await SaveAsync(Actor.From((await State).User));
        if (refused is Refusal.Stale)
        {
            working = false;
            await Stale.InvokeAsync();
            return;
        }

        if (refused is null)
        {
            Notifications.Notify(NotificationSeverity.Success, PlanText.Saved);
        }

        await Saved.InvokeAsync();
        working = false;
        if (refused is null)
        {
            // The newest review is what this page has just confirmed.
            Sheet.Sources.Where(s => drafts.ContainsKey(s.SourceId)).ToList().ForEach(s => begun[s.SourceId] = (s.ReviewTag, Text(s.SourceId)));
        }
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
