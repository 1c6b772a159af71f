using Microsoft.AspNetCore.Localization;
using PrivacyPortal.Accounts;
using PrivacyPortal.Language;

namespace PrivacyPortal.Shell;

/// <summary>Language and light or dark, each a cookie of the user's own that says nothing about them.</summary>
public static class Appearance
{
    public const string ThemeCookie = "portal-theme";

    /// <summary><c>light</c>, <c>dark</c>, or null to follow the system.</summary>
    public static string? Theme(HttpContext context) => context.Request.Cookies[ThemeCookie] is "light" or "dark" ? context.Request.Cookies[ThemeCookie] : null;

    public static void MapAppearance(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/appearance/language", (string value, string? back, HttpContext context) =>
        {
            var culture = new RequestCulture(Languages.Of(value));
            Remember(context, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(culture));
            return Results.LocalRedirect(LocalPath.Of(back));
        }).AllowAnonymous();

        routes.MapGet("/appearance/theme", (string value, string? back, HttpContext context) =>
        {
            Remember(context, ThemeCookie, value == "dark" ? "dark" : "light");
            return Results.LocalRedirect(LocalPath.Of(back));
        }).AllowAnonymous();
    }

    private static void Remember(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps,
    });
}
