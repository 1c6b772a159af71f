using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>Acknowledgement of receipt: the request is on record, and from this day the time runs (GDPR art. 12(3)).</summary>
public sealed record AcknowledgementFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Acknowledgement;

    /// <summary>The day on which the answer is due, as the clock stands.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How it reached the controller, in words.</summary>
    public required string Channel { get; init; }

    public bool IdentityConfirmed { get; init; }

    internal override Text Title => AcknowledgementText.Title;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[AcknowledgementText.Lead, writing.Day(ReceivedOn), writing.Day(DueOn)]);
        Identify(
            flow, writing,
            new Fact(writing[AcknowledgementText.Channel], Channel),
            new Fact(writing[AcknowledgementText.DueOn], writing.Day(DueOn)));
        flow.Heading(writing[AcknowledgementText.Next]).Bullets(
        [
            writing[IdentityConfirmed ? AcknowledgementText.IdentityDone : AcknowledgementText.IdentityFirst],
            writing[AcknowledgementText.Search],
            writing[AcknowledgementText.Answer],
            writing[AcknowledgementText.Longer],
        ]);
        flow.Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[AcknowledgementText.Rights, Parties.Authority]);
    }
}

internal static class AcknowledgementText
{
    public static readonly Text Title = new("We have received your request", "Nous avons bien reçu votre demande");
    public static readonly Text Lead = new(
        "Your request reached us on {0}. We will answer it by {1} at the latest.",
        "Votre demande nous est parvenue le {0}. Nous y répondrons au plus tard le {1}.");
    public static readonly Text Channel = new("Received through", "Reçue par");
    public static readonly Text DueOn = new("Answer due by", "Réponse au plus tard le");
    public static readonly Text Next = new("What happens next", "La suite");
    public static readonly Text IdentityFirst = new(
        "We first make sure that the request comes from you, by the least intrusive means there is. If we need more from you, we will tell you what and why.",
        "Nous nous assurons d’abord que la demande vient bien de vous, par le moyen le moins intrusif. S’il nous manque un élément, nous vous dirons lequel et pourquoi.");
    public static readonly Text IdentityDone = new(
        "Your identity has been confirmed; nothing more is asked of you.",
        "Votre identité est confirmée ; rien d’autre ne vous est demandé.");
    public static readonly Text Search = new(
        "We look for your data in every system that holds some.",
        "Nous recherchons vos données dans tous les systèmes susceptibles d’en contenir.");
    public static readonly Text Answer = new(
        "We answer you in writing, whatever the outcome, free of charge.",
        "Nous vous répondons par écrit, quelle que soit l’issue, et sans frais.");
    public static readonly Text Longer = new(
        "If the request is complex, the time may be extended once, by two months; you would be told, with the reasons, within the first month (article 12(3) of the GDPR).",
        "Si la demande est complexe, le délai peut être prolongé une fois, de deux mois ; vous en seriez informé, motifs à l’appui, dans le premier mois (article 12, paragraphe 3, du RGPD).");
    public static readonly Text Rights = new(
        "You may withdraw your request at any time, without giving a reason. You may also lodge a complaint with the supervisory authority ({0}) or seek a judicial remedy (articles 77 and 79 of the GDPR).",
        "Vous pouvez retirer votre demande à tout moment, sans motif. Vous pouvez aussi introduire une réclamation auprès de l’autorité de contrôle ({0}) ou former un recours juridictionnel (articles 77 et 79 du RGPD).");
}
