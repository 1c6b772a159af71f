namespace PrivacyPortal.Pdf;

/// <summary>A line of a text, by place: text is never copied to be broken.</summary>
internal readonly record struct TextLine(int Start, int Length);

/// <summary>
/// Breaks text into lines: at blanks, else after punctuation of long tokens (addresses, paths), else wherever the line is full. Each
/// character is looked at no more than twice, so ten megabytes take ten times what one takes.
/// </summary>
internal static class LineBreaker
{
    /// <summary>Fills <paramref name="lines"/>; an empty text has one empty line.</summary>
    public static void Break(string text, Face face, double size, double width, List<TextLine> lines)
    {
        lines.Clear();
        var widths = Typefaces.Widths(face);
        var perUnit = size / Typefaces.Of(face).UnitsPerEm;
        for (var start = 0; start <= text.Length;)
        {
            var used = 0.0;
            var at = start;
            int afterBlank = -1, afterPunctuation = -1;
            var isFull = false;
            while (at < text.Length && text[at] != '\n')
            {
                var unit = text[at];
                var length = 1;
                var advance = widths[unit] >= 0 ? widths[unit] * perUnit : Unusual(text, at, face, size, out length);
                // A blank may hang over the edge, and a mark stays with its letter.
                if (used + advance > width && at > start && unit != ' ' && !Script.IsMark(unit))
                {
                    isFull = true;
                    break;
                }

                used += advance;
                at += length;
                if (unit == ' ')
                {
                    afterBlank = at;
                }
                else if (unit is '-' or '/' or '@' or '_' or '.' or ',' or ';' or '?' or '&' or '=')
                {
                    afterPunctuation = at;
                }
                else if (unit >= '\u2E80' && Script.IsIdeographic(unit))
                {
                    afterBlank = at;
                }
            }

            var end = !isFull ? at : afterBlank > start ? afterBlank : afterPunctuation > start ? afterPunctuation : at;
            lines.Add(new(start, text.AsSpan(start, end - start).TrimEnd(' ').Length));
            start = isFull ? end : end + 1;
        }
    }

    private static double Unusual(string text, int at, Face face, double size, out int length)
    {
        var codePoint = TextRuns.CodePointAt(text, at, out length);
        return Typefaces.For(face, codePoint) is { } font
            ? font.Advance(font.Glyph(codePoint)) * size / font.UnitsPerEm
            : Script.IsJoiner(codePoint) ? 0 : TextMeasure.LabelWidth(codePoint, face, size);
    }
}
