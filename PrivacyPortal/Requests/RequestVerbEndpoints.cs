using PrivacyPortal.Access;
using PrivacyPortal.Api;

namespace PrivacyPortal.Requests;

/// <summary>A verb of the desk as the API calls it.</summary>
internal delegate Task<Refusal?> DeskVerb<in TBody>(RequestDesk desk, Actor actor, Guid id, int version, TBody body, CancellationToken ct);

/// <summary>Every verb of the desk in the API: <c>POST /requests/{reference}/{verb}</c> with the version seen, answered with where the request then stands.</summary>
internal static class RequestVerbEndpoints
{
    public static void MapVerbs(this RouteGroupBuilder api)
    {
        MapBeforeReview(api);
        MapDecision(api);
        MapEnds(api);
        MapAside(api);
    }

    private static void MapBeforeReview(RouteGroupBuilder api)
    {
        api.MapPost("/requests", ReceiveAsync)
            .Told("receiveRequest", "Receives a letter, mail or call: one request for each right that it asks for.").Changes()
            .Produces<IReadOnlyList<ReceivedRequest>>(StatusCodes.Status201Created);
        Map<IdentityDemandBody>(api, "ask-identity", "askIdentity", "Demands proof of identity, with the doubt on record.",
            (desk, actor, id, version, body, ct) => desk.AskIdentityAsync(actor, id, version, body.Doubt, ct));
        Map<IdentityProofBody>(api, "confirm-identity", "confirmIdentity", "Confirms who the person is, and how that is known.",
            (desk, actor, id, version, body, ct) => desk.ConfirmIdentityAsync(actor, id, version, body.Proof, body.Reason, ct));
        Map<QuestionBody>(api, "ask-clarification", "askClarification", "Asks what an access to much data is about; the clock stands still.",
            (desk, actor, id, version, body, ct) => desk.AskClarificationAsync(actor, id, version, body.Question, ct));
        Map<ClarificationBody>(api, "clarify", "clarify", "Records the answer; the clock goes on.",
            (desk, actor, id, version, body, ct) => desk.ClarifyAsync(actor, id, version, body.Answer, ct));
        Map(api, "search", "search", "Searches every mapped source, afresh. Follow /progress until it ends.",
            (desk, actor, id, version, ct) => desk.SearchAsync(actor, id, version, ct));
    }

    private static void MapDecision(RouteGroupBuilder api)
    {
        Map<ReviewBody>(api, "review", "review", "Keeps what was decided on one source's findings; without decisions, as the map suggests.",
            (desk, actor, id, version, body, ct) => desk.ReviewAsync(actor, id, version, body.Source, body.Review, ct)).TakesDocuments();
        Map(api, "preflight", "preflight", "Tries the erasure or rectification in transactions that are rolled back. Follow /progress until it ends.",
            (desk, actor, id, version, ct) => desk.PreflightAsync(actor, id, version, ct));
        Map<DecisionBody>(api, "decide", "decide", "Grants, grants in part, or refuses; what it asks for is then carried out.",
            (desk, actor, id, version, body, ct) => desk.DecideAsync(actor, id, version, body.Kind, body.Reasons ?? [], body.LateBecause, body.Conclusion, body.UnsearchedBecause, ct));
        Map(api, "approve", "approve", "The second pair of eyes: another person than the one who decided. The erasure starts.",
            (desk, actor, id, version, ct) => desk.ApproveAsync(actor, id, version, ct));
        Map<ReasonBody>(api, "decline", "decline", "Does not approve: back to review.",
            (desk, actor, id, version, body, ct) => desk.DeclineAsync(actor, id, version, body.Reason, ct));
        Map<ReasonBody>(api, "recall", "recall", "Takes the decision back to review, because the data, the map or a hold changed under it.",
            (desk, actor, id, version, body, ct) => desk.RecallAsync(actor, id, version, body.Reason, ct));
    }

    private static void MapEnds(RouteGroupBuilder api)
    {
        Map<RefusalBody>(api, "refuse", "refuse", "Refuses the whole request, before or instead of a search.",
            (desk, actor, id, version, body, ct) => desk.RefuseAsync(actor, id, version, body.Reasons, body.LateBecause, ct));
        Map<NotIdentifiableBody>(api, "not-identifiable", "notIdentifiable", "Ends it because the person cannot be told from others, and says what would help.",
            (desk, actor, id, version, body, ct) => desk.NotIdentifiableAsync(actor, id, version, body.WhatWouldHelp, body.LateBecause, ct));
        Map<DuplicateBody>(api, "mark-duplicate", "markDuplicate", "Ends it because another request answers it too.",
            (desk, actor, id, version, body, ct) => desk.MarkDuplicateAsync(actor, id, version, body.Of, body.LateBecause, ct));
        Map<ReasonBody>(api, "withdraw", "withdraw", "Ends it because the person withdrew it; nothing is executed after it.",
            (desk, actor, id, version, body, ct) => desk.WithdrawAsync(actor, id, version, body.Reason, ct));
        Map<RecipientBody>(api, "tell", "tell", "Ticks one recipient off the checklist of article 19.",
            (desk, actor, id, version, body, ct) => desk.TellAsync(actor, id, version, body.Recipient, body.Notice, body.On, body.How, ct));
        Map<AnswerBody>(api, "answer", "answer", "Records that the answer was handed over: by which channel, on which day. The clock ends there and the receipt is issued.",
            (desk, actor, id, version, body, ct) => desk.AnswerAsync(actor, id, version, new Handover(body.Channel, body.On), body.LateBecause, ct));
        api.MapPost("/requests/{reference}/reopen", ReopenAsync)
            .Told("reopen", "After a complaint: opens a new request on the same person and right, linked to this one.").Changes()
            .Produces<ReceivedRequest>(StatusCodes.Status201Created);
        Map<LiftBody>(api, "lift", "lift", "Announces the end of a restriction; the notice to the person is issued with it.",
            (desk, actor, id, version, body, ct) => desk.LiftAsync(actor, id, version, body.Reason, body.Until, body.Notice, ct));
    }

