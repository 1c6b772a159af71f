using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;

namespace PrivacyPortal.Settings;

/// <summary>One revision, whole.</summary>
public sealed partial class RevisionPage
{
    private SettingsSheet? sheet;
    private SettingsRevision? revision;
    private SettingsProposal? proposal;
    private Actor actor = Actor.Anonymous;
    private bool asking;
    private Refusal? refusal;

    [Parameter]
    public int Number { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private SettingsQueries Queries { get; set; } = default!;

    [Inject]
    private SettingsDesk Desk { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    private IReadOnlyList<SettingEffect> Effects => SettingEffect.Between(sheet!.Ledger.AsOf(Number - 1), sheet.Ledger.AsOf(Number), sheet.Sites);

    protected override async Task OnParametersSetAsync()
    {
        actor = Actor.From((await State).User);
        sheet = (await Queries.SheetAsync(actor, CancellationToken.None)).Value;
        revision = sheet?.Ledger.Revisions.FirstOrDefault(r => r.Number == Number);
        proposal = sheet?.Proposals.FirstOrDefault(p => p.Id == revision?.Proposal);
    }

    private async Task ProposeAgainAsync()
    {
        refusal = await Desk.ProposeAgainAsync(actor, Number, CancellationToken.None);
        if (refusal is null)
        {
            Nav.NavigateTo("/settings");
        }
    }
}
