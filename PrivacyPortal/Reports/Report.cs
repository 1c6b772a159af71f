using System.Globalization;
using PrivacyPortal.Receipts;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Reports;

/// <summary>What can be taken out of the portal as a document.</summary>
public enum ReportKind
{
    /// <summary>The register of requests.</summary>
    Requests,

    /// <summary>Every receipt that was issued.</summary>
    Receipts,

    /// <summary>Who changed which privacy setting, when and why.</summary>
    Settings,

    /// <summary>How often what happened, and whether the audit chain holds.</summary>
    Audit,
}

/// <param name="From">The first day, at the controller's.</param>
/// <param name="Until">The last day, included.</param>
/// <param name="Culture">The reader's language.</param>
public sealed record ReportWish(ReportKind Kind, DateOnly From, DateOnly Until, CultureInfo Culture)
{
    /// <summary>Such as <c>RPT-REQUESTS-20260101-20261231</c>.</summary>
    public string Reference => string.Create(CultureInfo.InvariantCulture, $"RPT-{Kind.ToString().ToUpperInvariant()}-{From:yyyyMMdd}-{Until:yyyyMMdd}");
}

/// <summary>A wish with what every report needs to fulfil it.</summary>
internal sealed record ReportFrame(ReportWish Wish, OrganisationFacts Organisation)
{
    public string Language => Wish.Culture.TwoLetterISOLanguageName;

    public ReceiptParties Parties { get; } = Organisation.ToParties();

    public DateTimeOffset Start => Organisation.StartOf(Wish.From);

    /// <summary>The first instant after the last day.</summary>
    public DateTimeOffset End => Organisation.StartOf(Wish.Until.AddDays(1));
}

/// <summary>One report in its two forms: facts for the PDF, a table for the CSV.</summary>
internal sealed record ReportContents(ReceiptFacts Facts, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<string>> Rows);

/// <summary>A report to be downloaded.</summary>
public sealed record ReportFile(string FileName, string ContentType, byte[] Content);
