using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Identity's store on the portal's own context: no roles tables (the role is a value of the user), and the secrets of two-factor are
/// sealed, because Identity would write the TOTP key and the recovery codes as plain text.
/// </summary>
internal sealed class PortalUserStore(PortalDbContext db, KeyVault vault, IdentityErrorDescriber describer)
    : UserOnlyStore<PortalUser, PortalDbContext, Guid>(db, describer)
{
    public override async Task<string?> GetTokenAsync(PortalUser user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var sealedValue = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        return sealedValue is null ? null : Encoding.UTF8.GetString(vault.Open(Purpose(user.Id, name), Convert.FromBase64String(sealedValue)));
    }

    public override Task SetTokenAsync(PortalUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken)
    {
        var sealedValue = value is null ? null : Convert.ToBase64String(vault.Seal(Purpose(user.Id, name), Encoding.UTF8.GetBytes(value)));
        return base.SetTokenAsync(user, loginProvider, name, sealedValue, cancellationToken);
    }

    internal static string Purpose(Guid user, string name) => $"account/{user:n}/{name}";
}
