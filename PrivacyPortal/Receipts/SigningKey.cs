using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Receipts;

/// <summary>
/// The key that receipts are signed with. Made on the first run (ECDSA P-256, the cheapest that every reader knows) and kept under the
/// master key; or the operator's own, by the settings <c>Signing:CertificatePath</c> and <c>Signing:KeyPath</c> (PEM).
/// Every certificate ever used stays in <c>keys/</c>, so that what was signed with it is still recognised after a change of keys.
/// </summary>
public sealed class SigningKey
{
    internal const string Purpose = "signing-key";
    internal const string FileName = "signing.sealed";
    private const int YearsValid = 25;

    private readonly Lazy<X509Certificate2> _certificate;
    private readonly string _folder;

    public SigningKey(KeyVault vault, DataFolder data, IConfiguration configuration, TimeProvider clock)
    {
        _folder = data.Folder("keys");
        _certificate = new(() => Remember(
            configuration["Signing:CertificatePath"] is { Length: > 0 } certificate
                ? Given(certificate, configuration["Signing:KeyPath"])
                : Own(vault, clock)));
    }

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate => _certificate.Value;

    /// <summary>Makes the key now if there is none yet, instead of with the first receipt.</summary>
    internal void Make() => _ = Certificate;

    /// <summary>SHA-256 of the certificate, in lower-case hex, as printed on receipts and shown by PDF readers.</summary>
    public string Fingerprint => FingerprintOf(Certificate);

    public static string FingerprintOf(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    /// <summary>Whether the certificate of that fingerprint signed, or ever signed, for this portal.</summary>
    public bool IsOurs(string fingerprint) => Known(_folder).Contains(fingerprint) || fingerprint == Fingerprint;

    /// <summary>The fingerprints of the certificates kept in that folder; needs no key.</summary>
    public static IReadOnlySet<string> Known(string keysFolder) => Directory.Exists(keysFolder)
        ? Directory.EnumerateFiles(keysFolder, "signing-*.crt").Select(file =>
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
            return FingerprintOf(certificate);
        }).ToHashSet()
        : new HashSet<string>();

    private static X509Certificate2 Given(string certificatePath, string? keyPath)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificatePath, keyPath);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"The signing certificate {certificatePath} with its key {keyPath} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The sealed key, where the portal has one of its own, sealed anew when the master key is changed: receipts are signed as before.</summary>
    internal static async Task<int> SealAgainAsync(KeyChange change, DataFolder data, CancellationToken ct)
    {
        var file = FileIn(data.Folder("keys"));
        if (!File.Exists(file))
        {
            return 0;
        }

        change.Write(file, change.Again(Purpose, await File.ReadAllBytesAsync(file, ct)));
        return 1;
    }

    private static string FileIn(string folder) => Path.Combine(folder, FileName);

    private X509Certificate2 Own(KeyVault vault, TimeProvider clock)
    {
        var file = FileIn(_folder);
        if (File.Exists(file))
        {
            return X509CertificateLoader.LoadPkcs12(vault.Open(Purpose, File.ReadAllBytes(file)), null);
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=PrivacyPortal receipts", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var from = clock.GetUtcNow().AddDays(-1);
        var certificate = request.CreateSelfSigned(from, from.AddYears(YearsValid));

        // Written beside and moved: a crash leaves no half a key.
        File.WriteAllBytes(file + ".new", vault.Seal(Purpose, certificate.Export(X509ContentType.Pkcs12)));
        File.Move(file + ".new", file);
        return certificate;
    }

    private X509Certificate2 Remember(X509Certificate2 certificate)
    {
        var file = Path.Combine(_folder, $"signing-{FingerprintOf(certificate)[..16]}.crt");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, certificate.ExportCertificatePem());
        }

        return certificate;
    }
}
