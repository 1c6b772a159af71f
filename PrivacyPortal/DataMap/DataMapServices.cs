namespace PrivacyPortal.DataMap;

public static class DataMapServices
{
    public static IServiceCollection AddDataMap(this IServiceCollection services)
    {
        services.AddSingleton<SourceConnections>();
        services.AddSingleton<HostingRule>();
        services.AddSingleton<DataSourceDesk>();
        services.AddSingleton<DataSourceQueries>();
        return services;
    }
}
