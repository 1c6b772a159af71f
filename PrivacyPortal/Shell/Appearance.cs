using Microsoft.AspNetCore.Localization;
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
            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous();

        routes.MapGet("/appearance/theme", (string value, string? back, HttpContext context) =>
        {
            Remember(context, ThemeCookie, value == "dark" ? "dark" : "light");
            return Results.LocalRedirect(Local(back));
        }).AllowAnonymous();
    }

    private static void Remember(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365), IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps,
    });

    /// <summary>Only a path of this site: never where a link's author would like to send the user.</summary>
    private static string Local(string? back) =>
        back is { Length: > 0 } && back[0] == '/' && (back.Length == 1 || back[1] is not '/' and not '\\') ? back : "/";
}
