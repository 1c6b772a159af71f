using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PrivacyPortal.Pdf;

internal enum RunKind
{
    /// <summary>One glyph per character, side by side.</summary>
    Plain,

    /// <summary>Placed by the shaper.</summary>
    Shaped,

    /// <summary>No font draws it: each character is written as its code point.</summary>
    CodePoints,
}

/// <summary>A stretch of text that is drawn in one way with one font; odd levels run from right to left.</summary>
internal readonly record struct TextRun(int Start, int Length, TrueTypeFont? Font, RunKind Kind, int Level)
{
    public bool IsRightToLeft => (Level & 1) == 1;
}

/// <summary>The slow road for text that is not plain: fallback fonts, shaping, two directions in one line.</summary>
internal static class TextRuns
{
    /// <summary>The runs of one line in the order in which they stand on paper, from left to right.</summary>
    public static List<TextRun> Of(ReadOnlySpan<char> text, Face face)
    {
        var characters = Decode(text, face);
        SetLevels(CollectionsMarshal.AsSpan(characters));
        var runs = new List<TextRun>();
        foreach (var c in characters)
        {
            var kind = c.Font is null ? RunKind.CodePoints
                : HarfBuzz.IsPresent && (c.Shaped || (c.Level & 1) == 1) ? RunKind.Shaped
                : RunKind.Plain;
            var next = new TextRun(c.Start, c.Length, c.Font, kind, c.Level);
            if (runs is [.., var last] && (last.Font, last.Kind, last.Level) == (next.Font, next.Kind, next.Level))
            {
                runs[^1] = last with { Length = last.Length + next.Length };
            }
            else
            {
                runs.Add(next);
            }
        }

        Reorder(runs);
        return runs;
    }

    /// <summary>What a character without a glyph is shown as.</summary>
    public static string Label(int codePoint) => string.Create(CultureInfo.InvariantCulture, $"[U+{codePoint:X4}]");

    /// <summary>The character at an index; half of a surrogate pair alone stands for itself.</summary>
    public static int CodePointAt(ReadOnlySpan<char> text, int index, out int length)
    {
        if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(text[index], text[index + 1]);
        }

        length = 1;
        return text[index];
    }

    private static List<Character> Decode(ReadOnlySpan<char> text, Face face)
    {
        var characters = new List<Character>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var codePoint = CodePointAt(text, i, out var length);
            Character? before = characters.Count > 0 ? characters[^1] : null;
            var isMark = Script.IsMark(codePoint);
            var leans = before is { Font: not null } && (isMark || Script.IsRightToLeft(before.Value.CodePoint));
            var isSilent = Script.IsJoiner(codePoint) && before is { Shaped: true } && HarfBuzz.IsPresent;
            var font = isSilent ? before!.Value.Font : Typefaces.For(face, codePoint, leans ? before!.Value.Font : null);
            if (isMark && font is not null && font == before?.Font)
            {
                // A mark is placed on its letter, so both go to the shaper together.
                characters[^1] = before.Value with { Shaped = true };
            }

            characters.Add(new(codePoint, i, length, font, isSilent || Script.NeedsShaping(codePoint), 0));
            i += length;
        }

        return characters;
    }

    /// <summary>
    /// The Unicode bidirectional algorithm (UAX 9) without explicit embeddings, whose control characters are shown as code points.
    /// </summary>
    private static void SetLevels(Span<Character> line)
    {
        var hasRightToLeft = false;
        foreach (var c in line)
        {
            hasRightToLeft |= Script.IsRightToLeft(c.CodePoint);
        }

        if (!hasRightToLeft)
        {
            return;
        }

        var strong = FirstStrong(line);
        var embedding = strong == Side.Right ? 1 : 0;
        var before = strong;
        for (var i = 0; i < line.Length;)
        {
            var end = i;
            if (SideOf(line[i].CodePoint) is { } side)
            {
                line[i].Level = side == Side.Right ? 1 : embedding == 1 ? 2 : 0;
                before = side;
                i++;
                continue;
            }

            if (Script.IsDigit(line[i].CodePoint))
            {
                line[i].Level = before == Side.Right || embedding == 1 ? 2 : 0;
                i++;
                continue;
            }

            // Neutrals take the direction that stands on both of their sides, else that of the line.
            while (end < line.Length && SideOf(line[end].CodePoint) is null && !Script.IsDigit(line[end].CodePoint))
            {
                end++;
            }

            var after = end == line.Length ? strong : SideOf(line[end].CodePoint) ?? before;
            var level = before != after ? embedding : after == Side.Right ? 1 : embedding == 1 ? 2 : 0;
            for (; i < end; i++)
            {
                line[i].Level = level;
            }
        }
    }

    private static Side FirstStrong(ReadOnlySpan<Character> line)
    {
        foreach (var c in line)
        {
            if (SideOf(c.CodePoint) is { } side)
            {
                return side;
            }
        }

        return Side.Left;
    }

    private static Side? SideOf(int codePoint) =>
        Script.IsDigit(codePoint) ? null
        : Script.IsRightToLeft(codePoint) ? Side.Right
        : Script.IsLeftToRight(codePoint) ? Side.Left
        : null;

    /// <summary>From the highest level down to 1, every stretch at that level or above is turned around (UAX 9, L2).</summary>
    private static void Reorder(List<TextRun> runs)
    {
        for (var level = runs.Count == 0 ? 0 : runs.Max(run => run.Level); level > 0; level--)
        {
            for (var i = 0; i < runs.Count; i++)
            {
                var end = i;
                while (end < runs.Count && runs[end].Level >= level)
                {
                    end++;
                }

                if (end > i)
                {
                    runs.Reverse(i, end - i);
                    i = end;
                }
            }
        }
    }

    private enum Side
    {
        Left,
        Right,
    }

    private record struct Character(int CodePoint, int Start, int Length, TrueTypeFont? Font, bool Shaped, int Level);
}
