using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Chinook, and paper files beside it that the store in Lyon keeps: requests up to any stage of a task.</summary>
internal static class Paper
{
    public const string Email = "luisg@embraer.com.br";

    public static readonly TaskFile Scan = new("Luís Gonçalves.PDF", "%PDF-the-scan"u8.ToArray());

    public static readonly SourceDescription Papers = new("Papers", "Lyon store", "FR");

    private static Actor Dpo => TestPortal.Dpo;

    public static ManualKeeping Keeping => new(
        "lyon@shop.example", TestPortal.Admin.PersonId, "Order forms in the grey cabinet.", ["contact.address", "order"], "Look in the grey cabinet.", null, "Shred.");

    public static Guid TaskOf(RequestSheet sheet) => sheet.Steps.Single(s => s is { State: StepState.NeedsAttention, Cause: StepCause.ManualTask }).Id;

    public static async Task<Guid> PapersAsync(ChinookDesk desk) => (await desk.Portal.Get<DataSourceQueries>().MappedAsync(default)).Single(s => s.Kind == SourceKind.Manual).Id;

    public static async Task<Guid> SearchedAsync(ChinookDesk desk, SubjectRight right, string email = Email)
    {
        var id = await desk.ReceiveAsync(right, email);
        Do(await desk.Desk.ConfirmIdentityAsync(Dpo, id, await desk.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        return id;
    }

    public static async Task<Guid> FoundAsync(ChinookDesk desk)
    {
        var id = await SearchedAsync(desk, SubjectRight.Erasure);
        Do(await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), TaskOf(await desk.SheetAsync(id)), "Two forms.", 2, default));
        await ReviewAsync(desk, id);
        return id;
    }

    public static async Task<Guid> ExecutingAsync(ChinookDesk desk)
    {
        var id = await FoundAsync(desk);
        await DecidedAsync(desk, id);
        return id;
    }

    public static async Task ReviewAsync(ChinookDesk desk, Guid id)
    {
        foreach (var source in (await desk.SheetAsync(id)).Sources)
        {
            Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), source.SourceId, SourceReview.AsSuggested, default));
        }
    }

    public static async Task DecidedAsync(ChinookDesk desk, Guid id)
    {
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
    }

    /// <summary>Chinook, and paper files beside it with a confirmed map.</summary>
    public static async Task<ChinookDesk> StartAsync(ExportPolicy exports = ExportPolicy.Reason)
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false) { Exports = exports })));
        var shop = await portal.ChinookAsync();
        var sources = portal.Get<DataSourceDesk>();
        var id = (await sources.AddAsync(TestPortal.Admin, SourceKind.Manual, Papers, new SourceConnection { Keeping = Keeping }, default)).Value;
        var table = (await portal.SheetAsync(id)).Draft!.Map.Tables[0] with { Purpose = "Orders", LegalBasis = "contract", Recipients = ["none"], Source = "person", Retention = "Ten years", AutomatedDecisions = "none", Transfers = "none" };
        Do(await sources.EditTableAsync(TestPortal.Admin, id, table, await portal.VersionAsync(id), default));
        Assert.Null((await sources.ConfirmMapAsync(Dpo, id, "First map", await portal.VersionAsync(id), default)).Refusal);
        return new ChinookDesk(portal, shop);
    }
}
