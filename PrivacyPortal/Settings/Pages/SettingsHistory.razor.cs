using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Controls;

namespace PrivacyPortal.Settings;

/// <summary>Every revision, every proposal, and the advice that was not followed.</summary>
public sealed partial class SettingsHistory
{
    private const int PageSize = 25;
    private const int NamesShown = 3;

    private SettingsSheet? sheet;

    [SupplyParameterFromQuery]
    private int? Page { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private SettingsQueries Queries { get; set; } = default!;

    private int At => Math.Max(1, Page ?? 1);

    private List<SettingsProposal> Overruled => [.. sheet!.Proposals.Where(p => p.Status == ProposalStatus.PublishedAgainstAdvice)];

    protected override async Task OnInitializedAsync() => sheet = (await Queries.SheetAsync(Actor.From((await State).User), CancellationToken.None)).Value;

    /// <summary>The settings concerned, the first few by name.</summary>
    private string Names(IReadOnlyList<SettingChange> changes)
    {
        var names = changes.Select(c => c.Setting?.Texts.Name.ToString() ?? SlotWords.Where(c.Slot, sheet!.Sites, System.Globalization.CultureInfo.CurrentUICulture)).Distinct().ToList();
        var shown = string.Join(", ", names.Take(NamesShown));
        return names.Count > NamesShown ? $"{shown} {HistoryText.AndMore.With(names.Count - NamesShown)}" : shown;
    }

    private RenderFragment Numbers(int selected) => builder =>
    {
        foreach (var number in sheet!.Ledger.Revisions.Reverse().Select(r => r.Number))
        {
            builder.OpenElement(0, "option");
            builder.SetKey(number);
            builder.AddAttribute(1, "value", number);
            builder.AddAttribute(2, "selected", number == Math.Max(1, selected));
            builder.AddContent(3, HistoryText.RevisionOf.With(number));
            builder.CloseElement();
        }
    };

    private static Tone ToneOf(RevisionOrigin origin) => origin switch
    {
        RevisionOrigin.Catalogue or RevisionOrigin.Site => Tone.Neutral,
        RevisionOrigin.Published => Tone.Good,
        RevisionOrigin.Advised => Tone.Info,
        RevisionOrigin.AgainstAdvice => Tone.Danger,
    };

    private static Tone ToneOf(ProposalStatus status) => status switch
    {
        ProposalStatus.AwaitingOpinion => Tone.Warning,
        ProposalStatus.AdvisedAgainst or ProposalStatus.PublishedAgainstAdvice => Tone.Danger,
        ProposalStatus.Published => Tone.Info,
        ProposalStatus.Withdrawn or ProposalStatus.Lapsed => Tone.Neutral,
    };
}
