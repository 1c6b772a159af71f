using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>That an objection is accepted (GDPR art. 21). One that is declined is told by a <see cref="RefusalFacts"/>.</summary>
public sealed record ObjectionFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Objection;

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>Whether direct marketing stops: the identity is then on the suppression list, as a keyed hash.</summary>
    public required bool DirectMarketing { get; init; }

    /// <summary>What they objected to, in words.</summary>
    public required string Scope { get; init; }

    /// <summary>What is no longer done with their data, in the DPO's words.</summary>
    public required string Stopped { get; init; }

    internal override Text Title => RulingText.ObjectionTitle;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[DirectMarketing ? RulingText.MarketingLead : RulingText.ObjectionLead, writing.Day(AnsweredOn)]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)), new Fact(writing[RulingText.ObjectedTo], Scope));
        flow.Heading(writing[RulingText.Stopped]).Paragraph(Stopped);
        if (DirectMarketing)
        {
            flow.Notice(Tone.Good, writing[RulingText.Suppressed], writing[RulingText.SuppressedText]);
        }

        flow.Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

/// <summary>That a person reviewed an automated decision (GDPR art. 22(3)): who, with what outcome, and why.</summary>
public sealed record HumanReviewFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.HumanReview;

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>The person who reviewed it, by name and function.</summary>
    public required string Reviewer { get; init; }

    /// <summary>Whether the decision stands, in words.</summary>
    public required string Outcome { get; init; }

    public required string Reasons { get; init; }

    internal override Text Title => RulingText.ReviewTitle;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[RulingText.ReviewLead, Reviewer]);
        Identify(
            flow, writing,
            new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)),
            new Fact(writing[RulingText.Reviewer], Reviewer),
            new Fact(writing[RulingText.Outcome], Outcome));
        flow.Heading(writing[RulingText.Reasons])
            .Paragraph(Reasons)
            .Paragraph(writing[RulingText.ReviewLaw, Writing.Inline(Parties.DpoContact)])
            .Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

internal static class RulingText
{
    public static readonly Text ObjectionTitle = new("Your objection is accepted", "Votre opposition est accueillie");
    public static readonly Text MarketingLead = new(
        "Your data are no longer used for direct marketing. Your objection took effect at once; this letter of {0} confirms it (article 21(2) and (3) of the GDPR).",
        "Vos données ne sont plus utilisées à des fins de prospection. Votre opposition a pris effet immédiatement ; ce courrier du {0} vous le confirme (article 21, paragraphes 2 et 3, du RGPD).");
    public static readonly Text ObjectionLead = new(
        "On {0} we stopped the processing to which you objected (article 21(1) of the GDPR).",
        "Le {0}, nous avons mis fin au traitement auquel vous vous êtes opposé (article 21, paragraphe 1, du RGPD).");
    public static readonly Text ObjectedTo = new("Objection to", "Opposition à");
    public static readonly Text Stopped = new("What has stopped", "Ce qui a cessé");
    public static readonly Text Suppressed = new("You will not be contacted again", "Vous ne serez plus sollicité");
    public static readonly Text SuppressedText = new(
        "So that we remember your objection, a fingerprint of your identity is on our suppression list. It allows us to recognise you if your details reach us again, and for nothing else; your details themselves are not on it.",
        "Pour garder mémoire de votre opposition, une empreinte de votre identité figure sur notre liste d’opposition. Elle permet de vous reconnaître si vos coordonnées nous parviennent de nouveau, et rien d’autre ; vos coordonnées elles-mêmes n’y figurent pas.");
    public static readonly Text ReviewTitle = new("A person reviewed the decision", "Une personne a réexaminé la décision");
    public static readonly Text ReviewLead = new(
        "The automated decision about you was reviewed by {0}, who looked at your case and at what you told us and had the power to change the decision.",
        "La décision automatisée vous concernant a été réexaminée par {0}, qui a étudié votre cas et vos observations et avait le pouvoir de modifier la décision.");
    public static readonly Text Reviewer = new("Reviewed by", "Réexaminée par");
    public static readonly Text Outcome = new("Outcome", "Issue");
    public static readonly Text Reasons = new("Reasons", "Motifs");
    public static readonly Text ReviewLaw = new(
        "Article 22(3) of the GDPR entitles you to human intervention, to express your point of view and to contest the decision. To contest this outcome, write to {0}.",
        "L’article 22, paragraphe 3, du RGPD vous donne le droit d’obtenir une intervention humaine, d’exprimer votre point de vue et de contester la décision. Pour contester cette issue, écrivez à {0}.");
}
