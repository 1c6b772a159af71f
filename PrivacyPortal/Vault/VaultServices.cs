namespace PrivacyPortal.Vault;

public static class VaultServices
{
    public static IServiceCollection AddVault(this IServiceCollection services)
    {
        services.AddSingleton<MasterKey>();
        services.AddSingleton<KeyVault>();
        return services;
    }
}
