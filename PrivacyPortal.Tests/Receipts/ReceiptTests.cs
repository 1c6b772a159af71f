using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Receipts;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Receipts;

public sealed class ReceiptTests
{
    private static Task<TestPortal> StartAsync() => TestPortal.StartAsync(services => services.AddReceipts());

    private static async Task<IssuedReceipt> IssueAsync(TestPortal portal, ReceiptFacts facts)
    {
        await using var db = portal.Db();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var issued = await portal.Get<ReceiptIssuer>().IssueAsync(db, TestPortal.Dpo, facts, CancellationToken.None);
        await transaction.CommitAsync();
        return issued;
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Every_receipt_is_well_formed_signed_in_full_and_recognised(string language)
    {
        await using var portal = await StartAsync();
        var kinds = new HashSet<ReceiptKind>();
        foreach (var facts in SampleFacts.All(language))
        {
            kinds.Add(facts.Kind);
            var issued = await IssueAsync(portal, facts);
            PdfTools.Check(issued.Content);
            var signatures = PdfTools.Signatures(issued.Content);
            Assert.Contains("Signature is Valid", signatures, StringComparison.Ordinal);
            Assert.Contains("Total document signed", signatures, StringComparison.Ordinal);
            Assert.Contains("ETSI.CAdES.detached", signatures, StringComparison.Ordinal);
            var text = PdfTools.Text(issued.Content);
            Assert.Contains(facts.Reference, text, StringComparison.Ordinal);
            Assert.Contains("Camille Durand", text, StringComparison.Ordinal);
            Assert.Contains(issued.CheckCode, string.Concat(text.Where(c => !char.IsWhiteSpace(c))), StringComparison.Ordinal);
            using var attached = JsonDocument.Parse(PdfTools.Attachment(issued.Content, ReceiptDocument.AttachmentName));
            Assert.Equal(facts.Reference, attached.RootElement.GetProperty("facts").GetProperty("reference").GetString());
            Assert.Equal(CheckOutcome.Genuine, (await portal.Get<ReceiptCheck>().OfFileAsync(issued.Content, CancellationToken.None)).Outcome);
        }

        Assert.Equal(Enum.GetValues<ReceiptKind>().Length, kinds.Count);
    }

    [Fact]
    public async Task A_code_finds_its_receipt_however_it_is_typed_and_no_other()
    {
        await using var portal = await StartAsync();
        var issued = await IssueAsync(portal, SampleFacts.Acknowledgement("fr"));
        var check = portal.Get<ReceiptCheck>();
        foreach (var typed in (string[])[issued.CheckCode, issued.CheckCode.ToLowerInvariant(), issued.CheckCode.Replace("-", " ", StringComparison.Ordinal), issued.CheckCode.Replace('0', 'o')])
        {
            var result = await check.OfCodeAsync(typed, CancellationToken.None);
            Assert.Equal((CheckOutcome.Genuine, "DSR-2026-000123", "Maison Exemple SAS"), (result.Outcome, result.Reference, result.Controller));
        }

        foreach (var wrong in (string[])["", "x", CheckCode.New(), issued.CheckCode[..^1], issued.CheckCode + "0"])
        {
            Assert.Equal(CheckOutcome.UnknownCode, (await check.OfCodeAsync(wrong, CancellationToken.None)).Outcome);
        }
    }

    [Fact]
    public async Task Changing_any_single_byte_is_told()
    {
        await using var portal = await StartAsync();
        var pdf = (await IssueAsync(portal, SampleFacts.Acknowledgement("en"))).Content;
        var check = portal.Get<ReceiptCheck>();
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var tampered = (byte[])pdf.Clone();
            tampered[random.Next(tampered.Length)] ^= (byte)random.Next(1, 256);
            Assert.NotEqual(CheckOutcome.Genuine, (await check.OfFileAsync(tampered, CancellationToken.None)).Outcome);
        }
    }

