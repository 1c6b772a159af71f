using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Requests;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Providers;

/// <summary>
/// One node of several in a process of its own: <c>dotnet PrivacyPortal.Tests.dll node FOLDER CONNECTION [POINT:N]</c>. It freezes itself
/// (SIGSTOP) when it passes that fault point for the Nth time.
/// </summary>
internal static partial class NodeHost
{
    private const int Stop = 19;

    public static async Task<int> RunAsync(string folder, string connection, string freeze)
    {
        if (freeze.Length > 0)
        {
            Arm(freeze);
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { Args = [] });
        builder.Configuration["DataFolder"] = folder;
        builder.Configuration["Database:Provider"] = nameof(DatabaseProvider.PostgreSql);
        builder.Configuration["Database:ConnectionString"] = connection;
        builder.Services.AddSingleton(TimeProvider.System).AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddPortalData(builder.Configuration).AddVault().AddAudit().AddReceipts().AddDataMap().AddRequests().AddRequestSteps(builder.Configuration);
        builder.Services.AddSingleton<SettingsQueries>().AddSingleton(StepHost.Rules);
        using var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseStart>().RunAsync(default);
        await host.StartAsync();
        Console.WriteLine("ready");

        // Until the test closes the pipe, or worse.
        await Console.In.ReadToEndAsync();
        await host.StopAsync();
        return 0;
    }

    private static void Arm(string freeze)
    {
        var parts = freeze.Split(':');
        var (point, left) = (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
        FaultPoint.Reached = name =>
        {
            if (name == point && Interlocked.Decrement(ref left) == 0)
            {
                Console.WriteLine("frozen");
                _ = Signal(Environment.ProcessId, Stop);
            }
        };
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    internal static partial int Signal(int process, int signal);
}
