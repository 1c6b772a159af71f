using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace PrivacyPortal.Pdf;

/// <summary>
/// The file's outer form (ISO 32000-1, 7.5): numbered objects, packed by the hundred into compressed object streams as they are
/// written, and the cross-reference stream at the end. Nothing written is kept as an object, so memory follows the file's size.
/// </summary>
internal sealed class PdfFile
{
    private const int ObjectsPerStream = 200;

    private readonly PdfBuffer _output = new(64 * 1024);
    private readonly List<Entry> _entries = [new(0, 0, 65535)];
    private readonly List<(int Number, int Offset)> _packed = [];
    private readonly PdfBuffer _pack = new(16 * 1024);

    public PdfFile()
    {
        // The second line tells transfer programs that the file is binary.
        _output.Ascii("%PDF-1.7\n%").Raw([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>A number for an object that is written later, or at once.</summary>
    public int Reserve()
    {
        _entries.Add(default);
        return _entries.Count - 1;
    }

    /// <summary>Starts an object (not a stream); it ends where the next one starts.</summary>
    public PdfBuffer Object(int number)
    {
        if (_packed.Count == ObjectsPerStream)
        {
            FlushPack();
        }

        _pack.Raw((byte)'\n');
        _packed.Add((number, _pack.Length));
        return _pack;
    }

    /// <summary>Writes a stream object at once. <paramref name="dictionary"/> holds the entries beside length and filter.</summary>
    public void Stream(int number, string dictionary, ReadOnlySpan<byte> content, bool compress = true)
    {
        if (compress)
        {
            var deflated = new MemoryStream((content.Length / 3) + 64);
            using (var deflate = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            {
                deflate.Write(content);
            }

            content = deflated.GetBuffer().AsSpan(0, (int)deflated.Length);
        }

        Place(number);
        _output.Integer(number).Ascii(" 0 obj\n<<").Ascii(dictionary).Ascii(compress ? "/Filter/FlateDecode" : "")
            .Ascii("/Length ").Integer(content.Length).Ascii(">>\nstream\n").Raw(content).Ascii("\nendstream\nendobj\n");
    }

    /// <summary>Writes the cross-references and, when <paramref name="signature"/> is given, signs all of it.</summary>
    public byte[] Finish(int catalog, int info, (int Number, PdfSignature Signature)? signature, DateTimeOffset created)
    {
        FlushPack();
        SignaturePlace? place = signature is { } s ? SignaturePlace.Write(_output, Place, s.Number, s.Signature, created) : null;
        var start = _output.Length;
        var table = Reserve();
        Place(table);
        var rows = new byte[7 * _entries.Count];
        for (var i = 0; i < _entries.Count; i++)
        {
            var row = rows.AsSpan(7 * i);
            row[0] = _entries[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], _entries[i].First);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], _entries[i].Second);
        }

        // Not a proof of anything: readers use the identifier to tell files apart.
        var id = Convert.ToHexString(SHA256.HashData(_output.Written).AsSpan(0, 16));
        Stream(table, $"/Type/XRef/Size {_entries.Count}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]", rows);
        _output.Ascii("startxref\n").Integer(start).Ascii("\n%%EOF\n");
        var file = _output.ToArray();
        place?.Fill(file);
        return file;
    }

    private void Place(int number) => _entries[number] = new(1, _output.Length, 0);

    private void FlushPack()
    {
        if (_packed.Count == 0)
        {
            return;
        }

        var stream = Reserve();
        var content = new PdfBuffer(_pack.Length + (_packed.Count * 12));
        for (var i = 0; i < _packed.Count; i++)
        {
            content.Integer(_packed[i].Number).Raw((byte)' ').Integer(_packed[i].Offset).Raw((byte)' ');
            _entries[_packed[i].Number] = new(2, stream, (ushort)i);
        }

        var first = content.Length;
        content.Raw(_pack.Written);
        Stream(stream, $"/Type/ObjStm/N {_packed.Count}/First {first}", content.Written);
        _packed.Clear();
        _pack.Clear();
    }

    /// <summary>One row of the cross-reference table: 1, offset, 0 for an object of its own; 2, stream, index for a packed one.</summary>
    private readonly record struct Entry(byte Kind, int First, ushort Second);
}
