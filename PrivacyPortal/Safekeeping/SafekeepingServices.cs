namespace PrivacyPortal.Safekeeping;

public static class SafekeepingServices
{
    /// <summary>What operators do to the portal itself, from the command line.</summary>
    public static IServiceCollection AddSafekeeping(this IServiceCollection services)
    {
        services.AddSingleton<KeyRotation>();
        return services;
    }
}
