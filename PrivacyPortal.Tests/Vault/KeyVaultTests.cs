using System.Security.Cryptography;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Vault;

public class KeyVaultTests
{
    [Fact]
    public async Task What_is_sealed_opens_only_for_the_same_purpose()
    {
        await using var portal = await TestPortal.StartAsync();
        var vault = portal.Get<KeyVault>();
        var box = vault.Seal("connector", "secret"u8);
        Assert.Equal("secret"u8, vault.Open("connector", box));
        Assert.ThrowsAny<CryptographicException>(() => vault.Open("signing", box));
    }

    [Fact]
    public async Task Destroying_a_files_key_ends_what_it_sealed()
    {
        await using var portal = await TestPortal.StartAsync();
        var (vault, owner) = (portal.Get<KeyVault>(), Guid.NewGuid());
        byte[] box;
        await using (var db = portal.Db())
        {
            box = vault.CreateKey(db, owner).SealText("name", "Camille");
            await db.SaveChangesAsync();
        }

        await using (var db = portal.Db())
        {
            Assert.Equal("Camille", (await vault.FindKeyAsync(db, owner, default))!.OpenText("name", box));
            await vault.DestroyKeyAsync(db, owner, default);
            await db.SaveChangesAsync();
        }

        await using (var db = portal.Db())
        {
            Assert.Null(await vault.FindKeyAsync(db, owner, default));
        }
    }

    [Fact]
    public async Task A_box_cannot_stand_in_for_another()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        var key = portal.Get<KeyVault>().CreateKey(db, Guid.NewGuid());
        var box = key.SealText("finding/1", "a");
        Assert.ThrowsAny<CryptographicException>(() => key.OpenText("finding/2", box));
    }

    [Fact]
    public async Task The_master_key_is_for_the_portals_account_only()
    {
        await using var portal = await TestPortal.StartAsync();
        portal.Get<KeyVault>().KeyedHash("x", "y");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(portal.Folder, "keys", "master.key")));
    }
}
