namespace PrivacyPortal.Audit;

/// <summary>
/// Lines of a CSV file (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe in front, so that nothing written
/// into the portal can run on the machine of whoever opens a download.
/// </summary>
public static class Csv
{
    /// <summary>So that spreadsheets read the file as UTF-8.</summary>
    public const string ByteOrderMark = "\uFEFF";

    public const string ContentType = "text/csv; charset=utf-8";

    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") < 0 ? harmless : "\"" + harmless.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
