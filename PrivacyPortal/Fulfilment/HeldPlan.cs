using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>What legal holds mean for the decisions and the plan on one source. Pure.</summary>
public static class HeldPlan
{
    /// <summary>A hold adds to what the law or the DPO keeps and never shortens it: the later day counts, with the ground that reaches it.</summary>
    private static KeepRule Rule(LegalHold hold, KeepRule? kept = null) =>
        kept is { Months: not null, Until: null } || kept?.Until > hold.ReviewOn ? kept with { AtLeast = hold.ReviewOn } : new(KeepGround.LegalClaims, hold.ReviewOn);

    /// <summary>
    /// The decisions, with everything that is held kept under article 17(3)(e). A table that is held whole is kept whole; of another only the
    /// held fields are, which means that its rows stay.
    /// </summary>
    public static IReadOnlyList<ErasureDecision> Apply(
        SourceMap map, IEnumerable<Finding> findings, IReadOnlyList<ErasureDecision> decisions, IReadOnlyCollection<LegalHold> holds)
    {
        if (holds.Count == 0)
        {
            return decisions;
        }

        var result = decisions.ToList();
        foreach (var finding in findings.Where(f => f.Verdict != Verdict.Context))
        {
            if (map.Find(finding.Table) is not { } table || Held(table, holds) is not { Count: > 0 } held)
            {
                continue;
            }

            var at = result.FindIndex(d => d.Table == finding.Table && d.Verdict == finding.Verdict);
            var decision = at < 0 ? new ErasureDecision(finding.Table, finding.Verdict, null, null, []) : result[at];
            var kept = Keep(table, decision, held);
            if (at < 0)
            {
                result.Add(kept);
            }
            else
            {
                result[at] = kept;
            }
        }

        return result;
    }

    /// <summary>The holds that keep something of what was found; of a person who has nothing of the held category, that hold keeps nothing.</summary>
    public static IEnumerable<LegalHold> Keeping(SourceMap map, IReadOnlyList<Finding> findings, IReadOnlyCollection<LegalHold> holds)
    {
        var tables = findings.Where(f => f.Verdict != Verdict.Context).Select(f => map.Find(f.Table)).OfType<TableMap>().Distinct().ToList();
        return holds.Where(hold => tables.Exists(table => Held(table, [hold]).Count > 0));
    }

    /// <summary>Whether the plan would erase anything that is held.</summary>
    public static bool Breaks(SourceMap map, ErasurePlan plan, IReadOnlyCollection<LegalHold> holds) =>
        holds.Count > 0 && plan.Steps.Any(step => map.Find(step.Table) is { } table && Held(table, holds) is var held && Writes(step).Any(held.ContainsKey));

    private static IEnumerable<string> Writes(ErasureStep step) => step.Action switch
    {
        ErasureAction.Delete => [Row, .. step.Changes.Select(c => c.Field)],
        ErasureAction.Shell or ErasureAction.Fields or ErasureAction.OfFields => step.Changes.Select(c => c.Field),
        ErasureAction.Keep or ErasureAction.Leave => [],
    };

    // Stands for the row itself in the list of what is held.
    private const string Row = "";

    private static Dictionary<string, LegalHold> Held(TableMap table, IReadOnlyCollection<LegalHold> holds)
    {
        var held = new Dictionary<string, LegalHold>();
        foreach (var hold in holds)
        {
            foreach (var field in table.Fields.Where(f => f.Personal && hold.Covers(f)))
            {
                held[field.Name] = hold;
            }

            if (hold.Scope != HoldScope.Category || held.Count > 0)
            {
                held.TryAdd(Row, hold);
            }
        }

        return held;
    }

    private static ErasureDecision Keep(TableMap table, ErasureDecision decision, Dictionary<string, LegalHold> held)
    {
        if (held[Row].Scope != HoldScope.Category || decision.Row == RowErasure.Keep)
        {
            // The map's own term counts where the map keeps the row too.
            var kept = decision.Row == RowErasure.Keep ? decision.Keep ?? table.Keep : decision.Row is null && table.OnErasure == RowErasure.Keep ? table.Keep : null;
            return decision with { Row = RowErasure.Keep, Keep = Rule(held[Row], kept), Fields = [], OfFields = false };
        }

        if (decision.Row is null && table.OnErasure == RowErasure.Keep)
        {
            return decision with { Row = RowErasure.Keep, Keep = Rule(held[Row], table.Keep), Fields = [] };
        }

        var fields = decision.Fields.Where(f => !held.ContainsKey(f.Field))
            .Concat(held.Where(h => h.Key != Row).Select(h => new FieldDecision(h.Key, FieldErasure.Keep, Keep: Rule(h.Value, Kept(h.Key)))));
        return decision with { Row = RowErasure.Fields, Fields = [.. fields] };

        KeepRule? Kept(string name) =>
            decision.Fields.FirstOrDefault(f => f.Field == name) is { } decided ? decided.Keep
            : table.Find(name) is { OnErasure: FieldErasure.Keep or FieldErasure.Pseudonymise } field ? field.Keep
            : null;
    }
}
