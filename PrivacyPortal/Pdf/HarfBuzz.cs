using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace PrivacyPortal.Pdf;

/// <summary>A glyph placed by the shaper, in font units; <paramref name="Cluster"/> is the UTF-16 index of the text it stands for.</summary>
internal readonly record struct ShapedGlyph(ushort Glyph, int Advance, int OffsetX, int OffsetY, int Cluster);

/// <summary>
/// Joined and stacked scripts through the system's HarfBuzz, where it is installed. Without it such text is still written, letter by
/// letter in its right direction.
/// </summary>
internal static unsafe partial class HarfBuzz
{
    private const string Library = "libharfbuzz.so.0";
    private const int ReadOnlyMemory = 1;
    private const int LeftToRight = 4;
    private const int RightToLeft = 5;
    private const int MonotoneCharacters = 1;

    /// <summary>Fonts are few and live as long as the process; so do their native counterparts.</summary>
    private static readonly ConcurrentDictionary<TrueTypeFont, Lazy<nint>> Fonts = [];

    public static bool IsPresent { get; } = NativeLibrary.TryLoad(Library, typeof(HarfBuzz).Assembly, DllImportSearchPath.SafeDirectories, out _);

    /// <summary>The glyphs in visual order, from left to right.</summary>
    public static ShapedGlyph[] Shape(TrueTypeFont font, ReadOnlySpan<char> text, bool rightToLeft)
    {
        var buffer = hb_buffer_create();
        try
        {
            fixed (char* start = text)
            {
                hb_buffer_add_utf16(buffer, start, text.Length, 0, text.Length);
            }

            // A mark keeps a cluster of its own, so that glyphs read as no more characters than they stand for.
            hb_buffer_set_cluster_level(buffer, MonotoneCharacters);
            hb_buffer_guess_segment_properties(buffer);
            hb_buffer_set_direction(buffer, rightToLeft ? RightToLeft : LeftToRight);
            hb_shape(NativeFont(font), buffer, null, 0);
            uint count;
            var infos = hb_buffer_get_glyph_infos(buffer, &count);
            var positions = hb_buffer_get_glyph_positions(buffer, &count);
            var glyphs = new ShapedGlyph[count];
            for (var i = 0; i < glyphs.Length; i++)
            {
                glyphs[i] = new((ushort)infos[i].CodePoint, positions[i].AdvanceX, positions[i].OffsetX, positions[i].OffsetY, (int)infos[i].Cluster);
            }

            return glyphs;
        }
        finally
        {
            hb_buffer_destroy(buffer);
        }
    }

    private static nint NativeFont(TrueTypeFont font) => Fonts.GetOrAdd(font, static f => new(() =>
    {
        var native = hb_font_create(hb_face_create(hb_blob_create(f.Pointer, (uint)f.Data.Length, ReadOnlyMemory, 0, 0), 0));
        hb_font_make_immutable(native);
        return native;
    })).Value;

    [LibraryImport(Library)]
    private static partial nint hb_blob_create(byte* data, uint length, int mode, nint userData, nint destroy);

    [LibraryImport(Library)]
    private static partial nint hb_face_create(nint blob, uint index);

    [LibraryImport(Library)]
    private static partial nint hb_font_create(nint face);

    [LibraryImport(Library)]
    private static partial void hb_font_make_immutable(nint font);

    [LibraryImport(Library)]
    private static partial nint hb_buffer_create();

    [LibraryImport(Library)]
    private static partial void hb_buffer_destroy(nint buffer);

    [LibraryImport(Library)]
    private static partial void hb_buffer_add_utf16(nint buffer, char* text, int length, uint offset, int count);

    [LibraryImport(Library)]
    private static partial void hb_buffer_guess_segment_properties(nint buffer);

    [LibraryImport(Library)]
    private static partial void hb_buffer_set_direction(nint buffer, int direction);

    [LibraryImport(Library)]
    private static partial void hb_buffer_set_cluster_level(nint buffer, int level);

    [LibraryImport(Library)]
    private static partial void hb_shape(nint font, nint buffer, void* features, uint count);

    [LibraryImport(Library)]
    private static partial GlyphInfo* hb_buffer_get_glyph_infos(nint buffer, uint* count);

    [LibraryImport(Library)]
    private static partial GlyphPosition* hb_buffer_get_glyph_positions(nint buffer, uint* count);

    [StructLayout(LayoutKind.Sequential)]
    private struct GlyphInfo
    {
        public uint CodePoint;
        public uint Mask;
        public uint Cluster;
        public uint Private1;
        public uint Private2;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct GlyphPosition
    {
        public int AdvanceX;
        public int AdvanceY;
        public int OffsetX;
        public int OffsetY;
        public uint Private;
    }
}
