using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>A refusal, whole or in part, with what GDPR art. 12(4) asks: the reasons, the complaint, the judicial remedy.</summary>
public sealed record RefusalFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Refusal;

    public required DateOnly AnsweredOn { get; init; }

    public required IReadOnlyList<RefusedData> Reasons { get; init; }

    /// <summary>True when part of the request is granted; another receipt tells that part.</summary>
    public bool InPart { get; init; }

    internal override Text Title => InPart ? RefusalLetterText.TitleInPart : RefusalLetterText.Title;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[InPart ? RefusalLetterText.LeadInPart : RefusalLetterText.Lead]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        flow.Heading(writing[RefusalLetterText.Reasons]).Table(
            [new(writing[RefusalLetterText.What], 2.5), new(writing[RefusalLetterText.Article], 2), new(writing[ReceiptText.Reason], 5)],
            Reasons.Select(r => (string[])[r.What, r.Article, r.Reason]));
        flow.Heading(writing[RefusalLetterText.Remedies])
            .Paragraph(writing[RefusalLetterText.Ask, Parties.Dpo, Writing.Inline(Parties.DpoContact)])
            .Notice(Tone.Neutral, writing[RefusalLetterText.Complaint], writing[RefusalLetterText.ComplaintText, Parties.Authority, Writing.Inline(Parties.AuthorityContact)])
            .Notice(Tone.Neutral, writing[RefusalLetterText.Court], writing[RefusalLetterText.CourtText]);
    }
}

/// <param name="What">The whole request, or the category that is refused.</param>
/// <param name="Article">Such as <c>Article 17(3)(b)</c>.</param>
public sealed record RefusedData(string What, string Article, string Reason);

internal static class RefusalLetterText
{
    public static readonly Text Title = new("We cannot grant your request", "Nous ne pouvons donner suite à votre demande");
    public static readonly Text TitleInPart = new("We cannot grant all of your request", "Nous ne pouvons donner entièrement suite à votre demande");
    public static readonly Text Lead = new(
        "We have examined your request and cannot grant it. Below you find why, and what you can do if you disagree.",
        "Nous avons examiné votre demande et ne pouvons y donner suite. Vous trouverez ci-dessous les motifs, ainsi que les voies de recours qui vous sont ouvertes.");
    public static readonly Text LeadInPart = new(
        "We have examined your request and grant part of it. Below you find what is refused and why, and what you can do if you disagree.",
        "Nous avons examiné votre demande et y donnons suite en partie. Vous trouverez ci-dessous ce qui est refusé et pourquoi, ainsi que les voies de recours qui vous sont ouvertes.");
    public static readonly Text Reasons = new("Reasons", "Motifs");
    public static readonly Text What = new("What is refused", "Ce qui est refusé");
    public static readonly Text Article = new("Legal basis", "Fondement");
    public static readonly Text Remedies = new("If you disagree", "Si vous n’êtes pas d’accord");
    public static readonly Text Ask = new(
        "You may ask our data protection officer to look at it again: {0}, {1}. This costs nothing and does not affect the remedies below.",
        "Vous pouvez demander à notre délégué à la protection des données un nouvel examen : {0}, {1}. Cette démarche est gratuite et n’affecte pas les recours ci-dessous.");
    public static readonly Text Complaint = new("Complaint to the supervisory authority", "Réclamation auprès de l’autorité de contrôle");
    public static readonly Text ComplaintText = new(
        "You may lodge a complaint, free of charge, with {0}, {1}, or with the authority of the place where you live or work or where the infringement took place (article 77 of the GDPR).",
        "Vous pouvez introduire gratuitement une réclamation auprès de : {0}, {1}, ou de l’autorité du lieu de votre résidence, de votre travail ou de la violation alléguée (article 77 du RGPD).");
    public static readonly Text Court = new("Judicial remedy", "Recours juridictionnel");
    public static readonly Text CourtText = new(
        "You may bring proceedings before the courts of the Member State where we are established or where you have your habitual residence (article 79 of the GDPR), whether or not you complain first.",
        "Vous pouvez saisir les juridictions de l’État membre où nous sommes établis ou de celui de votre résidence habituelle (article 79 du RGPD), que vous ayez ou non introduit une réclamation.");
}
