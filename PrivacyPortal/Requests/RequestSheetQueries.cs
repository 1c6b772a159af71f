using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

public sealed partial class RequestQueries
{
    /// <summary>The page of one request, by its reference.</summary>
    public async Task<Reply<RequestSheet>> SheetAsync(Actor actor, string reference, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewRequests) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<SubjectRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, ct) is not { } request)
        {
            return Refusal.NotFound;
        }

        var key = await vault.FindKeyAsync(db, request.Id, ct);
        var subject = key is null ? null : SubjectFile.Open(key, request.Sealed);
        var (open, today) = (actor.May(Permission.OpenFindings), request.Today(clock.GetUtcNow()));
        var all = await maps(db, ct);
        var sources = await db.Set<RequestSource>().AsNoTracking().Where(s => s.RequestId == request.Id).OrderBy(s => s.SourceName).ToListAsync(ct);
        var decides = open && RequestWorkflow.Releases(request.Right) && request.Status == RequestStatus.InReview ? await vault.FindKeyAsync(db, request.FindingsKey, ct) : null;
        return new RequestSheet(
            Row(actor, request, subject), request.Version, request.Language, open ? subject : null, subject is null ? null : Masked.Name(subject.Name), request.Proof,
            request.DeadlineAt(today), request.Profile, request.Region,
            [.. request.Suspensions.Select(s => new SuspensionRow(s.Kind, s.AskedOn, s.AnsweredOn))], request.ExtendedOn, request.ExtensionGround,
            request.ExtensionNotice, request.Decision, request.DecidedByName, request.DecidedAt, RequestDesk.ReasonsOf(request, open ? key : null), request.ApprovedByName,
            request.ApprovedAt, request.AnsweredBy, request.ClosedAt, RequestWorkflow.Verbs(actor, request.Right, request.Status, request.CameFrom),
            await TimelineAsync(db, request.Id, open ? key : null, ct), await StepsAsync(db, request.Id, ct), [.. sources.Select(s => Source(s, all) with { Withheld = Withheld(s, all, decides) })],
            await LinksAsync(db, request.Id, ct), await HoldsAsync(db, request, all, ct), await RecipientsAsync(db, request.Id, ct),
            request.Right == SubjectRight.Access ? Article15Gaps.Missing(sources, all) : [],
            open ? await DocumentsAsync(db, request.Id, ct) : [])
        {
            Conclusion = RequestDesk.ConclusionOf(request, open ? key : null),
            Unsearched = await Unsearched.OfAsync(db, request, ct),
            Restricts = request.Restricts(today),
            Exports = await ExportsAsync(db, actor, request.Id, key, ct),
            Retention = await RetentionAsync(db, request, today, ct),
            RestrictedUntil = request.RestrictedUntil,
            SilentDays = request.SilentDays(today),
            RestrictedBy = await Restricted.ByAsync(db, request, today, ct),
            SuppressedSince = await (from identity in db.Set<RequestIdentity>()
                                     join listed in db.Set<SuppressedIdentity>() on identity.Hash equals listed.Hash
                                     where identity.RequestId == request.Id
                                     orderby listed.Since
                                     select (DateTimeOffset?)listed.Since).FirstOrDefaultAsync(ct),
        };
    }

    private async Task<RequestRetention> RetentionAsync(PortalDbContext db, SubjectRequest request, DateOnly today, CancellationToken ct)
    {
        var rows = request.Retention(terms);
        var destroyed = await db.Set<WrappedKey>().Where(k => k.Owner == request.FindingsKey).Select(k => k.DestroyedAt).SingleOrDefaultAsync(ct);
        return new RequestRetention(rows, destroyed, rows.Any(r => r.EndedAt is null && r.EndsOn <= today) && await RetentionWait.OfAsync(db, request, clock.GetUtcNow(), ct));
    }

    /// <summary>What was found in one source and decided on it. For who may open findings.</summary>
    public async Task<Reply<SourceFindings>> FindingsAsync(Actor actor, Guid id, Guid source, CancellationToken ct)
    {
        if (actor.Lacks(Permission.OpenFindings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OpenedAsync(db, id, source, ct) is not var (request, found, key))
        {
            return Refusal.NotFound;
        }

        return new SourceFindings(
            found.ReadFound(key),
            found.Review is null ? null : found.Open<SourceReview>(key, RequestSource.ReviewPlace, found.Review),
            found.Plan is null || request.Right != SubjectRight.Erasure ? null : found.Open<ErasureOrder>(key, RequestSource.PlanPlace, found.Plan).Plan,
            found.Plan is null || request.Right != SubjectRight.Rectification ? null : found.Open<RectificationOrder>(key, RequestSource.PlanPlace, found.Plan).Plan,
            (await maps(db, ct)).FirstOrDefault(s => s.Id == source)?.Map);
    }

    /// <summary>The rows found in one table, a page at a time. For who may open findings.</summary>
    public async Task<Reply<FoundPage>> RowsAsync(Actor actor, Guid id, Guid source, string table, Verdict verdict, int page, CancellationToken ct)
    {
        if (actor.Lacks(Permission.OpenFindings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await BoxesAsync(db, id, source, table, verdict, ct) is not var (boxes, key))
        {
            return Refusal.NotFound;
        }

        var pages = await boxes.CountAsync(ct);
        var box = await boxes.OrderBy(r => r.Ordinal).Skip(page).FirstOrDefaultAsync(ct);
        return new FoundPage(box?.Open(key) ?? [], page, pages, await boxes.SumAsync(r => r.Count, ct));
    }

    /// <summary>Certain rows of one table, <paramref name="most"/> at most; what was found is opened no further than that takes. For who may open findings.</summary>
    public async Task<Reply<IReadOnlyList<FoundRow>>> RowsAsync(
        Actor actor, Guid id, Guid source, string table, Verdict verdict, IReadOnlySet<RowKey> sought, int most, CancellationToken ct)
    {
        if (actor.Lacks(Permission.OpenFindings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await BoxesAsync(db, id, source, table, verdict, ct) is not var (boxes, key))
        {
            return Refusal.NotFound;
        }

        var (rows, enough) = (new List<FoundRow>(), Math.Min(sought.Count, most));
        await foreach (var box in boxes.OrderBy(r => r.Ordinal).AsAsyncEnumerable().WithCancellation(ct))
        {
            rows.AddRange(box.Open(key).Where(r => sought.Contains(r.Key)).Take(enough - rows.Count));
            if (rows.Count == enough)
            {
                break;
            }
        }

        return rows;
    }

    /// <summary>The rows that the newest search found in one table. What lies sealed beside them is not read: of many rows it is megabytes.</summary>
    private async Task<(IQueryable<RequestRows> Boxes, FileKey Key)?> BoxesAsync(PortalDbContext db, Guid id, Guid source, string table, Verdict verdict, CancellationToken ct)
    {
        var found = await (from kept in db.Set<RequestSource>()
                           join request in db.Set<SubjectRequest>() on kept.RequestId equals request.Id
                           where kept.RequestId == id && kept.SourceId == source
                           select new { request.FindingsKey, kept.SearchStep, kept.SearchToken }).SingleOrDefaultAsync(ct);
        return found is null || await vault.FindKeyAsync(db, found.FindingsKey, ct) is not { } key ? null : (db.Set<RequestRows>().AsNoTracking()
            .Where(r => r.RequestId == id && r.SourceId == source && r.StepId == found.SearchStep && r.Token == found.SearchToken && r.Table == table && r.Verdict == verdict), key);
    }

    private async Task<(SubjectRequest Request, RequestSource Found, FileKey Key)?> OpenedAsync(PortalDbContext db, Guid id, Guid source, CancellationToken ct)
    {
        var request = await db.Set<SubjectRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        var found = await db.Set<RequestSource>().AsNoTracking().SingleOrDefaultAsync(s => s.RequestId == id && s.SourceId == source, ct);
        return request is not null && found is not null && await vault.FindKeyAsync(db, request.FindingsKey, ct) is { } key ? (request, found, key) : null;
    }

    private static RequestSourceRow Source(RequestSource s, IReadOnlyList<RequestableSource> maps) => new(
        s.SourceId, s.SourceName, s.MapVersion, !RequestDesk.Gone(s, maps) && maps.FirstOrDefault(m => m.Id == s.SourceId)?.Map.Version != s.MapVersion, s.SearchedAt, s.Rows, s.ThirdPartyRows,
        s.Ambiguous, s.Reviewed, s.SearchAgain, s.ReadSummary(), s.PreflightPassed, Read<PreflightReport>(s.Preflight), s.ReadLines(),
        Read<ExecutionResult>(s.Execution), Read<VerificationReport>(s.Verification), s.ExecutedAt, s.VerifiedAt)
    {
        ByHand = s.ReadByHand(),
        ReviewTag = s.Review is null ? "" : Convert.ToHexStringLower(SHA256.HashData(s.Review)),
        Planned = Read<List<PlanLine>>(s.Lines)!,
        Drifted = maps.Any(m => m.Id == s.SourceId && m.Drifted),
        DoneBefore = s.DoneBefore != RequestSource.NothingDone || s.CorrectedBefore != RequestSource.NothingDone,
        Gone = RequestDesk.Gone(s, maps),
        InFile = maps.Any(m => m.Id == s.SourceId && m.InFile),
    };

    private static IReadOnlyList<DecisionReason> Withheld(RequestSource source, IReadOnlyList<RequestableSource> maps, FileKey? key) => key is null
        ? []
        : [.. Package.Releases.Of(source, key).Withheld(maps.FirstOrDefault(m => m.Id == source.SourceId)?.Map).Distinct()
            .Select(w => new DecisionReason(w.Category, RefusalGround.RightsOfOthers, w.Why ?? ""))];

    private static T? Read<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json);

    private static async Task<IReadOnlyList<RequestEventRow>> TimelineAsync(PortalDbContext db, Guid id, FileKey? key, CancellationToken ct)
    {
        var events = await db.Set<RequestEvent>().AsNoTracking().Where(e => e.RequestId == id).ToListAsync(ct);
        return [.. events.OrderByDescending(e => e.Ordinal)
            .Select(e => new RequestEventRow(e.At, e.Verb, e.ActorName, e.ActorKind, e.From, e.To, e.ReadFacts(), e.OpenNote(key)))];
    }

    private static async Task<IReadOnlyList<RequestStepRow>> StepsAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        var steps = await db.Set<RequestStep>().AsNoTracking().Where(s => s.RequestId == id && s.State != StepState.Superseded).ToListAsync(ct);
        return [.. steps.OrderBy(s => s.QueuedAt).ThenBy(s => s.Phase).ThenBy(s => s.SourceName, StringComparer.Ordinal).Select(s => new RequestStepRow(
            s.Id, s.SourceId, s.SourceName, s.Phase, s.State, s.Cause, s.Attempts, s.Progress, s.QueuedAt, s.NotBefore, s.StartedAt, s.EndedAt) { Task = s.TaskDueOn is { } due ? (s.TaskOwner, due) : null })];
    }

    private static async Task<IReadOnlyList<RequestLinkRow>> LinksAsync(PortalDbContext db, Guid id, CancellationToken ct) =>
        await (from link in db.Set<RequestLink>()
               where link.RequestId == id || link.OtherId == id
               join other in db.Set<SubjectRequest>() on (link.RequestId == id ? link.OtherId : link.RequestId) equals other.Id
               orderby other.Number
               select new RequestLinkRow(other.Id, other.Reference, link.Kind, link.RequestId == id, other.Right, other.Status)).ToListAsync(ct);

    private static async Task<IReadOnlyList<HoldRow>> HoldsAsync(
        PortalDbContext db, SubjectRequest request, IReadOnlyList<RequestableSource> sources, CancellationToken ct)
    {
        var identities = await db.Set<RequestIdentity>().Where(i => i.RequestId == request.Id).Select(i => i.Hash).ToListAsync(ct);
        var holds = await db.Set<LegalHold>().AsNoTracking().ToListAsync(ct);
        return [.. holds
            .Where(h => h.About == request.Reference || (h.ReleasedAt is null && sources.Any(s => h.Concerns(identities, s.Id))))
            .OrderByDescending(h => h.PlacedAt)
            .Select(h => new HoldRow(
                h.Id, h.Scope, sources.FirstOrDefault(s => s.Id == h.SourceId)?.Name, h.Category, h.About, h.ReviewOn, h.PlacedAt, h.PlacedBy, h.ReleasedAt, h.ReleasedBy))];
    }

    private static async Task<IReadOnlyList<RequestDocumentRow>> DocumentsAsync(PortalDbContext db, Guid id, CancellationToken ct) =>
        await db.Set<RequestDocument>().AsNoTracking().Where(d => d.RequestId == id).OrderBy(d => d.MadeAt)
            .Select(d => new RequestDocumentRow(d.Id, d.FileName, d.MediaType, d.Sha256, d.Length, d.MadeAt, d.Kind)).ToListAsync(ct);

    private static async Task<IReadOnlyList<RecipientRow>> RecipientsAsync(PortalDbContext db, Guid id, CancellationToken ct) =>
        await db.Set<RequestRecipient>().AsNoTracking().Where(r => r.RequestId == id).OrderBy(r => r.Name)
            .Select(r => new RecipientRow(r.Id, r.Name, r.ToldOn, r.Notice)).ToListAsync(ct);
}
