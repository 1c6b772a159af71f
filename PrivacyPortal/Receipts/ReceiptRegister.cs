using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>Which receipts were issued in a time, by hash. Only its own hash is archived: it can be made again at any time.</summary>
public sealed record ReceiptRegisterFacts : ReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.ReceiptRegister;

    public override bool IsArchived => false;

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required IReadOnlyList<RegisteredReceipt> Receipts { get; init; }

    internal override bool IsLandscape => true;

    internal override Text Title => ReceiptRegisterText.Title;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[ReceiptRegisterText.Lead, writing.Count(Receipts.Count), writing.Day(From), writing.Day(Until)]);
        flow.Table(
            [
                new(writing[ReceiptText.Reference], 2.6, Face.Mono), new(writing[ReceiptRegisterText.Document], 2.6), new(writing[ReceiptRegisterText.Issued], 3),
                new(writing[ReceiptRegisterText.By], 1.8), new(writing[ReceiptRegisterText.Fingerprint], 5.4, Face.Mono),
            ],
            Receipts.Select(r => (string[])[r.Reference, r.Document, writing.Instant(r.IssuedAt), r.IssuedBy, r.Sha256]),
            size: 7);
    }
}

/// <param name="Document">What it is, in words.</param>
public sealed record RegisteredReceipt(string Reference, string Document, DateTimeOffset IssuedAt, string IssuedBy, string Sha256);

internal static class ReceiptRegisterText
{
    public static readonly Text Title = new("Register of receipts", "Registre des documents délivrés");
    public static readonly Text Lead = new("{0} documents issued from {1} to {2}.", "{0} documents délivrés du {1} au {2}.");
    public static readonly Text Document = new("Document", "Document");
    public static readonly Text Issued = new("Issued", "Délivré le");
    public static readonly Text By = new("By", "Par");
    public static readonly Text Fingerprint = new("SHA-256", "SHA-256");
}
