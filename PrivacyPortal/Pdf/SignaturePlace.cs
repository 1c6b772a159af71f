using System.Globalization;
using System.Text;

namespace PrivacyPortal.Pdf;

/// <summary>
/// The reserved room of a signature (ISO 32000-1, 12.8.1): the byte range and the contents are written as blanks and zeros, and filled
/// in once every other byte stands, since those are what is signed.
/// </summary>
internal sealed class SignaturePlace
{
    private const int ByteRangeWidth = 48;

    private readonly PdfSignature _signature;
    private readonly int _byteRange;
    private readonly int _contents;

    private SignaturePlace(PdfSignature signature, int byteRange, int contents)
    {
        _signature = signature;
        _byteRange = byteRange;
        _contents = contents;
    }

    public static SignaturePlace Write(PdfBuffer output, Action<int> place, int number, PdfSignature signature, DateTimeOffset created)
    {
        place(number);
        output.Integer(number).Ascii(" 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M ").Date(created)
            .Ascii("/Reason ").Utf16(signature.Reason).Ascii("/Name ").Utf16(signature.Name).Ascii("/ByteRange");
        var byteRange = output.Length;
        output.Ascii(new string(' ', ByteRangeWidth)).Ascii("/Contents");
        var contents = output.Length;
        output.Ascii("<").Ascii(new string('0', 2 * signature.ReservedBytes)).Ascii(">>>\nendobj\n");
        return new SignaturePlace(signature, byteRange, contents);
    }

    public void Fill(byte[] file)
    {
        var after = _contents + (2 * _signature.ReservedBytes) + 2;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {_contents} {after} {file.Length - after}]");
        Encoding.ASCII.GetBytes(range, file.AsSpan(_byteRange, ByteRangeWidth));

        var content = new byte[_contents + file.Length - after];
        file.AsSpan(0, _contents).CopyTo(content);
        file.AsSpan(after).CopyTo(content.AsSpan(_contents));
        var cms = _signature.Sign(content);
        if (cms.Length > _signature.ReservedBytes)
        {
            throw new InvalidOperationException($"The signature has {cms.Length} bytes, {_signature.ReservedBytes} were reserved.");
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), file.AsSpan(_contents + 1));
    }
}
