using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace PrivacyPortal.Api;

/// <summary>
/// The version that a caller saw, from <c>If-Match: "7"</c>: as a parameter it makes the header required, 428 without it. A verb on another
/// version is refused as stale, 412.
/// </summary>
public readonly record struct IfMatch(int Version) : IEndpointParameterMetadataProvider
{
    /// <exception cref="ApiFaultException">It is missing, or no single ETag of the portal's.</exception>
    public static ValueTask<IfMatch> BindAsync(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch.ToString().Trim();
        return int.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult(new IfMatch(version))
            : throw new ApiFaultException(header.Length == 0 ? ApiFault.PreconditionRequired : ApiFault.Malformed);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(VersionedEndpoint.Instance);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status412PreconditionFailed, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), [Problems.ContentType]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status428PreconditionRequired, typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), [Problems.ContentType]));
    }

    /// <summary>Tells the version as the answer's ETag.</summary>
    public static void Tell(HttpContext http, int version) => http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}

/// <summary>Marks what demands <c>If-Match</c>.</summary>
internal sealed class VersionedEndpoint
{
    public static readonly VersionedEndpoint Instance = new();
}
