using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;

namespace PrivacyPortal.Settings;

/// <summary>Who the controller is. The administrator is led here until it is complete.</summary>
public sealed partial class OrganisationPage
{
    private OrganisationForm? form;
    private int version;
    private bool firstRun;
    private bool saved;
    private Refusal? refusal;

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private OrganisationQueries Queries { get; set; } = default!;

    [Inject]
    private OrganisationDesk Desk { get; set; } = default!;

    /// <summary>Those of the countries offered, and whatever is kept.</summary>
    private IEnumerable<string> Zones => Countries.All.Select(c => c.TimeZone).Append(form!.TimeZone).Distinct().Order(StringComparer.Ordinal);

    protected override async Task OnInitializedAsync()
    {
        var sheet = await Queries.CurrentAsync(CancellationToken.None);
        (form, version, firstRun) = (OrganisationForm.Of(sheet.Facts), sheet.Version, !sheet.IsComplete);
    }

    private async Task SaveAsync()
    {
        refusal = await Desk.KeepAsync(Actor.From((await State).User), form!.Facts(), version, CancellationToken.None);
        saved = refusal is null;
        if (saved)
        {
            version = (await Queries.CurrentAsync(CancellationToken.None)).Version;
            firstRun = false;
        }
    }
}
