using PrivacyPortal.Demo.Company;

namespace PrivacyPortal.Demo;

/// <summary>Lets the invented company live through its past, in the order in which it took place, by the verbs that the pages use.</summary>
public sealed class DemoPast(DemoClock clock, DemoFolder folder, DemoOrganisation organisation, DemoSource source, DemoSettings settings,
    DemoRequests requests)
{
    public async Task LiveAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        ConversationDatabase.Write(folder.Conversations, DateOnly.FromDateTime(now.UtcDateTime));
        var calendar = new DemoCalendar(clock, now);
        organisation.Plan(calendar);
        source.Plan(calendar);
        settings.Plan(calendar);
        requests.Plan(calendar);
        try
        {
            await calendar.LiveAsync(ct);
        }
        finally
        {
            clock.Run();
        }
    }
}
