using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

public sealed partial class StepRunner
{
    /// <summary>Makes the plan, with everything that is held kept, and tries it in a transaction that is rolled back.</summary>
    private async Task<StepOutcome> PreflightAsync(StepTicket ticket, CancellationToken ct)
    {
        if (await SceneAsync(ticket, ct) is not { Kept: { } kept } scene)
        {
            return StepOutcome.Failed(StepCause.SourceMissing);
        }

        if (scene.Manual)
        {
            var held = await HoldsAsync(scene, ct);
            var lines = scene.Request.Right == SubjectRight.Erasure ? ByHand(scene, held) : [];
            var looked = ManualPlan.Try(lines);
            return StepOutcome.Done(null, (db, ct2) => ChangeAsync(
                db, kept.Id,
                source =>
                {
                    (source.PreflightPassed, source.Lines, source.HeldBy) = (looked.Passed, JsonSerializer.Serialize(lines), HeldBy(scene, held));
                    source.Preflight = looked.Passed ? null : JsonSerializer.Serialize(looked);
                },
                ct2));
        }

        var door = await DoorAsync(ticket, scene, ct);
        if (scene.Request.Right == SubjectRight.Rectification)
        {
            var rectification = await door.PlanRectificationAsync(kept.MapVersion, scene.Review.Corrections, scene.Review.Statements, scene.Request.Reference, ct);
            var order = new RectificationOrder(scene.Asked, rectification);
            var report = await door.PreflightAsync(order, ct);
            return Tried(report, source => source.Plan = source.Seal(scene.Findings, RequestSource.PlanPlace, order), kept);
        }

        var holds = await HoldsAsync(scene, ct);
        var found = kept.ReadFound(scene.Findings);
        var decisions = HeldPlan.Apply(scene.Source.Map, found.Findings, scene.Review.Erasures, holds);
        var today = scene.Request.Today(clock.GetUtcNow());
        var (erasure, tried) = await door.PreflightErasureAsync(scene.Asked, decisions, today, ct);
        return Tried(
            tried,
            source =>
            {
                source.Plan = source.Seal(scene.Findings, RequestSource.PlanPlace, erasure);
                source.Lines = JsonSerializer.Serialize(PlanLine.Of(scene.Source.Map, erasure.Plan));
                source.HeldBy = HeldBy(scene, holds);
            },
            kept);
    }

    /// <summary>Only what keeps something: when such a hold is lifted the file is opened anew.</summary>
    private static string HeldBy(Scene scene, IReadOnlyList<LegalHold> holds) =>
        string.Join(' ', HeldPlan.Keeping(scene.Source.Map, scene.Kept!.ReadFound(scene.Findings).Findings, holds).Select(h => h.Id));

    /// <summary>What is to be erased by hand and what is to stay, with the holds as they are now.</summary>
    private IReadOnlyList<PlanLine> ByHand(Scene scene, IReadOnlyList<LegalHold> holds)
    {
        var found = scene.Kept!.ReadFound(scene.Findings);
        var decisions = HeldPlan.Apply(scene.Source.Map, found.Findings, scene.Review.Erasures, holds);
        return ManualPlan.Lines(scene.Source.Map, decisions, scene.Kept.Rows, scene.Request.Today(clock.GetUtcNow()));
    }

    /// <summary>Asks the owner of a source kept by hand, unless there is nothing to ask or a hold forbids it.</summary>
    private async Task<StepOutcome> TaskAsync(Scene scene, RequestSource kept, CancellationToken ct)
    {
        if (scene.Request.Right == SubjectRight.Erasure)
        {
            var decided = JsonSerializer.Deserialize<List<PlanLine>>(kept.Lines)!;
            if (ManualPlan.Breaks(decided, ByHand(scene, await HoldsAsync(scene, ct))))
            {
                return StepOutcome.Failed(StepCause.UnderHold);
            }

            // Everything is kept: nobody is asked to touch it.
            if (decided.TrueForAll(l => l.Stays))
            {
                return StepOutcome.Done(null);
            }
        }

        return StepOutcome.Failed(StepCause.ManualTask);
    }

    private static StepOutcome Tried(PreflightReport report, Action<RequestSource> keep, RequestSource kept) => StepOutcome.Done(
        JsonSerializer.Serialize(new { passed = report.Passed, changes = report.Changes.Sum(c => c.Rows), failures = report.Failures.Count }),
        (db, ct) => ChangeAsync(db, kept.Id, source =>
        {
            keep(source);
            (source.PreflightPassed, source.Preflight) = (report.Passed, JsonSerializer.Serialize(report));
        }, ct));

