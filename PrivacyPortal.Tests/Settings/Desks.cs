using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Receipts;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Settings;

/// <summary>The settings' desks on a portal of the test's own, with the catalogue on record.</summary>
internal sealed class Desks : IAsyncDisposable
{
    private Desks(TestPortal portal) => Portal = portal;

    public static readonly CancellationToken Ct = CancellationToken.None;

    public TestPortal Portal { get; }

    public SettingsDesk Settings => Portal.Get<SettingsDesk>();

    public OpinionDesk Opinions => Portal.Get<OpinionDesk>();

    public OrganisationDesk Organisation => Portal.Get<OrganisationDesk>();

    public SettingsQueries Queries => Portal.Get<SettingsQueries>();

    public static async Task<Desks> OpenAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings());
        await portal.Get<SettingsDesk>().RecordCatalogueAsync(Actor.System("settings"), Ct);
        return new Desks(portal);
    }

    public async Task<Guid> SiteAsync(string country = "FR", string domain = "www.example.fr") =>
        (await Organisation.AddSiteAsync(TestPortal.Admin, new SiteFacts("Boutique", domain, country, "fr"), Ct)).Value;

    /// <summary>Edits and publishes as the administrator.</summary>
    public async Task<Published> PublishAsync(Slot slot, SettingValue? value, DateOnly? on = null, Actor? by = null, IReadOnlyDictionary<EvidenceKind, string>? evidence = null)
    {
        Assert.Null(await Settings.EditAsync(by ?? TestPortal.Admin, slot, value, evidence, Ct));
        var reply = await Settings.PublishAsync(by ?? TestPortal.Admin, "Because the test says so", on, Ct);
        Assert.Null(reply.Refusal);
        return reply.Value!;
    }

    /// <summary>Publishes a loosening with the DPO's blessing.</summary>
    public async Task LoosenAsync(Slot slot, SettingValue? value, DateOnly? on = null, IReadOnlyDictionary<EvidenceKind, string>? evidence = null)
    {
        var published = await PublishAsync(slot, value, on, evidence: evidence);
        Assert.Null(await Opinions.AdviseAsync(TestPortal.Dpo, published.Proposal!.Value, true, "Proportionate", await LatestAsync(), Ct));
    }

    public async Task<SettingsSheet> SheetAsync(Actor? actor = null) => (await Queries.SheetAsync(actor ?? TestPortal.Admin, Ct)).Value!;

    public async Task<int> LatestAsync() => (await SheetAsync()).Ledger.Latest;

    public Task<SettingValue> NowAsync(Setting setting, Guid? site = null) => Queries.InForceAsync(setting, site, Portal.Clock.Now, Ct);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
