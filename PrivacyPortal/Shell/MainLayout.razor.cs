using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Shell;

public sealed partial class MainLayout
{
    private TimeZoneInfo zone = TimeZoneInfo.Utc;
    private ErrorBoundary? boundary;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    [Inject]
    private OrganisationQueries Organisation { get; set; } = default!;

    protected override async Task OnInitializedAsync() => zone = (await Organisation.CurrentAsync(CancellationToken.None)).Facts.Zone;

    // What went wrong on one page is not shown on the next.
    protected override void OnParametersSet() => boundary?.Recover();
}
