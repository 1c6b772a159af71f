using PrivacyPortal.DataMap;

namespace PrivacyPortal.Requests;

/// <summary>
/// What an access answer must tell beside the data (art. 15(1) and (2)): purposes, legal basis, recipients by name (CJEU C-154/21), retention,
/// source, automated decisions, transfers. It comes from the data map; without it an access cannot be released.
/// </summary>
public static class Article15Gaps
{
    /// <summary>Tables of the findings whose facts are missing, as <c>source: table</c>; the source alone where nobody said where it is hosted.</summary>
    public static IReadOnlyList<string> Missing(IEnumerable<RequestSource> found, IReadOnlyList<RequestableSource> sources) =>
        [.. found.SelectMany(f => Missing(f, sources.FirstOrDefault(s => s.Id == f.SourceId)?.Map))];

    internal static bool Complete(IEnumerable<RequestSource> found, IReadOnlyList<RequestableSource> sources) => Missing(found, sources).Count == 0;

    private static IEnumerable<string> Missing(RequestSource found, SourceMap? map)
    {
        var tables = map is null ? [] : found.ReadSummary().Tables.Where(t => t.Verdict != Fulfilment.Verdict.Context).Select(t => map.Find(t.Table)).OfType<TableMap>().Distinct().ToList();
        return
        [
            .. tables.Count > 0 && string.IsNullOrEmpty(map!.HostingRegion) ? [found.SourceName] : (string[])[],
            .. tables.Where(t => Article15.Missing(t).Count > 0).Select(t => $"{found.SourceName}: {t.Title ?? t.Name}"),
        ];
    }
}
