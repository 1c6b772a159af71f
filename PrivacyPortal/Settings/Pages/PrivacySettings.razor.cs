using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>
/// The privacy settings, in one scope at a time. Everybody on the staff sees them; an administrator edits a draft here.
/// </summary>
public sealed partial class PrivacySettings : IDisposable
{
    private SettingsSheet? sheet;
    private SettingsScope scope = SettingsScope.Organisation;
    private Actor actor = Actor.Anonymous;
    private Refusal? refusal;
    private string? refusedKey;
    private string? done;
    private IDisposable? subscription;

    [SupplyParameterFromQuery]
    private string? Site { get; set; }

    [SupplyParameterFromQuery]
    private string? Country { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private SettingsQueries Queries { get; set; } = default!;

    [Inject]
    private SettingsDesk Desk { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    /// <summary>A few sites are tabs; many are a list to choose from.</summary>
    private bool SitesAsTabs => sheet!.Sites.Count(s => s.Open) <= 5;

    /// <summary>The address names a site or a country that there is not: a link from before, or mistyped.</summary>
    private bool ScopeUnknown => scope.IsOrganisation && (Site is { Length: > 0 } || Country is { Length: > 0 });

    private bool CanEdit => actor.May(Permission.ManageSettings);

    /// <summary>Countries that have a rule, are to have one, or are looked at.</summary>
    private IEnumerable<string> RuleCountries => sheet!.Drafted.CountriesWithRules.Concat(sheet.Ledger.Settled.CountriesWithRules)
        .Append(scope.Country ?? "").Where(Countries.Knows).Distinct().Order(StringComparer.Ordinal);

    private string ScopeHelp => scope.Country is { } country ? SettingsPageText.CountryHelp.With(Countries.NameOf(country))
        : sheet!.Sites.FirstOrDefault(s => s.Id == scope.Site) is { } site ? SettingsPageText.SiteHelp.With(site.Domain, Countries.NameOf(site.Country))
        : SettingsPageText.OrganisationHelp;

    private IEnumerable<IGrouping<SettingGroup, SettingView>> Groups =>
        SettingCatalogue.All.Where(scope.Shows).Select(setting => SettingView.Of(sheet!, scope, setting)).GroupBy(view => view.Setting.Group);

    public void Dispose() => subscription?.Dispose();

    protected override void OnInitialized() => subscription = Feed.Subscribe(change =>
    {
        if (change.Concerns(SettingsDesk.Feed) || change.Concerns(OrganisationDesk.Feed))
        {
            _ = InvokeAsync(async () =>
            {
                await ReloadAsync();
                StateHasChanged();
            });
        }
    });

    protected override async Task OnParametersSetAsync()
    {
        actor = Actor.From((await State).User);
        await ReloadAsync();
        scope = Country is { } country && Countries.Knows(country) ? new SettingsScope(null, country)
            : Guid.TryParse(Site, CultureInfo.InvariantCulture, out var site) && sheet?.Sites.Any(s => s.Id == site) == true ? new SettingsScope(site, null)
            : SettingsScope.Organisation;
    }

    private async Task ReloadAsync()
    {
        var reply = await Queries.SheetAsync(actor, CancellationToken.None);
        sheet = reply.Value ?? sheet;
        (refusal, refusedKey) = (reply.Refusal, null);
    }

    private async Task EditAsync(SettingEdit edit)
    {
        var declined = await Desk.EditAsync(actor, edit.Slot, edit.Value, edit.Evidence, CancellationToken.None);
        done = null;
        await ReloadAsync();
        (refusal, refusedKey) = (declined, declined is null ? null : edit.Slot.Key);
    }

    private async Task RebaseAsync(int onto)
    {
        var declined = await Desk.RebaseAsync(actor, onto, CancellationToken.None);
        await ReloadAsync();
        refusal = declined;
    }

    private async Task EndedAsync(string? inWords)
    {
        done = inWords;
        await ReloadAsync();
    }

    private void Open(string scopeKind, ChangeEventArgs e)
    {
        if (e.Value is string { Length: > 0 } chosen)
        {
            Nav.NavigateTo($"/settings?{scopeKind}={chosen}");
        }
    }
}
