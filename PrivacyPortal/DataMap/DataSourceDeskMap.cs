using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap.Suggestions;
using PrivacyPortal.DataMap.Yaml;

namespace PrivacyPortal.DataMap;

/// <summary>The verbs on a map: begun from suggestions, worked on as a draft, in force once confirmed.</summary>
public sealed partial class DataSourceDesk
{
    /// <summary>
    /// Begins or renews the draft from which tables are people, because every other suggestion follows from that. What the map in force says,
    /// and what a person already put in the draft, stays; the rest is suggested from names, keys and a few sampled values.
    /// </summary>
    public async Task<Refusal?> SuggestMapAsync(Actor actor, Guid id, IReadOnlyCollection<string> people, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.EditDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await FindAsync(db, id, version, ct);
        if (found.Value is not { } source)
        {
            return found.Refusal;
        }

        var schema = source.ReadSchema();
        if (people.Any(p => schema.Find(p) is null))
        {
            return Refusal.Invalid;
        }

        var draft = source.ReadDraft();
        var kept = draft is null ? ((await ConfirmedAsync(db, source, ct))?.ReadMap() ?? Empty(source.Description)) : draft.Map with { Tables = [.. draft.Map.Tables.Where(t => !draft.IsSuggested(t.Name))] };
        var fresh = MapReconciliation.Complete(kept, schema, people, await SampleAsync(source, ct)) with { BasedOn = source.MapVersion };
        return await WriteAsync(db, source, fresh, actor, "map-suggested", new { source.Id, People = people.Count, Suggested = fresh.Suggested.Count }, ct);
    }

    /// <summary>Puts one table into the draft as a person says it is. Anything may be proposed; what comes into force is decided on confirming.</summary>
    public Task<Refusal?> EditTableAsync(Actor actor, Guid id, TableMap table, int version, CancellationToken ct) =>
        EditDraftAsync(actor, id, version, "map-edited", (source, draft) => source.ReadSchema().Find(table.Name) is null ? null : draft.With(table), ct);

    /// <summary>Takes the suggestions for these tables as they are.</summary>
    public Task<Refusal?> AcceptSuggestionsAsync(Actor actor, Guid id, IReadOnlyCollection<string> tables, int version, CancellationToken ct) =>
        EditDraftAsync(actor, id, version, "map-suggestions-accepted", (_, draft) => draft with { Suggested = [.. draft.Suggested.Except(tables)] }, ct);

    /// <summary>Gives purpose, legal basis, recipients and retention of one table to those that do not say them.</summary>
    public Task<Refusal?> SpreadFactsAsync(Actor actor, Guid id, string table, int version, CancellationToken ct) =>
        EditDraftAsync(actor, id, version, "map-facts-spread", (_, draft) => draft.Map.Find(table) is { } from ? draft.Spread(from) : null, ct);

    /// <summary>Leaves a table out of the map: it is then shown as not covered.</summary>
    public Task<Refusal?> LeaveOutTableAsync(Actor actor, Guid id, string table, int version, CancellationToken ct) =>
        EditDraftAsync(actor, id, version, "map-table-left-out", (_, draft) => draft.Without(table), ct);

