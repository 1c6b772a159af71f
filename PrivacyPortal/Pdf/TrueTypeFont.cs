using System.Buffers.Binary;
using System.Text;

namespace PrivacyPortal.Pdf;

/// <summary>
/// A TrueType font read in place from the assembly (never copied: one of them has ten megabytes): metrics, characters, outlines.
/// Immutable once made, shared by all threads.
/// </summary>
internal sealed unsafe class TrueTypeFont
{
    private readonly byte* _data;
    private readonly int _length;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly ushort[]?[] _glyphs = new ushort[0x1100][];
    private readonly ushort[] _advances;
    private readonly int _wideAdvances;
    private readonly bool _longOffsets;

    private TrueTypeFont(byte* data, int length)
    {
        _data = data;
        _length = length;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (16 * i);
            _tables[Encoding.ASCII.GetString(Data.Slice(entry, 4))] = (I32(entry + 8), I32(entry + 12));
        }

        var head = _tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = (I16(head + 36), I16(head + 38), I16(head + 40), I16(head + 42));
        _longOffsets = I16(head + 50) == 1;
        var horizontal = _tables["hhea"].Offset;
        Ascent = I16(horizontal + 4);
        Descent = I16(horizontal + 6);
        _wideAdvances = U16(horizontal + 34);
        CapHeight = I16(_tables["OS/2"].Offset + 88);
        _advances = new ushort[U16(_tables["maxp"].Offset + 4)];
        for (var glyph = 0; glyph < _advances.Length; glyph++)
        {
            _advances[glyph] = (ushort)U16(_tables["hmtx"].Offset + (4 * Math.Min(glyph, _wideAdvances - 1)));
        }

        PostScriptName = ReadName(6);
        ReadCharacters();
    }

    public int UnitsPerEm { get; }

    public (int Left, int Bottom, int Right, int Top) Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public string PostScriptName { get; }

    public ReadOnlySpan<byte> Data => new(_data, _length);

    /// <summary>For native code: stays valid as long as the process lives.</summary>
    public byte* Pointer => _data;

    /// <summary>Reads the font embedded under that resource name.</summary>
    public static TrueTypeFont Load(string resource)
    {
        var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not in the assembly; see build/Fonts.targets.");
        // Resources of a loaded assembly lie in its mapped image, which is never unmapped.
        return new TrueTypeFont(((UnmanagedMemoryStream)stream).PositionPointer, (int)stream.Length);
    }

    /// <summary>The glyph of a character, 0 if the font has none.</summary>
    public ushort Glyph(int codePoint) => _glyphs[codePoint >> 8]?[codePoint & 255] ?? 0;

    public int Advance(int glyph) => glyph < _advances.Length ? _advances[glyph] : 0;

    public ReadOnlySpan<byte> Table(string tag) =>
        _tables.TryGetValue(tag, out var table) ? Data.Slice(table.Offset, table.Length) : default;

    /// <summary>The drawing of a glyph; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = _tables["loca"].Offset;
        var (start, end) = _longOffsets
            ? (I32(loca + (4 * glyph)), I32(loca + (4 * glyph) + 4))
            : (2 * U16(loca + (2 * glyph)), 2 * U16(loca + (2 * glyph) + 2));
        return Data.Slice(_tables["glyf"].Offset + start, end - start);
    }

    public int LeftBearing(int glyph)
    {
        var metrics = _tables["hmtx"].Offset;
        return glyph < _wideAdvances ? I16(metrics + (4 * glyph) + 2) : I16(metrics + (4 * _wideAdvances) + (2 * (glyph - _wideAdvances)));
    }

    private int U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Data[offset..]);

    private int I16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Data[offset..]);

    private int I32(int offset) => BinaryPrimitives.ReadInt32BigEndian(Data[offset..]);

    private string ReadName(int id)
    {
        var table = _tables["name"].Offset;
        var strings = table + U16(table + 4);
        for (var i = 0; i < U16(table + 2); i++)
        {
            var record = table + 6 + (12 * i);
            if (U16(record + 6) == id && U16(record) == 3)
            {
                return Encoding.BigEndianUnicode.GetString(Data.Slice(strings + U16(record + 10), U16(record + 8)));
            }
        }

        return "Font";
    }

    private void ReadCharacters()
    {
        var table = _tables["cmap"].Offset;
        for (var i = 0; i < U16(table + 2); i++)
        {
            var subtable = table + I32(table + 8 + (8 * i));
            switch (U16(subtable))
            {
                case 4:
                    ReadSegments(subtable);
                    break;
                case 12:
                    ReadGroups(subtable);
                    break;
            }
        }
    }

    /// <summary>Format 4: segments of the basic plane.</summary>
    private void ReadSegments(int subtable)
    {
        var count = U16(subtable + 6) / 2;
        for (var i = 0; i < count; i++)
        {
            var last = U16(subtable + 14 + (2 * i));
            var first = U16(subtable + 16 + (2 * count) + (2 * i));
            var delta = U16(subtable + 16 + (4 * count) + (2 * i));
            var rangeAt = subtable + 16 + (6 * count) + (2 * i);
            var range = U16(rangeAt);
            for (var codePoint = first; codePoint <= last && codePoint != 0xFFFF; codePoint++)
            {
                var glyph = range == 0 ? codePoint : U16(rangeAt + range + (2 * (codePoint - first)));
                SetGlyph(codePoint, range != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xFFFF);
            }
        }
    }

    /// <summary>Format 12: groups over all planes.</summary>
    private void ReadGroups(int subtable)
    {
        for (var i = 0; i < I32(subtable + 12); i++)
        {
            var group = subtable + 16 + (12 * i);
            var first = I32(group);
            for (var codePoint = first; codePoint <= I32(group + 4); codePoint++)
            {
                SetGlyph(codePoint, I32(group + 8) + codePoint - first);
            }
        }
    }

    private void SetGlyph(int codePoint, int glyph)
    {
        if (glyph != 0)
        {
            (_glyphs[codePoint >> 8] ??= new ushort[256])[codePoint & 255] = (ushort)glyph;
        }
    }
}
