using PrivacyPortal.DataMap;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>
/// The rules of the walk read naively: every person of every row, over all rows again and again until nothing changes, without batches,
/// caches or order. Slow and plain, to hold the real walk against.
/// </summary>
internal sealed class BruteForce
{
    private const string Unsure = "?";
    private readonly World world;
    private readonly WorldRow subject;
    private readonly Dictionary<WorldRow, HashSet<string>> persons;
    private readonly Dictionary<WorldRow, HashSet<string>> contents;

    public BruteForce(World world, WorldRow subject)
    {
        (this.world, this.subject) = (world, subject);
        persons = world.Rows.ToDictionary(r => r, _ => new HashSet<string>());
        contents = world.Rows.ToDictionary(r => r, _ => new HashSet<string>());
        UntilNothingChanges(Hear);
        foreach (var row in world.Rows.Where(r => Branch(r) == "owned" && persons[r].Count > 0 && Owning(r).Any(o => persons[o].Count == 0)).ToList())
            persons[row].Add("nobody beside");
        foreach (var row in world.Rows.Where(Disagrees).ToList())
            persons[row].Add(Unsure);
        UntilNothingChanges(Hear);
        Follow();
    }

    public SortedSet<string> Subjects { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Boths { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Others { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Context { get; } = new(StringComparer.Ordinal);

    private string Me => Person(subject);

    private static string Person(WorldRow row) => row.ToString();

    private static void UntilNothingChanges(Func<bool> round)
    {
        while (round())
        {
        }
    }

    private bool Hear()
    {
        var before = persons.Values.Sum(p => p.Count) + contents.Values.Sum(p => p.Count);
        foreach (var row in world.Rows)
        {
            persons[row].UnionWith(Says(row));
            contents[row].UnionWith(persons[row]);
            foreach (var inside in Inside(row))
            {
                if (Branch(inside) is "person" or "owner" or "identity" or "owned")
                    contents[row].UnionWith(persons[inside]);
                contents[row].UnionWith(IsContainer(inside) ? contents[inside] : []);
            }
        }

        return persons.Values.Sum(p => p.Count) + contents.Values.Sum(p => p.Count) > before;
    }

    private IEnumerable<string> Says(WorldRow row) => Branch(row) switch
    {
        "person" => Owners(row).Count == 0 ? [Person(row)] : Owners(row).SelectMany(o => persons[o]),
        "owner" => Owners(row).SelectMany(o => Branch(o) == "nothing" ? ["end of chain " + o] : persons[o]),
        "identity" => Carriers(row.Email!) is { Count: > 0 } people ? people.SelectMany(p => persons[p]) : [row.Email!],
        "owned" => Owning(row).SelectMany(o => persons[o]),
        "inside" => Innermost(row).SelectMany(c => contents[c]),
        "container" => contents[row],
        _ => [],
    };

    private string Branch(WorldRow row)
    {
        if (row.Table.Role == TableRole.Shared)
            return "nothing";
        if (row.Table.Role == TableRole.People)
            return "person";
        if (Owners(row).Count > 0)
            return "owner";
        if (row.Email is not null)
            return "identity";
        if (Owning(row).Any())
            return "owned";
        if (Innermost(row).Count > 0)
            return "inside";
        return IsContainer(row) ? "container" : "nothing";
    }

    /// <summary>Owners that lead somewhere: a circle leads nowhere, and a person's row belongs only to another person's.</summary>
    private static List<WorldRow> Owners(WorldRow row) => [.. Above(row).Where(LeadsSomewhere).Distinct()];

    private static IEnumerable<WorldRow> Above(WorldRow row) =>
        row.Points(ReferenceKind.OwnedBy).Where(o => row.Table.Role != TableRole.People || o.Table.Role == TableRole.People);

    private static bool LeadsSomewhere(WorldRow row)
    {
        var seen = new HashSet<WorldRow> { row };
        while (true)
        {
            if (seen.Any(r => !Above(r).Any()))
                return true;
            var count = seen.Count;
            seen.UnionWith(seen.SelectMany(Above).ToList());
            if (seen.Count == count)
                return false;
        }
    }

    private List<WorldRow> Carriers(string email) => [.. world.Rows.Where(r => r.Table.Role == TableRole.People && r.Email == email)];

    private IEnumerable<WorldRow> Pointing(WorldRow row, ReferenceKind kind) => world.Rows.Where(r => r.Points(kind).Contains(row));

    private IEnumerable<WorldRow> Owning(WorldRow row) => Pointing(row, ReferenceKind.Owns);

    private IEnumerable<WorldRow> Inside(WorldRow row) => Pointing(row, ReferenceKind.PartOf);

    private bool IsContainer(WorldRow row) => world.Tables.Any(t => t.Links.Any(l => l.Kind == ReferenceKind.PartOf && l.To == row.Table));

    private static List<WorldRow> Innermost(WorldRow row)
    {
        var all = row.Points(ReferenceKind.PartOf).Distinct().ToList();
        return [.. all.Where(c => !all.Any(o => o.Table != c.Table && Around(o.Table).Contains(c.Table) && !Around(c.Table).Contains(o.Table)))];
    }

    private static HashSet<WorldTable> Around(WorldTable table)
    {
        var around = table.Links.Where(l => l.Kind == ReferenceKind.PartOf).Select(l => l.To).ToHashSet();
        while (true)
        {
            var count = around.Count;
            around.UnionWith(around.SelectMany(t => t.Links.Where(l => l.Kind == ReferenceKind.PartOf).Select(l => l.To)).ToList());
            if (around.Count == count)
                return around;
        }
    }

    private bool Disagrees(WorldRow row)
    {
        if (Branch(row) != "owner" || row.Email is null)
            return false;
        var owners = persons[row].Where(p => p != Unsure).ToHashSet();
        var carriers = Carriers(row.Email).SelectMany(p => persons[p]).ToHashSet();
        return owners.SetEquals([Me]) ? carriers.Count > 0 && !carriers.Contains(Me) : !owners.Contains(Me) && carriers.SetEquals([Me]);
    }

    private void Follow()
    {
        var taken = new HashSet<WorldRow>();
        var open = new Queue<WorldRow>(world.Rows.Where(r => r.Email is not null && r.Email == subject.Email).Append(subject));
        while (open.TryDequeue(out var row))
        {
            if (!Take(row) || !taken.Add(row))
                continue;
            var next = Pointing(row, ReferenceKind.OwnedBy).Concat(Inside(row)).Concat(row.Points(ReferenceKind.Owns))
                .Concat(ContainersOf(row)).Concat(ContainersOf(row).SelectMany(Inside)).Concat(row.Points(ReferenceKind.Mentions));
            foreach (var other in next)
                open.Enqueue(other);
            foreach (var mentioned in row.Points(ReferenceKind.Mentions).Where(m => persons[m].Count == 0))
                Context.Add(mentioned.ToString());
        }
    }

    private static HashSet<WorldRow> ContainersOf(WorldRow row)
    {
        var around = row.Points(ReferenceKind.PartOf).ToHashSet();
        while (true)
        {
            var count = around.Count;
            around.UnionWith(around.SelectMany(c => c.Points(ReferenceKind.PartOf)).ToList());
            if (around.Count == count)
                return around;
        }
    }

    private bool Take(WorldRow row)
    {
        var whose = persons[row];
        if (whose.Contains(Unsure) || whose.Count == 0)
            return false;
        (whose.SetEquals([Me]) ? Subjects : whose.Contains(Me) ? Boths : Others).Add(row.ToString());
        return whose.Contains(Me);
    }
}
