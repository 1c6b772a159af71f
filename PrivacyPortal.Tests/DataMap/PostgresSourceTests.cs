using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Tests.Connectors;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

/// <summary>A PostgreSQL database among the sources: its password, what the connection test tells, what the map warns of.</summary>
public sealed class PostgresSourceTests
{
    private const string Sql = """
        DROP FOREIGN DATA WRAPPER IF EXISTS nothing CASCADE;
        CREATE FOREIGN DATA WRAPPER nothing;
        CREATE SERVER elsewhere FOREIGN DATA WRAPPER nothing;
        CREATE FOREIGN TABLE partner (id int, email text) SERVER elsewhere;
        CREATE TABLE person (id int PRIMARY KEY, email text, phone text);
        CREATE TABLE letter (id int PRIMARY KEY, person_id int REFERENCES person, body text);
        CREATE TABLE secret (id int PRIMARY KEY);
        CREATE TABLE cell (id int PRIMARY KEY);
        ALTER TABLE cell ENABLE ROW LEVEL SECURITY;
        INSERT INTO person SELECT i, 'p' || i || '@x.org', NULL FROM generate_series(1, 1200) i;
        DO $$ BEGIN CREATE ROLE keeper LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT SELECT ON person, letter, cell, partner TO keeper;
        GRANT DELETE ON letter TO keeper;
        """;

