using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>The way to a value inside JSON: <c>$.contact.emails[0]</c>.</summary>
internal static partial class JsonPath
{
    public static bool TryRead(string path, out IReadOnlyList<object> steps)
    {
        var read = Step().Matches(path);
        steps = [.. read.Select(m => m.Groups["index"].Success ? (object)int.Parse(m.Groups["index"].Value, CultureInfo.InvariantCulture) : m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Groups["name"].Value)];
        return path.StartsWith('$') && read.Count > 0 && read.Sum(m => m.Length) == path.Length - 1;
    }

    /// <summary>The value as text, by the operators that an index on it would most likely have been made with.</summary>
    public static string Sql(string column, IReadOnlyList<object> steps) =>
        "(" + column + string.Concat(steps.Select((step, i) => (i == steps.Count - 1 ? " ->> " : " -> ") + (step is int index ? index.ToString(CultureInfo.InvariantCulture) : "'" + ((string)step).Replace("'", "''", StringComparison.Ordinal) + "'"))) + ")";

    /// <summary>The value as text out of a text; null where the text is no JSON, or has no such value.</summary>
    public static string? Value(string? text, IReadOnlyList<object> steps)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var at = document.RootElement;
            foreach (var step in steps)
            {
                if (step is int index && at.ValueKind == JsonValueKind.Array && index < at.GetArrayLength())
                    at = at[index];
                else if (step is not string name || at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                    return null;
            }

            return at.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => at.GetString(),
                _ => at.GetRawText(),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("""\.(?:"(?<quoted>[^"]+)"|(?<name>[^.\["]+))|\[(?<index>\d{1,9})\]""")]
    private static partial Regex Step();
}
