using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Vault;

/// <summary>
/// Seals what must not lie readable in the database or in its backups: secrets of the installation under the master key, and what is known
/// of one subject under a key of that file's own, whose destruction ends it everywhere, backups included.
/// </summary>
public sealed class KeyVault(MasterKey master, TimeProvider clock)
{
    /// <summary>Seals an installation secret (a connector's password, the signing key). <paramref name="purpose"/> must be the same to open it.</summary>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> secret) => Sealing.Seal(master.Derive(purpose), secret, Encoding.UTF8.GetBytes(purpose));

    /// <exception cref="CryptographicException">Sealed with another master key or for another purpose, or altered.</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> box) => Sealing.Open(master.Derive(purpose), box, Encoding.UTF8.GetBytes(purpose));

    /// <summary>
    /// HMAC-SHA-256 of the text, in lower-case hex: equal texts can be recognised, and nobody without the master key can try texts out.
    /// It is pseudonymisation, not erasure (GDPR art. 4(5)).
    /// </summary>
    public string KeyedHash(string purpose, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(master.Derive("hash/" + purpose), Encoding.UTF8.GetBytes(text)));

    /// <summary>A key of the installation for one purpose, for slices that seal or hash by themselves. It is gone with the master key.</summary>
    public byte[] KeyFor(string purpose) => master.Derive("key/" + purpose);

    /// <summary>Makes the key of a file (a request). It is saved with the caller's changes.</summary>
    public FileKey CreateKey(PortalDbContext db, Guid owner)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        db.Add(new WrappedKey { Owner = owner, Wrapped = Seal(Purpose(owner), key), CreatedAt = clock.GetUtcNow() });
        return new FileKey(owner, key);
    }

    /// <summary>The key of a file; null when it was destroyed: what it sealed can no longer be read by anyone.</summary>
    public async Task<FileKey?> FindKeyAsync(PortalDbContext db, Guid owner, CancellationToken ct)
    {
        var row = await db.Set<WrappedKey>().FindAsync([owner], ct);
        return row?.Wrapped is { } wrapped ? new FileKey(owner, Open(Purpose(owner), wrapped)) : null;
    }

    /// <summary>Destroys the key of a file, with the caller's changes; the row stays, to say since when.</summary>
    public async Task DestroyKeyAsync(PortalDbContext db, Guid owner, CancellationToken ct)
    {
        if (await db.Set<WrappedKey>().FindAsync([owner], ct) is { Wrapped: not null } row)
        {
            row.Wrapped = null;
            row.DestroyedAt = clock.GetUtcNow();
        }
    }

    private static string Purpose(Guid owner) => $"file-key/{owner:n}";
}

/// <summary>The key of one file.</summary>
public sealed class FileKey(Guid owner, byte[] key)
{
    /// <summary>Seals a value for one place (<paramref name="context"/>, such as <c>finding/42</c>), so that boxes cannot be swapped.</summary>
    public byte[] Seal(string context, ReadOnlySpan<byte> plain) => Sealing.Seal(key, plain, Context(context));

    /// <inheritdoc cref="Seal(string, ReadOnlySpan{byte})"/>
    public byte[] SealText(string context, string plain) => Seal(context, Encoding.UTF8.GetBytes(plain));

    /// <exception cref="CryptographicException">Sealed by another key or for another place, or altered.</exception>
    public byte[] Open(string context, ReadOnlySpan<byte> box) => Sealing.Open(key, box, Context(context));

    /// <inheritdoc cref="Open(string, ReadOnlySpan{byte})"/>
    public string OpenText(string context, ReadOnlySpan<byte> box) => Encoding.UTF8.GetString(Open(context, box));

    private byte[] Context(string context) => Encoding.UTF8.GetBytes($"{owner:n}/{context}");
}
