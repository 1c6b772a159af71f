using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Language;

namespace PrivacyPortal.Receipts;

/// <param name="Content">What is handed to the person or the reader; where it says more than the archive may keep, it exists only here.</param>
public sealed record IssuedReceipt(Guid Id, string CheckCode, string Sha256, byte[] Content, DateTimeOffset IssuedAt);

/// <summary>Issues receipts: writes, signs, archives and logs them, all in the transaction of what they tell.</summary>
public sealed class ReceiptIssuer(ReceiptSigner signer, SigningKey key, AuditLog audit, PublicAddress address, TimeProvider clock)
{
    /// <summary>
    /// The receipt, its archive and its line in the audit log become real when the caller commits, together with what they tell, or not at
    /// all. A transaction must be open. The caller's verb has asked for the actor's permission.
    /// </summary>
    public async Task<IssuedReceipt> IssueAsync(PortalDbContext db, Actor actor, ReceiptFacts facts, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("A receipt is issued in the transaction of what it tells.");
        }

        var head = await AuditQueries.HeadAsync(db, ct);
        var code = CheckCode.New();
        var issuedAt = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var seal = new Seal(code, address.CheckUrl(code), issuedAt, key.Fingerprint, head.Sequence, head.Hash);
        var signature = signer.For(ReceiptText.Of(facts.Kind).In(Languages.Of(facts.Language)));

        var forArchive = facts.ForArchive();
        var content = ReceiptDocument.Render(facts, seal, signature);
        var archived = ReferenceEquals(forArchive, facts) ? content : ReceiptDocument.Render(forArchive, seal, signature);
        var (id, sha256, ownSha256) = (Guid.CreateVersion7(issuedAt), HashOf(archived), HashOf(content));

        var entry = await audit.RecordAsync(db, ct, new AuditFact(actor, "receipt", "issued", facts.Reference, new { id, facts.Kind, sha256, ownCopySha256 = ownSha256 == sha256 ? null : ownSha256 }));
        db.Add(new Receipt
        {
            Id = id,
            Kind = facts.Kind,
            Reference = facts.Reference,
            Language = facts.Language,
            Controller = facts.Parties.Controller,
            Content = facts.IsArchived ? archived : null,
            Length = archived.Length,
            Sha256 = sha256,
            OwnCopySha256 = ownSha256 == sha256 ? null : ownSha256,
            CheckCodeHash = CheckCode.HashOf(code)!,
            IssuedAt = issuedAt,
            IssuedById = actor.PersonId,
            IssuedBy = actor.Name,
            AuditSequence = entry.Sequence,
            AuditHead = head.Hash,
            CertificateFingerprint = key.Fingerprint,
        });
        await db.SaveChangesAsync(ct);
        return new IssuedReceipt(id, code, ownSha256, content, issuedAt);
    }

    /// <summary>The archived PDFs of a file whose time is over; their hashes stay, so that a copy is still recognised. Returns how many.</summary>
    internal static Task<int> ForgetAsync(PortalDbContext db, string reference, CancellationToken ct) =>
        db.Set<Receipt>().Where(r => r.Reference == reference && r.Content != null).ExecuteUpdateAsync(r => r.SetProperty(x => x.Content, (byte[]?)null), ct);

    internal static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
