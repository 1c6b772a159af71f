using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Bench;

/// <summary>What a process of its own needs for one customer with 200,000 rows.</summary>
internal static class LargeSubject
{
    private const int Customers = 1000;
    private const int Events = 200_000;

    public static async Task MeasureAsync()
    {
        var shop = await Shop.OfAsync(Customers);
        await using var database = shop.Database;
        await database.RunAsync($"INSERT INTO event SELECT {Customers} + i, 7, 'page ' || i, jsonb_build_object('ip', '192.0.2.1', 'text', repeat('what was looked at ', 20)) FROM generate_series(1, {Events}) i; ANALYZE event");
        Console.WriteLine("## A subject with 200,000 rows\n\n| | s | peak memory of the whole process until then, MB |\n|---|--:|--:|");
        var request = new WalkRequest([new Identity("email", "customer7@example.org")], []);
        var watch = Stopwatch.StartNew();
        void Tell(string what)
        {
            using var process = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {watch.Elapsed.TotalSeconds:0.0} | {process.PeakWorkingSet64 / 1048576.0:0} |"));
            watch.Restart();
        }

        Tell("started, and the shop made");
        var found = await shop.Fulfilment.SearchAsync(request, default);
        Tell(string.Create(CultureInfo.InvariantCulture, $"{found.Rows:#,0} rows found"));
        var bytes = 0L;
        await foreach (var row in shop.Fulfilment.ReadAsync(found, AccessPlan.Suggest(found), default))
        {
            bytes += JsonSerializer.SerializeToUtf8Bytes(row).Length;
        }

        Tell(string.Create(CultureInfo.InvariantCulture, $"exported, {bytes / 1048576.0:0} MB of JSON"));
        var (order, preflight) = await shop.Fulfilment.PreflightErasureAsync(request, [], DateOnly.FromDateTime(DateTime.UnixEpoch), default);
        Tell("dry run of the erasure");
        var result = await shop.Fulfilment.ExecuteAsync(order, preflight, default);
        var proof = await shop.Fulfilment.VerifyAsync(order, wholeText: false, default);
        Tell(result.Outcome == ExecutionOutcome.Done && proof.Passed ? "erased and verified" : throw new InvalidOperationException($"Not erased: {result.Outcome}."));
    }
}
