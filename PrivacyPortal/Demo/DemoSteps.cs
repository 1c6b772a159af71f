using PrivacyPortal.Requests;

namespace PrivacyPortal.Demo;

/// <summary>
/// Runs the steps of the past at once, with the work that the scheduler would wake: the scheduler itself knows only the time that it is.
/// </summary>
public sealed class DemoSteps(StepQueue queue, StepWork work, RequestDesk desk, DemoClock clock)
{
    /// <summary>Runs what is due and what follows from it, and waits, in the demo's time, for what is to be tried again.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (await queue.WaitingAsync(null, ct) is { Count: > 0 } waiting)
        {
            var next = waiting.MinBy(step => step.NotBefore)!;
            if (next.NotBefore > clock.GetUtcNow())
            {
                clock.SetBack(next.NotBefore);
            }

            if (await queue.ClaimAsync(next.Id, ct) is { } ticket)
            {
                await desk.SettleAsync(ticket, await work(ticket, ct), ct);
            }
        }
    }
}
