using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace PrivacyPortal.Api;

/// <summary>Whatever goes wrong below /api ends as a problem, never as a page: bad bodies, unknown paths, and our own faults.</summary>
internal sealed partial class ApiErrors(RequestDelegate next, ILogger<ApiErrors> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!ApiRoutes.Covers(http.Request))
        {
            await PageAsync(http);
            return;
        }

        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        try
        {
            await next(http);
        }
        catch (Exception e) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await AnswerAsync(http, e);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; what was committed stays.
        }

        if (!http.Response.HasStarted && http.Response.ContentType is null && FaultOf(http.Response.StatusCode) is { } fault)
        {
            await Problems.Of(fault).ExecuteAsync(http);
        }
    }

    /// <summary>Elsewhere, too, what is sent badly is answered and not thrown, in development as in service.</summary>
    private async Task PageAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = e.StatusCode;
        }
    }

    private async Task AnswerAsync(HttpContext http, Exception e)
    {
        var (fault, where) = e switch
        {
            ApiFaultException known => (known.Fault, null),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (ApiFault.TooLarge, null),
            BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => (ApiFault.UnsupportedMediaType, null),
            BadHttpRequestException { InnerException: JsonException json } => (ApiFault.Malformed, json.Path),
            BadHttpRequestException => (ApiFault.Malformed, null),
            _ => (ApiFault.Unexpected, (string?)null),
        };
        if (fault == ApiFault.Unexpected)
        {
            // The exception's message may quote a value: its type and where it happened are all that the log may hold.
            Failed(log, http.GetEndpoint()?.DisplayName, e.GetType().Name, e.StackTrace);
        }

        // Security headers stay as they are.
        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.ContentType = null;
        if (fault == ApiFault.TooManyRequests)
        {
            http.Response.Headers.RetryAfter = "60";
        }

        await Problems.Of(fault, where).ExecuteAsync(http);
    }

    private static ApiFault? FaultOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ApiFault.Malformed,
        StatusCodes.Status404NotFound => ApiFault.NoSuchPath,
        StatusCodes.Status405MethodNotAllowed => ApiFault.MethodNotAllowed,
        StatusCodes.Status413PayloadTooLarge => ApiFault.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => ApiFault.UnsupportedMediaType,
        _ => null,
    };

    [LoggerMessage(LogLevel.Error, "A call of {Endpoint} failed: {Fault}\n{Trace}")]
    private static partial void Failed(ILogger log, string? endpoint, string fault, string? trace);
}
