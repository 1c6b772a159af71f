using System.Globalization;
using System.Text;
using PrivacyPortal.DataMap;
using static PrivacyPortal.Tests.Fulfilment.MapOf;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>A random database: tables, references of every kind (null, dangling, in circles, declared or not), identities, people and things.</summary>
internal sealed class World
{
    private static readonly string[] Types = ["integer", "bigint", "text", "numeric(12)", "uuid"];
    private readonly Random random;
    private readonly bool postgres;

    /// <param name="postgres">Tables in two schemas, keys and references of several types, foreign keys that can wait and that cannot.</param>
    public World(int seed, bool postgres = false)
    {
        this.postgres = postgres;
        random = new Random(seed);
        // So that what is more than SQLite's changes nothing of what a seed means there.
        var more = new Random(seed);
        var count = random.Next(3, 7);
        for (var i = 0; i < count; i++)
            Tables.Add(new WorldTable((postgres && more.Next(3) == 0 ? "other." : "") + "t" + i.ToString(CultureInfo.InvariantCulture), i == 0 || random.Next(6) == 0 ? TableRole.People : random.Next(8) == 0 ? TableRole.Shared : TableRole.Ordinary, random.Next(3) == 0) { Type = postgres ? Types[more.Next(Types.Length)] : "INTEGER" });
        foreach (var from in Tables)
        {
            for (var n = random.Next(0, 4); n > 0; n--)
                from.Links.Add(new WorldLink("r" + from.Links.Count.ToString(CultureInfo.InvariantCulture), from, Tables[random.Next(count)], (ReferenceKind)random.Next(4), random.Next(2) == 0, random.Next(3)) { Deferrable = more.Next(2) == 0, Type = postgres ? Types[more.Next(Types.Length)] : "INTEGER" });
        }

        foreach (var table in Tables)
        {
            for (var id = random.Next(1, 6); id > 0; id--)
                table.Rows.Add(new WorldRow(table, id));
        }

        foreach (var row in Tables.SelectMany(t => t.Rows))
            Fill(row);
    }

    public List<WorldTable> Tables { get; } = [];

    public IEnumerable<WorldRow> Rows => Tables.SelectMany(t => t.Rows);

    /// <summary>People have an address each of their own; elsewhere an address is somebody's, a stranger's, or missing.</summary>
    private void Fill(WorldRow row)
    {
        row.Email = row.Table.Role == TableRole.People
            ? Address(row.Table, row.Id)
            : row.Table.HasEmail ? random.Next(4) switch { 0 => null, 1 => "stranger" + random.Next(3) + "@x.org", _ => Address(Tables[0], random.Next(1, 6)) } : null;
        foreach (var link in row.Table.Links)
        {
            var targets = link.To.Rows;
            row.Pointers[link] = random.Next(5) switch
            {
                0 => null,
                1 when !link.Declared => 99,
                _ => targets[random.Next(targets.Count)].Id,
            };
        }
    }

    public static string Address(WorldTable table, int id) => $"{table.Name}-{id}@x.org";

    public SourceMap Map() => MapOf.Tables([.. Tables.Select(t => new TableMap
    {
        Name = t.Name,
        Role = t.Role,
        Fields = t.HasEmail ? [Email(), Field("word", "content.message")] : [Field("word", "content.message")],
        References = [.. t.Links.Select(l => new ReferenceMap { Name = l.Name, Columns = [l.Name], Targets = [new ReferenceTarget { Table = l.To.Name, Kind = l.Kind }] })],
    })]);

