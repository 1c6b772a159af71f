using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>The DPO is alerted as the day of the answer comes near (requests.md, the clock).</summary>
public sealed class AlertTests
{
    [Fact]
    public async Task An_alert_is_recorded_once_on_each_of_its_days_and_late_where_the_portal_did_not_run()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReceiveAsync();
        var due = (await portal.SheetAsync(id)).Row.DueOn;
        foreach (var (left, alerts) in new[] { (11, 0), (10, 1), (9, 1), (5, 2), (1, 3), (1, 3), (0, 4), (-1, 4), (-30, 4) })
        {
            portal.Portal.Clock.Now = new DateTimeOffset(due.AddDays(-left), new TimeOnly(10, 0), TimeSpan.Zero);
            await portal.Desk.AlertAsync(default);
            Assert.Equal(alerts, (await portal.SheetAsync(id)).Timeline.Count(e => e.Verb == RequestVerb.Alert));
        }

        Assert.Equal(["0", "1", "10", "5"], (await portal.SheetAsync(id)).Timeline.Where(e => e.Verb == RequestVerb.Alert).Select(e => e.Facts["left"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_alerted_while_the_clock_stands_still_or_once_it_is_answered()
    {
        await using var portal = await DeskPortal.StartAsync();
        var (waiting, withdrawn) = (await portal.ReceiveAsync(SubjectRight.Access), await portal.ReceiveAsync());
        var due = (await portal.SheetAsync(waiting)).Row.DueOn;
        Do(await portal.Desk.AskClarificationAsync(TestPortal.Dpo, waiting, await portal.VersionAsync(waiting), "Which account?", default));
        Do(await portal.Desk.WithdrawAsync(TestPortal.Dpo, withdrawn, await portal.VersionAsync(withdrawn), "They wrote so.", default));
        portal.Portal.Clock.Now = new DateTimeOffset(due, new TimeOnly(10, 0), TimeSpan.Zero);
        await portal.Desk.AlertAsync(default);
        foreach (var id in new[] { waiting, withdrawn })
        {
            Assert.DoesNotContain((await portal.SheetAsync(id)).Timeline, e => e.Verb == RequestVerb.Alert);
        }
    }

    [Theory]
    [InlineData("2026-12-09", null, false)]
    [InlineData("2026-12-10", null, true)]
    [InlineData("2026-12-14", "2026-12-10", false)]
    [InlineData("2026-12-15", "2026-12-10", true)]
    [InlineData("2026-12-20", "2026-12-18", true)]
    [InlineData("2027-01-20", "2026-12-20", false)]
    [InlineData("2027-01-20", null, true)]
    public void It_is_due_where_a_day_came_since_the_last(string today, string? last, bool due) =>
        Assert.Equal(due, RequestDesk.IsDue(new(2026, 12, 20), Day(today), last is null ? null : Day(last)));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", System.Globalization.CultureInfo.InvariantCulture);
}
