using System.Globalization;
using System.Text;

namespace PrivacyPortal.Pdf;

/// <summary>Growing bytes with the few spellings that PDF syntax needs; every method returns the buffer, for chains.</summary>
internal sealed class PdfBuffer(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public byte[] ToArray() => Written.ToArray();

    public PdfBuffer Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    public PdfBuffer Raw(byte value)
    {
        Room(1)[0] = value;
        Length++;
        return this;
    }

    /// <summary>Syntax, never content: content goes through <see cref="Utf16"/> or a font.</summary>
    public PdfBuffer Ascii(string syntax)
    {
        Length += Encoding.ASCII.GetBytes(syntax, Room(syntax.Length));
        return this;
    }

    public PdfBuffer Integer(long value)
    {
        value.TryFormat(Room(20), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>A number with at most two decimals (a 7200th of an inch) and a blank after it.</summary>
    public PdfBuffer Number(double value)
    {
        var hundredths = (long)Math.Round(value * 100);
        if (hundredths < 0)
        {
            Raw((byte)'-');
            hundredths = -hundredths;
        }

        Integer(hundredths / 100);
        var fraction = (int)(hundredths % 100);
        if (fraction != 0)
        {
            Raw((byte)'.').Raw((byte)('0' + (fraction / 10)));
            if (fraction % 10 != 0)
            {
                Raw((byte)('0' + (fraction % 10)));
            }
        }

        return Raw((byte)' ');
    }

    /// <summary>A reference to an object, with a blank after it.</summary>
    public PdfBuffer Ref(int number) => Integer(number).Ascii(" 0 R ");

    public PdfBuffer Hex4(int value)
    {
        var room = Room(4);
        for (var digit = 0; digit < 4; digit++)
        {
            var nibble = (value >> (12 - (4 * digit))) & 15;
            room[digit] = (byte)(nibble < 10 ? '0' + nibble : 'A' + nibble - 10);
        }

        Length += 4;
        return this;
    }

    /// <summary>A text string in any language, as UTF-16 in hexadecimal: nothing in it can end the string early.</summary>
    public PdfBuffer Utf16(string text)
    {
        Ascii("<FEFF");
        foreach (var unit in text)
        {
            Hex4(unit);
        }

        return Raw((byte)'>');
    }

    public PdfBuffer Date(DateTimeOffset instant) =>
        Ascii(instant.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture));

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        return _bytes.AsSpan(Length);
    }
}
