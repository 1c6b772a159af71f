using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace PrivacyPortal.Requests;

/// <summary>Public holidays and working days of a region (Regulation (EEC, Euratom) 1182/71, art. 2: a working day is neither a holiday, a Sunday nor a Saturday).</summary>
public static class Holidays
{
    private static readonly FrozenDictionary<string, string[]> Rules = HolidayRules.Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .ToFrozenDictionary(words => words[0], words => words[1..]);

    private static readonly ConcurrentDictionary<(string Region, int Year), FrozenSet<DateOnly>> Years = new();

    /// <summary>The regions with a table; a clock that rolls needs one of them.</summary>
    public static IReadOnlyList<string> Regions { get; } = [.. Rules.Keys.Order(StringComparer.Ordinal)];

    public static bool IsWorkingDay(DateOnly day, string region) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Of(region, day.Year).Contains(day);

    /// <summary>The day itself if it is a working day, otherwise the next one (Regulation 1182/71, art. 3(4)).</summary>
    public static DateOnly Roll(DateOnly day, string region)
    {
        while (!IsWorkingDay(day, region))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The holidays of a region in a year, substitutes included.</summary>
    public static IReadOnlySet<DateOnly> Of(string region, int year) =>
        Years.GetOrAdd((region, year), static key => Compute(key.Region, key.Year));

    private static FrozenSet<DateOnly> Compute(string region, int year)
    {
        var days = new HashSet<DateOnly>();
        var madeUp = new List<DateOnly>();
        foreach (var rule in Expand(region))
        {
            if (Day(rule, year) is not { } day)
            {
                continue;
            }

            days.Add(day);
            if (rule.EndsWith('*') && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                madeUp.Add(day);
            }
        }

        // Substitutes come after all fixed days: Christmas on a Sunday is made up after Boxing Day, not on it.
        foreach (var day in madeUp)
        {
            var substitute = day;
            while (substitute.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || days.Contains(substitute))
            {
                substitute = substitute.AddDays(1);
            }

            days.Add(substitute);
        }

        return days.ToFrozenSet();
    }

    private static IEnumerable<string> Expand(string region) =>
        Rules.TryGetValue(region, out var rules)
            ? rules.SelectMany(rule => Rules.ContainsKey(rule) ? Expand(rule) : [rule])
            : [];

    private static DateOnly? Day(string rule, int year)
    {
        var since = rule.Split('>');
        if (since.Length == 2 && year < Number(since[1]))
        {
            return null;
        }

        var word = since[0].TrimEnd('*');
        return word switch
        {
            "KING" => King(year),
            "BRIGID" => Brigid(year),
            _ when word.StartsWith("SAT", StringComparison.Ordinal) => OnOrAfter(MonthDay(word[3..], year), DayOfWeek.Saturday),
            _ when word.StartsWith("MON", StringComparison.Ordinal) => NthMonday(year, Number(word[3..5]), Number(word[6..])),
            _ when word[0] == 'E' => Easter.Western(year).AddDays(Number(word[1..])),
            _ when word[0] == 'O' => Easter.Orthodox(year).AddDays(Number(word[1..])),
            _ => MonthDay(word, year),
        };
    }

    private static DateOnly King(int year)
    {
        var day = new DateOnly(year, 4, 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }

    private static DateOnly Brigid(int year)
    {
        var first = new DateOnly(year, 2, 1);
        return first.DayOfWeek == DayOfWeek.Friday ? first : OnOrAfter(first, DayOfWeek.Monday);
    }

    private static DateOnly NthMonday(int year, int month, int n)
    {
        var first = OnOrAfter(new DateOnly(year, month, 1), DayOfWeek.Monday);
        return n > 0
            ? first.AddDays(7 * (n - 1))
            : OnOrAfter(new DateOnly(year, month, DateTime.DaysInMonth(year, month)).AddDays(-6), DayOfWeek.Monday);
    }

    private static DateOnly OnOrAfter(DateOnly day, DayOfWeek weekday) => day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);

    private static DateOnly MonthDay(string word, int year) => new(year, Number(word[..2]), Number(word[3..]));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
