using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>Holds a map against the schema it speaks of: what it does not cover, what is gone, what an erasure would stumble over.</summary>
public sealed class MapCheck
{
    private readonly SourceMap map;
    private readonly SourceSchema schema;
    private readonly List<MapWarning> warnings = [];

    private MapCheck(SourceMap map, SourceSchema schema) => (this.map, this.schema) = (map, schema);

    /// <summary>In the order of the schema's tables; empty if the map is complete.</summary>
    public static IReadOnlyList<MapWarning> Of(SourceMap map, SourceSchema schema) => new MapCheck(map, schema).Run();

    /// <summary>True for what makes a map contradict the source or itself: such a map cannot be confirmed.</summary>
    public static bool Contradicts(MapGap gap) => gap switch
    {
        MapGap.TableGone or MapGap.ColumnGone or MapGap.ReferenceTargetGone or MapGap.PolymorphicIncomplete or MapGap.OfUnknownReference
            or MapGap.SharedTableOwned or MapGap.KeepIncomplete or MapGap.ReplacementMissing or MapGap.StatementUnfit => true,
        MapGap.TableNotMapped or MapGap.ColumnNotMapped or MapGap.ReferenceTargetNotUnique or MapGap.ReferenceNotMapped or MapGap.ReferenceNotIndexed or MapGap.IdentityNotIndexed or MapGap.Unreadable or MapGap.RowsHidden or MapGap.Unreachable
            or MapGap.MustNotBeEmpty or MapGap.CannotBeWritten or MapGap.NoKey or MapGap.ViewMapped or MapGap.ForeignTable or MapGap.SchemaDrifted or MapGap.Article15Incomplete => false,
    };

    /// <summary>A column, or the column that a value inside JSON (<c>payload$.contact.id</c>) is in.</summary>
    internal static SchemaColumn? Column(SchemaTable table, string written)
    {
        var dollar = written.IndexOf("$.", StringComparison.Ordinal);
        return table.Find(written) ?? (dollar > 0 ? table.Find(written[..dollar]) : null);
    }

    private List<MapWarning> Run()
    {
        if (map.SchemaFingerprint.Length > 0 && map.SchemaFingerprint != schema.Fingerprint())
        {
            Add(MapGap.SchemaDrifted, null);
        }

        foreach (var table in schema.Tables)
        {
            if (map.Find(table.Name) is { } mapped)
            {
                Check(mapped, table);
            }
            else if (table.Kind == TableKind.Table)
            {
                Add(MapGap.TableNotMapped, table.Name);
            }
            else if (table.Foreign)
            {
                Add(MapGap.ForeignTable, table.Name);
            }
        }

        foreach (var gone in map.Tables.Where(t => schema.Find(t.Name) is null))
        {
            Add(MapGap.TableGone, gone.Name);
        }

        CheckReach();
        return warnings;
    }

    private void Check(TableMap table, SchemaTable source)
    {
        if (table.Role == TableRole.Ignored)
        {
            return;
        }

        if (source.Kind == TableKind.View)
        {
            Add(MapGap.ViewMapped, table.Name);
        }
        else if (source.Key.Count == 0 && table.Role != TableRole.Shared)
        {
            Add(MapGap.NoKey, table.Name);
        }

        if (source.Unreadable)
        {
            Add(MapGap.Unreadable, table.Name);
        }

        if (source.RowsHidden)
        {
            Add(MapGap.RowsHidden, table.Name);
        }

        table.References.ToList().ForEach(r => CheckReference(table, source, r));
        table.Fields.ToList().ForEach(f => CheckField(table, source, f));
        var covered = table.Fields.Select(f => f.Name.Split('$')[0]).Concat(table.References.SelectMany(r => r.Columns.Append(r.TypeColumn ?? "")).Select(c => c.Split('$')[0])).ToHashSet();
        if (table.Role != TableRole.Shared)
        {
            foreach (var column in source.Columns.Where(c => !c.RowNumber && !source.Key.Contains(c.Name) && !covered.Contains(c.Name)))
            {
                Add(MapGap.ColumnNotMapped, table.Name, column.Name);
            }

            if (Article15.Missing(table).Count > 0)
            {
                Add(MapGap.Article15Incomplete, table.Name);
            }
        }

        foreach (var declared in source.References.Where(d => !table.References.Any(r => r.Columns.SequenceEqual(d.Columns) && r.Targets.Any(t => t.Table == d.Table))))
        {
            Add(MapGap.ReferenceNotMapped, table.Name, $"{string.Join(", ", declared.Columns)} → {declared.Table}");
        }

        if (table.Statement is { } statement && source.Find(statement) is var taking
            && (taking is not { IsFreeText: true, Nullable: true, Generated: false } || source.Key.Contains(statement) || table.Find(statement)?.Category is null))
        {
            Add(taking is null ? MapGap.ColumnGone : MapGap.StatementUnfit, table.Name, statement);
        }

        if (table.OnErasure == RowErasure.Keep && !Complete(table.Keep))
        {
            Add(MapGap.KeepIncomplete, table.Name);
        }
    }

