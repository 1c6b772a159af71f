using System.Text;
using PrivacyPortal.Connectors;

namespace PrivacyPortal.Requests.Package;

/// <summary>
/// RFC 4180 with a byte order mark, so that spreadsheets read UTF-8. Text that a spreadsheet would take for a formula gets an apostrophe in
/// front (CWE-1236): the rows of a customer may come from anybody who ever typed into a form.
/// </summary>
internal static class PackageCsv
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public static void Write(Stream stream, PackageTable table)
    {
        using var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', table.Columns.Select(c => Cell(table.Heading(c)))));
        foreach (var row in table.Rows)
        {
            writer.WriteLine(string.Join(',', row.Select(field => Cell(field.Value))));
        }
    }

    internal static string Cell(object? value)
    {
        var text = CellText.Of(value);

        // A number keeps its minus sign: only text can be a formula.
        if (value is string && IsFormula(text))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 || text.StartsWith(' ') || text.EndsWith(' ')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    // Blanks in front do not stop a spreadsheet, and neither do the full-width forms of the signs.
    private static bool IsFormula(string text) =>
        text.Length > 0 && (text[0] is '\t' or '\r' or '\n' || (text.TrimStart() is { Length: > 0 } trimmed && trimmed[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'));
}
