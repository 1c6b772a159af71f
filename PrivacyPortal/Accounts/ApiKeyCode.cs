using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Accounts;

/// <summary>
/// A key as its holder sees it: <c>pp_</c>, 12 characters by which it is found, 43 of the 256-bit secret and 6 of a checksum, so that a
/// mistyped key is told without asking the database and a leaked one is found by its shape. Only the SHA-256 of the secret is kept, which
/// is enough for a secret that nobody can guess.
/// </summary>
internal static class ApiKeyCode
{
    private const string Prefix = "pp_";
    private const int IdLength = 12, SecretLength = 43, SumLength = 6;
    private const int Length = 3 + IdLength + SecretLength + SumLength;

    /// <summary>The part that is no secret.</summary>
    public static string CreateId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));

    /// <summary>A fresh key under this id, and the hash to keep of it.</summary>
    public static (string Code, string Hash) Create(string id)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var body = Prefix + id + secret;
        return (body + Sum(body), HashOf(secret));
    }

    /// <summary>What the list shows of a key.</summary>
    public static string Shown(string id) => $"{Prefix}{id}…";

    /// <summary>The id in a code of the right shape and checksum; null for anything else.</summary>
    public static string? IdOf(string code) =>
        code.Length == Length && code.StartsWith(Prefix, StringComparison.Ordinal) && Sum(code[..^SumLength]) == code[^SumLength..]
            ? code.Substring(Prefix.Length, IdLength)
            : null;

    /// <summary>Whether the code is the one whose hash was kept, in constant time.</summary>
    public static bool Matches(string code, string hash) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(HashOf(code.Substring(Prefix.Length + IdLength, SecretLength))), Encoding.ASCII.GetBytes(hash));

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    private static string Sum(string body) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 4));
}
