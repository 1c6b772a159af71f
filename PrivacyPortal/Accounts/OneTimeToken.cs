using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Accounts;

/// <summary>
/// The secret half of a link: 256 random bits. Only its SHA-256 is kept, which is enough for a secret that nobody can guess.
/// </summary>
internal static class OneTimeToken
{
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static bool Matches(string? token, string hash) =>
        token is { Length: > 0 and < 200 } && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(token)), Encoding.ASCII.GetBytes(hash));
}
