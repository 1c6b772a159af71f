using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>What makes a document checkable; printed in its last panel.</summary>
/// <param name="AuditHead">Hash of the last line of the audit log before it: the log cannot be rewritten without this paper telling.</param>
public sealed record Seal(string CheckCode, string CheckUrl, DateTimeOffset IssuedAt, string CertificateFingerprint, long AuditSequence, string AuditHead);

/// <summary>From facts to a PDF: letterhead, title, what the facts compose, contacts, seal.</summary>
public static class ReceiptDocument
{
    /// <summary>Room for the seal, so that it does not stand on a page alone.</summary>
    private const double SealHeight = 124;

    public const string AttachmentName = "receipt.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Unsigned when <paramref name="signature"/> is null.</summary>
    public static byte[] Render(ReceiptFacts facts, Seal seal, PdfSignature? signature) => Render(facts, seal, seal.IssuedAt, signature);

    /// <summary>
    /// What the document would say if it were issued now. Every page says that it is a preview; it is unsigned, has no check code and carries no
    /// facts, so that nobody can take it for the document.
    /// </summary>
    public static byte[] Preview(ReceiptFacts facts, DateTimeOffset now) => Render(facts, null, now, null);

    private static byte[] Render(ReceiptFacts facts, Seal? seal, DateTimeOffset at, PdfSignature? signature)
    {
        var writing = new Writing(Languages.Of(facts.Language), facts.Parties.TimeZone);
        var parties = facts.Parties;
        var title = writing[facts.Title];
        var info = new PdfInfo($"{title} · {facts.Reference}", parties.Controller, writing.Culture.Name, at)
        {
            Subject = title,
            Landscape = facts.IsLandscape,
            Letterhead = parties.Controller,
            LetterheadNote = Writing.Inline(parties.ControllerAddress),
            Kicker = $"{writing[ReceiptText.Of(facts.Kind)]} · {facts.Reference}",
            Footer = $"{parties.Controller} · {(seal is null ? writing[ReceiptText.Preview] : writing[ReceiptText.IssuedOn, writing.Instant(at)])}",
            Banner = seal is null ? writing[ReceiptText.Preview] : "",
            PageLabel = writing[ReceiptText.PageOf],
            Attachments = seal is null ? [] : [new PdfAttachment(AttachmentName, "application/json", Attachment(facts, seal), writing[ReceiptText.AttachmentDescription])],
        };
        return PdfDocument.Render(
            info,
            flow =>
            {
                flow.Title(title);
                facts.Compose(flow, writing);
                Close(flow, writing, parties, seal);
            },
            signature);
    }

    private static byte[] Attachment(ReceiptFacts facts, Seal seal) =>
        JsonSerializer.SerializeToUtf8Bytes(new { seal, facts = (object)facts }, Json);

    private static void Close(Flow flow, Writing writing, ReceiptParties parties, Seal? seal)
    {
        flow.Space(4).Blocks(
            [(writing[ReceiptText.Controller], $"{parties.Controller}\n{parties.ControllerAddress}"),
            (writing[ReceiptText.Dpo], $"{parties.Dpo}\n{parties.DpoContact.Replace(", ", "\n", StringComparison.Ordinal)}"),
            (writing[ReceiptText.Authority], $"{parties.Authority}\n{parties.AuthorityContact}")],
            keptWith: SealHeight);
        if (seal is null)
        {
            return;
        }

        flow.CodePanel(
            seal.CheckUrl,
            writing[ReceiptText.CodeAlternative],
            writing[ReceiptText.CheckTitle],
            writing[ReceiptText.CheckText],
            new Fact(writing[ReceiptText.Code], seal.CheckCode, Face.Mono),
            new Fact(writing[ReceiptText.Certificate], seal.CertificateFingerprint, Face.Mono),
            new Fact(writing[ReceiptText.LogHead, seal.AuditSequence], seal.AuditHead, Face.Mono));
    }
}
