using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;

namespace PrivacyPortal.DataMap;

/// <summary>A system that holds personal data, and what the portal knows of it.</summary>
public sealed class DataSource : IVersioned
{
    public Guid Id { get; init; }

    public SourceKind Kind { get; init; }

    public string Name { get; private set; } = "";

    public string Owner { get; private set; } = "";

    public string HostingRegion { get; private set; } = "";

    public string? TransferSafeguard { get; private set; }

    public string? CallingCode { get; private set; }

    public int? BackupDays { get; private set; }

    /// <summary>A <see cref="SourceConnection"/>, sealed; empty once the source is removed.</summary>
    public byte[] Connection { get; private set; } = [];

    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Its maps stay, because decisions rest on them; its connection does not.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public DateTimeOffset? TestedAt { get; private set; }

    /// <summary>Why the last try failed; null: it did not.</summary>
    public SourceFailure? Failure { get; private set; }

    public bool Writable { get; private set; }

    public string? Product { get; private set; }

    /// <summary>What the source said of itself when it was last read, as JSON.</summary>
    public string Schema { get; private set; } = "";

    public string SchemaFingerprint { get; private set; } = "";

    public int TableCount { get; private set; }

    public DateTimeOffset? SchemaReadAt { get; private set; }

    /// <summary>The newest confirmed map (<see cref="ConfirmedMap"/>); 0: none yet.</summary>
    public int MapVersion { get; private set; }

    /// <summary>The schema that the newest map was confirmed for.</summary>
    public string MapFingerprint { get; private set; } = "";

    /// <summary>A <see cref="MapDraft"/> as JSON; null: nothing is being changed.</summary>
    public string? Draft { get; private set; }

    public int Version { get; set; } = 1;

    public SourceState State => RemovedAt is not null ? SourceState.Removed : StateOf(Failure, MapVersion, MapFingerprint != SchemaFingerprint);

    public SourceDescription Description => new(Name, Owner, HostingRegion, TransferSafeguard, CallingCode, BackupDays);

    internal static SourceState StateOf(SourceFailure? failure, int mapVersion, bool drifted) =>
        failure is not null ? SourceState.Failing : mapVersion == 0 ? SourceState.Unmapped : drifted ? SourceState.Drifted : SourceState.Ready;

    /// <summary>Describes the source and says how it is reached.</summary>
    public Refusal? Describe(SourceDescription description, byte[] connection)
    {
        if (RemovedAt is not null)
        {
            return Refusal.WrongState;
        }

        if (description.Faults().Count > 0)
        {
            return Refusal.Invalid;
        }

        (Name, Owner, HostingRegion, TransferSafeguard, CallingCode, BackupDays) = description;
        Connection = connection;
        return null;
    }

    public void NoteTest(ConnectionCheck check, DateTimeOffset at)
    {
        TestedAt = at;
        Failure = check.Failure ?? (check.Good ? null : SourceFailure.PermissionDenied);
        Writable = check.Writable;
        Product = check.Product ?? Product;
    }

    /// <summary>True if the source is not what it was at the last reading.</summary>
    public bool NoteSchema(SourceSchema schema, DateTimeOffset at)
    {
        var fingerprint = schema.Fingerprint();
        var changed = SchemaFingerprint != fingerprint;
        // Indexes and rights are no part of the fingerprint, and are told by what was read last.
        Schema = MapJson.Write(schema);
        SchemaFingerprint = fingerprint;
        TableCount = schema.Tables.Count;
        SchemaReadAt = at;
        return changed;
    }

    public SourceSchema ReadSchema() => Schema.Length == 0 ? new SourceSchema([]) : MapJson.ReadSchema(Schema);

    public MapDraft? ReadDraft() => Draft is null ? null : MapJson.ReadDraft(Draft);

    public Refusal? Write(MapDraft? draft)
    {
        if (RemovedAt is not null || SchemaReadAt is null)
        {
            return Refusal.WrongState;
        }

        Draft = draft is null ? null : MapJson.Write(draft);
        return null;
    }

    /// <summary>Takes a map as the one in force, as the next version.</summary>
    /// <param name="last">The version whose schema it still speaks of; null: the schema as it is now.</param>
    public ConfirmedMap Confirm(SourceMap map, string by, string reason, DateTimeOffset at, ConfirmedMap? last)
    {
        MapVersion++;
        MapFingerprint = last is null ? SchemaFingerprint : MapFingerprint;
        CallingCode = map.CallingCode;
        HostingRegion = map.HostingRegion ?? HostingRegion;
        return new ConfirmedMap
        {
            SourceId = Id,
            MapVersion = MapVersion,
            Map = MapJson.Write(map with { Version = MapVersion, SchemaFingerprint = MapFingerprint }),
            Schema = last?.Schema ?? Schema,
            ConfirmedAt = at,
            ConfirmedBy = by,
            Reason = reason,
        };
    }

    public Refusal? Remove(DateTimeOffset at)
    {
        if (RemovedAt is not null)
        {
            return Refusal.WrongState;
        }

        RemovedAt = at;
        Connection = [];
        Draft = null;
        return null;
    }
}

/// <summary>Where a source stands, worst first.</summary>
public enum SourceState
{
    Removed,

    /// <summary>The last try to reach it failed.</summary>
    Failing,

    /// <summary>No map is confirmed: no request can search it.</summary>
    Unmapped,

    /// <summary>The schema is not the one that the map was confirmed for.</summary>
    Drifted,
    Ready,
}

/// <summary>One version of a source's map, kept whole with the schema it was confirmed for: what a decision rested on can always be read.</summary>
public sealed class ConfirmedMap
{
    public Guid SourceId { get; init; }

    public int MapVersion { get; init; }

    public string Map { get; init; } = "";

    public string Schema { get; init; } = "";

    public DateTimeOffset ConfirmedAt { get; init; }

    public string ConfirmedBy { get; init; } = "";

    public string Reason { get; init; } = "";

    public SourceMap ReadMap() => MapJson.ReadMap(Map);

    public SourceSchema ReadSchema() => MapJson.ReadSchema(Schema);
}
