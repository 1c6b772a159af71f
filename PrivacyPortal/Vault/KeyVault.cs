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
    /// <summary>The owner of the installation's own key, on which hashes and pseudonyms rest.</summary>
    internal static readonly Guid Installation = new("00000000-0000-0000-0000-000000000001");

    private byte[]? lasting;

    /// <summary>
    /// Seals an installation secret (a connector's password, the signing key). <paramref name="purpose"/> must be the same to open it. Whoever
    /// calls it registers <see cref="SealedThings"/>.
    /// </summary>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> secret) => Seal(master, purpose, secret);

    /// <exception cref="CryptographicException">Sealed with another master key or for another purpose, or altered.</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> box) => Open(master, purpose, box);

    /// <summary>
    /// HMAC-SHA-256 of the text, in lower-case hex: equal texts can be recognised, and nobody without the master key can try texts out.
    /// It is pseudonymisation, not erasure (GDPR art. 4(5)). It stays the same when the master key is changed.
    /// </summary>
    public string KeyedHash(string purpose, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(DeriveLasting("hash/" + purpose), Encoding.UTF8.GetBytes(text)));

    /// <summary>A key of the installation for one purpose, for slices that hash by themselves. It outlives a change of the master key and is gone with its loss.</summary>
    public byte[] KeyFor(string purpose) => DeriveLasting("key/" + purpose);

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

    /// <summary>Reads the keys of many files at once, for <see cref="FindKeyAsync"/> to find in the context.</summary>
    public Task LoadKeysAsync(PortalDbContext db, IReadOnlyCollection<Guid> owners, CancellationToken ct) =>
        db.Set<WrappedKey>().Where(k => owners.Contains(k.Owner)).LoadAsync(ct);

    /// <summary>Destroys the key of a file, with the caller's changes; the row stays, to say since when.</summary>
    public async Task DestroyKeyAsync(PortalDbContext db, Guid owner, CancellationToken ct)
    {
        if (await db.Set<WrappedKey>().FindAsync([owner], ct) is { Wrapped: not null } row)
        {
            row.Wrapped = null;
            row.DestroyedAt = clock.GetUtcNow();
        }
    }

    /// <summary>
    /// Before anything is opened: takes up the master key that the database is sealed with, and the installation's own key; makes that one at the
    /// first start.
    /// </summary>
    /// <exception cref="StartRefusedException">No key at hand opens this database.</exception>
    internal async Task StartAsync(PortalDbContext db, CancellationToken ct)
    {
        if (await db.Set<WrappedKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Owner == Installation, ct) is not { Wrapped: { } wrapped })
        {
            lasting = RandomNumberGenerator.GetBytes(32);
            db.Add(new WrappedKey { Owner = Installation, Wrapped = Seal(Purpose(Installation), lasting), CreatedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
            return;
        }

        bool Opens(MasterKey key)
        {
            try
            {
                lasting = Open(key, Purpose(Installation), wrapped);
                return true;
            }
            catch (CryptographicException)
            {
                return false;
            }
        }

        if (!master.Take(Opens))
        {
            throw new StartRefusedException(
                $"The master key does not open this database. Give the one that it is sealed with: in {MasterKey.Variable}, or in keys/master.key in the data folder; after rotate-key, the new one.");
        }
    }

    internal static byte[] Seal(MasterKey key, string purpose, ReadOnlySpan<byte> secret) => Sealing.Seal(key.Derive(purpose), secret, Encoding.UTF8.GetBytes(purpose));

    internal static byte[] Open(MasterKey key, string purpose, ReadOnlySpan<byte> box) => Sealing.Open(key.Derive(purpose), box, Encoding.UTF8.GetBytes(purpose));

    private byte[] DeriveLasting(string purpose) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, lasting ?? throw new InvalidOperationException("The vault is not open before the database is ready."), 32, info: Encoding.UTF8.GetBytes("PrivacyPortal/" + purpose));

    internal static string Purpose(Guid owner) => $"file-key/{owner:n}";
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
