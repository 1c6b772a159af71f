namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>Indexes that a search by identity or reference would use, recognised and proposed.</summary>
internal static class PostgresIndexes
{
    public static bool Scans(SchemaTable table, ColumnPath path, Comparison comparison)
    {
        if (table.Find(path.Column) is not { } column || Expression(column, path) is not { } text)
            return false;
        return comparison switch
        {
            Comparison.Exact => path.Json is null ? !table.Indexed([path.Column]) : !Has(table, text),
            Comparison.Caseless => !Has(table, IndexExpression.Folded(text)) && !Has(table, IndexExpression.Lower(text)) && !CaselessByItself(table, column, path),
            Comparison.Phone => !Has(table, IndexExpression.Phone(text)),
            Comparison.Contains => false,
        };
    }

    public static string? Statement(SchemaTable table, IReadOnlyList<ColumnPath> columns, Comparison comparison)
    {
        var parts = new List<string>();
        foreach (var path in columns)
        {
            if (table.Find(path.Column) is not { } column || Expression(column, path) is not { } text)
                return null;
            parts.Add(comparison switch
            {
                Comparison.Caseless => IndexExpression.Folded(text),
                Comparison.Phone => IndexExpression.Phone(text),
                _ when path.Json is not null => "(" + text + ")",
                _ => PostgresCatalog.Quote(path.Column),
            });
        }

        return $"CREATE INDEX CONCURRENTLY ON {string.Join('.', table.Path.Select(PostgresCatalog.Quote))} ({string.Join(", ", parts)});";
    }

    /// <summary>What is compared, as text; null where it can only be read out of the row by the portal.</summary>
    private static string? Expression(SchemaColumn column, ColumnPath path)
    {
        var name = PostgresCatalog.Quote(column.Name);
        if (path.Json is { } json)
            return column.DeclaredType is "json" or "jsonb" && JsonPath.TryRead(json, out var steps) ? JsonPath.Sql(name, steps) : null;
        return column.Kind == ValueKind.Text ? name : name + "::text";
    }

    private static bool Has(SchemaTable table, string expression) => table.Expressions.Contains(IndexExpression.Plain(expression));

    private static bool CaselessByItself(SchemaTable table, SchemaColumn column, ColumnPath path) =>
        path.Json is null && column.Collation == CellCast.CaselessText && table.Indexed([column.Name]);
}
