using PrivacyPortal.DataMap;

namespace PrivacyPortal.Requests;

/// <summary>
/// What an access answer must tell beside the data (art. 15(1)): purposes, legal basis, recipients by name (CJEU C-154/21), retention. It comes
/// from the data map; without it an access cannot be released.
/// </summary>
public static class Article15Gaps
{
    /// <summary>Tables of the findings whose facts are missing, as <c>source: table</c>.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<RequestSource> found, IReadOnlyList<RequestableSource> sources) =>
        [.. found.SelectMany(f => Tables(f, sources).Where(t => Article15.Missing(t).Count > 0).Select(t => $"{f.SourceName}: {t.Title ?? t.Name}"))];

    internal static bool Complete(IEnumerable<RequestSource> found, IReadOnlyList<RequestableSource> sources) => Missing(found, sources).Count == 0;

    private static IEnumerable<TableMap> Tables(RequestSource found, IReadOnlyList<RequestableSource> sources)
    {
        var map = sources.FirstOrDefault(s => s.Id == found.SourceId)?.Map;
        var summary = System.Text.Json.JsonSerializer.Deserialize<SourceSummary>(found.Summary);
        return map is null || summary is null
            ? []
            : summary.Tables.Where(t => t.Verdict != Fulfilment.Verdict.Context).Select(t => map.Find(t.Table)).OfType<TableMap>().Distinct();
    }
}
