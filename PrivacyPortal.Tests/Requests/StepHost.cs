using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Requests;

/// <summary>
/// The portal's steps in a process of their own, to be killed: <c>dotnet PrivacyPortal.Tests.dll FOLDER [POINT]</c>. Each life starts a search
/// and, when none is under way, approves an erasure; then it runs whatever is queued. Without a point it ends when nothing is left.
/// </summary>
internal static class StepHost
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["node", ..])
        {
            return await Providers.NodeHost.RunAsync(args[1], args[2], args[3]);
        }

        if (args.ElementAtOrDefault(1) is { Length: > 0 } point)
        {
            KillAt(point);
        }

        if (args[0] == CommandLine.Portal)
        {
            return (int)typeof(Program).Assembly.EntryPoint!.Invoke(null, [args[2..]])!;
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = [] });
        builder.Configuration["DataFolder"] = args[0];
        builder.Services.AddSingleton(TimeProvider.System).AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddPortalData(builder.Configuration).AddVault().AddAudit().AddReceipts().AddDataMap().AddRequests().AddRequestSteps(builder.Configuration);
        builder.Services.AddSingleton<SettingsQueries>().AddSingleton(Rules);
        using var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseStart>().RunAsync(default);
        await host.StartAsync();
        Console.WriteLine("ready");
        await SearchAsync(host.Services);
        while (await IsBusyAsync(host.Services) || await ApproveAsync(host.Services))
        {
            await Task.Delay(20);
        }

        await host.StopAsync();
        return 0;
    }

    public static readonly RequestRulesReader Rules = (_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", FourEyes: true));

    private static void KillAt(string point) => FaultPoint.Reached = name =>
    {
        if (name == point)
        {
            // SIGKILL: nothing is flushed, nothing is disposed.
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    };

    private static async Task SearchAsync(IServiceProvider services)
    {
        if (await FindAsync(services, r => r.Right == SubjectRight.Access && r.Status == RequestStatus.InReview) is { } found)
        {
            await services.GetRequiredService<RequestDesk>().SearchAsync(TestPortal.Dpo, found.Id, found.Version, default);
        }
    }

    private static async Task<bool> ApproveAsync(IServiceProvider services)
    {
        if (await FindAsync(services, r => r.Status == RequestStatus.AwaitingApproval) is not { } waiting)
        {
            return false;
        }

        await services.GetRequiredService<RequestDesk>().ApproveAsync(TestPortal.Deputy, waiting.Id, waiting.Version, default);
        return true;
    }

    private static async Task<SubjectRequest?> FindAsync(IServiceProvider services, System.Linq.Expressions.Expression<Func<SubjectRequest, bool>> which)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await db.Set<SubjectRequest>().AsNoTracking().Where(which).OrderBy(r => r.Number).FirstOrDefaultAsync();
    }

    private static async Task<bool> IsBusyAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await db.Set<RequestStep>().AnyAsync(s => s.State == StepState.Queued || s.State == StepState.Running);
    }
}
