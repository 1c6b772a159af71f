namespace PrivacyPortal.Pdf;

/// <summary>How wide text is, and where its lines end.</summary>
internal static class TextMeasure
{
    /// <summary>Whether every character is drawn alone by the face itself.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text, Face face)
    {
        var widths = Typefaces.Widths(face);
        foreach (var unit in text)
        {
            if (widths[unit] < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>In points.</summary>
    public static double Width(ReadOnlySpan<char> text, Face face, double size)
    {
        var widths = Typefaces.Widths(face);
        long units = 0;
        foreach (var unit in text)
        {
            var width = widths[unit];
            if (width < 0)
            {
                return RunsWidth(text, face, size);
            }

            units += width;
        }

        return units * size / Typefaces.Of(face).UnitsPerEm;
    }

    /// <summary>In points, of a character without glyph as it will be written.</summary>
    public static double LabelWidth(int codePoint, Face face, double size) => Width(TextRuns.Label(codePoint), face, size);

    /// <summary>
    /// Text as it can be set: composed letters where a mark was written behind its letter, every kind of line end as <c>\n</c>, tabs
    /// as blanks. Returns the same string when there is nothing to do.
    /// </summary>
    public static string Prepare(string text)
    {
        if (text.AsSpan().IndexOfAny("\r\t\u0085\u2028\u2029") >= 0)
        {
            text = text.ReplaceLineEndings("\n").Replace("\t", "    ", StringComparison.Ordinal);
        }

        foreach (var unit in text)
        {
            // Normalisation refuses unpaired surrogates; such text keeps its marks apart.
            if (Script.IsMark(unit))
            {
                return IsWellFormed(text) ? text.Normalize() : text;
            }
        }

        return text;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (char.IsSurrogate((char)Math.Min(TextRuns.CodePointAt(text, i, out var length), char.MaxValue)) && length == 1)
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    private static double RunsWidth(ReadOnlySpan<char> text, Face face, double size)
    {
        var width = 0.0;
        foreach (var run in TextRuns.Of(text, face))
        {
            var part = text.Slice(run.Start, run.Length);
            if (run.Kind == RunKind.Shaped)
            {
                foreach (var glyph in HarfBuzz.Shape(run.Font!, part, run.IsRightToLeft))
                {
                    width += glyph.Glyph == 0
                        ? LabelWidth(TextRuns.CodePointAt(part, glyph.Cluster, out _), face, size)
                        : glyph.Advance * size / run.Font!.UnitsPerEm;
                }

                continue;
            }

            for (var i = 0; i < part.Length;)
            {
                var codePoint = TextRuns.CodePointAt(part, i, out var length);
                width += run.Font is { } font
                    ? font.Advance(font.Glyph(codePoint)) * size / font.UnitsPerEm
                    : LabelWidth(codePoint, face, size);
                i += length;
            }
        }

        return width;
    }
}
