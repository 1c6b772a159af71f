using System.Diagnostics;
using PrivacyPortal.Tests.Requests;

namespace PrivacyPortal.Tests.Support;

/// <summary>The portal's real command line in a process of its own, which may be killed at a fault point.</summary>
internal static class CommandLine
{
    /// <summary>What <see cref="StepHost"/> is told to be.</summary>
    public const string Portal = "portal";

    /// <summary>Much longer than any of it takes: for a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="point">Where the process kills itself; empty: nowhere.</param>
    public static async Task<(int Code, string Said)> RunAsync(IEnumerable<string> arguments, string point = "", params (string Name, string Value)[] environment)
    {
        using var process = Start(arguments, point, environment);
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        return (process.ExitCode, await said + await complained);
    }

    public static Process Start(IEnumerable<string> arguments, string point = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(StepHost).Assembly.Location, Portal, point, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcServer"] = "0", ["LANG"] = "en_GB.UTF-8" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
