using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>What was found. Ticks and accepted identities are kept with the review of their source and take effect with the next search.</summary>
public sealed partial class FindingsPanel
{
    private readonly Dictionary<Guid, SourceFindings> findings = [];
    private readonly Dictionary<(Guid Source, RowRef Row), TickAnswer> ticks = [];
    private readonly Dictionary<Guid, HashSet<Identity>> follow = [];
    private DateTimeOffset read;
    private Refusal? refused;
    private bool working;

    [Parameter, EditorRequired]
    public RequestSheet Sheet { get; set; } = default!;

    /// <summary>Something was saved: read the sheet again.</summary>
    [Parameter, EditorRequired]
    public EventCallback Saved { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    [Inject]
    private RequestQueries Queries { get; set; } = default!;

    [Inject]
    private RequestDesk Desk { get; set; } = default!;

    private bool Editable => Sheet.Verbs.Contains(RequestVerb.Review);

    private bool Changed => ticks.Count > 0 || follow.Count > 0;

    protected override async Task OnParametersSetAsync()
    {
        var newest = Sheet.Sources.Select(s => s.SearchedAt).DefaultIfEmpty().Max();
        if (newest == read)
        {
            return;
        }

        read = newest;
        findings.Clear();
        ticks.Clear();
        follow.Clear();
        var actor = Actor.From((await State).User);
        foreach (var source in Sheet.Sources)
        {
            if ((await Queries.FindingsAsync(actor, Sheet.Row.Id, source.SourceId, CancellationToken.None)).Value is { } found)
            {
                findings[source.SourceId] = found;
            }
        }
    }

    /// <summary>What people call the table: of one that holds nothing of theirs, only the map knows it.</summary>
    private string TitleOf(RequestSourceRow source, string table) =>
        source.Summary.Tables.FirstOrDefault(t => t.Table == table)?.Title ?? findings.GetValueOrDefault(source.SourceId)?.Map?.Find(table)?.Title ?? table;

    private string FieldOf(RequestSourceRow source, string table, string field) =>
        findings.GetValueOrDefault(source.SourceId)?.Map?.Find(table)?.Find(field)?.Title ?? field;

    private string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone ?? TimeZoneInfo.Utc).ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    private TickAnswer? Answer(Guid source, RowRef row) => ticks.TryGetValue((source, row), out var answer)
        ? answer
        : findings[source].Review?.Ticks.Where(t => t.Row == row).Select(t => (TickAnswer?)t.Answer).FirstOrDefault();

    private IReadOnlyCollection<Identity> Followed(Guid source) =>
        follow.TryGetValue(source, out var changed) ? changed : findings[source].Review?.Follow ?? [];

    private void Follow(Guid source, Identity identity, bool chosen)
    {
        var set = follow.TryGetValue(source, out var changed) ? changed : follow[source] = [.. Followed(source)];
        _ = chosen ? set.Add(identity) : set.Remove(identity);
    }

    private async Task SaveAsync()
    {
        working = true;
        refused = await SaveAsync(Actor.From((await State).User));
        working = false;
        await Saved.InvokeAsync();
    }

    private async Task<Refusal?> SaveAsync(Actor actor)
    {
        var version = Sheet.Version;
        foreach (var source in ticks.Keys.Select(k => k.Source).Concat(follow.Keys).Distinct())
        {
            var before = findings[source].Review ?? SourceReview.AsSuggested;
            var answered = ticks.Where(t => t.Key.Source == source).Select(t => new Tick(t.Key.Row, t.Value)).ToList();
            var review = before with
            {
                Ticks = [.. before.Ticks.Where(t => !answered.Exists(a => a.Row == t.Row)), .. answered],
                Follow = [.. Followed(source)],
            };
            if (await Desk.ReviewAsync(actor, Sheet.Row.Id, version, source, review, CancellationToken.None) is { } refusal)
            {
                return refusal;
            }

            if ((await Queries.SheetAsync(actor, Sheet.Row.Reference, CancellationToken.None)).Value is not { } now)
            {
                return Refusal.NotFound;
            }

            version = now.Version;
        }

        return await Desk.SearchAsync(actor, Sheet.Row.Id, version, CancellationToken.None);
    }
}
