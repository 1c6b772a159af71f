using PrivacyPortal.Vault;

namespace PrivacyPortal.DataMap;

public static class DataMapServices
{
    public static IServiceCollection AddDataMap(this IServiceCollection services)
    {
        services.AddSingleton<SourceConnections>();
        services.AddSingleton(new SealedThings("connections", SourceConnections.SealAgainAsync));
        services.AddSingleton<HostingRule>();
        services.AddSingleton<DataSourceDesk>();
        services.AddSingleton<DataSourceQueries>();
        return services;
    }
}
