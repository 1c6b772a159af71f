using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Receipts;

public enum CheckOutcome
{
    /// <summary>Ours, unchanged, and in the archive.</summary>
    Genuine,

    /// <summary>No receipt has this code.</summary>
    UnknownCode,
    NotAPdf,
    Unsigned,

    /// <summary>Changed, or added to, after it was signed.</summary>
    Altered,

    /// <summary>Signed by somebody else.</summary>
    ForeignSigner,

    /// <summary>Signed with our certificate, but no receipt in this archive has these bytes.</summary>
    NotInArchive,
}

/// <summary>What the public is told: never whose receipt it is.</summary>
public sealed record CheckResult(CheckOutcome Outcome, ReceiptKind? Kind = null, string? Reference = null, string? Controller = null, DateTimeOffset? IssuedAt = null, string? CertificateFingerprint = null);

/// <summary>Tells genuine receipts from others, by the code printed on them or by their bytes.</summary>
public sealed class ReceiptCheck(IDbContextFactory<PortalDbContext> contexts, SigningKey key)
{
    public async Task<CheckResult> OfCodeAsync(string code, CancellationToken ct)
    {
        if (CheckCode.HashOf(code) is not { } hash)
        {
            return new(CheckOutcome.UnknownCode);
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Told(db.Set<Receipt>().Where(r => r.CheckCodeHash == hash), ct) ?? new(CheckOutcome.UnknownCode);
    }

    /// <summary>By signature, certificate and archive, in this order: each answers a question that the next one takes for granted.</summary>
    public async Task<CheckResult> OfFileAsync(byte[] file, CancellationToken ct)
    {
        var reading = SignatureReader.Read(file);
        if (Fault(reading.State) is { } fault)
        {
            return new(fault);
        }

        if (!key.IsOurs(reading.Fingerprint!))
        {
            return new(CheckOutcome.ForeignSigner, CertificateFingerprint: reading.Fingerprint);
        }

        var sha256 = ReceiptIssuer.HashOf(file);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Told(db.Set<Receipt>().Where(r => r.Sha256 == sha256 || r.OwnCopySha256 == sha256), ct)
            ?? new(CheckOutcome.NotInArchive, CertificateFingerprint: reading.Fingerprint);
    }

    /// <summary>What a signature alone disproves; null when it is intact.</summary>
    public static CheckOutcome? Fault(SignatureState state) => state switch
    {
        SignatureState.NotAPdf => CheckOutcome.NotAPdf,
        SignatureState.Unsigned => CheckOutcome.Unsigned,
        SignatureState.Altered => CheckOutcome.Altered,
        SignatureState.Intact => null,
    };

    private static Task<CheckResult?> Told(IQueryable<Receipt> receipts, CancellationToken ct) => receipts.AsNoTracking()
        .Select(r => new CheckResult(CheckOutcome.Genuine, r.Kind, r.Reference, r.Controller, r.IssuedAt, r.CertificateFingerprint))
        .FirstOrDefaultAsync(ct);
}
