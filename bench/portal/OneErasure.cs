using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Bench;

/// <summary>
/// One erasure after the other, from the letter to the signed receipt, by the doors and the steps of the product and with nobody thinking between;
/// by turns the same four questions to the same shop without a portal around them. What is left is the portal's own part.
/// </summary>
internal static class OneErasure
{
    private const int Warmup = 30;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static async Task MeasureAsync(int count)
    {
        var columns = new List<Dictionary<string, double>>();
        foreach (var provider in new[] { DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql })
        {
            columns.Add(await OnAsync(provider, count));
        }

        Console.WriteLine($"## One erasure, from the letter to the receipt\n\n| ms, p50 over {count} | portal on SQLite | portal on PostgreSQL |\n|---|--:|--:|");
        foreach (var part in columns[0].Keys)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {part} | {columns[0][part]:0.0} | {columns[1][part]:0.0} |"));
        }

        Console.WriteLine();
    }

    private static async Task<Dictionary<string, double>> OnAsync(DatabaseProvider provider, int count)
    {
        await using var shop = await Shop.NewAsync(2 * (count + Warmup) + 1000);
        await using var portal = await Installation.StartAsync(provider);
        var source = await Shop.AddAsync(portal, shop);
        var map = (await portal.Get<DataSourceQueries>().MappedAsync(default)).Single().Map;
        var alone = new SourceFulfilment(new PostgresConnector(Shop.AddressOf(shop)), map);
        var times = new Dictionary<string, List<double>>();
        for (var i = 1; i <= count + Warmup; i++)
        {
            var laps = await WholeAsync(portal, source, Shop.EmailOf(2 * i));
            var four = await AloneAsync(alone, Shop.EmailOf(2 * i + 1));
            if (i > Warmup)
            {
                var all = laps.Sum(lap => lap.Time);
                foreach (var (part, time) in laps.Append(("**all of it**", all)).Append(("of it the four questions to the source", four)).Append(("**the portal’s own part**", all - four)))
                {
                    (times.TryGetValue(part, out var list) ? list : times[part] = []).Add(time);
                }
            }
        }

        return times.ToDictionary(t => t.Key, t => t.Value.Order().ElementAt(t.Value.Count / 2));
    }

    private static async Task<List<(string Part, double Time)>> WholeAsync(Installation portal, Guid source, string email)
    {
        var (desk, laps, watch) = (portal.Get<RequestDesk>(), new List<(string, double)>(), Stopwatch.StartNew());
        void Lap(string part)
        {
            laps.Add((part, watch.Elapsed.TotalMilliseconds));
            watch.Restart();
        }

        var intake = new Intake([SubjectRight.Erasure], RequestChannel.Letter, "fr", new SubjectFile("A Customer", [new Identity(IdentityKinds.Email, email)]));
        var id = (await desk.ReceiveAsync(Installation.Dpo, intake, default)).Value![0].Id;
        Lap("received, its acknowledgement signed");
        Given.Do(await desk.ConfirmIdentityAsync(Installation.Dpo, id, await portal.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Given.Do(await desk.SearchAsync(Installation.Dpo, id, await portal.VersionAsync(id), default));
        Lap("identity confirmed, search queued");
        await RunAsync(portal);
        Lap("step: search");
        Given.Do(await desk.ReviewAsync(Installation.Dpo, id, await portal.VersionAsync(id), source, SourceReview.AsSuggested, default));
        Given.Do(await desk.PreflightAsync(Installation.Dpo, id, await portal.VersionAsync(id), default));
        Lap("reviewed, dry run queued");
        await RunAsync(portal);
        Lap("step: dry run");
        Given.Do(await desk.DecideAsync(Installation.Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));
        Lap("decided");
        await RunAsync(portal);
        Lap("steps: erase, verify, tell");
        Given.Do(await desk.AnswerAsync(Installation.Dpo, id, await portal.VersionAsync(id), new(RequestChannel.Letter, Today), default));
        Lap("answered, its receipt signed");
        return laps;
    }

    private static async Task<double> AloneAsync(SourceFulfilment source, string email)
    {
        var (request, watch) = (new WalkRequest([new Identity(IdentityKinds.Email, email)], []), Stopwatch.StartNew());
        await source.SearchAsync(request, default);
        var (order, preflight) = await source.PreflightErasureAsync(request, [], Today, default);
        var result = await source.ExecuteAsync(order, preflight, default);
        var proof = await source.VerifyAsync(order, wholeText: false, default);
        return result.Outcome == ExecutionOutcome.Done && proof.Passed ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{email} was not erased.");
    }

    /// <summary>What the scheduler does with what is queued, without its waking.</summary>
    private static async Task RunAsync(Installation portal)
    {
        var queue = portal.Get<StepQueue>();
        while (await queue.WaitingAsync(null, default) is { Count: > 0 } waiting)
        {
            foreach (var step in waiting)
            {
                if (await queue.ClaimAsync(step.Id, default) is { } ticket)
                {
                    var outcome = await portal.Get<StepWork>()(ticket, default);
                    _ = outcome.Cause is { } cause ? throw new InvalidOperationException($"{ticket.Phase}: {cause}.") : outcome;
                    await portal.Get<RequestDesk>().SettleAsync(ticket, outcome, default);
                }
            }
        }
    }
}
