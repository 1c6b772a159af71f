using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Receipts;

public static class ReceiptServices
{
    /// <summary>The rate limit of the public check page; an empty form does not count.</summary>
    public const string CheckLimit = "receipt-check";

    /// <summary>Setting <c>Receipts:ChecksPerMinute</c> (default 20) limits the check page per address.</summary>
    public static IServiceCollection AddReceipts(this IServiceCollection services)
    {
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<SigningKey>();
        services.AddSingleton(new SealedThings("signingFiles", SigningFile.SealAgainAsync));
        services.AddSingleton(provider => new SealedThings("signingKey", (change, ct) => SigningKey.SealAgainAsync(change, provider.GetRequiredService<DataFolder>(), ct)));
        services.AddSingleton<ReceiptSigner>();
        services.AddSingleton<ReceiptIssuer>();
        services.AddSingleton<ReceiptQueries>();
        services.AddSingleton<ReceiptCheck>();
        services.AddSingleton(provider => new DatabasePreparation((db, ct) => provider.GetRequiredService<DatabaseSettings>().IsShared
            ? SigningFile.ShareAsync(provider.GetRequiredService<SigningKey>(), provider.GetRequiredService<KeyVault>(), provider.GetRequiredService<DataFolder>(), db, ct)
            : Task.CompletedTask));
        services.AddOptions<RateLimiterOptions>().Configure<IConfiguration>((limiter, configuration) =>
        {
            var perMinute = configuration.GetValue("Receipts:ChecksPerMinute", 20);
            limiter.AddPolicy(CheckLimit, http => HttpMethods.IsGet(http.Request.Method) && !http.Request.Query.ContainsKey("code")
                ? RateLimitPartition.GetNoLimiter("empty")
                : RateLimitPartition.GetSlidingWindowLimiter("check/" + http.Connection.RemoteIpAddress, _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
                }));
        });
        return services;
    }

    /// <summary><c>/receipts/{id}.pdf</c>: the archived receipt, for DPOs and auditors; each download is in the audit log.</summary>
    public static void MapReceipts(this WebApplication app)
    {
        app.MapApi("Receipts").MapGet("/receipts/{id:guid}", async (Guid id, HttpContext http, ReceiptQueries queries, CancellationToken ct) =>
            (await queries.DownloadAsync(Actor.From(http.User), id, ct)).Answer(file => TypedResults.File(file.Content, "application/pdf", file.FileName)))
            .Told("getReceipt", "Downloads an archived receipt, signed; the download is in the audit log.").MayBeMissing()
            .Produces<string>(StatusCodes.Status200OK, "application/pdf");
        app.MapGet("/receipts/{id:guid}.pdf", async (Guid id, HttpContext http, ReceiptQueries queries, CancellationToken ct) =>
            (await queries.DownloadAsync(Actor.From(http.User), id, ct)) switch
            {
                { Value: { } file } => Results.File(file.Content, "application/pdf", file.FileName),
                { Refusal: Refusal.Forbidden } => Results.Forbid(),
                _ => Results.NotFound(),
            }).RequireAuthorization();
    }
}
