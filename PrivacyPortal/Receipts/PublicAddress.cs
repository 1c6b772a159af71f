using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PrivacyPortal.Receipts;

/// <summary>
/// Where the world reaches this portal, for what is printed: the setting <c>PublicUrl</c>, else the address that it listens on.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IServiceProvider services)
{
    /// <summary>Without the code's dashes, which are for eyes.</summary>
    public string CheckUrl(string code) => $"{Origin}/check?code={code.Replace("-", "", StringComparison.Ordinal)}";

    private string Origin => (configuration["PublicUrl"] is { Length: > 0 } configured ? configured : Listening ?? "http://localhost:5080").TrimEnd('/');

    // The command line's verbs run without a server.
    private string? Listening => services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        ?.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
}
