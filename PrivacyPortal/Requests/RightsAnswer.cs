using System.Globalization;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests.Package;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>The facts of the answers to restriction, portability, objection and human review. Pure.</summary>
internal static class RightsAnswer
{
    public static RestrictionFacts Restriction(SubjectRequest request, RestrictionRuling ruling, IReadOnlyList<RequestSource> sources, AnswerHead head, CultureInfo culture)
    {
        return new RestrictionFacts
        {
            Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
            AnsweredOn = request.AnsweredOn!.Value,
            Ground = ConclusionText.Of(ruling.Ground).In(culture),
            Frozen = Systems(true),
            NotFrozen = Systems(false),
        };

        IReadOnlyList<RestrictedSystem> Systems(bool frozen) =>
            [.. ruling.Sources.Where(s => s.Frozen == frozen).Select(s => new RestrictedSystem(s.Name, s.Measure, sources.FirstOrDefault(found => found.SourceId == s.SourceId)?.Rows ?? 0))];
    }

    public static ObjectionFacts Objection(SubjectRequest request, ObjectionRuling ruling, AnswerHead head, CultureInfo culture) => new()
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        AnsweredOn = request.AnsweredOn!.Value,
        DirectMarketing = ruling.StopsMarketing,
        Scope = ConclusionText.Of(ruling.Scope).In(culture),
        Stopped = ruling.Stopped,
    };

    public static HumanReviewFacts HumanReview(SubjectRequest request, HumanReviewRuling ruling, AnswerHead head, CultureInfo culture) => new()
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        AnsweredOn = request.AnsweredOn!.Value,
        Reviewer = ruling.Reviewer,
        Outcome = ConclusionText.Of(ruling.Outcome).In(culture),
        Reasons = ruling.Reasons,
    };

    public static RestrictionEndFacts RestrictionEnd(SubjectRequest request, Handover notice, string reason, AnswerHead head) => new()
    {
        Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
        ToldOn = notice.On,
        EndsOn = request.RestrictedUntil!.Value,
        Reason = reason,
    };

    public static PortabilityFacts Portability(
        SubjectRequest request, IReadOnlyList<RequestSource> sources, IReadOnlyList<RequestableSource> maps, FileKey? findings, string? packageSha256, long packageBytes,
        AnswerHead head, CultureInfo culture)
    {
        var fields = sources.SelectMany(source => Fields(source, maps, findings)).ToList();
        return new PortabilityFacts
        {
            Reference = head.Reference, Language = head.Language, Parties = head.Parties, MaskedIdentity = head.Identity, Right = head.Right, ReceivedOn = head.ReceivedOn,
            AnsweredOn = request.AnsweredOn!.Value,
            Released = [.. Counted(fields.Where(f => f.Field.Portability == PortabilityOf.Covered)).Select(g => new ReleasedData(g.System, CategoryText.Of(g.Category).In(culture), g.Rows))],
            LeftOut =
            [
                .. Counted(fields.Where(f => f.Field.Portability == PortabilityOf.OtherBasis))
                    .Select(g => new WithheldData(g.System, CategoryText.Of(g.Category).In(culture), g.Rows, AnswerText.NotPortableBasis.In(culture))),
                .. Counted(fields.Where(f => f.Field.Portability == PortabilityOf.FromElsewhere))
                    .Select(g => new WithheldData(g.System, CategoryText.Of(g.Category).In(culture), g.Rows, AnswerText.NotPortableSource.In(culture))),
                .. RequestAnswer.Withheld(sources, findings, culture),
            ],
            PackageSha256 = packageSha256 ?? "",
            PackageBytes = packageBytes,
        };
    }

    /// <summary>A category's rows in one system, those of a table counted once however many of its fields are of it.</summary>
    private static IEnumerable<(string System, string Category, long Rows)> Counted(IEnumerable<(string System, TableCount Table, PortableField Field)> fields) => fields
        .GroupBy(f => (f.System, f.Field.Category))
        .Select(g => (g.Key.System, g.Key.Category, g.DistinctBy(f => (f.Table.Table, f.Table.Verdict)).Sum(f => (long)f.Table.Rows)));

    private static IEnumerable<(string System, TableCount Table, PortableField Field)> Fields(RequestSource source, IReadOnlyList<RequestableSource> maps, FileKey? findings)
    {
        if (maps.FirstOrDefault(m => m.Id == source.SourceId)?.Map is not { } map)
        {
            return [];
        }

        var releases = Releases.Of(source, findings);
        return source.ReadSummary().Tables
            .Where(t => t.Verdict != Verdict.Context && releases.Shows(t.Table, t.Verdict) && map.Find(t.Table) is not null)
            .SelectMany(t => Portable.Fields(map.Find(t.Table)!).Select(field => (source.SourceName, t, field)));
    }
}
