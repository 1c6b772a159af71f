using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests.Package;

/// <summary>Applies the DPO's decisions to rows as they were found: what is withheld is never written, what is redacted is written as decided.</summary>
internal sealed class Releases
{
    private readonly Dictionary<(string, Verdict), FindingRelease> findings;
    private readonly Dictionary<(RowRef, string), string> redactions;

    public Releases(SourceReview? review)
    {
        findings = (review?.Releases ?? []).ToDictionary(r => (r.Table, r.Verdict));
        redactions = (review?.Redactions ?? []).ToDictionary(r => (r.Row, r.Field), r => r.Shown);
    }

    /// <summary>False: the whole finding stays with the controller.</summary>
    public bool Shows(string table, Verdict verdict) => !findings.TryGetValue((table, verdict), out var finding) || finding.Decision == Release.Release;

    public FoundField Shown(FoundRow row, FoundField field)
    {
        if (redactions.TryGetValue((new RowRef(row.Table, row.Key), field.Name), out var shown))
        {
            return field with { Value = shown, Withheld = false };
        }

        var decided = findings.GetValueOrDefault((row.Table, row.Verdict))?.Fields.FirstOrDefault(f => f.Field == field.Name);
        return decided?.Decision == Release.Withhold ? field with { Value = null, Withheld = true } : field;
    }
}
