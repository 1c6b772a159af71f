using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>What an erasure does to a source kept by hand, by category: its owner is asked for that and no more. Pure.</summary>
internal static class ManualPlan
{
    /// <param name="decisions">With everything that is held kept (<see cref="HeldPlan.Apply"/>).</param>
    public static IReadOnlyList<PlanLine> Lines(SourceMap map, IReadOnlyList<ErasureDecision> decisions, int records, DateOnly today)
    {
        if (records == 0 || map.Tables is not [var table, ..])
        {
            return [];
        }

        var decision = decisions.FirstOrDefault(d => d.Table == table.Name && d.Verdict == Verdict.Subject);
        var row = decision?.Row ?? table.OnErasure;
        var lines = table.Fields.Where(f => f.Personal).Select(field => row switch
        {
            RowErasure.Delete => Line(field, PlanAct.Deleted, null),
            RowErasure.Keep => Line(field, PlanAct.Kept, decision?.Keep ?? table.Keep),
            RowErasure.Fields => OfField(field, decision?.Fields.FirstOrDefault(f => f.Field == field.Name)),
        });
        return [.. lines.Distinct()];

        PlanLine OfField(FieldMap field, FieldDecision? decided) => (decided?.Action ?? field.OnErasure ?? FieldErasure.Clear) switch
        {
            FieldErasure.Clear => Line(field, PlanAct.Cleared, null),
            FieldErasure.Replace => Line(field, PlanAct.Replaced, null),
            FieldErasure.Keep => Line(field, PlanAct.Kept, decided?.Keep ?? field.Keep),
            FieldErasure.Pseudonymise => Line(field, PlanAct.Pseudonymised, decided?.Keep ?? field.Keep),
        };

        PlanLine Line(FieldMap field, PlanAct act, KeepRule? keep) => new(
            table.Name, table.Title ?? table.Name, field.Category ?? field.Identity ?? "", act, records, keep?.Ground,
            Until(keep), keep?.Law);

        DateOnly? Until(KeepRule? keep)
        {
            var term = keep?.Until ?? (keep?.Months is { } months ? today.AddMonths(months) : null);
            return keep?.AtLeast > term ? keep?.AtLeast : term;
        }
    }

    /// <summary>What stands in the way of it: no machine can try the rest.</summary>
    public static PreflightReport Try(IReadOnlyList<PlanLine> lines) =>
        new([], [.. lines.Where(l => l.IsIncomplete).Select(l => new PreflightFailure(PreflightCause.KeepIncomplete, l.Table, l.Rows)).Distinct()], []);

    /// <summary>Whether what was decided would erase what is to be kept by now.</summary>
    public static bool Breaks(IReadOnlyList<PlanLine> decided, IReadOnlyList<PlanLine> now) =>
        decided.Where(l => !l.Stays).Any(l => now.Any(n => n.Stays && n.Category == l.Category));
}
