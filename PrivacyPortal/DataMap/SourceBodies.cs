using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>A source as the API is given it.</summary>
/// <param name="Connection">How it is reached: never told again. Null when editing: as it is.</param>
public sealed record SourceBody(
    SourceKind Kind, string Name, string Owner, string HostingRegion, SourceConnection? Connection = null, string? TransferSafeguard = null,
    string? CallingCode = null, int? BackupDays = null)
{
    public SourceDescription Description => new(Name, Owner, HostingRegion, TransferSafeguard, CallingCode, BackupDays);
}

public sealed record ConnectionBody(SourceKind Kind, SourceConnection Connection);

/// <param name="Name">The source's name, typed: removing cannot be undone.</param>
public sealed record RemovalBody(string Name);

/// <param name="People">The tables in which each row is one person.</param>
public sealed record SuggestionBody(IReadOnlyList<string> People);

public sealed record ConfirmationBody(string Reason);

/// <summary>A source as the API tells it; without where it is and how it is reached.</summary>
/// <param name="MapVersion">The map in force; 0: none yet.</param>
/// <param name="HasDraft">Whether a map waits to be confirmed.</param>
public sealed record SourceView(
    Guid Id, int Version, SourceKind Kind, SourceState State, SourceDescription Description, DateTimeOffset AddedAt, DateTimeOffset? TestedAt, SourceFailure? Failure,
    bool Writable, string? Product, DateTimeOffset? SchemaReadAt, int Tables, int MapVersion, bool HasDraft, IReadOnlyList<MapWarning> Warnings,
    IReadOnlyList<SchemaChange> Drift, IReadOnlyList<MapVersionRow> Versions)
{
    internal static SourceView Of(SourceSheet s) => new(
        s.Id, s.Version, s.Kind, s.State, s.Description, s.AddedAt, s.TestedAt, s.Failure, s.Writable, s.Product, s.SchemaReadAt, s.Schema.Tables.Count,
        s.Map?.Version ?? 0, s.Draft is not null, s.Warnings, s.Drift, s.Versions);
}
