using System.Diagnostics;
using System.Globalization;

namespace PrivacyPortal.Tests.Pdf;

/// <summary>Other people's eyes on our files: Debian's qpdf and poppler-utils.</summary>
internal static class PdfTools
{
    /// <summary>Complains unless the file is well formed, streams included.</summary>
    public static string Check(byte[] pdf) => Run("qpdf", pdf, file => ["--check", file]);

    /// <summary>The text as a reader would copy it.</summary>
    public static string Text(byte[] pdf) => Run("pdftotext", pdf, file => ["-layout", "-enc", "UTF-8", file, "-"]);

    /// <summary>The text of the last two pages.</summary>
    public static string LastPages(byte[] pdf)
    {
        var pages = int.Parse(Info(pdf).Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal)).AsSpan(6), CultureInfo.InvariantCulture);
        return Run("pdftotext", pdf, file => ["-layout", "-enc", "UTF-8", "-f", $"{Math.Max(1, pages - 1)}", file, "-"]);
    }

    public static string Signatures(byte[] pdf) => Run("pdfsig", pdf, file => ["-nocert", file]);

    public static string Info(byte[] pdf) => Run("pdfinfo", pdf, file => [file]);

    public static string Structure(byte[] pdf) => Run("pdfinfo", pdf, file => ["-struct-text", file]);

    public static string Fonts(byte[] pdf) => Run("pdffonts", pdf, file => [file]);

    /// <summary>The attached file of that name.</summary>
    public static string Attachment(byte[] pdf, string name) => Run("qpdf", pdf, file => [$"--show-attachment={name}", file]);

    /// <summary>The file's objects in the clear, for what no tool tells.</summary>
    public static string Unpacked(byte[] pdf) => Run("qpdf", pdf, file => ["--qdf", "--object-streams=disable", file, "-"]);

    private static string Run(string program, byte[] pdf, Func<string, string[]> arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo(program, arguments(file))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
#pragma warning disable RS0030 // the process has ended, so has its pipe
            var complaint = errors.GetAwaiter().GetResult();
#pragma warning restore RS0030
            Assert.True(process.ExitCode == 0, $"{program}: {output} {complaint}");
            return output + complaint;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
