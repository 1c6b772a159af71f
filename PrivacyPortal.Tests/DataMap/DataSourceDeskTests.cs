using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

public class DataSourceDeskTests
{
    [Fact]
    public async Task An_added_source_has_its_schema_read_and_waits_for_a_map()
    {
        await using var portal = await Given.PortalAsync();
        var id = await portal.AddAsync(ChinookShop.Write(Path.Combine(portal.Folder, "chinook.db")));
        var sheet = await portal.SheetAsync(id);
        Assert.Equal((SourceState.Unmapped, 11, true), (sheet.State, sheet.Schema.Tables.Count, sheet.Writable));
        await using var db = portal.Db();
        Assert.Equal(new ConnectedSource(id, "Shop", Mapped: false, portal.Clock.Now), Assert.Single(await DataSourceQueries.ConnectedAsync(db, default)));
    }

    [Fact]
    public async Task The_connection_lies_sealed_in_the_database_and_is_shown_to_those_who_keep_sources_only()
    {
        await using var portal = await Given.PortalAsync();
        var path = portal.Database("CREATE TABLE t (id INTEGER PRIMARY KEY)", "a-place-to-hide.db");
        var id = await portal.AddAsync(path);
        await using var db = portal.Db();
        var kept = await db.Set<DataSource>().SingleAsync();
        Assert.DoesNotContain("a-place-to-hide", System.Text.Encoding.UTF8.GetString(kept.Connection), StringComparison.Ordinal);
        Assert.Equal(path, (await portal.SheetAsync(id)).Place!.Path);
        Assert.Null((await portal.Get<DataSourceQueries>().SheetAsync(TestPortal.Dpo, id, default)).Value!.Place);
    }

    [Theory]
    [InlineData("missing.db", SourceFailure.Missing)]
    [InlineData("text.db", SourceFailure.NotADatabase)]
    [InlineData("corrupt.db", SourceFailure.Corrupt)]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_cause(string name, SourceFailure cause)
    {
        await using var portal = await Given.PortalAsync();
        var path = Path.Combine(portal.Folder, name);
        if (cause == SourceFailure.NotADatabase)
        {
            await File.WriteAllTextAsync(path, string.Join('\n', Enumerable.Repeat("Not a database at all.", 200)));
        }
        else if (cause == SourceFailure.Corrupt)
        {
            ChinookShop.Write(path);
            await using var file = File.OpenWrite(path);
            for (var page = 2; page < 40; page++)
            {
                file.Position = page * 4096L;
                await file.WriteAsync(new byte[2048]);
            }
        }

        var desk = portal.Get<DataSourceDesk>();
        var check = (await desk.CheckAsync(TestPortal.Admin, SourceKind.Sqlite, new SourceConnection(path), default)).Value!;
        Assert.Equal(cause, check.Failure);
        Assert.Equal(Refusal.Invalid, (await desk.AddAsync(TestPortal.Admin, SourceKind.Sqlite, Given.Shop, new SourceConnection(path), default)).Refusal);
        Assert.Empty((await portal.Get<DataSourceQueries>().ListAsync(TestPortal.Admin, default)).Value!);
    }

    [Fact]
    public async Task A_source_given_to_read_only_is_told_to_be_so()
    {
        await using var portal = await Given.PortalAsync();
        var path = portal.Database("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        var check = (await portal.Get<DataSourceDesk>().CheckAsync(TestPortal.Admin, SourceKind.Sqlite, new SourceConnection(path, ReadOnly: true), default)).Value!;
        Assert.True(check.Good);
        Assert.False(check.Writable);
    }

    [Fact]
    public async Task A_source_outside_the_accepted_region_needs_its_transfer_safeguard()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var connection = new SourceConnection(portal.Database("CREATE TABLE t (id INTEGER PRIMARY KEY)"));
        var abroad = Given.Shop with { HostingRegion = "US" };
        Assert.Equal(Refusal.Incomplete, (await desk.AddAsync(TestPortal.Admin, SourceKind.Sqlite, abroad, connection, default)).Refusal);
        Assert.Null((await desk.AddAsync(TestPortal.Admin, SourceKind.Sqlite, abroad with { TransferSafeguard = "SCC of 2021, 12 March 2026" }, connection, default)).Refusal);
    }

