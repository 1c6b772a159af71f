using System.Globalization;
using PrivacyPortal.Access;
using PrivacyPortal.Api;

namespace PrivacyPortal.Requests;

/// <summary>What comes before a download of personal data in the API: whoever asks says why, in the body, because addresses are logged.</summary>
internal static class RequestExportEndpoints
{
    public static void MapExports(this RouteGroupBuilder api)
    {
        api.MapGet("/requests/{reference}/exports", async (string reference, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            (await queries.SheetAsync(Actor.From(http.User), reference, ct)).Answer(sheet => TypedResults.Ok(sheet.Exports)))
            .Told("listExports", "Tells what the setting on exports asks, and which downloads were asked for under it.").MayBeMissing().Produces<RequestExports>();
        MapPackage(api);
        MapDocument(api);
        MapSheet(api);
    }

    /// <summary>For a file with personal data: nobody gets it who has not asked for it first.</summary>
    public static RouteHandlerBuilder Downloads(this RouteHandlerBuilder endpoint) =>
        endpoint.MayBeMissing().ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static void MapPackage(RouteGroupBuilder api)
    {
        api.MapPost("/requests/{reference}/package/hand-out", (string reference, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct) =>
            AskAsync(reference, http, queries, (actor, id) => desk.HandOutAsync(actor, id, null, ct), ct))
            .Told("handOutPackage", "Opens the newest package for a quarter of an hour, to hand it to the person.").Changes().Produces<ExportRow>();
        api.MapPost("/requests/{reference}/package/export", (string reference, ReasonBody body, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct) =>
            AskAsync(reference, http, queries, (actor, id) => desk.ExportAsync(actor, id, null, body.Reason, ct), ct))
            .Told("exportPackage", "Asks to download the newest package for another use, with the reason.").Changes().Produces<ExportRow>();
    }

    private static void MapDocument(RouteGroupBuilder api)
    {
        api.MapPost("/requests/{reference}/documents/{document:guid}/hand-out", (string reference, Guid document, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct) =>
            AskAsync(reference, http, queries, (actor, id) => desk.HandOutAsync(actor, id, document, ct), ct))
            .Told("handOut", "Opens the person's own copy for a quarter of an hour, to hand it to them; the setting does not concern it.").Changes().Produces<ExportRow>();
        api.MapPost(
            "/requests/{reference}/documents/{document:guid}/export",
            (string reference, Guid document, ReasonBody body, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct) =>
                AskAsync(reference, http, queries, (actor, id) => desk.ExportAsync(actor, id, document, body.Reason, ct), ct))
            .Told("export", "Asks to download a file for another use, with the reason: open at once, or once a second person has allowed it.").Changes().Produces<ExportRow>();
    }

    private static void MapSheet(RouteGroupBuilder api)
    {
        api.MapPost("/requests/{reference}/tasks/{task:guid}/print", (string reference, Guid task, ReasonBody body, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct) =>
            AskAsync(reference, http, queries, (actor, id) => desk.PrintAsync(actor, id, task, body.Reason, ct), ct))
            .Told("print", "Asks for the sheet of a task, with the reason.").Changes().Produces<ExportRow>();
        api.MapGet("/requests/{reference}/tasks/{task:guid}/sheet", async (string reference, Guid task, HttpContext http, TaskSheets sheets, CancellationToken ct) =>
            (await sheets.PrintAsync(Actor.From(http.User), task, CultureInfo.CurrentUICulture, ct)).Answer(sheet => TypedResults.File(sheet.Content, sheet.MediaType, sheet.FileName)))
            .Told("getTaskSheet", "Downloads the sheet of a task, once it is open; each printing is in the audit log.").Downloads().Produces<string>(StatusCodes.Status200OK, "application/pdf");
    }

    private static async Task<IResult> AskAsync(string reference, HttpContext http, RequestQueries queries, Func<Actor, Guid, Task<Reply<ExportRow>>> ask, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var before = await queries.StandingAsync(actor, reference, ct);
        return before.Value is { } request ? (await ask(actor, request.Id)).Answer(asked => TypedResults.Ok(asked)) : Problems.Of(before.Refusal!.Value);
    }
}
