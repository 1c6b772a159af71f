using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Time-based one-time codes (RFC 6238: SHA-1, 30 seconds, 6 digits, what every authenticator app speaks). Our own rather than Identity's
/// provider, which accepts a code again while it lasts and reads the machine's clock.
/// </summary>
public static class Totp
{
    private const int StepSeconds = 30;

    /// <summary>One step either way, for phones whose clock is off.</summary>
    private const int Drift = 1;

    /// <summary>The step that the code belongs to; null when it is wrong or was used before.</summary>
    /// <param name="lastStep">The step of the last code that was accepted.</param>
    public static long? StepOf(string base32Key, string code, DateTimeOffset now, long lastStep)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var (key, current, found) = (Decode(base32Key), now.ToUnixTimeSeconds() / StepSeconds, (long?)null);
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(key, step)), Encoding.ASCII.GetBytes(digits)) && step > lastStep)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code of an instant, as the person's app shows it.</summary>
    public static string CodeAt(string base32Key, DateTimeOffset instant) => CodeAt(Decode(base32Key), instant.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What the QR code says (Google's key URI format, read by all apps).</summary>
    public static string UriFor(string base32Key, string account, string issuer) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={base32Key}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period=30";

    private static string CodeAt(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The standard's default, and the only one that all apps honour; HMAC does not rest on collisions.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var (bytes, buffer, bits) = (new List<byte>(base32.Length * 5 / 8), 0, 0);
        foreach (var sign in base32)
        {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
