using PrivacyPortal.Data;

namespace PrivacyPortal.Vault;

public static class VaultServices
{
    public static IServiceCollection AddVault(this IServiceCollection services)
    {
        services.AddSingleton<MasterKey>();
        services.AddSingleton<KeyVault>();
        services.AddSingleton(provider => new DatabasePreparation((db, ct) => MasterKeyProof.DemandAsync(provider.GetRequiredService<KeyVault>(), db, ct)));
        return services;
    }
}
