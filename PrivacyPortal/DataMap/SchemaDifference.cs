using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>How a source differs from what it was when its map was confirmed.</summary>
public enum SchemaChangeKind
{
    TableAdded,
    TableGone,
    ColumnAdded,
    ColumnGone,
    ColumnChanged,
    KeyChanged,
    ReferenceAdded,
    ReferenceGone,
    TriggerAdded,
    TriggerGone,
}

/// <param name="Subject">The column, reference or trigger; null: the table.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, string Table, string? Subject = null, string? Before = null, string? After = null);

/// <summary>The difference between two readings of a source.</summary>
public static class SchemaDifference
{
    public static IReadOnlyList<SchemaChange> Between(SourceSchema before, SourceSchema after) =>
    [
        .. before.Tables.Where(t => after.Find(t.Name) is null).Select(t => new SchemaChange(SchemaChangeKind.TableGone, t.Name)),
        .. after.Tables.SelectMany(t => before.Find(t.Name) is { } old ? OfTable(old, t) : [new SchemaChange(SchemaChangeKind.TableAdded, t.Name)]),
    ];

    private static IEnumerable<SchemaChange> OfTable(SchemaTable old, SchemaTable now)
    {
        foreach (var column in old.Columns.Where(c => now.Find(c.Name) is null))
        {
            yield return new SchemaChange(SchemaChangeKind.ColumnGone, now.Name, column.Name);
        }

        foreach (var column in now.Columns)
        {
            if (old.Find(column.Name) is not { } was)
            {
                yield return new SchemaChange(SchemaChangeKind.ColumnAdded, now.Name, column.Name, After: Text(column));
            }
            else if (was != column)
            {
                yield return new SchemaChange(SchemaChangeKind.ColumnChanged, now.Name, column.Name, Text(was), Text(column));
            }
        }

        if (!old.Key.SequenceEqual(now.Key))
        {
            yield return new SchemaChange(SchemaChangeKind.KeyChanged, now.Name, null, string.Join(", ", old.Key), string.Join(", ", now.Key));
        }

        foreach (var change in Lost(old.References.Select(Text), now.References.Select(Text), SchemaChangeKind.ReferenceGone, SchemaChangeKind.ReferenceAdded)
            .Concat(Lost(old.Triggers, now.Triggers, SchemaChangeKind.TriggerGone, SchemaChangeKind.TriggerAdded)))
        {
            yield return change with { Table = now.Name };
        }
    }

    private static IEnumerable<SchemaChange> Lost(IEnumerable<string> old, IEnumerable<string> now, SchemaChangeKind gone, SchemaChangeKind added) =>
        old.Except(now).Select(name => new SchemaChange(gone, "", name)).Concat(now.Except(old).Select(name => new SchemaChange(added, "", name)));

    private static string Text(SchemaColumn column) =>
        string.Join(' ', new[] { column.DeclaredType, column.Nullable ? "" : "NOT NULL", column.Collation is { } c ? $"COLLATE {c}" : "", column.Generated ? "GENERATED" : "" }.Where(p => p.Length > 0));

    private static string Text(SchemaReference reference) =>
        $"{string.Join(", ", reference.Columns)} → {reference.Table} ({string.Join(", ", reference.TargetColumns)}), {MapWords.Of(reference.OnDelete)}";
}
