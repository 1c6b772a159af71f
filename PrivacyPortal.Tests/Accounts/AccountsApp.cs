using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Accounts;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Accounts;

/// <summary>The portal with its console listened to, and forms that many tests may send.</summary>
public sealed partial class AccountsApp : PortalApp
{
    private readonly ConcurrentQueue<string> console = new();

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Accounts:PostsPerMinute", "1000")];

    /// <summary>The token of the set-up link, once it is printed.</summary>
    public async Task<string> SetUpTokenAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (console.Select(line => Token().Match(line)).FirstOrDefault(m => m.Success) is { } match)
            {
                return match.Groups[1].Value;
            }

            await Task.Delay(50, patience.Token);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<ConsoleLine>(console.Enqueue));
    }

    [GeneratedRegex(@"/setup\?token=(\S+)")]
    private static partial Regex Token();
}
