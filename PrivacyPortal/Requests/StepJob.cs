using PrivacyPortal.Fulfilment;
using Quartz;

namespace PrivacyPortal.Requests;

/// <summary>Does the work of a step that was claimed; what it returns is written on condition of the ticket's token.</summary>
public delegate Task<StepOutcome> StepWork(StepTicket ticket, CancellationToken ct);

/// <summary>How an attempt at a step ended.</summary>
/// <param name="Cause">Null: done.</param>
/// <param name="Again">Worth another attempt by itself, after a pause.</param>
/// <param name="Keep">Writes the results, in the transaction that ends the step.</param>
public sealed record StepOutcome(StepCause? Cause, bool Again, string? Report, Func<Data.PortalDbContext, CancellationToken, Task>? Keep)
{
    public static StepOutcome Done(string? report, Func<Data.PortalDbContext, CancellationToken, Task>? keep = null) => new(null, false, report, keep);

    public static StepOutcome Failed(StepCause cause, bool again = false, string? report = null, Func<Data.PortalDbContext, CancellationToken, Task>? keep = null) =>
        new(cause, again, report, keep);
}

/// <summary>
/// What the scheduler wakes: one durable job, one trigger per step. It claims the step's row; whoever comes second, or too late, gets
/// nothing and does nothing.
/// </summary>
public sealed partial class StepJob(StepQueue queue, StepWork work, RequestDesk desk, ILogger<StepJob> log) : IJob
{
    public const string Step = "step";
    public static readonly JobKey Key = new("step", "requests");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!Guid.TryParse(context.MergedJobDataMap.GetString(Step), out var id) || await queue.ClaimAsync(id, cancellationToken) is not { } ticket)
        {
            return;
        }

        FaultPoint.Pass("claimed");
        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var beating = BeatAsync(ticket, work);
        try
        {
            await RunAsync(ticket, work.Token);
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            // The process ends, or the step is somebody else's by now. It is released if it is still ours; else this does nothing.
            await queue.ReleaseAsync(ticket, CancellationToken.None);
        }
        finally
        {
            await work.CancelAsync();
            await beating;
        }
    }

    private async Task RunAsync(StepTicket ticket, CancellationToken ct)
    {
        StepOutcome outcome;
        try
        {
            outcome = await work(ticket, ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // The exception's message may quote a value: its type and the step are all that the log may hold.
            Failed(log, ticket.Id, ticket.Phase, fault.GetType().Name, fault.StackTrace);
            outcome = StepOutcome.Failed(StepCause.Unexpected, again: true);
        }

        FaultPoint.Pass("worked");

        // Not cancelled by a shutdown: the effect is there, its result should be too. (If the process dies here, the next attempt resumes.)
        try
        {
            await desk.SettleAsync(ticket, outcome, CancellationToken.None);
        }
        catch (Exception fault)
        {
            // What was to be kept could not be: nothing of it was. The step must not be left running, where nobody would take it up.
            Failed(log, ticket.Id, ticket.Phase, fault.GetType().Name, fault.StackTrace);
            await desk.SettleAsync(ticket, StepOutcome.Failed(StepCause.Unexpected, again: true), CancellationToken.None);
        }

        FaultPoint.Pass("settled");
    }

    /// <summary>Keeps the step for this node as long as it works on it, and stops the work when the step is lost.</summary>
    private async Task BeatAsync(StepTicket ticket, CancellationTokenSource work)
    {
        using var timer = new PeriodicTimer(StepQueue.Beat);
        while (!work.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(work.Token);
                if (!await queue.RenewAsync(ticket, work.Token))
                {
                    await work.CancelAsync();
                }
            }
            catch (Exception) when (!work.IsCancellationRequested)
            {
                // The database does not answer: the next beat asks again, and the token decides whose the step is.
            }
            catch (OperationCanceledException)
            {
                // The work is over.
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Step {Step} ({Phase}) failed: {Fault}\n{Trace}")]
    private static partial void Failed(ILogger log, Guid step, StepPhase phase, string fault, string? trace);
}
