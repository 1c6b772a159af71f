using Microsoft.AspNetCore.Antiforgery;

namespace PrivacyPortal.Accounts;

public static class AccountEndpoints
{
    /// <summary>Sign-out, and the set-up link on the console once the server listens.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        app.MapPost("/sign-out", async (HttpContext http, IAntiforgery antiforgery, SignInDesk desk, CancellationToken ct) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
            {
                return Results.LocalRedirect("/account");
            }

            await desk.SignOutAsync(http, ct);
            return Results.LocalRedirect("/sign-in");
        }).RequireAuthorization(AccountServices.SignedIn);

        app.Lifetime.ApplicationStarted.Register(() => _ = app.Services.GetRequiredService<FirstRun>().AnnounceAsync(app.Lifetime.ApplicationStopping));
    }
}
