namespace PrivacyPortal.Connectors;

/// <summary>The systems that the portal can reach. Names are stable: they are stored.</summary>
public enum SourceKind
{
    Sqlite,
    PostgreSql,
    Http,

    /// <summary>No machine reaches it: a named owner does the work, with a due date.</summary>
    Manual,
}
