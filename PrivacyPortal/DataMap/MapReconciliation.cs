using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap.Suggestions;

namespace PrivacyPortal.DataMap;

/// <summary>Brings a map up to a schema: what is gone leaves it, what is new comes in as a suggestion, what people said stays.</summary>
public static class MapReconciliation
{
    /// <param name="people">The tables that are people, those of <paramref name="map"/> included.</param>
    public static MapDraft Complete(SourceMap map, SourceSchema schema, IReadOnlyCollection<string> people, IReadOnlyDictionary<string, TableSample> samples)
    {
        var suggestion = MapSuggestion.Of(schema, people, samples);
        var suggested = new List<string>();
        var tables = new List<TableMap>();
        foreach (var fresh in suggestion.Tables)
        {
            var table = map.Find(fresh.Name) is { } known ? Merge(known, fresh, schema, people) : fresh;
            tables.Add(table);
            if (MapDifference.Between(map, new SourceMap { Tables = [table] }).Any(c => c.Key.Table == fresh.Name))
            {
                suggested.Add(fresh.Name);
            }
        }

        // A view is in a map only because somebody put it there.
        tables.AddRange(map.Tables.Where(t => schema.Find(t.Name) is not null && suggestion.Find(t.Name) is null));
        return new MapDraft { Map = map with { Tables = tables }, Suggested = suggested, PeopleConfirmed = true };
    }

    private static TableMap Merge(TableMap known, TableMap fresh, SourceSchema schema, IReadOnlyCollection<string> people)
    {
        var table = schema.Find(known.Name)!;
        bool Has(string column) => table.Find(column) is not null || table.Find(column.Split('$')[0]) is not null;
        var references = known.References.Where(r => r.Columns.All(Has) && r.Targets.All(t => schema.Find(t.Table) is { } target && t.Columns.All(c => target.Find(c) is not null))).ToList();
        var covered = references.SelectMany(r => r.Columns.Append(r.TypeColumn)).ToHashSet();
        // Of a catalogue nothing needs to be said.
        var fields = known.Role is TableRole.Shared or TableRole.Ignored && !people.Contains(known.Name) ? [] : fresh.Fields.Where(f => known.Find(f.Name) is null && !covered.Contains(f.Name));
        return known with
        {
            Role = people.Contains(known.Name) ? TableRole.People : known.Role == TableRole.People ? TableRole.Ordinary : known.Role,
            Statement = known.Statement is { } statement && Has(statement) ? statement : null,
            Fields = [.. known.Fields.Where(f => Has(f.Name)), .. fields],
            References = [.. references, .. fresh.References.Where(r => !r.Columns.Any(covered.Contains) && references.All(k => k.Name != r.Name))],
        };
    }
}
