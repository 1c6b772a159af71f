using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;

namespace PrivacyPortal.Requests;

/// <summary>Who came back with restored sources: the DPO says who is erased again.</summary>
public sealed partial class Replays
{
    private readonly HashSet<Guid> chosen = [];
    private Actor actor = Actor.Anonymous;
    private IReadOnlyList<ReplaySheet>? replays;
    private string reason = "";
    private Refusal? refused;
    private bool searching;

    [CascadingParameter] private Task<AuthenticationState> State { get; set; } = default!;

    [CascadingParameter] private TimeZoneInfo? Zone { get; set; }

    [Inject] private ReplaySearch Search { get; set; } = default!;

    [Inject] private RequestDesk Desk { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        actor = Actor.From((await State).User);
        await ReadAsync();
    }

    private async Task ReadAsync() => replays = (await Search.ListAsync(actor, CancellationToken.None)).Value ?? [];

    private async Task SearchAsync()
    {
        searching = true;
        refused = (await Search.RunAsync(actor, null, CancellationToken.None)).Refusal;
        searching = false;
        await ReadAsync();
    }

    private void Choose(Guid finding, bool yes)
    {
        if (yes)
        {
            chosen.Add(finding);
        }
        else
        {
            chosen.Remove(finding);
        }
    }

    private List<Guid> Chosen(ReplaySheet replay) => [.. replay.Rows.Select(r => r.Id).Where(chosen.Contains)];

    private async Task EndAsync(ReplaySheet replay, IReadOnlyCollection<Guid> findings)
    {
        refused = await Desk.EndReplayAsync(actor, replay.Id, replay.Version, findings, reason, CancellationToken.None);
        if (refused is null)
        {
            reason = "";
            chosen.Clear();
        }

        await ReadAsync();
    }

    private static string Heading(ReplaySheet replay) => (replay.State switch
    {
        ReplayState.Pending => ReplayText.Pending,
        ReplayState.Confirmed => ReplayText.Done,
        ReplayState.Dismissed => ReplayText.Dismissed,
    }).With(replay.Source);

    private string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone ?? TimeZoneInfo.Utc).ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
