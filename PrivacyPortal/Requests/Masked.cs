namespace PrivacyPortal.Requests;

/// <summary>A name or identity that can be recognised by who knows it, and says little to anybody else.</summary>
public static class Masked
{
    private const char Hidden = '•';

    /// <summary><c>Luís Gonçalves</c> → <c>L••• G•••</c>: the length tells nothing either.</summary>
    public static string Name(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => First(word) + new string(Hidden, 3)));

    /// <summary><c>luisg@embraer.com.br</c> → <c>l•••@e•••</c>; anything else keeps its last two characters.</summary>
    public static string Identity(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < value.Length - 1
            ? $"{First(value)}{new string(Hidden, 3)}@{First(value[(at + 1)..])}{new string(Hidden, 3)}"
            : new string(Hidden, 3) + (value.Length > 4 ? value[^2..] : "");
    }

    private static string First(string text) => System.Globalization.StringInfo.GetNextTextElement(text);
}
