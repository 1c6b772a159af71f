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

    public static readonly Text StepReceived = new("Received on {0}: the clock starts.", "Reçue le {0} : le délai commence.");
    public static readonly Text StepTerm = new("The ordinary term ends on {0}; a month without such a day ends on its last.", "Le délai ordinaire expire le {0} ; un mois sans quantième correspondant s’achève à son dernier jour.");
    public static readonly Text StepExtended = new("Extended, counted from the receipt: {0}.", "Prolongé, compté depuis la réception : {0}.");
    public static readonly Text StepSuspended = new("{0} days of waiting for the person: {1}.", "{0} jours d’attente de la personne : {1}.");
    public static readonly Text StepDayOff = new("{0} is a Saturday, a Sunday or a public holiday ({1}): the next day.", "Le {0} est un samedi, un dimanche ou un jour férié ({1}) : le jour suivant.");
    public static readonly Text StepDue = new("To be answered by {0} at the latest.", "Réponse due au plus tard le {0}.");

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
