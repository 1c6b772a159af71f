using Quartz;

namespace PrivacyPortal.Retention;

/// <summary>Runs the retention: every night, and once when the portal starts.</summary>
[DisallowConcurrentExecution]
public sealed partial class RetentionJob(RetentionRun run, ILogger<RetentionJob> log) : IJob
{
    public static readonly JobKey Key = new("run", "retention");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var result = await run.RunAsync(cancellationToken);
            if (result is not { Ended: 0, LedgerEntries: 0 })
            {
                Ended(log, result.Ended, result.Waiting, result.LedgerEntries);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What was ended is ended; the next run goes on. The message may quote a value.
            Failed(log, fault.GetType().Name, fault.StackTrace);
        }
    }

    [LoggerMessage(LogLevel.Information, "Retention: {Ended} requests ended in part or whole, {Waiting} wait, {Entries} entries of the erasure ledger ended")]
    private static partial void Ended(ILogger log, int ended, int waiting, int entries);

    [LoggerMessage(LogLevel.Error, "The retention run failed: {Fault}\n{Trace}")]
    private static partial void Failed(ILogger log, string fault, string? trace);
}

/// <summary>Has the scheduler wake the retention.</summary>
internal sealed class RetentionSchedule(ISchedulerFactory schedulers) : BackgroundService
{
    /// <summary>03:30 by the machine's clock, when nobody waits for the database.</summary>
    private const string Nightly = "0 30 3 * * ?";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await scheduler.AddJob(JobBuilder.Create<RetentionJob>().WithIdentity(RetentionJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, stoppingToken);
        var nightly = TriggerBuilder.Create().WithIdentity("nightly", RetentionJob.Key.Group).ForJob(RetentionJob.Key).WithCronSchedule(Nightly).Build();
        var atStart = TriggerBuilder.Create().WithIdentity("start", RetentionJob.Key.Group).ForJob(RetentionJob.Key).StartNow().Build();
        await scheduler.ScheduleTrigger(nightly, TriggerConflict.Replace, stoppingToken);
        await scheduler.ScheduleTrigger(atStart, TriggerConflict.Replace, stoppingToken);
    }
}
