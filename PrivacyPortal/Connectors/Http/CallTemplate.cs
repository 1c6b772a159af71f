using System.Text;
using System.Text.Json;

namespace PrivacyPortal.Connectors.Http;

/// <summary>
/// A text with places for values: <c>/contacts/{id}?q={email}</c>. Each value is escaped for where it stands, so that no value can become
/// another path, parameter or member.
/// </summary>
public sealed class CallTemplate
{
    private readonly string text;
    private readonly IReadOnlyList<(string Before, string? Name, bool Quoted)> parts;

    private CallTemplate(string text, IReadOnlyList<(string Before, string? Name, bool Quoted)> parts) => (this.text, this.parts) = (text, parts);

    /// <summary>The names of its places.</summary>
    public IEnumerable<string> Names => parts.Select(p => p.Name).OfType<string>();

    public static CallTemplate Parse(string text)
    {
        var parts = new List<(string, string?, bool)>();
        var (from, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"' && (at == 0 || text[at - 1] != '\\'))
                quoted = !quoted;
            if (text[at] != '{' || text.IndexOf('}', at) is not (> 0 and var end) || !IsName(text.AsSpan(at + 1, end - at - 1)))
                continue;
            parts.Add((text[from..at], text[(at + 1)..end], quoted));
            (at, from) = (end, end + 1);
        }

        parts.Add((text[from..], null, false));
        return new CallTemplate(text, parts);
    }

    /// <summary>As a path with its query. Null: a value would make another path of it (empty, <c>.</c> or <c>..</c> as a segment), so it names nothing.</summary>
    public string? Address(Func<string, object?> value)
    {
        var address = new StringBuilder();
        var inQuery = false;
        foreach (var (before, name, _) in parts)
        {
            address.Append(before);
            inQuery |= before.Contains('?', StringComparison.Ordinal);
            if (name is null)
                continue;
            var filled = CellText.Of(value(name));
            if (!inQuery && filled is "" or "." or "..")
                return null;
            address.Append(Uri.EscapeDataString(filled));
        }

        return address.ToString();
    }

    /// <summary>As JSON: between quotation marks a value is text, elsewhere it is written with its type.</summary>
    public string Json(Func<string, object?> value)
    {
        var json = new StringBuilder();
        foreach (var (before, name, quoted) in parts)
        {
            json.Append(before);
            if (name is not null)
                json.Append(quoted ? JsonEncodedText.Encode(CellText.Of(value(name))).ToString() : Literal(value(name)));
        }

        return json.ToString();
    }

    public override string ToString() => text;

    private static string Literal(object? value) => value switch
    {
        JsonElement element => element.GetRawText(),
        null => "null",
        long or double or decimal or bool => CellText.Of(value),
        _ => JsonSerializer.Serialize(CellText.Of(value)),
    };

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                return false;
        }

        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }
}
