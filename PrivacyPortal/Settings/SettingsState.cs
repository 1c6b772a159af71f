using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivacyPortal.Settings;

/// <summary>What a change can touch.</summary>
public enum SlotKind
{
    /// <summary>The catalogue's default of a setting, as shipped at the time.</summary>
    Default,

    /// <summary>The organisation's value.</summary>
    Organisation,

    /// <summary>Whether the organisation's value binds every site.</summary>
    Lock,

    /// <summary>A site's own value.</summary>
    Site,

    /// <summary>The rule of a country: no site there is looser.</summary>
    Country,

    /// <summary>The country that a site is in.</summary>
    SiteCountry,
}

/// <summary>One place in the settings' state.</summary>
/// <param name="Key">The setting; empty for a site's country.</param>
/// <param name="Where">Empty for the organisation, else a site's id or a country's code.</param>
public readonly record struct Slot(SlotKind Kind, string Key, string Where)
{
    [JsonIgnore]
    public Guid? Site => Kind is SlotKind.Site or SlotKind.SiteCountry ? Guid.Parse(Where) : null;

    public static Slot Default(Setting setting) => new(SlotKind.Default, setting.Key, "");

    public static Slot Organisation(Setting setting) => new(SlotKind.Organisation, setting.Key, "");

    public static Slot Lock(Setting setting) => new(SlotKind.Lock, setting.Key, "");

    public static Slot OfSite(Setting setting, Guid site) => new(SlotKind.Site, setting.Key, Id(site));

    public static Slot Country(Setting setting, string country) => new(SlotKind.Country, setting.Key, country);

    public static Slot CountryOf(Guid site) => new(SlotKind.SiteCountry, "", Id(site));

    private static string Id(Guid site) => site.ToString("n");
}

/// <summary>Where the value in force comes from.</summary>
public enum ValueSource
{
    /// <summary>The law leaves no choice.</summary>
    Law,
    Default,
    Organisation,

    /// <summary>The organisation's value, which binds every site.</summary>
    Locked,
    Site,

    /// <summary>The rule of the site's country, which no scope can loosen.</summary>
    CountryRule,
}

/// <summary>A value with the revision that set it.</summary>
public sealed record SetValue(SettingValue Value, int Revision);

/// <summary>What holds for one setting in one scope, and why.</summary>
/// <param name="AsSet">The value that scopes and country rules give.</param>
/// <param name="Value">What is in force: <paramref name="AsSet"/>, unless what the setting needs is missing.</param>
/// <param name="Country">The country whose rule decided.</param>
/// <param name="Revision">The revision that set the deciding value; 0 where there is none.</param>
/// <param name="Applies">Whether what the setting needs is there.</param>
public sealed record InForce(Setting Setting, SettingValue AsSet, SettingValue Value, ValueSource Source, string? Country, int Revision, bool Applies);

/// <summary>
/// The settings as a whole at some moment: every explicit value of every scope. Immutable. <see cref="Resolve"/> is the one place that says
/// what is in force.
/// </summary>
public sealed class SettingsState
{
    public static readonly SettingsState Empty = new(ImmutableDictionary<Slot, SetValue>.Empty);

    private readonly ImmutableDictionary<Slot, SetValue> slots;

    private SettingsState(ImmutableDictionary<Slot, SetValue> slots) => this.slots = slots;

    /// <summary>Every site that there is.</summary>
    public IEnumerable<Guid> Sites => slots.Keys.Where(s => s.Kind == SlotKind.SiteCountry).Select(s => s.Site!.Value);

    /// <summary>Every country that has a rule.</summary>
    public IEnumerable<string> CountriesWithRules => slots.Keys.Where(s => s.Kind == SlotKind.Country).Select(s => s.Where).Distinct();

    public SettingValue? this[Slot slot] => slots.GetValueOrDefault(slot)?.Value;

    public string? CountryOf(Guid site) => this[Slot.CountryOf(site)]?.Raw;

    public bool IsLocked(Setting setting) => this[Slot.Lock(setting)] is { IsOn: true };

    /// <summary>The state after these changes; one without a new value takes the slot away.</summary>
    public SettingsState With(IEnumerable<SettingChange> changes, int revision)
    {
        var builder = slots.ToBuilder();
        foreach (var change in changes)
        {
            if (change.To is { } value)
            {
                builder[change.Slot] = new SetValue(value, revision);
            }
            else
            {
                builder.Remove(change.Slot);
            }
        }

        return new SettingsState(builder.ToImmutable());
    }

    /// <summary>What is in force for the site, or for the organisation where <paramref name="site"/> is null.</summary>
    public InForce Resolve(Setting setting, Guid? site)
    {
        var (value, source, country, revision) = AsSet(setting, site);
        var applies = setting.Needs.Count == 0 || setting.Needs.Any(need => Meets(need, site));
        return new InForce(setting, value, applies ? value : setting.WhenUnmet(value), source, country, revision, applies);
    }

    /// <summary>The changes that lead from this state to that one, over all slots but the catalogue's defaults and the sites' countries.</summary>
    public IReadOnlyList<SettingChange> DifferenceTo(SettingsState other) =>
    [
        .. slots.Keys.Union(other.slots.Keys)
            .Where(slot => slot.Kind is not (SlotKind.Default or SlotKind.SiteCountry) && this[slot] != other[slot])
            .OrderBy(slot => slot.Key, StringComparer.Ordinal).ThenBy(slot => slot.Kind).ThenBy(slot => slot.Where, StringComparer.Ordinal)
            .Select(slot => new SettingChange(slot, this[slot], other[slot])),
    ];

    private bool Meets(SettingNeed need, Guid? site) => SettingCatalogue.Find(need.Key) is { } needed && Resolve(needed, site).Value.Has(need.Code);

    /// <summary>The organisation's if it is locked, else the site's, else the organisation's, else the default; then the country's rule.</summary>
    private (SettingValue Value, ValueSource Source, string? Country, int Revision) AsSet(Setting setting, Guid? site)
    {
        var (value, source) = Uncapped(setting, site);
        if (site is { } id && !setting.Fixed && CountryOf(id) is { } country && slots.TryGetValue(Slot.Country(setting, country), out var cap)
            && setting.Tightest(value.Value, cap.Value) is var capped && capped != value.Value)
        {
            return (capped, ValueSource.CountryRule, country, cap.Revision);
        }

        return (value.Value, source, null, value.Revision);
    }

    private (SetValue Value, ValueSource Source) Uncapped(Setting setting, Guid? site)
    {
        var initial = slots.GetValueOrDefault(Slot.Default(setting)) ?? new SetValue(setting.Default, 0);
        if (setting.Fixed)
        {
            return (initial, ValueSource.Law);
        }

        var locked = IsLocked(setting) || setting.OrganisationOnly;
        if (site is { } id && !locked && slots.TryGetValue(Slot.OfSite(setting, id), out var own))
        {
            return (own, ValueSource.Site);
        }

        return slots.TryGetValue(Slot.Organisation(setting), out var general)
            ? (general, IsLocked(setting) ? ValueSource.Locked : ValueSource.Organisation)
            : (initial, IsLocked(setting) ? ValueSource.Locked : ValueSource.Default);
    }
}
