using System.Diagnostics;
using System.Globalization;
using PrivacyPortal.Bench;
using PrivacyPortal.Fulfilment;

// FulfilmentBench [CUSTOMERS [SUBJECTS]] | memory
if (args is ["memory"])
{
    await LargeSubject.MeasureAsync();
    return;
}

var many = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var subjects = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;
var on = DateOnly.FromDateTime(DateTime.UnixEpoch);
const int Few = 10_000;
const int Warmup = 200;

await Likeness.CheckAsync(Few);
var few = await MeasureAsync(Few);
var large = await MeasureAsync(many);

Console.WriteLine("## Erasing one subject\n");
Console.WriteLine($"| p50 over {subjects} subjects | portal, ms | by hand, ms | portal / by hand | rows |\n|---|--:|--:|--:|--:|");
foreach (var (customers, figures) in new[] { (Few, few), (many, large) })
{
    foreach (var phase in figures.Portal.Keys)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {customers:#,0} customers: {phase} | {figures.Portal[phase]:0.0} | {figures.ByHand[phase]:0.0} | {figures.Portal[phase] / figures.ByHand[phase]:0.0} × | {(phase == "all four" ? figures.Rows : 0):#,0;;} |"));
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| growth from {Few:#,0} to {many:#,0} | {large.Portal["all four"] / few.Portal["all four"]:0.00} × | {large.ByHand["all four"] / few.ByHand["all four"]:0.00} × | | |"));

using var memory = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Shop).Assembly.Location, "memory"]) { RedirectStandardOutput = true })!;
Console.WriteLine(await memory.StandardOutput.ReadToEndAsync());

async Task<(Dictionary<string, double> Portal, Dictionary<string, double> ByHand, long Rows)> MeasureAsync(int customers)
{
    var shop = await Shop.OfAsync(customers);
    await using var database = shop.Database;
    await using var connection = await Shop.OpenAsync(database);
    var byHand = new ByHand(connection);
    var chosen = new Random(1).GetItems(Enumerable.Range(1, customers).ToArray(), (subjects + Warmup) * 3).Distinct().Take((subjects + Warmup) * 2).Select(i => $"customer{i}@example.org").ToArray();
    var (portal, hand) = (new Dictionary<string, List<double>>(), new Dictionary<string, List<double>>());
    var rows = 0L;
    for (var i = 0; i < chosen.Length; i += 2)
    {
        var portalTimes = await PortalAsync(shop, chosen[i], r => rows += r);
        var handTimes = await HandAsync(byHand, chosen[i + 1]);
        if (i < Warmup * 2)
        {
            continue;
        }

        foreach (var (into, times) in new[] { (portal, portalTimes), (hand, handTimes) })
        {
            foreach (var (phase, time) in times.Append(("all four", times.Sum(t => t.Item2))))
            {
                (into.TryGetValue(phase, out var list) ? list : into[phase] = []).Add(time);
            }
        }
    }

    return (Medians(portal), Medians(hand), rows);
}

async Task<List<(string, double)>> PortalAsync(Shop shop, string email, Action<long> count)
{
    var door = shop.Fulfilment;
    var request = new WalkRequest([new Identity("email", email)], []);
    var watch = Stopwatch.StartNew();
    var times = new List<(string, double)>();
    void Lap(string phase)
    {
        times.Add((phase, watch.Elapsed.TotalMilliseconds));
        watch.Restart();
    }

    await door.SearchAsync(request, default);
    Lap("walk");
    var (order, preflight) = await door.PreflightErasureAsync(request, [], on, default);
    Lap("preflight");
    var result = await door.ExecuteAsync(order, preflight, default);
    Lap("erase");
    var proof = await door.VerifyAsync(order, wholeText: false, default);
    Lap("verify");
    count(result.Changes.Sum(c => c.Rows));
    return result.Outcome == ExecutionOutcome.Done && proof.Passed ? times : throw new InvalidOperationException($"{email} was not erased: {result.Outcome} {string.Join(' ', preflight.Failures)}.");
}

async Task<List<(string, double)>> HandAsync(ByHand byHand, string email)
{
    var watch = Stopwatch.StartNew();
    var times = new List<(string, double)>();
    void Lap(string phase)
    {
        times.Add((phase, watch.Elapsed.TotalMilliseconds));
        watch.Restart();
    }

    var rows = await byHand.WalkAsync(email);
    Lap("walk");
    var planned = await byHand.EraseAsync(rows["customer"][0], commit: false);
    Lap("preflight");
    var changed = await byHand.EraseAsync(rows["customer"][0], commit: true);
    Lap("erase");
    var proven = await byHand.VerifyAsync(email, rows);
    Lap("verify");
    return planned == changed && proven ? times : throw new InvalidOperationException($"{email} was not erased by hand.");
}

static Dictionary<string, double> Medians(Dictionary<string, List<double>> times) => times.ToDictionary(t => t.Key, t => t.Value.Order().ElementAt(t.Value.Count / 2));
