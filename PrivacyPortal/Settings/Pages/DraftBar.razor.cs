using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>The draft's bar, with the review before anything is published.</summary>
public sealed partial class DraftBar : IAsyncDisposable
{
    // The field to go to once the dialog is closed and the page shows the scope that it is in.
    private (SettingsScope Scope, string Field)? sought;
    private IJSObjectReference? module;
    private bool discarding;
    private bool reviewing;
    private bool busy;
    private string reason = "";
    private DateOnly? day;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public SettingsSheet Sheet { get; set; } = default!;

    /// <summary>What the page looks at.</summary>
    [Parameter, EditorRequired]
    public SettingsScope Scope { get; set; } = SettingsScope.Organisation;

    /// <summary>The draft is gone: published, in words, or discarded.</summary>
    [Parameter]
    public EventCallback<string?> Done { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private SettingsDesk Desk { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    private string Summary => Sheet.Draft.Changes.Count == 1 ? DifferenceText.DraftChange : DifferenceText.DraftChanges.With(Sheet.Draft.Changes.Count);

    private IReadOnlyList<SettingChange> AtOnce => [.. Sheet.Draft.Changes.Where(c => !Sheet.Waiting.Contains(c))];

    private List<SettingChange> Missing => [.. Sheet.Draft.Changes.Where(c => c.Missing.Any())];

    private DateOnly Today => Sheet.Organisation.DayOf(Sheet.Now);

    private IReadOnlyList<SettingEffect> EffectsOf(IReadOnlyList<SettingChange> changes) =>
        SettingEffect.Between(Sheet.Ledger.Settled, Sheet.Ledger.Settled.With(changes, 0), Sheet.Sites);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the field with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (sought is { } found && found.Scope == Scope)
        {
            sought = null;
            module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./Settings/Pages/DraftBar.razor.js");
            await module.InvokeVoidAsync("bring", found.Field);
        }
    }

    private void Seek(SettingChange change, EvidenceKind kind)
    {
        var scope = new SettingsScope(change.Slot.Site, null);
        (reviewing, sought) = (false, (scope, SettingItem.FieldOf(change.Setting!, kind)));
        if (scope != Scope)
        {
            Nav.NavigateTo(scope.Href);
        }
    }

    private void Review() => (reviewing, refusal, reason, day) = (true, null, "", null);

    private async Task DiscardAsync()
    {
        await Desk.DiscardAsync(Actor.From((await State).User), CancellationToken.None);
        discarding = false;
        await Done.InvokeAsync(null);
    }

    private async Task PublishAsync()
    {
        busy = true;
        var reply = await Desk.PublishAsync(Actor.From((await State).User), reason, day, CancellationToken.None);
        busy = false;
        refusal = reply.Refusal;
        if (reply.Value is { } published)
        {
            reviewing = false;
            await Done.InvokeAsync(InWords(published));
        }
    }

    private static string InWords(Published published) => published switch
    {
        { Proposal: null } => DifferenceText.PublishedNow.With(published.Revision),
        { Revision: null } => DifferenceText.Proposed,
        _ => DifferenceText.PublishedAndProposed.With(published.Revision),
    };
}
