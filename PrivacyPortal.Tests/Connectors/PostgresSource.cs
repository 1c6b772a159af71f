using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Npgsql;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.Tests.House;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Connectors;

/// <summary>An empty PostgreSQL database for one test, used again by the next.</summary>
public sealed partial class PostgresSource : TestSource
{
    private const string Empty = """
        DO $$ DECLARE s text; BEGIN
          FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP EXECUTE format('DROP SCHEMA %I CASCADE', s); END LOOP;
        END $$;
        CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC; SET search_path = public;
        """;

    private static readonly ConcurrentBag<PostgresDatabase> Free = [];
    private readonly PostgresDatabase database;
    private readonly bool own;

    public PostgresSource(string sql = "")
    {
        database = Free.TryTake(out var free) ? free : PostgresServer.NewDatabaseAsync().GetAwaiter().GetResult();
        Run(Empty + sql);
    }

    /// <summary>A copy of a database made once.</summary>
    public PostgresSource(PostgresDatabase template)
    {
        (database, own) = (PostgresServer.NewDatabaseAsync(template).GetAwaiter().GetResult(), true);
    }

    /// <summary>As superuser, or as a role of the test's making.</summary>
    public PostgresAddress Address(string? user = null)
    {
        var place = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return new PostgresAddress(place.Host!, place.Port, place.Database!, user ?? place.Username!, null, TlsMode.None);
    }

    /// <summary>As a role of its own with what README.md grants, and nothing more.</summary>
    public PostgresAddress AddressAsAdvised()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var role = "portal_" + Address().Database;
        Run(Portal().Replace(Grants().Match(readme).Groups[1].Value, role).Replace("DATABASE shop", "DATABASE " + Address().Database, StringComparison.Ordinal));
        return Address(role) with { Password = "…" };
    }

    public override IConnector Connector(bool readOnly = false) => new PostgresConnector(Address(), readOnly);

    public IConnector As(string role) => new PostgresConnector(Address(role));

    public override void Run(string sql)
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        command.ExecuteNonQuery();
    }

    public override object? Value(string sql)
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() switch { DBNull => null, int number => (long)number, var value => value };
    }

    public override List<string> Rows(string sql)
    {
        using var connection = Open();
        using var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
        using var reader = command.ExecuteReader();
        var text = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetDataTypeName(i) is "text" or "citext" or "name" || reader.GetDataTypeName(i).StartsWith("character varying", StringComparison.Ordinal)).ToArray();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(" | ", text.Select((quoted, i) => reader.IsDBNull(i) ? "null" : quoted ? Text(reader.GetString(i)) : reader.GetString(i))));
        return rows;
    }

    public override IReadOnlyList<string> Tables() =>
        [.. Rows("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1").Select(t => t.Trim('\''))];

    public NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        return connection;
    }

    public override void Dispose()
    {
        if (own)
            database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        else
            Free.Add(database);
    }

    [GeneratedRegex("^```sql\n(CREATE ROLE portal .*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Grants();

    [GeneratedRegex(@"\bportal\b")]
    private static partial Regex Portal();
}
