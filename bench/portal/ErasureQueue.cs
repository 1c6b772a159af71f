using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Bench;

/// <summary>
/// Many erasures queued at once and worked off by one node and by two: first all searches, then all preflights, then all that follows the decision.
/// What a DPO does between is done here, while no node runs.
/// </summary>
internal static class ErasureQueue
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private static readonly (string Name, int Steps, Func<Installation, Guid, Guid, Task> Queue)[] Phases =
    [
        ("search", 1, async (portal, request, _) =>
        {
            var desk = portal.Get<RequestDesk>();
            Given.Do(await desk.ConfirmIdentityAsync(Installation.Dpo, request, await portal.VersionAsync(request), IdentityProof.Certain, "Known.", default));
            Given.Do(await desk.SearchAsync(Installation.Dpo, request, await portal.VersionAsync(request), default));
        }),
        ("preflight", 1, async (portal, request, source) =>
        {
            var desk = portal.Get<RequestDesk>();
            Given.Do(await desk.ReviewAsync(Installation.Dpo, request, await portal.VersionAsync(request), source, SourceReview.AsSuggested, default));
            Given.Do(await desk.PreflightAsync(Installation.Dpo, request, await portal.VersionAsync(request), default));
        }),
        ("erase, verify, close the plan", 3, async (portal, request, _) =>
            Given.Do(await portal.Get<RequestDesk>().DecideAsync(Installation.Dpo, request, await portal.VersionAsync(request), DecisionKind.Grant, [], null, default))),
    ];

    public static async Task MeasureAsync(string published, int count)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"## Queue\n\n| {count:#,0} erasures queued | nodes | requests a minute | of one node's | cores, portal | cores, PostgreSQL | writers’ lock held | writers waiting |\n|---|--:|--:|--:|--:|--:|--:|--:|"));
        var one = await WorkOffAsync(published, count, nodes: 1, null);
        await WorkOffAsync(published, count, nodes: 2, one);
        Console.WriteLine();
    }

    /// <summary>Requests a minute in each phase, and in all.</summary>
    private static async Task<List<double>> WorkOffAsync(string published, int count, int nodes, List<double>? one)
    {
        await using var shop = await Shop.NewAsync(count + 1000);
        await using var portal = await Installation.StartAsync(DatabaseProvider.PostgreSql);
        var source = await Shop.AddAsync(portal, shop);
        var requests = new List<Guid>();
        for (var i = 1; i <= count; i++)
        {
            var intake = new Intake([SubjectRight.Erasure], RequestChannel.Letter, "fr", new SubjectFile("A Customer", [new Identity(IdentityKinds.Email, Shop.EmailOf(i))]));
            requests.Add((await portal.Get<RequestDesk>().ReceiveAsync(Installation.Dpo, intake, default)).Value![0].Id);
        }

        var (rates, done) = (new List<double>(), 0);
        foreach (var (name, steps, queue) in Phases)
        {
            foreach (var request in requests)
            {
                await queue(portal, request, source);
            }

            var load = await RunAsync(published, portal, nodes, done += steps * count, steps);
            rates.Add(load.Rate);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {nodes} | {load.Rate:#,0} | {load.Rate / (one?[rates.Count - 1] ?? load.Rate):0.0} × | {load.Nodes:0.0} | {load.Postgres:0.0} | {load.Held:0 %} | {load.Waiting:0.0} |"));
        }

        await CheckAsync(portal, shop, count);
        rates.Add(1 / rates.Sum(rate => 1 / rate));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all of it | {nodes} | {rates[^1]:#,0} | {rates[^1] / (one?[^1] ?? rates[^1]):0.0} × | | | | |"));
        return rates;
    }

    /// <summary>Counted from when all nodes serve, so that their start is no part of it.</summary>
    private static async Task<Worked> RunAsync(string published, Installation portal, int nodes, int until, int steps)
    {
        var running = Enumerable.Range(0, nodes).Select(_ => new Node(published, portal)).ToList();
        try
        {
            await Task.WhenAll(running.Select(node => node.ReadyAsync()));
            var (load, from) = (new Load(portal.Database!, running), await DoneAsync(portal));
            int done;
            while ((done = await DoneAsync(portal)) < until)
            {
                await load.SampleAsync();
                await Task.Delay(Glance);
            }

            return load.Read((double)(done - from) / steps);
        }
        finally
        {
            running.ForEach(node => node.Dispose());
        }
    }

    private static async Task<int> DoneAsync(Installation portal)
    {
        await using var db = portal.Db();
        return await db.Set<RequestStep>().AnyAsync(s => s.State == StepState.NeedsAttention)
            ? throw new InvalidOperationException("A step needs somebody's attention.")
            : await db.Set<RequestStep>().CountAsync(s => s.State == StepState.Done);
    }

    /// <summary>All are proven, and nothing of them is left.</summary>
    private static async Task CheckAsync(Installation portal, Tests.Support.PostgresDatabase shop, int count)
    {
        await using var db = portal.Db();
        await using var source = new Npgsql.NpgsqlConnection(shop.ConnectionString);
        await source.OpenAsync();
        await using var left = new Npgsql.NpgsqlCommand(FormattableString.Invariant($"SELECT count(*) FROM customer WHERE id <= {count}"), source);
        if (await db.Set<SubjectRequest>().CountAsync(r => r.Status == RequestStatus.Answering) != count || (long)(await left.ExecuteScalarAsync())! != 0)
        {
            throw new InvalidOperationException("Not all were erased.");
        }
    }
}
