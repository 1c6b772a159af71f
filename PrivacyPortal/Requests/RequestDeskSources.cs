using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    private static bool Settled(RequestSource source) => source is { SearchAgain: false, Ambiguous: 0 } && (source.Reviewed || source.Rows == 0);

    private static bool Bound(RequestSource found, IReadOnlyList<RequestableSource> sources) =>
        sources.FirstOrDefault(s => s.Id == found.SourceId)?.Map.Version == found.MapVersion;

    /// <summary>What was erased or corrected in a source before it was removed stays on record; nothing more can be done there.</summary>
    internal static bool Gone(RequestSource found, IReadOnlyList<RequestableSource> sources) =>
        found is { Rows: 0, Ambiguous: 0 } && sources.All(s => s.Id != found.SourceId);

    private static Task<RequestSource?> SourceAsync(Work work, Guid source, CancellationToken ct) =>
        work.Db.Set<RequestSource>().SingleOrDefaultAsync(s => s.RequestId == work.Request.Id && s.SourceId == source, ct);

    /// <summary>The sources where rows were found, are yet to be told whose or to be sought again, or were erased or corrected under a decision that was recalled.</summary>
    private static Task<List<RequestSource>> FoundSourcesAsync(Work work, CancellationToken ct) =>
        work.Db.Set<RequestSource>()
            .Where(s => s.RequestId == work.Request.Id && (s.Rows > 0 || s.Ambiguous > 0 || s.SearchAgain
                || s.DoneBefore != RequestSource.NothingDone || s.CorrectedBefore != RequestSource.NothingDone))
            .OrderBy(s => s.SourceName).ToListAsync(ct);

    /// <summary>Whether a rule of a system that was searched may have hidden rows from the search.</summary>
    private static async Task<bool> HidesRowsAsync(Work work, CancellationToken ct) =>
        (await work.Db.Set<RequestSource>().Where(s => s.RequestId == work.Request.Id).Select(s => s.Summary).ToListAsync(ct))
            .Exists(summary => JsonSerializer.Deserialize<SourceSummary>(summary)!.Hidden.Count > 0);

    /// <summary>Those of them that can still be planned and changed.</summary>
    private async Task<List<RequestSource>> OpenSourcesAsync(Work work, CancellationToken ct)
    {
        var sources = await maps(work.Db, ct);
        return (await FoundSourcesAsync(work, ct)).FindAll(f => !Gone(f, sources));
    }

    /// <summary>Whether every source has been searched by the map that is in force: an answer rests on all of them, also where nothing was found.</summary>
    private static async Task<bool> SearchedAsync(Work work, IReadOnlyList<RequestableSource> sources, CancellationToken ct)
    {
        var searched = await work.Db.Set<RequestSource>().Where(s => s.RequestId == work.Request.Id).Select(s => new { s.SourceId, s.MapVersion }).ToListAsync(ct);
        return sources.All(s => searched.Exists(f => f.SourceId == s.Id && f.MapVersion == s.Map.Version));
    }

    /// <summary>What a source held that is no longer one is neither decided on nor handed over; what was erased or corrected there stays on record.</summary>
    private static async Task LeaveGoneAsync(Work work, IReadOnlyList<RequestableSource> sources, CancellationToken ct)
    {
        var before = await work.Db.Set<RequestSource>().Where(s => s.RequestId == work.Request.Id).ToListAsync(ct);
        foreach (var gone in before.Where(b => sources.All(s => s.Id != b.SourceId)))
        {
            if (gone is { ExecutedAt: null, DoneBefore: RequestSource.NothingDone, CorrectedBefore: RequestSource.NothingDone })
            {
                work.Db.Remove(gone);
            }
            else
            {
                (gone.Rows, gone.ThirdPartyRows, gone.Ambiguous, gone.SearchAgain) = (0, 0, 0, false);
                gone.ForgetPlan(work.Request.Right);
            }
        }
    }

    private async Task<bool> BreaksHoldAsync(Work work, List<RequestSource> found, IReadOnlyList<RequestableSource> sources, CancellationToken ct)
    {
        if (work.Request.Right != SubjectRight.Erasure || await vault.FindKeyAsync(work.Db, work.Request.FindingsKey, ct) is not { } key)
        {
            return false;
        }

        foreach (var source in found.Where(f => f.Plan is not null))
        {
            if (sources.FirstOrDefault(s => s.Id == source.SourceId) is not { } mapped)
            {
                continue;
            }

            var order = source.Open<ErasureOrder>(key, RequestSource.PlanPlace, source.Plan!);
            var known = Holds.Known(vault, order.Request.Identities, source.ReadFound(key));
            var holds = await Holds.ConcerningAsync(work.Db, work.Request.Id, source.SourceId, known, ct);
            if (HeldPlan.Breaks(mapped.Map, order.Plan, holds))
            {
                return true;
            }
        }

        return false;
    }
}