    [Fact]
    public async Task What_is_added_after_the_signature_is_told()
    {
        await using var portal = await StartAsync();
        var pdf = (await IssueAsync(portal, SampleFacts.Acknowledgement("en"))).Content;
        Assert.Equal(SignatureState.Intact, SignatureReader.Read(pdf).State);
        Assert.Equal(SignatureState.Altered, SignatureReader.Read([.. pdf, .. "\n%more"u8]).State);
        Assert.Equal(SignatureState.Altered, SignatureReader.Read(pdf.AsSpan(0, pdf.Length - 1)).State);
        Assert.Equal(SignatureState.NotAPdf, SignatureReader.Read("hello"u8).State);
        Assert.Equal(SignatureState.NotAPdf, SignatureReader.Read([]).State);
        Assert.Equal(SignatureState.Unsigned, SignatureReader.Read("%PDF-1.7 nothing"u8).State);
        foreach (var range in (string[])["", "[", "[]", "[0 1 2]", "[0 1 2 3]", "[0 -5 9 9]", "[0 99999999999 1 1]", "[a b c d]"])
        {
            Assert.Equal(SignatureState.Altered, SignatureReader.Read(Encoding.ASCII.GetBytes("%PDF-1.7 /ByteRange" + range)).State);
        }
    }

    [Fact]
    public async Task Another_portals_receipt_is_not_ours()
    {
        await using var portal = await StartAsync();
        await using var other = await StartAsync();
        var pdf = (await IssueAsync(other, SampleFacts.Acknowledgement("en"))).Content;
        Assert.Equal(CheckOutcome.ForeignSigner, (await portal.Get<ReceiptCheck>().OfFileAsync(pdf, CancellationToken.None)).Outcome);
    }

    [Fact]
    public async Task A_receipt_rolled_back_was_never_issued()
    {
        await using var portal = await StartAsync();
        IssuedReceipt issued;
        await using (var db = portal.Db())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            issued = await portal.Get<ReceiptIssuer>().IssueAsync(db, TestPortal.Dpo, SampleFacts.Acknowledgement("en"), CancellationToken.None);
        }

