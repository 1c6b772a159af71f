using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

public sealed record RequestDocumentRow(Guid Id, string FileName, string MediaType, string Sha256, long Length, DateTimeOffset MadeAt, DocumentKind Kind);

/// <param name="FileName">No personal data.</param>
public sealed record DocumentFile(string FileName, string MediaType, byte[] Content);

/// <summary>
/// Hands out a person's own copies and packages, to who may open findings and has asked for that file at the desk; each download is in the audit log.
/// </summary>
public sealed class RequestDocuments(IDbContextFactory<PortalDbContext> contexts, RequestDesk desk, KeyVault vault, AuditLog audit)
{
    /// <param name="document">Null for the newest package.</param>
    public async Task<Reply<DocumentFile>> DownloadAsync(Actor actor, string reference, Guid? document, CancellationToken ct)
    {
        if (actor.Lacks(Permission.OpenFindings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var request = await db.Set<SubjectRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, ct);
        var kept = request is null ? null : await FindAsync(db, request.Id, document, ct);
        if (kept is null || await KeyAsync(db, request!, kept, ct) is not { } key)
        {
            return Refusal.NotFound;
        }

        if (await desk.MayTakeAsync(db, actor, kept.Id, ct) is { } declined)
        {
            return declined;
        }

        var fact = new AuditFact(actor, RequestAudit.Category, "document-downloaded", reference, new { kept.FileName, kept.Sha256 });
        return await audit.SaveAsync(db, ct, fact) is { } stale ? stale : new DocumentFile(kept.FileName, kept.MediaType, key.Open(kept.Place, kept.Box));
    }

    /// <param name="document">Null for the newest package.</param>
    internal static Task<RequestDocument?> FindAsync(PortalDbContext db, Guid request, Guid? document, CancellationToken ct) => db.Set<RequestDocument>().AsNoTracking()
        .Where(d => d.RequestId == request && (document == null ? d.MediaType == Package.RequestPackage.MediaType : d.Id == document))
        .OrderByDescending(d => d.MadeAt).FirstOrDefaultAsync(ct);

    /// <summary>A package has a key of its own, a proof lies under the file's; the rest under that of the findings.</summary>
    private async Task<FileKey?> KeyAsync(PortalDbContext db, SubjectRequest request, RequestDocument document, CancellationToken ct) =>
        await vault.FindKeyAsync(db, document.MediaType == Package.RequestPackage.MediaType ? document.Id : document.Kind == DocumentKind.Proof ? request.Id : request.FindingsKey, ct);
}
