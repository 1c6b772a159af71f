using System.Text.RegularExpressions;

namespace PrivacyPortal.Requests;

/// <summary>
/// The identities searched for in the list of requests, for as long as the page's circuit lives: an address holds no more than a number of them,
/// because addresses stay in histories, logs and bookmarks.
/// </summary>
public sealed partial class SoughtIdentity
{
    private readonly List<string> texts = [];

    /// <summary>Whether a text is a reference or its beginning, which names nobody.</summary>
    public static bool IsReference(string? text) => text is not null && ReferencePattern().IsMatch(text);

    /// <summary>The number under which it is found again.</summary>
    public int Keep(string text)
    {
        texts.Add(text);
        return texts.Count;
    }

    /// <summary>Null for a number of another circuit, such as before the page was loaded again.</summary>
    public string? Find(int? number) => number is { } n && n >= 1 && n <= texts.Count ? texts[n - 1] : null;

    [GeneratedRegex("^ *D(?:S(?:R(?:-[0-9-]*)?)?)? *$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReferencePattern();
}
