using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Receipts;

/// <summary>
/// The code printed on a receipt: 128 random bits in Crockford's base 32, which has no letters that are read as digits, in groups of
/// four. Nobody can guess one, so that the check page tells nothing to whoever does not hold the paper.
/// </summary>
public static class CheckCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Bits = 128;
    private const int Letters = 26;

    public static string New()
    {
        Span<byte> random = stackalloc byte[Bits / 8];
        RandomNumberGenerator.Fill(random);
        var code = new StringBuilder(Letters + (Letters / 4));
        for (var letter = 0; letter < Letters; letter++)
        {
            if (letter > 0 && letter % 4 == 0)
            {
                code.Append('-');
            }

            var value = 0;
            for (var bit = letter * 5; bit < (letter + 1) * 5; bit++)
            {
                value = (value << 1) | (bit < Bits ? (random[bit / 8] >> (7 - (bit % 8))) & 1 : 0);
            }

            code.Append(Alphabet[value]);
        }

        return code.ToString();
    }

    /// <summary>The hash to look a typed code up by: case, blanks and dashes do not matter, O is 0, I and L are 1. Null if it is no code.</summary>
    public static string? HashOf(string? typed)
    {
        var plain = new StringBuilder(Letters);
        foreach (var letter in typed ?? "")
        {
            var upper = char.ToUpperInvariant(letter) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (upper is '-' or '\u2010' or '\u2011' or '\u2013' || char.IsWhiteSpace(upper))
            {
                continue;
            }

            if (plain.Length == Letters || !Alphabet.Contains(upper, StringComparison.Ordinal))
            {
                return null;
            }

            plain.Append(upper);
        }

        return plain.Length == Letters ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(plain.ToString()))) : null;
    }
}
