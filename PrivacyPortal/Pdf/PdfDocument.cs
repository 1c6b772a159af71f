using System.Text;

namespace PrivacyPortal.Pdf;

/// <summary>
/// Documents as PDF 1.7: tagged for screen readers, with fonts, colour space and data inside (PDF/A-3), optionally signed (PAdES).
/// <code>
/// var bytes = PdfDocument.Render(new PdfInfo("Receipt", "Acme", "en-GB", now), flow =>
/// {
///     flow.Title("Receipt");
///     flow.Paragraph("We have received your letter.");
/// });
/// </code>
/// </summary>
public static class PdfDocument
{
    private static readonly string Producer = typeof(PdfDocument).Assembly.GetName().Name!;

    /// <summary>
    /// Lets <paramref name="compose"/> write the document from top to bottom, once: rows given to a table are enumerated while they
    /// are written and not kept. Equal input gives equal bytes, but for the signature.
    /// </summary>
    public static byte[] Render(PdfInfo info, Action<Flow> compose, PdfSignature? signature = null)
    {
        var file = new PdfFile();
        var canvas = new PdfCanvas(file, info.Landscape);
        var flow = new Flow(canvas, info);
        compose(flow);
        var field = signature is null ? null : SignatureField.Add(file, canvas, signature);
        var pages = flow.Finish();

        var catalog = new PdfBuffer(512).Ascii("<</Type/Catalog/Pages ").Ref(pages).Ascii("/Lang ").Utf16(info.Language)
            .Ascii("/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/StructTreeRoot ").Ref(canvas.Structure.Finish());
        if (!canvas.Outline.IsEmpty)
        {
            catalog.Ascii("/Outlines ").Ref(canvas.Outline.WriteTo(file));
        }

        if (field is not null)
        {
            catalog.Ascii("/AcroForm<</SigFlags 3/Fields[").Ref(field.Number).Ascii("]>>");
        }

        Attach(file, catalog, info);
        Describe(file, catalog, info);
        var root = file.Reserve();
        file.Object(root).Raw(catalog.Written).Ascii(">>");
        return file.Finish(root, Information(file, info), field is null ? null : (field.ValueNumber, signature!), info.Created);
    }

    private static void Attach(PdfFile file, PdfBuffer catalog, PdfInfo info)
    {
        if (info.Attachments.Count == 0)
        {
            return;
        }

        var specifications = info.Attachments.Select(attachment => (attachment.FileName, Number: Attachment(file, attachment, info.Created))).ToList();
        catalog.Ascii("/AF[");
        foreach (var (_, number) in specifications)
        {
            catalog.Ref(number);
        }

        catalog.Ascii("]/Names<</EmbeddedFiles<</Names[");
        foreach (var (name, number) in specifications.OrderBy(s => s.FileName, StringComparer.Ordinal))
        {
            catalog.Utf16(name).Ref(number);
        }

        catalog.Ascii("]>>>>");
    }

    private static int Attachment(PdfFile file, PdfAttachment attachment, DateTimeOffset created)
    {
        int content = file.Reserve(), specification = file.Reserve();
        var dates = Encoding.ASCII.GetString(new PdfBuffer().Ascii("/ModDate").Date(created).Written);
        file.Stream(
            content,
            $"/Type/EmbeddedFile/Subtype/{attachment.MediaType.Replace("/", "#2F", StringComparison.Ordinal)}/Params<</Size {attachment.Content.Length}{dates}>>",
            attachment.Content.Span);
        file.Object(specification).Ascii("<</Type/Filespec/F ").Utf16(attachment.FileName).Ascii("/UF ").Utf16(attachment.FileName)
            .Ascii("/AFRelationship/Data/Desc ").Utf16(attachment.Description)
            .Ascii("/EF<</F ").Ref(content).Ascii("/UF ").Ref(content).Ascii(">>>>");
        return specification;
    }

    private static void Describe(PdfFile file, PdfBuffer catalog, PdfInfo info)
    {
        int metadata = file.Reserve(), profile = file.Reserve();
        file.Stream(metadata, "/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(XmpMetadata.Of(info, Producer)), compress: false);
        file.Stream(profile, "/N 3", SrgbProfile.Bytes);
        catalog.Ascii("/Metadata ").Ref(metadata)
            .Ascii("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ")
            .Ref(profile).Ascii(">>]");
    }

    private static int Information(PdfFile file, PdfInfo info)
    {
        var number = file.Reserve();
        file.Object(number).Ascii("<</Title ").Utf16(info.Title).Ascii("/Author ").Utf16(info.Author).Ascii("/Subject ").Utf16(info.Subject)
            .Ascii("/Producer ").Utf16(Producer).Ascii("/CreationDate ").Date(info.Created).Ascii("/ModDate ").Date(info.Created).Ascii(">>");
        return number;
    }
}
