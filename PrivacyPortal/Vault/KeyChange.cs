using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Vault;

/// <summary>
/// What a slice keeps sealed under the master key (<see cref="KeyVault.Seal"/>), so that a change of that key seals it anew. Each slice that
/// seals registers one; a test finds those that do not.
/// </summary>
/// <param name="Kind">What they are, for the audit log, such as <c>connections</c>.</param>
/// <param name="SealAgainAsync">Seals them all within the transaction of the change; returns how many.</param>
public sealed record SealedThings(string Kind, Func<KeyChange, CancellationToken, Task<int>> SealAgainAsync);

/// <summary>
/// A change of the master key under way: opens with the old one, seals with the new. The commit of the database's transaction is the
/// instant of the change: before it everything is as it was, after it the next start finds the new key and every file that goes with it.
/// </summary>
public sealed class KeyChange
{
    private const int AtOnce = 500;
    private readonly MasterKey from, to;

    private KeyChange(MasterKey from, MasterKey to, PortalDbContext db) => (this.from, this.to, Db) = (from, to, db);

    /// <summary>In the transaction of the change.</summary>
    public PortalDbContext Db { get; }

    public string From => from.Fingerprint;

    public string To => to.Fingerprint;

    /// <param name="given">The new key in base64; null: one is made.</param>
    /// <param name="variable">Where it was given.</param>
    /// <exception cref="InvalidOperationException">What was given is no key, or the one that is in use.</exception>
    public static KeyChange Begin(MasterKey from, string? given, string variable, PortalDbContext db)
    {
        var to = from.Next(given, variable);
        if (to.Fingerprint == from.Fingerprint)
        {
            throw new InvalidOperationException($"{variable} is the master key that is in use.");
        }

        from.Files.Forget();
        if (!from.IsGiven)
        {
            to.WriteNext();
        }

        return new KeyChange(from, to, db);
    }

    /// <summary>For a box in whose content there is another: opens with the old key.</summary>
    public byte[] Open(string purpose, ReadOnlySpan<byte> box) => KeyVault.Open(from, purpose, box);

    /// <inheritdoc cref="Open"/>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> secret) => KeyVault.Seal(to, purpose, secret);

    /// <summary>The same secret, sealed for the same purpose with the new key.</summary>
    public byte[] Again(string purpose, ReadOnlySpan<byte> box) => KeyVault.Seal(to, purpose, KeyVault.Open(from, purpose, box));

    /// <summary>What a file of the keys' folder holds once the change is committed.</summary>
    public void Write(string path, byte[] content) => KeyFiles.WriteNext(path, To, content);

    /// <summary>After the commit: every file takes its place. Returns where the old master key is kept; null where the environment gives it.</summary>
    public string? Finish() => from.Files.Promote(To);

    /// <summary>The keys of all files, some at a time.</summary>
    internal static async Task<int> FileKeysAsync(KeyChange change, CancellationToken ct)
    {
        var owners = await change.Db.Set<WrappedKey>().Where(k => k.Wrapped != null).Select(k => k.Owner).ToListAsync(ct);
        foreach (var some in owners.Chunk(AtOnce))
        {
            foreach (var row in await change.Db.Set<WrappedKey>().Where(k => some.Contains(k.Owner)).ToListAsync(ct))
            {
                row.Wrapped = change.Again(KeyVault.Purpose(row.Owner), row.Wrapped);
            }

            await change.Db.SaveChangesAsync(ct);
            change.Db.ChangeTracker.Clear();
        }

        return owners.Count;
    }
}
