using System.Security.Cryptography;

namespace PrivacyPortal.Requests;

/// <summary>The days of a task on a source kept by hand. Both come from the request's strict date, so that the answer can still leave in time.</summary>
public static class TaskDays
{
    /// <summary>Days before the strict date by which a search is to be reported: the DPO must still review and decide.</summary>
    public const int SearchMargin = 14;

    /// <summary>Days before the strict date by which an erasure or correction is to be reported.</summary>
    public const int ExecutionMargin = 5;

    /// <summary>What a task gets at least, as long as the strict date allows.</summary>
    public const int Least = 3;

    /// <summary>Days before the due day on which the owner is reminded, and <see cref="Overdue"/> after it.</summary>
    public static readonly IReadOnlyList<int> Reminders = [5, 2, 0];

    public const int Overdue = -1;

    public static DateOnly DueOn(StepPhase phase, DateOnly strictOn, DateOnly today)
    {
        var wanted = strictOn.AddDays(phase == StepPhase.Search ? -SearchMargin : -ExecutionMargin);
        var least = today.AddDays(Least) is var soon && soon < strictOn ? soon : strictOn;
        var due = wanted > least ? wanted : least;
        return due > today ? due : today;
    }

    /// <summary>The newest reminder that has fallen due; null: none has.</summary>
    public static int? Reminder(DateOnly dueOn, DateOnly today)
    {
        var left = dueOn.DayNumber - today.DayNumber;
        return left < 0 ? Overdue : left > Reminders[0] ? null : Reminders.Last(days => days >= left);
    }
}

/// <summary>What somebody reported of a source kept by hand. No personal data of the subject's: what was done in words is in the timeline.</summary>
/// <param name="Phase">Searched, or corrected or erased.</param>
/// <param name="DoneBy">Who said so in the portal: the owner, or the DPO for them.</param>
/// <param name="Sha256">Of the export or proof that came with it; null: none did.</param>
/// <param name="Planned">How many records the plan of an erasure counts, where that is another number; null: it is not.</param>
/// <param name="ConfirmedBy">The DPO who said why the difference may stand; null: none has, or need not.</param>
/// <param name="Recalled">The decision was recalled before anybody confirmed the difference.</param>
public sealed record ManualReport(
    StepPhase Phase, string Owner, string DoneBy, DateTimeOffset At, int Records, string? Sha256, int? Planned = null, string? ConfirmedBy = null,
    bool Recalled = false)
{
    /// <summary>Waits for a DPO; a new report takes its place.</summary>
    internal bool IsOpen => Planned is not null && ConfirmedBy is null && !Recalled;
}

/// <summary>What is attached to a task that is completed: the copy of what was found, or the proof of what was done.</summary>
/// <param name="Name">Only its ending is kept.</param>
public sealed record TaskFile(string Name, byte[] Content)
{
    public const int MostBytes = 10 * 1024 * 1024;

    internal bool IsGood => Content.Length is > 0 and <= MostBytes;

    internal string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));

    /// <summary>Letters and digits only: the name itself may be a person's.</summary>
    internal string Ending =>
        Path.GetExtension(Name).TrimStart('.').ToLowerInvariant() is { Length: > 0 and <= 5 } ending && ending.All(char.IsAsciiLetterOrDigit) ? ending : "bin";
}
