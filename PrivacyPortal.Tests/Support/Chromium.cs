using Microsoft.Playwright;

namespace PrivacyPortal.Tests.Support;

/// <summary>A real browser, started when it is first asked for.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--disable-dev-shm-usage",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> started = new(StartAsync);

    /// <summary>A page of a context of its own: no cookie is shared with another.</summary>
    public async Task<IPage> OpenAsync(string baseUrl, string? theme = null, string language = "en-GB", int width = 1440, int height = 900)
    {
        var (_, browser) = await started.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = baseUrl, Locale = language, ViewportSize = new() { Width = width, Height = height },
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            var (playwright, browser) = await started.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Headless = true, Args = Switches,
        }));
    }
}
