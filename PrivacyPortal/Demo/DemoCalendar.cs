namespace PrivacyPortal.Demo;

/// <summary>What happens on which day of the demo's past. Told in any order, lived through in the order of time: the audit chain is never behind itself.</summary>
public sealed class DemoCalendar(DemoClock clock, DateTimeOffset now)
{
    private readonly List<(DateTimeOffset At, int Order, Func<CancellationToken, Task> Act)> days = [];

    /// <summary>The day so many days ago.</summary>
    public DateOnly Day(int ago) => DateOnly.FromDateTime(now.UtcDateTime).AddDays(-ago);

    /// <summary>Something that took place so many days ago, at an hour of the office.</summary>
    public void On(int ago, int hour, Func<CancellationToken, Task> act) =>
        days.Add((new DateTimeOffset(Day(ago).ToDateTime(new TimeOnly(hour, 7 * days.Count % 60)), TimeSpan.Zero), days.Count, act));

    public async Task LiveAsync(CancellationToken ct)
    {
        foreach (var (at, _, act) in days.OrderBy(day => day.At).ThenBy(day => day.Order))
        {
            // Nothing of the past is later than now, even where the demo starts before the office opens.
            clock.SetBack(at < now ? at : now);
            await act(ct);
        }
    }
}
