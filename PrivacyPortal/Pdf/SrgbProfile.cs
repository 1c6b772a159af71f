using System.Buffers.Binary;
using System.Text;

namespace PrivacyPortal.Pdf;

/// <summary>
/// What "red" means: the sRGB colour space (IEC 61966-2-1) as an ICC profile, version 2, which an archived PDF must carry. Made from
/// the standard's own numbers, so that no profile with a licence of its own is needed.
/// </summary>
internal static class SrgbProfile
{
    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        var curve = Curve();
        (string Tag, byte[] Content)[] tags =
        [
            ("desc", Description("sRGB")),
            ("cprt", Ascii("text", "No copyright, use freely\0")),
            ("wtpt", Colour(0.9642, 1, 0.8249)),
            ("rXYZ", Colour(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Colour(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Colour(0.14307, 0.06061, 0.7141)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        const int Header = 128;
        var offset = Header + 4 + (12 * tags.Length);
        var directory = new byte[offset - Header];
        BinaryPrimitives.WriteInt32BigEndian(directory, tags.Length);
        var body = new MemoryStream();
        var places = new Dictionary<byte[], int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < tags.Length; i++)
        {
            var (tag, content) = tags[i];
            if (!places.TryGetValue(content, out var place))
            {
                place = offset + (int)body.Length;
                places.Add(content, place);
                body.Write(content);
                body.Write(new byte[-content.Length & 3]);
            }

            var entry = directory.AsSpan(4 + (12 * i));
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], place);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], content.Length);
        }

        var header = new byte[Header];
        BinaryPrimitives.WriteInt32BigEndian(header, offset + (int)body.Length);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), 0x02100000);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", header.AsSpan(12));
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24), 2026);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(28), 1);
        Encoding.ASCII.GetBytes("acsp", header.AsSpan(36));
        WriteXyz(header.AsSpan(68), 0.9642, 1, 0.8249);
        return [.. header, .. directory, .. body.ToArray()];
    }

    private static byte[] Ascii(string type, string text) => [.. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Description(string text)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length + 1);
        return [.. Ascii("desc", ""), .. length, .. Encoding.ASCII.GetBytes(text), 0, .. new byte[8 + 3 + 67]];
    }

    private static byte[] Colour(double x, double y, double z)
    {
        var content = new byte[20];
        Encoding.ASCII.GetBytes("XYZ ", content);
        WriteXyz(content.AsSpan(8), x, y, z);
        return content;
    }

    private static void WriteXyz(Span<byte> target, double x, double y, double z)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, (int)Math.Round(x * 65536));
        BinaryPrimitives.WriteInt32BigEndian(target[4..], (int)Math.Round(y * 65536));
        BinaryPrimitives.WriteInt32BigEndian(target[8..], (int)Math.Round(z * 65536));
    }

    private static byte[] Curve()
    {
        var content = new byte[12 + (2 * 256)];
        Encoding.ASCII.GetBytes("curv", content);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(8), 256);
        for (var i = 0; i < 256; i++)
        {
            var value = i / 255.0;
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(12 + (2 * i)), (ushort)Math.Round(linear * 65535));
        }

        return content;
    }
}
