using System.Globalization;
using Microsoft.AspNetCore.Components;
using PrivacyPortal.Access;

namespace PrivacyPortal.Settings;

/// <summary>What an item of the page asks to be drafted.</summary>
public sealed record SettingEdit(Slot Slot, SettingValue? Value, IReadOnlyDictionary<EvidenceKind, string>? Evidence);

/// <summary>One setting of the page, in one scope.</summary>
public sealed partial class SettingItem
{
    [Parameter, EditorRequired]
    public SettingView View { get; set; } = default!;

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>Whether there are sites that a lock could bind.</summary>
    [Parameter]
    public bool HasSites { get; set; }

    [Parameter, EditorRequired]
    public TimeZoneInfo Zone { get; set; } = default!;

    /// <summary>Why the last edit here was declined.</summary>
    [Parameter]
    public Refusal? Refusal { get; set; }

    [Parameter]
    public EventCallback<SettingEdit> Edited { get; set; }

    private string Id => IdOf(View.Setting);

    /// <summary>The field where it is put on record what a choice asks for.</summary>
    internal static string FieldOf(Setting setting, EvidenceKind kind) => $"{IdOf(setting)}-{kind}";

    private static string IdOf(Setting setting) => "setting-" + setting.Key.Replace('.', '-');

    private bool Movable => CanEdit && View.Unchangeable is null;

    private bool Wide => View.Setting is RulesSetting or ListSetting;

    private bool CanLock => HasSites && View.Scope.IsOrganisation && !View.Setting.OrganisationOnly && !View.Setting.Fixed && (CanEdit || View.Locked);

    private IReadOnlyList<EvidenceKind> Asked => View.Scope.Country is null && View.Change?.To is { } value ? View.Setting.Asks(value) : [];

    private string? WhyNot => View.Unchangeable is not { } reason ? null : reason switch
    {
        Unchangeable.FixedByLaw => SettingsPageText.FixedByLaw,
        Unchangeable.LockedByOrganisation => SettingsPageText.LockedByOrganisation,
        Unchangeable.WholeCompany => SettingsPageText.WholeCompany,
        Unchangeable.NeedUnmet => SettingsPageText.NoEffect.With(View.NeededNames()),
    };

    private string SourceIcon => View.Now.Source switch
    {
        ValueSource.Law or ValueSource.Locked => "lock",
        ValueSource.Default => "shield-check",
        ValueSource.Organisation => "building",
        ValueSource.Site => "globe",
        ValueSource.CountryRule => "scale",
    };

    private string? InheritsInstead => View.Own is null || View.Unchangeable is not null ? null
        : View.Scope.Country is not null ? SettingsPageText.RemoveRule
        : View.Scope.Site is not null ? SettingsPageText.Follow
        : SettingsPageText.FollowDefault;

    /// <summary>What is not in force yet is a draft of the reader's, or was published and starts on a later day.</summary>
    private string WhenThen => View.IsChanged || (CanEdit && View.Scheduled is null) ? SettingsPageText.SeesThen
        : View.Scheduled is { } later ? SettingsPageText.SeesFrom.With(DayAt(later.At))
        : SettingsPageText.SeesLater;

    private string Sees(InForce value) => value.Applies || (View.Setting is ChoiceSetting && View.Setting.Parent is null)
        ? View.Setting.Sees(value.Value, CultureInfo.CurrentUICulture)
        : SettingsPageText.NoEffect.With(View.NeededNames());

    private string DayAt(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private Task Put(SettingValue? value) => Edited.InvokeAsync(new SettingEdit(View.Slot, value, View.Change?.Evidence));

    private Task Undo() => Edited.InvokeAsync(new SettingEdit(View.Slot, View.Change!.From, null));

    private Task Lock(bool locked) => Edited.InvokeAsync(new SettingEdit(Slot.Lock(View.Setting), locked ? SettingValue.On : null, null));

    private Task Record(EvidenceKind kind, string text) =>
        Edited.InvokeAsync(new SettingEdit(View.Slot, View.Change!.To, new Dictionary<EvidenceKind, string>(View.Change.Evidence ?? new Dictionary<EvidenceKind, string>()) { [kind] = text }));
}
