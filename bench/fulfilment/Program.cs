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
var (few, large) = await MeasureAsync(many);

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

// Both sizes are there at once and take turns, subject by subject: what the machine does meanwhile falls on all four columns alike.
async Task<(Measured Few, Measured Large)> MeasureAsync(int many)
{
    var sizes = new[] { await Sized.OfAsync(Few, (subjects + Warmup) * 2), await Sized.OfAsync(many, (subjects + Warmup) * 2) };
    try
    {
        for (var i = 0; i < (subjects + Warmup) * 2; i += 2)
        {
            foreach (var size in sizes)
            {
                var portal = await PortalAsync(size.Shop, size.Chosen[i], r => size.Rows += r);
                var hand = await HandAsync(size.ByHand, size.Chosen[i + 1]);
                if (i >= Warmup * 2)
                {
                    size.Note(portal, hand);
                }
            }
        }

        return (sizes[0].Read(), sizes[1].Read());
    }
    finally
    {
        foreach (var size in sizes)
        {
            await size.DisposeAsync();
        }
    }
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
