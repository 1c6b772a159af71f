using System.Globalization;
using System.Text.Json;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>The facts of an answer, from what was found, decided, done and proven. Pure.</summary>
internal sealed class RequestAnswer(
    SubjectRequest request, SubjectFile subject, IReadOnlyList<RequestSource> sources, IReadOnlyList<RequestableSource> maps, IReadOnlyList<RequestRecipient> recipients,
    FileKey? findings, string? packageSha256, long packageBytes, Conclusion? conclusion)
{
    private DateOnly On => request.AnsweredOn!.Value;

    /// <summary>The documents that the outcome asks for.</summary>
    public IEnumerable<Func<AnswerHead, CultureInfo, ReceiptFacts>> Documents(IReadOnlyList<DecisionReason> reasons)
    {
        var done = request.Outcome is RequestOutcome.Fulfilled or RequestOutcome.PartlyFulfilled;
        if (request.Outcome is RequestOutcome.NoData)
        {
            yield return NoData;
        }
        else if (request.Outcome is RequestOutcome.NotIdentifiable)
        {
            yield return (head, culture) => NotIdentifiable(head, culture, reasons);
        }
        else if (request.Outcome is RequestOutcome.Duplicate)
        {
            yield return (head, _) => Elsewhere(head, reasons);
        }
        else if (request.Outcome is RequestOutcome.Refused)
        {
            yield return (head, culture) => Refused(head, culture, reasons, inPart: false);
        }
        else if (done && request.Right == SubjectRight.Access)
        {
            yield return Access;
        }
        else if (done && request.Right == SubjectRight.Erasure)
        {
            yield return Erasure;
        }
        else if (done && request.Right == SubjectRight.Rectification)
        {
            yield return Rectification;
        }
        else if (done && request.Right == SubjectRight.Portability)
        {
            yield return (head, culture) => RightsAnswer.Portability(request, sources, maps, findings, packageSha256, packageBytes, head, culture);
        }
        else if (done && conclusion is RestrictionRuling restriction)
        {
            yield return (head, culture) => RightsAnswer.Restriction(request, restriction, sources, head, culture);
        }
        else if (done && conclusion is ObjectionRuling objection)
        {
            yield return (head, culture) => RightsAnswer.Objection(request, objection, head, culture);
        }
        else if (done && conclusion is HumanReviewRuling review)
        {
            yield return (head, culture) => RightsAnswer.HumanReview(request, review, head, culture);
        }

        // What an erasure keeps is on its own receipt, with ground and date.
        var kept = sources.SelectMany(s => s.ReadLines()).Select(l => l.Reason()).OfType<DecisionReason>().ToHashSet();
        var refused = reasons.Where(r => !kept.Contains(r)).ToList();
        if (request.Outcome is RequestOutcome.PartlyFulfilled && refused.Count > 0)
        {
            yield return (head, culture) => Refused(head, culture, refused, inPart: true);
        }
    }

    private IReadOnlyList<string> Told => [.. recipients.Where(r => r.Notice == RecipientNotice.Told).Select(r => r.Name)];

    private IReadOnlyList<UntoldRecipient> Untold(CultureInfo culture) =>
        [.. recipients.Where(r => r.Notice != RecipientNotice.Told).Select(r => new UntoldRecipient(r.Name, AnswerText.Of(r.Notice).In(culture)))];

    /// <summary>What the owners of sources kept by hand reported: the portal cannot look there itself.</summary>
    private IReadOnlyList<HandledByHand> ByHand(CultureInfo culture) =>
        [.. sources.SelectMany(s => s.ReadByHand().Select(r => new HandledByHand(s.SourceName, StepText.Of(r.Phase).In(culture), r.Owner, r.DoneBy, request.Today(r.At), r.Records, r.Sha256, r.Planned, r.ConfirmedBy, r.Phase == StepPhase.Execute && request.Right == SubjectRight.Erasure)))];

    private NoDataFacts NoData(AnswerHead head, CultureInfo culture) => new()
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        AnsweredOn = On,
        ByHand = ByHand(culture),
        Searched = [.. sources.Select(s => new SearchedSystem(
            s.SourceName,
            string.Join(", ", subject.Identities.Select(i => CategoryText.Of(i.Kind).In(culture)).Distinct()),
            request.Today(s.SearchedAt)))],
    };

    private NotIdentifiableFacts NotIdentifiable(AnswerHead head, CultureInfo culture, IReadOnlyList<DecisionReason> reasons) => new()
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        AnsweredOn = On,
        Reason = RequestText.Of(RefusalGround.NotIdentifiable).In(culture),
        WouldHelp = [.. reasons.Select(r => r.Explanation)],
    };

    private AnsweredElsewhereFacts Elsewhere(AnswerHead head, IReadOnlyList<DecisionReason> reasons) => new()
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        AnsweredOn = On,
        Where = string.Join(' ', reasons.Select(r => r.Explanation)),
    };

    private RefusalFacts Refused(AnswerHead head, CultureInfo culture, IReadOnlyList<DecisionReason> reasons, bool inPart) => new()
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        AnsweredOn = On,
        InPart = inPart,
        Reasons = [.. reasons.Select(r => new RefusedData(
            r.Category.Length == 0 ? AnswerText.WholeRequest.In(culture) : CategoryText.Of(r.Category).In(culture),
            AnswerText.Article(r.Ground),
            $"{RequestText.Of(r.Ground).In(culture)}. {r.Explanation}"))],
    };

    private AccessAnswerFacts Access(AnswerHead head, CultureInfo culture)
    {
        var shown = sources.Select(s => (Source: s, Releases: Package.Releases.Of(s, findings))).ToList();
        return new AccessAnswerFacts
        {
            Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
            AnsweredOn = On,
            ByHand = ByHand(culture),
            Released = [.. shown.SelectMany(s => s.Source.ReadSummary().Tables
                .Where(t => t.Verdict != Verdict.Context && s.Releases.Shows(t.Table, t.Verdict))
                .SelectMany(t => t.Categories.DefaultIfEmpty("").Select(c => (Category: c, t.Rows)))
                .GroupBy(t => t.Category).Select(g => new ReleasedData(s.Source.SourceName, CategoryText.Of(g.Key).In(culture), g.Sum(t => t.Rows))))],
            Withheld = Withheld(sources, findings, culture),
            PackageSha256 = packageSha256 ?? "",
            PackageBytes = packageBytes,
        };
    }

    /// <summary>What was searched as far as a rule of its system lets the portal see.</summary>
    internal static IReadOnlyList<string> NotWhole(IEnumerable<RequestSource> sources) =>
        [.. sources.SelectMany(s => s.ReadSummary().Hidden.Select(table => $"{s.SourceName}: {table}"))];

    /// <summary>What is not handed over: records of others, and findings that the DPO withholds.</summary>
    internal static IReadOnlyList<WithheldData> Withheld(IReadOnlyList<RequestSource> sources, FileKey? findings, CultureInfo culture) =>
    [
        .. sources.Where(s => s.ThirdPartyRows > 0)
            .Select(s => new WithheldData(s.SourceName, AnswerText.Others.In(culture), s.ThirdPartyRows, AnswerText.OthersWithheld.In(culture))),
        .. sources.Select(s => (Source: s, Releases: Package.Releases.Of(s, findings))).SelectMany(s => s.Source.ReadSummary().Tables
            .Where(t => t.Verdict != Verdict.Context && !s.Releases.Shows(t.Table, t.Verdict))
            .Select(t => new WithheldData(s.Source.SourceName, t.Title, t.Rows, s.Releases.Why(t.Table, t.Verdict) ?? AnswerText.OthersWithheld.In(culture)))),
    ];

    private ErasureFacts Erasure(AnswerHead head, CultureInfo culture)
    {
        var erased = sources.SelectMany(s => s.ReadErased().Select(l => (Source: s.SourceName, Line: l)));
        var stays = sources.SelectMany(s => s.ReadLines().Where(l => l.Stays).Select(l => (Source: s.SourceName, Line: l))).ToLookup(l => l.Line.Act == PlanAct.Left);
        var changed = sources.Where(s => s.ReadErased().Any()).Select(s => (Source: s, Map: maps.FirstOrDefault(m => m.Id == s.SourceId)))
            .Select(s => (System: s.Source.SourceName, On: ChangedOn(s.Source), s.Map?.BackupDays, ByHand: IsByHand(s.Source, s.Map))).ToList();
        return new ErasureFacts
        {
            Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
            AnsweredOn = On,
            ByHand = ByHand(culture),
            Ground = conclusion is ErasureRuling ruling ? ConclusionText.Of(ruling.Ground).In(culture) : "",
            Erased = [.. erased
                .GroupBy(l => (l.Source, l.Line.Category, l.Line.Act))
                .Select(g => new ErasedData(g.Key.Source, CategoryText.Of(g.Key.Category).In(culture), AnswerText.Of(g.Key.Act).In(culture), g.Sum(l => l.Line.Rows)))],
            Kept = [.. stays[false]
                .GroupBy(l => (l.Source, l.Line.Category, l.Line.Ground, l.Line.Until, l.Line.Law, l.Line.Act))
                .Select(g => new KeptData(g.Key.Source, CategoryText.Of(g.Key.Category).In(culture), Ground(g.First().Line, culture), g.Key.Until, g.Sum(l => l.Line.Rows)))],
            Shared = [.. stays[true]
                .GroupBy(l => (l.Source, l.Line.Category)).Select(g => new SharedData(g.Key.Source, CategoryText.Of(g.Key.Category).In(culture), g.Sum(l => l.Line.Rows)))],
            Proof = [.. sources.Where(s => s.Verification is not null).Select(Proof)],
            Unproven = [.. sources.Where(s => s.Verification is null && s.ReadErased().Any() && !IsByHand(s, maps.FirstOrDefault(m => m.Id == s.SourceId))).Select(s => s.SourceName)],
            BackupsUntil = changed.Where(c => c is { BackupDays: > 0, ByHand: false }).Select(c => (DateOnly?)c.On.AddDays(c.BackupDays!.Value)).Max(),
            BackupsUnknown = [.. changed.Where(c => c is { BackupDays: null, ByHand: false }).Select(c => c.System)],
            BackupsByHand = [.. changed.Where(c => c.ByHand && c.BackupDays != 0).Select(c => c.System)],
            RecipientsTold = Told,
            RecipientsUntold = Untold(culture),
        };
    }

    private static string Ground(PlanLine line, CultureInfo culture) =>
        line.Reason() is { } reason
            ? string.Join(" · ", new[] { RequestText.Of(reason.Ground).In(culture), line.Law, line.Act == PlanAct.Pseudonymised ? AnswerText.Pseudonymised.In(culture) : null }.OfType<string>())
            : "";

    private static ErasureProof Proof(RequestSource source)
    {
        var report = JsonSerializer.Deserialize<VerificationReport>(source.Verification!)!;
        var tidy = source.Execution is null ? null : JsonSerializer.Deserialize<ExecutionResult>(source.Execution)!.Tidy;
        return new ErasureProof(
            source.SourceName,
            report.Residue.Where(r => r.Cause == ResidueCause.FoundAgain).Sum(r => r.Rows),
            report.KeysRead,
            report.Residue.Where(r => r.Cause != ResidueCause.FoundAgain).Sum(r => r.Rows),
            report.Sightings.Where(s => s.Owner == SightingOwner.Subject).Sum(s => s.Rows),
            tidy switch
            {
                { ByServer: true } => FreePages.OfServer,
                { Vacuumed: true } => FreePages.Cleared,
                { FreePages: > 0 } or { LogBusy: true } => FreePages.Remaining,
                _ => FreePages.None,
            });
    }

    /// <summary>The day on which something was erased there for the last time. Of what preceded a recall only the answer's day is sure to be later.</summary>
    private DateOnly ChangedOn(RequestSource source) => source.ExecutedAt is { } at ? request.Today(at) : On;

    /// <summary>Of a source that was removed since, by what its owner reported.</summary>
    private static bool IsByHand(RequestSource source, RequestableSource? map) => map?.Manual ?? source.ReadByHand().Count > 0;

    private RectificationFacts Rectification(AnswerHead head, CultureInfo culture) => new()
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        AnsweredOn = On,
        ByHand = ByHand(culture),
        IsProven = sources.Any(s => s.Verification is not null),
        ChangedSince = [.. sources.Where(s => s.Verification is not null)
            .Select(s => new ChangedSince(s.SourceName, JsonSerializer.Deserialize<VerificationReport>(s.Verification!)!.ChangedSince)).Where(c => c.Values > 0)],
        Unproven = [.. sources.Where(s => s.Verification is null && s.CorrectedBefore != RequestSource.NothingDone).Select(s => s.SourceName)],
        Corrections = findings is null ? [] : [.. sources.SelectMany(Corrected)],
        Statements = findings is null ? [] : [.. sources.SelectMany(s => StatementAnswer.Of(s, maps, findings, culture))],
        NotAttached = findings is null ? 0 : sources.Sum(s => StatementAnswer.NotAttached(s, findings)),
        RecipientsTold = Told,
        RecipientsUntold = Untold(culture),
    };

    private IEnumerable<CorrectedData> Corrected(RequestSource source)
    {
        var map = maps.FirstOrDefault(m => m.Id == source.SourceId)?.Map;
        return source.ReadCorrections(findings!).Select(c => new CorrectedData(
            source.SourceName, map?.Find(c.Row.Table)?.Find(c.Field)?.Title ?? c.Field, 1, CellText.Of(c.Before), CellText.Of(c.After)));
    }
}
