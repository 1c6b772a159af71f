namespace PrivacyPortal.Requests;

/// <summary>Whose law sets the clock. Frozen into a request on receipt.</summary>
public enum DeadlineProfile
{
    /// <summary>GDPR art. 12(3): one month, extendable by two.</summary>
    Eu,

    /// <summary>UK GDPR: as the EU's, with both ends of a suspension counted (ICO).</summary>
    Uk,

    /// <summary>Swiss data protection ordinance, art. 18: 30 days.</summary>
    Switzerland,

    /// <summary>CCPA § 1798.130(a)(2): 45 days from receipt, whatever the verification takes, extendable once by 45.</summary>
    California,

    /// <summary>LGPD art. 19, II: 15 days for the complete answer.</summary>
    Brazil,
}

/// <summary>The words by which profiles are written in the organisation's facts and in the API.</summary>
public static class DeadlineProfiles
{
    /// <summary><c>eu</c>, <c>uk</c>, <c>ch</c>, <c>us-ca</c>, <c>br</c>; null for any other word.</summary>
    public static DeadlineProfile? Find(string word) => word switch
    {
        "eu" => DeadlineProfile.Eu,
        "uk" => DeadlineProfile.Uk,
        "ch" => DeadlineProfile.Switzerland,
        "us-ca" => DeadlineProfile.California,
        "br" => DeadlineProfile.Brazil,
        _ => null,
    };
}

/// <summary>How days of waiting for the subject are counted.</summary>
public enum SuspensionCount
{
    /// <summary>The clock is never suspended.</summary>
    None,

    /// <summary>Answered − asked.</summary>
    Difference,

    /// <summary>Both the day of asking and the day of the answer.</summary>
    BothEnds,
}

/// <summary>The figures of a profile.</summary>
/// <param name="Term">The ordinary term, from the day of receipt.</param>
/// <param name="ExtendedTerm">The term once extended, also from the day of receipt; null where the law knows no extension.</param>
/// <param name="Rolls">Whether a term that ends on a day off goes to the next working day of the region.</param>
public sealed record DeadlineTerms(Term Term, Term? ExtendedTerm, SuspensionCount Suspension, bool Rolls)
{
    public static DeadlineTerms Of(DeadlineProfile profile) => profile switch
    {
        DeadlineProfile.Eu => new(Term.OfMonths(1), Term.OfMonths(3), SuspensionCount.Difference, true),
        DeadlineProfile.Uk => new(Term.OfMonths(1), Term.OfMonths(3), SuspensionCount.BothEnds, true),
        DeadlineProfile.Switzerland => new(Term.OfDays(30), null, SuspensionCount.None, false),
        DeadlineProfile.California => new(Term.OfDays(45), Term.OfDays(90), SuspensionCount.None, false),
        DeadlineProfile.Brazil => new(Term.OfDays(15), null, SuspensionCount.None, false),
    };
}

/// <summary>A term in calendar months or in days.</summary>
public readonly record struct Term(int Months, int Days)
{
    public static Term OfMonths(int months) => new(months, 0);

    public static Term OfDays(int days) => new(0, days);

    /// <summary>The last day of the term; a month that has no such day ends on its last (Regulation 1182/71, art. 3(2)(c)). No day is added.</summary>
    public DateOnly After(DateOnly day) => day.AddMonths(Months).AddDays(Days);
}
