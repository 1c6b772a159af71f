using PrivacyPortal.Controls;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The clock in words and in a tone, the same in the list, on the page and on the dashboard.</summary>
internal static class DeadlineText
{
    public static readonly Text DaysLeft = new("{0} days left", "{0} jours restants");
    public static readonly Text Tomorrow = new("Due tomorrow", "Échéance demain");
    public static readonly Text Today = new("Due today", "Échéance aujourd’hui");
    public static readonly Text OneDayLate = new("Overdue by 1 day", "En retard de 1 jour");
    public static readonly Text DaysLate = new("Overdue by {0} days", "En retard de {0} jours");
    public static readonly Text AnsweredInTime = new("Answered in time", "Réponse dans le délai");
    public static readonly Text AnsweredLate = new("Answered {0} days late", "Réponse avec {0} jours de retard");
    public static readonly Text AnsweredOneDayLate = new("Answered 1 day late", "Réponse avec 1 jour de retard");

    public static string Left(int days) => days switch
    {
        0 => Today,
        1 => Tomorrow,
        -1 => OneDayLate,
        > 1 => DaysLeft.With(days),
        _ => DaysLate.With(-days),
    };

    /// <summary>Red when overdue or due today, amber from the first alert to the DPO on.</summary>
    public static Tone ToneOf(int days) => days switch
    {
        <= 0 => Tone.Danger,
        <= 10 => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static (string Words, Tone Tone) Answered(DateOnly answeredOn, DateOnly dueOn) => (answeredOn.DayNumber - dueOn.DayNumber) switch
    {
        <= 0 => (AnsweredInTime, Tone.Good),
        1 => (AnsweredOneDayLate, Tone.Danger),
        var days => (AnsweredLate.With(days), Tone.Danger),
    };
}
