namespace PrivacyPortal.Requests;

/// <summary>
/// The statutory clock of one request (GDPR art. 12(3); EDPB Guidelines 01/2022, section 5.3; Regulation 1182/71). Pure: the same facts give the same
/// days, whatever the configuration has become since.
/// </summary>
/// <param name="DueOn">The last day on which the answer is in time.</param>
/// <param name="StrictOn">The target: neither suspended nor rolled.</param>
/// <param name="FirstTermEndsOn">Until when an extension or a whole refusal may leave (art. 12(3) and (4)): the ordinary term, counted without suspension.</param>
/// <param name="SuspendedDays">Days that waiting for the subject added.</param>
public sealed record Deadline(DateOnly DueOn, DateOnly StrictOn, DateOnly FirstTermEndsOn, int SuspendedDays)
{
    /// <summary>Days before the due day on which the DPO is alerted.</summary>
    public static readonly IReadOnlyList<int> AlertDays = [10, 5, 2, 0];

    /// <summary>Art. 33(1): 72 elapsed hours, not working ones.</summary>
    public const int BreachNoticeHours = 72;

    /// <param name="today">How far a suspension that still runs is counted.</param>
    public static Deadline Of(DeadlineProfile profile, string region, DateOnly receivedOn, IEnumerable<Suspension> suspensions, bool extended, DateOnly today)
    {
        var terms = DeadlineTerms.Of(profile);
        var first = terms.Term.After(receivedOn);
        var strict = extended && terms.ExtendedTerm is { } longer ? longer.After(receivedOn) : first;
        var suspended = Suspension.Days(suspensions, terms.Suspension, today);
        var due = strict.AddDays(suspended);
        return new Deadline(terms.Rolls ? Holidays.Roll(due, region) : due, strict, first, suspended);
    }

    /// <summary>The day in the controller's time zone: a letter of 23:30 UTC is tomorrow's in Paris.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>Until when the authority must have a breach notice.</summary>
    public static DateTimeOffset BreachNoticeDue(DateTimeOffset awareAt, int hours = BreachNoticeHours) => awareAt.ToUniversalTime().AddHours(hours);

    /// <summary>Days left; negative when overdue.</summary>
    public int DaysLeft(DateOnly today) => DueOn.DayNumber - today.DayNumber;

    /// <summary>The days on which the DPO is alerted, the due day last.</summary>
    public IEnumerable<DateOnly> Alerts() => AlertDays.Select(days => DueOn.AddDays(-days));
}
