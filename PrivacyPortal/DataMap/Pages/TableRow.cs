using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>What a table is in the list beside the editor.</summary>
public enum TableStanding
{
    People,
    Owned,
    Plain,
    Shared,
    Ignored,
    Uncovered,
    Gone,
}

/// <param name="Grave">Something about it keeps the map from being confirmed.</param>
public sealed record TableRow(string Name, string? Title, TableStanding Standing, bool View, bool Suggested, int Warnings, bool Grave)
{
    /// <summary>People first, then what is theirs, then the rest; what is not covered before what is shared.</summary>
    public static IReadOnlyList<TableRow> Of(SourceSchema schema, SourceMap map, MapDraft? draft, IReadOnlyList<MapWarning> warnings)
    {
        var found = warnings.Where(w => w.Table is not null && w.Gap != MapGap.TableNotMapped).ToLookup(w => w.Table!);
        var mapped = map.Tables.ToDictionary(t => t.Name);
        return
        [
            .. schema.Tables.Select(t => Row(t.Name, mapped.GetValueOrDefault(t.Name), t.Kind == TableKind.View))
                .Concat(map.Tables.Where(t => schema.Find(t.Name) is null).Select(t => Row(t.Name, t, false) with { Standing = TableStanding.Gone }))
                .OrderBy(r => Order(r.Standing)).ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase),
        ];

        TableRow Row(string name, TableMap? table, bool view) =>
            new(name, table?.Title, StandingOf(table), view, draft?.IsSuggested(name) ?? false, found[name].Count(), found[name].Any(w => MapCheck.Contradicts(w.Gap)));
    }

    private static TableStanding StandingOf(TableMap? table) => table switch
    {
        null => TableStanding.Uncovered,
        { Role: TableRole.People } => TableStanding.People,
        { Role: TableRole.Shared } => TableStanding.Shared,
        { Role: TableRole.Ignored } => TableStanding.Ignored,
        _ when table.References.Any(r => r.Targets.Any(t => t.Kind is ReferenceKind.OwnedBy or ReferenceKind.PartOf)) => TableStanding.Owned,
        _ => TableStanding.Plain,
    };

    private static int Order(TableStanding standing) => standing switch
    {
        TableStanding.Gone => 0,
        TableStanding.People => 1,
        TableStanding.Owned => 2,
        TableStanding.Plain => 3,
        TableStanding.Uncovered => 4,
        TableStanding.Shared => 5,
        TableStanding.Ignored => 6,
    };
}
