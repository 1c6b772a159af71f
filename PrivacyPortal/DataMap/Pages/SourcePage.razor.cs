using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

public sealed partial class SourcePage : IDisposable
{
    private SourceSheet? sheet;
    private Actor actor = Actor.Anonymous;
    private ConnectionCheck? check;
    private Refusal? refusal;
    private Text? said;
    private string nameTyped = "";
    private bool busy, edits, removing, wrongName;
    private IDisposable? watching;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private DataSourceDesk Desk { get; set; } = default!;

    [Inject]
    private DataSourceQueries Queries { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    public void Dispose() => watching?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        actor = Actor.From((await State).User);
        edits = actor.May(Permission.EditDataMap);
        await LoadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            watching = Feed.Subscribe(change =>
            {
                if (change.Concerns(DataSourceDesk.ChangeKind, Id.ToString()))
                {
                    _ = InvokeAsync(async () =>
                    {
                        await LoadAsync();
                        StateHasChanged();
                    });
                }
            });
        }
    }

    private async Task LoadAsync()
    {
        var found = await Queries.SheetAsync(actor, Id, CancellationToken.None);
        (sheet, refusal) = (found.Value ?? sheet, found.Value is null && sheet is not null ? null : found.Refusal);
    }

    private Task TestAsync() => WorkAsync(async () =>
    {
        var tested = await Desk.TestAsync(actor, Id, CancellationToken.None);
        (check, refusal) = (tested.Value, tested.Refusal);
    });

    private Task ReadAsync() => WorkAsync(async () =>
    {
        var reading = await Desk.ReadSchemaAsync(actor, Id, CancellationToken.None);
        refusal = reading.Refusal;
        if (reading.Value is { Check.Good: false } failed)
        {
            check = failed.Check;
        }
        else if (reading.Value is { } read)
        {
            said = read.Changed ? SourceText.ReadChanged : SourceText.ReadUnchanged;
        }
    });

    private Task RemoveAsync() => WorkAsync(async () =>
    {
        refusal = await Desk.RemoveAsync(actor, Id, nameTyped, sheet!.Version, CancellationToken.None);
        wrongName = refusal == Refusal.Invalid;
        if (wrongName)
        {
            refusal = null;
        }
        else if (refusal is null)
        {
            Nav.NavigateTo("/sources");
        }
        else
        {
            removing = false;
        }
    });

    private async Task WorkAsync(Func<Task> work)
    {
        (busy, check, said, refusal) = (true, null, null, null);
        await work();
        busy = false;
        if (refusal is null && !removing)
        {
            await LoadAsync();
        }
    }
}
