using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) as causes that a person can act on.</summary>
internal static class PostgresFailures
{
    private const string IdleInTransaction = "25P03";
    private const string GeneratedAlways = "428C9";
    private const string TriggeredChange = "27000";

    public static SourceException Of(NpgsqlException e, string? subject = null) => new(FailureOf(e), e, subject);

    public static SourceFailure FailureOf(NpgsqlException e)
    {
        if (e is PostgresException server)
        {
            return server.SqlState switch
            {
                // "no pg_hba.conf entry" has the code of a wrong role, and names what it did not like.
                PostgresErrorCodes.InvalidAuthorizationSpecification when server.MessageText.Contains("pg_hba.conf", StringComparison.Ordinal) => SourceFailure.NotAdmitted,
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => SourceFailure.SignInRefused,
                PostgresErrorCodes.InvalidCatalogName => SourceFailure.UnknownDatabase,
                PostgresErrorCodes.InsufficientPrivilege => SourceFailure.PermissionDenied,
                PostgresErrorCodes.ReadOnlySqlTransaction => SourceFailure.ReadOnly,
                PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => SourceFailure.Locked,
                PostgresErrorCodes.QueryCanceled or IdleInTransaction => SourceFailure.TimedOut,
                PostgresErrorCodes.DiskFull => SourceFailure.Full,
                PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow => SourceFailure.Crowded,
                PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => SourceFailure.Corrupt,
                var state when state.StartsWith("42", StringComparison.Ordinal) => SourceFailure.SchemaChanged,
                _ => SourceFailure.Unreachable,
            };
        }

        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case TimeoutException:
                    return SourceFailure.TimedOut;
                case AuthenticationException:
                    return SourceFailure.Tls;
                case SocketException:
                    return SourceFailure.Unreachable;
            }
        }

        return e.Message.Contains("SSL", StringComparison.Ordinal) ? SourceFailure.Tls
            : e.Message.Contains("pool has been exhausted", StringComparison.Ordinal) ? SourceFailure.Crowded
            : e.Message.Contains("password", StringComparison.Ordinal) ? SourceFailure.SignInRefused
            : SourceFailure.Unreachable;
    }

    /// <summary>The rule that refused a change; null if the failure is not about the change but about the source.</summary>
    public static ChangeFailure? RefusalOf(PostgresException e, PostgresCatalog catalog, PostgresTable table)
    {
        var constraint = catalog.Constraints.FirstOrDefault(c => c.Name == e.ConstraintName && (e.TableName is null || c.Table == PostgresCatalog.NameOf(e.SchemaName ?? "public", e.TableName)));
        var named = constraint?.Table ?? (e.TableName is { } name && PostgresCatalog.NameOf(e.SchemaName ?? "public", name) is var full && catalog.Find(full) is not null ? full : table.Name);
        IReadOnlyList<string> columns = e.ColumnName is { } column ? [column] : constraint?.Columns ?? [];
        ChangeFailure Refused(ChangeRefusal refusal, string? detail = null) => new(refusal, named, columns, Detail: detail ?? e.ConstraintName);
        return e.SqlState switch
        {
            PostgresErrorCodes.NotNullViolation => Refused(ChangeRefusal.NotNull),
            PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation => Refused(ChangeRefusal.Unique),
            PostgresErrorCodes.CheckViolation or PostgresErrorCodes.WithCheckOptionViolation => new ChangeFailure(ChangeRefusal.Check, named, [], Detail: e.ConstraintName),
            PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation => new ChangeFailure(ChangeRefusal.Reference, named, [constraint?.Target ?? table.Name], Detail: e.ConstraintName),
            PostgresErrorCodes.InsufficientPrivilege => new ChangeFailure(ChangeRefusal.Permission, table.Name, []),
            GeneratedAlways => new ChangeFailure(ChangeRefusal.Key, table.Name, columns),
            TriggeredChange => OfTrigger(table, catalog),
            _ when e.SqlState.StartsWith("22", StringComparison.Ordinal) => Refused(ChangeRefusal.Type),
            // A trigger's own refusal, and whatever its code stumbles over. Its message may be put together from the row: its name says enough.
            _ when e.SqlState.StartsWith("P0", StringComparison.Ordinal) || (e.Where is not null && !OfSource(e) && Triggers(table, catalog).Count > 0) => OfTrigger(table, catalog),
            _ when OfSource(e) || e.SqlState.StartsWith("42", StringComparison.Ordinal) => null,
            _ => Refused(ChangeRefusal.Other),
        };
    }

    private static ChangeFailure OfTrigger(PostgresTable table, PostgresCatalog catalog) =>
        new(ChangeRefusal.Trigger, table.Name, [], Detail: string.Join(", ", Triggers(table, catalog)));

    /// <summary>The table's own, or where it has none those of tables that a cascade may have come to.</summary>
    private static IReadOnlyList<string> Triggers(PostgresTable table, PostgresCatalog catalog) => table.Described.Triggers is { Count: > 0 } own
        ? own
        : [.. catalog.Schema.Tables.Where(t => t.References.Any(r => r.Table == table.Name)).SelectMany(t => t.Triggers)];

    /// <summary>Locks, conflicts, time limits, memory, shutdown: nothing that another plan would avoid.</summary>
    public static bool OfSource(PostgresException e) => e.SqlState[..2] is "40" or "08" or "53" or "57" or "58" or "25" or "XX" || e.SqlState == PostgresErrorCodes.LockNotAvailable;
}
