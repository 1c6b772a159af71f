using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;

namespace PrivacyPortal.DataMap;

/// <summary>The draft as a difference, and its confirmation by whom it concerns.</summary>
public sealed partial class MapReviewPage
{
    private Actor actor = Actor.Anonymous;
    private SourceSheet? sheet;
    private IReadOnlyList<MapChange> changes = [];
    private IReadOnlyList<MapObstacle> obstacles = [];
    private MapConfirmation? done;
    private Refusal? refusal;
    private string reason = "";
    private bool edits, governs, busy, discarding;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private DataSourceDesk Desk { get; set; } = default!;

    [Inject]
    private DataSourceQueries Queries { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    private string Figure => MapReviewText.ChangesFigure.With(changes.Count, changes.Select(c => c.Key.Table).Distinct().Count(), changes.Count(c => c.Governed));

    protected override async Task OnInitializedAsync()
    {
        actor = Actor.From((await State).User);
        (edits, governs) = (actor.May(Permission.EditDataMap), actor.May(Permission.GovernDataMap));
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var found = await Queries.SheetAsync(actor, Id, CancellationToken.None);
        sheet = found.Value;
        refusal ??= found.Refusal;
        changes = sheet?.Draft is { } draft ? MapDifference.Between(sheet.Map ?? DataSourceDesk.Empty(sheet.Description), draft.Map) : [];
        obstacles = sheet?.Draft is { } open ? MapReview.Obstacles(open, sheet.Schema) : [];
    }

    private async Task ConfirmAsync()
    {
        busy = true;
        var confirmed = await Desk.ConfirmMapAsync(actor, Id, reason, sheet!.Version, CancellationToken.None);
        (done, refusal, busy) = (confirmed.Value, confirmed.Refusal, false);
        await LoadAsync();
    }

    private async Task DiscardAsync()
    {
        discarding = false;
        refusal = await Desk.DiscardDraftAsync(actor, Id, sheet!.Version, CancellationToken.None);
        if (refusal is null)
        {
            Nav.NavigateTo($"/sources/{Id}");
        }
    }
}
