using PrivacyPortal.Demo.Company;

namespace PrivacyPortal.Demo;

/// <summary>Lets the invented company live through its past, in the order in which it took place, by the verbs that the pages use.</summary>
public sealed class DemoPast(DemoClock clock, DemoFolder folder, DemoPeople people)
{
    public async Task LiveAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        ConversationDatabase.Write(folder.Conversations, DateOnly.FromDateTime(now.UtcDateTime));
        try
        {
            clock.SetBack(now.AddDays(-230));
            await people.MoveInAsync(ct);
        }
        finally
        {
            clock.Run();
        }
    }
}
