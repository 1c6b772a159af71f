using System.Net;
using System.Net.Sockets;
using PrivacyPortal.Data;

namespace PrivacyPortal.Shell;

/// <summary>
/// The addresses of the setting <c>urls</c>, tried before the portal makes anything: where another program listens, the person at the console
/// is told so and how to say another address, instead of a stack trace after a company was invented.
/// </summary>
public static class ListenAddress
{
    private const string Default = "http://localhost:5000";

    /// <exception cref="StartRefusedException">One of the addresses is taken, or not for this user to listen at.</exception>
    public static void EnsureFree(IConfiguration configuration)
    {
        // Whoever says it in another way has left `urls`; a fault of theirs is told when the server starts.
        if (configuration.GetSection("Kestrel:Endpoints").Exists() || (configuration["urls"] is null && (configuration["http_ports"] ?? configuration["https_ports"]) is not null))
        {
            return;
        }

        foreach (var url in (configuration["urls"] ?? Default).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = Parse(url);
            if (!address.IsUnixPipe && !address.IsNamedPipe && address.Port > 0)
            {
                Try(url, address);
            }
        }
    }

    /// <summary>The same for what the server says itself, when another was quicker.</summary>
    public static StartRefusedException Taken(IOException fault) => new(ShellText.CannotListen.With(fault.Message), fault);

    private static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException fault)
        {
            throw new StartRefusedException(ShellText.CannotListen.With(fault.Message), fault);
        }
    }

    private static void Try(string url, BindingAddress address)
    {
        var place = address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.TryParse(address.Host.Trim('[', ']'), out var named) ? named : IPAddress.Any;
        try
        {
            using var listener = new TcpListener(place, address.Port);
            listener.Start();
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StartRefusedException(ShellText.AddressTaken.With(url), fault);
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AccessDenied or SocketError.AddressNotAvailable)
        {
            throw new StartRefusedException(ShellText.CannotListen.With($"{url}: {fault.Message}"), fault);
        }
    }
}
