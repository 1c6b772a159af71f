using System.Runtime.CompilerServices;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// The one door to the fulfilment of requests in one source: search, read, plan, dry run, execute, resume, verify. It keeps nothing between
/// calls; what it returns is plain data for its caller to keep. A source that does not answer is a <see cref="SourceException"/>, never "no data".
/// </summary>
/// <param name="pseudonymKey">The key of pseudonyms, for maps that ask for them.</param>
/// <param name="mayCommit">
/// Asked when everything is changed and nothing committed. False: another attempt has taken over, and everything stays as it was. Who asks
/// later than the other's first read holds the source's own locks on what it changed, so that never both commit.
/// </param>
public sealed class SourceFulfilment(IConnector connector, SourceMap map, byte[]? pseudonymKey = null, Func<CancellationToken, Task<bool>>? mayCommit = null)
{
    private readonly Erasure erasure = new(map, pseudonymKey);
    private readonly Rectification rectification = new(map);

    /// <summary>Finds what the source holds of the subject. Reads keys and links only.</summary>
    public async Task<WalkResult> SearchAsync(WalkRequest request, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        var walk = await Walk.RunAsync(map, reader, request, withContext: true, cancellationToken);
        return await walk.ResultAsync(cancellationToken);
    }

    /// <summary>The same, and streams the rows found for the DPO's review as they were when it was judged whose they are.</summary>
    public async Task<WalkResult> SearchAsync(WalkRequest request, Func<IAsyncEnumerable<FoundRow>, Task> keep, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        var walk = await Walk.RunAsync(map, reader, request, withContext: true, cancellationToken);
        var found = await walk.ResultAsync(cancellationToken);
        await keep(new FoundRows(map, reader).ReadAsync(found, plan: null, cancellationToken));
        return found;
    }

    /// <summary>Streams the rows found.</summary>
    /// <param name="plan">What the subject is shown; null: for the DPO's review, where every value is there and what would be withheld is marked.</param>
    public async IAsyncEnumerable<FoundRow> ReadAsync(WalkResult found, AccessPlan? plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        await foreach (var row in new FoundRows(map, reader).ReadAsync(found, plan, cancellationToken))
            yield return row;
    }

    /// <summary>The plan of an erasure: what becomes of every row found, by the map and by what the DPO decided otherwise.</summary>
    /// <param name="on">The day from which terms count where no date in the rows does.</param>
    public async Task<ErasurePlan> PlanErasureAsync(WalkRequest request, IReadOnlyList<ErasureDecision> decisions, DateOnly on, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        return (await erasure.PlanAsync(reader, request, decisions, on, cancellationToken)).Plan;
    }

    /// <summary>
    /// Makes the plan of an erasure (<see cref="PlanErasureAsync"/>) and carries it out in a transaction that is rolled back: what it would change and
    /// what would fail, on the very rows that the plan was made of.
    /// </summary>
    public async Task<(ErasureOrder Order, PreflightReport Report)> PreflightErasureAsync(
        WalkRequest request, IReadOnlyList<ErasureDecision> decisions, DateOnly on, CancellationToken cancellationToken)
    {
        ErasureOrder? order = null;
        var report = await RehearseAsync(request, async transaction =>
        {
            var (walk, found, plan) = await erasure.PlanAsync(transaction, request, decisions, on, cancellationToken);
            order = new ErasureOrder(request, decisions, on, plan);
            return (await erasure.TryAsync(transaction, order, erasure.Obstacles(transaction, order, found), cancellationToken), walk);
        }, cancellationToken);

        // Of a source that cannot be written the plan is made all the same, and where it changes nothing, nothing is refused.
        order ??= new ErasureOrder(request, decisions, on, await PlanErasureAsync(request, decisions, on, cancellationToken));
        return (order, ChangesNothing(order) ? new PreflightReport([], await ObstaclesAsync(order, cancellationToken), []) : report);
    }

