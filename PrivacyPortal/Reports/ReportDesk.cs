using System.Text;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Receipts;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Reports;

/// <summary>
/// The auditor's documents, each as a signed PDF and as CSV. Names of subjects are masked for everyone, and every download is in the audit
/// log in the transaction that made it.
/// </summary>
public sealed class ReportDesk(
    IDbContextFactory<PortalDbContext> contexts, ReportWriter writer, OrganisationQueries organisation, ReceiptIssuer issuer, AuditLog audit)
{
    /// <summary>Years are few enough; a longer span is a slip of the pen.</summary>
    private const int MostYears = 20;

    /// <summary>No zone moves the days between out of the calendar.</summary>
    private static readonly DateOnly Earliest = new(1900, 1, 1), Latest = new(9000, 12, 31);

    public async Task<Reply<ReportFile>> PdfAsync(Actor actor, ReportWish wish, CancellationToken ct)
    {
        var contents = await ContentsAsync(actor, wish, ct);
        if (contents.Value is not { } report)
        {
            return contents.Refusal!.Value;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var issued = await issuer.IssueAsync(db, actor, report.Facts, ct);
        await audit.RecordAsync(db, ct, Downloaded(actor, wish, "pdf"));
        await transaction.CommitAsync(ct);
        return new ReportFile($"{wish.Reference}.pdf", "application/pdf", issued.Content);
    }

    public async Task<Reply<ReportFile>> CsvAsync(Actor actor, ReportWish wish, CancellationToken ct)
    {
        var contents = await ContentsAsync(actor, wish, ct);
        if (contents.Value is not { } report)
        {
            return contents.Refusal!.Value;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await audit.SaveAsync(db, ct, Downloaded(actor, wish, "csv")) is { } stale)
        {
            return stale;
        }

        var text = new StringBuilder(Csv.ByteOrderMark).Append(Csv.Line(report.Columns));
        foreach (var row in report.Rows)
        {
            text.Append(Csv.Line(row));
        }

        return new ReportFile($"{wish.Reference}.csv", Csv.ContentType, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static AuditFact Downloaded(Actor actor, ReportWish wish, string format) => new(actor, "report", "downloaded", wish.Reference, new { format });

    private async Task<Reply<ReportContents>> ContentsAsync(Actor actor, ReportWish wish, CancellationToken ct)
    {
        if (actor.Lacks(Permission.DownloadReports) is { } refusal)
        {
            return refusal;
        }

        if (wish.From > wish.Until || wish.From < Earliest || wish.Until > Latest || wish.Until.Year - wish.From.Year > MostYears)
        {
            return Refusal.Invalid;
        }

        return await writer.WriteAsync(actor, new ReportFrame(wish, (await organisation.CurrentAsync(ct)).Facts), ct);
    }
}
