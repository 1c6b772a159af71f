using PrivacyPortal.Connectors.PostgreSql;

namespace PrivacyPortal.Connectors;

/// <summary>Which lookups would read a whole table, and the statement that gives them an index without stopping the source.</summary>
public static class IndexAdvice
{
    /// <summary>True if a search through <paramref name="path"/> reads every row although an index could spare it.</summary>
    public static bool Scans(SourceKind kind, SchemaTable table, ColumnPath path, Comparison comparison) => kind switch
    {
        SourceKind.PostgreSql => PostgresIndexes.Scans(table, path, comparison),
        // What no declared call looks up cannot be looked up at all.
        SourceKind.Http => !table.Indexed([path.Column]),
        SourceKind.Sqlite or SourceKind.Manual => false,
    };

    /// <summary>The statement that creates the index; null where the portal knows none.</summary>
    public static string? Statement(SourceKind kind, SchemaTable table, IReadOnlyList<ColumnPath> columns, Comparison comparison) => kind switch
    {
        SourceKind.PostgreSql => PostgresIndexes.Statement(table, columns, comparison),
        SourceKind.Sqlite or SourceKind.Http or SourceKind.Manual => null,
    };
}
