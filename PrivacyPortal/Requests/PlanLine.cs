using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>What a plan does to one category of data, in a word.</summary>
public enum PlanAct
{
    Deleted,
    Cleared,
    Replaced,
    Kept,

    /// <summary>A keyed hash stands in its place: that is kept, not erased.</summary>
    Pseudonymised,

    /// <summary>It is another person's too.</summary>
    Left,
}

/// <summary>One line of a plan without any value or key: what is left of it for receipts and the archive once the findings' key is destroyed.</summary>
public sealed record PlanLine(string Table, string Title, string Category, PlanAct Act, int Rows, KeepGround? Ground = null, DateOnly? Until = null, string? Law = null)
{
    public bool Stays => Act is PlanAct.Kept or PlanAct.Pseudonymised or PlanAct.Left;

    /// <summary>The plan in lines, one per table, category and act.</summary>
    public static IReadOnlyList<PlanLine> Of(SourceMap map, ErasurePlan plan) =>
        [.. plan.Steps.SelectMany(step => map.Find(step.Table) is { } table ? Of(table, step) : [])
            .GroupBy(l => l with { Rows = 0 }).Select(g => g.Key with { Rows = g.Sum(l => l.Rows) })];

    private static IEnumerable<PlanLine> Of(TableMap table, ErasureStep step)
    {
        PlanLine Line(string category, PlanAct act) => new(table.Name, table.Title ?? table.Name, category, act, step.Rows.Count);
        var categories = table.Fields.Where(f => f.Personal).Select(f => f.Category ?? f.Identity ?? "").DefaultIfEmpty("").Distinct();
        IEnumerable<PlanLine> rows = step.Action switch
        {
            ErasureAction.Delete => categories.Select(c => Line(c, PlanAct.Deleted)),
            ErasureAction.Keep => categories.Select(c => Line(c, PlanAct.Kept) with { Ground = step.Why?.Ground, Until = step.Why?.Until, Law = step.Why?.Law }),
            ErasureAction.Leave => categories.Select(c => Line(c, PlanAct.Left)),
            ErasureAction.Shell or ErasureAction.Fields or ErasureAction.OfFields =>
                step.Changes.Where(c => c.Action != FieldErasure.Pseudonymise).Select(c => Line(CategoryOf(table, c.Field), c.Action == FieldErasure.Replace ? PlanAct.Replaced : PlanAct.Cleared)),
        };
        return rows.Concat(step.Kept.Select(k => Line(
            CategoryOf(table, k.Field), step.Changes.Any(c => c.Field == k.Field) ? PlanAct.Pseudonymised : PlanAct.Kept) with { Ground = k.Ground, Until = k.Until, Law = k.Law }));
    }

    private static string CategoryOf(TableMap table, string field) => table.Find(field) is { } f ? f.Category ?? f.Identity ?? "" : field;

    /// <summary>Kept without ground or end: a plan with such a line cannot be carried out.</summary>
    public bool IsIncomplete => Act is PlanAct.Kept or PlanAct.Pseudonymised && (Ground is null || Until is null);

    /// <summary>Why it stays, as a reason of the decision; null where it does not, or where nobody said on what ground.</summary>
    public DecisionReason? Reason() => !Stays || RefusedOn is not { } ground ? null : new DecisionReason(Category, ground, Law ?? Title, Until);

    private RefusalGround? RefusedOn => Act == PlanAct.Left ? RefusalGround.SharedWithOthers : Ground switch
    {
        KeepGround.FreedomOfExpression => RefusalGround.FreedomOfExpression,
        KeepGround.LegalObligation => RefusalGround.LegalObligation,
        KeepGround.PublicHealth => RefusalGround.PublicHealth,
        KeepGround.Archiving => RefusalGround.Archiving,
        KeepGround.LegalClaims => RefusalGround.LegalClaims,
        null => null,
    };
}
