namespace PrivacyPortal.Requests;

public static class RequestServices
{
    /// <summary>The desk and the queries of requests.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.AddSingleton<RequestDesk>();
        services.AddSingleton<RequestQueries>();
        services.AddSingleton<StepQueue>();
        return services;
    }
}
