namespace PrivacyPortal.Settings;

/// <summary>
/// What one administrator is about to change; kept, so that a reload loses nothing. It knows the revision that it was made on: publishing on
/// a newer one first shows what changed meanwhile.
/// </summary>
public sealed class SettingsDraft : Data.IVersioned
{
    /// <summary>The administrator; one draft each.</summary>
    public Guid Owner { get; init; }

    public string OwnerName { get; set; } = "";

    public int BaseRevision { get; private set; }

    public IReadOnlyList<SettingChange> Changes { get; private set; } = [];

    public DateTimeOffset ChangedAt { get; private set; }

    public int Version { get; set; }

    /// <summary>Starts over on that revision, with these changes.</summary>
    public void Begin(int revision, IEnumerable<SettingChange> changes, DateTimeOffset now) => (BaseRevision, Changes, ChangedAt) = (revision, [.. changes], now);

    /// <summary>Puts a change in place of the one on the same slot; one that changes nothing takes it out.</summary>
    public void Put(SettingChange change, DateTimeOffset now)
    {
        var others = Changes.Where(c => c.Slot != change.Slot);
        Changes = change.From == change.To ? [.. others] : [.. others, change];
        ChangedAt = now;
    }

    /// <summary>Brings the draft onto a newer revision: its values stay, what they replace is what stands now, and what is so already drops out.</summary>
    public void Rebase(int revision, SettingsState settled, DateTimeOffset now)
    {
        Changes = [.. Changes.Select(c => c with { From = settled[c.Slot] }).Where(c => c.From != c.To)];
        (BaseRevision, ChangedAt) = (revision, now);
    }
}
