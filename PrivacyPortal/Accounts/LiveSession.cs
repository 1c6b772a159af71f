using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Asks again every ten seconds whether the person behind an open page is still who they were: a disabled or demoted user's page becomes
/// anonymous without a reload. Cookies are checked as often (see AccountServices), so that both end within 30 seconds.
/// </summary>
internal sealed class LiveSession(ILoggerFactory loggers, PortalClaims claims) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        claims.IsCurrentAsync(authenticationState.User, cancellationToken);
}
