using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.DataMap;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;
using PrivacyPortal.Reports;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Support.TestPortal;

namespace PrivacyPortal.Tests.Reports;

public class ReportDeskTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateOnly First = new(2026, 1, 1), Last = new(2026, 12, 31);

    public static TheoryData<ReportKind> Kinds => [.. Enum.GetValues<ReportKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_report_comes_as_a_signed_PDF_and_as_CSV_in_both_languages_and_is_in_the_audit_log(ReportKind kind)
    {
        await using var portal = await StartAsync();
        await portal.ReceiveAsync("Luís Gonçalves");
        foreach (var culture in Languages.All)
        {
            var wish = new ReportWish(kind, First, Last, culture);
            var pdf = (await portal.Desk.PdfAsync(Auditor, wish, Ct)).Value!;
            Assert.Equal((SignatureState.Intact, "application/pdf"), (SignatureReader.Read(pdf.Content).State, pdf.ContentType));
            Assert.Equal(CheckOutcome.Genuine, (await portal.Portal.Get<ReceiptCheck>().OfFileAsync(pdf.Content, Ct)).Outcome);
            Assert.StartsWith(Csv.ByteOrderMark, Encoding.UTF8.GetString((await portal.Desk.CsvAsync(Auditor, wish, Ct)).Value!.Content), StringComparison.Ordinal);
        }

        var log = (await portal.Portal.Get<AuditQueries>().PageAsync(Auditor, new AuditFilter(Category: "report"), 0, 10, Ct)).Value!.Entries;
        Assert.Equal(4, log.Count);
        Assert.All(log, e => Assert.Equal(("downloaded", "Eve Auditor"), (e.Name, e.ActorName)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nobody_takes_a_report_without_the_permission(ReportKind kind)
    {
        await using var portal = await StartAsync();
        foreach (var actor in new[] { Admin, Actor.Anonymous, Actor.Subject("somebody") })
        {
            Assert.Equal(Refusal.Forbidden, (await portal.Desk.PdfAsync(actor, new ReportWish(kind, First, Last, Languages.English), Ct)).Refusal);
            Assert.Equal(Refusal.Forbidden, (await portal.Desk.CsvAsync(actor, new ReportWish(kind, First, Last, Languages.English), Ct)).Refusal);
        }

        Assert.Equal(0, (await portal.Portal.Get<ReceiptQueries>().PageAsync(Auditor, null, 0, 1, Ct)).Value!.Total);
    }

    [Fact]
    public async Task The_register_of_requests_masks_names_also_for_a_DPO()
    {
        await using var portal = await StartAsync();
        await portal.ReceiveAsync("Luís Gonçalves");
        await portal.ReceiveAsync("=cmd|calc");
        var csv = await portal.CsvAsync(Dpo, new ReportWish(ReportKind.Requests, First, Last, Languages.French));
        Assert.Equal(3, csv.Count);
        Assert.StartsWith("Référence,Droit,", csv[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.StartsWith("DSR-2026-000001,", csv[1], StringComparison.Ordinal);
        Assert.Contains(",L••• G•••,", csv[1], StringComparison.Ordinal);
        Assert.Contains(",'=•••,", csv[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_outside_the_period_is_left_out()
    {
        await using var portal = await StartAsync();
        await portal.ReceiveAsync("Luís Gonçalves");
        Assert.Single(await portal.CsvAsync(Auditor, new ReportWish(ReportKind.Requests, new(2025, 1, 1), new(2025, 12, 31), Languages.English)));
        Assert.Equal(Refusal.Invalid, (await portal.Desk.CsvAsync(Auditor, new ReportWish(ReportKind.Requests, Last, First, Languages.English), Ct)).Refusal);
    }

    [Fact]
    public async Task The_register_of_receipts_names_each_with_its_hash()
    {
        await using var portal = await StartAsync();
        var wish = new ReportWish(ReportKind.Audit, First, Last, Languages.English);
        var pdf = (await portal.Desk.PdfAsync(Auditor, wish, Ct)).Value!;
        var csv = await portal.CsvAsync(Auditor, new ReportWish(ReportKind.Receipts, First, Last, Languages.English));
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf.Content)), Assert.Single(csv.Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_settings_tells_each_change_of_each_revision()
    {
        await using var portal = await StartAsync();
        await portal.Portal.Get<SettingsDesk>().RecordCatalogueAsync(Actor.System("settings"), Ct);
        var csv = await portal.CsvAsync(Auditor, new ReportWish(ReportKind.Settings, First, Last, Languages.French));
        Assert.Contains(csv, line => line.StartsWith("Révision 1,", StringComparison.Ordinal) && line.Contains("Mirroring", StringComparison.Ordinal));
        Assert.True(csv.Count > 20);
    }

    private static async Task<Reporting> StartAsync() => new(await TestPortal.StartAsync(services => services
        .AddReceipts()
        .AddSettings()
        .AddRequests()
        .AddReports()
        .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false)))
        .AddSingleton<SourceMapsReader>((_, _) => Task.FromResult<IReadOnlyList<RequestableSource>>([]))));

    private sealed record Reporting(TestPortal Portal) : IAsyncDisposable
    {
        public ReportDesk Desk => Portal.Get<ReportDesk>();

        public async Task ReceiveAsync(string name)
        {
            var subject = new SubjectFile(name, [new Identity(IdentityKinds.Email, $"{Guid.NewGuid():n}@example.org")]);
            Assert.Null((await Portal.Get<RequestDesk>().ReceiveAsync(Dpo, new Intake([SubjectRight.Access], RequestChannel.Letter, "fr", subject), Ct)).Refusal);
        }

        public async Task<IReadOnlyList<string>> CsvAsync(Actor actor, ReportWish wish) =>
            Encoding.UTF8.GetString((await Desk.CsvAsync(actor, wish, Ct)).Value!.Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
