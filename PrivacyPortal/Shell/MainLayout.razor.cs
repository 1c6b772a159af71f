using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PrivacyPortal.Shell;

public sealed partial class MainLayout
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.Utc;
    private ErrorBoundary? boundary;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    // What went wrong on one page is not shown on the next.
    protected override void OnParametersSet() => boundary?.Recover();
}
