namespace PrivacyPortal.Receipts;

public static class ReceiptServices
{
    public static IServiceCollection AddReceipts(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<SigningKey>();
        services.AddSingleton<ReceiptSigner>();
        services.AddSingleton<ReceiptIssuer>();
        services.AddSingleton<ReceiptQueries>();
        services.AddSingleton<ReceiptCheck>();
        return services;
    }
}