    /// <summary>
    /// Changes the source in one transaction, as the dry run saw it. An attempt after the first begins by reading what is there: whether the
    /// one before had committed, nobody else can tell.
    /// </summary>
    private async Task<StepOutcome> ExecuteAsync(StepTicket ticket, CancellationToken ct)
    {
        if (await SceneAsync(ticket, ct) is not { Kept: { } kept } scene)
        {
            return StepOutcome.Failed(StepCause.SourceMissing);
        }

        if (scene.Manual)
        {
            return await TaskAsync(scene, kept, ct);
        }

        var preflight = JsonSerializer.Deserialize<PreflightReport>(kept.Preflight!)!;
        var door = await DoorAsync(ticket, scene, ct);
        ExecutionResult result;
        ErasureOrder? erasure = null;
        if (scene.Request.Right == SubjectRight.Rectification)
        {
            var order = kept.Open<RectificationOrder>(scene.Findings, RequestSource.PlanPlace, kept.Plan!);
            FaultPoint.Pass("executing");
            result = ticket.Token == 1 ? await door.ExecuteAsync(order, preflight, ct) : await door.ResumeAsync(order, preflight, ct);
        }
        else
        {
            erasure = kept.Open<ErasureOrder>(scene.Findings, RequestSource.PlanPlace, kept.Plan!);
            if (HeldPlan.Breaks(scene.Source.Map, erasure.Plan, await HoldsAsync(scene, ct)))
            {
                return StepOutcome.Failed(StepCause.UnderHold);
            }

            FaultPoint.Pass("executing");
            result = ticket.Token == 1 ? await door.ExecuteAsync(erasure, preflight, ct) : await door.ResumeAsync(erasure, preflight, ct);
        }

        if (erasure is not null && scene.Review.Compact && result.Outcome is ExecutionOutcome.Done or ExecutionOutcome.DoneBefore)
        {
            result = result with { Tidy = await door.TidyAsync(vacuum: true, ct) };
        }

        FaultPoint.Pass("executed");
        var report = JsonSerializer.Serialize(new { outcome = result.Outcome.ToString(), rows = result.Changes.Sum(c => c.Rows) });
        return result.Outcome switch
        {
            ExecutionOutcome.Done or ExecutionOutcome.DoneBefore => StepOutcome.Done(report, async (db, ct2) =>
            {
                await ChangeAsync(db, kept.Id, source => (source.Execution, source.ExecutedAt) = (JsonSerializer.Serialize(result), clock.GetUtcNow()), ct2);
                if (erasure is not null)
                {
                    EnterLedger(db, scene, erasure);
                }
            }),
            ExecutionOutcome.DataChanged => StepOutcome.Failed(
                result.Failures.Any(f => f.Cause is PreflightCause.MapChanged or PreflightCause.SchemaDrifted) ? StepCause.MapChanged : StepCause.DataChanged, report: report),
            ExecutionOutcome.Refused => StepOutcome.Failed(StepCause.ChangeRefused, report: report),
            ExecutionOutcome.Mixed => StepOutcome.Failed(StepCause.Mixed, report: report),
        };
    }

    private async Task<StepOutcome> VerifyAsync(StepTicket ticket, CancellationToken ct)
    {
        if (await SceneAsync(ticket, ct) is not { Kept: { } kept } scene)
        {
            return StepOutcome.Failed(StepCause.SourceMissing);
        }

        // What a person did in place of the portal is proven like the portal's own work, wherever the portal can look.
        var rectifies = scene.Request.Right == SubjectRight.Rectification;
        var before = rectifies && !scene.Manual ? kept.ReadWrittenBefore(scene.Findings) : null;
        if (scene.Manual || (kept.Plan is null && before is null))
        {
            return StepOutcome.Done(null);
        }

        var door = await DoorAsync(ticket, scene, ct);
        var report = kept.Plan is null ? new VerificationReport([], [], 0)
            : rectifies ? await door.VerifyAsync(kept.Open<RectificationOrder>(scene.Findings, RequestSource.PlanPlace, kept.Plan), ct)
            : await door.VerifyAsync(kept.Open<ErasureOrder>(scene.Findings, RequestSource.PlanPlace, kept.Plan), scene.Review.OwnText, ct);
        if (before is not null)
        {
            var earlier = await door.VerifyAsync(before, ct);
            report = report with { RowsRead = report.RowsRead + earlier.RowsRead, KeysRead = report.KeysRead + earlier.KeysRead, ChangedSince = earlier.Residue.Sum(r => r.Rows) };
        }

        FaultPoint.Pass("verified");
        Task Keep(PortalDbContext db, CancellationToken ct2) => ChangeAsync(db, kept.Id, source =>
            (source.Verification, source.VerifiedAt) = (JsonSerializer.Serialize(report), clock.GetUtcNow()), ct2);
        var counts = JsonSerializer.Serialize(new { passed = report.Passed, residue = report.Residue.Sum(r => r.Rows), rowsRead = report.RowsRead });
        return report.Passed ? StepOutcome.Done(counts, Keep) : StepOutcome.Failed(StepCause.Residue, report: counts, keep: Keep);
    }

