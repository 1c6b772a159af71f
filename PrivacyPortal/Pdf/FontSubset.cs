using System.Buffers.Binary;
using System.Numerics;

namespace PrivacyPortal.Pdf;

/// <summary>
/// Cuts a font down to the glyphs that a document uses, renumbered in the order of use, so that a character's code in the page is
/// its glyph's number in the file.
/// </summary>
internal static class FontSubset
{
    private const int LongLocation = 50;
    private const int ChecksumAdjustment = 8;
    private const int MetricsCount = 34;
    private const int GlyphCount = 4;

    private static ReadOnlySpan<byte> Padding => [0, 0, 0];

    /// <summary>A complete TrueType font with exactly these glyphs, and behind them the parts that composed ones are made of.</summary>
    public static byte[] Of(TrueTypeFont font, IReadOnlyList<ushort> glyphs)
    {
        var order = new List<ushort>(glyphs);
        var outlines = new PdfBuffer(16 * 1024);
        var locations = Outlines(font, order, outlines);

        var metrics = new byte[4 * order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)font.Advance(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((4 * i) + 2), (short)font.LeftBearing(order[i]));
        }

        var head = font.Table("head").ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(LongLocation), 1);
        head.AsSpan(ChecksumAdjustment, 4).Clear();
        var horizontal = font.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(horizontal.AsSpan(MetricsCount), (ushort)order.Count);
        var maximum = font.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maximum.AsSpan(GlyphCount), (ushort)order.Count);

        // Sorted by tag, as the format asks. "prep" is what tells a rasteriser that the outlines carry no hints.
        return Assemble([
            ("glyf", outlines.ToArray()),
            ("head", head),
            ("hhea", horizontal),
            ("hmtx", metrics),
            ("loca", locations),
            ("maxp", maximum),
            ("prep", font.Table("prep").ToArray()),
        ]);
    }

    private static byte[] Outlines(TrueTypeFont font, List<ushort> order, PdfBuffer outlines)
    {
        var places = new Dictionary<ushort, ushort>();
        var locations = new PdfBuffer(4 * (order.Count + 16));
        var location = new byte[4];
        for (var i = 0; i <= order.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(location, outlines.Length);
            locations.Raw(location);
            if (i == order.Count)
            {
                break;
            }

            var outline = font.Outline(order[i]);
            if (outline.Length == 0)
            {
                continue;
            }

            // A negative number of contours marks a glyph composed of others, which must come along and be renumbered.
            if (BinaryPrimitives.ReadInt16BigEndian(outline) < 0)
            {
                outline = Recompose(outline.ToArray(), order, places);
            }

            outlines.Raw(outline);
            outlines.Raw(Padding[..(-outline.Length & 3)]);
        }

        return locations.ToArray();
    }

    private static byte[] Recompose(byte[] outline, List<ushort> order, Dictionary<ushort, ushort> places)
    {
        const int WordArguments = 1, Scale = 8, More = 32, TwoScales = 64, Matrix = 128;
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var component = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            if (!places.TryGetValue(component, out var place))
            {
                place = (ushort)order.Count;
                places.Add(component, place);
                order.Add(component);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), place);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2)
                + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
        }
        while ((flags & More) != 0);
        return outline;
    }

    private static byte[] Assemble((string Tag, byte[] Content)[] tables)
    {
        var directory = 12 + (16 * tables.Length);
        var font = new byte[directory + tables.Sum(table => Padded(table.Content.Length))];
        var power = BitOperations.Log2((uint)tables.Length);
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((tables.Length * 16) - (16 << power)));

        var offset = directory;
        var head = 0;
        for (var i = 0; i < tables.Length; i++)
        {
            var (tag, content) = tables[i];
            content.CopyTo(font, offset);
            var entry = font.AsSpan(12 + (16 * i));
            for (var letter = 0; letter < 4; letter++)
            {
                entry[letter] = (byte)tag[letter];
            }

            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Sum(font.AsSpan(offset, Padded(content.Length))));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], offset);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], content.Length);
            head = tag == "head" ? offset : head;
            offset += Padded(content.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(head + ChecksumAdjustment), 0xB1B0AFBA - Sum(font));
        return font;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (var i = 0; i < words.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(words[i..]);
        }

        return sum;
    }
}
