using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Sqlite;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

public sealed class MapCheckTests
{
    private const string Sql = """
        CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT, shout TEXT GENERATED ALWAYS AS (upper(name)));
        CREATE TABLE orders (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES people, note TEXT);
        CREATE TABLE product (id INTEGER PRIMARY KEY, label TEXT);
        CREATE TABLE alone (id INTEGER PRIMARY KEY, phone TEXT);
        CREATE VIEW all_people AS SELECT * FROM people;
        """;

    [Theory]
    [InlineData("orders: {}", MapGap.TableNotMapped, "people", null)]
    [InlineData("people: { fields: { email: {} } }", MapGap.ColumnNotMapped, "people", "name")]
    [InlineData("orders: {}", MapGap.ReferenceNotMapped, "orders", "person_id → people")]
    [InlineData("people: { role: people }\n  orders: { references: { p: { columns: person_id, to: people, kind: owned-by, declared: yes } } }", MapGap.ReferenceNotIndexed, "orders", "person_id")]
    [InlineData("people: {}\n  orders: { references: { p: { columns: person_id, to: people, to-columns: name } } }", MapGap.ReferenceTargetNotUnique, "orders", "p")]
    [InlineData("product: { role: shared }\n  orders: { references: { p: { columns: person_id, to: product, kind: owned-by } } }", MapGap.SharedTableOwned, "orders", "p")]
    [InlineData("alone: { fields: { phone: { category: contact.phone } } }", MapGap.Unreachable, "alone", null)]
    [InlineData("people: { on-erasure: fields, fields: { email: { category: contact.email } } }", MapGap.MustNotBeEmpty, "people", "email")]
    [InlineData("people: { on-erasure: fields, fields: { shout: { category: identity.name } } }", MapGap.CannotBeWritten, "people", "shout")]
    [InlineData("people: { on-erasure: fields, fields: { name: { on-erasure: replace } } }", MapGap.ReplacementMissing, "people", "name")]
    [InlineData("people: { on-erasure: keep }", MapGap.KeepIncomplete, "people", null)]
    [InlineData("people: { fields: { name: { on-erasure: keep, keep: { ground: legal-claims } } } }", MapGap.KeepIncomplete, "people", "name")]
    [InlineData("all_people: {}", MapGap.ViewMapped, "all_people", null)]
    [InlineData("people: { purpose: p, legal-basis: contract, recipients: none, fields: { name: { category: identity.name } } }", MapGap.Article15Incomplete, "people", null)]
    public async Task What_a_map_leaves_open_is_told(string tables, MapGap gap, string table, string? subject)
    {
        var (schema, map) = await ReadAsync("tables:\n  " + tables);
        Assert.Contains(new MapWarning(gap, table, subject), MapCheck.Of(map, schema));
    }

    [Theory]
    [InlineData("people: { fields: { name: { category: identity.name } } }", MapGap.ColumnGone, "people", "name", "ALTER TABLE people DROP COLUMN shout; ALTER TABLE people DROP COLUMN name")]
    [InlineData("product: {}", MapGap.TableGone, "product", null, "DROP TABLE product")]
    [InlineData("orders: { references: { p: { columns: person_id, to: product } } }", MapGap.ReferenceTargetGone, "orders", "p", "DROP TABLE product")]
    public async Task What_is_gone_is_told_and_stands_in_the_way(string tables, MapGap gap, string table, string? subject, string change)
    {
        var (schema, map) = await ReadAsync("tables:\n  " + tables, change);
        Assert.Contains(new MapWarning(gap, table, subject), MapCheck.Of(map, schema));
        Assert.True(MapCheck.Contradicts(gap));
        Assert.Contains(MapReview.Obstacles(new MapDraft { Map = map, PeopleConfirmed = true }, schema), o => o.Warning?.Gap == gap);
    }

    [Fact]
    public async Task A_row_that_nothing_points_at_is_deleted_so_its_fields_need_no_replacement()
    {
        var (schema, map) = await ReadAsync("tables:\n  people: { role: people, fields: { email: { category: contact.email, identity: email } } }");
        Assert.DoesNotContain(MapCheck.Of(map, schema), w => w.Gap == MapGap.MustNotBeEmpty);
    }

    [Fact]
    public void Facts_said_of_a_table_hold_for_its_fields()
    {
        var table = new TableMap { Name = "t", Purpose = "p", LegalBasis = "contract", Recipients = [Article15.NoRecipient], Source = "person", AutomatedDecisions = "none", Transfers = "none", Fields = [new() { Name = "a", Category = "x", Retention = "1 year" }, new() { Name = "b", Category = "x" }, new() { Name = "c" }] };
        Assert.Equal([new MissingFact("t", "b", Article15Fact.Retention)], Article15.Missing(table));
        Assert.Empty(Article15.Missing(table with { Retention = "1 year" }));
        Assert.Empty(Article15.Missing(table with { Role = TableRole.Shared }));
    }

    private static async Task<(SourceSchema Schema, SourceMap Map)> ReadAsync(string yaml, string? change = null)
    {
        using var folder = new TempFolder();
        var path = folder.File("source.db");
        Given.Run(path, Sql);
        var schema = await new SqliteConnector(path).ReadSchemaAsync(default);
        var read = MapYamlReader.Read(yaml, schema);
        Assert.Empty(read.Faults);
        if (change is not null)
        {
            Given.Run(path, change);
            schema = await new SqliteConnector(path).ReadSchemaAsync(default);
        }

        return (schema, read.Map!);
    }
}
