using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>What moved the day on.</summary>
public enum DeadlineStepKind
{
    Received,

    /// <summary>The ordinary term.</summary>
    Term,

    /// <summary>The extended term, counted from the day of receipt again.</summary>
    ExtendedTerm,

    /// <summary>Days of waiting for the subject.</summary>
    Suspended,

    /// <summary>A Saturday, a Sunday or a public holiday that it ends on.</summary>
    DayOff,
    Due,
}

/// <summary>One step of the computation of a deadline: how a person would work it out on paper.</summary>
/// <param name="On">The day after this step.</param>
/// <param name="Days">How far it moved, from the step before.</param>
public sealed record DeadlineStep(DeadlineStepKind Kind, DateOnly On, int Days)
{
    /// <summary>The steps of <see cref="Deadline.Of"/>, from the receipt to the due day.</summary>
    public static IReadOnlyList<DeadlineStep> Of(
        DeadlineProfile profile, string region, DateOnly receivedOn, IReadOnlyCollection<Suspension> suspensions, bool extended, DateOnly today)
    {
        var terms = DeadlineTerms.Of(profile);
        var steps = new List<DeadlineStep> { new(DeadlineStepKind.Received, receivedOn, 0) };
        void Add(DeadlineStepKind kind, DateOnly on) => steps.Add(new(kind, on, on.DayNumber - steps[^1].On.DayNumber));
        Add(DeadlineStepKind.Term, terms.Term.After(receivedOn));
        if (extended && terms.ExtendedTerm is { } longer)
        {
            Add(DeadlineStepKind.ExtendedTerm, longer.After(receivedOn));
        }

        if (Suspension.Days(suspensions, terms.Suspension, today) is > 0 and var days)
        {
            Add(DeadlineStepKind.Suspended, steps[^1].On.AddDays(days));
        }

        while (terms.Rolls && !Holidays.IsWorkingDay(steps[^1].On, region))
        {
            Add(DeadlineStepKind.DayOff, steps[^1].On.AddDays(1));
        }

        Add(DeadlineStepKind.Due, steps[^1].On);
        return steps;
    }

    /// <summary>In a sentence.</summary>
    /// <param name="region">Whose days off count.</param>
    public string In(CultureInfo culture, string region)
    {
        string Day(DateOnly day) => day.ToString("D", culture);
        return Kind switch
        {
            DeadlineStepKind.Received => DeadlineText.StepReceived.Format(culture, Day(On)),
            DeadlineStepKind.Term => DeadlineText.StepTerm.Format(culture, Day(On)),
            DeadlineStepKind.ExtendedTerm => DeadlineText.StepExtended.Format(culture, Day(On)),
            DeadlineStepKind.Suspended => DeadlineText.StepSuspended.Format(culture, Days, Day(On)),
            DeadlineStepKind.DayOff => DeadlineText.StepDayOff.Format(culture, Day(On.AddDays(-1)), region),
            DeadlineStepKind.Due => DeadlineText.StepDue.Format(culture, Day(On)),
        };
    }
}
