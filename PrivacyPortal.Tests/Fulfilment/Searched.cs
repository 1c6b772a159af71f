using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>Searches said shortly, and their results as texts to compare.</summary>
internal static class Searched
{
    public static WalkRequest Asking(string identities, params Tick[] ticks) =>
        new([.. identities.Split(", ").Select(i => new Identity(i.Split(':')[0], i.Split(':', 2)[1]))], ticks);

    public static Tick Ticked(string table, object key, TickAnswer answer) => new(new RowRef(table, new RowKey(key)), answer);

    public static async Task<WalkResult> SearchAsync(this TestSource file, SourceMap map, string identities, params Tick[] ticks) =>
        Erased.Kept(await new SourceFulfilment(file.Connector(), map).SearchAsync(Asking(identities, ticks), default));

    /// <summary><c>order 1 2 · Both address 4</c>: rows by table, the subject's without a word.</summary>
    public static string Text(this WalkResult result, bool context = false) => string.Join(" · ", result.Findings
        .Where(f => context || f.Verdict != Verdict.Context)
        .OrderBy(f => f.Verdict).ThenBy(f => f.Table, StringComparer.Ordinal)
        .Select(f => (f.Verdict == Verdict.Subject ? "" : f.Verdict + " ") + f.Table + " " + string.Join(' ', f.Rows.Select(r => r.ToString()).Order(StringComparer.Ordinal))));

    public static string Others(this WalkResult result) =>
        string.Join(" · ", result.ThirdParties.OrderBy(t => t.Table, StringComparer.Ordinal).Select(t => $"{t.Table} {t.Rows}"));
}