    [Fact]
    public async Task The_password_is_kept_sealed_never_shown_and_goes_to_the_same_server_only()
    {
        await using var portal = await Given.PortalAsync();
        using var source = new PostgresSource(Sql);
        var desk = portal.Get<DataSourceDesk>();
        var address = source.Address("keeper") with { Password = "a-secret-word" };
        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.PostgreSql, Given.Shop, new SourceConnection { Server = address }, default)).Value;
        var sheet = await portal.SheetAsync(id);
        Assert.Equal(address with { Password = null }, sheet.Place!.Server);

        // Edited without typing it again: the same user of the same server keeps it, whatever the database; another does not.
        var kept = new SourceConnection { Server = address };
        var typed = sheet.Place;
        Assert.Equal("a-secret-word", (typed with { Server = typed.Server! with { Database = "other" } }).WithPasswordOf(kept).Server!.Password);
        Assert.Null((typed with { Server = typed.Server! with { Host = "elsewhere.example" } }).WithPasswordOf(kept).Server!.Password);
        Assert.Null((typed with { Server = typed.Server! with { User = "postgres" } }).WithPasswordOf(kept).Server!.Password);
        Assert.Null(await desk.EditAsync(TestPortal.Admin, id, Given.Shop with { Name = "Shop 2" }, typed with { ReadOnly = true }, sheet.Version, default));
        Assert.True((await desk.CheckAsync(TestPortal.Admin, id, typed, default)).Value!.Good);
        Assert.Equal(Refusal.Forbidden, (await desk.CheckAsync(TestPortal.Dpo, id, typed, default)).Refusal);
        await using var db = portal.Db();
        var row = await db.Set<DataSource>().SingleAsync();
        Assert.DoesNotContain("a-secret-word", System.Text.Encoding.UTF8.GetString(row.Connection), StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret-word", string.Join('\n', await db.Set<PrivacyPortal.Audit.AuditEntry>().Select(e => e.Payload).ToListAsync()), StringComparison.Ordinal);
        Assert.Equal(Refusal.Invalid, (await desk.AddAsync(TestPortal.Admin, SourceKind.PostgreSql, Given.Shop, new SourceConnection { Server = address with { Database = "" } }, default)).Refusal);
    }

    [Fact]
    public async Task The_connection_test_and_the_map_tell_missing_rights_hidden_rows_and_the_indexes_to_create()
    {
        await using var portal = await Given.PortalAsync();
        using var source = new PostgresSource(Sql + "ANALYZE person;");
        var desk = portal.Get<DataSourceDesk>();
        var connection = new SourceConnection { Server = source.Address("keeper") };
        var check = (await desk.CheckAsync(TestPortal.Admin, SourceKind.PostgreSql, connection, default)).Value!;
        Assert.True(check is { Good: true, Writable: true });
        Assert.StartsWith("PostgreSQL 1", check.Product, StringComparison.Ordinal);
        Assert.Equal("secret", Assert.Single(check.Unreadable));
        Assert.Equal("cell", Assert.Single(check.RowsHidden));

        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.PostgreSql, Given.Shop, connection, default)).Value;
        Assert.Null(await desk.ImportMapAsync(TestPortal.Dpo, id, """
            format: 1
            tables:
              person: { role: people, fields: { email: { category: contact.email, identity: email }, phone: { category: contact.phone, identity: phone } } }
              letter: { fields: { body: { category: content.message } }, references: { person: { columns: person_id, to: person, kind: owned-by, declared: yes } } }
              cell: { role: shared }
              secret: { role: shared }
            """, await portal.VersionAsync(id), default));
        var sheet = await portal.SheetAsync(id);
        List<MapWarning> warnings = [.. MapCheck.Of(sheet.Draft!.Map, sheet.Schema).Where(w => w.Remedy is not null || w.Gap is MapGap.Unreadable or MapGap.RowsHidden or MapGap.ForeignTable)];
        Assert.Equal(
            [
                new MapWarning(MapGap.RowsHidden, "cell"),
                new MapWarning(MapGap.ReferenceNotIndexed, "letter", "person_id", null, "CREATE INDEX CONCURRENTLY ON \"public\".\"letter\" (\"person_id\");"),
                new MapWarning(MapGap.ForeignTable, "partner"),
                new MapWarning(MapGap.IdentityNotIndexed, "person", "email", 1200, "CREATE INDEX CONCURRENTLY ON \"public\".\"person\" (lower(btrim(\"email\", E' \\t\\n\\x0B\\f\\r')));"),
                new MapWarning(MapGap.IdentityNotIndexed, "person", "phone", 1200, "CREATE INDEX CONCURRENTLY ON \"public\".\"person\" (right(regexp_replace(replace(\"phone\", '(0)', ''), '[^0-9]', '', 'g'), 6));"),
                new MapWarning(MapGap.Unreadable, "secret"),
            ],
            warnings);

        // What was created is seen with the next reading, although the map still fits.
        foreach (var remedy in warnings.Select(w => w.Remedy).OfType<string>())
            source.Run(remedy);
        Assert.False((await desk.ReadSchemaAsync(TestPortal.Admin, id, default)).Value!.Changed);
        sheet = await portal.SheetAsync(id);
        Assert.DoesNotContain(MapCheck.Of(sheet.Draft!.Map, sheet.Schema), w => w.Remedy is not null);
    }

    [Fact]
    public async Task What_the_portal_may_no_longer_see_is_kept_although_the_map_still_fits()
    {
        await using var portal = await Given.PortalAsync();
        using var source = new PostgresSource(Sql);
        var desk = portal.Get<DataSourceDesk>();
        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.PostgreSql, Given.Shop, new SourceConnection { Server = source.Address("keeper") }, default)).Value;
        Assert.Null(await desk.NoteSchemaAsync(TestPortal.Admin, id, await source.As("keeper").ReadSchemaAsync(default), default));
        var before = await portal.VersionAsync(id);

        source.Run("ALTER TABLE letter ENABLE ROW LEVEL SECURITY");
        Assert.Null(await desk.NoteSchemaAsync(TestPortal.Admin, id, await source.As("keeper").ReadSchemaAsync(default), default));
        Assert.True((await portal.SheetAsync(id)).Schema.Find("letter")!.RowsHidden);
        Assert.NotEqual(before, await portal.VersionAsync(id));
        await using var db = portal.Db();
        Assert.Equal(1, await db.Set<PrivacyPortal.Audit.AuditEntry>().CountAsync(e => e.Name == "rights-noticed"));
    }
}
