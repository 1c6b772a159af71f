using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PrivacyPortal.Language;

/// <summary>
/// One text of the portal in its two languages, side by side, so that neither can be forgotten: a missing language does not compile.
/// Each slice keeps its texts as <c>static readonly</c> fields of a class <c>…Text</c>; see docs/decisions/texts.md.
/// </summary>
/// <param name="En">English, with <see cref="string.Format(IFormatProvider, string, object[])"/> placeholders.</param>
/// <param name="Fr">French, with the same placeholders (a House test compares them).</param>
public sealed partial record Text(string En, string Fr)
{
    /// <summary>French, with the no-break spaces that its typography wants before <c>; : ! ? »</c> and after <c>«</c>.</summary>
    public string Fr { get; } = BeforeMark().Replace(AfterQuote().Replace(Fr, "«\u00A0"), "\u00A0$1");

    /// <summary>The text in the language of <paramref name="culture"/>; what is not French is shown English.</summary>
    public string In(CultureInfo culture) => Languages.IsFrench(culture) ? Fr : En;

    /// <summary>The text in that language with its placeholders filled, numbers and dates written as there.</summary>
    public string Format(CultureInfo culture, params object?[] args) => string.Format(culture, In(culture), args);

    /// <summary>For pages: in the language that the user has chosen.</summary>
    public string With(params object?[] args) => Format(CultureInfo.CurrentUICulture, args);

    /// <inheritdoc cref="With"/>
    public override string ToString() => In(CultureInfo.CurrentUICulture);

    /// <summary>No text stays no text, so that a page can write <c>fault is null ? null : Text</c>.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator string?(Text? text) => text?.ToString();

    [GeneratedRegex(" ([;:!?»])")]
    private static partial Regex BeforeMark();

    [GeneratedRegex("« ")]
    private static partial Regex AfterQuote();
}
