using System.Text.RegularExpressions;

namespace PrivacyPortal.DataMap;

/// <summary>Declarations that come with the portal, to be chosen instead of written.</summary>
public static partial class ReadyInterfaces
{
    /// <summary>Chatwoot's application API, for one account of it.</summary>
    public static string Chatwoot(string account) => Account().Replace(Read("chatwoot"), $"  account: \"{account}\"", 1);

    /// <summary>The shape of a declaration, to begin one's own with.</summary>
    public static string Example => Read("example");

    private static string Read(string name)
    {
        using var stream = typeof(ReadyInterfaces).Assembly.GetManifestResourceStream($"PrivacyPortal.DataMap.Declarations.{name}.yaml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^  account: .*$", RegexOptions.Multiline)]
    private static partial Regex Account();
}
