using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Receipts;

/// <param name="IsArchived">False where only the hash is kept: there is nothing to download.</param>
public sealed record ReceiptRow(Guid Id, ReceiptKind Kind, string Reference, DateTimeOffset IssuedAt, string IssuedBy, long Length, string Sha256, bool IsArchived);

/// <param name="Total">How many there are on all pages.</param>
public sealed record ReceiptPage(IReadOnlyList<ReceiptRow> Rows, int Total);

/// <param name="FileName">Such as <c>DSR-2026-000123-erasure.pdf</c>; no personal data.</param>
public sealed record ReceiptFile(string FileName, byte[] Content);

/// <summary>Reading the archive of receipts. Who may read is asked here: a register tells who used which right when.</summary>
public sealed class ReceiptQueries(IDbContextFactory<PortalDbContext> contexts, AuditLog audit)
{
    /// <summary>The receipts of one reference, oldest first.</summary>
    public async Task<Reply<IReadOnlyList<ReceiptRow>>> OfAsync(Actor actor, string reference, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewRequests) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Rows(db.Set<Receipt>().Where(r => r.Reference == reference).OrderBy(r => r.AuditSequence)).ToListAsync(ct);
    }

    /// <summary>All receipts, newest first; of one kind when that is given.</summary>
    public async Task<Reply<ReceiptPage>> PageAsync(Actor actor, ReceiptKind? kind, int skip, int take, CancellationToken ct)
    {
        if (actor.Lacks(Permission.DownloadReports) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var receipts = db.Set<Receipt>().Where(r => kind == null || r.Kind == kind);
        var rows = await Rows(receipts.OrderByDescending(r => r.IssuedAt).ThenByDescending(r => r.AuditSequence).Skip(skip).Take(take)).ToListAsync(ct);
        return new ReceiptPage(rows, await receipts.CountAsync(ct));
    }

    /// <summary>The archived PDF, and a line in the audit log about who took it. Not found also where only the hash is kept.</summary>
    public async Task<Reply<ReceiptFile>> DownloadAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (!actor.May(Permission.DownloadReports) && !actor.May(Permission.HandleRequests))
        {
            return Refusal.Forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var receipt = await db.Set<Receipt>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (receipt?.Content is null)
        {
            return Refusal.NotFound;
        }

        var fact = new AuditFact(actor, "receipt", "downloaded", receipt.Reference, new { receipt.Id, receipt.Kind, receipt.Sha256 });
        return await audit.SaveAsync(db, ct, fact) is { } refusal ? refusal : new ReceiptFile(FileNameOf(receipt.Reference, receipt.Kind), receipt.Content);
    }

    /// <summary>Such as <c>DSR-2026-000123-no-data.pdf</c>.</summary>
    public static string FileNameOf(string reference, ReceiptKind kind) =>
        $"{reference}-{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())}.pdf";

    private static IQueryable<ReceiptRow> Rows(IQueryable<Receipt> receipts) => receipts.AsNoTracking()
        .Select(r => new ReceiptRow(r.Id, r.Kind, r.Reference, r.IssuedAt, r.IssuedBy, r.Length, r.Sha256, r.Content != null));
}
