using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Bench;

/// <summary>Sixteen who write to the portal's database at once, each one thing after the other, through the product's own doors.</summary>
internal static class Writers
{
    private const int Count = 16;

    private static int number;

    private static readonly (string Name, Func<Installation, int, Task> Write)[] Writes =
    [
        ("an entry of the audit log", async (portal, _) =>
        {
            await using var db = portal.Db();
            await portal.Get<AuditLog>().SaveAsync(db, default, new AuditFact(Installation.Dpo, "bench", "written", "bench"));
        }),
        ("a request received, its acknowledgement signed", async (portal, number) =>
        {
            var subject = new SubjectFile("A Customer", [new Identity(IdentityKinds.Email, string.Create(CultureInfo.InvariantCulture, $"customer{number}@example.org"))]);
            var received = await portal.Get<RequestDesk>().ReceiveAsync(Installation.Dpo, new Intake([SubjectRight.Erasure], RequestChannel.Letter, "fr", subject), default);
            _ = received.Value ?? throw new InvalidOperationException($"Not received: {received.Refusal}.");
        }),
    ];

    public static async Task MeasureAsync(TimeSpan time)
    {
        await using var sqlite = await Installation.StartAsync(DatabaseProvider.Sqlite);
        await using var postgres = await Installation.StartAsync(DatabaseProvider.PostgreSql);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"## Portal database\n\n| {Count} writers, {time.TotalSeconds:0} s each | | writes a second | ms, median | worst stall, ms | of SQLite's writes |\n|---|---|--:|--:|--:|--:|"));
        foreach (var (name, write) in Writes)
        {
            var floor = 0.0;
            foreach (var (database, portal) in new[] { ("SQLite", sqlite), ("PostgreSQL", postgres) })
            {
                await WriteAsync(portal, write, time / 5);
                var times = await WriteAsync(portal, write, time);
                var (rate, sorted) = (times.Count / time.TotalSeconds, times.Order().ToList());
                floor = floor == 0 ? rate : floor;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {name} | {database} | {rate:#,0} | {sorted[sorted.Count / 2]:0.0} | {sorted[^1]:0} | {rate / floor:0.0} × |"));
            }
        }

        Console.WriteLine();
    }

    /// <summary>How long each write took its writer, the wait for the others included.</summary>
    private static async Task<ConcurrentBag<double>> WriteAsync(Installation portal, Func<Installation, int, Task> write, TimeSpan time)
    {
        var (times, whole) = (new ConcurrentBag<double>(), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(async () =>
        {
            while (whole.Elapsed < time)
            {
                var watch = Stopwatch.StartNew();
                await write(portal, Interlocked.Increment(ref number));
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        })));
        return times;
    }
}
