using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>That access was given (GDPR art. 15): what was handed over by category and count, what was withheld and why, and the package's hash.</summary>
public sealed record AccessAnswerFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.AccessAnswer;

    public required DateOnly AnsweredOn { get; init; }

    public required IReadOnlyList<ReleasedData> Released { get; init; }

    public required IReadOnlyList<WithheldData> Withheld { get; init; }

    /// <summary>SHA-256 of the ZIP that was handed over, so that the person can prove what they got.</summary>
    public required string PackageSha256 { get; init; }

    public required long PackageBytes { get; init; }

    /// <summary>The last day on which the package can be fetched; null when it was handed over at once.</summary>
    public DateOnly? AvailableUntil { get; init; }

    internal override Text Title => AccessText.Title;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[AccessText.Lead, writing.Day(AnsweredOn)]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        flow.Heading(writing[AccessText.Released]).Table(
            [new(writing[ReceiptText.System], 3), new(writing[ReceiptText.Category], 5), new(writing[ReceiptText.Records], 1.5, ToRight: true)],
            Released.Select(r => (string[])[r.System, r.Category, writing.Count(r.Records)]));
        WithheldData.Compose(flow, writing, Withheld);
        HandledByHand.Compose(flow, writing, ByHand);
        flow.Heading(writing[AccessText.Package]).Paragraph(writing[AccessText.PackageText]).Facts(
        [
            new Fact("SHA-256", PackageSha256, Face.Mono),
            new Fact(writing[AccessText.Size], writing[AccessText.Bytes, writing.Count(PackageBytes)]),
            .. AvailableUntil is { } until ? (Fact[])[new Fact(writing[AccessText.AvailableUntil], writing.Day(until))] : [],
        ]);
        flow.Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

/// <summary>Records of one category in one system that the person was given.</summary>
public sealed record ReleasedData(string System, string Category, long Records);

/// <summary>What was not handed over, and why (third parties: art. 15(4)).</summary>
public sealed record WithheldData(string System, string Category, long Records, string Reason)
{
    internal static void Compose(Flow flow, Writing writing, IReadOnlyList<WithheldData> withheld)
    {
        if (withheld.Count > 0)
        {
            flow.Heading(writing[AccessText.Withheld]).Table(
                [new(writing[ReceiptText.System], 2), new(writing[ReceiptText.Category], 3), new(writing[ReceiptText.Reason], 4), new(writing[ReceiptText.Records], 1.5, ToRight: true)],
                withheld.Select(w => (string[])[w.System, w.Category, w.Reason, writing.Count(w.Records)]));
        }
    }
}

internal static class AccessText
{
    public static readonly Text Title = new("Answer to your request for access", "Réponse à votre demande d’accès");
    public static readonly Text Lead = new(
        "On {0} we gave you a copy of your personal data, with the information that article 15 of the GDPR entitles you to.",
        "Le {0}, nous vous avons remis une copie de vos données à caractère personnel, accompagnée des informations prévues à l’article 15 du RGPD.");
    public static readonly Text Released = new("What you were given", "Ce qui vous a été remis");
    public static readonly Text Withheld = new("What was withheld, and why", "Ce qui n’a pas été communiqué, et pourquoi");
    public static readonly Text Package = new("The package", "Le dossier remis");
    public static readonly Text PackageText = new(
        "It holds this report as a PDF, a page that opens offline, and all data as JSON and CSV. Its fingerprint proves that it is complete and unchanged.",
        "Il contient le rapport au format PDF, une page consultable hors ligne et toutes les données aux formats JSON et CSV. Son empreinte prouve qu’il est complet et inchangé.");
    public static readonly Text Size = new("Size", "Taille");
    public static readonly Text Bytes = new("{0} bytes", "{0} octets");
    public static readonly Text AvailableUntil = new("Available until", "Disponible jusqu’au");
}
