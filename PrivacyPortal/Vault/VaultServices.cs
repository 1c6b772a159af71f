using PrivacyPortal.Data;

namespace PrivacyPortal.Vault;

public static class VaultServices
{
    public static IServiceCollection AddVault(this IServiceCollection services)
    {
        services.AddSingleton<MasterKey>();
        services.AddSingleton<KeyVault>();
        services.AddSingleton(provider => new DatabasePreparation((db, ct) => provider.GetRequiredService<KeyVault>().StartAsync(db, ct)));
        services.AddSingleton(new SealedThings("fileKeys", KeyChange.FileKeysAsync));
        return services;
    }
}
