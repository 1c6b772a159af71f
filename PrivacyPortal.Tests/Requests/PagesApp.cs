using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Requests;

/// <summary>The whole portal with Chinook as its data source, as it serves it.</summary>
public class PagesApp : OrganisedApp
{
    public RequestDesk Desk => Services.GetRequiredService<RequestDesk>();

    public RequestQueries Queries => Services.GetRequiredService<RequestQueries>();

    public string Chinook => Path.Combine(DataFolder, "chinook.db");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var sources = Services.GetRequiredService<DataSourceDesk>();
        var added = await sources.AddAsync(TestPortal.Admin, SourceKind.Sqlite, DataMap.Given.Shop, new SourceConnection(ChinookShop.Write(Chinook)), default);
        Assert.Null(await sources.ImportMapAsync(TestPortal.Dpo, added.Value, ChinookShop.MapYaml, await VersionAsync(added.Value), default));
        Assert.Null((await sources.ConfirmMapAsync(TestPortal.Dpo, added.Value, "First map", await VersionAsync(added.Value), default)).Refusal);
    }

    public async Task<RequestSheet> ReceiveAsync(SubjectRight right, string name, string email, int daysAgo = 3)
    {
        var today = DateOnly.FromDateTime(Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var subject = new SubjectFile(name, [new Identity(IdentityKinds.Email, email)], Message: "Bonjour, je vous remercie d’avance.");
        var reply = await Desk.ReceiveAsync(TestPortal.Dpo, new Intake([right], RequestChannel.Email, "fr", subject, today.AddDays(-daysAgo)), default);
        Assert.Null(reply.Refusal);
        return await SheetAsync(reply.Value![0].Reference);
    }

    /// <summary>Identity confirmed and searched.</summary>
    public async Task<RequestSheet> InReviewAsync(SubjectRight right, string name, string email)
    {
        var sheet = await ReceiveAsync(right, name, email);
        Assert.Null(await Desk.ConfirmIdentityAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, IdentityProof.KnownFact, "Named the last order.", default));
        sheet = await SheetAsync(sheet.Row.Reference);
        Assert.Null(await Desk.SearchAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, default));
        for (var tries = 0; sheet.Row.Status != RequestStatus.InReview; tries++)
        {
            Assert.True(tries < 400, $"The search did not end: {sheet.Row.Status}.");
            await Task.Delay(50);
            sheet = await SheetAsync(sheet.Row.Reference);
        }

        return sheet;
    }

    public async Task<RequestSheet> SheetAsync(string reference)
    {
        var reply = await Queries.SheetAsync(TestPortal.Dpo, reference, default);
        Assert.Null(reply.Refusal);
        return reply.Value!;
    }

    private async Task<int> VersionAsync(Guid source) =>
        (await Services.GetRequiredService<DataSourceQueries>().SheetAsync(TestPortal.Admin, source, default)).Value!.Version;
}