    /// <summary>The plan of a rectification: each correction as it was decided, each statement with the place that the map has for it.</summary>
    /// <param name="mapVersion">Of the map that the search was made by.</param>
    /// <param name="mark">What tells a statement's origin in the source, such as the reference of the request.</param>
    public async Task<RectificationPlan> PlanRectificationAsync(
        int mapVersion, IReadOnlyList<Correction> corrections, IReadOnlyList<SupplementaryStatement> statements, string mark, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        return await rectification.PlanAsync(reader, mapVersion, corrections, statements, mark, cancellationToken);
    }

    /// <summary>Carries the rectification out in a transaction that is rolled back, and tells what it would change and what would fail.</summary>
    public async Task<PreflightReport> PreflightAsync(RectificationOrder order, CancellationToken cancellationToken)
    {
        var report = ChangesNothing(order)
            ? new PreflightReport([], await ObstaclesAsync(order, cancellationToken), [])
            : await RehearseAsync(order.Request, transaction => rectification.TryAsync(transaction, order, cancellationToken), cancellationToken);
        return report with { ByHand = order.Plan.Statements.Count(s => s.Column is null) };
    }

    /// <summary>Erases in one transaction, exactly as the preflight saw it; otherwise everything stays as it was.</summary>
    public async Task<ExecutionResult> ExecuteAsync(ErasureOrder order, PreflightReport preflight, CancellationToken cancellationToken)
    {
        if (ChangesNothing(order))
            return Unchanged(await ObstaclesAsync(order, cancellationToken));

        var result = await CommitAsync(order.Request, transaction => erasure.TryAsync(transaction, order, cancellationToken), preflight, cancellationToken);
        return result.Outcome == ExecutionOutcome.Done ? result with { Tidy = await TidyAsync(vacuum: false, cancellationToken) } : result;
    }

    /// <summary>Corrects in one transaction, exactly as the preflight saw it; otherwise everything stays as it was.</summary>
    public async Task<ExecutionResult> ExecuteAsync(RectificationOrder order, PreflightReport preflight, CancellationToken cancellationToken) => ChangesNothing(order)
        ? Unchanged(await ObstaclesAsync(order, cancellationToken))
        : await CommitAsync(order.Request, transaction => rectification.TryAsync(transaction, order, cancellationToken), preflight, cancellationToken);

    /// <summary>After a process that ended while executing: tells whether it was done, executes if nothing was, and leaves anything else to a person.</summary>
    public Task<ExecutionResult> ResumeAsync(ErasureOrder order, PreflightReport preflight, CancellationToken cancellationToken) => ChangesNothing(order)
        ? ExecuteAsync(order, preflight, cancellationToken)
        : TwiceAsync(() => ResumeOnceAsync(order, preflight, cancellationToken));

    /// <inheritdoc cref="ResumeAsync(ErasureOrder, PreflightReport, CancellationToken)"/>
    public Task<ExecutionResult> ResumeAsync(RectificationOrder order, PreflightReport preflight, CancellationToken cancellationToken) =>
        TwiceAsync(() => ResumeOnceAsync(order, preflight, cancellationToken));

    /// <summary>
    /// What changed between the look at the source and the attempt may be the work of the attempt before, which was slow and not dead: the
    /// second look tells.
    /// </summary>
    private static async Task<ExecutionResult> TwiceAsync(Func<Task<ExecutionResult>> resume) =>
        await resume() is { Outcome: not ExecutionOutcome.DataChanged } result ? result : await resume();

