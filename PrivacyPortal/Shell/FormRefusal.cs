using Microsoft.AspNetCore.Diagnostics;

namespace PrivacyPortal.Shell;

/// <summary>
/// Tells in words why what was posted is not accepted. The page for status codes cannot: it would run with the form's method, and fail on the
/// very token for which the form was refused.
/// </summary>
internal static class FormRefusal
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: null })
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(ShellText.FormNotAccepted, context.RequestAborted);
        }
    }
}
