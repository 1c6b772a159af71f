using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Asks again every ten seconds whether the person behind an open page is still who they were: a disabled or demoted user's page becomes
/// anonymous without a reload. Cookies are checked as often (see AccountServices), so that both end within 30 seconds.
/// </summary>
internal sealed class LiveSession(ILoggerFactory loggers, PortalClaims claims) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return await claims.IsCurrentAsync(authenticationState.User, cancellationToken);
        }
        catch (Exception fault) when (DatabaseLink.IsOutage(fault))
        {
            // Nothing can be read or done without the database; whoever had the page open goes on when it is back, and is asked again then.
            return true;
        }
    }
}
