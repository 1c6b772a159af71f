using System.Globalization;
using PrivacyPortal.Bench;

var data = Directory.CreateTempSubdirectory("start-bench-");
try
{
    await MeasureAsync(args[0], data.FullName);
}
finally
{
    data.Delete(recursive: true);
}

static async Task MeasureAsync(string published, string data)
{
    const int Runs = 7;
    string Of(string app, string name) => Path.Combine(published, app, name);
    string[] Portal(string folder) => [Of("portal", "PrivacyPortal.dll"), "--DataFolder", folder];
    var used = Path.Combine(data, "used");
    await Started.PageAsync(Portal(used), "/sign-in");

    // Side by side: each round starts all of them.
    var (bare, warm, first) = (new List<Started>(), new List<Started>(), new List<Started>());
    for (var i = 0; i < Runs; i++)
    {
        bare.Add(await Started.PageAsync([Of("bare", "Bare.dll")], "/"));
        warm.Add(await Started.PageAsync(Portal(used), "/sign-in"));
        first.Add(await Started.PageAsync(Portal(Path.Combine(data, "new" + i)), "/sign-in"));
    }

    var demos = new List<Started>();
    for (var i = 0; i < 3; i++)
    {
        var folder = Path.Combine(data, "demo" + i);
        demos.Add(await Started.FileAsync([Of("portal", "PrivacyPortal.dll"), "demo", "--DataFolder", folder], Path.Combine(folder, "demo.json")));
    }

    var floor = Started.Median(bare);
    Console.WriteLine($"## Start\n\n| published build, median of {Runs}, demo of {demos.Count} | s to the first page | s CPU | MB | of an empty ASP.NET Core |\n|---|--:|--:|--:|--:|");
    foreach (var (name, runs) in new[] { ("an empty ASP.NET Core application", bare), ("portal, its data folder in use", warm), ("portal, its first run", first), ("demo, company invented, links ready", demos) })
    {
        var (seconds, cpu, megabytes) = Started.Median(runs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {seconds:0.00} | {cpu:0.00} | {megabytes:0} | {seconds / floor.Seconds:0.0} × |"));
    }

    Console.WriteLine();
    await OpenPages.MeasureAsync(Of("portal", "PrivacyPortal.dll"), Of("gauge", "Gauge.dll"), Path.Combine(data, "pages"));
}
