using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using PrivacyPortal.Tests.House;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Demo;

/// <summary>The demo as a visitor of the project starts it: a process of its own, with a data folder of its own.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    private const string AnyPort = "http://127.0.0.1:0";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly TempFolder folder = new();
    private readonly Chromium chromium = new();
    private Process? process;

    /// <summary>What the process wrote on its console.</summary>
    public ConcurrentQueue<string> Console { get; } = new();

    public string DataFolder => folder.Path;

    public string BaseUrl { get; private set; } = "";

    /// <summary>Who may sign in, with their links.</summary>
    public IReadOnlyDictionary<string, string> Links { get; private set; } = new Dictionary<string, string>();

    /// <summary>An API key of each role.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; private set; } = new Dictionary<string, string>();

    public Task InitializeAsync() => StartAsync();

    public async Task StartAsync()
    {
        var clock = Stopwatch.StartNew();
        process = Process.Start(Command(DataFolder))!;
        process.OutputDataReceived += (_, line) => Console.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => Console.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var file = Path.Combine(DataFolder, "demo.json");
        File.Delete(file);
        while (!File.Exists(file))
        {
            if (process.HasExited || clock.Elapsed > Patience)
            {
                throw new InvalidOperationException("The demo did not start:" + Environment.NewLine + string.Join(Environment.NewLine, Console));
            }

            await Task.Delay(50);
        }

        var read = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await File.ReadAllTextAsync(file))!;
        Keys = read["apiKeys"].Deserialize<Dictionary<string, string>>()!;
        Links = read.Where(link => link.Value.ValueKind == JsonValueKind.String).ToDictionary(link => link.Key, link => link.Value.GetString()!);
        BaseUrl = new Uri(Links["dpo"]).GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Ends the process at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A page of this person's, signed in; of nobody's when <paramref name="who"/> is null.</summary>
    public async Task<IPage> OpenAsync(string? who, string? theme = null, string language = "en-GB", int width = 1440, int height = 900)
    {
        var page = await chromium.OpenAsync(BaseUrl, theme, language, width, height);
        if (who is not null)
        {
            await page.GotoAsync(Links[who]);
        }

        return page;
    }

    /// <summary>The exit code and the console of a demo that does not start.</summary>
    public static async Task<(int Code, string Text)> TryAsync(string dataFolder, string urls = AnyPort)
    {
        using var process = Process.Start(Command(dataFolder, urls))!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        if (process is not null)
        {
            await KillAsync();
        }

        folder.Dispose();
    }

    private static ProcessStartInfo Command(string dataFolder, string urls = AnyPort) => new("dotnet")
    {
        ArgumentList = { Program, "demo", "--DataFolder", dataFolder, "--urls", urls },
        WorkingDirectory = dataFolder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    };

    private static string Program
    {
        get
        {
            // The tests' own output holds a copy, but only the portal's has its static files' manifest beside it.
            var output = Path.GetRelativePath(Path.Combine(Repository.Root, "PrivacyPortal.Tests", "bin"), AppContext.BaseDirectory);
            return Path.Combine(Repository.Root, "PrivacyPortal", "bin", output, "PrivacyPortal.dll");
        }
    }
}

/// <summary>One demo for all tests that only look at it or leave the rest of it as it was.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoPortal>
{
    public const string Name = "demo";
}
