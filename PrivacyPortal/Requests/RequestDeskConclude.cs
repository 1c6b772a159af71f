using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>The second pair of eyes; the erasure starts. <see cref="Refusal.DataChanged"/> where the person's data have been restricted since the decision (art. 18(2)).</summary>
    public Task<Refusal?> ApproveAsync(Actor actor, Guid id, int version, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Approve, id, version, null, async work =>
        {
            // It came after the decision, which says nothing of it: that is for the one who decides, again.
            if ((ConclusionOf(work.Request, work.Key) as ErasureRuling)?.DespiteRestriction is null && (await Restricted.ByAsync(work.Db, work.Request, work.Request.Today(work.Now), ct)).Count > 0)
            {
                return Refusal.DataChanged;
            }

            if (work.Request.Approve(actor, work.Now) is { } refusal)
            {
                return refusal;
            }

            await ExecutionAsync(work, await OpenSourcesAsync(work, ct), ct);
            return null;
        }, ct);

    internal const string ConclusionPlace = "conclusion";

    /// <summary>
    /// Announces the end of a restriction; the signed notice to the person is issued with it (art. 18(3)).
    /// </summary>
    /// <param name="until">The first day on which the data may be processed again.</param>
    public Task<Refusal?> LiftAsync(Actor actor, Guid id, int version, string reason, DateOnly until, Handover notice, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Lift, id, version, reason, work =>
        {
            Detail(work, notice);
            work.Details["until"] = until.ToString("O", CultureInfo.InvariantCulture);
            var refusal = work.Request.Lift(reason, until, notice, work.Now);
            work.Document = () => receipts.LiftAsync(work.Db, actor, work.Request, SubjectFile.Open(work.Key, work.Request.Sealed), notice, reason, ct);
            return Task.FromResult(refusal);
        }, ct, issues: true);

    /// <summary>Keeps what was concluded, and stops direct marketing where that was objected to.</summary>
    private static async Task<Refusal?> ConcludeAsync(Work work, Conclusion? conclusion, CancellationToken ct)
    {
        work.Request.ConclusionSealed = conclusion is null
            ? null
            : work.Key.Seal(ConclusionPlace, JsonSerializer.SerializeToUtf8Bytes(conclusion));
        if (conclusion is not ObjectionRuling { StopsMarketing: true })
        {
            return null;
        }

        var hashes = await work.Db.Set<RequestIdentity>().Where(i => i.RequestId == work.Request.Id).Select(i => i.Hash).Distinct().ToListAsync(ct);
        if (hashes.Count == 0)
        {
            // Without an identity nobody could be recognised on the list.
            return Refusal.Incomplete;
        }

        var listed = await work.Db.Set<SuppressedIdentity>().Where(s => hashes.Contains(s.Hash)).Select(s => s.Hash).ToListAsync(ct);
        work.Db.AddRange(hashes.Except(listed).Select(hash => new SuppressedIdentity { Hash = hash, About = work.Request.Reference, Since = work.Now }));
        work.Details["suppressed"] = hashes.Count.ToString(CultureInfo.InvariantCulture);
        return null;
    }

    internal static Conclusion? ConclusionOf(SubjectRequest request, FileKey? key) => request.ConclusionSealed is { } box && key is not null
        ? JsonSerializer.Deserialize<Conclusion>(key.Open(ConclusionPlace, box))
        : null;
}
