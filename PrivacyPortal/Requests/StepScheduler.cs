using System.Globalization;
using System.Threading.Channels;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using Quartz;

namespace PrivacyPortal.Requests;

/// <summary>
/// Turns queued rows into triggers: at once when one is committed, and by a sweep at start and every 30 seconds, for those whose trigger was
/// lost between the commit and here. The rows are the truth, so a trigger too many does no harm.
/// </summary>
public sealed partial class StepScheduler(
    ISchedulerFactory schedulers, StepQueue queue, RequestDesk desk, ChangeFeed feed, DataFolder folder, TimeProvider clock, ILogger<StepScheduler> log) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(30);
    private readonly Channel<Guid> queued = Channel.CreateUnbounded<Guid>();

    private FileStream? alone;

    /// <summary>
    /// Before the scheduler fires anything: makes sure that no other process serves these files, and takes up what ran when the last one ended.
    /// </summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        alone = folder.Occupy();
        await queue.RecoverAsync(cancellationToken);
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
            if (change.Kind == StepQueue.Queued && Guid.TryParse(change.Id, out var id))
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
        do
        {
            try
            {
                foreach (var step in await queue.WaitingAsync(null, ct))
                {
                    await ScheduleAsync(scheduler, step, ct);
                }

                await desk.TouchSuspendedAsync(ct);
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
    private static async Task ScheduleAsync(IScheduler scheduler, WaitingStep step, CancellationToken ct)
    {
        var key = new TriggerKey(string.Create(CultureInfo.InvariantCulture, $"{step.Id:n}.{step.Token}"), "steps");
        var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(StepJob.Key).StartAt(step.NotBefore).UsingJobData(StepJob.Step, step.Id.ToString()).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, ct);
    }

    [LoggerMessage(LogLevel.Warning, "Queued steps could not be scheduled ({Fault}); the next sweep tries again")]
    private static partial void SweepFailed(ILogger log, string fault);
}
