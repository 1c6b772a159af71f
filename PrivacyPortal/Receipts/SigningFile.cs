using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Receipts;

/// <summary>
/// A file of the <c>keys/</c> folder that all nodes need: the sealed signing key, and each certificate ever used. Nodes that share a database
/// find them there at their start, so that they sign with one key and know each other's receipts.
/// </summary>
public sealed class SigningFile
{
    public string Name { get; init; } = "";

    /// <summary>Sealed, so that nobody who can write the database alone makes a certificate ours.</summary>
    public byte[] Box { get; init; } = [];

    /// <summary>Takes what the others have, makes the key if there is none, and gives what they have not.</summary>
    internal static async Task ShareAsync(SigningKey key, KeyVault vault, DataFolder data, PortalDbContext db, CancellationToken ct)
    {
        var folder = data.Folder("keys");
        var shared = await db.Set<SigningFile>().ToListAsync(ct);
        foreach (var file in shared)
        {
            var path = Path.Combine(folder, file.Name);
            var content = vault.Open(Purpose(file.Name), file.Box);
            if (!File.Exists(path) || !(await File.ReadAllBytesAsync(path, ct)).SequenceEqual(content))
            {
                await File.WriteAllBytesAsync(path + ".new", content, ct);
                File.Move(path + ".new", path, overwrite: true);
            }
        }

        key.Make();
        var names = Directory.EnumerateFiles(folder, "signing*").Select(p => Path.GetFileName(p)).Where(n => Path.GetExtension(n) is ".sealed" or ".crt");
        foreach (var name in names.Except(shared.Select(f => f.Name)))
        {
            db.Add(new SigningFile { Name = name, Box = vault.Seal(Purpose(name), await File.ReadAllBytesAsync(Path.Combine(folder, name), ct)) });
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>What the nodes share, sealed anew when the master key is changed; the key in it is sealed itself.</summary>
    internal static async Task<int> SealAgainAsync(KeyChange change, CancellationToken ct)
    {
        var files = await change.Db.Set<SigningFile>().AsNoTracking().ToListAsync(ct);
        foreach (var file in files)
        {
            var content = change.Open(Purpose(file.Name), file.Box);
            var box = change.Seal(Purpose(file.Name), file.Name == SigningKey.FileName ? change.Again(SigningKey.Purpose, content) : content);
            await change.Db.Set<SigningFile>().Where(f => f.Name == file.Name).ExecuteUpdateAsync(f => f.SetProperty(row => row.Box, box), ct);
        }

        return files.Count;
    }

    private static string Purpose(string name) => "signing-file/" + name;
}
