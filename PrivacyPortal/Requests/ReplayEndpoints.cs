using PrivacyPortal.Access;
using PrivacyPortal.Api;

namespace PrivacyPortal.Requests;

/// <param name="Source">The name of one source; null: every source with entries in the ledger.</param>
public sealed record ReplaySearchBody(string? Source = null);

/// <param name="Chosen">Lines of the list; none is a dismissal.</param>
public sealed record ReplayEndBody(IReadOnlyList<Guid> Chosen, string Reason);

/// <summary>Erasures to repeat after a source was restored, in the API.</summary>
internal static class ReplayEndpoints
{
    public static void MapReplays(this RouteGroupBuilder api)
    {
        api.MapGet("/replays", async (HttpContext http, ReplaySearch search, CancellationToken ct) =>
            (await search.ListAsync(Actor.From(http.User), ct)).Answer(lists => TypedResults.Ok(new Page<ReplaySheet>(lists, null))))
            .Told("listReplays", "Lists who came back with restored sources: what waits for a DPO, then the newest that were ended.").Produces<Page<ReplaySheet>>();
        api.MapPost("/replays/search", async (ReplaySearchBody body, HttpContext http, ReplaySearch search, CancellationToken ct) =>
            (await search.RunAsync(Actor.From(http.User), body.Source, ct)).Answer(TypedResults.Ok))
            .Told("searchReplays", "Runs the erasure ledger over the sources. Erases nothing.").Changes().Produces<IReadOnlyList<ReplayedSource>>();
        api.MapPost("/replays/{id:guid}/end", async (Guid id, IfMatch seen, ReplayEndBody body, HttpContext http, RequestDesk desk, CancellationToken ct) =>
            await desk.EndReplayAsync(Actor.From(http.User), id, seen.Version, body.Chosen, body.Reason, ct) is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent())
            .Told("endReplay", "Has the chosen ones erased again by the same decisions, each in a request of its own; none chosen dismisses the list.")
            .Changes().Produces(StatusCodes.Status204NoContent);
    }
}
