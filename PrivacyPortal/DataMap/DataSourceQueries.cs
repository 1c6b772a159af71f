using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;

namespace PrivacyPortal.DataMap;

/// <summary>A source in the list.</summary>
public sealed record SourceRow(
    Guid Id, string Name, SourceKind Kind, SourceState State, string Owner, string HostingRegion, int Tables, int MapVersion, bool HasDraft, DateTimeOffset? SchemaReadAt);

/// <summary>A version of a map in its history.</summary>
public sealed record MapVersionRow(int MapVersion, DateTimeOffset ConfirmedAt, string ConfirmedBy, string Reason);

/// <summary>All that the pages of one source show.</summary>
/// <param name="Map">The map in force; null: none yet.</param>
/// <param name="Warnings">Of the map in force, held against the schema as last read.</param>
/// <param name="Drift">How the schema differs from the one that the map was confirmed for.</param>
/// <param name="Place">Where it is, for those who keep the sources; null for others.</param>
public sealed record SourceSheet(
    Guid Id, int Version, SourceKind Kind, SourceState State, SourceDescription Description, SourceConnection? Place, DateTimeOffset AddedAt, DateTimeOffset? TestedAt, SourceFailure? Failure,
    bool Writable, string? Product, DateTimeOffset? SchemaReadAt, SourceSchema Schema, SourceMap? Map, MapDraft? Draft, IReadOnlyList<MapWarning> Warnings,
    IReadOnlyList<SchemaChange> Drift, IReadOnlyList<MapVersionRow> Versions)
{
    /// <summary>Who does the work on a source kept by hand, and how; null for what the portal reaches.</summary>
    public ManualKeeping? Keeping { get; init; }
}

/// <summary>A source that requests can search: its map in force, and how to open it.</summary>
/// <param name="Drifted">The schema has changed since the map was confirmed: the DPO should look first.</param>
/// <param name="BackupDays">The age that its oldest backup reaches; null: not known.</param>
public sealed record MappedSource(Guid Id, string Name, SourceKind Kind, SourceMap Map, bool Drifted, string Owner, int? BackupDays)
{
    /// <summary>Outside the accepted region: on what the transfer rests.</summary>
    public string? TransferSafeguard { get; init; }

    /// <summary>For a source kept by hand.</summary>
    public ManualKeeping? Keeping { get; init; }
}

/// <param name="Mapped">Whether a map is in force; without one it is not searched.</param>
public sealed record ConnectedSource(Guid Id, string Name, bool Mapped, DateTimeOffset AddedAt);

