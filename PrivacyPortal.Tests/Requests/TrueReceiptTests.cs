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

    private static async Task<Guid> ErasedAsync(ChinookDesk desk)
    {
        var id = await desk.FoundAsync(SubjectRight.Erasure, Email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(id);
        return id;
    }

    /// <summary>The words of the newest document.</summary>
    private static async Task<string> LastAsync(ChinookDesk desk, Guid id)
    {
        var last = (await desk.Portal.Get<ReceiptQueries>().OfAsync(Dpo, (await desk.SheetAsync(id)).Row.Reference, default)).Value![^1];
        var pdf = (await desk.Portal.Get<ReceiptQueries>().DownloadAsync(Dpo, last.Id, default)).Value!.Content;
        return string.Join(' ', PdfTools.Text(pdf).Split((char[])[' ', '\n', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<ChinookDesk> StartAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        return new ChinookDesk(portal, await portal.ChinookAsync());
    }
}
