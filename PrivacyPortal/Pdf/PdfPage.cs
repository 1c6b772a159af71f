namespace PrivacyPortal.Pdf;

/// <summary>A page until the end of the document, when its foot can be drawn and it is written.</summary>
internal sealed class PdfPage(int number, int structureKey)
{
    public int Number { get; } = number;

    public int StructureKey { get; } = structureKey;

    public List<int> Contents { get; } = new(2);

    public List<int> Annotations { get; } = [];

    public void WriteTo(PdfFile file, int pageTree, int resources, double width, double height)
    {
        var page = file.Object(Number).Ascii("<</Type/Page/Parent ").Ref(pageTree).Ascii("/MediaBox[0 0 ").Number(width).Number(height)
            .Ascii("]/Resources ").Ref(resources).Ascii("/StructParents ").Integer(StructureKey).Ascii("/Tabs/S/Contents[");
        foreach (var content in Contents)
        {
            page.Ref(content);
        }

        page.Raw((byte)']');
        if (Annotations.Count > 0)
        {
            page.Ascii("/Annots[");
            foreach (var annotation in Annotations)
            {
                page.Ref(annotation);
            }

            page.Raw((byte)']');
        }

        page.Ascii(">>");
    }
}
