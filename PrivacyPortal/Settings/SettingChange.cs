using System.Text.Json.Serialization;

namespace PrivacyPortal.Settings;

/// <summary>One slot's change. Without <paramref name="To"/> the slot is empty again: inherited, unlocked, no rule.</summary>
/// <param name="From">What stood there when the change was made.</param>
/// <param name="Evidence">What had to be on record for the new value, by kind.</param>
public sealed record SettingChange(Slot Slot, SettingValue? From, SettingValue? To, IReadOnlyDictionary<EvidenceKind, string>? Evidence = null)
{
    [JsonIgnore]
    public Setting? Setting => SettingCatalogue.Find(Slot.Key);

    /// <summary>What is still missing on record for the new value.</summary>
    [JsonIgnore]
    public IEnumerable<EvidenceKind> Missing => To is { } value && Slot.Kind is SlotKind.Organisation or SlotKind.Site && Setting is { } setting
        ? setting.Asks(value).Where(kind => Evidence is null || !Evidence.TryGetValue(kind, out var text) || string.IsNullOrWhiteSpace(text))
        : [];
}
