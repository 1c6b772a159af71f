namespace PrivacyPortal.Pdf;

/// <summary>The form field that a signature hangs on: invisible, on the first page, and known to screen readers.</summary>
internal sealed record SignatureField(int Number, int ValueNumber)
{
    public static SignatureField Add(PdfFile file, PdfCanvas canvas, PdfSignature signature)
    {
        var field = new SignatureField(file.Reserve(), file.Reserve());
        var description = signature.Reason.Length > 0 ? signature.Reason : signature.Name;
        var page = canvas.FirstPage;
        var form = canvas.Structure.Add(canvas.Structure.Document, Role.Form);
        form.Extra.Ascii("/Alt ").Utf16(description);
        form.AddAnnotation(page.Number, field.Number);
        canvas.Structure.Close(form);
        var key = canvas.Structure.NextKey();
        canvas.Structure.SetParent(key, form.Number);
        page.Annotations.Add(field.Number);

        // Flags: printed and locked.
        file.Object(field.Number).Ascii("<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/TU ").Utf16(description)
            .Ascii("/F 132/Rect[0 0 0 0]/P ").Ref(page.Number).Ascii("/V ").Ref(field.ValueNumber)
            .Ascii("/StructParent ").Integer(key).Ascii(">>");
        return field;
    }
}
