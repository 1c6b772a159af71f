using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace PrivacyPortal.Tests.Support;

/// <summary>The whole portal on a real port of this machine, with a real browser to look at it. Share one per class: it takes a second to start.</summary>
public class PortalApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly Chromium chromium = new();

    public PortalApp() => UseKestrel(0);

    public ConcurrentQueue<string> Log { get; } = new();

    public string DataFolder => folder.Path;

    /// <summary>Without a slash at the end. By name, because cookies and passkeys want a host name.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>Settings beside the data folder.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    public virtual Task InitializeAsync()
    {
        StartServer();
        BaseUrl = ClientOptions.BaseAddress.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal).TrimEnd('/');
        return Task.CompletedTask;
    }

    /// <summary>A page of a browser of its own: no cookie is shared with another test.</summary>
    public Task<IPage> OpenAsync(string? theme = null, string language = "en-GB", int width = 1440, int height = 900) =>
        chromium.OpenAsync(BaseUrl, theme, language, width, height);

    async Task IAsyncLifetime.DisposeAsync()
    {
        await chromium.DisposeAsync();
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // UseSetting: Program reads the configuration before it builds the host.
        builder.UseSetting("DataFolder", folder.Path);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.AddProvider(new QueueLog(Log)));
    }

    private sealed class QueueLog(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
