using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;

namespace PrivacyPortal.DataMap;

/// <summary>
/// Every verb on data sources and their maps. Sources are the administrator's; of a map, both describe, and what it says about ownership,
/// erasure and retention comes into force with a DPO only.
/// </summary>
public sealed partial class DataSourceDesk(
    IDbContextFactory<PortalDbContext> contexts, SourceConnections connections, HostingRule hosting, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>What <see cref="ChangeFeed"/> calls a change of a source.</summary>
    public const string ChangeKind = "source";

    /// <summary>Tries a connection that is not kept yet.</summary>
    public async Task<Reply<ConnectionCheck>> CheckAsync(Actor actor, SourceKind kind, SourceConnection connection, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSources) is { } refusal)
        {
            return refusal;
        }

        return await connections.CheckAsync(kind, connection, ct);
    }

    /// <summary>Tries another connection for a source that is kept; without a password it is the kept one, if the server is still the same.</summary>
    public async Task<Reply<ConnectionCheck>> CheckAsync(Actor actor, Guid id, SourceConnection connection, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSources) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.FindAsync<DataSource>([id], ct) is { RemovedAt: null } source
            ? await connections.CheckAsync(source.Kind, connection.WithPasswordOf(connections.Unseal(source)), ct)
            : Refusal.NotFound;
    }

    /// <summary>
    /// Adds a source that can be reached, and reads its schema. <see cref="Refusal.Invalid"/>: the description, the place or the connection is
    /// not good (<see cref="CheckAsync"/> tells why); <see cref="Refusal.Incomplete"/>: hosted outside the accepted region, without safeguard.
    /// </summary>
    public async Task<Reply<Guid>> AddAsync(Actor actor, SourceKind kind, SourceDescription description, SourceConnection connection, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSources) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var source = new DataSource { Id = Guid.NewGuid(), Kind = kind, AddedAt = clock.GetUtcNow() };
        if (await DescribeAsync(db, source, description, connection, ct) is { } fault)
        {
            return fault;
        }

        var check = await connections.CheckAsync(kind, connection, ct);
        source.NoteTest(check, clock.GetUtcNow());
        if (!check.Good)
        {
            return Refusal.Invalid;
        }

        source.NoteSchema(await SourceConnections.Open(kind, connection).ReadSchemaAsync(ct), clock.GetUtcNow());
        if (connection.Keeping is { } keeping)
        {
            source.Write(keeping.Begin(source.Description) with { By = actor.Name, At = clock.GetUtcNow() });
        }

        db.Add(source);
        return await SaveAsync(db, source, ct, Fact(actor, source, "added", new { source.Id, Kind = kind.ToString(), source.HostingRegion, Tables = source.TableCount })) is { } failed
            ? failed
            : source.Id;
    }

    /// <summary>Describes it anew. Calling code and region are part of the map too: with a map in force they make a new version of it.</summary>
    /// <param name="connection">Null: as it is.</param>
    public async Task<Refusal?> EditAsync(Actor actor, Guid id, SourceDescription description, SourceConnection? connection, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSources) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await FindAsync(db, id, version, ct);
        if (found.Value is not { } source)
        {
            return found.Refusal;
        }

        var before = source.Description;
        connection = connection?.WithPasswordOf(connections.Unseal(source));
        if (await DescribeAsync(db, source, description, connection ?? connections.Unseal(source), ct) is { } fault)
        {
            return fault;
        }

        if (connection is not null)
        {
            var check = await connections.CheckAsync(source.Kind, connection, ct);
            if (!check.Good)
            {
                return Refusal.Invalid;
            }

            source.NoteTest(check, clock.GetUtcNow());
            source.NoteSchema(await connections.Open(source).ReadSchemaAsync(ct), clock.GetUtcNow());
        }

        await CarryIntoMapAsync(db, source, before, actor, ct);
        var changed = new { source.Id, Place = connection is not null, Region = before.HostingRegion != source.HostingRegion, source.HostingRegion, source.MapVersion };
        return await SaveAsync(db, source, ct, Fact(actor, source, "edited", changed));
    }

    /// <summary>Tries the connection as it is kept, and keeps the result.</summary>
    public async Task<Reply<ConnectionCheck>> TestAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSources) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.FindAsync<DataSource>([id], ct) is not { RemovedAt: null } source)
        {
            return Refusal.NotFound;
        }

        var check = await connections.CheckAsync(source.Kind, connections.Unseal(source), ct);
        source.NoteTest(check, clock.GetUtcNow());
        var changed = check.Good && source.NoteSchema(await connections.Open(source).ReadSchemaAsync(ct), clock.GetUtcNow());
        var fact = Fact(actor, source, "tested", new { source.Id, Failure = check.Failure?.ToString() ?? check.Place?.ToString(), check.Writable, Changed = changed });
        return await SaveAsync(db, source, ct, fact) is { } failed ? failed : check;
    }

    /// <summary>Reads the schema again. The answer's <see cref="SchemaReading.Changed"/> tells whether it is another than before.</summary>
    public async Task<Reply<SchemaReading>> ReadSchemaAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSources) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.FindAsync<DataSource>([id], ct) is not { RemovedAt: null } source)
        {
            return Refusal.NotFound;
        }

        var check = await connections.CheckAsync(source.Kind, connections.Unseal(source), ct);
        source.NoteTest(check, clock.GetUtcNow());
        var changed = check.Good && source.NoteSchema(await connections.Open(source).ReadSchemaAsync(ct), clock.GetUtcNow());
        var fact = Fact(actor, source, "schema-read", new { source.Id, Changed = changed, Failure = check.Failure?.ToString(), Tables = source.TableCount });
        return await SaveAsync(db, source, ct, fact) is { } failed ? failed : new SchemaReading(check, changed);
    }

    /// <summary>For whoever reads the source anyway: notes its schema, so that drift shows at once. Says nothing where it is as it was.</summary>
    public async Task<Refusal?> NoteSchemaAsync(Actor actor, Guid id, SourceSchema schema, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSources) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.FindAsync<DataSource>([id], ct) is not { RemovedAt: null } source)
        {
            return Refusal.NotFound;
        }

        // Rights are no part of the fingerprint: what the portal may no longer see does not make the map another.
        var rights = schema.Rights().SetEquals(source.ReadSchema().Rights());
        return (source.NoteSchema(schema, clock.GetUtcNow()), rights) switch
        {
            (true, _) => await SaveAsync(db, source, ct, Fact(actor, source, "drift-noticed", new { source.Id, source.MapVersion, Tables = source.TableCount })),
            (false, false) => await SaveAsync(db, source, ct, Fact(actor, source, "rights-noticed", new { source.Id, Unreadable = schema.Tables.Count(t => t.Unreadable), RowsHidden = schema.Tables.Count(t => t.RowsHidden) })),
            (false, true) => null,
        };
    }

    /// <summary>
    /// Removes a source: nothing is searched there any more. Its connection is forgotten, its maps stay. The source itself is not touched.
    /// </summary>
    /// <param name="nameTyped">The source's name, typed by whoever removes it: it cannot be undone.</param>
    public async Task<Refusal?> RemoveAsync(Actor actor, Guid id, string nameTyped, int version, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageSources) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = await FindAsync(db, id, version, ct);
        if (found.Value is not { } source)
        {
            return found.Refusal;
        }

        if (nameTyped.Trim() != source.Name)
        {
            return Refusal.Invalid;
        }

        return source.Remove(clock.GetUtcNow()) ?? await SaveAsync(db, source, ct, Fact(actor, source, "removed", new { source.Id, source.MapVersion }));
    }

    private static AuditFact Fact(Actor actor, DataSource source, string name, object payload) => new(actor, "source", name, source.Name, payload);

    private static async Task<Reply<DataSource>> FindAsync(PortalDbContext db, Guid id, int version, CancellationToken ct) =>
        await db.FindAsync<DataSource>([id], ct) switch
        {
            null or { RemovedAt: not null } => Refusal.NotFound,
            { } source when source.Version != version => Refusal.Stale,
            var source => source,
        };

    private async Task<Refusal?> DescribeAsync(PortalDbContext db, DataSource source, SourceDescription description, SourceConnection connection, CancellationToken ct)
    {
        var trimmed = description.Trimmed();
        if (source.Describe(trimmed, connections.Seal(connection)) is { } refusal)
        {
            return refusal;
        }

        if (await db.Set<DataSource>().AnyAsync(s => s.RemovedAt == null && s.Id != source.Id && s.Name == trimmed.Name, ct))
        {
            return Refusal.Duplicate;
        }

        return await hosting.AcceptsAsync(trimmed.HostingRegion, trimmed.TransferSafeguard, ct) ? null : Refusal.Incomplete;
    }

    private async Task<Refusal?> SaveAsync(PortalDbContext db, DataSource source, CancellationToken ct, params IReadOnlyList<AuditFact> facts)
    {
        var refusal = await audit.SaveAsync(db, ct, facts);
        if (refusal is null)
        {
            feed.Publish(ChangeKind, source.Id.ToString());
        }

        return refusal;
    }
}

/// <param name="Changed">The source is another than at the last reading.</param>
public sealed record SchemaReading(ConnectionCheck Check, bool Changed);
