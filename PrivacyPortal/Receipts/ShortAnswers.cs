using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>The notice that more time is taken, once, within the first month (GDPR art. 12(3)).</summary>
public sealed record ExtensionFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Extension;

    public required DateOnly WasDueOn { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>Complexity or number of requests, in words.</summary>
    public required string Reason { get; init; }

    internal override Text Title => ShortAnswerText.Extension;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[ShortAnswerText.ExtensionLead, writing.Day(DueOn), writing.Day(WasDueOn)]);
        Identify(
            flow, writing,
            new Fact(writing[ShortAnswerText.WasDueOn], writing.Day(WasDueOn)),
            new Fact(writing[ShortAnswerText.NowDueOn], writing.Day(DueOn)));
        flow.Heading(writing[ShortAnswerText.Why])
            .Paragraph(Reason)
            .Paragraph(writing[ShortAnswerText.ExtensionLaw])
            .Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

/// <summary>That no data of the person's are held, and where they were sought.</summary>
public sealed record NoDataFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.NoData;

    public required DateOnly AnsweredOn { get; init; }

    public required IReadOnlyList<SearchedSystem> Searched { get; init; }

    internal override Text Title => IsWhole ? ShortAnswerText.NoData : ShortAnswerText.NoDataFound;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[ShortAnswerText.NoDataLead]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        flow.Heading(writing[ShortAnswerText.Searched]).Table(
            [new(writing[ReceiptText.System], 3), new(writing[ShortAnswerText.SearchedBy], 4), new(writing[ShortAnswerText.SearchedOn], 2)],
            Searched.Select(s => (string[])[s.System, s.By, writing.ShortDay(s.On)]));
        HandledByHand.Compose(flow, writing, ByHand);
        flow.Paragraph(writing[ShortAnswerText.NoDataElse, Writing.Inline(Parties.DpoContact)])
            .Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

/// <param name="By">Which kinds of identity it was searched by, such as e-mail address; never a value.</param>
public sealed record SearchedSystem(string System, string By, DateOnly On);

/// <summary>That the person cannot be told apart from others in the data (GDPR art. 11(2)), and what would help.</summary>
public sealed record NotIdentifiableFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.NotIdentifiable;

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>What the person could add so that their data can be found.</summary>
    public required IReadOnlyList<string> WouldHelp { get; init; }

    internal override Text Title => ShortAnswerText.NotIdentifiable;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[ShortAnswerText.NotIdentifiableLead]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        flow.Heading(writing[ShortAnswerText.Why])
            .Paragraph(Reason)
            .Heading(writing[ShortAnswerText.WouldHelp])
            .Paragraph(writing[ShortAnswerText.WouldHelpText])
            .Bullets(WouldHelp)
            .Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

/// <summary>That the same was asked before and is answered there: nothing is refused (GDPR art. 12(3) holds for the other request).</summary>
public sealed record AnsweredElsewhereFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.AnsweredElsewhere;

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>Under which reference, in words.</summary>
    public required string Where { get; init; }

    internal override Text Title => ShortAnswerText.Elsewhere;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[ShortAnswerText.ElsewhereLead]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        flow.Heading(writing[ShortAnswerText.ElsewhereWhere])
            .Paragraph(Where)
            .Paragraph(writing[ShortAnswerText.ElsewhereText, Writing.Inline(Parties.DpoContact)])
            .Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

internal static class ShortAnswerText
{
    public static readonly Text Elsewhere = new("Your request is answered with another one of yours", "Votre demande est traitée avec une autre demande de votre part");
    public static readonly Text ElsewhereLead = new(
        "You asked us the same before. You get one answer to both, and lose nothing by it.",
        "Vous nous avez déjà adressé la même demande. Une seule réponse vaut pour les deux, sans que vous y perdiez quoi que ce soit.");
    public static readonly Text ElsewhereWhere = new("Where you find the answer", "Où trouver la réponse");
    public static readonly Text ElsewhereText = new(
        "If you meant something else with this request, write to the data protection officer ({0}): we take it up again.",
        "Si cette demande portait sur autre chose, écrivez au délégué à la protection des données ({0}) : nous la reprendrons.");
    public static readonly Text Extension = new("We need more time to answer", "Un délai supplémentaire est nécessaire");
    public static readonly Text ExtensionLead = new(
        "You will have our answer by {0} at the latest, instead of {1}.",
        "Notre réponse vous parviendra au plus tard le {0}, et non le {1}.");
    public static readonly Text WasDueOn = new("Answer was due by", "Échéance initiale");
    public static readonly Text NowDueOn = new("Answer now due by", "Nouvelle échéance");
    public static readonly Text Why = new("Why", "Pourquoi");
    public static readonly Text ExtensionLaw = new(
        "Article 12(3) of the GDPR allows the time of one month to be extended once, by two months, where requests are complex or numerous. We will not wait until the last day if we can answer sooner.",
        "L’article 12, paragraphe 3, du RGPD permet de prolonger une fois de deux mois le délai d’un mois, compte tenu de la complexité et du nombre de demandes. Nous n’attendrons pas le dernier jour si nous pouvons répondre plus tôt.");
    public static readonly Text NoData = new("We hold no data about you", "Nous ne détenons aucune donnée vous concernant");
    public static readonly Text NoDataFound = new("We found no data about you where we searched", "Nous n’avons trouvé aucune donnée vous concernant là où nous avons cherché");
    public static readonly Text NoDataLead = new(
        "We searched every system listed below with what you told us and found no personal data of yours.",
        "Nous avons recherché dans tous les systèmes ci-dessous à partir des éléments que vous nous avez indiqués et n’y avons trouvé aucune donnée à caractère personnel vous concernant.");
    public static readonly Text Searched = new("Where we looked", "Où nous avons cherché");
    public static readonly Text SearchedBy = new("Searched by", "Recherche par");
    public static readonly Text SearchedOn = new("On", "Le");
    public static readonly Text NoDataElse = new(
        "If you wrote to us under another address, number or name, tell us ({0}): we will search again.",
        "Si vous nous avez contactés avec une autre adresse, un autre numéro ou un autre nom, dites-le-nous ({0}) : nous relancerons la recherche.");
    public static readonly Text NotIdentifiable = new("We cannot tell which data are yours", "Nous ne pouvons déterminer quelles données sont les vôtres");
    public static readonly Text NotIdentifiableLead = new(
        "The data that we hold do not allow us to recognise you (article 11(2) of the GDPR). With a little more from you, we may be able to.",
        "Les données que nous détenons ne nous permettent pas de vous identifier (article 11, paragraphe 2, du RGPD). Avec quelques précisions de votre part, cela pourrait devenir possible.");
    public static readonly Text WouldHelp = new("What would help", "Ce qui nous aiderait");
    public static readonly Text WouldHelpText = new(
        "Send us any of the following, with the reference above, and we take up your request again:",
        "Adressez-nous l’un des éléments suivants en rappelant la référence ci-dessus, et nous reprendrons votre demande :");
}
