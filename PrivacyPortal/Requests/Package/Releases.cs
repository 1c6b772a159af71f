using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests.Package;

/// <summary>
/// Applies the DPO's decisions to rows as they were found. What nobody decided stays as suggested: the subject's own and context are shown,
/// both's are withheld but for the subject's own words in them. What is withheld is never written.
/// </summary>
internal sealed class Releases
{
    private readonly Dictionary<(string, Verdict), FindingRelease> findings;
    private readonly Dictionary<(RowRef, string), string> redactions;
    private readonly Dictionary<(RowRef, string), OfField> whose = [];

    public Releases(SourceReview? review, WalkResult? found)
    {
        findings = (review?.Releases ?? []).ToDictionary(r => (r.Table, r.Verdict));
        redactions = (review?.Redactions ?? []).ToDictionary(r => (r.Row, r.Field), r => r.Shown);
        foreach (var finding in found?.Findings ?? [])
        {
            foreach (var (of, row) in finding.Of.SelectMany(of => of.Rows.Select(row => (of, row))))
            {
                whose[(new RowRef(finding.Table, row), of.Field)] = of;
            }
        }
    }

    public static Releases Of(RequestSource source, FileKey? key) => key is null
        ? new Releases(null, null)
        : new Releases(
            source.Review is null ? null : source.Open<SourceReview>(key, RequestSource.ReviewPlace, source.Review),
            source.ReadFound(key));

    /// <summary>False: the finding stays with the controller, but for fields decided apart.</summary>
    public bool Shows(string table, Verdict verdict) =>
        findings.TryGetValue((table, verdict), out var finding) ? finding.Decision == Release.Release : verdict != Verdict.Both;

    /// <summary>Why the DPO withholds a finding, in their words.</summary>
    public string? Why(string table, Verdict verdict) => findings.GetValueOrDefault((table, verdict))?.Reason;

    /// <summary>The categories of the subject's own that the DPO withholds, each with the reason in their words; without those of others and context.</summary>
    public IEnumerable<(string Category, string? Why)> Withheld(SourceMap? map) => findings.Values.Where(f => f.Verdict == Verdict.Subject).SelectMany(finding =>
        (map?.Find(finding.Table)?.Fields ?? []).Where(f => f.Personal).Select(field => (Field: field, Own: finding.Fields.FirstOrDefault(f => f.Field == field.Name)))
            .Where(f => (f.Own?.Decision ?? finding.Decision) == Release.Withhold)
            .Select(f => (f.Field.Category ?? f.Field.Identity ?? "", string.IsNullOrWhiteSpace(f.Own?.Reason) ? finding.Reason : f.Own!.Reason)));

    /// <summary>The row as it is handed over; null when nothing of it may be.</summary>
    public IReadOnlyList<FoundField>? Shown(FoundRow row)
    {
        var shown = row.Fields.Select(field => Shown(row, field)).ToList();
        return shown.Exists(f => !f.Withheld) ? shown : null;
    }

    private FoundField Shown(FoundRow row, FoundField field)
    {
        var place = new RowRef(row.Table, row.Key);
        var decided = findings.GetValueOrDefault((row.Table, row.Verdict))?.Fields.FirstOrDefault(f => f.Field == field.Name)?.Decision;
        var of = whose.GetValueOrDefault((place, field.Name));
        var withheld = decided is { } own
            ? own == Release.Withhold
            : of?.Owner switch
            {
                OfOwner.Another => true,
                OfOwner.Subject => row.Verdict == Verdict.Subject && !Shows(row.Table, row.Verdict),
                _ => !Shows(row.Table, row.Verdict),
            };
        return withheld ? field with { Value = of?.Shown, Withheld = true }
            : redactions.TryGetValue((place, field.Name), out var redacted) ? field with { Value = redacted, Withheld = false }
            : field with { Withheld = false };
    }
}
