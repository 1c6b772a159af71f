using System.Globalization;
using System.Threading.Channels;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using Quartz;

namespace PrivacyPortal.Requests;

/// <summary>
/// Turns queued rows into triggers: at once when one is committed here, and by a sweep at start and every two seconds, for those whose trigger
/// was lost between the commit and here, and those that ran on a node that is no longer heard of. The rows are the truth, so a trigger too
/// many does no harm.
/// </summary>
public sealed partial class StepScheduler(
    ISchedulerFactory schedulers, StepQueue queue, RequestDesk desk, ChangeFeed feed, DataFolder folder, DatabaseSettings database, TimeProvider clock, ILogger<StepScheduler> log) : BackgroundService
{
    private const string Group = "steps";
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);

    /// <summary>Every so many sweeps also the triggers that are there are made anew, should one be stuck.</summary>
    private const int Thorough = 15;
    private readonly Channel<Guid> queued = Channel.CreateUnbounded<Guid>();

    private FileStream? alone;

    /// <summary>
    /// Before the scheduler fires anything, where the database is one file: makes sure that no other process serves it, and takes up what ran
    /// when the last one ended.
    /// </summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!database.IsShared)
        {
            alone = folder.Occupy();
            await queue.RecoverAsync(cancellationToken);
        }

        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        alone?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = feed.Subscribe(change =>
        {
            if (change is { Kind: StepQueue.Queued, Elsewhere: false } && Guid.TryParse(change.Id, out var id))
            {
                queued.Writer.TryWrite(id);
            }
        });
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await scheduler.AddJob(JobBuilder.Create<StepJob>().WithIdentity(StepJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, stoppingToken);
        await Task.WhenAll(SweepAsync(scheduler, stoppingToken), WakeAsync(scheduler, stoppingToken));
    }

    private async Task SweepAsync(IScheduler scheduler, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Sweep, clock);
        var sweeps = 0;
        do
        {
            try
            {
                await queue.LapseAsync(ct);
                var thorough = sweeps++ % Thorough == 0;
                if (await queue.WaitingAsync(null, ct) is { Count: > 0 } waiting)
                {
                    var there = thorough ? [] : (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Group), ct)).ToHashSet();
                    foreach (var step in waiting.Where(s => !there.Contains(KeyOf(s))))
                    {
                        await ScheduleAsync(scheduler, step, ct);
                    }
                }

                if (thorough)
                {
                    await desk.TouchSuspendedAsync(ct);
                    await desk.RemindAsync(ct);
                    await desk.AlertAsync(ct);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                SweepFailed(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    private async Task WakeAsync(IScheduler scheduler, CancellationToken ct)
    {
        await foreach (var id in queued.Reader.ReadAllAsync(ct))
        {
            try
            {
                FaultPoint.Pass("queued");
                foreach (var step in await queue.WaitingAsync(id, ct))
                {
                    await ScheduleAsync(scheduler, step, ct);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The sweep will find it.
                SweepFailed(log, fault.GetType().Name);
            }
        }
    }

    // The key names the attempt: the end of one must not take the trigger of the next with it.
    private static TriggerKey KeyOf(WaitingStep step) => new(string.Create(CultureInfo.InvariantCulture, $"{step.Id:n}.{step.Token}"), Group);

    private static async Task ScheduleAsync(IScheduler scheduler, WaitingStep step, CancellationToken ct)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(KeyOf(step)).ForJob(StepJob.Key).StartAt(step.NotBefore).UsingJobData(StepJob.Step, step.Id.ToString()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, ct);
    }

    [LoggerMessage(LogLevel.Warning, "Queued steps could not be scheduled ({Fault}); the next sweep tries again")]
    private static partial void SweepFailed(ILogger log, string fault);
}
