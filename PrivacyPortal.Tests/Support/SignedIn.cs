using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Data;

namespace PrivacyPortal.Tests.Support;

/// <summary>Browsers and HTTP clients of somebody who is signed in, for tests whose matter is not the signing in.</summary>
public static class SignedIn
{
    /// <summary>A page of a browser in which the actor is signed in, such as <see cref="TestPortal.Dpo"/>; the account is made if it is not there.</summary>
    public static async Task<IPage> OpenAsAsync(this PortalApp app, Actor actor, string? theme = null, string language = "en-GB", int width = 1440, int height = 900)
    {
        var page = await app.OpenAsync(theme, language, width, height);
        var (name, value) = await CookieAsync(app, actor);
        await page.Context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = name, Value = value, Url = app.BaseUrl }]);
        return page;
    }

    /// <summary>A client that sends the actor's cookie and follows no redirect.</summary>
    public static async Task<HttpClient> ClientAsAsync(this PortalApp app, Actor actor)
    {
        var (name, value) = await CookieAsync(app, actor);
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.BaseUrl) };
        client.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
        return client;
    }

    /// <summary>The account of the actor: same id, name and role.</summary>
    public static async Task<PortalUser> AccountAsync(IServiceProvider services, Actor actor, string? password = null)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        if (await users.FindByIdAsync(actor.PersonId!.Value.ToString("d")) is { } there)
        {
            return there;
        }

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var user = PortalUser.Create($"{actor.Name.Replace(' ', '.')}@example.com", actor.Name, actor.Role!.Value, "en", now);
        user.Id = actor.PersonId.Value;
        var made = password is null ? await users.CreateAsync(user) : await users.CreateAsync(user, password);
        Assert.True(made.Succeeded, string.Join(", ", made.Errors.Select(e => e.Code)));
        return user;
    }

    /// <summary>The account as the database has it now.</summary>
    public static async Task<PortalUser> ReadAsync(IServiceProvider services, Actor actor)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await db.Set<PortalUser>().SingleAsync(u => u.Id == actor.PersonId);
    }

    private static async Task<(string Name, string Value)> CookieAsync(PortalApp app, Actor actor)
    {
        var user = await AccountAsync(app.Services, actor);
        await using var scope = app.Services.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(8) }, IdentityConstants.ApplicationScheme);
        return (options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }
}
