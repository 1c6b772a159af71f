using System.Globalization;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Tests.Requests;

public sealed class DeadlineTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static TheoryData<string> Rows() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Requests", "deadlines.csv")).Where(line => line.Length > 0 && line[0] != '#')];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_worked_example_comes_out(string row)
    {
        var cell = row.Split(',');
        var profile = cell[0] switch
        {
            "eu" => DeadlineProfile.Eu,
            "uk" => DeadlineProfile.Uk,
            "ch" => DeadlineProfile.Switzerland,
            "us-ca" => DeadlineProfile.California,
            "br" => DeadlineProfile.Brazil,
            var other => throw new InvalidDataException(other),
        };
        var received = cell[2].Contains('T')
            ? Deadline.DayOf(DateTimeOffset.Parse(cell[2], CultureInfo.InvariantCulture), Paris)
            : Day(cell[2]);
        Suspension[] suspensions = cell[3].Length == 0 ? [] : [Suspended(Day(cell[3]), Day(cell[4]))];

        var deadline = Deadline.Of(profile, cell[1], received, suspensions, extended: cell[5] is "3m" or "90d", today: received);

        Assert.Equal(Day(cell[6]), deadline.DueOn);
    }

    [Fact]
    public void The_strict_date_is_neither_suspended_nor_rolled()
    {
        var deadline = Deadline.Of(
            DeadlineProfile.Eu, "FR", new(2026, 6, 1), [Suspended(new(2026, 6, 3), new(2026, 6, 16))], extended: false, new(2026, 6, 20));

        Assert.Equal(new DateOnly(2026, 7, 1), deadline.StrictOn);
        Assert.Equal(13, deadline.SuspendedDays);
        Assert.Equal(new DateOnly(2026, 7, 15), deadline.DueOn);
    }

    [Fact]
    public void A_suspension_that_still_runs_moves_the_date_with_every_day()
    {
        Suspension[] open = [new(SuspensionKind.Clarification, new(2026, 6, 3))];

        Assert.Equal(new DateOnly(2026, 7, 3), Deadline.Of(DeadlineProfile.Eu, "FR", new(2026, 6, 1), open, false, new(2026, 6, 5)).DueOn);
        Assert.Equal(new DateOnly(2026, 7, 6), Deadline.Of(DeadlineProfile.Eu, "FR", new(2026, 6, 1), open, false, new(2026, 6, 8)).DueOn);
    }

    [Fact]
    public void The_first_term_does_not_grow_with_suspension_or_extension()
    {
        Suspension[] suspensions = [Suspended(new(2026, 6, 3), new(2026, 6, 16))];

        Assert.Equal(new DateOnly(2026, 7, 1), Deadline.Of(DeadlineProfile.Eu, "FR", new(2026, 6, 1), suspensions, true, new(2026, 6, 20)).FirstTermEndsOn);
    }

    [Fact]
    public void A_breach_notice_is_due_72_elapsed_hours_later_also_over_a_clock_change()
    {
        var aware = new DateTimeOffset(2026, 3, 28, 12, 0, 0, TimeSpan.FromHours(1));

        Assert.Equal(new DateTimeOffset(2026, 3, 31, 11, 0, 0, TimeSpan.Zero), Deadline.BreachNoticeDue(aware));
    }

    [Fact]
    public void The_dpo_is_alerted_ten_five_and_two_days_before_and_on_the_day()
    {
        var deadline = Deadline.Of(DeadlineProfile.Eu, "FR", new(2024, 3, 5), [], false, new(2024, 3, 5));

        Assert.Equal([new(2024, 3, 26), new(2024, 3, 31), new(2024, 4, 3), new(2024, 4, 5)], deadline.Alerts());
        Assert.Equal(-1, deadline.DaysLeft(new(2024, 4, 6)));
    }

    [Theory]
    [InlineData("GB", "2021-12-27")]
    [InlineData("GB", "2021-12-28")]
    [InlineData("GB", "2022-12-27")]
    [InlineData("GB", "2022-01-03")]
    [InlineData("NL", "2025-04-26")]
    [InlineData("IE", "2026-02-02")]
    [InlineData("IE", "2030-02-01")]
    [InlineData("IE", "2026-10-26")]
    [InlineData("SE", "2026-06-20")]
    [InlineData("RO", "2026-04-13")]
    [InlineData("IT", "2026-10-04")]
    public void Moving_and_substituted_holidays_fall_where_the_calendars_say(string region, string day) =>
        Assert.Contains(Day(day), Holidays.Of(region, Day(day).Year));

    [Fact]
    public void A_holiday_introduced_in_a_year_is_none_before() => Assert.DoesNotContain(new(2025, 10, 4), Holidays.Of("IT", 2025));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Suspension Suspended(DateOnly asked, DateOnly answered)
    {
        var suspension = new Suspension(SuspensionKind.Clarification, asked);
        suspension.End(answered);
        return suspension;
    }
}
