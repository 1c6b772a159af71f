namespace PrivacyPortal.Accounts;

/// <summary>
/// Where to go after signing in, or after choosing a language: a path of this site, never where the author of a link would like to send the
/// person. Browsers drop control characters, so that a path with one may not be what it seems.
/// </summary>
internal static class LocalPath
{
    public static string Of(string? path) => path is { Length: > 1 } && path[0] == '/' && path[1] is not '/' and not '\\' && !path.Any(char.IsControl) ? path : "/";
}
