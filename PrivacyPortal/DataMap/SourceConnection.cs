using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Http;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.DataMap.Yaml;

namespace PrivacyPortal.DataMap;

/// <summary>How a source is reached. Sealed where it is kept, for the password in it.</summary>
/// <param name="Path">For <see cref="SourceKind.Sqlite"/>: the file, absolute, on the machine of the portal.</param>
/// <param name="ReadOnly">The portal may read it only: access can be answered, rectification and erasure are refused.</param>
public sealed record SourceConnection(string? Path = null, bool ReadOnly = false)
{
    /// <summary>For <see cref="SourceKind.PostgreSql"/>; null for what is a file.</summary>
    public PostgresAddress? Server { get; init; }

    /// <summary>For <see cref="SourceKind.Http"/>.</summary>
    public HttpAddress? Http { get; init; }

    /// <summary>For <see cref="SourceKind.Manual"/>; null for what the portal reaches.</summary>
    public ManualKeeping? Keeping { get; init; }

    /// <summary>What a page may show and send back.</summary>
    public SourceConnection WithoutPassword() => this with { Server = Server is null ? null : Server with { Password = null }, Http = Http is null ? null : Http with { Secret = null } };

    /// <summary>
    /// With the password kept, where none was typed and it would go to the very same server and user: whoever can only point a source
    /// elsewhere must not be sent its password.
    /// </summary>
    public SourceConnection WithPasswordOf(SourceConnection kept)
    {
        if (Server is { Password: null or "" } server && kept.Server is { } before && before with { Password = null, Database = server.Database } == server with { Password = null })
        {
            return this with { Server = server with { Password = before.Password } };
        }

        // Where the secret goes is told by the address and by how the declaration signs in (a token may be asked for elsewhere).
        return Http is { Secret: null or "" } http && kept.Http is { } known && known.BaseAddress == http.BaseAddress
            && HttpYamlReader.Read(http.Declaration).Declaration is { } now && HttpYamlReader.Read(known.Declaration).Declaration?.Authentication == now.Authentication
            ? this with { Http = http with { Secret = known.Secret } }
            : this;
    }
}

/// <summary>Why a place is not accepted before it is even tried.</summary>
public enum PlaceFault
{
    Missing,

    /// <summary>Host, database or user is missing.</summary>
    ServerMissing,

    /// <summary>No whole address; without TLS only where private addresses are allowed.</summary>
    Address,

    /// <summary>The declaration is not good: see <see cref="ConnectionCheck.Faults"/>.</summary>
    Declaration,
    NotAbsolute,

    /// <summary>What a source kept by hand holds is not said, or not well.</summary>
    KeepingIncomplete,

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
    /// <summary>What is wrong with the declaration of an interface, line by line.</summary>
    public IReadOnlyList<MapFault> Faults { get; init; } = [];

    public bool Good => Place is null && Failure is null;

    /// <summary>Tables that the portal has no right to read.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];

    /// <summary>Tables of which the source may hide rows from the portal (row-level security).</summary>
    public IReadOnlyList<string> RowsHidden { get; init; } = [];
}
