using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace PrivacyPortal.Bench;

/// <summary>The same page by pdfkit and by Chromium.</summary>
internal static class Others
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static Figure Pdfkit(Page page, int count, string modules)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, JsonSerializer.Serialize(page, Web));
        try
        {
            var script = Path.Combine(AppContext.BaseDirectory, "pdfkit.mjs");
            using var node = Process.Start(new ProcessStartInfo("node", [script, file, count.ToString(CultureInfo.InvariantCulture), modules]) { RedirectStandardOutput = true })!;
            return JsonSerializer.Deserialize<Figure>(node.StandardOutput.ReadToEnd(), Web)!;
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static async Task<Figure> ChromiumAsync(Page page, int count)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--allow-file-access-from-files"],
        });
        var tab = await browser.NewPageAsync();
        var file = Path.Combine(Path.GetTempPath(), $"receipt-{Guid.NewGuid():N}.html");
        async Task<int> PrintAsync(int number)
        {
            await File.WriteAllTextAsync(file, page.Html(number));
            await tab.GotoAsync("file://" + file);
            return (await tab.PdfAsync(new() { Format = "A4", PrintBackground = true, Tagged = true })).Length;
        }

        for (var i = 0; i < 10; i++)
        {
            await PrintAsync(i);
        }

        var (cpu, watch, bytes) = (ChromiumCpu(), Stopwatch.StartNew(), 0);
        for (var i = 0; i < count; i++)
        {
            bytes = await PrintAsync(i);
        }

        var figure = new Figure(watch.Elapsed.TotalMilliseconds / count, (ChromiumCpu() - cpu) / count, bytes);
        File.Delete(file);
        return figure;
    }

    /// <summary>Milliseconds of CPU of all processes of the browser that this process started.</summary>
    private static double ChromiumCpu()
    {
        const double MillisecondsPerTick = 10;
        var processes = new Dictionary<int, (int Parent, string Name, double Cpu)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var rest = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                var ticks = long.Parse(rest[11], CultureInfo.InvariantCulture) + long.Parse(rest[12], CultureInfo.InvariantCulture);
                processes[int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)] = (int.Parse(rest[1], CultureInfo.InvariantCulture), stat, ticks * MillisecondsPerTick);
            }
            catch (IOException)
            {
                // It ended while we looked.
            }
        }

        bool IsOurs(int id) => id == Environment.ProcessId || (processes.TryGetValue(id, out var p) && IsOurs(p.Parent));
        return processes.Where(p => p.Value.Name.Contains("chrom", StringComparison.Ordinal) && IsOurs(p.Key)).Sum(p => p.Value.Cpu);
    }
}
