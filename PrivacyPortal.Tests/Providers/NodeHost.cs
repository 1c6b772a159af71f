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
/// One node of several in a process of its own: <c>dotnet PrivacyPortal.Tests.dll node FOLDER CONNECTION [FAULT]</c>. The fault is
/// <c>kill@POINT:N</c> or <c>stop@POINT:N</c>, what the process does to itself when it passes that fault point for the Nth time.
/// </summary>
internal static partial class NodeHost
{
    private const int Kill = 9;
    private const int Stop = 19;

    public static async Task<int> RunAsync(string folder, string connection, string fault)
    {
        if (fault.Length > 0)
        {
            Arm(fault);
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

    private static void Arm(string fault)
    {
        var parts = fault.Split('@', ':');
        var (signal, point, left) = (parts[0] == "kill" ? Kill : Stop, parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture));
        FaultPoint.Reached = name =>
        {
            if (name == point && Interlocked.Decrement(ref left) == 0)
            {
                Console.WriteLine(parts[0]);
                Signal(Environment.ProcessId, signal);
            }
        };
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    internal static partial int Signal(int process, int signal);
}
