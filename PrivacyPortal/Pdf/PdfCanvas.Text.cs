namespace PrivacyPortal.Pdf;

/// <content>Text, plain and shaped.</content>
internal sealed partial class PdfCanvas
{
    /// <summary>One line of text. What no font draws is written as its code point, in place.</summary>
    public void Text(ReadOnlySpan<char> text, double x, double baseline, Face face, double size, Ink ink)
    {
        if (text.Length == 0)
        {
            return;
        }

        Mark();
        Fill(ink);
        if (TextMeasure.IsPlain(text, face))
        {
            Plain(text, Typefaces.Of(face), x, baseline, size);
            return;
        }

        foreach (var run in TextRuns.Of(text, face))
        {
            x += Run(text.Slice(run.Start, run.Length), run, x, baseline, face, size);
        }
    }

    private EmbeddedFont Select(TrueTypeFont font, double size)
    {
        if (!_fonts.TryGetValue(font, out var embedded))
        {
            embedded = new EmbeddedFont(font, _file.Reserve(), "F" + _fonts.Count);
            _fonts.Add(font, embedded);
        }

        if (_font != (embedded, size))
        {
            _font = (embedded, size);
            _content.Raw((byte)'/').Ascii(embedded.Resource).Raw((byte)' ').Number(size).Ascii("Tf ");
        }

        return embedded;
    }

    private double Plain(ReadOnlySpan<char> text, TrueTypeFont font, double x, double baseline, double size)
    {
        _content.Ascii("BT ");
        var embedded = Select(font, size);
        _content.Number(x).Number(Height - baseline).Ascii("Td <");
        long units = 0;
        for (var i = 0; i < text.Length;)
        {
            var codePoint = TextRuns.CodePointAt(text, i, out var length);
            _content.Hex4(embedded.CodeOf(codePoint));
            units += font.Advance(font.Glyph(codePoint));
            i += length;
        }

        _content.Ascii(">Tj ET\n");
        return units * size / font.UnitsPerEm;
    }

    private double Run(ReadOnlySpan<char> text, TextRun run, double x, double baseline, Face face, double size)
    {
        switch (run.Kind)
        {
            case RunKind.Shaped:
                return Shaped(text, run, x, baseline, face, size);
            case RunKind.Plain when !run.IsRightToLeft:
                return Plain(text, run.Font!, x, baseline, size);
            default:
                break;
        }

        var width = 0.0;
        for (var i = 0; i < text.Length;)
        {
            // Without a shaper, a run from right to left is at least written in that order.
            var at = run.IsRightToLeft ? text.Length - 1 - i : i;
            at -= run.IsRightToLeft && at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? 1 : 0;
            var codePoint = TextRuns.CodePointAt(text, at, out var length);
            width += run.Font is { } font
                ? Plain(text.Slice(at, length), font, x + width, baseline, size)
                : Plain(TextRuns.Label(codePoint), Typefaces.Of(face), x + width, baseline, size);
            i += length;
        }

        return width;
    }

    /// <summary>
    /// Glyphs one by one where the shaper put them, with what they read as: text from left to right at once, in reading order; from
    /// right to left letter by letter, since readers turn what stands there around themselves.
    /// </summary>
    private double Shaped(ReadOnlySpan<char> text, TextRun run, double x, double baseline, Face face, double size)
    {
        var scale = size / run.Font!.UnitsPerEm;
        var width = 0.0;
        var cluster = -1;
        foreach (var glyph in HarfBuzz.Shape(run.Font, text, run.IsRightToLeft))
        {
            if (cluster < 0 || (run.IsRightToLeft && glyph.Cluster != cluster))
            {
                _content.Ascii(cluster < 0 ? "" : "EMC\n");
                var end = cluster < 0 ? text.Length : cluster;
                cluster = glyph.Cluster;
                _content.Ascii("/Span<</ActualText ").Utf16(run.IsRightToLeft ? text[cluster..end].ToString() : text.ToString()).Ascii(">>BDC\n");
            }

            var codePoint = TextRuns.CodePointAt(text, glyph.Cluster, out _);
            if (glyph.Glyph == 0)
            {
                width += Plain(TextRuns.Label(codePoint), Typefaces.Of(face), x + width, baseline, size);
                continue;
            }

            _content.Ascii("BT ");
            var embedded = Select(run.Font, size);
            _content.Number(x + width + (glyph.OffsetX * scale)).Number(Height - baseline + (glyph.OffsetY * scale))
                .Ascii("Td <").Hex4(embedded.CodeOfGlyph(glyph.Glyph, char.ConvertFromUtf32(codePoint))).Ascii(">Tj ET\n");
            width += glyph.Advance * scale;
        }

        _content.Ascii(cluster < 0 ? "" : "EMC\n");
        return width;
    }
}