    /// <summary>
    /// Once everything is proven: the recipients are listed for the DPO (art. 19), and the values found by an erasure are destroyed, key first.
    /// </summary>
    private StepOutcome Notify(StepTicket ticket) => StepOutcome.Done(null, async (db, ct) =>
    {
        var request = await db.Set<SubjectRequest>().SingleAsync(r => r.Id == ticket.RequestId, ct);
        var kept = await db.Set<RequestSource>().Where(s => s.RequestId == request.Id && (s.Rows > 0 || s.Ambiguous > 0 || s.DoneBefore != RequestSource.NothingDone || s.CorrectedBefore != RequestSource.NothingDone)).ToListAsync(ct);
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var findings = request.Right == SubjectRight.Rectification ? await vault.FindKeyAsync(db, request.FindingsKey, ct) : null;

        // Whoever received the data was told when it was erased the first time.
        foreach (var source in request.Replay is null ? kept : [])
        {
            // Of a source that was removed since, by the map that was in force there.
            if (((await sources.MappedAsync(source.SourceId, ct))?.Map ?? await sources.MapAsync(source.SourceId, source.MapVersion, ct)) is { } map)
            {
                names.UnionWith(Recipients(source, findings is null ? [] : [.. source.ReadCorrections(findings).Select(c => c.Row), .. source.ReadStatements(findings).Select(s => s.Row)], map));
            }
        }

        var listed = await db.Set<RequestRecipient>().Where(r => r.RequestId == request.Id).Select(r => r.Name).ToListAsync(ct);
        db.AddRange(names.Except(listed, StringComparer.OrdinalIgnoreCase)
            .Select(name => new RequestRecipient { Id = Guid.CreateVersion7(clock.GetUtcNow()), RequestId = request.Id, Name = name }));
        if (request.Right == SubjectRight.Erasure)
        {
            await vault.DestroyKeyAsync(db, request.FindingsKey, ct);
            await db.Set<RequestRows>().Where(r => r.RequestId == request.Id).ExecuteDeleteAsync(ct);
            await db.Set<RequestDocument>().Where(d => d.RequestId == request.Id && d.Kind == DocumentKind.Export).ExecuteDeleteAsync(ct);
        }
    });

    /// <summary>Written with the execution's result, source by source: a request that is recalled half-way has erased what it has erased.</summary>
    private void EnterLedger(PortalDbContext db, Scene scene, ErasureOrder order)
    {
        var identities = order.Request.Identities
            .SelectMany(i => new[] { IdentityHash.InSource(vault, i, scene.Source.Map.CallingCode), IdentityHash.Respelled(vault, i) }).OfType<string>();
        db.Add(new ErasureLedgerEntry
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            About = scene.Request.Reference,
            SourceId = scene.Source.Id,
            Identities = string.Join(' ', identities.Distinct()),
            MapVersion = order.Plan.MapVersion,
            Decisions = JsonSerializer.Serialize(order.Decisions),
            ErasedAt = clock.GetUtcNow(),
        });
    }

    private static IEnumerable<string> Recipients(RequestSource source, IEnumerable<RowRef> rectified, SourceMap map) => source.ReadSummary().Tables
        .Where(t => t.Verdict != Verdict.Context).Select(t => t.Table)
        .Concat(source.ReadLines().Select(l => l.Table)).Concat(rectified.Select(r => r.Table)).Distinct().Select(map.Find).OfType<TableMap>()
        .SelectMany(t => t.Recipients.Concat(t.Fields.Where(f => f.Personal).SelectMany(f => f.Recipients)))
        .Select(r => r.Trim()).Where(r => r.Length > 0 && r != Article15.NoRecipient);

    private async Task<IReadOnlyList<LegalHold>> HoldsAsync(Scene scene, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = Holds.Known(vault, scene.Asked.Identities, scene.Kept!.ReadFound(scene.Findings));
        return await Holds.ConcerningAsync(db, scene.Request.Id, scene.Source.Id, known, ct);
    }

    private static async Task ChangeAsync(PortalDbContext db, Guid source, Action<RequestSource> change, CancellationToken ct) =>
        change(await db.Set<RequestSource>().SingleAsync(s => s.Id == source, ct));
}
