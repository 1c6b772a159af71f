namespace PrivacyPortal.Connectors;

/// <summary>Text compared without case and surrounding blanks, in every alphabet: one rule for lookups in a source and in memory.</summary>
public static class Caseless
{
    public static string Fold(string text) => text.Trim().Normalize().ToLowerInvariant();
}
