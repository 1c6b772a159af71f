using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Files of a request as somebody downloads them: asked for with a reason, then taken.</summary>
internal static class Exports
{
    public const string Reason = "Compared with the paper file.";

    public static readonly byte[] Content = Encoding.UTF8.GetBytes("%PDF-of-theirs");

    /// <param name="document">Null for the newest package.</param>
    public static async Task<Reply<DocumentFile>> DocumentAsync(this TestPortal portal, Actor actor, string reference, Guid? document = null)
    {
        var asked = await portal.Get<RequestDesk>().ExportAsync(actor, await IdAsync(portal, reference), document, Reason, default);
        return asked.Refusal is { } refusal ? refusal : await portal.Get<RequestDocuments>().DownloadAsync(actor, reference, document, default);
    }

    public static async Task<Reply<DocumentFile>> TaskSheetAsync(this TestPortal portal, Actor actor, Guid request, Guid step, CultureInfo culture)
    {
        var asked = await portal.Get<RequestDesk>().PrintAsync(actor, request, step, Reason, default);
        return asked.Refusal is { } refusal ? refusal : await portal.Get<TaskSheets>().PrintAsync(actor, step, culture, default);
    }

    /// <summary>A file of the request, as the portal or the owner of a task would have left it.</summary>
    public static async Task<Guid> AddAsync(IDbContextFactory<PortalDbContext> contexts, KeyVault vault, Guid request, DocumentKind kind)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var file = await db.Set<SubjectRequest>().SingleAsync(r => r.Id == request);
        var key = (await vault.FindKeyAsync(db, kind == DocumentKind.Proof ? file.Id : file.FindingsKey, default))!;
        var id = Guid.NewGuid();
        db.Add(new RequestDocument
        {
            Id = id, RequestId = request, FileName = $"{file.Reference}-{kind}.pdf", MediaType = "application/pdf", Sha256 = new string('a', 64), Length = Content.Length,
            MadeAt = file.ChangedAt, Kind = kind, Box = key.Seal($"document/{id:n}", Content),
        });
        await db.SaveChangesAsync();
        return id;
    }

    private static async Task<Guid> IdAsync(TestPortal portal, string reference)
    {
        await using var db = portal.Db();
        return await db.Set<SubjectRequest>().Where(r => r.Reference == reference).Select(r => r.Id).SingleAsync();
    }
}
