namespace PrivacyPortal.Requests;

/// <summary>
/// How long is kept what a request leaves behind: settings <c>Retention:PackageDays</c> (30, from the answer), <c>Retention:WorkingDataDays</c>
/// (120, from the closure) and <c>Retention:FileYears</c> (5, from the closure).
/// </summary>
public sealed record RetentionTerms(int PackageDays, int WorkingDataDays, int FileYears)
{
    public static readonly RetentionTerms Default = new(30, 120, 5);

    /// <exception cref="InvalidOperationException">A term is less than one, or the file would end before what is in it.</exception>
    public static RetentionTerms From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Retention");
        var terms = new RetentionTerms(
            section.GetValue(nameof(PackageDays), Default.PackageDays),
            section.GetValue(nameof(WorkingDataDays), Default.WorkingDataDays),
            section.GetValue(nameof(FileYears), Default.FileYears));
        return terms is { PackageDays: > 0, WorkingDataDays: > 0, FileYears: > 0 } && terms.WorkingDataDays <= terms.FileYears * 365
            ? terms
            : throw new InvalidOperationException("Retention: PackageDays, WorkingDataDays and FileYears are at least 1, and the file outlives the working data.");
    }
}

/// <summary>What of a request ends, in this order.</summary>
public enum RetentionStage
{
    /// <summary>The copies that were handed over.</summary>
    Packages,

    /// <summary>What was found, the documents made of it, and the person's message.</summary>
    WorkingData,

    /// <summary>Who asked, the words of the timeline and of the decision, the archived receipts. Dates, counts, outcome and hashes stay.</summary>
    File,
}

/// <param name="EndsOn">The day from which the daily run destroys it.</param>
/// <param name="EndedAt">Null: it is still there.</param>
public sealed record RetentionRow(RetentionStage Stage, DateOnly EndsOn, DateTimeOffset? EndedAt);

/// <summary>Until when what a request left behind is kept.</summary>
/// <param name="ValuesDestroyedAt">When the key of what was found was destroyed: for an erasure once it is proven, else with the working data.</param>
/// <param name="Waits">A legal hold, a file that was opened again or a restriction in force keeps what is due.</param>
public sealed record RequestRetention(IReadOnlyList<RetentionRow> Rows, DateTimeOffset? ValuesDestroyedAt, bool Waits);
