using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>Ticks one recipient off the checklist of article 19.</summary>
    public Task<Refusal?> TellAsync(
        Actor actor, Guid id, int version, Guid recipient, RecipientNotice notice, DateOnly on, string how, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Tell, id, version, how, async work =>
        {
            if (await work.Db.Set<RequestRecipient>().SingleOrDefaultAsync(r => r.Id == recipient && r.RequestId == id, ct) is not { } line)
            {
                return Refusal.NotFound;
            }

            if (on < work.Request.ReceivedOn || on > work.Request.Today(work.Now))
            {
                return Refusal.Invalid;
            }

            if (notice != RecipientNotice.Told && string.IsNullOrWhiteSpace(how))
            {
                return Refusal.ReasonMissing;
            }

            (line.ToldOn, line.Notice) = (on, notice);
            work.Details["recipient"] = line.Name;
            work.Details["notice"] = notice.ToString();
            return work.Request.Tell(work.Now);
        }, ct);

    /// <inheritdoc cref="AnswerAsync(Actor, Guid, int, Handover, string?, CancellationToken)"/>
    public Task<Refusal?> AnswerAsync(Actor actor, Guid id, int version, Handover handover, CancellationToken ct) => AnswerAsync(actor, id, version, handover, null, ct);

    /// <summary>The answer was handed to the subject: by which channel and on which day. The clock ends there.</summary>
    /// <param name="lateBecause">Why a whole refusal that was decided within the first month leaves after it.</param>
    public Task<Refusal?> AnswerAsync(Actor actor, Guid id, int version, Handover handover, string? lateBecause, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Answer, id, version, lateBecause, async work =>
        {
            var told = !await work.Db.Set<RequestRecipient>().AnyAsync(r => r.RequestId == id && r.Notice == null, ct);
            var done = await work.Db.Set<RequestStep>().Where(s => s.RequestId == id && s.State == StepState.Done).MaxAsync(s => s.EndedAt, ct);
            if (work.Request.Answer(handover, told, work.Now, done, lateBecause) is { } refusal)
            {
                return refusal;
            }

            Detail(work, handover);
            work.Details["outcome"] = work.Request.Outcome.ToString()!;
            var (all, reasons) = (await maps(work.Db, ct), ReasonsOf(work.Request, work.Key));
            work.Document = () => receipts.AnswerAsync(work.Db, actor, work.Request, work.Key, reasons, all, ct);
            return null;
        }, ct, issues: true);

    /// <summary>
    /// Places a legal hold. The clock runs on; what is held is kept under article 17(3)(e). Dry runs that it concerns must be made again.
    /// </summary>
    /// <param name="reviewOn">When somebody must look whether it is still needed.</param>
    public Task<Refusal?> HoldAsync(
        Actor actor, Guid id, int version, HoldScope scope, Guid? source, string? category, DateOnly reviewOn, string reason, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Hold, id, version, reason, async work =>
        {
            var identities = await work.Db.Set<RequestIdentity>().Where(i => i.RequestId == id).Select(i => i.Hash).ToListAsync(ct);
            var complete = scope switch
            {
                HoldScope.Subject => identities.Count > 0,
                HoldScope.Source => source is not null,
                HoldScope.Category => !string.IsNullOrWhiteSpace(category),
            };
            if (!complete || reviewOn <= work.Request.Today(work.Now))
            {
                return Refusal.Invalid;
            }

            if (work.Request.Hold(reason, work.Now) is { } refusal)
            {
                return refusal;
            }

            var hold = new LegalHold
            {
                Id = Guid.CreateVersion7(work.Now),
                Scope = scope,
                Identities = scope == HoldScope.Subject ? string.Join(' ', identities) : "",
                SourceId = scope == HoldScope.Source ? source : null,
                Category = scope == HoldScope.Category ? category : null,
                About = work.Request.Reference,
                ReviewOn = reviewOn,
                PlacedAt = work.Now,
                PlacedBy = actor.Name,
            };
            work.Db.Add(hold);
            work.Details["hold"] = hold.Id.ToString();
            work.Details["scope"] = scope.ToString();
            work.Details["reviewOn"] = reviewOn.ToString("O", CultureInfo.InvariantCulture);
            await ForgetPreflightsAsync(work, hold, ct);
            await StopTasksAsync(work, hold, ct);
            return null;
        }, ct);

    /// <summary>
    /// Lifts a hold. Nothing is erased by it: dry runs are made again, and a file that was answered with data kept for it is opened anew, for a
    /// fresh search and decision.
    /// </summary>
    public Task<Refusal?> ReleaseAsync(Actor actor, Guid id, int version, Guid hold, string reason, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Release, id, version, reason, async work =>
        {
            if (await work.Db.Set<LegalHold>().SingleOrDefaultAsync(h => h.Id == hold, ct) is not { } held)
            {
                return Refusal.NotFound;
            }

            if ((work.Request.Release(reason, work.Now) ?? held.Release(actor, work.Now)) is { } refusal)
            {
                return refusal;
            }

            work.Details["hold"] = hold.ToString();
            await ForgetPreflightsAsync(work, held, ct);
            work.Then = () => ReopenHeldAsync(work, held, ct);
            return null;
        }, ct);

    private static async Task ForgetPreflightsAsync(Work work, LegalHold hold, CancellationToken ct)
    {
        // Findings and plans are loaded of those only that it concerns: there may be any number of others.
        var open = await (from source in work.Db.Set<RequestSource>()
                          join request in work.Db.Set<SubjectRequest>() on source.RequestId equals request.Id
                          where request.Right == SubjectRight.Erasure && request.ClosedAt == null && request.DecidedAt == null
                          select new { source.Id, source.RequestId, source.SourceId, source.HeldBy }).ToListAsync(ct);
        var files = open.Select(s => s.RequestId).Distinct().ToList();
        var identities = (await work.Db.Set<RequestIdentity>().Where(i => files.Contains(i.RequestId)).Select(i => new { i.RequestId, i.Hash }).ToListAsync(ct))
            .ToLookup(i => i.RequestId, i => i.Hash);
        var word = hold.Id.ToString();
        var concerned = open.Where(s => s.HeldBy.Contains(word, StringComparison.Ordinal) || hold.Concerns([.. identities[s.RequestId]], s.SourceId)).Select(s => s.Id).ToList();
        foreach (var source in await work.Db.Set<RequestSource>().Where(s => concerned.Contains(s.Id)).ToListAsync(ct))
        {
            source.ForgetPlan(SubjectRight.Erasure);
        }
    }

    private async Task ReopenHeldAsync(Work work, LegalHold hold, CancellationToken ct)
    {
        // Why it is lifted is said in the file on which it was; the others are of other people.
        // Also one whose answer has not left yet: its decision keeps what was held. Nothing was kept for who withdrew or was refused.
        var word = hold.Id.ToString();
        var kept = await work.Db.Set<SubjectRequest>()
            .Where(r => r.Right == SubjectRight.Erasure && r.DecidedAt != null && (r.Outcome == RequestOutcome.Fulfilled || r.Outcome == RequestOutcome.PartlyFulfilled)
                && work.Db.Set<RequestSource>().Any(s => s.RequestId == r.Id && s.HeldBy.Contains(word)))
            .OrderBy(r => r.Reference).ToListAsync(ct);
        foreach (var first in kept)
        {
            if (await vault.FindKeyAsync(work.Db, first.Id, ct) is { } key
                && await ReopenAsync(work.Db, Actor.System("holds"), first, key, RequestLinkKind.HoldLifted, RequestChannel.Portal, null, null, ct) is { Value: { } again })
            {
                work.Also.Add(again);
            }
        }
    }
}
