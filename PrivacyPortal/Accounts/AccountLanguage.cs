using Microsoft.AspNetCore.Localization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Accounts;

/// <summary>Carries a person's language from their account into the cookie that every page reads.</summary>
internal static class AccountLanguage
{
    public static string Current => Languages.IsFrench(System.Globalization.CultureInfo.CurrentUICulture) ? "fr" : "en";

    public static void Write(HttpContext http, string language) => http.Response.Cookies.Append(
        CookieRequestCultureProvider.DefaultCookieName,
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Languages.Of(language))),
        new CookieOptions { MaxAge = TimeSpan.FromDays(365), IsEssential = true, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps });
}
