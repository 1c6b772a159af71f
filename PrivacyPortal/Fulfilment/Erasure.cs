using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>One erasure in one source: plan, dry run, execution, resumption.</summary>
internal sealed class Erasure(SourceMap map, byte[]? pseudonymKey)
{
    public async Task<(Walk Walk, WalkResult Found, ErasurePlan Plan)> PlanAsync(
        ISourceReader reader, WalkRequest request, IReadOnlyList<ErasureDecision> decisions, DateOnly on, CancellationToken cancellationToken)
    {
        var walk = await Walk.RunAsync(map, reader, request, withContext: false, cancellationToken);
        var found = await walk.ResultAsync(cancellationToken);
        return (walk, found, await new ErasurePlanner(walk, reader, decisions, on, pseudonymKey).PlanAsync(found, cancellationToken));
    }

    /// <summary>Carries the order out up to the point of commit. The walk returned is that of before.</summary>
    public async Task<(Trial Trial, Walk Walk)> TryAsync(ISourceTransaction transaction, ErasureOrder order, CancellationToken cancellationToken)
    {
        var (walk, obstacles) = await ObstaclesAsync(transaction, order, cancellationToken);
        return (await TryAsync(transaction, order, obstacles, cancellationToken), walk);
    }

    /// <summary>The same where what forbids it is known already.</summary>
    public async Task<Trial> TryAsync(ISourceTransaction transaction, ErasureOrder order, IReadOnlyList<PreflightFailure> obstacles, CancellationToken cancellationToken)
    {
        var trial = new Trial(transaction);
        trial.Fail(obstacles);
        if (trial.Failed)
            return trial;

        await trial.ApplyAsync(PlannedChange.Of(order.Plan), cancellationToken);
        if (!trial.Failed)
        {
            foreach (var residue in (await ResidueAsync(transaction, order, cancellationToken)).GroupBy(r => r.Table))
                trial.Fail(PreflightCause.Residue, residue.Key, residue.Count());
        }

        return trial;
    }

    /// <summary>
    /// The same after a commit that ended in the middle, where there is no transaction. What is gone is taken for erased; what is left must be
    /// planned, as it was planned, and still the subject's.
    /// </summary>
    public async Task<(Trial Trial, Walk Walk)> TryRestAsync(ISourceTransaction transaction, ErasureOrder order, CancellationToken cancellationToken)
    {
        var trial = new Trial(transaction);
        var (walk, found, again) = await PlanAsync(transaction, order.Request, order.Decisions, order.On, cancellationToken);
        trial.Fail(Bound(transaction, order, found));
        trial.Fail(PlanDifference.Beyond(order.Plan, again).Select(t => new PreflightFailure(PreflightCause.DataChanged, t)));
        var deleted = PlannedChange.Of(order.Plan).Where(c => c.Set is null).Select(c => (c.Table, (IReadOnlyCollection<RowKey>)c.Rows));
        foreach (var others in (await walk.ClaimsAsync(deleted, cancellationToken)).Where(c => (c.Value & Claim.Subject) == 0).GroupBy(c => c.Key.Table))
            trial.Fail(PreflightCause.DataChanged, others.Key, others.Count());

        if (!trial.Failed)
            await trial.ApplyAsync(PlannedChange.Of(order.Plan), cancellationToken);
        return (trial, walk);
    }

    /// <summary>What forbids the order before anything is tried: the map or the data are no longer those that were decided on, or the decision is not complete.</summary>
    public async Task<(Walk Walk, IReadOnlyList<PreflightFailure> Obstacles)> ObstaclesAsync(ISourceReader reader, ErasureOrder order, CancellationToken cancellationToken)
    {
        var (walk, found, again) = await PlanAsync(reader, order.Request, order.Decisions, order.On, cancellationToken);
        var obstacles = Obstacles(reader, order, found);
        obstacles.AddRange(PlanDifference.Tables(order.Plan, again).Select(t => new PreflightFailure(PreflightCause.DataChanged, t)));
        return (walk, obstacles);
    }

    /// <summary>What forbids an order whose plan was just made.</summary>
    public List<PreflightFailure> Obstacles(ISourceReader reader, ErasureOrder order, WalkResult found) =>
        [.. Bound(reader, order, found), .. order.Plan.Steps.Where(Incomplete).Select(s => new PreflightFailure(PreflightCause.KeepIncomplete, s.Table, s.Rows.Count))];

