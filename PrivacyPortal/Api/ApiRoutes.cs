using Microsoft.AspNetCore.Mvc;

namespace PrivacyPortal.Api;

/// <summary>What all endpoints of the API share: where they are, who comes in, how much and how often, and which problems they answer with.</summary>
public static class ApiRoutes
{
    public const string Root = "/api/v1";

    /// <summary>The scheme of keys; nothing else opens the API, and it opens nothing else.</summary>
    public const string Scheme = "ApiKey";

    /// <summary>Whoever has a key; what they may do is asked by the desks.</summary>
    public const string Policy = "api-key";

    /// <summary>The rate limit: calls a minute for an address and key.</summary>
    public const string Limit = "api";

    /// <summary>What a body may weigh where nothing else is said; 256 KB.</summary>
    public const int LargestBody = 256 << 10;

    /// <summary>What a review or a map may weigh; 8 MB.</summary>
    public const int LargestDocument = 8 << 20;

    /// <summary>What a body with a file of 10 MB in base64 may weigh.</summary>
    public const int LargestFile = 14 << 20;

    public static bool Covers(HttpRequest request) => request.Path.StartsWithSegments("/api");

    /// <summary>A group of the API's endpoints, told under <paramref name="tag"/> in its document.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string tag) => routes.MapGroup(Root)
        .WithTags(tag)
        .RequireAuthorization(Policy)
        .RequireRateLimiting(Limit)
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>How the endpoint is called in the document, and what it does in a sentence.</summary>
    public static RouteHandlerBuilder Told(this RouteHandlerBuilder endpoint, string operation, string summary) =>
        endpoint.WithName(operation).WithSummary(summary);

    /// <summary>For what changes something: takes an <c>Idempotency-Key</c>, and may be refused in all the ways of a verb.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(IdempotentEndpoint.Instance)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>For what reads one thing.</summary>
    public static RouteHandlerBuilder MayBeMissing(this RouteHandlerBuilder endpoint) => endpoint.ProducesProblem(StatusCodes.Status404NotFound);

    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RequestSizeLimitAttribute(LargestFile));

    public static RouteHandlerBuilder TakesDocuments(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RequestSizeLimitAttribute(LargestDocument));
}
