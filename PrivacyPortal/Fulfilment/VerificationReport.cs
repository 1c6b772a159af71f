namespace PrivacyPortal.Fulfilment;

/// <summary>The proof that an erasure or rectification holds, in three parts.</summary>
/// <param name="Residue">(1) and (2): rows that the same search still finds, or planned keys that are still the subject's.</param>
/// <param name="Sightings">(3): where the identity's values still stand in text.</param>
/// <param name="RowsRead">Rows whose text was searched for (3).</param>
/// <param name="KeysRead">Planned keys that were read again for (2).</param>
public sealed record VerificationReport(IReadOnlyList<Residue> Residue, IReadOnlyList<Sighting> Sightings, long RowsRead, long KeysRead = 0)
{
    /// <summary>Tables, as people call them, that a search of whole text columns had to leave out: their source cannot list their rows.</summary>
    public IReadOnlyList<string> Unsought { get; init; } = [];

    /// <summary>Values that were corrected under a decision which was recalled later, and are others by now: told, and no failure of the newest plan.</summary>
    public int ChangedSince { get; init; }

    /// <summary>Nothing of the subject's is left but what the plan keeps. Values in others' rows are the DPO's to look at and fail nothing.</summary>
    public bool Passed => Residue.Count == 0 && Sightings.All(s => s.Owner != SightingOwner.Subject);
}

public enum ResidueCause
{
    /// <summary>The same search finds it again.</summary>
    FoundAgain,

    /// <summary>A planned key is there and still the subject's.</summary>
    KeyRemains,

    /// <summary>A field does not have the value that was planned; without a field: the row is gone.</summary>
    FieldDiffers,
}

public sealed record Residue(ResidueCause Cause, string Table, int Rows, string? Field = null);

public enum SightingOwner
{
    Subject,

    /// <summary>Kept on a ground: listed on the receipt.</summary>
    Kept,
    Others,
}

/// <summary>Rows whose text still holds a value of the identity.</summary>
public sealed record Sighting(SightingOwner Owner, string Table, string Field, int Rows);

/// <summary>What a search of whole text columns would read.</summary>
/// <param name="Rows">About how many; null where to count them is to read them.</param>
/// <param name="Unsought">Tables, as people call them, that it would have to leave out.</param>
public sealed record TextSearchCost(long? Rows, int Columns, IReadOnlyList<string> Unsought);
