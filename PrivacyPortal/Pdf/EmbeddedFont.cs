using System.Text;

namespace PrivacyPortal.Pdf;

/// <summary>A font as one document uses it: the characters met so far, each with its code, in the order in which they were met.</summary>
internal sealed class EmbeddedFont(TrueTypeFont font, int number, string resource)
{
    private const int CharactersPerBlock = 100;

    private readonly List<ushort> _glyphs = [0];
    private readonly List<string> _texts = [""];
    private readonly ushort[]?[] _codes = new ushort[0x1100][];
    private readonly Dictionary<ushort, ushort> _shapedCodes = [];

    public TrueTypeFont Font { get; } = font;

    public int Number { get; } = number;

    /// <summary>The name under which pages select it.</summary>
    public string Resource { get; } = resource;

    /// <summary>
    /// The code of a character. Two characters that share a glyph (a blank and a no-break blank) get two codes, so that copied text
    /// is exactly what was written.
    /// </summary>
    public int CodeOf(int codePoint)
    {
        var page = _codes[codePoint >> 8] ??= new ushort[256];
        ref var code = ref page[codePoint & 255];
        if (code == 0)
        {
            code = Add(Font.Glyph(codePoint), char.ConvertFromUtf32(codePoint));
        }

        return code;
    }

    /// <summary>The code of a glyph that a shaper chose; what it reads as is told by the marked content around it.</summary>
    public int CodeOfGlyph(ushort glyph, string text)
    {
        if (!_shapedCodes.TryGetValue(glyph, out var code))
        {
            code = Add(glyph, text);
            _shapedCodes.Add(glyph, code);
        }

        return code;
    }

    /// <summary>Writes the subset and what readers need to measure and to copy its text.</summary>
    public void WriteTo(PdfFile file)
    {
        int descendant = file.Reserve(), descriptor = file.Reserve(), program = file.Reserve(), unicode = file.Reserve();
        var name = SubsetTag() + "+" + Font.PostScriptName;
        var subset = FontSubset.Of(Font, _glyphs);
        file.Stream(program, $"/Length1 {subset.Length}", subset);
        file.Stream(unicode, "", UnicodeMap().Written);

        var scale = 1000.0 / Font.UnitsPerEm;
        file.Object(descriptor).Ascii("<</Type/FontDescriptor/FontName/").Ascii(name).Ascii("/Flags 4/FontBBox[")
            .Number(Font.Box.Left * scale).Number(Font.Box.Bottom * scale).Number(Font.Box.Right * scale).Number(Font.Box.Top * scale)
            .Ascii("]/ItalicAngle 0/StemV 80/Ascent ").Number(Font.Ascent * scale).Ascii("/Descent ").Number(Font.Descent * scale)
            .Ascii("/CapHeight ").Number(Font.CapHeight * scale).Ascii("/FontFile2 ").Ref(program).Ascii(">>");

        var widths = file.Object(descendant).Ascii("<</Type/Font/Subtype/CIDFontType2/BaseFont/").Ascii(name)
            .Ascii("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/FontDescriptor ")
            .Ref(descriptor).Ascii("/W[0[");
        foreach (var glyph in _glyphs)
        {
            widths.Number(Font.Advance(glyph) * scale);
        }

        widths.Ascii("]]>>");
        file.Object(Number).Ascii("<</Type/Font/Subtype/Type0/BaseFont/").Ascii(name)
            .Ascii("/Encoding/Identity-H/DescendantFonts[").Ref(descendant).Ascii("]/ToUnicode ").Ref(unicode).Ascii(">>");
    }

    private ushort Add(ushort glyph, string text)
    {
        _glyphs.Add(glyph);
        _texts.Add(text);
        return (ushort)(_glyphs.Count - 1);
    }

    private PdfBuffer UnicodeMap()
    {
        var map = new PdfBuffer(2048).Ascii("""
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange

            """);
        for (var start = 1; start < _texts.Count; start += CharactersPerBlock)
        {
            var count = Math.Min(CharactersPerBlock, _texts.Count - start);
            map.Integer(count).Ascii(" beginbfchar\n");
            for (var code = start; code < start + count; code++)
            {
                map.Raw((byte)'<').Hex4(code).Ascii("><");
                foreach (var unit in _texts[code])
                {
                    map.Hex4(unit);
                }

                map.Ascii(">\n");
            }

            map.Ascii("endbfchar\n");
        }

        return map.Ascii("endcmap CMapName currentdict /CMap defineresource pop end end");
    }

    /// <summary>Six letters that differ between subsets, as the format asks; made from the glyphs so that equal documents are equal.</summary>
    private string SubsetTag()
    {
        var hash = 17u;
        foreach (var glyph in _glyphs)
        {
            hash = (hash * 31) + glyph;
        }

        var tag = new StringBuilder();
        for (var i = 0; i < 6; i++, hash /= 26)
        {
            tag.Append((char)('A' + (hash % 26)));
        }

        return tag.ToString();
    }
}
