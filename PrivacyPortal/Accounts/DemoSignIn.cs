using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Links that sign in without a password, as often as they are opened, until the process ends: for the demo with its invented company, and
/// mapped there only. A portal with real data never has this endpoint.
/// </summary>
public sealed class DemoSignIn
{
    private readonly ConcurrentDictionary<string, Guid> userByHash = new();

    /// <summary>A new link for the person, below the portal's own address.</summary>
    public string PathFor(Guid userId)
    {
        var token = OneTimeToken.Create();
        userByHash[OneTimeToken.HashOf(token)] = userId;
        return $"/demo/sign-in/{token}";
    }

    internal Guid? UserOf(string token) => userByHash.TryGetValue(OneTimeToken.HashOf(token), out var userId) ? userId : null;
}

public static class DemoSignInEndpoints
{
    /// <summary>Only for the demo; see <see cref="DemoSignIn"/>.</summary>
    public static IEndpointConventionBuilder MapDemoSignIn(this IEndpointRouteBuilder routes) => routes
        .MapGet("/demo/sign-in/{token}", async (string token, HttpContext http, DemoSignIn demo, SignInDesk desk, UserManager<PortalUser> users) =>
        {
            if (demo.UserOf(token) is not { } id || await users.FindByIdAsync(id.ToString("d")) is not { IsActive: true } user)
            {
                return Results.NotFound();
            }

            await desk.EnterAsync(http, user, "demo-link", http.RequestAborted);

            // Whoever looks at the demo is not the person whose account it is: their browser says in which language.
            AccountLanguage.Write(http, AccountLanguage.Current);
            return Results.LocalRedirect("/");
        })
        .AllowAnonymous();
}
