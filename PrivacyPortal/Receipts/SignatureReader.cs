using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;

namespace PrivacyPortal.Receipts;

public enum SignatureState
{
    NotAPdf,
    Unsigned,

    /// <summary>Signed, and not a byte is different since, nor added.</summary>
    Intact,

    /// <summary>Bytes were changed or added after it was signed.</summary>
    Altered,
}

/// <param name="Fingerprint">SHA-256 of the signer's certificate, when the signature is intact.</param>
public readonly record struct SignatureReading(SignatureState State, string? Fingerprint);

/// <summary>
/// Reads a PDF's signature without trusting the file: the signed range must be all of it but the signature's own digits, so that nothing
/// can be slipped in beside what was signed or appended to it.
/// </summary>
public static class SignatureReader
{
    private static ReadOnlySpan<byte> RangeKey => "/ByteRange"u8;

    public static SignatureReading Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith("%PDF-"u8))
        {
            return new(SignatureState.NotAPdf, null);
        }

        var at = file.LastIndexOf(RangeKey);
        if (at < 0)
        {
            return new(SignatureState.Unsigned, null);
        }

        return Range(file[(at + RangeKey.Length)..]) is [0, var start, var end, var rest]
            && start > 0 && end > start + 2 && end + (long)rest == file.Length
            && file[start] == '<' && file[end - 1] == '>'
            ? Verify(file, start, end)
            : new(SignatureState.Altered, null);
    }

    private static int[]? Range(ReadOnlySpan<byte> text)
    {
        var close = text.IndexOf((byte)']');
        if (close < 0 || close > 100 || text[0] != '[')
        {
            return null;
        }

        var numbers = Encoding.ASCII.GetString(text[1..close]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var range = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!int.TryParse(numbers[i], NumberStyles.None, CultureInfo.InvariantCulture, out range[i]))
            {
                return null;
            }
        }

        return range;
    }

    private static SignatureReading Verify(ReadOnlySpan<byte> file, int start, int end)
    {
        try
        {
            var padded = Convert.FromHexString(Encoding.ASCII.GetString(file[(start + 1)..(end - 1)]));
            AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
            if (padded.AsSpan(length).ContainsAnyExcept((byte)0))
            {
                return new(SignatureState.Altered, null);
            }

            byte[] content = [.. file[..start], .. file[end..]];
            var cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(padded.AsSpan(0, length));

            // Whether the certificate is ours is asked of our own list, not of authorities.
            cms.CheckSignature(verifySignatureOnly: true);
            return cms.SignerInfos is [{ Certificate: { } certificate }]
                ? new(SignatureState.Intact, SigningKey.FingerprintOf(certificate))
                : new(SignatureState.Altered, null);
        }
        catch (Exception e) when (e is CryptographicException or FormatException or AsnContentException)
        {
            return new(SignatureState.Altered, null);
        }
    }
}
