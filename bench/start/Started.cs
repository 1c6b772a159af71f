using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PrivacyPortal.Bench;

/// <summary>What a process took until it answered.</summary>
/// <param name="Seconds">From its start.</param>
/// <param name="Cpu">Seconds of CPU until then.</param>
/// <param name="Megabytes">Its resident memory then.</param>
internal sealed record Started(double Seconds, double Cpu, double Megabytes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Starts it and asks for the page until it is there.</summary>
    public static async Task<Started> PageAsync(string[] command, string page)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        return await MeasureAsync([.. command, "--urls", address], async () =>
        {
            try
            {
                using var answer = await client.GetAsync(page);
                return answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
    }

    /// <summary>Starts it and waits until it has written the file.</summary>
    public static Task<Started> FileAsync(string[] command, string file) =>
        MeasureAsync([.. command, "--urls", $"http://127.0.0.1:{FreePort()}"], () => Task.FromResult(File.Exists(file)));

    public static Started Median(List<Started> runs) => new(
        Middle(runs.Select(r => r.Seconds)), Middle(runs.Select(r => r.Cpu)), Middle(runs.Select(r => r.Megabytes)));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double Middle(IEnumerable<double> figures) => figures.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    private static async Task<Started> MeasureAsync(string[] command, Func<Task<bool>> isThere)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", command) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!await isThere())
            {
                if (process.HasExited || watch.Elapsed > Patience)
                {
                    throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{command[0]} did not answer within {watch.Elapsed.TotalSeconds:0} s."));
                }

                await Task.Delay(5);
            }

            process.Refresh();
            return new(watch.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds, process.WorkingSet64 / 1048576.0);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }
}
