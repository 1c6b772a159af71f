using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>
    /// A DPO's word on who came back with a restored source: for each one chosen a file is opened, linked to the first, and erased by the same
    /// decisions through the same steps. Four eyes, where they are set, approve each file.
    /// </summary>
    /// <param name="chosen">Lines of the list; none chosen is a dismissal.</param>
    public async Task<Refusal?> EndReplayAsync(Actor actor, Guid replay, int version, IReadOnlyCollection<Guid> chosen, string reason, CancellationToken ct)
    {
        if ((actor.Lacks(Permission.HandleRequests) ?? (string.IsNullOrWhiteSpace(reason) ? Refusal.ReasonMissing : null)) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<ErasureReplay>().SingleOrDefaultAsync(r => r.Id == replay, ct) is not { } list || await rules(db, ct) is not { } rule)
        {
            return Refusal.NotFound;
        }

        if (list.Version != version)
        {
            return Refusal.Stale;
        }

        var state = chosen.Count == 0 ? ReplayState.Dismissed : ReplayState.Confirmed;
        if (list.End(actor, state, clock.GetUtcNow()) is { } ended)
        {
            return ended;
        }

        var findings = await db.Set<ReplayFinding>().Where(f => f.ReplayId == replay).ToListAsync(ct);
        if (await vault.FindKeyAsync(db, replay, ct) is not { } key || chosen.Except(findings.Select(f => f.Id)).Any())
        {
            return Refusal.NotFound;
        }

        var works = new List<Work>();
        foreach (var finding in findings.Where(f => chosen.Contains(f.Id)))
        {
            var identities = JsonSerializer.Deserialize<List<Identity>>(key.Open(finding.Place, finding.Box))!;
            var opened = await OpenReplayAsync(db, actor, list, finding, identities, rule, reason, ct);
            if (opened.Value is not { } work)
            {
                return opened.Refusal;
            }

            finding.RequestId = work.Request.Id;
            works.Add(work);
        }

        findings.ForEach(f => f.Box = []);
        await vault.DestroyKeyAsync(db, replay, ct);
        var name = state == ReplayState.Confirmed ? "replay-confirmed" : "replay-dismissed";
        var fact = new AuditFact(actor, RequestAudit.Category, name, list.SourceName, new { replay, of = findings.Count, files = works.Select(w => w.Request.Reference) });
        if (await audit.SaveAsync(db, ct, [fact, .. works.SelectMany(w => w.Facts)]) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        works.ForEach(w => Told(w));
        feed.Publish(Changed, replay.ToString());
        return null;
    }

    private async Task<Reply<Work>> OpenReplayAsync(
        PortalDbContext db, Actor actor, ErasureReplay list, ReplayFinding finding, List<Identity> identities, RequestRules rule, string reason, CancellationToken ct)
    {
        var first = await db.Set<SubjectRequest>().SingleOrDefaultAsync(r => r.Reference == finding.About, ct);
        var file = first is null ? null : await vault.FindKeyAsync(db, first.Id, ct);
        var name = file is null ? finding.About : SubjectFile.Open(file, first!.Sealed).Name;
        var language = first?.Language ?? "en";
        var why = ReplayText.Why.Format(Languages.Of(language), list.SourceName, finding.About);
        var intake = new Intake([SubjectRight.Erasure], RequestChannel.Portal, language, new SubjectFile(name, identities, Message: why));
        var opened = await OpenAsync(db, actor, intake, SubjectRight.Erasure, rule, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        var work = opened.Value.Work;
        work.Request.Replay = finding.Id;
        if (first is not null)
        {
            db.Add(new RequestLink { RequestId = work.Request.Id, OtherId = first.Id, Kind = RequestLinkKind.Replayed });
        }

        Go(work, actor, RequestVerb.ConfirmIdentity, reason, request => request.ConfirmIdentity(IdentityProof.Certain, reason, work.Now));
        Go(work, actor, RequestVerb.Search, null, request => request.Search(work.Now));
        vault.CreateKey(db, work.Request.FindingsKey);
        Queue(work, StepPhase.Search, list.SourceId, list.SourceName);
        await db.SaveChangesAsync(ct);
        return work;
    }

    /// <summary>
    /// What a file of a replay does by itself once it is searched: the review of the ledger, and the dry run. Where the map is no longer the one
    /// decided on, or rows are ambiguous, it is left to the DPO, like any file.
    /// </summary>
    private async Task ReviewReplayAsync(Work work, CancellationToken ct)
    {
        var found = await FoundSourcesAsync(work, ct);
        var entry = await (from finding in work.Db.Set<ReplayFinding>()
                           join line in work.Db.Set<ErasureLedgerEntry>() on finding.EntryId equals line.Id
                           where finding.Id == work.Request.Replay
                           select line).SingleOrDefaultAsync(ct);
        if (entry is null || await vault.FindKeyAsync(work.Db, work.Request.FindingsKey, ct) is not { } key)
        {
            return;
        }

        if (found.Count == 0)
        {
            await DecideReplayAsync(work, ct);
            return;
        }

        foreach (var source in found)
        {
            source.Review = source.Seal(key, RequestSource.ReviewPlace, SourceReview.AsSuggested with { Erasures = ReturnedSubjects.Decisions(entry) });
        }

        if (found.Exists(s => s.Ambiguous > 0 || s.MapVersion != entry.MapVersion))
        {
            return;
        }

        found.ForEach(s => s.Reviewed = true);
        Go(work, Steps, RequestVerb.Review, null, request => request.Review(work.Now));
        Go(work, Steps, RequestVerb.Preflight, null, request => request.Preflight(work.Now));
        found.ForEach(s => Queue(work, StepPhase.Preflight, s.SourceId, s.SourceName));
    }

    /// <summary>The confirmation of the list was the decision; a dry run that fails, a hold or a restriction leaves the file to the DPO.</summary>
    private async Task DecideReplayAsync(Work work, CancellationToken ct)
    {
        var replay = await (from finding in work.Db.Set<ReplayFinding>()
                            join list in work.Db.Set<ErasureReplay>() on finding.ReplayId equals list.Id
                            where finding.Id == work.Request.Replay
                            select list).SingleAsync(ct);
        var (found, sources) = (await FoundSourcesAsync(work, ct), await maps(work.Db, ct));
        var kept = found.SelectMany(f => f.ReadLines()).Select(l => l.Reason()).OfType<DecisionReason>().ToList();
        var readiness = new Readiness(
            found.Sum(f => Math.Max(1, f.Rows + f.Ambiguous)), found.TrueForAll(Settled), found.TrueForAll(f => f.PreflightPassed == true),
            await BreaksHoldAsync(work, found, sources, ct), kept) { RestrictedBy = await Restricted.ByAsync(work.Db, work.Request, work.Request.Today(work.Now), ct), NotWhole = await HidesRowsAsync(work, ct) };
        if (await rules(work.Db, ct) is not { } rule || replay.EndedById is not { } person)
        {
            return;
        }

        var actor = Actor.User(person, replay.EndedBy!, Role.Dpo);
        if (Go(work, actor, RequestVerb.Decide, null, request => request.Decide(actor, DecisionKind.Grant, [], readiness, rule.FourEyes, null, work.Now)))
        {
            Keep(work, kept);
            await ExecutionAsync(work, found, ct);
            AnswerReplay(work, sources, ct);
        }
    }

    /// <summary>The proof: the receipt of the second erasure. Nobody asked, so that nothing is handed over and nobody is told again.</summary>
    private void AnswerReplay(Work work, IReadOnlyList<RequestableSource> sources, CancellationToken ct)
    {
        var actor = Actor.System("replay");
        if (Go(work, actor, RequestVerb.Answer, null, request => request.Answer(new Handover(RequestChannel.Portal, request.Today(work.Now)), true, work.Now)))
        {
            var reasons = ReasonsOf(work.Request, work.Key);
            work.Document = () => receipts.AnswerAsync(work.Db, actor, work.Request, work.Key, reasons, sources, ct);
        }
    }

    private static bool Go(Work work, Actor actor, RequestVerb verb, string? note, Func<SubjectRequest, Refusal?> move)
    {
        var from = work.Request.Status;
        if (move(work.Request) is not null)
        {
            return false;
        }

        work.Note = note;
        Record(work, actor, verb, from);
        return true;
    }
}
