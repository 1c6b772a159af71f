using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Http;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.Connectors.Sqlite;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Vault;

namespace PrivacyPortal.DataMap;

/// <summary>Opens the doors to data sources, and says which places may be one.</summary>
public sealed class SourceConnections(KeyVault vault, DataFolder folder)
{
    private const string Purpose = "source-connection";

    /// <summary>The door to a source as it is kept. Nothing is opened until it is used.</summary>
    public IConnector Open(DataSource source) => Open(source.Kind, Unseal(source));

    internal static IConnector Open(SourceKind kind, SourceConnection connection) => kind switch
    {
        SourceKind.Sqlite => new SqliteConnector(connection.Path!, connection.ReadOnly),
        SourceKind.PostgreSql => new PostgresConnector(connection.Server!, connection.ReadOnly),
        SourceKind.Http => new HttpConnector(connection.Http!, HttpYamlReader.Read(connection.Http!.Declaration).Declaration!, connection.ReadOnly),
        SourceKind.Manual => new ManualConnector(connection.Keeping!.Categories),
    };

    internal byte[] Seal(SourceConnection connection) => vault.Seal(Purpose, System.Text.Encoding.UTF8.GetBytes(MapJson.Write(connection)));

    internal SourceConnection Unseal(DataSource source) => MapJson.ReadConnection(System.Text.Encoding.UTF8.GetString(vault.Open(Purpose, source.Connection)));

    /// <summary>Every source's connection, sealed anew when the master key is changed.</summary>
    internal static async Task<int> SealAgainAsync(KeyChange change, CancellationToken ct)
    {
        var sources = await change.Db.Set<DataSource>().AsNoTracking().Where(s => s.RemovedAt == null).Select(s => new { s.Id, s.Connection }).ToListAsync(ct);
        foreach (var source in sources)
        {
            var box = change.Again(Purpose, source.Connection);
            await change.Db.Set<DataSource>().Where(s => s.Id == source.Id).ExecuteUpdateAsync(s => s.SetProperty(row => row.Connection, box), ct);
        }

        return sources.Count;
    }

    /// <summary>Tries a connection; never throws for a cause that it can name.</summary>
    internal async Task<ConnectionCheck> CheckAsync(SourceKind kind, SourceConnection connection, CancellationToken ct)
    {
        if (Fault(kind, connection) is { } fault)
        {
            return new ConnectionCheck(fault, null, false, null, 0) { Faults = fault == PlaceFault.Declaration ? HttpYamlReader.Read(connection.Http!.Declaration).Faults : [] };
        }

        var connector = Open(kind, connection);
        var report = await connector.TestAsync(ct);
        if (report.Failure is { } failure)
        {
            return new ConnectionCheck(null, failure, false, null, 0);
        }

        try
        {
            var schema = await connector.ReadSchemaAsync(ct);
            return IsPortal(schema)
                ? new ConnectionCheck(PlaceFault.OwnDatabase, null, false, null, 0)
                : new ConnectionCheck(null, null, report.Writable, report.Product, schema.Tables.Count)
                {
                    Unreadable = [.. schema.Tables.Where(t => t.Unreadable).Select(t => t.Name)],
                    RowsHidden = [.. schema.Tables.Where(t => t.RowsHidden).Select(t => t.Name)],
                };
        }
        catch (SourceException e)
        {
            return new ConnectionCheck(null, e.Failure, false, null, 0);
        }
    }

    private PlaceFault? Fault(SourceKind kind, SourceConnection connection)
    {
        if (kind == SourceKind.PostgreSql)
        {
            return connection.Server is { Host.Length: > 0, Database.Length: > 0, User.Length: > 0, Port: > 0 and < 65536 } ? null : PlaceFault.ServerMissing;
        }

        if (kind == SourceKind.Manual)
        {
            return connection.Keeping is { IsComplete: true } ? null : PlaceFault.KeepingIncomplete;
        }

        if (kind == SourceKind.Http)
        {
            if (!IsAddress(connection.Http?.BaseAddress, connection.Http?.AllowPrivate == true))
            {
                return PlaceFault.Address;
            }

            return HttpYamlReader.Read(connection.Http!.Declaration).Declaration is not { } declaration ? PlaceFault.Declaration
                : declaration.Authentication.TokenAddress is { } token && !IsAddress(token, connection.Http.AllowPrivate) ? PlaceFault.Address
                : null;
        }

        if (kind != SourceKind.Sqlite)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(connection.Path))
        {
            return PlaceFault.Missing;
        }

        if (!Path.IsPathFullyQualified(connection.Path))
        {
            return PlaceFault.NotAbsolute;
        }

        // Where it leads in the end: a link must not be a way around.
        var path = Resolve(connection.Path);
        if (path.StartsWith(Resolve(folder.Database), StringComparison.Ordinal))
        {
            return PlaceFault.OwnDatabase;
        }

        return path.StartsWith(Resolve(folder.Folder("keys")) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? PlaceFault.KeyFolder : null;
    }

    /// <summary>In the clear only within one's own network: a secret and people's data go there.</summary>
    private static bool IsAddress(string? text, bool allowPrivate) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { UserInfo: "", Query: "", Fragment: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (allowPrivate && address.Scheme == Uri.UriSchemeHttp));

    /// <summary>A copy of a portal's database, or the same one by another name (a hard link).</summary>
    private static bool IsPortal(SourceSchema schema) => schema.Tables.Any(t => t.Path[^1] == "audit_head") && schema.Tables.Any(t => t.Path[^1] == "file_keys");

    private static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        var resolved = Path.GetPathRoot(full)!;
        foreach (var part in full[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(resolved, part);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            resolved = entry.LinkTarget is null ? next : entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
        }

        return resolved;
    }
}
