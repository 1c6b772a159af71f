using System.Globalization;
using Npgsql;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Suggestions;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Bench;

/// <summary>The shop in a database of its own, and the map of it that the portal would suggest, with what a person would change in it.</summary>
internal sealed record Shop(PostgresDatabase Database, IConnector Connector, SourceMap Map)
{
    public static async Task<Shop> OfAsync(int customers)
    {
        using var script = new StreamReader(typeof(Shop).Assembly.GetManifestResourceStream("shop.sql")!);
        var sql = (await script.ReadToEndAsync()).Replace("{n}", customers.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var database = await PostgresServer.NewDatabaseAsync();
        await using var connection = await OpenAsync(database);
        foreach (var statements in new[] { sql, "VACUUM ANALYZE", "CHECKPOINT" })
        {
            await using var command = new NpgsqlCommand(statements, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }

        var place = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var connector = new PostgresConnector(new PostgresAddress(place.Host!, place.Port, place.Database!, place.Username!, null, TlsMode.None));
        return new Shop(database, connector, MapOf(await connector.ReadSchemaAsync(default)));
    }

    public SourceFulfilment Fulfilment => new(Connector, Map);

    public static async Task<NpgsqlConnection> OpenAsync(PostgresDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>How many rows each table has, and how many of their personal fields are empty: equal where the same was erased.</summary>
    public async Task<string> StateAsync()
    {
        await using var connection = await OpenAsync(Database);
        await using var command = new NpgsqlCommand(
            string.Join(" UNION ALL ", Map.Tables.Select(t => $"SELECT '{t.Name} ' || count(*) FROM {t.Name}"))
            + " UNION ALL SELECT 'empty ' || concat_ws(' ', (SELECT count(*) FROM customer WHERE email IS NULL AND name IS NULL AND phone IS NULL AND born IS NULL), (SELECT count(*) FROM address WHERE street IS NULL), (SELECT count(*) FROM purchase WHERE note IS NULL), (SELECT count(*) FROM invoice WHERE name IS NULL))",
            connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static SourceMap MapOf(SourceSchema schema)
    {
        var map = MapSuggestion.Of(schema, ["customer", "employee"], new Dictionary<string, TableSample>());
        return map with { CallingCode = "33", Tables = [.. map.Tables.Select(Confirm)] };
    }

    /// <summary>Of what was suggested: invoices stay without name and address, who recommended whom is both's, and what the names do not tell.</summary>
    private static TableMap Confirm(TableMap table) => table.Name switch
    {
        "invoice" => Personal(table, "name", "email") with { OnErasure = RowErasure.Fields },
        "purchase" => Personal(table, "note"),
        "address" => Personal(table, "street", "town"),
        "customer" => Personal(table, "email", "name", "phone", "born"),
        "referral" => table with { References = [.. table.References.Select(r => r with { Targets = [.. r.Targets.Select(t => t with { Kind = ReferenceKind.OwnedBy })] })] },
        _ => table,
    };

    private static TableMap Personal(TableMap table, params string[] fields) => table with
    {
        Fields = [.. table.Fields.Select(f => f with
        {
            Category = fields.Contains(f.Name) ? f.Category ?? "content.note" : null,
            Identity = table.Name == "customer" && f.Name is "email" or "phone" ? f.Identity : null,
            OnErasure = null,
        })],
    };
}