    /// <summary>The order is bound to its map, the map to its schema, and every doubt must have been answered.</summary>
    private List<PreflightFailure> Bound(ISourceReader reader, ErasureOrder order, WalkResult found)
    {
        var obstacles = new List<PreflightFailure>();
        if (order.Plan.MapVersion != map.Version)
            obstacles.Add(new PreflightFailure(PreflightCause.MapChanged, null));
        if (map.SchemaFingerprint.Length > 0 && map.SchemaFingerprint != reader.Schema.Fingerprint())
            obstacles.Add(new PreflightFailure(PreflightCause.SchemaDrifted, null));
        obstacles.AddRange(found.Ambiguities.GroupBy(a => a.Row.Table).Select(g => new PreflightFailure(PreflightCause.Ambiguous, g.Key, g.Count())));
        return obstacles;
    }

    /// <summary>The same search again: what it finds of the subject beyond what the plan leaves them with.</summary>
    public async Task<IReadOnlyList<RowRef>> ResidueAsync(ISourceReader reader, ErasureOrder order, CancellationToken cancellationToken) =>
        Residue(await Walk.RunAsync(map, reader, order.Request, withContext: false, cancellationToken), order);

    /// <inheritdoc cref="ResidueAsync"/>
    public IReadOnlyList<RowRef> Residue(Walk walk, ErasureOrder order)
    {
        var staying = order.Plan.Steps.Where(s => s.Action != ErasureAction.Delete).SelectMany(s => s.Rows.Select(r => new RowRef(s.Table, r))).ToHashSet();
        // A row that stays may be found again only because an identity was kept on purpose; else it ought to be nobody's to find.
        var identityKept = order.Plan.Steps.Any(s => s.Action switch
        {
            ErasureAction.Keep => HasIdentity(s.Table, _ => true),
            ErasureAction.Shell or ErasureAction.Fields => HasIdentity(s.Table, f => s.Kept.Any(k => k.Field == f)),
            ErasureAction.Delete or ErasureAction.OfFields or ErasureAction.Leave => false,
        });
        return [.. walk.Taken.Where(r => r.Verdict == Verdict.Subject && !(identityKept && staying.Contains(r.Ref))).Select(r => r.Ref)];
    }

    /// <summary>
    /// Whether nothing of the order is done: every deletion is still there, or the same plan would be made again. What changed otherwise
    /// meanwhile is for the execution to find.
    /// </summary>
    public async Task<bool> UntouchedAsync(
        ISourceReader reader, ErasureOrder order, IReadOnlyList<PlannedChange> deletions, Func<PlannedChange, int> remaining, CancellationToken cancellationToken)
    {
        if (deletions.Count > 0 && deletions.All(d => remaining(d) == d.Rows.Count))
            return true;
        var (_, _, again) = await PlanAsync(reader, order.Request, order.Decisions, order.On, cancellationToken);
        return PlanDifference.Tables(order.Plan, again).Count == 0;
    }

    private bool HasIdentity(string table, Func<string, bool> field) => map.Find(table)?.Fields.Any(f => f is { Identity: not null, Of: null } && field(f.Name)) == true;

    private static bool Incomplete(ErasureStep step) =>
        step.Kept.Any(k => k.Ground is null || k.Until is null) || (step.Action == ErasureAction.Keep && (step.Why?.Ground is null || step.Why.Until is null));
}

/// <summary>Where two plans for the same order differ: the data changed between them.</summary>
internal static class PlanDifference
{
    public static IReadOnlyList<string> Tables(ErasurePlan one, ErasurePlan other)
    {
        var (a, b) = (Lines(one), Lines(other));
        return [.. a.Keys.Union(b.Keys).Where(l => !Rows(a, l).SetEquals(Rows(b, l))).Select(l => l.Table).Distinct()];
    }

    /// <summary>Where <paramref name="again"/> has what <paramref name="plan"/> has not.</summary>
    public static IReadOnlyList<string> Beyond(ErasurePlan plan, ErasurePlan again) => Lines(plan) is var planned ? [.. Lines(again).Where(l => !l.Value.IsSubsetOf(Rows(planned, l.Key))).Select(l => l.Key.Table).Distinct()] : [];

    /// <summary>The rows of each thing that a plan does.</summary>
    private static Dictionary<(string Table, Verdict? Verdict, ErasureAction Action, string Changes), HashSet<RowKey>> Lines(ErasurePlan plan) =>
        plan.Steps.GroupBy(s => (s.Table, s.Verdict, s.Action, string.Join('\n', s.Changes.Select(c => c.Field + "=" + CellText.Of(c.Value)))))
            .ToDictionary(g => g.Key, g => g.SelectMany(s => s.Rows).ToHashSet());

    private static HashSet<RowKey> Rows<T>(Dictionary<T, HashSet<RowKey>> lines, T line)
        where T : notnull => lines.GetValueOrDefault(line) ?? [];
}
