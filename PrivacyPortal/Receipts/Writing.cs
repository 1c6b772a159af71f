using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Receipts;

/// <summary>A document's language and zone: texts, days, instants and numbers as they are written there.</summary>
internal sealed class Writing(CultureInfo culture, string timeZone)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    public CultureInfo Culture => culture;

    public string this[Text text] => text.In(culture);

    public string this[Text text, params object?[] arguments] => text.Format(culture, arguments);

    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", culture);

    public string Day(DateOnly? day) => day is { } known ? Day(known) : "—";

    /// <summary>Narrow, for tables.</summary>
    public string ShortDay(DateOnly? day) => day?.ToString("dd/MM/yyyy", culture) ?? "—";

    public string Instant(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).ToString(Languages.IsFrench(culture) ? "d MMMM yyyy 'à' HH:mm" : "d MMMM yyyy, HH:mm", culture)
        + $" ({_zone.Id})";

    /// <summary>Lines of an address or contact within a sentence.</summary>
    public static string Inline(string lines) => string.Join(", ", lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public string Count(long count) => count.ToString("N0", culture);
}
