using Microsoft.Data.Sqlite;
using Npgsql;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Settings;
using Quartz;

namespace PrivacyPortal.Requests;

public static class RequestServices
{
    /// <summary>The desk and the queries of requests, bound by the organisation and the settings.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSingleton(provider => RetentionTerms.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<RequestDesk>();
        services.AddSingleton<RequestQueries>();
        services.AddScoped<SoughtIdentity>();
        services.AddSingleton<ReplaySearch>();
        services.AddSingleton<RequestReceipts>();
        services.AddSingleton<RequestDocuments>();
        services.AddSingleton<TaskSheets>();
        services.AddSingleton<RequestPreviews>();
        services.AddSingleton<TextSearchCosts>();
        services.AddSingleton<Package.RequestPackage>();
        services.AddSingleton<StepQueue>();
        services.AddSingleton<StepRunner>();
        services.AddSingleton<StepWork>(provider => provider.GetRequiredService<StepRunner>().RunAsync);
        services.AddSingleton<SourceMapsReader>(provider => async (_, ct) =>
            [.. (await provider.GetRequiredService<DataSourceQueries>().MappedAsync(ct)).Select(s => new RequestableSource(s.Id, s.Name, s.Kind == SourceKind.Manual, s.Map, s.BackupDays)
            {
                Owner = s.Owner, Drifted = s.Drifted, InFile = s.Kind == SourceKind.Sqlite, TransferSafeguard = s.TransferSafeguard, Keeping = s.Keeping,
            })]);
        services.AddSingleton<RequestRulesReader>(provider => (db, ct) => RulesAsync(provider.GetRequiredService<TimeProvider>(), db, ct));
        return services;
    }

    /// <summary>What runs the steps: a scheduler on the portal's own database, which only wakes; the rows are the truth.</summary>
    public static IServiceCollection AddRequestSteps(this IServiceCollection services, IConfiguration configuration)
    {
        var database = new DatabaseSettings(configuration, new DataFolder(configuration["DataFolder"] ?? "./data"));
        // First: what the last process left running is queued again before any trigger can fire.
        services.AddHostedService<StepScheduler>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.InstanceId) = ("portal", database.IsShared ? Node : "portal"));
            quartz.UseDefaultThreadPool(Workers);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
                if (database.IsShared)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                    store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)));
                }
                else
                {
                    store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                }
            });
        });

        if (database.IsShared)
        {
            // The scheduler makes its tables when it is first asked for; of two nodes that do so at once one would fail.
            services.AddSingleton(provider => new DatabasePreparation(async (_, ct) => await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(ct)));
        }

        // A step that is cut off by the end of the process is taken up at the next start; nobody need wait for it here.
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = false);
        return services;
    }

    /// <summary>Tells this process from the other nodes, and from itself before a restart.</summary>
    private static readonly string Node = $"{Environment.MachineName}-{Guid.NewGuid():n}";

    /// <summary>Steps that run at once. Most of a step is waiting for a source.</summary>
    private const int Workers = 4;

    private static async Task<RequestRules?> RulesAsync(TimeProvider clock, PortalDbContext db, CancellationToken ct)
    {
        var organisation = await OrganisationQueries.CurrentAsync(db, ct);
        if (!organisation.IsComplete)
        {
            return null;
        }

        var settings = (await SettingsLedger.LoadAsync(db, ct)).At(clock.GetUtcNow());
        var profile = DeadlineProfiles.Find(organisation.Facts.DeadlineProfile) ?? DeadlineProfile.Eu;
        return new RequestRules(
            profile, organisation.Facts.Region, organisation.Facts.TimeZone, settings.Resolve(SettingCatalogue.ErasureApproval, null).Value.Has("two"))
        {
            Exports = settings.Resolve(SettingCatalogue.ExportPolicy, null).Value.Raw switch
            {
                "reason" => ExportPolicy.Reason,
                "four-eyes" => ExportPolicy.FourEyes,
                _ => ExportPolicy.Denied,
            },
        };
    }
}
