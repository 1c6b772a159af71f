using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Tests.Support;

/// <summary>The whole portal with its organisation set up.</summary>
public class OrganisedApp : PortalApp
{
    public static readonly OrganisationFacts Organisation = OrganisationFacts.Empty with
    {
        ControllerName = "Chinook SAS", Address = "1 rue du Port, Brest", DpoName = "Dora Dpo", DpoEmail = "dpo@chinook.example", AuthorityName = "CNIL",
    };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Assert.Null(await Services.GetRequiredService<OrganisationDesk>().KeepAsync(TestPortal.Admin, Organisation, 0, default));
    }
}
