using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The facts of a line of the timeline in words: stored as stable codes, shown in the reader's language.</summary>
internal static class TimelineText
{
    private static readonly Text Rows = new("rows of the person: {0}", "lignes de la personne : {0}");
    private static readonly Text Left = new("{0} days left", "{0} jours restants");
    private static readonly Text OneLeft = new("one day left", "un jour restant");
    private static readonly Text DueToday = new("due today", "à échéance ce jour");
    private static readonly Text Overdue = new("overdue", "en retard");
    private static readonly Text Sources = new("sources: {0}", "sources : {0}");
    private static readonly Text Records = new("records: {0}", "enregistrements : {0}");
    private static readonly Text Planned = new("planned: {0}", "prévus : {0}");
    private static readonly Text Suppressed = new("identities on the suppression list: {0}", "identités sur la liste d’opposition : {0}");
    private static readonly Text OpenedAs = new("as {0}", "sous {0}");
    private static readonly Text DuplicateOf = new("of {0}", "de {0}");

    public static string Facts(IReadOnlyDictionary<string, string> facts) =>
        string.Join(" · ", facts.Where(f => f.Key is not "hold" and not "export" and not "from" and not "to").Select(f => Word(f.Key, f.Value)).Where(word => word.Length > 0));

    private static string Word(string key, string value) => key switch
    {
        "right" => Of<SubjectRight>(value, RequestText.Of),
        "channel" => Of<RequestChannel>(value, RequestText.Of),
        "proof" => Of<IdentityProof>(value, RequestText.Of),
        "decision" => Of<DecisionKind>(value, RequestText.Of),
        "outcome" => Of<RequestOutcome>(value, RequestText.Of),
        "ground" => Of<ExtensionGround>(value, RequestText.Of),
        "grounds" => string.Join(", ", value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ground => Of<RefusalGround>(ground, RequestText.Of))),
        "erasureGround" => Of<ErasureGround>(value, ConclusionText.Of),
        "phase" => Of<StepPhase>(value, StepText.Of),
        "cause" => Of<StepCause>(value, StepText.Of),
        "left" => int.Parse(value, CultureInfo.InvariantCulture) switch { 0 => DueToday, 1 => OneLeft, < 0 => Overdue, var left => Left.With(left) },
        "rows" => Rows.With(value),
        "sources" => Sources.With(value),
        "records" => Records.With(value),
        "plannedRecords" => Planned.With(value),
        "suppressed" => Suppressed.With(value),
        "as" => OpenedAs.With(value),
        "of" => DuplicateOf.With(value),
        "restrictedBy" => ConclusionText.Despite.With(value),
        "standing" => Of<ExportStanding>(value, ExportText.Of),
        "askedBy" => ExportText.AskedBy.With(value),
        "unsearched" => FindingText.UnsearchedTitle.With(value),
        "notice" => Of<RecipientNotice>(value, notice => notice switch
        {
            RecipientNotice.Told => VerbText.NoticeTold,
            RecipientNotice.Impossible => VerbText.NoticeImpossible,
            RecipientNotice.Disproportionate => VerbText.NoticeDisproportionate,
        }),
        "scope" => Of<Fulfilment.HoldScope>(value, scope => scope switch
        {
            Fulfilment.HoldScope.Subject => VerbText.HoldOfSubject,
            Fulfilment.HoldScope.Source => VerbText.HoldOfSource,
            Fulfilment.HoldScope.Category => VerbText.HoldOfCategory,
        }),
        _ => DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d MMM yyyy", CultureInfo.CurrentCulture) : value,
    };

    private static string Of<T>(string value, Func<T, Text> word)
        where T : struct, Enum => Enum.TryParse<T>(value, out var known) ? word(known) : value;
}