    private static void MapAside(RouteGroupBuilder api)
    {
        Map<ExtensionBody>(api, "extend", "extend", "Extends the term once, within the first month, for complexity or number.",
            (desk, actor, id, version, body, ct) => desk.ExtendAsync(actor, id, version, body.Ground, body.Reason, body.Notice, ct));
        Map<HoldBody>(api, "hold", "hold", "Places a legal hold on the person, a source or a category; the clock runs on.",
            (desk, actor, id, version, body, ct) => desk.HoldAsync(actor, id, version, body.Scope, body.Source, body.Category, body.ReviewOn, body.Reason, ct));
        Map<HoldReleaseBody>(api, "release", "release", "Lifts a legal hold; nothing is erased by itself.",
            (desk, actor, id, version, body, ct) => desk.ReleaseAsync(actor, id, version, body.Hold, body.Reason, ct));
        Map<TaskBody>(api, "complete-task", "completeTask", "Says what was done by hand in a manual source, and on how many records, with the copy or proof of it.",
            (desk, actor, id, version, body, ct) => desk.CompleteTaskAsync(actor, id, version, body.Step, body.Done, body.Records, body.File, ct)).TakesFiles();
        Map<ExportBody>(api, "allow-export", "allowExport", "The second pair of eyes on a download: another person than the one who asked. It stays open for 24 hours.",
            (desk, actor, id, version, body, ct) => desk.AllowExportAsync(actor, id, version, body.Export, ct));
        Map<ExportDeclineBody>(api, "decline-export", "declineExport", "Does not allow a download.",
            (desk, actor, id, version, body, ct) => desk.DeclineExportAsync(actor, id, version, body.Export, body.Reason, ct));
        Map<RetryBody>(api, "retry", "retry", "Takes a failed step up again.",
            (desk, actor, id, version, body, ct) => desk.RetryAsync(actor, id, version, body.Step, ct));
    }

    private static RouteHandlerBuilder Map<TBody>(RouteGroupBuilder api, string verb, string operation, string summary, DeskVerb<TBody> act) =>
        api.MapPost("/requests/{reference}/" + verb, (string reference, IfMatch seen, TBody body, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct) =>
            DoAsync(reference, http, queries, (actor, id) => act(desk, actor, id, seen.Version, body, ct), ct))
            .Told(operation, summary).Changes().Produces<RequestStanding>();

    private static void Map(
        RouteGroupBuilder api, string verb, string operation, string summary, Func<RequestDesk, Actor, Guid, int, CancellationToken, Task<Refusal?>> act) =>
        api.MapPost("/requests/{reference}/" + verb, (string reference, IfMatch seen, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct) =>
            DoAsync(reference, http, queries, (actor, id) => act(desk, actor, id, seen.Version, ct), ct))
            .Told(operation, summary).Changes().Produces<RequestStanding>();

    private static async Task<IResult> DoAsync(string reference, HttpContext http, RequestQueries queries, Func<Actor, Guid, Task<Refusal?>> act, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var before = await queries.StandingAsync(actor, reference, ct);
        if (before.Refusal is { } unknown)
        {
            return Problems.Of(unknown);
        }

        return await act(actor, before.Value!.Id) is { } refusal ? Problems.Of(refusal) : await StandingAsync(reference, http, queries, ct);
    }

    private static async Task<IResult> StandingAsync(string reference, HttpContext http, RequestQueries queries, CancellationToken ct) =>
        (await queries.StandingAsync(Actor.From(http.User), reference, ct)).Answer(standing =>
        {
            IfMatch.Tell(http, standing.Version);
            return TypedResults.Ok(standing);
        });

    private static async Task<IResult> ReceiveAsync(Intake body, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var received = await desk.ReceiveAsync(actor, body, ct);
        return received.Value is { } made ? await CreatedAsync(made[0].Reference, made, actor, http, queries, ct) : Problems.Of(received.Refusal!.Value);
    }

    private static async Task<IResult> ReopenAsync(
        string reference, IfMatch seen, ReopeningBody body, HttpContext http, RequestDesk desk, RequestQueries queries, CancellationToken ct)
    {
        var actor = Actor.From(http.User);
        var before = await queries.StandingAsync(actor, reference, ct);
        if (before.Refusal is { } unknown)
        {
            return Problems.Of(unknown);
        }

        var again = await desk.ReopenAsync(actor, before.Value!.Id, seen.Version, body.Channel, body.ReceivedOn, body.Reason, ct);
        return again.Value is { } made ? await CreatedAsync(made.Reference, made, actor, http, queries, ct) : Problems.Of(again.Refusal!.Value);
    }

    /// <summary>Location and ETag are those of the first request.</summary>
    private static async Task<IResult> CreatedAsync<T>(string reference, T made, Actor actor, HttpContext http, RequestQueries queries, CancellationToken ct)
    {
        if ((await queries.StandingAsync(actor, reference, ct)).Value is { } standing)
        {
            IfMatch.Tell(http, standing.Version);
        }

        return TypedResults.Created($"{ApiRoutes.Root}/requests/{reference}", made);
    }
}