    public string Sql()
    {
        var sql = new StringBuilder(postgres ? "CREATE SCHEMA other;" : "PRAGMA foreign_keys = OFF;");
        foreach (var table in Tables)
        {
            sql.Append("CREATE TABLE ").Append(table.Name).Append(" (id ").Append(table.Type).Append(" PRIMARY KEY, word TEXT");
            if (table.HasEmail)
                sql.Append(", email TEXT");
            foreach (var link in table.Links)
            {
                sql.Append(", ").Append(link.Name).Append(' ').Append(TypeOf(link));
                if (link.Declared && !postgres)
                    sql.Append(" REFERENCES ").Append(link.To.Name).Append(OnDelete(link));
            }

            sql.Append(");");
        }

        foreach (var row in Rows)
        {
            var values = new List<string> { Written(row.Table.Type, row.Id), $"'word {row.Table.Name} {row.Id}'" };
            if (row.Table.HasEmail)
                values.Add(row.Email is null ? "NULL" : $"'{row.Email}'");
            values.AddRange(row.Table.Links.Select(l => row.Pointers[l] is { } id ? Written(TypeOf(l), id, l.To.Type) : "NULL"));
            sql.Append("INSERT INTO ").Append(row.Table.Name).Append(" VALUES (").AppendJoin(", ", values).Append(");");
        }

        foreach (var link in postgres ? Tables.SelectMany(t => t.Links).Where(l => l.Declared) : [])
        {
            sql.Append("ALTER TABLE ").Append(link.From.Name).Append(" ADD FOREIGN KEY (").Append(link.Name).Append(") REFERENCES ").Append(link.To.Name)
                .Append(OnDelete(link)).Append(link.Deferrable ? " DEFERRABLE;" : ";");
        }

        return sql.ToString();
    }

    /// <summary>The key of a row, as the walk names it.</summary>
    public static string Key(WorldRow row) => row.Table.Type == "uuid" ? Uuid(row.Id) : row.Id.ToString(CultureInfo.InvariantCulture);

    private static string OnDelete(WorldLink link) => link.Rule switch { 0 => "", 1 => " ON DELETE CASCADE", _ => " ON DELETE SET NULL" };

    /// <summary>A foreign key has its target's type; any other reference may be a text or a number of its own, but a uuid is no number.</summary>
    private static string TypeOf(WorldLink link) => link.Declared || link.Type == "uuid" ? link.To.Type : link.To.Type == "uuid" ? "text" : link.Type;

    private static string Uuid(int id) => $"00000000-0000-0000-0000-{id:D12}";

    private static string Written(string type, int id, string? to = null) => type == "uuid" || to == "uuid" ? $"'{Uuid(id)}'" : type == "text" ? $"'{id}'" : id.ToString(CultureInfo.InvariantCulture);
}

internal sealed record WorldTable(string Name, TableRole Role, bool Mailed)
{
    public string Type { get; init; } = "INTEGER";

    public List<WorldLink> Links { get; } = [];

    public List<WorldRow> Rows { get; } = [];

    public bool HasEmail => Role == TableRole.People || (Role == TableRole.Ordinary && Mailed);

    public bool Equals(WorldTable? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}

internal sealed record WorldLink(string Name, WorldTable From, WorldTable To, ReferenceKind Declares, bool Declared, int Rule)
{
    public bool Deferrable { get; init; }

    public string Type { get; init; } = "INTEGER";

    /// <summary>To or from a shared table a reference says no more than that it mentions.</summary>
    public ReferenceKind Kind => From.Role == TableRole.Shared || To.Role == TableRole.Shared ? ReferenceKind.Mentions : Declares;
}

internal sealed class WorldRow(WorldTable table, int id)
{
    public WorldTable Table { get; } = table;

    public int Id { get; } = id;

    public string? Email { get; set; }

    public Dictionary<WorldLink, int?> Pointers { get; } = [];

    public IEnumerable<WorldRow> Points(ReferenceKind kind) =>
        Table.Links.Where(l => l.Kind == kind).SelectMany(Target);

    public IEnumerable<WorldRow> Target(WorldLink link) => Pointers[link] is { } id ? link.To.Rows.Where(r => r.Id == id) : [];

    public override string ToString() => $"{Table.Name} {World.Key(this)}";
}
