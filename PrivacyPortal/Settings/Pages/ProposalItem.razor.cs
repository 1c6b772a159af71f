using System.Globalization;
using Microsoft.AspNetCore.Components;
using PrivacyPortal.Access;

namespace PrivacyPortal.Settings;

/// <summary>A proposal with the forms for the DPO's opinion and for management's decision against it.</summary>
public sealed partial class ProposalItem
{
    private string text = "";
    private string management = "";
    private bool asking;
    private bool overruling;
    private Refusal? refusal;

    [Parameter, EditorRequired]
    public SettingsSheet Sheet { get; set; } = default!;

    [Parameter, EditorRequired]
    public SettingsProposal Proposal { get; set; } = default!;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = default!;

    [Parameter]
    public EventCallback Done { get; set; }

    [Inject]
    private OpinionDesk Desk { get; set; } = default!;

    private bool Against => Proposal.Status == ProposalStatus.AdvisedAgainst;

    /// <summary>Against what is there now: that is what is agreed to.</summary>
    private IReadOnlyList<SettingChange> Changes => [.. Proposal.Changes.Select(c => c with { From = Sheet.Ledger.Settled[c.Slot] })];

    private IReadOnlyList<SettingEffect> Effects => SettingEffect.Between(Sheet.Ledger.Settled, Sheet.Ledger.Settled.With(Proposal.Changes, 0), Sheet.Sites);

    private string At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Sheet.Organisation.Zone).ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private void Begin(bool overrule) => (asking, overruling, refusal, text, management) = (true, overrule, null, "", "");

    private async Task AdviseAsync(bool favourable) =>
        await DoneAsync(await Desk.AdviseAsync(Actor, Proposal.Id, favourable, text, Sheet.Ledger.Latest, CancellationToken.None));

    private async Task EndAsync() => await DoneAsync(overruling
        ? await Desk.OverruleAsync(Actor, Proposal.Id, management, text, Sheet.Ledger.Latest, CancellationToken.None)
        : await Desk.WithdrawAsync(Actor, Proposal.Id, Sheet.Ledger.Latest, CancellationToken.None));

    private async Task DoneAsync(Refusal? declined)
    {
        refusal = declined;
        if (declined is null or Refusal.Stale)
        {
            asking = asking && declined is not null;
            text = declined is null ? "" : text;
            await Done.InvokeAsync();
        }
    }
}