    [Fact]
    public async Task Two_sources_do_not_share_a_name_until_one_is_removed()
    {
        await using var portal = await Given.PortalAsync();
        var path = portal.Database("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        var id = await portal.AddAsync(path);
        var desk = portal.Get<DataSourceDesk>();
        Assert.Equal(Refusal.Duplicate, (await desk.AddAsync(TestPortal.Admin, SourceKind.Sqlite, Given.Shop, new SourceConnection(path), default)).Refusal);
        Assert.Equal(Refusal.Invalid, await desk.RemoveAsync(TestPortal.Admin, id, "Chop", 1, default));
        Assert.Null(await desk.RemoveAsync(TestPortal.Admin, id, "Shop", 1, default));
        Assert.Null((await desk.AddAsync(TestPortal.Admin, SourceKind.Sqlite, Given.Shop, new SourceConnection(path), default)).Refusal);
        Assert.Equal(Refusal.NotFound, await desk.RemoveAsync(TestPortal.Admin, id, "Shop", 2, default));
    }

    [Fact]
    public async Task A_removed_source_forgets_its_connection_and_keeps_its_maps()
    {
        await using var portal = await Given.PortalAsync();
        var id = await portal.ChinookAsync();
        Assert.Null(await portal.Get<DataSourceDesk>().RemoveAsync(TestPortal.Admin, id, "Shop", await portal.VersionAsync(id), default));
        await using var db = portal.Db();
        Assert.Empty((await db.Set<DataSource>().SingleAsync()).Connection);
        Assert.NotNull(await portal.Get<DataSourceQueries>().MapAsync(id, 1, default));
        Assert.Null(await portal.Get<DataSourceQueries>().OpenAsync(id, default));
        Assert.Empty(await portal.Get<DataSourceQueries>().MappedAsync(default));
    }

    [Fact]
    public async Task Who_edits_what_somebody_else_changed_meanwhile_is_told()
    {
        await using var portal = await Given.PortalAsync();
        var id = await portal.AddAsync(portal.Database("CREATE TABLE t (id INTEGER PRIMARY KEY)"));
        var desk = portal.Get<DataSourceDesk>();
        Assert.Null(await desk.EditAsync(TestPortal.Admin, id, Given.Shop with { Owner = "Data team" }, null, 1, default));
        Assert.Equal(Refusal.Stale, await desk.EditAsync(TestPortal.OtherAdmin, id, Given.Shop with { Owner = "Nobody" }, null, 1, default));
        Assert.Equal("Data team", (await portal.SheetAsync(id)).Description.Owner);
    }

    [Fact]
    public async Task A_changed_calling_code_is_a_new_version_of_the_map()
    {
        await using var portal = await Given.PortalAsync();
        var id = await portal.ChinookAsync();
        var sheet = await portal.SheetAsync(id);
        Assert.Null(await portal.Get<DataSourceDesk>().EditAsync(TestPortal.Admin, id, sheet.Description with { CallingCode = "55" }, null, sheet.Version, default));
        var mapped = Assert.Single(await portal.Get<DataSourceQueries>().MappedAsync(default));
        Assert.Equal((2, "55", false), (mapped.Map.Version, mapped.Map.CallingCode, mapped.Drifted));
    }

    [Fact]
    public async Task Every_change_of_a_source_is_in_the_audit_log()
    {
        await using var portal = await Given.PortalAsync();
        var id = await portal.ChinookAsync();
        var desk = portal.Get<DataSourceDesk>();
        await desk.TestAsync(TestPortal.Admin, id, default);
        await desk.ReadSchemaAsync(TestPortal.Admin, id, default);
        await desk.EditAsync(TestPortal.Admin, id, Given.Shop, null, await portal.VersionAsync(id), default);
        await desk.RemoveAsync(TestPortal.Admin, id, "Shop", await portal.VersionAsync(id), default);
        await using var db = portal.Db();
        var names = await db.Set<AuditEntry>().Where(e => e.Category == "source").OrderBy(e => e.Sequence).Select(e => e.Name).ToListAsync();
        Assert.Equal(["added", "map-imported", "map-confirmed", "tested", "schema-read", "edited", "removed"], names);
    }

    [Fact]
    public async Task No_verb_works_without_its_permission()
    {
        await using var portal = await Given.PortalAsync();
        var id = await portal.ChinookAsync();
        var desk = portal.Get<DataSourceDesk>();
        var queries = portal.Get<DataSourceQueries>();
        var version = await portal.VersionAsync(id);
        var place = new SourceConnection("/x");
        foreach (var actor in new[] { TestPortal.Dpo, TestPortal.Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, (await desk.CheckAsync(actor, SourceKind.Sqlite, place, default)).Refusal);
            Assert.Equal(Refusal.Forbidden, (await desk.AddAsync(actor, SourceKind.Sqlite, Given.Shop, place, default)).Refusal);
            Assert.Equal(Refusal.Forbidden, await desk.EditAsync(actor, id, Given.Shop, null, version, default));
            Assert.Equal(Refusal.Forbidden, (await desk.TestAsync(actor, id, default)).Refusal);
            Assert.Equal(Refusal.Forbidden, (await desk.ReadSchemaAsync(actor, id, default)).Refusal);
            Assert.Equal(Refusal.Forbidden, await desk.NoteSchemaAsync(actor, id, new SourceSchema([]), default));
            Assert.Equal(Refusal.Forbidden, await desk.RemoveAsync(actor, id, "Shop", version, default));
        }

        foreach (var actor in new[] { TestPortal.Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, await desk.SuggestMapAsync(actor, id, [], version, default));
            Assert.Equal(Refusal.Forbidden, await desk.EditTableAsync(actor, id, new TableMap { Name = "Customer" }, version, default));
            Assert.Equal(Refusal.Forbidden, await desk.AcceptSuggestionsAsync(actor, id, [], version, default));
            Assert.Equal(Refusal.Forbidden, await desk.SpreadFactsAsync(actor, id, "Customer", version, default));
            Assert.Equal(Refusal.Forbidden, await desk.LeaveOutTableAsync(actor, id, "Customer", version, default));
            Assert.Equal(Refusal.Forbidden, (await desk.ReadMapAsync(actor, id, "", default)).Refusal);
            Assert.Equal(Refusal.Forbidden, await desk.ImportMapAsync(actor, id, "", version, default));
            Assert.Equal(Refusal.Forbidden, await desk.DiscardDraftAsync(actor, id, version, default));
            Assert.Equal(Refusal.Forbidden, (await desk.ConfirmMapAsync(actor, id, "", version, default)).Refusal);
        }

        Assert.Equal(Refusal.Forbidden, (await queries.ListAsync(Actor.Anonymous, default)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await queries.SheetAsync(Actor.Anonymous, id, default)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await queries.VersionAsync(Actor.Anonymous, id, 1, default)).Refusal);
        Assert.Equal(version, await portal.VersionAsync(id));
    }
}
