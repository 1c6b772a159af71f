using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Shell;
using PrivacyPortal.Vault;

var verb = Verb.Of(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = verb.Arguments, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.Services
    .AddPortalData(builder.Configuration)
    .AddVault()
    .AddAudit()
    .AddAccounts(builder.Configuration)
    .AddShell(builder.Configuration);

var app = builder.Build();
await app.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);

app.UseShell();
app.MapShell();
app.MapAccounts();
await app.RunAsync();
return 0;

/// <summary>The entry point, named for the tests' host.</summary>
public partial class Program;
