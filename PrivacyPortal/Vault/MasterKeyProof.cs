using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Vault;

/// <summary>
/// Something that the database's first master key sealed, in one row: another key cannot open it, so that a node with another key is
/// known before it writes what the others could not read.
/// </summary>
public sealed class MasterKeyProof
{
    public int Id { get; init; } = 1;

    public byte[] Box { get; init; } = [];

    /// <exception cref="StartRefusedException">This process has another master key than the database was begun with.</exception>
    internal static async Task DemandAsync(KeyVault vault, PortalDbContext db, CancellationToken ct)
    {
        if (await db.Set<MasterKeyProof>().AsNoTracking().SingleOrDefaultAsync(ct) is not { } proof)
        {
            db.Add(new MasterKeyProof { Box = vault.Seal(Purpose, RandomNumberGenerator.GetBytes(16)) });
            await db.SaveChangesAsync(ct);
            return;
        }

        try
        {
            vault.Open(Purpose, proof.Box);
        }
        catch (CryptographicException fault)
        {
            throw new StartRefusedException(
                $"The master key is not the one that this database was begun with. Give every node the same {MasterKey.Variable}, or the same keys/master.key in its data folder.", fault);
        }
    }

    private const string Purpose = "master-key-proof";
}
