using System.Data;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

public enum SignInOutcome
{
    /// <summary>Signed in; the cookie is set.</summary>
    Done,

    /// <summary>The password was right; the code of the app comes next.</summary>
    CodeNeeded,

    /// <summary>Not signed in, for a reason that is not told: unknown, wrong, disabled and resting look the same.</summary>
    Failed,

    /// <summary>The step before is too long ago, or never was.</summary>
    Expired,
}

/// <summary>
/// Signing in and out. Failures cost the same time whatever their cause, so that nobody learns whether an address has an account. A password
/// is checked outside the transaction (it takes long by design), the tries are counted inside it, so that guesses made at once all count.
/// </summary>
public sealed class SignInDesk(
    UserManager<PortalUser> users, PortalDbContext db, AuditLog audit, PortalClaims claims, TimeProvider clock)
{
    /// <summary>Longer than any check takes; a failure is answered no sooner.</summary>
    private static readonly TimeSpan FailureTakes = TimeSpan.FromMilliseconds(700);

    private static string? nobodysHash;

    /// <summary>Compared with when there is no account: made as everybody's is, so that the work is the same.</summary>
    internal string NobodysHash => nobodysHash ??= users.PasswordHasher.HashPassword(new PortalUser(), Guid.NewGuid().ToString());

    public async Task<SignInOutcome> PasswordAsync(HttpContext http, string email, string password, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        var user = await users.FindByEmailAsync(email.Trim());
        var verdict = users.PasswordHasher.VerifyHashedPassword(
            user ?? new PortalUser(), user?.PasswordHash ?? NobodysHash, password.Length <= Passwords.MaxLength ? password : "");
        var right = user?.PasswordHash is not null && verdict != PasswordVerificationResult.Failed;
        if (user is null || !await CountAsync(user, right, complete: !user.TwoFactorEnabled, "password", ct))
        {
            return await FailedAsync(started, ct);
        }

        if (user.TwoFactorEnabled)
        {
            await http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, HalfWay(user));
            return SignInOutcome.CodeNeeded;
        }

        await BeginAsync(http, user);
        return SignInOutcome.Done;
    }

    /// <summary>The second step: a code of the app, or a recovery code, which is used up by it.</summary>
    public async Task<SignInOutcome> CodeAsync(HttpContext http, string code, bool isRecoveryCode, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        if (await HalfWayUserAsync(http) is not { } user)
        {
            return SignInOutcome.Expired;
        }

        await using (var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct))
        {
            await db.Entry(user).ReloadAsync(ct);
            var right = user.MayEnter(clock.GetUtcNow()) && (isRecoveryCode ? await RedeemAsync(user, code) : await UseCodeAsync(user, code));
            var entered = await RecordAsync(user, right, complete: true, isRecoveryCode ? "recovery-code" : "code", ct);
            await transaction.CommitAsync(ct);
            if (!entered)
            {
                return await FailedAsync(started, ct);
            }
        }

        await http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await BeginAsync(http, user);
        return SignInOutcome.Done;
    }

    /// <summary>Whether the first step was done just now in this browser.</summary>
    public async Task<bool> IsHalfWayAsync(HttpContext http) => await HalfWayUserAsync(http) is not null;

    /// <summary>Lets in a person whose right to enter the caller has proved, such as by an invitation.</summary>
    public async Task EnterAsync(HttpContext http, PortalUser user, string by, CancellationToken ct)
    {
        if (await CountAsync(user, right: true, complete: true, by, ct))
        {
            await BeginAsync(http, user);
        }
    }

    /// <summary>A new cookie for the session there is: after what was signed in with, or what the cookie says, has changed.</summary>
    public async Task IssueAsync(HttpContext http, PortalUser user) => await IssueAsync(http, user, await claims.CreateAsync(user, http.User));

    /// <summary>
    /// Ends all sessions of the person, not this browser's alone: a cookie that was copied is worth nothing after it.
    /// </summary>
    public async Task SignOutAsync(HttpContext http, CancellationToken ct)
    {
        if (await users.GetUserAsync(http.User) is { } user)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
            await db.Entry(user).ReloadAsync(ct);
            user.SignOutEverywhere();
            await audit.SaveAsync(db, ct, new AuditFact(user.ToActor(), "account", "signed-out", user.Id.ToString("d")));
            await transaction.CommitAsync(ct);
        }

        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task BeginAsync(HttpContext http, PortalUser user) => await IssueAsync(http, user, await claims.CreateAsync(user));

    private static async Task IssueAsync(HttpContext http, PortalUser user, ClaimsPrincipal principal)
    {
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal);
        AccountLanguage.Write(http, user.Language);
    }

    private async Task<bool> CountAsync(PortalUser user, bool right, bool complete, string by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        await db.Entry(user).ReloadAsync(ct);
        var entered = await RecordAsync(user, right, complete, by, ct);
        await transaction.CommitAsync(ct);
        return entered;
    }

    private async Task<bool> RecordAsync(PortalUser user, bool right, bool complete, string by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var enters = right && user.MayEnter(now);
        if (enters && !complete)
        {
            // Half-way is neither success nor failure: the failures stay counted until the second step is done.
            return true;
        }

        if (enters)
        {
            user.CountSuccess(now);
        }
        else if (user.MayEnter(now))
        {
            user.CountFailure(now);
        }

        var actor = enters ? user.ToActor() : Actor.Anonymous;
        await audit.SaveAsync(db, ct, new AuditFact(actor, "account", enters ? "signed-in" : "sign-in-failed", user.Id.ToString("d"), new { by }));
        return enters;
    }

    private async Task<bool> UseCodeAsync(PortalUser user, string code)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { } key || Totp.StepOf(key, code, clock.GetUtcNow(), user.LastCodeStep) is not { } step)
        {
            return false;
        }

        user.LastCodeStep = step;
        return true;
    }

    private async Task<bool> RedeemAsync(PortalUser user, string code) => (await users.RedeemTwoFactorRecoveryCodeAsync(user, code.Trim().ToUpperInvariant())).Succeeded;

    private async Task<SignInOutcome> FailedAsync(long started, CancellationToken ct)
    {
        if (FailureTakes - clock.GetElapsedTime(started) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest, clock, ct);
        }

        return SignInOutcome.Failed;
    }

    private ClaimsPrincipal HalfWay(PortalUser user) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, user.Id.ToString("d")), new(users.Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? "")],
        IdentityConstants.TwoFactorUserIdScheme));

    private async Task<PortalUser?> HalfWayUserAsync(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (!Guid.TryParse(ticket.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id))
        {
            return null;
        }

        var user = await users.FindByIdAsync(id.ToString("d"));
        return user?.SecurityStamp == ticket.Principal?.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType) ? user : null;
    }
}