    private async Task<ExecutionResult> ResumeOnceAsync(ErasureOrder order, PreflightReport preflight, CancellationToken cancellationToken)
    {
        var planned = PlannedChange.Of(order.Plan);
        Progress progress;
        await using (var reader = await connector.OpenAsync(cancellationToken))
        {
            // A source may give a deleted row's number to the next one: a planned key remains only where the row is still the subject's.
            var residue = (await erasure.ResidueAsync(reader, order, cancellationToken)).ToHashSet();
            int Remaining(PlannedChange change) => change.Rows.Count(r => residue.Contains(new RowRef(change.Table, r)));
            progress = await Progress.ReadAsync(reader, planned, Remaining, () => erasure.UntouchedAsync(reader, order, [.. planned.Where(c => c.Set is null)], Remaining, cancellationToken), cancellationToken);
        }

        // Without a transaction some may be done and some not: the rest is done, as long as what is left is still what was decided on.
        if (!connector.Transactional && progress.State != ProgressState.Untouched)
            return HalfWay(await CommitAsync(order.Request, transaction => erasure.TryRestAsync(transaction, order, cancellationToken), preflight, cancellationToken));
        return progress.State switch
        {
            ProgressState.AsPlanned => new ExecutionResult(ExecutionOutcome.DoneBefore, preflight.Changes, [], await TidyAsync(vacuum: false, cancellationToken)),
            ProgressState.Untouched => await ExecuteAsync(order, preflight, cancellationToken),
            ProgressState.Mixed => new ExecutionResult(ExecutionOutcome.Mixed, [], progress.Failures, null),
        };
    }

    private async Task<ExecutionResult> ResumeOnceAsync(RectificationOrder order, PreflightReport preflight, CancellationToken cancellationToken)
    {
        Progress progress;
        await using (var reader = await connector.OpenAsync(cancellationToken))
            progress = await Progress.ReadAsync(reader, PlannedChange.Of(order.Plan), _ => 0, () => Rectification.UntouchedAsync(reader, order.Plan, cancellationToken), cancellationToken);
        if (!connector.Transactional && progress.State == ProgressState.Mixed)
            return HalfWay(await CommitAsync(order.Request, transaction => rectification.TryAsync(transaction, order, cancellationToken, resumed: true), preflight, cancellationToken));
        return progress.State switch
        {
            ProgressState.AsPlanned => new ExecutionResult(ExecutionOutcome.DoneBefore, preflight.Changes, [], null),
            ProgressState.Untouched => await ExecuteAsync(order, preflight, cancellationToken),
            ProgressState.Mixed => new ExecutionResult(ExecutionOutcome.Mixed, [], progress.Failures, null),
        };
    }

    /// <summary>Proves the erasure: the same search, every planned key, and the identity's values in text.</summary>
    /// <param name="wholeText">Also seeks the values in every text column of the map; see <see cref="TextSearchCostAsync"/>.</param>
    public async Task<VerificationReport> VerifyAsync(ErasureOrder order, bool wholeText, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        var residue = await Verification.ResidueAsync(map, erasure, reader, order, cancellationToken);
        var sightings = new Sightings(map, reader, order.Request.Identities);
        var seen = await sightings.InStayingRowsAsync(order.Plan, cancellationToken);
        if (wholeText)
            seen.AddRange(await sightings.InWholeColumnsAsync(order.Plan, cancellationToken));
        return new VerificationReport(residue, seen, sightings.RowsRead, PlannedChange.Of(order.Plan).Sum(c => (long)c.Rows.Count)) { Unsought = wholeText ? sightings.Unsought() : [] };
    }

    /// <summary>Proves the rectification: every corrected field holds what was planned.</summary>
    public async Task<VerificationReport> VerifyAsync(RectificationOrder order, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        return new VerificationReport(await Verification.CorrectedAsync(reader, PlannedChange.Of(order.Plan), cancellationToken), [], 0, order.Plan.Writes.Count);
    }

    /// <summary>What a search of whole text columns would read.</summary>
    public async Task<TextSearchCost> TextSearchCostAsync(CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        return await Sightings.CostAsync(map, reader, cancellationToken);
    }

    /// <summary>Makes sure that erased values are not left in the source's own files; what could not be done is told, and fails nothing.</summary>
    public async Task<TidyReport> TidyAsync(bool vacuum, CancellationToken cancellationToken)
    {
        try
        {
            return await connector.TidyAsync(vacuum, cancellationToken);
        }
        catch (SourceException)
        {
            // What was erased is committed: a failure here must not make the step look undone.
            return new TidyReport(LogBusy: true, FreePages: 0, Vacuumed: false);
        }
    }

