using System.Collections.Concurrent;

namespace PrivacyPortal.Connectors.Http;

/// <summary>Spreads the calls to one address over time, whoever in this process makes them.</summary>
internal sealed class HttpTurns
{
    private static readonly ConcurrentDictionary<string, HttpTurns> Known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private DateTimeOffset next;

    public static HttpTurns Of(Uri address) => Known.GetOrAdd(address.GetLeftPart(UriPartial.Authority), _ => new HttpTurns());

    public async Task WaitAsync(int? perMinute, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (perMinute is not { } rate)
            return;
        TimeSpan wait;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var turn = next > now ? next : now;
            next = turn + TimeSpan.FromMinutes(1.0 / rate);
            wait = turn - now;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
    }
}
