using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PrivacyPortal.Receipts;

/// <summary>
/// Where the world reaches this portal, for what is printed: the setting <c>PublicUrl</c>, else the address that it listens on or, before
/// it does, is told to listen on.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IServiceProvider services)
{
    /// <summary>Kestrel's own when nothing is said.</summary>
    private const string Default = "http://localhost:5000";

    private string Origin => (configuration["PublicUrl"] is { Length: > 0 } configured ? configured : Local(Listening ?? Told ?? Default)).TrimEnd('/');

    // The command line's verbs run without a server.
    private string? Listening => services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();

    private string? Told => configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    /// <summary>Without the code's dashes, which are for eyes.</summary>
    public string CheckUrl(string code) => $"{Origin}/check?code={code.Replace("-", "", StringComparison.Ordinal)}";

    /// <summary>An address that means all of the machine's is none to go to.</summary>
    private static string Local(string address) => address.Replace("[::]", "localhost", StringComparison.Ordinal)
        .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);
}
