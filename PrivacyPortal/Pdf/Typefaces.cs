using System.Globalization;
using System.Text;

namespace PrivacyPortal.Pdf;

/// <summary>The three faces that a document is set in.</summary>
public enum Face
{
    Regular,
    Bold,

    /// <summary>For codes, hashes and identifiers: every character as wide as the next.</summary>
    Mono,
}

/// <summary>Which font draws which character, and how wide it is. What a face lacks is taken from the fallbacks, read on first need.</summary>
internal static class Typefaces
{
    private static readonly TrueTypeFont[] Faces =
        [TrueTypeFont.Load("fonts.Sans.ttf"), TrueTypeFont.Load("fonts.SansBold.ttf"), TrueTypeFont.Load("fonts.Mono.ttf")];

    private static readonly Lazy<TrueTypeFont>[] Fallbacks =
    [
        new(() => Faces[(int)Face.Regular]),
        new(() => Faces[(int)Face.Mono]),
        new(() => TrueTypeFont.Load("fonts.Hebrew.ttf")),
        new(() => TrueTypeFont.Load("fonts.Arabic.ttf")),
        new(() => TrueTypeFont.Load("fonts.Chinese.ttf")),
    ];

    private static readonly short[][] PlainWidths = [Measure(Face.Regular), Measure(Face.Bold), Measure(Face.Mono)];

    public static TrueTypeFont Of(Face face) => Faces[(int)face];

    /// <summary>
    /// By UTF-16 unit: the advance of characters that the face draws alone, left to right, without shaping; -1 for all others.
    /// Nearly all text of an office is made of these, and is measured by this one look-up.
    /// </summary>
    public static short[] Widths(Face face) => PlainWidths[(int)face];

    /// <summary>
    /// The font that draws the character visibly, the <paramref name="preferred"/> one if it can; null if none does. A glyph without
    /// ink counts only for blanks, and format characters (which could turn text around unseen) never count: nothing may vanish from
    /// what a person is shown.
    /// </summary>
    public static TrueTypeFont? For(Face face, int codePoint, TrueTypeFont? preferred = null)
    {
        if (preferred is not null && Draws(preferred, codePoint))
        {
            return preferred;
        }

        if (Draws(Of(face), codePoint))
        {
            return Of(face);
        }

        foreach (var fallback in Fallbacks)
        {
            if (Draws(fallback.Value, codePoint))
            {
                return fallback.Value;
            }
        }

        return null;
    }

    private static bool Draws(TrueTypeFont font, int codePoint)
    {
        const int SoftHyphen = 0xAD;
        var glyph = font.Glyph(codePoint);
        if (glyph == 0 || !Rune.IsValid(codePoint))
        {
            return false;
        }

        return codePoint == SoftHyphen || Rune.GetUnicodeCategory(new Rune(codePoint)) switch
        {
            UnicodeCategory.Format or UnicodeCategory.Control => false,
            UnicodeCategory.SpaceSeparator => true,
            _ => font.Outline(glyph).Length > 0,
        };
    }

    private static short[] Measure(Face face)
    {
        var font = Of(face);
        var widths = new short[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            widths[unit] = Draws(font, unit) && !Script.NeedsShaping(unit) ? (short)font.Advance(font.Glyph(unit)) : (short)-1;
        }

        return widths;
    }
}
