using PrivacyPortal.Data;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Requests;

/// <summary>What of the controller's configuration binds requests. The first three are frozen into each on receipt.</summary>
/// <param name="FourEyes">Setting <c>request.erasure.approval</c>: a second DPO approves before an erasure executes.</param>
public sealed record RequestRules(DeadlineProfile Profile, string Region, string TimeZone, bool FourEyes)
{
    /// <summary>Setting <c>export.policy</c>.</summary>
    public ExportPolicy Exports { get; init; } = ExportPolicy.Reason;
}

/// <summary>Reads the rules in force within the caller's operation; null while the organisation has not been set up.</summary>
public delegate Task<RequestRules?> RequestRulesReader(PortalDbContext db, CancellationToken ct);

/// <summary>A data source as requests see it.</summary>
/// <param name="Manual">Searched and changed by a person: every step on it is a task.</param>
/// <param name="BackupDays">The age that its oldest backup reaches; null: not known.</param>
public sealed record RequestableSource(Guid Id, string Name, bool Manual, SourceMap Map, int? BackupDays = null)
{
    /// <summary>Who answers for it: the owner of its tasks where it is kept by hand.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Its schema is another than its map was confirmed for: what is new there is in no search.</summary>
    public bool Drifted { get; init; }

    /// <summary>A file that the portal reaches itself, and can rewrite so that no freed space holds what was erased.</summary>
    public bool InFile { get; init; }

    /// <summary>Hosted abroad: on what the transfer rests (art. 46).</summary>
    public string? TransferSafeguard { get; init; }

    /// <summary>How it is kept by hand; null for what the portal reaches.</summary>
    public ManualKeeping? Keeping { get; init; }
}

/// <summary>The sources that requests are answered from, with their confirmed maps.</summary>
public delegate Task<IReadOnlyList<RequestableSource>> SourceMapsReader(PortalDbContext db, CancellationToken ct);
