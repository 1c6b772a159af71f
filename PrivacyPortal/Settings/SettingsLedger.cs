using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>
/// All revisions, and what follows from them at any instant. Of the revisions that have taken effect, the newest published governs each
/// slot: what somebody published last is not undone by what was scheduled before.
/// </summary>
public sealed class SettingsLedger
{
    private readonly IReadOnlyList<SettingsRevision> revisions;

    public SettingsLedger(IEnumerable<SettingsRevision> revisions) => this.revisions = [.. revisions.OrderBy(r => r.Number)];

    public IReadOnlyList<SettingsRevision> Revisions => revisions;

    /// <summary>The number of the newest revision; 0 when there is none.</summary>
    public int Latest => revisions.Count == 0 ? 0 : revisions[^1].Number;

    /// <summary>From this instant on the portal can say what was in force.</summary>
    public DateTimeOffset? Begins => revisions.Count == 0 ? null : revisions[0].PublishedAt;

    /// <summary>Everything that is published, also what takes effect later: what drafts are made on.</summary>
    public SettingsState Settled => AsOf(Latest);

    /// <summary>What was, is or will be in force at that instant, by what is published.</summary>
    public SettingsState At(DateTimeOffset instant) => Fold(revisions.Where(r => r.EffectiveAt <= instant));

    /// <summary>What the revision settled.</summary>
    public SettingsState AsOf(int number) => Fold(revisions.Where(r => r.Number <= number));

    /// <summary>Revisions that are published and do not govern yet.</summary>
    public IEnumerable<SettingsRevision> Scheduled(DateTimeOffset now) => revisions.Where(r => r.EffectiveAt > now);

    public SettingsLedger With(SettingsRevision revision) => new(revisions.Append(revision));

    /// <summary>
    /// Whether these changes, in effect from that instant on, would make anything looser in any scope at any later moment. Compared as set, not
    /// as applied: a helper that is loosened while its parent is off is a loosening too.
    /// </summary>
    public bool Loosens(IReadOnlyCollection<SettingChange> changes, DateTimeOffset effectiveAt)
    {
        var after = With(new SettingsRevision { Number = Latest + 1, EffectiveAt = effectiveAt, Changes = [.. changes] });
        var moments = revisions.Select(r => r.EffectiveAt).Where(at => at > effectiveAt).Prepend(effectiveAt).Distinct();
        return moments.Any(moment => IsLooser(At(moment), after.At(moment)));
    }

    /// <summary>
    /// Parts a draft: what may take effect at once, and what waits for the DPO's opinion. The first part as a whole loosens nothing; a change
    /// joins it only while that stays true, so that two changes which loosen only together wait.
    /// </summary>
    public (IReadOnlyList<SettingChange> AtOnce, IReadOnlyList<SettingChange> Waiting) Part(IEnumerable<SettingChange> changes, DateTimeOffset effectiveAt)
    {
        var (atOnce, waiting) = (new List<SettingChange>(), new List<SettingChange>());
        foreach (var change in changes)
        {
            (Loosens([.. atOnce, change], effectiveAt) ? waiting : atOnce).Add(change);
        }

        return (atOnce, waiting);
    }

    public static async Task<SettingsLedger> LoadAsync(PortalDbContext db, CancellationToken ct) =>
        new(await db.Set<SettingsRevision>().AsNoTracking().ToListAsync(ct));

    internal static bool IsLooser(SettingsState before, SettingsState after) => SettingCatalogue.All.Any(setting =>
        before.Sites.Select(site => (Guid?)site).Prepend(null)
            .Any(scope => !setting.AtLeastAsProtective(after.Resolve(setting, scope).AsSet, before.Resolve(setting, scope).AsSet)));

    private static SettingsState Fold(IEnumerable<SettingsRevision> revisions) =>
        revisions.Aggregate(SettingsState.Empty, (state, revision) => state.With(revision.Changes, revision.Number));
}
