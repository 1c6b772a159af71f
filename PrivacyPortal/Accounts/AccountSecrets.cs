using System.Xml.Linq;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Accounts;

/// <summary>What accounts keep sealed, sealed anew when the master key is changed: nobody has to sign in or enrol again.</summary>
internal static class AccountSecrets
{
    public static async Task<int> TokensAsync(KeyChange change, CancellationToken ct)
    {
        var tokens = await change.Db.Set<IdentityUserToken<Guid>>().Where(t => t.Value != null).ToListAsync(ct);
        foreach (var token in tokens)
        {
            token.Value = Convert.ToBase64String(change.Again(PortalUserStore.Purpose(token.UserId, token.Name), Convert.FromBase64String(token.Value!)));
        }

        await change.Db.SaveChangesAsync(ct);
        return tokens.Count;
    }

    public static async Task<int> KeyRingAsync(KeyChange change, CancellationToken ct)
    {
        var entries = await change.Db.Set<KeyRingEntry>().AsNoTracking().ToListAsync(ct);
        foreach (var entry in entries)
        {
            var key = XElement.Parse(entry.Xml);
            foreach (var box in key.Descendants(KeyRingEncryptor.Element))
            {
                box.Value = Convert.ToBase64String(change.Again(KeyRingEncryptor.Purpose, Convert.FromBase64String(box.Value)));
            }

            var xml = key.ToString(SaveOptions.DisableFormatting);
            await change.Db.Set<KeyRingEntry>().Where(e => e.Id == entry.Id).ExecuteUpdateAsync(e => e.SetProperty(row => row.Xml, xml), ct);
        }

        return entries.Count;
    }
}
