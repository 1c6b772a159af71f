using System.Text.RegularExpressions;

namespace PrivacyPortal.Settings;

/// <summary>Whose messages a masking rule reads.</summary>
public enum MaskingAudience
{
    Everyone,
    Visitors,
    Advisors,
}

/// <summary>What a match must also satisfy, so that an order number is not taken for a card.</summary>
public enum MaskingCheck
{
    None,

    /// <summary>The check digit of payment cards.</summary>
    Luhn,

    /// <summary>ISO 13616: modulo 97.</summary>
    Iban,

    /// <summary>The key of the French social security number.</summary>
    FrenchNir,
}

/// <summary>What is masked in a message before it is stored.</summary>
public sealed record MaskingRule(string Name, string Pattern, MaskingCheck Check, MaskingAudience For)
{
    private const int MostCharacters = 300;

    /// <summary>
    /// Patterns come from people and run on every message: matched without backtracking, in time linear in the text, so that none can stall the platform.
    /// Look-around and back-references are therefore not available.
    /// </summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    public bool IsUsable => !string.IsNullOrWhiteSpace(Name) && Pattern is { Length: > 0 and <= MostCharacters } && Compiled() is { } regex && !regex.IsMatch("");

    /// <summary>Whether this rule masks everything that the other does.</summary>
    public bool Covers(MaskingRule other) =>
        Pattern == other.Pattern && (Check == other.Check || Check == MaskingCheck.None) && (For == MaskingAudience.Everyone || For == other.For);

    /// <summary>The text with what the rules find replaced, longest-standing rule first.</summary>
    public static string Mask(string text, IEnumerable<MaskingRule> rules, MaskingAudience author) => rules
        .Where(rule => rule.For == MaskingAudience.Everyone || rule.For == author)
        .Aggregate(text, (masked, rule) => rule.Mask(masked));

    private string Mask(string text) => Compiled() is { } regex
        ? regex.Replace(text, match => MaskingChecks.Holds(Check, match.Value) ? new string('•', Math.Min(match.Length, 12)) : match.Value)
        : text;

    private Regex? Compiled()
    {
        try
        {
            return new Regex(Pattern, Linear);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

internal static class MaskingChecks
{
    public static bool Holds(MaskingCheck check, string match) => check switch
    {
        MaskingCheck.None => true,
        MaskingCheck.Luhn => Luhn(match),
        MaskingCheck.Iban => Iban(match),
        MaskingCheck.FrenchNir => FrenchNir(match),
    };

    private static bool Luhn(string match)
    {
        var digits = match.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse().ToList();
        return digits.Count is >= 12 and <= 19 && digits.Select((d, i) => i % 2 == 0 ? d : d > 4 ? (d * 2) - 9 : d * 2).Sum() % 10 == 0;
    }

    private static bool Iban(string match)
    {
        var compact = string.Concat(match.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return compact.Length is >= 15 and <= 34 && (compact[4..] + compact[..4])
            .Aggregate(0, (rest, c) => char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97 : ((rest * 100) + (c - 'A' + 10)) % 97) == 1;
    }

    private static bool FrenchNir(string match)
    {
        var compact = string.Concat(match.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

        // Corsica's departments 2A and 2B count as 19 and 18.
        var digits = compact.Length == 15 ? compact[..5] + compact[5..7].Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal) + compact[7..] : "";
        return digits.Length == 15 && digits.All(char.IsAsciiDigit) && 97 - (digits[..13].Aggregate(0L, (n, c) => (n * 10) + (c - '0')) % 97) == int.Parse(digits[13..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
