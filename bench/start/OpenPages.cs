using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Playwright;

namespace PrivacyPortal.Bench;

/// <summary>The managed memory that each open page holds in the published portal, read by the gauge after full collections.</summary>
internal static class OpenPages
{
    private const int Count = 20;

    public static async Task MeasureAsync(string portal, string gauge, string folder)
    {
        var (address, port) = ($"http://localhost:{Started.FreePort()}", Started.FreePort());
        using var process = Process.Start(new ProcessStartInfo("dotnet", [portal, "demo", "--DataFolder", folder, "--urls", address])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_STARTUP_HOOKS"] = gauge, ["GAUGE_PORT"] = port.ToString(CultureInfo.InvariantCulture) },
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        try
        {
            var file = Path.Combine(folder, "demo.json");
            while (!File.Exists(file))
            {
                await Task.Delay(50);
            }

            using var links = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            await MeasureAsync(address, role => links.RootElement.GetProperty(role).GetString()!, () => HeldAsync(port));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task MeasureAsync(string address, Func<string, string> link, Func<Task<long>> held)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        Console.WriteLine($"## Open pages\n\n| {Count} open at once, after a full collection | KB held by each |\n|---|--:|");
        foreach (var (name, role, path) in new[]
        {
            ("overview", "dpo", "/"), ("requests", "dpo", "/requests"), ("one request", "dpo", null), ("privacy settings", "administrator", "/settings"),
            ("data sources", "administrator", "/sources"), ("audit log", "auditor", "/audit"),
        })
        {
            await using var context = await browser.NewContextAsync(new() { BaseURL = address });
            var tab = await context.NewPageAsync();
            await tab.GotoAsync(link(role));
            var page = path ?? await FirstRequestAsync(tab);

            // The first one compiles what all of them share.
            await OpenAsync(tab, page);
            var before = await held();
            for (var i = 0; i < Count; i++)
            {
                await OpenAsync(await context.NewPageAsync(), page);
            }

            var each = (await held() - before) / 1024.0 / Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {each:#,0} |"));
        }

        Console.WriteLine();
    }

    private static async Task<string> FirstRequestAsync(IPage tab)
    {
        await tab.GotoAsync("/requests");
        return (await tab.Locator("main a[href*='/requests/DSR']").First.GetAttributeAsync("href"))!;
    }

    private static async Task OpenAsync(IPage tab, string page)
    {
        await tab.GotoAsync(page);
        await tab.Locator("main[data-interactive]").WaitForAsync();
    }

    private static async Task<long> HeldAsync(int port)
    {
        using var client = new TcpClient("127.0.0.1", port);
        using var reader = new StreamReader(client.GetStream());
        return long.Parse(await reader.ReadToEndAsync(), CultureInfo.InvariantCulture);
    }
}
