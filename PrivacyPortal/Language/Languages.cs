using System.Globalization;

namespace PrivacyPortal.Language;

/// <summary>The languages that the portal speaks. English and French are the interface's; a subject's file is written in one of them too.</summary>
public static class Languages
{
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    public static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static readonly IReadOnlyList<CultureInfo> All = [English, French];

    public static bool IsFrench(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr";

    /// <summary>The culture for a stored tag such as <c>fr</c> or <c>en-GB</c>; English for anything else.</summary>
    public static CultureInfo Of(string? tag) => tag is not null && tag.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : English;
}
