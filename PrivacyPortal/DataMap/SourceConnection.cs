using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>How a source is reached. Sealed where it is kept: later kinds put a password here.</summary>
/// <param name="Path">For <see cref="SourceKind.Sqlite"/>: the file, absolute, on the machine of the portal.</param>
/// <param name="ReadOnly">The portal may read it only: access can be answered, rectification and erasure are refused.</param>
public sealed record SourceConnection(string? Path = null, bool ReadOnly = false);

/// <summary>Why a place is not accepted before it is even tried.</summary>
public enum PlaceFault
{
    Missing,
    NotAbsolute,

    /// <summary>The portal's own database: erasing in it would erase the proof.</summary>
    OwnDatabase,

    /// <summary>Where the portal keeps its keys.</summary>
    KeyFolder,
}

/// <summary>What a connection test found.</summary>
/// <param name="Place">Null: the place is accepted.</param>
/// <param name="Failure">Null: it can be read.</param>
/// <param name="Tables">How many tables and views it has.</param>
public sealed record ConnectionCheck(PlaceFault? Place, SourceFailure? Failure, bool Writable, string? Product, int Tables)
{
    public bool Good => Place is null && Failure is null;
}
