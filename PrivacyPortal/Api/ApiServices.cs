using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace PrivacyPortal.Api;

public static class ApiServices
{
    /// <summary>
    /// What the API's endpoints share, and its document. Setting <c>Api:CallsPerMinute</c> (default 600) limits the calls of an address with a key.
    /// </summary>
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            var options = json.SerializerOptions;
            options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
            options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.AllowOutOfOrderMetadataProperties = true;
            options.RespectNullableAnnotations = true;
            options.RespectRequiredConstructorParameters = true;
        });

        // ApiErrors tells what could not be read.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        var perMinute = configuration.GetValue("Api:CallsPerMinute", 600);
        services.AddOptions<RateLimiterOptions>().Configure(limiter => limiter.AddPolicy(ApiRoutes.Limit, http => RateLimitPartition.GetSlidingWindowLimiter(
            $"api/{http.Connection.RemoteIpAddress}/{Caller(http)}",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })));
        services.AddOpenApi("v1", ApiDescription.Configure);
        return services;
    }

    /// <summary>After the languages, before whatever may refuse a call.</summary>
    public static void UseApiErrors(this IApplicationBuilder app) => app.UseMiddleware<ApiErrors>();

    /// <summary>After authorization: a word belongs to a key.</summary>
    public static void UseIdempotency(this IApplicationBuilder app) => app.UseMiddleware<Idempotency>();

    /// <summary><c>/openapi/v1.json</c>, for everybody: it says what there is, not what is in it.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/v1.json").AllowAnonymous();

    /// <summary>The part of the key that is no secret, as it is claimed: with the address it tells callers apart before any is known.</summary>
    private static string Caller(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.Length > 22 ? header[..22] : "";
    }
}
