using System.Globalization;
using Npgsql;

namespace PrivacyPortal.Bench;

/// <summary>Medians by phase, in milliseconds, and how many rows were erased.</summary>
internal sealed record Measured(IReadOnlyDictionary<string, double> Portal, IReadOnlyDictionary<string, double> ByHand, long Rows);

/// <summary>A shop of one size, whom it is asked about, and how long each took.</summary>
internal sealed class Sized(Shop shop, NpgsqlConnection connection, IReadOnlyList<string> chosen) : IAsyncDisposable
{
    private readonly Dictionary<string, List<double>> portal = [];
    private readonly Dictionary<string, List<double>> byHand = [];

    public Shop Shop => shop;

    public ByHand ByHand { get; } = new(connection);

    public IReadOnlyList<string> Chosen => chosen;

    public long Rows { get; set; }

    public static async Task<Sized> OfAsync(int customers, int count)
    {
        var shop = await Shop.OfAsync(customers);
        var chosen = new Random(1).GetItems(Enumerable.Range(1, customers).ToArray(), count * 2).Distinct().Take(count).Select(i => string.Create(CultureInfo.InvariantCulture, $"customer{i}@example.org"));
        return new Sized(shop, await Shop.OpenAsync(shop.Database), [.. chosen]);
    }

    public void Note(List<(string, double)> portalTimes, List<(string, double)> handTimes)
    {
        foreach (var (into, times) in new[] { (portal, portalTimes), (byHand, handTimes) })
        {
            foreach (var (phase, time) in times.Append(("all four", times.Sum(t => t.Item2))))
            {
                (into.TryGetValue(phase, out var list) ? list : into[phase] = []).Add(time);
            }
        }
    }

    public Measured Read() => new(Medians(portal), Medians(byHand), Rows);

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await shop.Database.DisposeAsync();
    }

    private static Dictionary<string, double> Medians(Dictionary<string, List<double>> times) => times.ToDictionary(t => t.Key, t => t.Value.Order().ElementAt(t.Value.Count / 2));
}
