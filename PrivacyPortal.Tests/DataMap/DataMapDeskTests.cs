using PrivacyPortal.Access;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

public class DataMapDeskTests
{
    [Fact]
    public async Task A_map_is_suggested_from_the_people_tables_and_confirmed_by_the_DPO_once_all_of_it_was_seen()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.AddAsync(ChinookShop.Write(Path.Combine(portal.Folder, "chinook.db")));
        Assert.Null(await desk.SuggestMapAsync(TestPortal.Admin, id, ["Customer", "Employee"], 1, default));
        var draft = (await portal.SheetAsync(id)).Draft!;
        Assert.Equal(11, draft.Suggested.Count);
        Assert.Equal(Refusal.Incomplete, (await desk.ConfirmMapAsync(TestPortal.Dpo, id, "", 2, default)).Refusal);

        Assert.Null(await desk.AcceptSuggestionsAsync(TestPortal.Admin, id, draft.Suggested, 2, default));
        Assert.Equal(Refusal.Forbidden, (await desk.ConfirmMapAsync(TestPortal.Admin, id, "", 3, default)).Refusal);
        var confirmed = await desk.ConfirmMapAsync(TestPortal.Dpo, id, "First map", 3, default);
        Assert.Equal(new MapConfirmation(1, confirmed.Value!.Changes, 0), confirmed.Value);
        var sheet = await portal.SheetAsync(id);
        Assert.Equal((SourceState.Ready, null, "Dora Dpo"), (sheet.State, sheet.Draft, sheet.Versions.Single().ConfirmedBy));
    }

    [Fact]
    public async Task An_administrator_confirms_what_describes_and_leaves_the_rest_to_the_DPO()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.ChinookAsync();
        var customer = (await portal.SheetAsync(id)).Map!.Find("Customer")!;
        var changed = customer with { Purpose = "Sales", OnErasure = RowErasure.Delete, Retention = "For ever" };
        Assert.Null(await desk.EditTableAsync(TestPortal.Admin, id, changed, await portal.VersionAsync(id), default));

        var first = await desk.ConfirmMapAsync(TestPortal.Admin, id, "", await portal.VersionAsync(id), default);
        Assert.Equal(new MapConfirmation(2, 1, 2), first.Value);
        var sheet = await portal.SheetAsync(id);
        var inForce = sheet.Map!.Find("Customer")!;
        Assert.Equal(("Sales", RowErasure.Fields, "Ten years after the last invoice"), (inForce.Purpose, inForce.OnErasure, inForce.Retention));
        Assert.Equal(Refusal.Forbidden, (await desk.ConfirmMapAsync(TestPortal.Admin, id, "", sheet.Version, default)).Refusal);

        Assert.Equal(new MapConfirmation(3, 2, 0), (await desk.ConfirmMapAsync(TestPortal.Dpo, id, "", sheet.Version, default)).Value);
        sheet = await portal.SheetAsync(id);
        Assert.Equal((RowErasure.Delete, null), (sheet.Map!.Find("Customer")!.OnErasure, sheet.Draft));
    }

    [Fact]
    public async Task What_article_15_asks_is_given_to_the_tables_that_do_not_say_it_and_to_no_other()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.ChinookAsync();
        var map = (await portal.SheetAsync(id)).Map!;
        await desk.EditTableAsync(TestPortal.Dpo, id, map.Find("Employee")! with { Purpose = null, Retention = null }, await portal.VersionAsync(id), default);
        Assert.Null(await desk.SpreadFactsAsync(TestPortal.Dpo, id, "Customer", await portal.VersionAsync(id), default));
        var draft = (await portal.SheetAsync(id)).Draft!.Map;
        Assert.Equal(("Sale of music and after-sales service", "Ten years after the last invoice"), (draft.Find("Employee")!.Purpose, draft.Find("Employee")!.Retention));
        Assert.Equal("Bookkeeping", draft.Find("Invoice")!.Purpose);
        Assert.Null(draft.Find("Genre")!.Purpose);
    }

    [Fact]
    public async Task Earlier_versions_of_a_map_stay_as_they_were()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.ChinookAsync();
        var genre = new TableMap { Name = "Genre", Role = TableRole.Shared, Title = "Genres" };
        await desk.EditTableAsync(TestPortal.Dpo, id, genre, await portal.VersionAsync(id), default);
        await desk.ConfirmMapAsync(TestPortal.Dpo, id, "Title", await portal.VersionAsync(id), default);
        var queries = portal.Get<DataSourceQueries>();
        Assert.Null((await queries.MapAsync(id, 1, default))!.Find("Genre")!.Title);
        Assert.Equal("Genres", (await queries.MapAsync(id, 2, default))!.Find("Genre")!.Title);
        Assert.Equal(2, (await portal.SheetAsync(id)).Versions.Count);
    }

    [Fact]
    public async Task A_schema_that_changed_is_noticed_when_the_connection_is_tried()
    {
        await using var portal = await Given.PortalAsync();
        var id = await portal.ChinookAsync();
        Given.Run((await portal.SheetAsync(id)).Place!.Path!, "ALTER TABLE Customer ADD COLUMN Mobile TEXT");
        Assert.Null((await portal.Get<DataSourceDesk>().TestAsync(TestPortal.Admin, id, default)).Refusal);
        Assert.Equal(SourceState.Drifted, (await portal.SheetAsync(id)).State);
    }

    [Fact]
    public async Task A_schema_that_changed_is_noticed_and_asks_for_the_map_to_be_confirmed_again()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.ChinookAsync();
        Given.Run((await portal.SheetAsync(id)).Place!.Path!, "ALTER TABLE Customer ADD COLUMN Mobile TEXT; CREATE TABLE Wish (Id INTEGER PRIMARY KEY, CustomerId INTEGER REFERENCES Customer, Note TEXT)");
        var reading = await desk.ReadSchemaAsync(TestPortal.Admin, id, default);
        Assert.True(reading.Value!.Changed);
        var sheet = await portal.SheetAsync(id);
        Assert.Equal(SourceState.Drifted, sheet.State);
        Assert.Contains(new SchemaChange(SchemaChangeKind.ColumnAdded, "Customer", "Mobile", null, "TEXT"), sheet.Drift);
        Assert.Contains(new SchemaChange(SchemaChangeKind.TableAdded, "Wish"), sheet.Drift);
        Assert.Contains(sheet.Warnings, w => w.Gap == MapGap.SchemaDrifted);
        Assert.True(Assert.Single(await portal.Get<DataSourceQueries>().MappedAsync(default)).Drifted);

        Assert.Null(await desk.SuggestMapAsync(TestPortal.Admin, id, ["Customer", "Employee"], sheet.Version, default));
        var draft = (await portal.SheetAsync(id)).Draft!;
        Assert.Equal(["Customer", "Wish"], draft.Suggested.Order());
        Assert.Equal("contact.phone", draft.Map.Find("Customer")!.Find("Mobile")!.Category);
        Assert.Equal(FieldErasure.Keep, draft.Map.Find("Customer")!.Find("FirstName")!.OnErasure);
        Assert.Equal(ReferenceKind.OwnedBy, draft.Map.Find("Wish")!.References.Single().Targets.Single().Kind);

        await desk.AcceptSuggestionsAsync(TestPortal.Dpo, id, draft.Suggested, await portal.VersionAsync(id), default);
        Assert.Equal(2, (await desk.ConfirmMapAsync(TestPortal.Dpo, id, "", await portal.VersionAsync(id), default)).Value!.MapVersion);
        Assert.Equal((SourceState.Ready, 0), ((await portal.SheetAsync(id)).State, (await portal.SheetAsync(id)).Drift.Count));
    }

    [Fact]
    public async Task Whoever_reads_a_source_anyway_notices_that_its_schema_changed()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.ChinookAsync();
        var version = await portal.VersionAsync(id);
        var connector = (await portal.Get<DataSourceQueries>().OpenAsync(id, default))!;
        Assert.Null(await desk.NoteSchemaAsync(Actor.System("search"), id, await connector.ReadSchemaAsync(default), default));
        Assert.Equal((version, SourceState.Ready), ((await portal.SheetAsync(id)).Version, (await portal.SheetAsync(id)).State));

        Given.Run((await portal.SheetAsync(id)).Place!.Path!, "ALTER TABLE Customer ADD COLUMN Mobile TEXT");
        Assert.Null(await desk.NoteSchemaAsync(Actor.System("search"), id, await connector.ReadSchemaAsync(default), default));
        Assert.Equal(SourceState.Drifted, (await portal.SheetAsync(id)).State);
    }

    [Fact]
    public async Task A_map_that_still_holds_is_confirmed_as_it_is_for_the_changed_schema()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.ChinookAsync();
        Given.Run((await portal.SheetAsync(id)).Place!.Path!, "CREATE TRIGGER note AFTER DELETE ON Genre BEGIN SELECT 1; END");
        await desk.ReadSchemaAsync(TestPortal.Admin, id, default);
        await desk.SuggestMapAsync(TestPortal.Dpo, id, ["Customer", "Employee"], await portal.VersionAsync(id), default);
        var draft = (await portal.SheetAsync(id)).Draft!;
        await desk.AcceptSuggestionsAsync(TestPortal.Dpo, id, draft.Suggested, await portal.VersionAsync(id), default);
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, id, "", await portal.VersionAsync(id), default)).Refusal);
        Assert.Equal(SourceState.Ready, (await portal.SheetAsync(id)).State);
    }

    [Fact]
    public async Task A_table_that_is_gone_is_told_and_leaves_the_next_map()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.ChinookAsync();
        Given.Run((await portal.SheetAsync(id)).Place!.Path!, "DROP TABLE PlaylistTrack");
        await desk.ReadSchemaAsync(TestPortal.Admin, id, default);
        var sheet = await portal.SheetAsync(id);
        Assert.Contains(new MapWarning(MapGap.TableGone, "PlaylistTrack"), sheet.Warnings);
        Assert.Contains(new SchemaChange(SchemaChangeKind.TableGone, "PlaylistTrack"), sheet.Drift);

        // The map as it was is no longer one of this source: neither by hand nor by YAML.
        var read = (await desk.ReadMapAsync(TestPortal.Dpo, id, ChinookShop.MapYaml, default)).Value!;
        var line = ChinookShop.MapYaml.Split('\n').ToList().FindIndex(l => l.Trim() == "PlaylistTrack:") + 1;
        Assert.Contains(new MapFault(line, MapFaultKind.UnknownTable, "PlaylistTrack"), read.Faults);
        Assert.Equal(Refusal.Invalid, await desk.ImportMapAsync(TestPortal.Dpo, id, ChinookShop.MapYaml, sheet.Version, default));
        await desk.EditTableAsync(TestPortal.Dpo, id, sheet.Map!.Find("Genre")! with { Title = "G" }, sheet.Version, default);
        Assert.Equal(Refusal.Incomplete, (await desk.ConfirmMapAsync(TestPortal.Dpo, id, "", await portal.VersionAsync(id), default)).Refusal);

        await desk.SuggestMapAsync(TestPortal.Dpo, id, ["Customer", "Employee"], await portal.VersionAsync(id), default);
        Assert.Null((await portal.SheetAsync(id)).Draft!.Map.Find("PlaylistTrack"));
    }

    [Fact]
    public async Task The_map_of_Chinook_has_no_warning()
    {
        await using var portal = await Given.PortalAsync();
        var sheet = await portal.SheetAsync(await portal.ChinookAsync());
        Assert.Empty(sheet.Warnings);
    }

    [Fact]
    public async Task A_broken_YAML_changes_nothing()
    {
        await using var portal = await Given.PortalAsync();
        var id = await portal.ChinookAsync();
        var version = await portal.VersionAsync(id);
        Assert.Equal(Refusal.Invalid, await portal.Get<DataSourceDesk>().ImportMapAsync(TestPortal.Dpo, id, "tables:\n  Customer: [", version, default));
        Assert.Equal((version, null), (await portal.VersionAsync(id), (await portal.SheetAsync(id)).Draft));
    }

    [Fact]
    public async Task Two_who_work_on_one_draft_do_not_overwrite_each_other_unseen()
    {
        await using var portal = await Given.PortalAsync();
        var desk = portal.Get<DataSourceDesk>();
        var id = await portal.ChinookAsync();
        var sheet = await portal.SheetAsync(id);
        Assert.Null(await desk.EditTableAsync(TestPortal.Admin, id, sheet.Map!.Find("Genre")! with { Title = "A" }, sheet.Version, default));
        Assert.Equal(Refusal.Stale, await desk.EditTableAsync(TestPortal.Dpo, id, sheet.Map.Find("Genre")! with { Title = "B" }, sheet.Version, default));
        Assert.Equal("A", (await portal.SheetAsync(id)).Draft!.Map.Find("Genre")!.Title);
    }
}
