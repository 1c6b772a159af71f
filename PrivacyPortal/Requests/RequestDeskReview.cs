using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>
    /// Searches every source, afresh each time: what was found, reviewed and planned before gives way. <see cref="Refusal.Incomplete"/> without a source,
    /// and without an identity to search by: an answer that nothing is held would rest on no search.
    /// </summary>
    public Task<Refusal?> SearchAsync(Actor actor, Guid id, int version, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Search, id, version, null, async work =>
        {
            var sources = await maps(work.Db, ct);
            if (sources.Count == 0 || !await work.Db.Set<RequestIdentity>().AnyAsync(i => i.RequestId == id, ct))
            {
                return Refusal.Incomplete;
            }

            if (work.Request.Search(work.Now) is { } refusal)
            {
                return refusal;
            }

            if (await vault.FindKeyAsync(work.Db, work.Request.FindingsKey, ct) is null)
            {
                vault.CreateKey(work.Db, work.Request.FindingsKey);
            }

            await SupersedeAsync(work, ct, Enum.GetValues<StepPhase>());

            await LeaveGoneAsync(work, sources, ct);
            foreach (var source in sources)
            {
                Queue(work, StepPhase.Search, source.Id, source.Name);
            }

            work.Details["sources"] = Count(sources.Count);
            return null;
        }, ct);

    /// <summary>Keeps what the DPO decided on one source's findings. The dry run must be made again after it.</summary>
    public Task<Refusal?> ReviewAsync(Actor actor, Guid id, int version, Guid source, SourceReview review, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Review, id, version, null, async work =>
        {
            if (await SourceAsync(work, source, ct) is not { } found || await vault.FindKeyAsync(work.Db, work.Request.FindingsKey, ct) is not { } key)
            {
                return Refusal.NotFound;
            }

            var result = found.ReadFound(key);
            if (review.Judge((await maps(work.Db, ct)).FirstOrDefault(s => s.Id == source)?.Map, result) is { } unfit)
            {
                return unfit;
            }

            var before = found.Review is null ? SourceReview.AsSuggested : found.Open<SourceReview>(key, RequestSource.ReviewPlace, found.Review);
            found.SearchAgain |= !before.Ticks.ToHashSet().SetEquals(review.Ticks);
            if (!before.Follow.ToHashSet().SetEquals(review.Follow))
            {
                // A second address of theirs may stand in any source.
                (await work.Db.Set<RequestSource>().Where(s => s.RequestId == id).ToListAsync(ct)).ForEach(s => s.SearchAgain = true);
            }

            found.Review = found.Seal(key, RequestSource.ReviewPlace, review);
            found.Reviewed = true;
            found.Ambiguous = result.Ambiguities.Count(a => !review.Ticks.Any(t => t.Row == a.Row));
            found.ForgetPlan(work.Request.Right);
            await SupersedeAsync(work, ct, StepPhase.Preflight);
            work.Details["source"] = found.SourceName;
            return work.Request.Review(work.Now);
        }, ct);

    /// <summary>Tries the erasure or rectification on every source where something was found, in transactions that are rolled back.</summary>
    public Task<Refusal?> PreflightAsync(Actor actor, Guid id, int version, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Preflight, id, version, null, async work =>
        {
            if (!RequestWorkflow.Preflights(work.Request.Right))
            {
                return Refusal.Invalid;
            }

            if (work.Request.Preflight(work.Now) is { } refusal)
            {
                return refusal;
            }

            await SupersedeAsync(work, ct, StepPhase.Preflight);
            var found = await OpenSourcesAsync(work, ct);
            if (found.Count == 0 || !found.TrueForAll(Settled))
            {
                return Refusal.Incomplete;
            }

            foreach (var source in found)
            {
                source.ForgetPlan(work.Request.Right);
                Queue(work, StepPhase.Preflight, source.SourceId, source.SourceName);
            }

            return null;
        }, ct);

    /// <summary>For a right that its plan tells; <see cref="SubjectRight.Restriction"/>, objection and human review ask for a conclusion.</summary>
    /// <param name="lateBecause">For a whole refusal after the first month.</param>
    public Task<Refusal?> DecideAsync(
        Actor actor, Guid id, int version, DecisionKind kind, IReadOnlyList<DecisionReason> reasons, string? lateBecause, CancellationToken ct) =>
        DecideAsync(actor, id, version, kind, reasons, lateBecause, null, ct);

    /// <summary>Where every system was searched.</summary>
    public Task<Refusal?> DecideAsync(
        Actor actor, Guid id, int version, DecisionKind kind, IReadOnlyList<DecisionReason> reasons, string? lateBecause, Conclusion? conclusion, CancellationToken ct) =>
        DecideAsync(actor, id, version, kind, reasons, lateBecause, conclusion, null, ct);

    /// <summary>Decides. An objection to direct marketing takes effect with it: the identities go on the suppression list (art. 21(3)).</summary>
    /// <param name="lateBecause">For a whole refusal after the first month.</param>
    /// <param name="conclusion">
    /// For the rights that <see cref="RequestWorkflow.Concludes"/> names, and the ground of an erasure. Where another file restricts the processing of the person's
    /// data, an erasure without <see cref="ErasureRuling.DespiteRestriction"/> is <see cref="Refusal.ReasonMissing"/>.
    /// </param>
    /// <param name="unsearchedBecause">Why it is granted although a source has no confirmed map and was not searched; without it that is <see cref="Refusal.ReasonMissing"/>.</param>
    public Task<Refusal?> DecideAsync(
        Actor actor, Guid id, int version, DecisionKind kind, IReadOnlyList<DecisionReason> reasons, string? lateBecause, Conclusion? conclusion, string? unsearchedBecause,
        CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Decide, id, version, Explained(reasons, lateBecause, unsearchedBecause, (conclusion as ErasureRuling)?.DespiteRestriction), async work =>
        {
            if (await rules(work.Db, ct) is not { } rule)
            {
                return Refusal.Incomplete;
            }

            var sources = await maps(work.Db, ct);
            var found = await FoundSourcesAsync(work, ct);
            var open = found.FindAll(f => !Gone(f, sources));
            if (kind != DecisionKind.Refuse && (open.Exists(f => !Bound(f, sources)) || !await SearchedAsync(work, sources, ct)))
            {
                return Refusal.DataChanged;
            }

            if (kind != DecisionKind.Refuse && work.Request.Right == SubjectRight.Access && !Article15Gaps.Complete(found, sources))
            {
                return Refusal.Incomplete;
            }

            var (kept, unexplained) = await KeptAsync(work, found, sources, ct);
            if (kind != DecisionKind.Refuse && unexplained.Any(category => !reasons.Any(r => r.Category.Length == 0 || Categories.Covers(r.Category, category))))
            {
                return Refusal.ReasonMissing;
            }

            // What is granted in part is what the plan withholds or keeps, and nothing else.
            if (kind == DecisionKind.GrantInPart && RequestWorkflow.Keeps(work.Request.Right) && found.Sum(f => f.Rows) > 0
                && reasons.Any(r => r.Category.Length == 0 ? kept.Count + unexplained.Count == 0 : !kept.Select(k => k.Category).Concat(unexplained).Any(c => Categories.Covers(r.Category, c))))
            {
                return Refusal.Invalid;
            }

            var readiness = new Readiness(
                found.Sum(f => Math.Max(1, f.Rows + f.Ambiguous)),
                open.TrueForAll(Settled),
                open.Exists(f => f.PreflightPassed is null) ? null : open.TrueForAll(f => f.PreflightPassed == true),
                await BreaksHoldAsync(work, open, sources, ct),
                kept)
            {
                Conclusion = conclusion, Unsearched = await Unsearched.OfAsync(work.Db, work.Request, ct), UnsearchedBecause = unsearchedBecause,
                NotWhole = await HidesRowsAsync(work, ct),
                RestrictedBy = found.Sum(f => f.Rows) == 0 ? [] : await Restricted.ByAsync(work.Db, work.Request, work.Request.Today(work.Now), ct),
            };
            if (work.Request.Decide(actor, kind, reasons, readiness, rule.FourEyes, lateBecause, work.Now) is { } refusal)
            {
                return refusal;
            }

            Keep(work, kind == DecisionKind.Refuse ? reasons : [.. reasons, .. kept]);
            if (await ConcludeAsync(work, conclusion, ct) is { } incomplete)
            {
                return incomplete;
            }

            work.Details["decision"] = work.Request.Decision.ToString()!;
            if (conclusion is ErasureRuling erased)
            {
                work.Details["erasureGround"] = erased.Ground.ToString();
                if (readiness.RestrictedBy.Count > 0 && erased.DespiteRestriction is not null)
                {
                    work.Details["restrictedBy"] = string.Join(", ", readiness.RestrictedBy);
                }
            }

            work.Details["grounds"] = string.Join(' ', reasons.Concat(kept).Select(r => r.Ground).Distinct());
            if (kind != DecisionKind.Refuse && readiness.Unsearched.Count > 0)
            {
                work.Details["unsearched"] = string.Join(", ", readiness.Unsearched);
            }

            work.Then = () => ExecutionAsync(work, open, ct);
            return null;
        }, ct);

    /// <summary>Back to review, because the data, the map or a hold changed under the decision.</summary>
    public Task<Refusal?> RecallAsync(Actor actor, Guid id, int version, string reason, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Recall, id, version, reason, async work =>
        {
            // What runs at this moment is let end: nobody can say from here whether it has committed. Judged by the very rows that are written
            // after, whose tokens tell if one is claimed in between.
            var steps = await StepsAsync(work, ct, StepPhase.Preflight, StepPhase.Execute, StepPhase.Attach, StepPhase.Verify, StepPhase.Notify, StepPhase.Package);
            if (steps.Exists(s => s.State == StepState.Running))
            {
                return Refusal.WrongState;
            }

            if (work.Request.Recall(reason, work.Now) is { } refusal)
            {
                return refusal;
            }

            steps.ForEach(s => s.State = StepState.Superseded);
            foreach (var source in await FoundSourcesAsync(work, ct))
            {
                source.RecallReport(work.Now);
                source.ForgetPlan(work.Request.Right);
            }

            return null;
        }, ct);

    /// <summary>Queues what a decision asks for, once the request has come to it.</summary>
    private static async Task ExecutionAsync(Work work, List<RequestSource> found, CancellationToken ct)
    {
        if (!RequestWorkflow.StartsWork(work.Request.Status))
        {
            return;
        }

        await SupersedeAsync(work, ct, StepPhase.Execute, StepPhase.Attach, StepPhase.Verify, StepPhase.Notify, StepPhase.Package);
        if (RequestWorkflow.Releases(work.Request.Right))
        {
            Queue(work, StepPhase.Package, null, "");
            return;
        }

        if (found.Count == 0)
        {
            // All was done before, in sources that are gone.
            Queue(work, StepPhase.Notify, null, "");
        }

        foreach (var source in found)
        {
            Queue(work, StepPhase.Execute, source.SourceId, source.SourceName);
        }
    }

    /// <summary>What the plan keeps, and what the DPO withholds of the subject's own (art. 15(4)), by category; and the categories withheld without a word why.</summary>
    private async Task<(List<DecisionReason> Kept, List<string> Unexplained)> KeptAsync(
        Work work, List<RequestSource> found, IReadOnlyList<RequestableSource> sources, CancellationToken ct)
    {
        var kept = found.SelectMany(f => f.ReadLines()).Select(l => l.Reason()).OfType<DecisionReason>().ToList();
        var unexplained = new List<string>();
        if (RequestWorkflow.Releases(work.Request.Right) && await vault.FindKeyAsync(work.Db, work.Request.FindingsKey, ct) is { } key)
        {
            foreach (var (category, why) in found.SelectMany(f => Package.Releases.Of(f, key).Withheld(sources.FirstOrDefault(s => s.Id == f.SourceId)?.Map)).Distinct())
            {
                if (string.IsNullOrWhiteSpace(why))
                {
                    unexplained.Add(category);
                }
                else
                {
                    kept.Add(new DecisionReason(category, RefusalGround.RightsOfOthers, why));
                }
            }
        }

        return (kept, unexplained);
    }
}