    /// <summary>What cannot be brought to its end after some of it was done is no roll-back.</summary>
    private static ExecutionResult HalfWay(ExecutionResult result) =>
        result.Outcome is ExecutionOutcome.DataChanged or ExecutionOutcome.Refused ? result with { Outcome = ExecutionOutcome.Mixed } : result;

    /// <summary>Where nothing was found, or all of it is kept, a source that may only be read refuses nothing.</summary>
    private static bool ChangesNothing(ErasureOrder order) => PlannedChange.Of(order.Plan).Count == 0;

    /// <inheritdoc cref="ChangesNothing(ErasureOrder)"/>
    private static bool ChangesNothing(RectificationOrder order) => PlannedChange.Of(order.Plan).Count == 0;

    private static ExecutionResult Unchanged(IReadOnlyList<PreflightFailure> obstacles) =>
        new(obstacles.Count == 0 ? ExecutionOutcome.Done : ExecutionOutcome.DataChanged, [], obstacles, null);

    /// <summary>One change at a time for a subject, whoever runs it: a node that was taken for dead must not meet its successor half way.</summary>
    private static string WorkOn(WalkRequest request) => string.Join('\n', request.Identities.Select(i => i.Kind + ":" + i.Value).Order(StringComparer.Ordinal));

    private async Task<IReadOnlyList<PreflightFailure>> ObstaclesAsync(ErasureOrder order, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        return (await erasure.ObstaclesAsync(reader, order, cancellationToken)).Obstacles;
    }

    private async Task<IReadOnlyList<PreflightFailure>> ObstaclesAsync(RectificationOrder order, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        return (await rectification.ObstaclesAsync(reader, order, cancellationToken)).Obstacles;
    }

    private async Task<PreflightReport> RehearseAsync(WalkRequest request, Func<ISourceTransaction, Task<(Trial Trial, Walk Walk)>> attempt, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await connector.BeginAsync(WorkOn(request), cancellationToken);
            var (trial, walk) = await attempt(transaction);
            await trial.RollBackAsync(walk, cancellationToken);
            return trial.Report() with { OneByOne = !connector.Transactional };
        }
        catch (SourceException e) when (e.Failure is SourceFailure.ReadOnly or SourceFailure.PermissionDenied or SourceFailure.SchemaChanged or SourceFailure.NotOffered)
        {
            return new PreflightReport([], [new PreflightFailure(PreflightCause.Source, e.Subject, Source: e.Failure)], []);
        }
    }

    private async Task<ExecutionResult> CommitAsync(WalkRequest request, Func<ISourceTransaction, Task<(Trial Trial, Walk Walk)>> attempt, PreflightReport preflight, CancellationToken cancellationToken)
    {
        if (!preflight.Passed)
            return new ExecutionResult(ExecutionOutcome.Refused, [], preflight.Failures, null);
        await using var transaction = await connector.BeginAsync(WorkOn(request), cancellationToken);
        var (trial, _) = await attempt(transaction);
        await trial.CountEffectsAsync(cancellationToken);
        var report = trial.Report();
        if (report.Failures.Any(f => f.Cause is PreflightCause.DataChanged or PreflightCause.MapChanged or PreflightCause.SchemaDrifted or PreflightCause.Ambiguous))
            return new ExecutionResult(ExecutionOutcome.DataChanged, [], report.Failures, null);
        if (!report.Passed)
            return new ExecutionResult(ExecutionOutcome.Refused, [], report.Failures, null);
        if (!report.Changes.ToHashSet().SetEquals(preflight.Changes) || !report.Effects.ToHashSet().SetEquals(preflight.Effects))
            return new ExecutionResult(ExecutionOutcome.DataChanged, [], [new PreflightFailure(PreflightCause.DataChanged, null)], null);
        if (mayCommit is not null && !await mayCommit(cancellationToken))
            throw new OperationCanceledException("Another attempt has taken the step over.");
        FaultPoint.Pass("committing");
        await transaction.CommitAsync(cancellationToken);
        FaultPoint.Pass("committed");
        return new ExecutionResult(ExecutionOutcome.Done, report.Changes, [], null) { Calls = transaction.Calls };
    }
}
