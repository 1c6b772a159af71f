using System.Globalization;
using PrivacyPortal.Access;
using PrivacyPortal.Api;

namespace PrivacyPortal.Requests;

/// <summary>Downloads of what belongs to one person, for DPOs only, and the API of requests and deadlines.</summary>
public static class RequestEndpoints
{
    public static void MapRequests(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/requests/{reference}/package.zip", (string reference, HttpContext http, RequestDocuments documents, CancellationToken ct) =>
            FileAsync(documents, http, reference, null, ct)).RequireAuthorization();
        routes.MapGet("/requests/{reference}/documents/{id:guid}", (string reference, Guid id, HttpContext http, RequestDocuments documents, CancellationToken ct) =>
            FileAsync(documents, http, reference, id, ct)).RequireAuthorization();
        routes.MapGet("/requests/previews/{id:guid}.pdf", (Guid id, HttpContext http, RequestPreviews previews) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return previews.Take(Actor.From(http.User), id) is { } pdf ? Results.File(pdf, "application/pdf") : Results.NotFound();
        }).RequireAuthorization();
        routes.MapApi("Deadlines").MapDeadline();
        var requests = routes.MapApi("Requests");
        requests.MapReads();
        requests.MapVerbs();
        requests.MapReplays();
        MapTasks(routes);
    }

    /// <summary>Where a browser opens what was not asked for yet, or no longer stands open, it is led to the page that asks; a program is told why.</summary>
    private static bool IsBrowser(HttpContext http) => http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static void MapTasks(IEndpointRouteBuilder routes) =>
        routes.MapGet("/tasks/{id:guid}/sheet.pdf", async (Guid id, HttpContext http, TaskSheets sheets, CancellationToken ct) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return Answer(http, await sheets.PrintAsync(Actor.From(http.User), id, CultureInfo.CurrentUICulture, ct), $"/tasks/{id}");
        }).RequireAuthorization(nameof(Permission.CompleteTasks));

    private static async Task<IResult> FileAsync(RequestDocuments documents, HttpContext http, string reference, Guid? id, CancellationToken ct)
    {
        // It lies nowhere but where the DPO puts it: not in a shared cache either.
        http.Response.Headers.CacheControl = "no-store";
        return Answer(http, await documents.DownloadAsync(Actor.From(http.User), reference, id, ct), $"/requests/{Uri.EscapeDataString(reference)}?tab=proof");
    }

    private static IResult Answer(HttpContext http, Reply<DocumentFile> reply, string page) => reply switch
    {
        { Value: { } file } => Results.File(file.Content, file.MediaType, file.FileName),
        { Refusal: Refusal.Forbidden } => Results.Forbid(),
        { Refusal: Refusal.ExportDenied or Refusal.ApprovalMissing or Refusal.ReasonMissing } when IsBrowser(http) => Results.LocalRedirect(page),
        { Refusal: Refusal.ExportDenied or Refusal.ApprovalMissing or Refusal.ReasonMissing } => Problems.Of(reply.Refusal.Value),
        _ => Results.NotFound(),
    };
}
