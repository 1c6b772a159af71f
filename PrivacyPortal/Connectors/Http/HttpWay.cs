using System.Net;
using System.Net.Sockets;

namespace PrivacyPortal.Connectors.Http;

/// <summary>
/// The way out to other hosts. What is judged is the address that is connected to, so a name that resolves to something else the next time
/// (DNS rebinding) leads nowhere. No proxy, no cookies, no redirects.
/// </summary>
internal static class HttpWay
{
    private static readonly IPNetwork[] Never = [IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fd00:ec2::/32"), IPNetwork.Parse("100.100.100.200/32"), IPNetwork.Parse("168.63.129.16/32"), IPNetwork.Parse("192.0.0.192/32")];

    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/127", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly HttpClient Public = Client(allowPrivate: false);
    private static readonly HttpClient Anywhere = Client(allowPrivate: true);

    public static HttpClient To(bool allowPrivate) => allowPrivate ? Anywhere : Public;

    /// <summary>Whether the portal may connect there. Link-local addresses and the metadata services of hosting providers are never a source.</summary>
    public static bool Admits(IPAddress address, bool allowPrivate)
    {
        var plain = Embedded(address);
        return !Never.Any(n => n.Contains(plain)) && (allowPrivate || !IsPrivate(plain));
    }

    private static bool IsPrivate(IPAddress plain) => Private.Any(n => n.Contains(plain));

    /// <summary>An IPv4 address written as IPv6 is that address, mapped, compatible or through NAT64.</summary>
    private static IPAddress Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var compatible = bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0 && (bytes[12] | bytes[13] | bytes[14]) != 0;
        var nat64 = bytes.AsSpan(0, 12).SequenceEqual<byte>([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]);
        return compatible || nat64 ? new IPAddress(bytes.AsSpan(12)) : new IPAddress(bytes);
    }

    private static HttpClient Client(bool allowPrivate) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxConnectionsPerServer = 4,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        MaxResponseHeadersLength = 64,
        ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, allowPrivate, context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps, ct),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool allowPrivate, bool inTheClear, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, cancellationToken);
        var admitted = addresses.Where(a => Admits(a, allowPrivate)).ToArray();
        if (admitted.Length == 0 && addresses.Length > 0)
            throw new SourceException(SourceFailure.PrivateAddress);
        // Without encryption no secret leaves the private network, whatever a name resolves to.
        if (inTheClear && (admitted = [.. admitted.Where(a => IsPrivate(Embedded(a)))]).Length == 0 && addresses.Length > 0)
            throw new SourceException(SourceFailure.Tls);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(admitted, to.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
