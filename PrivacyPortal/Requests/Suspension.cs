namespace PrivacyPortal.Requests;

/// <summary>What the portal waited for while the clock stood still.</summary>
public enum SuspensionKind
{
    /// <summary>A demand for proof of identity beyond the code by e-mail (art. 12(6)).</summary>
    Identity,

    /// <summary>The scope of an access to a large quantity of data (recital 63).</summary>
    Clarification,
}

/// <summary>Days on which the clock stands still because an answer of the subject is awaited.</summary>
public sealed class Suspension(SuspensionKind kind, DateOnly askedOn)
{
    public SuspensionKind Kind { get; } = kind;

    public DateOnly AskedOn { get; } = askedOn;

    /// <summary>Null while it still runs.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    internal void End(DateOnly answeredOn) => AnsweredOn = answeredOn < AskedOn ? AskedOn : answeredOn;

    /// <summary>Non-overlapping stretches that cover the same days, in order; merging them again changes nothing.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To)> Merge(IEnumerable<(DateOnly From, DateOnly To)> stretches)
    {
        var merged = new List<(DateOnly From, DateOnly To)>();
        foreach (var next in stretches.Where(s => s.To >= s.From).OrderBy(s => s.From).ThenBy(s => s.To))
        {
            if (merged.Count > 0 && next.From <= merged[^1].To)
            {
                var last = merged[^1];
                merged[^1] = (last.From, next.To > last.To ? next.To : last.To);
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    internal static int Days(IEnumerable<Suspension> suspensions, SuspensionCount count, DateOnly today)
    {
        if (count == SuspensionCount.None)
        {
            return 0;
        }

        var ends = count == SuspensionCount.BothEnds ? 1 : 0;
        return Merge(suspensions.Select(s => (s.AskedOn, s.AnsweredOn ?? today))).Sum(s => s.To.DayNumber - s.From.DayNumber + ends);
    }
}
