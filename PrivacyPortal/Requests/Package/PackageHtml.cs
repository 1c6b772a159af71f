using System.Text;
using System.Text.Encodings.Web;
using PrivacyPortal.Connectors;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;

namespace PrivacyPortal.Requests.Package;

/// <summary>
/// A page that opens offline in any browser: no script, nothing loaded, everything that came from a database escaped. A policy in the page
/// itself forbids what an escape could ever have missed.
/// </summary>
internal static class PackageHtml
{
    /// <summary>More rows than this are left to the CSV file: a browser must be able to open the page.</summary>
    public const int MostRows = 1000;

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:1.5rem;color:#1a1f36;background:#fff}" +
        "h1{font-size:1.6rem}h2{margin-top:2.5rem;font-size:1.25rem;border-bottom:1px solid #d5d9e4}h3{font-size:1.05rem;margin-top:2rem}" +
        ".scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #e6e9f0}" +
        "td{white-space:pre-wrap;overflow-wrap:anywhere;min-width:6rem;max-width:30rem}dt{font-weight:600}dd{margin:0 0 .5rem}.note{color:#545b70}a{color:#1c4fa0}" +
        "@media(prefers-color-scheme:dark){body{color:#e8eaf2;background:#12162a}th,td,h2{border-color:#333a55}.note{color:#a5acc4}a{color:#9dc1ff}}";

    public static void Write(Stream stream, PackageHead head, IReadOnlyList<PackageTable> tables, IEnumerable<string> files)
    {
        using var html = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        string T(Text text, params object?[] args) => Escape(text.Format(head.Culture, args));
        html.Write($"<!DOCTYPE html>\n<html lang=\"{head.Culture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\">");
        html.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><meta name=\"referrer\" content=\"no-referrer\">");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width\"><title>{T(PackageText.Title)} · {Escape(head.Reference)}</title><style>{Style}</style></head><body>");
        html.Write($"<h1>{T(PackageText.Title)}</h1><p>{T(PackageText.Lead, head.Controller, head.Subject, head.Reference, head.ReceivedOn)}</p>");
        if (head.Missing.Count > 0)
        {
            html.Write($"<p><strong>{T(PackageText.Missing)}</strong></p><ul>{string.Concat(head.Missing.Select(m => $"<li>{Escape(m)}</li>"))}</ul>");
        }

        html.Write($"<p><a href=\"report.pdf\">report.pdf</a> · <a href=\"data.json\">data.json</a></p><h2>{T(PackageText.Why)}</h2>");
        foreach (var processing in head.Processing)
        {
            html.Write($"<h3>{Escape(processing.Title)} · {Escape(processing.Source)}</h3><dl>");
            Pair(PackageText.Categories, string.Join(", ", processing.Categories));
            Pair(PackageText.Purpose, processing.Purpose);
            Pair(PackageText.LegalBasis, processing.LegalBasis);
            Pair(PackageText.Recipients, processing.Recipients);
            Pair(PackageText.Retention, processing.Retention);
            Pair(PackageText.Origin, processing.Origin);
            Pair(PackageText.Hosting, processing.Hosting);
            html.Write("</dl>");
        }

        Said(AccessReportText.Automated, head.Automated, AccessReportText.NoAutomated);
        Said(AccessReportText.Transfers, head.Transfers, AccessReportText.NoTransfers);
        html.Write($"<h2>{T(PackageText.Rights)}</h2><p>{T(PackageText.RightsText, head.DpoContact, head.Authority)}</p><h2>{T(PackageText.Data)}</h2>");
        foreach (var table in tables)
        {
            Table(html, table, T);
        }

        foreach (var file in files)
        {
            // Named by the portal: letters, digits and dashes.
            html.Write($"<p><a href=\"{file}\">{file}</a></p>");
        }

        foreach (var (source, count) in head.Withheld)
        {
            html.Write($"<p class=\"note\">{T(PackageText.Withheld, source, count)}</p>");
        }

        html.Write("</body></html>\n");

        void Said(Text title, IReadOnlyList<string> said, Text none)
        {
            html.Write($"<h2>{T(title)}</h2>");
            html.Write(said.Count == 0 ? $"<p>{T(none)}</p>" : $"<ul>{string.Concat(said.Select(s => $"<li>{Escape(s)}</li>"))}</ul>");
        }

        void Pair(Text name, string value) => html.Write($"<dt>{T(name)}</dt><dd>{Escape(value)}</dd>");
    }

    private static void Table(StreamWriter html, PackageTable table, Func<Text, object?[], string> text)
    {
        html.Write($"<h3>{Escape(table.Title)} · {Escape(table.Source)}</h3><p class=\"note\">{text(PackageText.Records, [table.Count])} · <a href=\"{table.CsvName}\">{table.CsvName}</a></p>");
        html.Write("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Write($"<th scope=\"col\">{Escape(table.Heading(column))}</th>");
        }

        html.Write("</tr></thead><tbody>");
        foreach (var row in table.Rows.Take(MostRows))
        {
            html.Write("<tr>");
            foreach (var field in row)
            {
                html.Write(field.Withheld ? $"<td class=\"note\">{text(PackageText.FieldWithheld, [])}</td>" : $"<td>{Escape(CellText.Of(field.Value))}</td>");
            }

            html.Write("</tr>");
        }

        html.Write("</tbody></table></div>");
        if (table.Count > MostRows)
        {
            html.Write($"<p class=\"note\">{text(PackageText.MoreInCsv, [MostRows, table.Count])}</p>");
        }
    }

    private static string Escape(string text) => HtmlEncoder.Default.Encode(text);
}
