using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// A line for the person at the console, and for nobody else: it may carry a link that opens the portal, which has no place in a log.
/// </summary>
public delegate void ConsoleLine(string line);

/// <summary>
/// While there is no user, a link printed on the console lets whoever started the portal become its first administrator. The token lives
/// only in memory, as a hash, and dies when it is used or the process ends. There is no default password.
/// </summary>
public sealed class FirstRun(IDbContextFactory<PortalDbContext> contexts, IServer server, ConsoleLine console)
{
    private string? hash;

    /// <summary>Prints the link if there is nobody yet. The server must be listening, its address is part of the link.</summary>
    public async Task AnnounceAsync(CancellationToken ct)
    {
        if (await OpenAsync(ct) is not { } token)
        {
            return;
        }

        console($"{Environment.NewLine}{AccountText.FirstRun.En}{Environment.NewLine}{AccountText.FirstRun.Fr}{Environment.NewLine}{Environment.NewLine}    {Address()}/setup?token={token}{Environment.NewLine}");
    }

    /// <summary>The token that sets up the first administrator, good until it is used or asked for again; null when there is somebody already.</summary>
    public async Task<string?> OpenAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await AccountQueries.AnyUserAsync(db, ct))
        {
            return null;
        }

        var token = OneTimeToken.Create();
        hash = OneTimeToken.HashOf(token);
        return token;
    }

    /// <summary>Where a browser on this machine reaches the portal.</summary>
    public string Address()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return address.Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal).TrimEnd('/');
    }

    internal bool Accepts(string? token) => hash is { } expected && OneTimeToken.Matches(token, expected);

    internal void Close() => hash = null;
}
