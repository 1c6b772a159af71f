using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>Why a setting cannot be changed where one is looking.</summary>
public enum Unchangeable
{
    FixedByLaw,
    LockedByOrganisation,
    WholeCompany,

    /// <summary>What it needs is not there.</summary>
    NeedUnmet,
}

/// <summary>One setting as the page shows it in one scope: what holds now, what is drafted, and what stands in the way. Worked out, not kept.</summary>
/// <param name="Now">What is in force.</param>
/// <param name="Then">What would be, once the draft were.</param>
/// <param name="Own">What the draft leaves in the scope's own slot; null where it inherits.</param>
/// <param name="Change">The draft's change here.</param>
/// <param name="Loosens">The change waits for the DPO's opinion.</param>
/// <param name="Scheduled">What is published for later, in this slot.</param>
/// <param name="Pending">A proposal on this slot waits.</param>
public sealed record SettingView(
    Setting Setting, SettingsScope Scope, InForce Now, InForce Then, SettingValue? Own, SettingChange? Change, bool Loosens,
    (DateTimeOffset At, SettingValue? To)? Scheduled, bool Pending, bool Locked, Unchangeable? Unchangeable)
{
    public Slot Slot { get; } = Scope.SlotOf(Setting);

    /// <summary>What the control stands on.</summary>
    public SettingValue Shown { get; } = Own ?? (Scope.Country is null ? Then.AsSet : Setting.Default);

    /// <summary>What the control stands on for who cannot move it: what is in force, as the words beside it, and not what comes later.</summary>
    public SettingValue Standing => Scope.Country is null && !IsChanged ? Now.AsSet : Shown;

    public bool IsChanged => Change is not null;

    public static SettingView Of(SettingsSheet sheet, SettingsScope scope, Setting setting)
    {
        var slot = scope.SlotOf(setting);
        var change = sheet.Draft.Changes.FirstOrDefault(c => c.Slot == slot);
        var then = sheet.Drafted.Resolve(setting, scope.Site);
        var scheduled = sheet.Ledger.Scheduled(sheet.Now).SelectMany(r => r.Changes, (r, c) => (r.EffectiveAt, c)).LastOrDefault(s => s.c.Slot == slot);
        var locked = sheet.Drafted.IsLocked(setting);
        return new SettingView(
            setting, scope, sheet.Current.Resolve(setting, scope.Site), then, sheet.Drafted[slot], change,
            change is not null && sheet.Waiting.Contains(change),
            scheduled.c is null ? null : (scheduled.EffectiveAt, scheduled.c.To),
            sheet.Open.Any(p => p.Changes.Any(c => c.Slot == slot)), locked, Stands(setting, scope, then, locked));
    }

    /// <summary>The settings that this one needs, in words.</summary>
    public string NeededNames() => string.Join(SettingsPageText.Or, Setting.Needs.Select(need => SettingCatalogue.Find(need.Key)!.Texts.Name));

    private static Unchangeable? Stands(Setting setting, SettingsScope scope, InForce then, bool locked) =>
        setting.Fixed ? Settings.Unchangeable.FixedByLaw
        : scope.Site is not null && setting.OrganisationOnly ? Settings.Unchangeable.WholeCompany
        : scope.Site is not null && locked ? Settings.Unchangeable.LockedByOrganisation
        : scope.Country is null && !then.Applies ? Settings.Unchangeable.NeedUnmet
        : null;
}

/// <summary>What changes in effect, wherever it does: a setting, the scopes in which it goes from one value to another, and what people see then.</summary>
/// <param name="Scopes">Names of the scopes, the organisation first.</param>
public sealed record SettingEffect(Setting Setting, IReadOnlyList<string> Scopes, InForce Before, InForce After)
{
    /// <summary>All effects between two states, equal ones of several scopes together.</summary>
    public static IReadOnlyList<SettingEffect> Between(SettingsState before, SettingsState after, IReadOnlyList<SiteRow> sites) =>
    [
        .. SettingCatalogue.All.SelectMany(setting => sites
            .Where(site => site.Open && !setting.OrganisationOnly)
            .Select(site => (Name: site.Name, Id: (Guid?)site.Id))
            .Prepend((Name: SettingsPageText.Organisation, Id: null))
            .Select(scope => (scope.Name, Before: before.Resolve(setting, scope.Id), After: after.Resolve(setting, scope.Id)))
            .Where(e => e.Before.Value != e.After.Value || e.Before.Applies != e.After.Applies)
            .GroupBy(e => (e.Before.Value, e.After.Value, BeforeApplies: e.Before.Applies, AfterApplies: e.After.Applies))
            .Select(g => new SettingEffect(setting, [.. g.Select(e => e.Name)], g.First().Before, g.First().After))),
    ];
}
