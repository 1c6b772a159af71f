using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>That processing is restricted (GDPR art. 18): where the data are frozen, where they could not be, and the promise of 18(3).</summary>
public sealed record RestrictionFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Restriction;

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>The case of art. 18(1), in words.</summary>
    public required string Ground { get; init; }

    public required IReadOnlyList<RestrictedSystem> Frozen { get; init; }

    /// <summary>Systems that cannot freeze the data; the measure says why and what is done instead.</summary>
    public required IReadOnlyList<RestrictedSystem> NotFrozen { get; init; }

    internal override Text Title => NotFrozen.Count == 0 ? RestrictionText.Title : RestrictionText.TitleInPart;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[RestrictionText.Lead, writing.Day(AnsweredOn)]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)), new Fact(writing[RestrictionText.Ground], Ground));
        ComposeSystems(flow, writing, RestrictionText.Frozen, RestrictionText.Measure, Frozen);
        ComposeSystems(flow, writing, RestrictionText.NotFrozen, RestrictionText.Instead, NotFrozen);
        flow.Heading(writing[RestrictionText.Meanwhile])
            .Paragraph(writing[RestrictionText.MeanwhileText])
            .Notice(Tone.Good, writing[RestrictionText.BeforeLifting], writing[RestrictionText.BeforeLiftingText])
            .Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }

    private static void ComposeSystems(Flow flow, Writing writing, Text heading, Text measure, IReadOnlyList<RestrictedSystem> systems)
    {
        if (systems.Count > 0)
        {
            flow.Heading(writing[heading]).Table(
                [new(writing[ReceiptText.System], 2.4), new(writing[measure], 5.6), new(writing[ReceiptText.Records], 1.5, ToRight: true)],
                systems.Select(s => (string[])[s.System, s.Measure, writing.Count(s.Records)]));
        }
    }
}

/// <param name="Measure">How the data are frozen, or why not and what is done instead; in words.</param>
public sealed record RestrictedSystem(string System, string Measure, long Records);

/// <summary>The notice before a restriction is lifted (GDPR art. 18(3)).</summary>
public sealed record RestrictionEndFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.RestrictionEnd;

    public required DateOnly ToldOn { get; init; }

    /// <summary>The first day on which the data may be processed again.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    internal override Text Title => RestrictionText.EndTitle;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[RestrictionText.EndLead, writing.Day(EndsOn)]);
        Identify(
            flow, writing,
            new Fact(writing[RestrictionText.ToldOn], writing.Day(ToldOn)),
            new Fact(writing[RestrictionText.EndsOn], writing.Day(EndsOn)));
        flow.Heading(writing[ReceiptText.Reason])
            .Paragraph(Reason)
            .Paragraph(writing[RestrictionText.EndLaw, Writing.Inline(Parties.DpoContact)])
            .Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

internal static class RestrictionText
{
    public static readonly Text Title = new("The processing of your data is restricted", "Le traitement de vos données est limité");
    public static readonly Text TitleInPart = new("The processing of your data is restricted in part", "Le traitement de vos données est limité en partie");
    public static readonly Text Lead = new(
        "As of {0}, the data named below are frozen: we keep them and do nothing else with them without your consent.",
        "Depuis le {0}, les données indiquées ci-dessous sont gelées : nous les conservons et n’en faisons rien d’autre sans votre consentement.");
    public static readonly Text Ground = new("Ground", "Motif");
    public static readonly Text Frozen = new("Where your data are frozen", "Où vos données sont gelées");
    public static readonly Text Measure = new("How", "Mesure");
    public static readonly Text NotFrozen = new("Where they could not be frozen", "Où elles n’ont pu être gelées");
    public static readonly Text Instead = new("Why, and what is done instead", "Pourquoi, et ce qui est fait à la place");
    public static readonly Text Meanwhile = new("While the restriction lasts", "Tant que dure la limitation");
    public static readonly Text MeanwhileText = new(
        "Apart from being stored, frozen data are only processed with your consent, for the establishment, exercise or defence of legal claims, to protect the rights of another person, or for reasons of important public interest (article 18(2) of the GDPR).",
        "Hormis leur conservation, les données gelées ne sont traitées qu’avec votre consentement, pour la constatation, l’exercice ou la défense de droits en justice, pour la protection des droits d’une autre personne, ou pour des motifs importants d’intérêt public (article 18, paragraphe 2, du RGPD).");
    public static readonly Text BeforeLifting = new("You will be told first", "Vous serez prévenu");
    public static readonly Text BeforeLiftingText = new(
        "We will inform you before the restriction is lifted (article 18(3) of the GDPR).",
        "Nous vous informerons avant que la limitation du traitement ne soit levée (article 18, paragraphe 3, du RGPD).");
    public static readonly Text EndTitle = new("The restriction is about to be lifted", "La limitation va être levée");
    public static readonly Text EndLead = new(
        "From {0} on, your data may be processed again as before your request.",
        "À compter du {0}, vos données pourront de nouveau être traitées comme avant votre demande.");
    public static readonly Text ToldOn = new("Notice of", "Avis du");
    public static readonly Text EndsOn = new("Lifted on", "Levée le");
    public static readonly Text EndLaw = new(
        "Article 18(3) of the GDPR has us tell you before. If you disagree, write to the data protection officer before that day: {0}.",
        "L’article 18, paragraphe 3, du RGPD nous impose de vous en informer au préalable. Si vous n’êtes pas d’accord, écrivez au délégué à la protection des données avant cette date : {0}.");
}
