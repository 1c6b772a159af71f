using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// Carries a plan out inside a transaction and looks at what came of it, without ending the transaction: a preflight rolls it back, an
/// execution commits it if nothing failed. So both see the very same thing.
/// </summary>
internal sealed class Trial(ISourceTransaction transaction)
{
    private readonly List<TableChange> changes = [];
    private readonly List<PreflightFailure> failures = [];
    private readonly List<SideEffect> effects = [];

    public bool Failed => failures.Count > 0;

    public void Fail(PreflightCause cause, string? table, int rows = 0) => failures.Add(new PreflightFailure(cause, table, rows));

    public void Fail(IEnumerable<PreflightFailure> obstacles) => failures.AddRange(obstacles);

    public PreflightReport Report() => new(
        [.. changes.GroupBy(c => (c.Table, c.Action)).Select(g => new TableChange(g.Key.Table, g.Key.Action, g.Sum(c => c.Rows)))],
        [.. failures],
        [.. effects]);

    /// <summary>Applies every change, each refusal being told with the others, and reads every planned row again.</summary>
    public async Task ApplyAsync(IReadOnlyList<PlannedChange> planned, CancellationToken cancellationToken)
    {
        var applied = await transaction.ApplyAsync([.. planned.Select(p => p.Change)], cancellationToken);
        foreach (var (change, (rows, refused)) in planned.Zip(applied))
        {
            if (refused is not null)
            {
                failures.Add(new PreflightFailure(PreflightCause.Refused, refused.Table, refused.Rows ?? 0, refused));
                continue;
            }

            // A cascade within the deletions may have taken some before their turn: that they are gone is read below.
            if (change.Set is not null && rows != change.Rows.Count)
                Fail(PreflightCause.DataChanged, change.Table, change.Rows.Count - rows);
            changes.Add(new TableChange(change.Table, change.Action, change.Rows.Count));
        }

        if (Failed)
            return;
        foreach (var pending in await transaction.PendingFailuresAsync(cancellationToken))
            failures.Add(new PreflightFailure(PreflightCause.Refused, pending.Table, pending.Rows ?? 0, pending));
        foreach (var (change, now) in planned.Zip(await PlannedRows.ReadAsync(transaction, planned, cancellationToken)))
        {
            if (now.NotAsPlanned > 0)
                Fail(PreflightCause.Residue, change.Table, now.NotAsPlanned);
        }
    }

    /// <summary>Counts what triggers and cascades did beside the plan; asked before a commit, when every row was judged by the preflight.</summary>
    public async Task CountEffectsAsync(CancellationToken cancellationToken) =>
        AddEffects(await transaction.EffectsAsync(cancellationToken));

    /// <summary>Rolls back and judges the rows that triggers and cascades touched: of another's or both's nothing may be written.</summary>
    public async Task RollBackAsync(Walk walk, CancellationToken cancellationToken)
    {
        await transaction.RollBackAsync(cancellationToken);
        var harmless = new List<RowEffect>();
        var tables = (await transaction.EffectsAsync(cancellationToken)).GroupBy(e => e.Table).ToList();
        var claims = await walk.ClaimsAsync(
            tables.Select(t => (t.Key, (IReadOnlyCollection<RowKey>)[.. t.Where(e => e.Key is not null).Select(e => e.Key!.Value).Distinct()])), cancellationToken);
        foreach (var table in tables)
        {
            // What is inserted over a row that was there (INSERT OR REPLACE) writes that row.
            bool Harms(RowEffect effect) => effect.Key is { } key
                ? !claims.TryGetValue(new RowRef(effect.Table, key), out var claim) || claim is not (Claim.None or Claim.Subject)
                : effect.Kind != EffectKind.Inserted;
            if (table.Count(Harms) is > 0 and var rows)
                Fail(PreflightCause.OthersRows, table.Key, rows);
            harmless.AddRange(table.Where(e => !Harms(e)));
        }

        AddEffects(harmless);
    }

    private void AddEffects(IEnumerable<RowEffect> told) =>
        effects.AddRange(told.GroupBy(e => (e.Table, e.Kind)).Select(g => new SideEffect(g.Key.Table, g.Key.Kind, g.Count())).OrderBy(e => e.Table, StringComparer.Ordinal).ThenBy(e => e.Kind));
}