/// <summary>Reads about data sources. What needs an actor is for people; <see cref="MappedAsync"/> is for the portal's own work.</summary>
public sealed class DataSourceQueries(IDbContextFactory<PortalDbContext> contexts, SourceConnections connections)
{
    public async Task<Reply<IReadOnlyList<SourceRow>>> ListAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<DataSource>().AsNoTracking().Where(s => s.RemovedAt == null).OrderBy(s => s.Name)
            .Select(s => new
            {
                s.Id, s.Name, s.Kind, s.Owner, s.HostingRegion, s.TableCount, s.MapVersion, HasDraft = s.Draft != null, s.SchemaReadAt, s.Failure, Drifted = s.MapFingerprint != s.SchemaFingerprint,
            }).ToListAsync(ct);
        return new Reply<IReadOnlyList<SourceRow>>(
            [.. rows.Select(r => new SourceRow(r.Id, r.Name, r.Kind, DataSource.StateOf(r.Failure, r.MapVersion, r.Drifted), r.Owner, r.HostingRegion, r.TableCount, r.MapVersion, r.HasDraft, r.SchemaReadAt))],
            null);
    }

    public async Task<Reply<SourceSheet>> SheetAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<DataSource>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.RemovedAt == null, ct) is not { } source)
        {
            return Refusal.NotFound;
        }

        var confirmed = await db.Set<ConfirmedMap>().AsNoTracking().SingleOrDefaultAsync(m => m.SourceId == id && m.MapVersion == source.MapVersion, ct);
        var versions = await db.Set<ConfirmedMap>().AsNoTracking().Where(m => m.SourceId == id).OrderByDescending(m => m.MapVersion)
            .Select(m => new MapVersionRow(m.MapVersion, m.ConfirmedAt, m.ConfirmedBy, m.Reason)).ToListAsync(ct);
        var schema = source.ReadSchema();
        var map = confirmed?.ReadMap();
        return new SourceSheet(
            source.Id, source.Version, source.Kind, source.State, source.Description, actor.May(Permission.ManageSources) ? connections.Unseal(source).WithoutPassword() : null, source.AddedAt, source.TestedAt, source.Failure,
            source.Writable, source.Product, source.SchemaReadAt, schema, map, source.ReadDraft(), map is null ? [] : MapCheck.Of(map, schema),
            confirmed is null || source.MapFingerprint == source.SchemaFingerprint ? [] : SchemaDifference.Between(confirmed.ReadSchema(), schema), versions)
        {
            Keeping = KeepingOf(source),
        };
    }

    /// <summary>One version of a map, as it was confirmed.</summary>
    public async Task<Reply<ConfirmedMap>> VersionAsync(Actor actor, Guid id, int mapVersion, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewDataMap) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<ConfirmedMap>().AsNoTracking().SingleOrDefaultAsync(m => m.SourceId == id && m.MapVersion == mapVersion, ct) is { } map ? map : Refusal.NotFound;
    }

    /// <summary>Every source with a map in force: what a search goes through. One without a map cannot be searched and is named by <see cref="ConnectedAsync"/>.</summary>
    public async Task<IReadOnlyList<MappedSource>> MappedAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sources = await db.Set<DataSource>().AsNoTracking().Where(s => s.RemovedAt == null && s.MapVersion > 0).OrderBy(s => s.Name)
            .Join(db.Set<ConfirmedMap>(), s => new { s.Id, s.MapVersion }, m => new { Id = m.SourceId, m.MapVersion }, (s, m) => new { Source = s, m.Map }).ToListAsync(ct);
        return [.. sources.Select(s => Mapped(s.Source, MapJson.ReadMap(s.Map)))];
    }

    /// <summary>One source as it is to be searched; null: removed, or without a map.</summary>
    public async Task<MappedSource?> MappedAsync(Guid id, CancellationToken ct) => (await MappedAsync(ct)).FirstOrDefault(s => s.Id == id);

    /// <summary>Every source, within the caller's operation: an answer must not call those without a map searched.</summary>
    public static async Task<IReadOnlyList<ConnectedSource>> ConnectedAsync(PortalDbContext db, CancellationToken ct) =>
        await db.Set<DataSource>().AsNoTracking().Where(s => s.RemovedAt == null).OrderBy(s => s.Name)
            .Select(s => new ConnectedSource(s.Id, s.Name, s.MapVersion > 0, s.AddedAt)).ToListAsync(ct);

    /// <summary>The map that a decision was taken on, whichever is in force now.</summary>
    public async Task<SourceMap?> MapAsync(Guid id, int mapVersion, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.Set<ConfirmedMap>().AsNoTracking().SingleOrDefaultAsync(m => m.SourceId == id && m.MapVersion == mapVersion, ct))?.ReadMap();
    }

    /// <summary>The door to a source. Null: it was removed.</summary>
    public async Task<IConnector?> OpenAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<DataSource>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.RemovedAt == null, ct) is { } source ? connections.Open(source) : null;
    }

    private MappedSource Mapped(DataSource source, SourceMap map) =>
        new(source.Id, source.Name, source.Kind, map, source.MapFingerprint != source.SchemaFingerprint, source.Owner, source.BackupDays) { TransferSafeguard = source.TransferSafeguard, Keeping = KeepingOf(source) };

    private ManualKeeping? KeepingOf(DataSource source) => source.Kind == SourceKind.Manual ? connections.Unseal(source).Keeping : null;
}