    /// <summary>Reads a map from YAML against the source's schema, without changing anything.</summary>
    public async Task<Reply<MapReading>> ReadMapAsync(Actor actor, Guid id, string yaml, CancellationToken ct)
    {
        if (actor.Lacks(Permission.EditDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.FindAsync<DataSource>([id], ct) is { RemovedAt: null } source ? MapYamlReader.Read(yaml, source.ReadSchema()) : Refusal.NotFound;
    }

    /// <summary>Makes the YAML the draft, to be reviewed like any other. <see cref="Refusal.Invalid"/>: it has faults (<see cref="ReadMapAsync"/> tells them).</summary>
    public async Task<Refusal?> ImportMapAsync(Actor actor, Guid id, string yaml, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.EditDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await FindAsync(db, id, version, ct);
        if (found.Value is not { } source)
        {
            return found.Refusal;
        }

        if (MapYamlReader.Read(yaml, source.ReadSchema()).Map is not { } map)
        {
            return Refusal.Invalid;
        }

        var draft = new MapDraft { Map = Whole(map, source.Description), BasedOn = source.MapVersion, PeopleConfirmed = true };
        return await WriteAsync(db, source, draft, actor, "map-imported", new { source.Id, Tables = map.Tables.Count }, ct);
    }

    /// <summary>Throws the draft away; the map in force stays.</summary>
    public async Task<Refusal?> DiscardDraftAsync(Actor actor, Guid id, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.EditDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await FindAsync(db, id, version, ct);
        return found.Value is { } source ? await WriteAsync(db, source, null, actor, "map-draft-discarded", new { source.Id }, ct) : found.Refusal;
    }

    /// <summary>
    /// Brings the draft into force as the map's next version. A DPO confirms all of it; without <see cref="Permission.GovernDataMap"/> only what
    /// describes comes into force, and the rest stays in the draft for the DPO. <see cref="Refusal.Incomplete"/>: suggestions are unseen or the
    /// map contradicts the source; <see cref="Refusal.Forbidden"/>: nothing in the draft is the actor's to confirm;
    /// <see cref="Refusal.WrongState"/>: there is nothing to confirm.
    /// </summary>
    public async Task<Reply<MapConfirmation>> ConfirmMapAsync(Actor actor, Guid id, string reason, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.EditDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await FindAsync(db, id, version, ct);
        if (found.Value is not { } source)
        {
            return found.Refusal!.Value;
        }

        if (source.ReadDraft() is not { } draft)
        {
            return Refusal.WrongState;
        }

        if (MapReview.Obstacles(draft, source.ReadSchema()).Count > 0 || !await hosting.AcceptsAsync(draft.Map.HostingRegion ?? source.HostingRegion, source.TransferSafeguard, ct))
        {
            return Refusal.Incomplete;
        }

        var last = await ConfirmedAsync(db, source, ct);
        var before = last?.ReadMap() ?? Empty(source.Description);
        var governs = actor.May(Permission.GovernDataMap);
        var map = governs ? draft.Map : MapDifference.Descriptive(before, draft.Map);
        var changes = MapDifference.Between(before, map);
        if (changes.Count == 0 && (!governs || source.State != SourceState.Drifted))
        {
            return governs ? Refusal.WrongState : Refusal.Forbidden;
        }

        // Only a DPO says that the map still holds for a schema that changed: new columns may need rules.
        db.Add(source.Confirm(map, actor.Name, reason.Trim(), clock.GetUtcNow(), governs ? null : last));
        var awaiting = MapDifference.Between(map, draft.Map).Count;
        source.Write(awaiting == 0 ? null : draft with { BasedOn = source.MapVersion });
        var fact = Fact(actor, source, "map-confirmed", new { source.Id, source.MapVersion, Changes = changes.Count, Governed = changes.Count(c => c.Governed), Awaiting = awaiting });
        return await SaveAsync(db, source, ct, fact) is { } failed ? failed : new MapConfirmation(source.MapVersion, changes.Count, awaiting);
    }

    /// <summary>What a document leaves out of the source itself is as it was.</summary>
    internal static SourceMap Whole(SourceMap map, SourceDescription description) =>
        map with { CallingCode = map.CallingCode ?? description.CallingCode, HostingRegion = map.HostingRegion ?? description.HostingRegion };

    /// <summary>What every map of a source says before anything is said of its tables.</summary>
    internal static SourceMap Empty(SourceDescription description) => new() { Version = 0, CallingCode = description.CallingCode, HostingRegion = description.HostingRegion };

    private static Task<ConfirmedMap?> ConfirmedAsync(PortalDbContext db, DataSource source, CancellationToken ct) =>
        db.Set<ConfirmedMap>().AsNoTracking().SingleOrDefaultAsync(m => m.SourceId == source.Id && m.MapVersion == source.MapVersion, ct);

    private async Task<Refusal?> EditDraftAsync(Actor actor, Guid id, int version, string name, Func<DataSource, MapDraft, MapDraft?> edit, CancellationToken ct)
    {
        if (actor.Lacks(Permission.EditDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await FindAsync(db, id, version, ct);
        if (found.Value is not { } source)
        {
            return found.Refusal;
        }

        // Without a draft the map in force is what is edited.
        var draft = source.ReadDraft() ?? (await ConfirmedAsync(db, source, ct) is { } last ? new MapDraft { Map = last.ReadMap(), BasedOn = source.MapVersion, PeopleConfirmed = true } : null);
        if (draft is null)
        {
            return Refusal.WrongState;
        }

        return edit(source, draft) is { } edited
            ? await WriteAsync(db, source, edited, actor, name, new { source.Id, edited.Map.Tables.Count, Suggested = edited.Suggested.Count }, ct)
            : Refusal.Invalid;
    }

    private async Task<Refusal?> WriteAsync(PortalDbContext db, DataSource source, MapDraft? draft, Actor actor, string name, object payload, CancellationToken ct) =>
        source.Write(draft is null ? null : draft with { By = actor.Name, At = clock.GetUtcNow() })
        ?? await SaveAsync(db, source, ct, Fact(actor, source, name, payload));

    /// <summary>A changed calling code or region is a changed map: a decision binds both.</summary>
    private async Task CarryIntoMapAsync(PortalDbContext db, DataSource source, SourceDescription before, Actor actor, CancellationToken ct)
    {
        if (before.CallingCode == source.CallingCode && before.HostingRegion == source.HostingRegion)
        {
            return;
        }

        if (await ConfirmedAsync(db, source, ct) is { } last)
        {
            var changed = last.ReadMap() with { CallingCode = source.CallingCode, HostingRegion = source.HostingRegion };
            db.Add(source.Confirm(changed, actor.Name, "", clock.GetUtcNow(), last));
        }

        if (source.ReadDraft() is { } draft)
        {
            source.Write(draft with { Map = draft.Map with { CallingCode = source.CallingCode, HostingRegion = source.HostingRegion }, BasedOn = source.MapVersion });
        }
    }

    /// <summary>A few rows of each table, looked at for suggestions and forgotten. A source that does not answer is suggested from names only.</summary>
    private async Task<IReadOnlyDictionary<string, TableSample>> SampleAsync(DataSource source, CancellationToken ct)
    {
        try
        {
            await using var reader = await connections.Open(source).OpenAsync(ct);
            return await TableSample.ReadAsync(reader, ct);
        }
        catch (SourceException)
        {
            return new Dictionary<string, TableSample>();
        }
    }
}

/// <param name="Awaiting">Changes that stay in the draft for the DPO.</param>
public sealed record MapConfirmation(int MapVersion, int Changes, int Awaiting);
