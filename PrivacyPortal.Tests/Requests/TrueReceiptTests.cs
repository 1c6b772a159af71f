using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>A receipt is signed, so it says what somebody recorded and nothing that nobody did.</summary>
public sealed class TrueReceiptTests
{
    private const string Email = "bjorn.hansen@yahoo.no";

    private static Actor Dpo => TestPortal.Dpo;

    [Theory]
    [InlineData(null, "La durée de conservation des sauvegardes de ces systèmes n’est pas consignée : Shop.")]
    [InlineData(0, "Aucune sauvegarde ne contient vos données.")]
    [InlineData(30, "aura disparu le 20 décembre 2026.")]
    public async Task A_receipt_tells_no_backups_from_backups_of_unknown_age(int? days, string said)
    {
        await using var desk = await StartAsync();
        var shop = PrivacyPortal.Tests.DataMap.Given.Shop with { BackupDays = days };
        Do(await desk.Portal.Get<DataSourceDesk>().EditAsync(TestPortal.Admin, desk.Source, shop, null, await desk.Portal.VersionAsync(desk.Source), default));
        var id = await ErasedAsync(desk);

        var text = await LastAsync(desk, id);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Equal(days == 0, text.Contains("Aucune sauvegarde", StringComparison.Ordinal));
        Assert.Equal(days == 30, text.Contains("écrasées par roulement", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("automated")]
    [InlineData("transfers")]
    [InlineData("hosting")]
    public async Task An_access_waits_until_its_map_says_what_the_report_tells(string silent)
    {
        var (map, table) = (DeskPortal.Map(), DeskPortal.Map().Tables[0]);
        map = silent switch
        {
            "source" => map with { Tables = [table with { Source = null }] },
            "automated" => map with { Tables = [table with { AutomatedDecisions = null }] },
            "transfers" => map with { Tables = [table with { Transfers = null }] },
            _ => map with { HostingRegion = null },
        };
        await using var portal = await DeskPortal.StartAsync(sources: [new(DeskPortal.Shop, "Shop", false, map)]);
        var id = await portal.ReadyAsync(SubjectRight.Access);
        Assert.Equal([silent == "hosting" ? "Shop" : "Shop: Customer"], (await portal.SheetAsync(id)).Article15Missing);
        Assert.Equal(Refusal.Incomplete, await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));
    }

    [Fact]
    public async Task A_report_tells_the_legal_bases_the_automated_decisions_the_transfers_and_the_sources_of_its_map()
    {
        await using var desk = await StartAsync();
        var sources = desk.Portal.Get<DataSourceDesk>();
        var customer = (await desk.Portal.SheetAsync(desk.Source)).Map!.Find("Customer")! with
        {
            LegalBasis = "legitimate-interests", Source = "Credit bureau", AutomatedDecisions = "A score limits the credit.", Transfers = "Mailer Inc., United States: standard contractual clauses.",
        };
        Do(await sources.EditTableAsync(Dpo, desk.Source, customer, await desk.Portal.VersionAsync(desk.Source), default));
        Assert.Null((await sources.ConfirmMapAsync(Dpo, desk.Source, "Facts", await desk.Portal.VersionAsync(desk.Source), default)).Refusal);
        var abroad = PrivacyPortal.Tests.DataMap.Given.Shop with { HostingRegion = "US", TransferSafeguard = "Clauses of 2021" };
        Do(await sources.EditAsync(TestPortal.Admin, desk.Source, abroad, null, await desk.Portal.VersionAsync(desk.Source), default));
        var id = await desk.FoundAsync(SubjectRight.Access, Email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();

        var package = (await desk.Portal.DocumentAsync(Dpo, (await desk.SheetAsync(id)).Row.Reference)).Value!;
        using var zip = new ZipArchive(new MemoryStream(package.Content));
        using var report = new MemoryStream();
        await using (var pdf = zip.GetEntry("report.pdf")!.Open())
        {
            await pdf.CopyToAsync(report);
        }

        using var page = new StreamReader(zip.GetEntry("index.html")!.Open());
        foreach (var text in (string[])[Words(PdfTools.Text(report.ToArray())), Words(WebUtility.HtmlDecode(await page.ReadToEndAsync()))])
        {
            foreach (var said in (string[])["Customers : A score limits the credit.", "Customers : Mailer Inc., United States: standard contractual clauses.", "Shop : États-Unis. Clauses of 2021", "Credit bureau", "Vous-même", "intérêts légitimes, art. 6"])
            {
                Assert.Contains(said, text, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("Aucune décision", text, StringComparison.Ordinal);
            Assert.DoesNotContain("ne sont pas transférées", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_recipient_who_was_not_told_is_named_with_the_exception_that_holds()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Erasure, Email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(id, RecipientNotice.Impossible);

        var text = await LastAsync(desk, id);
        Assert.DoesNotContain("aucun destinataire", text, StringComparison.Ordinal);
        Assert.Contains("Tax authority : l’informer se révèle impossible (art. 19)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ground_of_an_erasure_is_on_the_sheet_and_on_the_receipt()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Erasure, Email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(id, conclusion: new ErasureRuling(ErasureGround.ConsentWithdrawn));

        Assert.Equal(new ErasureRuling(ErasureGround.ConsentWithdrawn), (await desk.SheetAsync(id)).Conclusion);
        Assert.Contains("Motif de l’effacement Le consentement a été retiré, art. 17(1)(b)", await LastAsync(desk, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_another_persons_too_is_set_apart_from_what_the_law_keeps()
    {
        await using var portal = await DeskPortal.StartAsync();
        portal.Work = ticket => ticket.Phase != StepPhase.Preflight ? portal.Succeed(ticket) : StepOutcome.Done(null, async (db, ct) =>
        {
            await portal.Succeed(ticket).Keep!(db, ct);
            (await db.Set<RequestSource>().SingleAsync(s => s.RequestId == ticket.RequestId, ct)).Lines = JsonSerializer.Serialize(
                new PlanLine[] { new("Customer", "Customer", "contact.email", PlanAct.Deleted, 1), new("Chat", "Chats", "content.message", PlanAct.Left, 3) });
        });
        var id = await portal.ReadyAsync();
        Do(await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await portal.RunAsync();
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));

        var sheet = await portal.SheetAsync(id);
        Assert.Equal((RequestOutcome.PartlyFulfilled, RefusalGround.SharedWithOthers), (sheet.Row.Outcome, Assert.Single(sheet.Reasons).Ground));
        var text = await LastAsync(portal.Portal, sheet.Row.Reference);
        Assert.Contains("Ce qui concerne aussi d’autres personnes", text, StringComparison.Ordinal);
        foreach (var wrong in (string[])["article 17, paragraphe 3", "art. 15(4)", "à la date indiquée"])
        {
            Assert.DoesNotContain(wrong, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(SubjectRight.Access, DecisionKind.Grant)]
    [InlineData(SubjectRight.Rectification, DecisionKind.Grant)]
    [InlineData(SubjectRight.Erasure, DecisionKind.Refuse)]
    public void A_ground_of_erasure_stands_for_a_granted_erasure_only(SubjectRight right, DecisionKind kind)
    {
        var ready = ReadyToErase with { Conclusion = new ErasureRuling(ErasureGround.Unlawful) };
        Assert.Equal(Refusal.Invalid, In(RequestStatus.InReview, right).Decide(PrivacyPortal.Tests.Requests.Given.Dpo, kind, [Excessive], ready, false, null, Noon));
        Do(In(RequestStatus.InReview).Decide(PrivacyPortal.Tests.Requests.Given.Dpo, DecisionKind.Grant, [], ready, false, null, Noon));
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries));

    private static async Task<Guid> ErasedAsync(ChinookDesk desk)
    {
        var id = await desk.FoundAsync(SubjectRight.Erasure, Email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(id);
        return id;
    }

    /// <summary>The words of the newest document.</summary>
    internal static async Task<string> LastAsync(ChinookDesk desk, Guid id) => await LastAsync(desk.Portal, (await desk.SheetAsync(id)).Row.Reference);

    private static async Task<string> LastAsync(TestPortal portal, string reference)
    {
        var last = (await portal.Get<ReceiptQueries>().OfAsync(Dpo, reference, default)).Value![^1];
        return Words(PdfTools.Text((await portal.Get<ReceiptQueries>().DownloadAsync(Dpo, last.Id, default)).Value!.Content));
    }

    private static async Task<ChinookDesk> StartAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        return new ChinookDesk(portal, await portal.ChinookAsync());
    }
}
