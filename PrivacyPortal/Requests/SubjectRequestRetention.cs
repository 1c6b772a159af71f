using PrivacyPortal.Access;

namespace PrivacyPortal.Requests;

public sealed partial class SubjectRequest
{
    public DateTimeOffset? PackagesEndedAt { get; private set; }

    public DateTimeOffset? WorkingDataEndedAt { get; private set; }

    public DateTimeOffset? FileEndedAt { get; private set; }

    /// <summary>What ends when; nothing before the request is closed.</summary>
    public IReadOnlyList<RetentionRow> Retention(RetentionTerms terms)
    {
        if (ClosedAt is not { } closedAt || AnsweredOn is not { } answered)
        {
            return [];
        }

        var closed = Today(closedAt);
        return
        [
            new(RetentionStage.Packages, answered.AddDays(terms.PackageDays), PackagesEndedAt),
            new(RetentionStage.WorkingData, closed.AddDays(terms.WorkingDataDays), WorkingDataEndedAt),
            new(RetentionStage.File, closed.AddYears(terms.FileYears), FileEndedAt),
        ];
    }

    /// <summary>Ends a stage whose day has come. <see cref="Refusal.WrongState"/> before it, and once it has ended.</summary>
    public Refusal? End(RetentionStage stage, RetentionTerms terms, DateTimeOffset now)
    {
        if (Retention(terms).FirstOrDefault(r => r.Stage == stage) is not { EndedAt: null } row || row.EndsOn > Today(now))
        {
            return Refusal.WrongState;
        }

        switch (stage)
        {
            case RetentionStage.Packages:
                PackagesEndedAt = now;
                break;
            case RetentionStage.WorkingData:
                WorkingDataEndedAt = now;
                break;
            case RetentionStage.File:
                FileEndedAt = now;
                break;
        }

        return null;
    }

    /// <summary>What its destroyed key had sealed.</summary>
    internal void ForgetSubject() => (Sealed, DecisionSealed, ConclusionSealed) = ([], null, null);
}
