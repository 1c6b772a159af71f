using System.Text;

namespace PrivacyPortal.Accounts;

/// <summary>What is wrong with a password.</summary>
public enum PasswordFault
{
    TooShort,
    TooLong,

    /// <summary>Common, repeated, a row of keys, or made of the person's own name or address.</summary>
    Obvious,
}

/// <summary>
/// The one rule for passwords: long, and not among the first that anyone would try (NIST SP 800-63B, 3.1.1.2; CNIL 2022-100). No demands
/// on kinds of characters: they make passwords worse, not better.
/// </summary>
public static class Passwords
{
    public const int MinLength = 12, MaxLength = 128;

    /// <summary>So much must be left once the obvious parts are taken out.</summary>
    private const int MinOriginal = 6;

    private static readonly string[] Obvious =
    [
        "password", "passwort", "motdepasse", "passe", "azertyuiop", "azerty", "qwertyuiop", "qwerty", "qwertz", "qsdfghjklm", "asdfghjkl", "wxcvbn", "zxcvbnm",
        "administrateur", "administrator", "admin", "privacyportal", "privacy", "portal", "portail", "dpo", "rgpd", "gdpr", "welcome", "bienvenue", "bonjour", "hello",
        "letmein", "iloveyou", "jetaime", "soleil", "sunshine", "dragon", "monkey", "football", "princesse", "princess", "superman", "secret", "changeme", "trustno",
        "correcthorsebatterystaple", "abcdefghijkl", "abcdef", "0123456789", "123456789", "987654321", "123456", "654321", "12345", "1234",
        "spring", "summer", "autumn", "winter", "printemps", "automne", "hiver", "january", "janvier", "2023", "2024", "2025", "2026", "2027",
    ];

    public static PasswordFault? FaultOf(string password, string email, string displayName)
    {
        if (password.Length < MinLength)
        {
            return PasswordFault.TooShort;
        }

        if (password.Length > MaxLength)
        {
            return PasswordFault.TooLong;
        }

        var plain = password.ToLowerInvariant();
        var own = email.Split('@', '.').Concat(displayName.Split(' ', '-')).Where(part => part.Length >= 3).Select(part => part.ToLowerInvariant()).ToArray();
        return plain.Distinct().Count() < 5 || IsThin(plain, own) || IsThin(WithoutDisguise(plain), own) ? PasswordFault.Obvious : null;
    }

    private static bool IsThin(string password, IEnumerable<string> own)
    {
        var rest = own.Concat(Obvious).OrderByDescending(word => word.Length).Aggregate(password, (text, word) => text.Replace(word, "", StringComparison.Ordinal));
        return rest.Count(char.IsLetterOrDigit) < MinOriginal;
    }

    /// <summary>The letters that digits and signs usually stand for.</summary>
    private static string WithoutDisguise(string password)
    {
        var text = new StringBuilder(password);
        foreach (var (sign, letter) in "0o1i3e4a5s7t@a$s€e!i".Chunk(2).Select(pair => (pair[0], pair[1])))
        {
            text.Replace(sign, letter);
        }

        return text.ToString();
    }
}
