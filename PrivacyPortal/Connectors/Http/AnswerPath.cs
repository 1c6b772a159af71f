using System.Globalization;
using System.Text.Json;

namespace PrivacyPortal.Connectors.Http;

/// <summary>
/// A place in an answer: a JSON Pointer (<c>/data/0/id</c>, RFC 6901) or the part of JSONPath that names one place (<c>$.data[0].id</c>,
/// <c>$['a b']</c>, RFC 9535). A bare name is a member of the row.
/// </summary>
public sealed class AnswerPath
{
    private readonly string text;
    private readonly IReadOnlyList<object> steps;

    private AnswerPath(string text, IReadOnlyList<object> steps) => (this.text, this.steps) = (text, steps);

    /// <summary>The members from the top, where no list is on the way: what a rectification can write.</summary>
    public IReadOnlyList<string>? Members => steps.All(s => s is string) ? [.. steps.Cast<string>()] : null;

    /// <summary>Null: it is no path.</summary>
    public static AnswerPath? Parse(string text)
    {
        var steps = text.StartsWith('/') ? Pointer(text) : text == "$" ? [] : text.StartsWith('$') ? Query(text[1..]) : text.Length > 0 ? Query("." + text) : null;
        return steps is null ? null : new AnswerPath(text, steps);
    }

    /// <summary>What stands there; null: nothing does.</summary>
    public JsonElement? In(JsonElement root)
    {
        var at = root;
        foreach (var step in steps)
        {
            switch (step)
            {
                case string name when at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var member):
                    at = member;
                    break;
                case int index when at.ValueKind == JsonValueKind.Array && (index < 0 ? at.GetArrayLength() + index : index) is >= 0 and var from && from < at.GetArrayLength():
                    at = at[from];
                    break;
                case string digits when at.ValueKind == JsonValueKind.Array && text[0] == '/' && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < at.GetArrayLength():
                    at = at[place];
                    break;
                default:
                    return null;
            }
        }

        return at;
    }

    public override string ToString() => text;

    private static List<object> Pointer(string text) =>
        [.. text[1..].Split('/').Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    private static List<object>? Query(string text)
    {
        var steps = new List<object>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '.')
            {
                var end = at + 1;
                while (end < text.Length && text[end] is not ('.' or '['))
                    end++;
                if (end == at + 1 || text[(at + 1)..end].IndexOfAny([' ', '*', '\'', '"', '?', ']']) >= 0)
                    return null;
                steps.Add(text[(at + 1)..end]);
                at = end;
            }
            else if (text[at] == '[' && at + 2 < text.Length && text[at + 1] is '\'' or '"')
            {
                var end = text.IndexOf(text[at + 1] + "]", at + 2, StringComparison.Ordinal);
                if (end < 0)
                    return null;
                steps.Add(text[(at + 2)..end]);
                at = end + 2;
            }
            else
            {
                var end = text.IndexOf(']', at);
                if (text[at] != '[' || end < 0 || !int.TryParse(text.AsSpan(at + 1, end - at - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
                    return null;
                steps.Add(index);
                at = end + 1;
            }
        }

        return steps;
    }
}
