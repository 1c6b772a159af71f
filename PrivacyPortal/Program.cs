using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Demo;
using PrivacyPortal.Receipts;
using PrivacyPortal.Reports;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Shell;
using PrivacyPortal.Vault;

var verb = Verb.Of(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = verb.Arguments, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
var demo = verb.Name == DemoVerb.Name;
if (demo)
{
    DemoVerb.ChooseFolder(builder.Configuration);
}

if (verb.Name == VerifyVerb.Name)
{
    return verb.Operand is ["audit", ..]
        ? await AuditVerb.RunAsync(verb.Operand.ElementAtOrDefault(1), builder.Configuration, Console.Out, CancellationToken.None)
        : VerifyVerb.Run(verb.Operand, builder.Configuration["DataFolder"] ?? "./data", Console.Out);
}

builder.Services
    .AddPortalData(builder.Configuration)
    .AddVault()
    .AddAudit()
    .AddReceipts()
    .AddSettings()
    .AddDataMap()
    .AddRequests()
    .AddReports()
    .AddRequestSteps(builder.Configuration)
    .AddShell(builder.Configuration)
    // After the shell, whose circuits bring a session of their own that never asks again.
    .AddAccounts(builder.Configuration);

if (demo)
{
    builder.Services.AddDemo();
}

var app = builder.Build();
if (demo && !await app.PrepareAsync(CancellationToken.None))
{
    return 1;
}

await app.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);

app.UseShell();
app.MapShell();
app.MapDataSources();
app.MapAccounts();
app.MapAudit();
app.MapReceipts();
app.MapSettings();
app.MapReports();
app.MapRequests();
if (demo)
{
    app.MapDemo();
}

await app.RunAsync();
return 0;

/// <summary>The entry point, named for the tests' host.</summary>
public partial class Program;
