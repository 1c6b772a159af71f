namespace PrivacyPortal.Retention;

public static class RetentionServices
{
    /// <summary>The daily end of what the portal has kept long enough; needs the scheduler of <c>AddRequestSteps</c>.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSingleton<RetentionRun>();
        services.AddHostedService<RetentionSchedule>();
        return services;
    }
}
