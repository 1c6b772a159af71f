using System.Text.RegularExpressions;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>The expressions by which identities are sought, so that an index on them can be recognised and proposed.</summary>
internal static partial class IndexExpression
{
    private const string Blanks = @"E' \t\n\x0B\f\r'";

    /// <summary>Digits that a telephone number must end with: the rest is compared once the row is read.</summary>
    public const int PhoneTail = 6;

    /// <summary>Without case and surrounding blanks.</summary>
    public static string Folded(string text) => $"lower(btrim({text}, {Blanks}))";

    public static string Lower(string text) => $"lower({text})";

    public static string Phone(string text) => $"right(regexp_replace(replace({text}, '(0)', ''), '[^0-9]', '', 'g'), {PhoneTail})";

    /// <summary>An expression without what the server adds when it writes it down: casts, blanks, parentheses.</summary>
    public static string Plain(string expression) => Written().Replace(expression.Replace("t.", "", StringComparison.Ordinal), "");

    [GeneratedRegex(@"::(text|character varying|bpchar|jsonb?)(\[\])?|(?<=[(, ])E(?=')|[\s()""]|\\x0B|\\v|\\[tnfr]")]
    private static partial Regex Written();
}
