using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>
/// PAdES-B-B (ETSI EN 319 142-1): a detached CMS over the file, SHA-256, naming its certificate in a signed attribute. The time is the
/// PDF's own; a signing-time attribute is not allowed beside it.
/// </summary>
public sealed class ReceiptSigner(SigningKey key)
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    /// <summary>Algorithm names, attributes, an elliptic signature.</summary>
    private const int FixedBytes = 1200;

    // Native key handles are not promised to bear several threads.
    private readonly Lock _oneAtATime = new();

    public PdfSignature For(string reason) => new(
        key.Certificate.GetNameInfo(X509NameType.SimpleName, false), reason, Reserve(key.Certificate), Sign);

    /// <summary>The CMS holds the certificate, names its issuer again, and an RSA signature is as long as its key.</summary>
    private static int Reserve(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        return certificate.RawData.Length + certificate.IssuerName.RawData.Length + ((rsa?.KeySize ?? 0) / 8) + FixedBytes;
    }

    private byte[] Sign(byte[] content)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), CertificateIdentifier(key.Certificate)));
        lock (_oneAtATime)
        {
            cms.ComputeSignature(signer);
        }

        return cms.Encode();
    }

    /// <summary>ESSCertIDv2 (RFC 5035): the certificate's hash, so that no other can be put in its place.</summary>
    private static byte[] CertificateIdentifier(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}
