using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PrivacyPortal.Connectors.Sqlite;

/// <summary>SQLite's result codes (https://www.sqlite.org/rescode.html) as causes that a person can act on.</summary>
internal static class SqliteFailures
{
    public static SourceException Of(SqliteException e) => new(FailureOf(e), e);

    public static SourceFailure FailureOf(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => SourceFailure.Locked,
        raw.SQLITE_READONLY => SourceFailure.ReadOnly,
        raw.SQLITE_CORRUPT => SourceFailure.Corrupt,
        raw.SQLITE_NOTADB => SourceFailure.NotADatabase,
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => SourceFailure.PermissionDenied,
        raw.SQLITE_FULL => SourceFailure.Full,
        raw.SQLITE_ERROR or raw.SQLITE_SCHEMA => SourceFailure.SchemaChanged,
        _ => SourceFailure.Unreachable,
    };

    /// <summary>The rule that refused a change; null if the failure is not about the change but about the source.</summary>
    public static ChangeFailure? RefusalOf(SqliteException e, SchemaTable table)
    {
        if (e.SqliteErrorCode is raw.SQLITE_MISMATCH)
            return new ChangeFailure(ChangeRefusal.Type, table.Name, []);
        // Without RAISE's code of its own, a trigger's refusal and a virtual table's are plain errors.
        if (e.SqliteErrorCode is raw.SQLITE_ERROR)
            return new ChangeFailure(ChangeRefusal.Other, table.Name, [], Detail: string.Join(", ", table.Triggers));
        if (e.SqliteErrorCode is not raw.SQLITE_CONSTRAINT)
            return null;
        return e.SqliteExtendedErrorCode switch
        {
            raw.SQLITE_CONSTRAINT_NOTNULL => Named(ChangeRefusal.NotNull, e, table),
            raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_ROWID => Named(ChangeRefusal.Unique, e, table),
            raw.SQLITE_CONSTRAINT_CHECK => new ChangeFailure(ChangeRefusal.Check, table.Name, [], Detail: After(e.Message)),
            raw.SQLITE_CONSTRAINT_FOREIGNKEY => new ChangeFailure(ChangeRefusal.Reference, table.Name, []),
            // The trigger's message may be put together from the row: its name says enough.
            raw.SQLITE_CONSTRAINT_TRIGGER => new ChangeFailure(ChangeRefusal.Trigger, table.Name, [], Detail: string.Join(", ", table.Triggers)),
            SqliteConstraintDataType => Named(ChangeRefusal.Type, e, table),
            _ => new ChangeFailure(ChangeRefusal.Other, table.Name, []),
        };
    }

    private const int SqliteConstraintDataType = 3091;

    /// <summary>"NOT NULL constraint failed: Customer.Email, Customer.Phone": names only, never values.</summary>
    private static ChangeFailure Named(ChangeRefusal refusal, SqliteException e, SchemaTable table)
    {
        var named = After(e.Message);
        var columns = table.Columns.Select(c => c.Name)
            .Where(c => named.Split(", ").Any(part => part.EndsWith("." + c, StringComparison.OrdinalIgnoreCase)));
        var owner = named.LastIndexOf('.') is > 0 and var dot ? named[..dot].Split(", ")[^1] : table.Name;
        return new ChangeFailure(refusal, owner, owner == table.Name ? [.. columns] : [named[(named.LastIndexOf('.') + 1)..]]);
    }

    private static string After(string message)
    {
        var start = message.IndexOf("failed: ", StringComparison.Ordinal);
        return start < 0 ? "" : message[(start + 8)..].TrimEnd('.', '\'');
    }
}
