using System.Security.Cryptography;
using System.Text.Json;

namespace PrivacyPortal.Safekeeping;

/// <summary>What a folder of a backup holds, so that a restore can tell that it is whole. One for the data, one for the keys, which lie apart.</summary>
/// <param name="AuditSequence">For the data: the head of the audit chain at the moment of the backup.</param>
/// <param name="Files">Name → SHA-256, in lower-case hex.</param>
public sealed record BackupManifest(string Product, DateTimeOffset MadeAt, long AuditSequence, string AuditHead, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>The fingerprint of the master key that the part is sealed with: keys open only data of the same one. Null in backups of an earlier build.</summary>
    public string? MasterKey { get; init; }

    public const string FileName = "manifest.json";
    private const string Ours = "PrivacyPortal backup 1";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes the manifest of what lies in the folder.</summary>
    public static async Task<BackupManifest> WriteAsync(string folder, DateTimeOffset at, long sequence, string head, string masterKey, CancellationToken ct)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            files[Path.GetFileName(file)] = await HashAsync(file, ct);
        }

        var manifest = new BackupManifest(Ours, at, sequence, head, files) { MasterKey = masterKey };
        await File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(manifest, Json), ct);
        return manifest;
    }

    /// <summary>The manifest of a folder whose files are all as they were written; null and the name of what is missing or changed otherwise.</summary>
    public static async Task<(BackupManifest? Manifest, string? Fault)> CheckAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        BackupManifest? manifest;
        try
        {
            manifest = File.Exists(path) ? JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(path, ct), Json) : null;
        }
        catch (JsonException)
        {
            manifest = null;
        }

        if (manifest is not { Product: Ours, Files.Count: > 0 })
        {
            return (null, path);
        }

        foreach (var (name, hash) in manifest.Files)
        {
            var file = Path.Combine(folder, name);
            if (Path.GetFileName(name) != name || !File.Exists(file) || await HashAsync(file, ct) != hash)
            {
                return (null, file);
            }
        }

        return (manifest, null);
    }

    private static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
