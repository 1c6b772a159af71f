using System.Data;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// What a person does with their own account. It takes the principal, not an actor: who still has to set up two-factor is nobody in the rest
/// of the portal, but must be able to do just that here.
/// </summary>
public sealed class OwnAccountDesk(
    UserManager<PortalUser> users, PortalDbContext db, PortalClaims claims, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    private const int RecoveryCodeCount = 10;

    public Task<PortalUser?> FindAsync(ClaimsPrincipal principal) => users.GetUserAsync(principal);

    public Task<bool> MustHaveTwoFactorAsync(PortalUser user, CancellationToken ct) => claims.DemandsTwoFactorAsync(user.Role, ct);

    public Task<int> RecoveryCodesLeftAsync(PortalUser user) => users.CountRecoveryCodesAsync(user);

    public async Task<Refusal?> DescribeAsync(PortalUser user, string displayName, string language, CancellationToken ct)
    {
        if (displayName.Trim().Length is 0 or > 200 || language is not ("en" or "fr"))
        {
            return Refusal.Invalid;
        }

        return await DoAsync(user, "described", async () =>
        {
            (user.DisplayName, user.Language) = (displayName.Trim(), language);
            await users.UpdateAsync(user);
            return null;
        }, ct);
    }

    /// <summary>Ends all other sessions too. <see cref="Refusal.Forbidden"/> when the current password is not right; that counts as a failed try.</summary>
    public async Task<Refusal?> ChangePasswordAsync(PortalUser user, string current, string wanted, CancellationToken ct)
    {
        if (Passwords.FaultOf(wanted, user.Email ?? "", user.DisplayName) is not null)
        {
            return Refusal.Invalid;
        }

        return await WithPasswordAsync(user, current, "password-changed", async () =>
        {
            await users.RemovePasswordAsync(user);
            await users.AddPasswordAsync(user, wanted);
        }, ct);
    }

    /// <summary>The key for the authenticator app, made when there is none yet. It is worth nothing until a code proved that the app has it.</summary>
    public async Task<string> TwoFactorKeyAsync(PortalUser user)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is { } key)
        {
            return key;
        }

        await users.ResetAuthenticatorKeyAsync(user);
        return await users.GetAuthenticatorKeyAsync(user) ?? throw new InvalidOperationException("A key was made and is not there.");
    }

    /// <summary>Switches two-factor on, proved by a code, and hands out the recovery codes, which are shown this once.</summary>
    public async Task<Reply<IReadOnlyList<string>>> StartTwoFactorAsync(PortalUser user, string code, CancellationToken ct)
    {
        if (user.TwoFactorEnabled)
        {
            return Refusal.WrongState;
        }

        if (Totp.StepOf(await TwoFactorKeyAsync(user), code, clock.GetUtcNow(), user.LastCodeStep) is not { } step)
        {
            return Refusal.Invalid;
        }

        IReadOnlyList<string> codes = [];
        await DoAsync(user, "two-factor-on", async () =>
        {
            user.LastCodeStep = step;
            await users.SetTwoFactorEnabledAsync(user, true);
            codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount) ?? []];
            return null;
        }, ct);
        return new Reply<IReadOnlyList<string>>(codes, null);
    }

    /// <summary><see cref="Refusal.Separation"/> where the role demands two-factor.</summary>
    public async Task<Refusal?> StopTwoFactorAsync(PortalUser user, string password, CancellationToken ct)
    {
        if (await MustHaveTwoFactorAsync(user, ct))
        {
            return Refusal.Separation;
        }

        return await WithPasswordAsync(user, password, "two-factor-off", async () =>
        {
            await users.SetTwoFactorEnabledAsync(user, false);
            await users.ResetAuthenticatorKeyAsync(user);
            await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 0);
        }, ct);
    }

    /// <summary>Ten new recovery codes; the old ones are void.</summary>
    public async Task<Reply<IReadOnlyList<string>>> RenewRecoveryCodesAsync(PortalUser user, string password, CancellationToken ct)
    {
        if (!user.TwoFactorEnabled)
        {
            return Refusal.WrongState;
        }

        IReadOnlyList<string> codes = [];
        var refusal = await WithPasswordAsync(
            user, password, "recovery-codes-renewed", async () => codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodeCount) ?? []], ct);
        return refusal is { } declined ? declined : new Reply<IReadOnlyList<string>>(codes, null);
    }

    /// <summary>Ends every session of the person, this one included.</summary>
    public Task<Refusal?> SignOutEverywhereAsync(PortalUser user, CancellationToken ct) => DoAsync(user, "signed-out-everywhere", async () =>
    {
        await users.UpdateSecurityStampAsync(user);
        return null;
    }, ct);

    private async Task<Refusal?> WithPasswordAsync(PortalUser user, string password, string happened, Func<Task> change, CancellationToken ct)
    {
        var verdict = users.PasswordHasher.VerifyHashedPassword(user, user.PasswordHash ?? "", password);
        return await DoAsync(user, happened, async () =>
        {
            var now = clock.GetUtcNow();
            if (user.MayEnter(now) && verdict != PasswordVerificationResult.Failed)
            {
                await change();
                return null;
            }

            user.CountFailure(now);
            return Refusal.Forbidden;
        }, ct);
    }

    /// <summary>The change and its line in the log, or the failed try and its line.</summary>
    private async Task<Refusal?> DoAsync(PortalUser user, string happened, Func<Task<Refusal?>> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        await db.Entry(user).ReloadAsync(ct);
        var refusal = await change();
        if (await audit.SaveAsync(db, ct, new AuditFact(user.ToActor(), "account", refusal is null ? happened : "password-refused", user.Id.ToString("d"))) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        feed.Publish(AccountDesk.ChangeKind, user.Id.ToString("d"));
        return refusal;
    }
}