    private void CheckReference(TableMap table, SchemaTable source, ReferenceMap reference)
    {
        foreach (var gone in reference.Columns.Append(reference.TypeColumn).OfType<string>().Where(c => Column(source, c) is null))
        {
            Add(MapGap.ColumnGone, table.Name, gone);
        }

        if (reference.Targets.Count != 1 && reference.TypeColumn is null || (reference.TypeColumn is not null && (reference.Targets.Count == 0 || reference.Targets.Any(t => string.IsNullOrEmpty(t.When)))))
        {
            Add(MapGap.PolymorphicIncomplete, table.Name, reference.Name);
        }

        foreach (var target in reference.Targets)
        {
            if (schema.Find(target.Table) is not { } pointed || target.Columns.Any(c => pointed.Find(c) is null))
            {
                Add(MapGap.ReferenceTargetGone, table.Name, reference.Name);
            }
            else if (target.Columns.Count > 0 && !pointed.UniqueKeys.Any(u => u.Count == target.Columns.Count && u.All(target.Columns.Contains)))
            {
                Add(MapGap.ReferenceTargetNotUnique, table.Name, reference.Name);
            }

            if (target.Kind != ReferenceKind.Mentions && (table.Role == TableRole.Shared || map.Find(target.Table)?.Role == TableRole.Shared))
            {
                Add(MapGap.SharedTableOwned, table.Name, reference.Name);
            }
        }

        var followed = reference.Declared || reference.Targets.Any(t => t.Kind != ReferenceKind.Mentions);
        if (followed && reference.Targets.Any(t => map.Find(t.Table)?.Role is TableRole.People or TableRole.Ordinary) && reference.Columns.All(c => source.Find(c) is not null) && !source.Indexed(reference.Columns)
            && (reference.TypeColumn is null || !source.Indexed([.. reference.Columns, reference.TypeColumn])))
        {
            AddScan(MapGap.ReferenceNotIndexed, source, [.. reference.Columns.Select(c => new ColumnPath(c))], Comparison.Exact);
        }
    }

    private void CheckField(TableMap table, SchemaTable source, FieldMap field)
    {
        if (Column(source, field.Name) is not { } column)
        {
            Add(MapGap.ColumnGone, table.Name, field.Name);
            return;
        }

        if (field is { Identity: { } kind, Of: null } && Path(source, field.Name) is var path && IndexAdvice.Scans(schema.Kind, source, path, IdentityKinds.ComparisonOf(kind)))
        {
            AddScan(MapGap.IdentityNotIndexed, source, [path], IdentityKinds.ComparisonOf(kind));
        }

        if (field.Of is { } of && table.References.All(r => r.Name != of))
        {
            Add(MapGap.OfUnknownReference, table.Name, field.Name);
        }

        if (field.OnErasure is FieldErasure.Keep or FieldErasure.Pseudonymise && !Complete(field.Keep))
        {
            Add(MapGap.KeepIncomplete, table.Name, field.Name);
        }

        if (field.OnErasure == FieldErasure.Replace && field.Replacement is null)
        {
            Add(MapGap.ReplacementMissing, table.Name, field.Name);
        }

        var action = field.OnErasure ?? (field.Personal ? FieldErasure.Clear : FieldErasure.Keep);
        if (action == FieldErasure.Keep || table.Role == TableRole.Shared || !MayStay(table))
        {
            return;
        }

        if (source.Key.Contains(column.Name) || column.Generated)
        {
            Add(MapGap.CannotBeWritten, table.Name, field.Name);
        }
        else if (action == FieldErasure.Clear && !column.Nullable && column.Name == field.Name)
        {
            Add(MapGap.MustNotBeEmpty, table.Name, field.Name);
        }
    }

    /// <summary>Whether a row that is erased can have to stay, with its fields cleared: something else points at it.</summary>
    private bool MayStay(TableMap table) => table.OnErasure switch
    {
        RowErasure.Fields => true,
        RowErasure.Keep => false,
        RowErasure.Delete => map.Tables.Any(t => t.References.Any(r => r.Targets.Any(target => target.Table == table.Name
            && (target.Kind is ReferenceKind.Mentions or ReferenceKind.Owns || t.OnErasure != RowErasure.Delete)))),
    };

    /// <summary>Tables with personal data that no identity leads to, over however many references.</summary>
    private void CheckReach()
    {
        // A person searches it, by whatever they are told.
        if (schema.Find(ManualConnector.Table) is not null)
        {
            return;
        }

        var reached = map.Tables.Where(t => t.Fields.Any(f => f is { Identity: not null, Of: null })).Select(t => t.Name).ToHashSet();
        bool more;
        do
        {
            more = false;
            foreach (var table in map.Tables)
            {
                foreach (var target in table.References.SelectMany(r => r.Targets))
                {
                    more |= target.Kind switch
                    {
                        ReferenceKind.OwnedBy => (reached.Contains(target.Table) && reached.Add(table.Name)) || (reached.Contains(table.Name) && map.Find(target.Table)?.Role == TableRole.People && reached.Add(target.Table)),
                        ReferenceKind.PartOf => reached.Contains(target.Table) ? reached.Add(table.Name) : reached.Contains(table.Name) && reached.Add(target.Table),
                        ReferenceKind.Owns => reached.Contains(table.Name) && reached.Add(target.Table),
                        ReferenceKind.Mentions => false,
                    };
                }
            }
        }
        while (more);

        foreach (var table in map.Tables.Where(t => t.Role is TableRole.People or TableRole.Ordinary && t.Fields.Any(f => f.Personal) && !reached.Contains(t.Name)))
        {
            Add(MapGap.Unreachable, table.Name);
        }
    }

    private static bool Complete(KeepRule? keep) => keep is { Until: not null } or { Months: > 0 };

    private static ColumnPath Path(SchemaTable table, string written) =>
        table.Find(written) is null && written.IndexOf("$.", StringComparison.Ordinal) is > 0 and var dollar ? new ColumnPath(written[..dollar], written[dollar..]) : new ColumnPath(written);

    private void AddScan(MapGap gap, SchemaTable table, IReadOnlyList<ColumnPath> columns, Comparison comparison) =>
        warnings.Add(new MapWarning(gap, table.Name, string.Join(", ", columns), table.Rows, IndexAdvice.Statement(schema.Kind, table, columns, comparison)));

    private void Add(MapGap gap, string? table, string? subject = null) => warnings.Add(new MapWarning(gap, table, subject));
}
