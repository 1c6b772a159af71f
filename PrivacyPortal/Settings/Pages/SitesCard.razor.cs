using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>The sites of the organisation, to look at and to keep.</summary>
public sealed partial class SitesCard
{
    private IReadOnlyList<SiteRow>? sites;
    private SiteRow? editing;
    private bool open;
    private bool closing;
    private Refusal? refusal;
    private Text? notice;
    private string name = "";
    private string domain = "";
    private string country = "FR";
    private string language = "fr";
    private string reason = "";

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private OrganisationQueries Queries { get; set; } = default!;

    [Inject]
    private OrganisationDesk Desk { get; set; } = default!;

    protected override async Task OnInitializedAsync() => sites = await Queries.SitesAsync(CancellationToken.None);

    private async Task Add()
    {
        var organisation = (await Queries.CurrentAsync(CancellationToken.None)).Facts;
        Begin(null, "", "", organisation.Country, organisation.Language);
    }

    private void Change(SiteRow site) => Begin(site, site.Name, site.Domain, site.Country, site.Language);

    private void Begin(SiteRow? site, string itsName, string itsDomain, string itsCountry, string itsLanguage)
    {
        (editing, name, domain, country, language, reason) = (site, itsName, itsDomain, itsCountry, itsLanguage, "");
        (open, closing, refusal, notice) = (true, false, null, null);
    }

    private async Task SaveAsync()
    {
        var actor = Actor.From((await State).User);
        var facts = new SiteFacts(name, domain, country, language);
        if (editing is { } site)
        {
            var reply = await Desk.ChangeSiteAsync(actor, site.Id, facts, reason, site.Version, CancellationToken.None);
            notice = reply.Value?.Proposal is null ? null : OrganisationText.SiteWaits;
            await EndAsync(reply.Refusal);
        }
        else
        {
            await EndAsync((await Desk.AddSiteAsync(actor, facts, CancellationToken.None)).Refusal);
        }
    }

    private async Task CloseAsync() =>
        await EndAsync(await Desk.CloseSiteAsync(Actor.From((await State).User), editing!.Id, editing.Version, CancellationToken.None));

    private async Task EndAsync(Refusal? declined)
    {
        refusal = declined;
        if (declined is null)
        {
            open = false;
            sites = await Queries.SitesAsync(CancellationToken.None);
        }
    }
}
