using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>What happens to a row or field in an answer to the subject.</summary>
public enum Release
{
    Release,
    Withhold,
}

/// <summary>What the subject is shown, finding by finding; suggested from the map and the verdicts, decided by the DPO.</summary>
public sealed record AccessPlan(int MapVersion, IReadOnlyList<FindingRelease> Findings, IReadOnlyList<TextRedaction> Redactions)
{
    /// <summary>The subject's rows and the context are released; both's are withheld until the DPO decides, except the subject's own words in them.</summary>
    public static AccessPlan Suggest(WalkResult found) => new(
        found.MapVersion,
        [.. found.Findings.Select(f => new FindingRelease(f.Table, f.Verdict, f.Verdict == Verdict.Both ? Release.Withhold : Release.Release, null, []))],
        []);
}

/// <param name="Reason">Why it is withheld (third party, ground), in the DPO's words or null for the suggestion's own.</param>
public sealed record FindingRelease(string Table, Verdict Verdict, Release Decision, string? Reason, IReadOnlyList<FieldRelease> Fields);

/// <summary>A field decided apart from its finding.</summary>
public sealed record FieldRelease(string Field, Release Decision, string? Reason);

/// <summary>A passage of one row's text replaced before it is shown; the source is not changed.</summary>
public sealed record TextRedaction(RowRef Row, string Field, string Shown);

/// <summary>A row as it is read for the subject.</summary>
/// <param name="Fields">In the map's order; only those that may be shown.</param>
public sealed record FoundRow(string Table, Verdict Verdict, RowKey Key, IReadOnlyList<FoundField> Fields);

/// <param name="Value">In an answer, what is shown in place of a withheld value (a role), or null; for the DPO's review, the value itself.</param>
/// <param name="Withheld">True: another's, or not decided.</param>
public sealed record FoundField(string Name, [property: System.Text.Json.Serialization.JsonConverter(typeof(CellJson))] object? Value, bool Withheld = false);
