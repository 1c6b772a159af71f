namespace PrivacyPortal.Connectors;

/// <summary>Telephone numbers as the E.164 digits they dial, so that <c>06 12 34 56 78</c> and <c>+33 (0)6.12.34.56.78</c> are one.</summary>
public static class PhoneNumber
{
    /// <param name="callingCode">Digits of the country calling code put in place of a national 0 (<c>33</c>); null or empty: the 0 stays.</param>
    /// <returns>Digits only; null if there are none.</returns>
    public static string? Normalise(string? text, string? callingCode)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        // "(0)" after an international prefix is read aloud, never dialled from abroad.
        var international = text.AsSpan().Trim().StartsWith("+") || text.AsSpan().Trim().StartsWith("00");
        var written = international ? text.Replace("(0)", "", StringComparison.Ordinal) : text;
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        if (digits.Length == 0)
            return null;
        if (digits.StartsWith("00", StringComparison.Ordinal))
            return digits[2..];
        return !international && digits[0] == '0' && !string.IsNullOrEmpty(callingCode) ? callingCode + digits[1..] : digits;
    }
}
