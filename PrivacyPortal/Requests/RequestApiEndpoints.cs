using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Api;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;

namespace PrivacyPortal.Requests;

/// <summary>Reading requests in the API: lists, one request and its parts, its progress as it happens, and its files.</summary>
internal static class RequestApiEndpoints
{
    /// <summary>A stream is ended then at the latest; whoever wants more opens another.</summary>
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(10);

    /// <summary>How far a step is comes without an announcement.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(400);

    public static void MapReads(this RouteGroupBuilder api)
    {
        api.MapGet("/requests", ListAsync)
            .Told("listRequests", "Lists requests, newest first. By a person's own words: POST /requests/find.").Produces<Page<RequestRow>>();
        api.MapPost("/requests/find", async (SearchBody body, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            (await queries.BeforeAsync(Actor.From(http.User), new RequestFilter(body.Text), null, Cursor.MostItems, ct)).Answer(rows => TypedResults.Ok(new Page<RequestRow>(rows, null))))
            .Told("findRequests", "Finds requests by reference, or by exactly an e-mail address, telephone number or customer id; in the body, because addresses are logged.")
            .Produces<Page<RequestRow>>();
        api.MapGet("/requests/{reference}", async (string reference, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            await SheetAsync(reference, http, queries, sheet => sheet, ct))
            .Told("getRequest", "Tells all of a request but its findings; its version is the ETag.").MayBeMissing().Produces<RequestSheet>();
        api.MapGet("/requests/{reference}/plan", async (string reference, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            await SheetAsync(reference, http, queries, sheet => sheet.Sources.Select(SourcePlanView.Of).ToList(), ct))
            .Told("getPlan", "Tells what is planned in each source: which category, how many, and what is kept on which ground.").MayBeMissing().Produces<IReadOnlyList<SourcePlanView>>();
        api.MapGet("/requests/{reference}/preflight", async (string reference, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            await SheetAsync(reference, http, queries, sheet => sheet.Sources.Select(SourcePreflightView.Of).ToList(), ct))
            .Told("getPreflight", "Tells how the dry run of each source went: what would change, and what would fail.").MayBeMissing().Produces<IReadOnlyList<SourcePreflightView>>();
        api.MapGet("/requests/{reference}/proof", async (string reference, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            await SheetAsync(reference, http, queries, sheet => sheet.Sources.Select(SourceProofView.Of).ToList(), ct))
            .Told("getProof", "Tells what was done in each source, and what the verification found.").MayBeMissing().Produces<IReadOnlyList<SourceProofView>>();
        api.MapGet("/requests/{reference}/recipients", async (string reference, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            await SheetAsync(reference, http, queries, sheet => sheet.Recipients, ct))
            .Told("listRecipients", "Lists who is to be told of an erasure or rectification (article 19).").MayBeMissing().Produces<IReadOnlyList<RecipientRow>>();
        api.MapGet("/requests/{reference}/progress", ProgressAsync)
            .Told("followProgress", "Follows the steps as server-sent events: “progress” whenever something moved, and “end” when nothing waits or runs.")
            .MayBeMissing().Produces<RequestProgress>(StatusCodes.Status200OK, "text/event-stream");
        MapFindings(api);
        MapFiles(api);
        api.MapExports();
    }

    private static void MapFindings(RouteGroupBuilder api)
    {
        api.MapGet("/requests/{reference}/sources/{source:guid}/findings", async (string reference, Guid source, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            await OfAsync(reference, http, queries, async (actor, id) => (await queries.FindingsAsync(actor, id, source, ct))
                .Answer(found => TypedResults.Ok(new FindingsView(found.Found, found.Review, found.Erasure, found.Rectification))), ct))
            .Told("getFindings", "Opens what a search found in one source: keys, doubts, proposals, and what was decided on them.").MayBeMissing().Produces<FindingsView>();
        api.MapGet(
            "/requests/{reference}/sources/{source:guid}/rows",
            async (string reference, Guid source, string table, Verdict? verdict, string? cursor, HttpContext http, RequestQueries queries, CancellationToken ct) =>
                await OfAsync(reference, http, queries, async (actor, id) => (await queries.RowsAsync(actor, id, source, table, verdict ?? Verdict.Subject, Box(cursor), ct))
                    .Answer(found => TypedResults.Ok(new Page<FoundRow>(
                        found.Rows, found.Page + 1 < found.Pages ? Cursor.Write((found.Page + 1).ToString(CultureInfo.InvariantCulture)) : null))), ct))
            .Told("listRows", "Opens the rows found in one table, as they may be shown.").MayBeMissing().Produces<Page<FoundRow>>();
    }

    private static void MapFiles(RouteGroupBuilder api)
    {
        api.MapGet("/requests/{reference}/receipts", async (string reference, HttpContext http, RequestQueries queries, ReceiptQueries receipts, CancellationToken ct) =>
            await OfAsync(reference, http, queries, async (actor, _) => (await receipts.OfAsync(actor, reference, ct)).Answer(found => TypedResults.Ok(found)), ct))
            .Told("listReceipts", "Lists the signed documents issued on a request.").MayBeMissing().Produces<IReadOnlyList<ReceiptRow>>();
        api.MapGet("/requests/{reference}/documents", async (string reference, HttpContext http, RequestQueries queries, CancellationToken ct) =>
            await SheetAsync(reference, http, queries, sheet => sheet.Documents, ct))
            .Told("listDocuments", "Lists the person's own copies and packages.").MayBeMissing().Produces<IReadOnlyList<RequestDocumentRow>>();
        api.MapGet("/requests/{reference}/documents/{document:guid}", (string reference, Guid document, HttpContext http, RequestDocuments documents, CancellationToken ct) =>
            FileAsync(reference, document, http, documents, ct))
            .Told("getDocument", "Downloads one of them, once it is open (handOut, export); the download is in the audit log.").Downloads().Produces<string>(StatusCodes.Status200OK, "application/octet-stream");
        api.MapGet("/requests/{reference}/package", (string reference, HttpContext http, RequestDocuments documents, CancellationToken ct) =>
            FileAsync(reference, null, http, documents, ct))
            .Told("getPackage", "Downloads the newest package of an access or portability, once it is open (handOutPackage, exportPackage); the download is in the audit log.")
            .Downloads().Produces<string>(StatusCodes.Status200OK, "application/zip");
    }

    private static async Task<IResult> ListAsync(
        string? reference, RequestStatus? status, SubjectRight? right, bool? open, DateOnly? dueBy, DateOnly? receivedFrom, DateOnly? receivedUntil, string? cursor, int? limit,
        HttpContext http, RequestQueries queries, CancellationToken ct)
    {
        // Only a reference: whatever else is sought may name somebody, and addresses are logged.
        var text = reference?.StartsWith("DSR-", StringComparison.OrdinalIgnoreCase) == true ? reference : reference is null ? null : throw new ApiFaultException(ApiFault.Malformed);
        var filter = new RequestFilter(text, status, right, open, dueBy, null, receivedFrom, receivedUntil);
        var rows = await queries.BeforeAsync(Actor.From(http.User), filter, Cursor.Read(cursor), Cursor.Limit(limit) + 1, ct);
        return rows.Answer(found => TypedResults.Ok(Page.Of(found, Cursor.Limit(limit), RequestQueries.PlaceOf)));
    }

    private static async Task<IResult> SheetAsync<T>(string reference, HttpContext http, RequestQueries queries, Func<RequestSheet, T> part, CancellationToken ct) =>
        (await queries.SheetAsync(Actor.From(http.User), reference, ct)).Answer(sheet =>
        {
            IfMatch.Tell(http, sheet.Version);
            return TypedResults.Ok(part(sheet));
        });

    private static async Task<IResult> OfAsync(string reference, HttpContext http, RequestQueries queries, Func<Actor, Guid, Task<IResult>> read, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var standing = await queries.StandingAsync(actor, reference, ct);
        return standing.Value is { } request ? await read(actor, request.Id) : Problems.Of(standing.Refusal!.Value);
    }

    private static async Task<IResult> FileAsync(string reference, Guid? document, HttpContext http, RequestDocuments documents, CancellationToken ct) =>
        (await documents.DownloadAsync(Actor.From(http.User), reference, document, ct)).Answer(file => TypedResults.File(file.Content, file.MediaType, file.FileName));

    private static int Box(string? cursor) => Cursor.Read(cursor) is not { } place ? 0
        : int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page
        : throw new ApiFaultException(ApiFault.Malformed);

    private static async Task<IResult> ProgressAsync(string reference, HttpContext http, RequestQueries queries, ChangeFeed feed, ApiKeyDoor door, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        return (await queries.StandingAsync(actor, reference, ct)).Answer(request => TypedResults.ServerSentEvents(
            FollowAsync(request, new Follower(queries, feed, () => door.IsOpenAsync(http.User, ct)), actor, ct)));
    }

    /// <summary>Reads only: the steps go on whether anybody listens or not.</summary>
    private static async IAsyncEnumerable<SseItem<RequestProgress>> FollowAsync(
        RequestStanding request, Follower follower, Actor actor, [EnumeratorCancellation] CancellationToken ct)
    {
        using var bell = new SemaphoreSlim(0);
        using var subscription = follower.Feed.Subscribe(change =>
        {
            if (change.Concerns(RequestDesk.Changed, request.Id.ToString()))
            {
                bell.Release();
            }
        });
        var since = Stopwatch.StartNew();
        RequestProgress? told = null;
        while (await follower.IsWelcome() && (await follower.Queries.ProgressAsync(actor, request.Reference, ct)).Value is { } now)
        {
            var last = !now.Busy || since.Elapsed > LongestStream;
            if (last || told is null || told.Status != now.Status || !told.Steps.SequenceEqual(now.Steps))
            {
                yield return new SseItem<RequestProgress>(told = now, last ? "end" : "progress");
            }

            if (last)
            {
                yield break;
            }

            await bell.WaitAsync(Glance, ct);
        }
    }

    /// <param name="IsWelcome">Whether the key is still good.</param>
    private sealed record Follower(RequestQueries Queries, ChangeFeed Feed, Func<Task<bool>> IsWelcome);
}
