using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Asks for a cookie older than ten seconds whether it is still true: the sessions that were ended stay out, and a changed role or duty
/// takes effect in the others without signing in again. Open pages are asked by <see cref="LiveSession"/>.
/// </summary>
internal static class SessionCheck
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Principal is not { } principal || now - context.Properties.IssuedUtc < LiveSession.Interval)
        {
            return;
        }

        try
        {
            if (await services.GetRequiredService<PortalClaims>().RefreshAsync(principal, context.HttpContext.RequestAborted) is { } fresh)
            {
                context.ReplacePrincipal(fresh);
                context.ShouldRenew = true;
                return;
            }
        }
        catch (Exception fault) when (DatabaseLink.IsOutage(fault))
        {
            // Nothing can be read or done without the database but the page that says so; the next request asks again.
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
