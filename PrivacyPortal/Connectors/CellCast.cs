using System.Globalization;

namespace PrivacyPortal.Connectors;

/// <summary>Values brought to the type of the column that they are compared with, so that <c>"42"</c> at one end of a reference finds <c>42</c> at the other.</summary>
public static class CellCast
{
    /// <summary>A collation that ignores case in every alphabet.</summary>
    public const string CaselessText = "CASELESS";

    /// <summary>A collation that ignores trailing blanks.</summary>
    public const string Padded = "RTRIM";

    /// <summary>The value as <paramref name="column"/> would hold it; false if it does not fit its type.</summary>
    public static bool TryCast(object? value, SchemaColumn column, out object? cast)
    {
        cast = value switch
        {
            null => null,
            _ => column.Kind switch
            {
                ValueKind.Any => value,
                ValueKind.Integer => ToInteger(value),
                ValueKind.Number => ToNumber(value),
                ValueKind.Exact => ToExact(value),
                ValueKind.Flexible => ToNumber(value) ?? value,
                ValueKind.Text => value is byte[] ? null : CellText.Of(value),
                ValueKind.Boolean => ToBoolean(value),
                ValueKind.Bytes => value as byte[],
                ValueKind.Uuid => ToUuid(value),
                ValueKind.Moment => ToMoment(value),
                ValueKind.Written => value is byte[] ? null : CellText.Of(value),
            },
        };
        return value is null || cast is not null;
    }

    /// <summary>The form in which two values of <paramref name="column"/> are the same key to the source: one number for 1 and 1.0, one text where its collation ignores case.</summary>
    public static object? Canonical(object? value, SchemaColumn column) => value switch
    {
        double real when Math.Floor(real) == real && Math.Abs(real) < 9e15 => (long)real,
        string text when "NOCASE".Equals(column.Collation, StringComparison.OrdinalIgnoreCase) => AsciiLower(text),
        string text when Padded.Equals(column.Collation, StringComparison.OrdinalIgnoreCase) => text.TrimEnd(' '),
        string text when column.Collation == CaselessText => text.ToLowerInvariant(),
        decimal exact when decimal.Truncate(exact) == exact && exact is >= long.MinValue and <= long.MaxValue => (long)exact,
        _ => value,
    };

    private static object? ToInteger(object value) => value switch
    {
        long or int or short or byte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        bool truth => truth ? 1L : 0L,
        double real when Math.Floor(real) == real && Math.Abs(real) < 9e15 => (long)real,
        decimal exact when decimal.Truncate(exact) == exact && exact is >= long.MinValue and <= long.MaxValue => (long)exact,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object? ToNumber(object value) => ToInteger(value) ?? value switch
    {
        double or decimal => value,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>A number too long for .NET stays as it is written.</summary>
    private static object? ToExact(object value) => ToInteger(value) ?? value switch
    {
        decimal => value,
        double real when Math.Abs(real) < 7.9e28 => (decimal)real,
        string text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) => exact,
        string text when text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or '-') && text.Any(char.IsAsciiDigit) && text.LastIndexOf('-') <= 0 && text.Count(c => c == '.') <= 1 => text,
        _ => null,
    };

    private static object? ToBoolean(object value) => value switch
    {
        bool => value,
        long number when number is 0 or 1 => number == 1,
        string text when bool.TryParse(text, out var truth) => truth,
        _ => null,
    };

    private static object? ToUuid(object value) => value switch
    {
        Guid => value,
        string text when Guid.TryParse(text, out var uuid) => uuid,
        byte[] { Length: 16 } bytes => new Guid(bytes, bigEndian: true),
        _ => null,
    };

    private static object? ToMoment(object value) => value switch
    {
        DateTime or DateTimeOffset or DateOnly => value,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) => moment,
        _ => null,
    };

    private static string AsciiLower(string text) =>
        text.Any(char.IsAsciiLetterUpper) ? string.Concat(text.Select(c => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)) : text;
}
