using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PrivacyPortal.Bench;

/// <summary>The published portal, serving, as one more node of an installation.</summary>
internal sealed class Node : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-node-");
    private readonly string address = $"http://127.0.0.1:{FreePort()}";
    private readonly Process process;

    public Node(string published, Installation portal)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [published, "--DataFolder", folder.FullName, "--urls", address, .. portal.Settings.Select(s => $"--{s.Key}={s.Value}")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PORTAL_MASTER_KEY"] = portal.MasterKey },
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, told) => Console.Error.Write(told.Data is null ? "" : told.Data + "\n");
        process.BeginErrorReadLine();
    }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public async Task ReadyAsync()
    {
        using var client = new HttpClient();
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"A node ended with {process.ExitCode}.");
            }

            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(address + "/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
