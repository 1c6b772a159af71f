using PrivacyPortal.Accounts;
using PrivacyPortal.Api;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Receipts;
using PrivacyPortal.Reports;
using PrivacyPortal.Requests;
using PrivacyPortal.Retention;
using PrivacyPortal.Safekeeping;
using PrivacyPortal.Settings;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Shell;

/// <summary>Every slice of the portal, in the order of the layers.</summary>
public static class Slices
{
    public static IServiceCollection AddSlices(this IServiceCollection services, IConfiguration configuration) => services
        .AddPortalData(configuration)
        .AddApi(configuration)
        .AddVault()
        .AddAudit()
        .AddReceipts()
        .AddSettings()
        .AddDataMap()
        .AddRequests()
        .AddReports()
        .AddSafekeeping()
        .AddRequestSteps(configuration)
        .AddRetention()
        .AddShell(configuration)
        // After the shell, whose circuits bring a session of their own that never asks again.
        .AddAccounts(configuration);

    public static void MapSlices(this WebApplication app)
    {
        app.MapShell();
        app.MapApiDocument();
        app.MapAccounts();
        app.MapAudit();
        app.MapReceipts();
        app.MapSettings();
        app.MapDataSources();
        app.MapRequests();
        app.MapReports();
    }
}
