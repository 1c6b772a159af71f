using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Writes the claims that <see cref="Actor.From"/> reads. A person who must set up two-factor and has not gets no role: everywhere in the
/// portal they are nobody, so that no page or endpoint can forget to ask. Their own account pages, which need only who they are, stay open.
/// </summary>
public sealed class PortalClaims(IDbContextFactory<PortalDbContext> contexts, IOptions<IdentityOptions> options, TimeProvider clock) : IUserClaimsPrincipalFactory<PortalUser>
{
    /// <summary>Present while the person must set up two-factor before anything else.</summary>
    public const string MustSetUpTwoFactor = "portal:must-set-up-two-factor";

    /// <summary>However long somebody works on: after this time they sign in again.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    /// <summary>When the session began, in milliseconds since 1970 (UTC).</summary>
    private const string Since = "portal:since";

    /// <summary>For a session that begins now.</summary>
    public Task<ClaimsPrincipal> CreateAsync(PortalUser user) => CreateAsync(user, clock.GetUtcNow());

    /// <summary>For the session that the principal has, if it is this person's: a new cookie does not make it any younger.</summary>
    public Task<ClaimsPrincipal> CreateAsync(PortalUser user, ClaimsPrincipal session) =>
        CreateAsync(user, session.FindFirstValue(ClaimTypes.NameIdentifier) == user.Id.ToString("d") && BeganAt(session) is { } began ? began : clock.GetUtcNow());

    private async Task<ClaimsPrincipal> CreateAsync(PortalUser user, DateTimeOffset since)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.ToString("d")));
        identity.AddClaim(new(ClaimTypes.Name, user.Email ?? ""));
        identity.AddClaim(new(Actor.NameClaim, user.DisplayName));
        identity.AddClaim(new(Since, since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        identity.AddClaim(!user.TwoFactorEnabled && await DemandsTwoFactorAsync(user.Role, CancellationToken.None) ? new(MustSetUpTwoFactor, "true") : new(ClaimTypes.Role, user.Role.ToString()));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>What the principal should say now; null when the person was disabled, their sessions were ended or this one is too old.</summary>
    public async Task<ClaimsPrincipal?> RefreshAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id)
            || BeganAt(principal) is not { } began || clock.GetUtcNow() - began >= LongestSession)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var user = await db.Set<PortalUser>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        return user is { IsActive: true } && user.SecurityStamp == principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType)
            ? await CreateAsync(user, began)
            : null;
    }

    /// <summary>Whether the principal still says what it should: the person is active, and stamp, role and duties are the same.</summary>
    public async Task<bool> IsCurrentAsync(ClaimsPrincipal principal, CancellationToken ct) =>
        await RefreshAsync(principal, ct) is { } fresh
        && fresh.FindFirstValue(ClaimTypes.Role) == principal.FindFirstValue(ClaimTypes.Role)
        && fresh.HasClaim(MustSetUpTwoFactor, "true") == principal.HasClaim(MustSetUpTwoFactor, "true");

    private static DateTimeOffset? BeganAt(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(Since), NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null;

    /// <summary>Whether the role demands two-factor.</summary>
    public async Task<bool> DemandsTwoFactorAsync(Role role, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<RoleRule>().AnyAsync(r => r.Role == role && r.TwoFactorRequired, ct);
    }
}
