using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>
/// That data were handed over for reuse (GDPR art. 20): what the person provided or what was observed of them, under consent or contract; what
/// the right does not cover; and the package's hash.
/// </summary>
public sealed record PortabilityFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Portability;

    public required DateOnly AnsweredOn { get; init; }

    public required IReadOnlyList<ReleasedData> Released { get; init; }

    /// <summary>What is not in the package, and why: another legal basis, data from elsewhere, other persons.</summary>
    public required IReadOnlyList<WithheldData> LeftOut { get; init; }

    /// <summary>SHA-256 of the ZIP that was handed over; empty when nothing was.</summary>
    public required string PackageSha256 { get; init; }

    public required long PackageBytes { get; init; }

    internal override Text Title => PortabilityText.Title;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[PortabilityText.Lead, writing.Day(AnsweredOn)]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        flow.Heading(writing[AccessText.Released]).Table(
            [new(writing[ReceiptText.System], 3), new(writing[ReceiptText.Category], 5), new(writing[ReceiptText.Records], 1.5, ToRight: true)],
            Released.Select(r => (string[])[r.System, r.Category, writing.Count(r.Records)]));
        if (LeftOut.Count > 0)
        {
            flow.Heading(writing[PortabilityText.LeftOut]).Paragraph(writing[PortabilityText.LeftOutText]).Table(
                [new(writing[ReceiptText.System], 2), new(writing[ReceiptText.Category], 3), new(writing[ReceiptText.Reason], 4), new(writing[ReceiptText.Records], 1.5, ToRight: true)],
                LeftOut.Select(w => (string[])[w.System, w.Category, w.Reason, writing.Count(w.Records)]));
        }

        flow.Heading(writing[AccessText.Package]).Paragraph(writing[PortabilityText.PackageText]).Facts(
        [
            new Fact("SHA-256", PackageSha256, Face.Mono),
            new Fact(writing[AccessText.Size], writing[AccessText.Bytes, writing.Count(PackageBytes)]),
        ]);
        flow.Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

internal static class PortabilityText
{
    public static readonly Text Title = new("Your data, for you to reuse", "Vos données, pour les réutiliser");
    public static readonly Text Lead = new(
        "On {0} we gave you the data that you provided and that we observed of you under your consent or a contract, in formats that another service can read (article 20 of the GDPR).",
        "Le {0}, nous vous avons remis les données que vous avez fournies et celles observées de votre activité, traitées sur la base de votre consentement ou d’un contrat, dans des formats lisibles par un autre service (article 20 du RGPD).");
    public static readonly Text LeftOut = new("What portability does not cover", "Ce que la portabilité ne couvre pas");
    public static readonly Text LeftOutText = new(
        "A copy of these data can be had by a request for access (article 15 of the GDPR), save those of other persons.",
        "Une copie de ces données peut être obtenue par une demande d’accès (article 15 du RGPD), hors celles d’autres personnes.");
    public static readonly Text PackageText = new(
        "It holds the data as JSON and as one CSV file per table: structured, commonly used and machine-readable. You may transmit it to another controller without hindrance from us.",
        "Il contient les données au format JSON et dans un fichier CSV par table : structurés, couramment utilisés et lisibles par machine. Vous pouvez le transmettre à un autre responsable de traitement sans que nous y fassions obstacle.");
}