        await using var look = portal.Db();
        Assert.Empty(await look.Set<Receipt>().ToListAsync());
        Assert.Empty(await look.Set<AuditEntry>().ToListAsync());
        Assert.Equal(CheckOutcome.NotInArchive, (await portal.Get<ReceiptCheck>().OfFileAsync(issued.Content, CancellationToken.None)).Outcome);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Get<ReceiptIssuer>().IssueAsync(look, TestPortal.Dpo, SampleFacts.Acknowledgement("en"), CancellationToken.None));
    }

    [Fact]
    public async Task Corrected_values_are_in_the_persons_own_copy_only_and_both_copies_are_genuine()
    {
        await using var portal = await StartAsync();
        var issued = await IssueAsync(portal, SampleFacts.Rectification("en"));
        await using var db = portal.Db();
        var receipt = await db.Set<Receipt>().SingleAsync();
        Assert.Contains("ivan@new.example", PdfTools.Text(issued.Content), StringComparison.Ordinal);
        Assert.Contains("ivan@late.example", PdfTools.Text(issued.Content), StringComparison.Ordinal);
        Assert.Contains("ivan@late.example", PdfTools.Attachment(issued.Content, ReceiptDocument.AttachmentName), StringComparison.Ordinal);
        Assert.DoesNotContain("ivan@", PdfTools.Text(receipt.Content!), StringComparison.Ordinal);
        Assert.DoesNotContain("ivan@", PdfTools.Attachment(receipt.Content!, ReceiptDocument.AttachmentName), StringComparison.Ordinal);
        foreach (var copy in (byte[][])[issued.Content, receipt.Content!])
        {
            Assert.Equal(CheckOutcome.Genuine, (await portal.Get<ReceiptCheck>().OfFileAsync(copy, CancellationToken.None)).Outcome);
        }
    }

    [Fact]
    public async Task Reading_the_archive_needs_a_permission_and_a_download_is_in_the_audit_log()
    {
        await using var portal = await StartAsync();
        var issued = await IssueAsync(portal, SampleFacts.Erasure("fr"));
        var queries = portal.Get<ReceiptQueries>();
        Assert.Equal(Refusal.Forbidden, (await queries.OfAsync(TestPortal.Admin, "DSR-2026-000123", CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await queries.PageAsync(TestPortal.Admin, null, 0, 10, CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await queries.DownloadAsync(TestPortal.Admin, issued.Id, CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.NotFound, (await queries.DownloadAsync(TestPortal.Auditor, Guid.NewGuid(), CancellationToken.None)).Refusal);
        var file = (await queries.DownloadAsync(TestPortal.Auditor, issued.Id, CancellationToken.None)).Value!;
        Assert.Equal("DSR-2026-000123-erasure.pdf", file.FileName);
        Assert.Equal(issued.Content, file.Content);
        await using var db = portal.Db();
        var last = await db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).FirstAsync();
        Assert.Equal(("receipt", "downloaded", "Eve Auditor"), (last.Category, last.Name, last.ActorName));
        Assert.Equal(2, last.Sequence);
    }

    [Fact]
    public async Task The_head_of_the_audit_chain_and_the_certificate_are_printed_on_it()
    {
        await using var portal = await StartAsync();
        await IssueAsync(portal, SampleFacts.Acknowledgement("en"));
        var head = (await AuditQueries.HeadAsync(portal.Db(), CancellationToken.None)).Hash;
        var text = string.Concat(PdfTools.Text((await IssueAsync(portal, SampleFacts.Acknowledgement("en"))).Content).Where(c => !char.IsWhiteSpace(c)));
        Assert.Contains(head[..60], text, StringComparison.Ordinal);
        Assert.Contains(portal.Get<SigningKey>().Fingerprint[..60], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signing_key_lies_sealed_and_survives_a_restart()
    {
        await using var portal = await StartAsync();
        var fingerprint = portal.Get<SigningKey>().Fingerprint;
        var keys = Path.Combine(portal.Folder, "keys");
        Assert.DoesNotContain(Directory.EnumerateFiles(keys), file => File.ReadAllText(file).Contains("PRIVATE KEY", StringComparison.Ordinal));
        var again = new SigningKey(portal.Get<KeyVault>(), portal.Get<DataFolder>(), new ConfigurationBuilder().Build(), portal.Clock);
        Assert.Equal(fingerprint, again.Fingerprint);
        Assert.Contains(fingerprint, SigningKey.Known(keys));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_operators_own_certificate_signs_and_what_was_signed_before_stays_genuine(bool isElliptic)
    {
        await using var portal = await StartAsync();
        var before = (await IssueAsync(portal, SampleFacts.Acknowledgement("en"))).Content;
        using var folder = new TempFolder();
        WritePem(folder, isElliptic);
        var own = new SigningKey(portal.Get<KeyVault>(), portal.Get<DataFolder>(), Settings(folder.File("signing.pem"), folder.File("signing.key")), portal.Clock);
        var facts = SampleFacts.Acknowledgement("en");
        var seal = new Seal(CheckCode.New(), "https://example.org/check", portal.Clock.Now, own.Fingerprint, 1, AuditChain.Origin);
        var signed = ReceiptDocument.Render(facts, seal, new ReceiptSigner(own).For("receipt"));
        Assert.Contains("Signature is Valid", PdfTools.Signatures(signed), StringComparison.Ordinal);
        Assert.Contains("Maison Exemple seal", PdfTools.Signatures(signed), StringComparison.Ordinal);
        Assert.Equal(own.Fingerprint, SignatureReader.Read(signed).Fingerprint);
        Assert.True(own.IsOurs(SignatureReader.Read(before).Fingerprint!));
        Assert.Throws<InvalidOperationException>(() => new SigningKey(portal.Get<KeyVault>(), portal.Get<DataFolder>(), Settings(folder.File("absent.pem"), null), portal.Clock).Certificate);
    }

    private static IConfiguration Settings(string certificate, string? key) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Signing:CertificatePath", certificate), new("Signing:KeyPath", key)]).Build();

    private static void WritePem(TempFolder folder, bool isElliptic)
    {
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(3072);
        var request = isElliptic
            ? new CertificateRequest("CN=Maison Exemple seal", elliptic, HashAlgorithmName.SHA256)
            : new CertificateRequest("CN=Maison Exemple seal", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        File.WriteAllText(folder.File("signing.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.File("signing.key"), isElliptic ? elliptic.ExportPkcs8PrivateKeyPem() : rsa.ExportPkcs8PrivateKeyPem());
    }
}
