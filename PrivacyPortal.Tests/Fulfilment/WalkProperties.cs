using FsCheck;
using FsCheck.Fluent;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>On random databases: access shows exactly what a naive reading of the rules shows, and erasing one subject harms nobody.</summary>
public sealed class WalkProperties
{
    [Fact]
    public void Access_shows_exactly_what_a_naive_reading_of_the_rules_shows() => ForWorlds(150, postgres: false, async (world, subject) =>
    {
        using var file = new SourceFile(world.Sql());
        await AccessAsync(file, world, subject);
    });

    [Fact]
    public void Erasing_one_subject_changes_nothing_of_another_and_leaves_nothing_to_find() => ForWorlds(60, postgres: false, async (world, subject) =>
    {
        using var file = new SourceFile(world.Sql());
        await ErasureAsync(file, world, subject);
        Assert.Empty(file.Rows("PRAGMA foreign_key_check"));
    });

    [Fact]
    public void On_PostgreSQL_both_hold_too() => ForWorlds(50, postgres: true, async (world, subject) =>
    {
        using var source = new PostgresSource(world.Sql());
        await AccessAsync(source, world, subject);
        await ErasureAsync(source, world, subject);
    });

    private static async Task AccessAsync(TestSource file, World world, WorldRow subject)
    {
        var expected = new BruteForce(world, subject);
        var found = await file.SearchAsync(world.Map(), "email:" + subject.Email!.ToUpperInvariant());
        Assert.Equal(expected.Subjects, Rows(found, Verdict.Subject));
        Assert.Equal(expected.Boths, Rows(found, Verdict.Both));
        Assert.Equal(expected.Context, Rows(found, Verdict.Context));
        Assert.Equal(expected.Others.Count, found.ThirdParties.Sum(t => t.Rows));
    }

    private static async Task ErasureAsync(TestSource file, World world, WorldRow subject)
    {
        var map = world.Map();
        var request = Searched.Asking("email:" + subject.Email);
        var order = await file.OrderAsync(map, request);
        var before = Everything(file, world);
        var preflight = await file.Fulfilment(map).PreflightAsync(order, default);
        Assert.Equal(before, Everything(file, world));
        if (preflight.Failures.Any(f => f.Cause == PreflightCause.Ambiguous))
            return;

        await file.EraseAsync(map, request);
        var theirs = order.Plan.Steps.Where(s => s.Action != ErasureAction.Leave).SelectMany(s => s.Rows.Select(r => s.Table + " " + r)).ToHashSet();
        var after = Everything(file, world);
        Assert.Equal(before.Where(r => !theirs.Contains(r.Key)), after.Where(r => !theirs.Contains(r.Key)));
        Assert.DoesNotContain(after.Where(r => theirs.Contains(r.Key)), r => r.Value.Contains("word", StringComparison.Ordinal) || r.Value.Contains('@', StringComparison.Ordinal));
        Assert.DoesNotContain((await file.SearchAsync(map, "email:" + subject.Email)).Findings, f => f.Verdict == Verdict.Subject);
    }

    private static void ForWorlds(int count, bool postgres, Func<World, WorldRow, Task> check) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var world = new World(seed, postgres);
            var people = world.Rows.Where(r => r.Email is not null && r.Table.Role == PrivacyPortal.DataMap.TableRole.People && !r.Table.Links.Any(l => l.Kind == PrivacyPortal.DataMap.ReferenceKind.OwnedBy)).ToList();
            if (people.Count > 0)
                check(world, people[seed % people.Count]).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true));

    private static SortedSet<string> Rows(WalkResult found, Verdict verdict) =>
        new(found.Findings.Where(f => f.Verdict == verdict).SelectMany(f => f.Rows.Select(r => f.Table + " " + r)), StringComparer.Ordinal);

    private static SortedDictionary<string, string> Everything(TestSource file, World world)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in world.Tables)
        {
            foreach (var row in file.Rows($"SELECT * FROM {table.Name}"))
                rows[$"{table.Name} {row.Split(" | ")[0].Trim('\'')}"] = row;
        }

        return rows;
    }
}
