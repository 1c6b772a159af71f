using System.Globalization;
using System.Text.RegularExpressions;

namespace PrivacyPortal.Requests;

/// <summary>A stored moment as its reader tells the time. Pure.</summary>
internal static partial class CellMoment
{
    /// <summary>Null: not a moment. One that names no zone is told as it stands: nobody knows which it meant.</summary>
    public static string? Of(object? value, TimeZoneInfo zone, CultureInfo culture) => value switch
    {
        DateTimeOffset moment => Shown(TimeZoneInfo.ConvertTime(moment, zone).DateTime, culture),
        DateTime { Kind: DateTimeKind.Utc } moment => Shown(TimeZoneInfo.ConvertTimeFromUtc(moment, zone), culture),
        DateTime moment => Shown(moment, culture),
        string text when Written().Match(text) is { Success: true } match => OfText(text, match.Groups["zone"].Length > 0, zone, culture),
        _ => null,
    };

    private static string? OfText(string text, bool zoned, TimeZoneInfo zone, CultureInfo culture) =>
        !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? null
        : Shown((zoned ? TimeZoneInfo.ConvertTime(moment, zone) : moment).DateTime, culture);

    private static string Shown(DateTime moment, CultureInfo culture) => moment.ToString(moment.Second == 0 ? "d MMM yyyy, HH:mm" : "d MMM yyyy, HH:mm:ss", culture);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(?<zone>Z|[+-]\d{2}(:?\d{2})?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
