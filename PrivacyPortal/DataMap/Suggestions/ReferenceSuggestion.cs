using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap.Suggestions;

/// <summary>The references of a table: declared ones, and those that names and values hint at.</summary>
internal static class ReferenceSuggestion
{
    /// <summary>Without kinds: those depend on all tables together.</summary>
    public static IReadOnlyList<ReferenceMap> Of(SourceSchema schema, SchemaTable table, TableSample? sample)
    {
        var references = new List<ReferenceMap>();
        foreach (var declared in table.References.DistinctBy(r => string.Join('\n', r.Columns) + r.Table))
        {
            var target = new ReferenceTarget { Table = declared.Table, Columns = declared.TargetColumns };
            references.Add(new ReferenceMap { Name = NameOf(declared.Columns, references), Columns = declared.Columns, Targets = [target], Declared = true });
        }

        foreach (var column in table.Columns.Where(c => !c.RowNumber && !references.Any(r => r.Columns.Contains(c.Name)) && !(table.Key.Count == 1 && table.Key[0] == c.Name)))
        {
            if ((Polymorphic(schema, table, column, sample) ?? ByName(schema, table, column)) is { } hinted)
            {
                references.Add(hinted with { Name = NameOf(hinted.Columns, references) });
            }
        }

        return references;
    }

    /// <summary><c>owner_type</c> beside <c>owner_id</c>, where the values of the first are names of tables.</summary>
    private static ReferenceMap? Polymorphic(SourceSchema schema, SchemaTable table, SchemaColumn column, TableSample? sample)
    {
        var words = NameWords.Of(column.Name);
        if (words.Count < 2 || words[^1] != "id")
        {
            return null;
        }

        var stem = words.SkipLast(1).ToList();
        var type = table.Columns.FirstOrDefault(c => NameWords.Of(c.Name) is [.., "type" or "kind" or "table"] named && named.SkipLast(1).SequenceEqual(stem));
        if (type is null)
        {
            return null;
        }

        var targets = (sample?.Of(type.Name) ?? []).Distinct().Order(StringComparer.Ordinal)
            .Select(value => (value, Target: TableCalled(schema, NameWords.Of(value.Split('.', '\\', ':')[^1])))).Where(t => t.Target is { Key.Count: 1 })
            .Select(t => new ReferenceTarget { When = t.value, Table = t.Target!.Name, Columns = t.Target.Key }).ToList();
        return targets.Count == 0 ? null : new ReferenceMap { Name = "", Columns = [column.Name], TypeColumn = type.Name, Targets = targets };
    }

    /// <summary><c>customer_id</c> where there is a table <c>customers</c> with one key column of a like type.</summary>
    private static ReferenceMap? ByName(SourceSchema schema, SchemaTable table, SchemaColumn column)
    {
        var words = NameWords.Of(column.Name);
        if (words.Count < 2 || words[^1] != "id" || TableCalled(schema, [.. words.SkipLast(1)]) is not { Key.Count: 1 } target || target.Name == table.Name)
        {
            return null;
        }

        return target.Find(target.Key[0])?.Kind == column.Kind
            ? new ReferenceMap { Name = "", Columns = [column.Name], Targets = [new ReferenceTarget { Table = target.Name, Columns = target.Key }] }
            : null;
    }

    private static SchemaTable? TableCalled(SourceSchema schema, IReadOnlyList<string> words) =>
        schema.Tables.FirstOrDefault(t => t.Kind == TableKind.Table && NameWords.Of(t.Path[^1]).SequenceEqual(words));

    /// <summary><c>reply_to</c>, <c>support-rep</c>: the column without its <c>id</c>, unique in its table.</summary>
    private static string NameOf(IReadOnlyList<string> columns, List<ReferenceMap> taken)
    {
        var name = string.Join('-', columns.Select(c => c.EndsWith("_id", StringComparison.OrdinalIgnoreCase) ? c[..^3] : c.EndsWith("Id", StringComparison.Ordinal) && c.Length > 2 ? c[..^2] : c));
        return taken.Any(r => r.Name == name) ? $"{name}-{taken.Count + 1}" : name;
    }
}
