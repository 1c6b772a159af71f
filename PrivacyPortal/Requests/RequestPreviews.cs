using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;
using PrivacyPortal.Settings;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>A document that is to be seen before it is issued, with what the DPO has typed for it so far.</summary>
public abstract record PreviewOf
{
    public sealed record Acknowledgement : PreviewOf;

    public sealed record Extension(ExtensionGround Ground, string Reason, Handover Notice) : PreviewOf;

    /// <summary>Of the whole request, before or instead of a search.</summary>
    public sealed record Refusal(IReadOnlyList<DecisionReason> Reasons, string? LateBecause) : PreviewOf;

    public sealed record NotIdentifiable(string WhatWouldHelp, string? LateBecause) : PreviewOf;

    /// <summary>A refusal, or a right that its <see cref="Conclusion"/> tells; what a plan does is previewed once it is done and proven.</summary>
    public sealed record Decision(DecisionKind Kind, IReadOnlyList<DecisionReason> Reasons, string? LateBecause, Conclusion? Conclusion) : PreviewOf;

    public sealed record Answer(Handover Handover, string? LateBecause = null) : PreviewOf;
}

/// <param name="Id">Opens it for a few minutes, for who made it only.</param>
public sealed record Preview(Guid Id, ReceiptKind Kind);

/// <summary>
/// Documents as they would be issued now: the verb is tried on the request in memory and nothing is saved. Unsigned, in no register, with no check
/// code; kept in memory for some minutes, because what was typed for them must not stand in an address.
/// </summary>
public sealed class RequestPreviews(IDbContextFactory<PortalDbContext> contexts, KeyVault vault, SourceMapsReader maps, RequestReceipts receipts, TimeProvider clock)
{
    /// <summary>How long a preview can be opened.</summary>
    public const int Minutes = 10;

    private readonly ConcurrentDictionary<Guid, Kept> kept = [];

    /// <summary>Declined as the verb itself would be: too late, a reason missing, not at this stage.</summary>
    public async Task<Reply<IReadOnlyList<Preview>>> MakeAsync(Actor actor, Guid id, PreviewOf what, CancellationToken ct)
    {
        if ((actor.Lacks(Permission.HandleRequests) ?? actor.Lacks(Permission.OpenFindings)) is { } forbidden)
        {
            return forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<SubjectRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request || await vault.FindKeyAsync(db, id, ct) is not { } key)
        {
            return Refusal.NotFound;
        }

        var subject = SubjectFile.Open(key, request.Sealed);
        var makers = await TryAsync(db, actor, request, subject, key, what, ct);
        if (makers.Value is not { } make)
        {
            return makers.Refusal!.Value;
        }

        var culture = Languages.Of(request.Language);
        var head = AnswerHead.Of(request, subject, (await OrganisationQueries.CurrentAsync(db, ct)).Facts, culture);
        return make.Select(m => m(head, culture)).Select(facts => new Preview(Keep(actor, ReceiptDocument.Preview(facts, clock.GetUtcNow())), facts.Kind)).ToList();
    }

    /// <summary>The PDF, for who made it and while it is there.</summary>
    public byte[]? Take(Actor actor, Guid id) =>
        kept.TryGetValue(id, out var preview) && preview.Until > clock.GetUtcNow() && actor.PersonId is not null && preview.For == actor.PersonId && actor.May(Permission.OpenFindings)
            ? preview.Pdf
            : null;

    private Guid Keep(Actor actor, byte[] pdf)
    {
        var now = clock.GetUtcNow();
        foreach (var old in kept.Where(k => k.Value.Until <= now))
        {
            kept.TryRemove(old);
        }

        var id = Guid.NewGuid();
        kept[id] = new Kept(actor.PersonId, pdf, now.AddMinutes(Minutes));
        return id;
    }

    private async Task<Reply<IReadOnlyList<Func<AnswerHead, CultureInfo, ReceiptFacts>>>> TryAsync(
        PortalDbContext db, Actor actor, SubjectRequest request, SubjectFile subject, FileKey key, PreviewOf what, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = new Handover(request.Channel, request.Today(now));
        switch (what)
        {
            case PreviewOf.Acknowledgement:
                return new[] { RequestReceipts.Acknowledgement(request) };
            case PreviewOf.Extension extension:
                var was = request.DueOn;
                return request.Extend(extension.Ground, extension.Reason, extension.Notice, now) is { } late ? late : new[] { RequestReceipts.Extension(request, was, extension.Reason) };
            case PreviewOf.Refusal whole:
                return await AnsweredAsync(request.Refuse(actor, whole.Reasons, whole.LateBecause, now), whole.Reasons, null, today);
            case PreviewOf.NotIdentifiable unknown:
                return await AnsweredAsync(
                    request.NotIdentifiable(actor, unknown.WhatWouldHelp, unknown.LateBecause, now),
                    [new DecisionReason("", RefusalGround.NotIdentifiable, unknown.WhatWouldHelp)], null, today);
            case PreviewOf.Decision decision:
                var findings = await db.Set<RequestSource>().Where(s => s.RequestId == request.Id).SumAsync(s => s.Rows, ct);
                var readiness = new Readiness(findings, true, true, false, []) { Conclusion = decision.Conclusion };
                var refused = decision.Kind != DecisionKind.Refuse && !RequestWorkflow.Concludes(request.Right)
                    ? Refusal.WrongState
                    : request.Decide(actor, decision.Kind, decision.Reasons, readiness, fourEyes: false, decision.LateBecause, now);
                return await AnsweredAsync(refused, decision.Reasons, decision.Conclusion, today);
            case PreviewOf.Answer answer:
                return await AnsweredAsync(null, RequestDesk.ReasonsOf(request, key), RequestDesk.ConclusionOf(request, key), answer.Handover, answer.LateBecause);
            default:
                return Refusal.Invalid;
        }

        async Task<Reply<IReadOnlyList<Func<AnswerHead, CultureInfo, ReceiptFacts>>>> AnsweredAsync(
            Refusal? before, IReadOnlyList<DecisionReason> reasons, Conclusion? conclusion, Handover handover, string? lateBecause = null) =>
            (before ?? request.Answer(handover, recipientsTold: true, now, lateBecause: lateBecause)) is { } refusal
                ? refusal
                : new Reply<IReadOnlyList<Func<AnswerHead, CultureInfo, ReceiptFacts>>>(await receipts.AnswersAsync(db, request, subject, reasons, conclusion, await maps(db, ct), ct), null);
    }

    private sealed record Kept(Guid? For, byte[] Pdf, DateTimeOffset Until);
}
