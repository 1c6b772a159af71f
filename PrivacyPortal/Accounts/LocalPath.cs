namespace PrivacyPortal.Accounts;

/// <summary>Where to go after signing in: a path of this site, never where the author of a link would like to send the person.</summary>
internal static class LocalPath
{
    public static string Of(string? path) => path is { Length: > 1 } && path[0] == '/' && path[1] is not '/' and not '\\' ? path : "/";
}
