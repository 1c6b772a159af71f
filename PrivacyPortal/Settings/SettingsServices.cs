using PrivacyPortal.Access;

namespace PrivacyPortal.Settings;

public static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<OrganisationQueries>();
        services.AddSingleton<OrganisationDesk>();
        services.AddSingleton<SettingsQueries>();
        services.AddSingleton<SettingsDesk>();
        services.AddSingleton<OpinionDesk>();
        services.AddSingleton<AttestationDesk>();
        services.AddHostedService<SettingsStart>();
        return services;
    }
}

/// <summary>Puts the catalogue's defaults on record before the first page is served.</summary>
internal sealed class SettingsStart(SettingsDesk desk) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => desk.RecordCatalogueAsync(Actor.System("settings"), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
