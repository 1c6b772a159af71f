using PrivacyPortal.Access;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Settings;

public class OrganisationTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private static readonly OrganisationFacts Complete = OrganisationFacts.Empty with
    {
        ControllerName = "Maison Exemple SAS", Address = "1 rue de la Paix, 75002 Paris", DpoName = "Dora Dpo", DpoEmail = "dpo@example.com",
        AuthorityName = "CNIL", AuthorityWebsite = "https://www.cnil.fr",
    };

    [Fact]
    public async Task It_is_there_incomplete_before_anybody_entered_anything()
    {
        await using var desks = await Desks.OpenAsync();
        var sheet = await desks.Portal.Get<OrganisationQueries>().CurrentAsync(Ct);
        Assert.False(sheet.IsComplete);
        Assert.Equal(0, sheet.Version);
    }

    [Fact]
    public async Task What_is_kept_is_read_back_and_the_second_of_two_editors_is_told()
    {
        await using var desks = await Desks.OpenAsync();
        Assert.Null(await desks.Organisation.KeepAsync(TestPortal.Admin, Complete, 0, Ct));
        var sheet = await desks.Portal.Get<OrganisationQueries>().CurrentAsync(Ct);
        Assert.Equal(Complete, sheet.Facts);
        Assert.True(sheet.IsComplete);
        Assert.Equal(desks.Portal.Clock.Now, sheet.CompletedAt);
        Assert.Equal(Refusal.Stale, await desks.Organisation.KeepAsync(TestPortal.OtherAdmin, Complete, 0, Ct));
        Assert.Null(await desks.Organisation.KeepAsync(TestPortal.OtherAdmin, Complete with { DeputyName = "Denis" }, sheet.Version, Ct));
    }

    [Fact]
    public void An_unknown_zone_region_profile_or_country_is_refused()
    {
        Assert.Equal(Refusal.Invalid, (Complete with { TimeZone = "Mars/Olympus" }).Problem);
        Assert.Equal(Refusal.Invalid, (Complete with { Region = "FR-BRETAGNE" }).Problem);
        Assert.Equal(Refusal.Invalid, (Complete with { Region = "CH" }).Problem);
        Assert.Null((Complete with { Region = "CH", DeadlineProfile = "ch" }).Problem);
        Assert.Null((Complete with { Region = "FR-ALSACE-MOSELLE" }).Problem);
        Assert.Equal(Refusal.Invalid, (Complete with { DeadlineProfile = "never" }).Problem);
        Assert.Equal(Refusal.Invalid, (Complete with { Country = "XX" }).Problem);
        Assert.Equal(Refusal.Invalid, (Complete with { DpoEmail = "not an address" }).Problem);
    }

    [Fact]
    public void Every_country_has_a_zone_that_is_known_and_every_one_of_the_area_its_authority()
    {
        Assert.All(Countries.All, c => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(c.TimeZone, out _), c.TimeZone));
        Assert.All(Countries.All.Where(c => c.InEea), c => Assert.NotNull(SupervisoryAuthorities.Of(c.Code)));
        Assert.Equal(30, Countries.All.Count(c => c.InEea));
    }

    [Fact]
    public void The_day_is_the_day_at_the_controllers()
    {
        Assert.Equal(new DateOnly(2026, 12, 1), Complete.DayOf(new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero)));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero), Complete.StartOf(new DateOnly(2026, 12, 1)));

        // The Azores live the hour from midnight to one twice.
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero), (Complete with { TimeZone = "Atlantic/Azores" }).StartOf(new DateOnly(2026, 10, 25)));
    }

    [Fact]
    public async Task Sites_are_added_changed_and_closed()
    {
        await using var desks = await Desks.OpenAsync();
        var id = await desks.SiteAsync("BE", "www.example.be");
        Assert.Equal(Refusal.Duplicate, (await desks.Organisation.AddSiteAsync(TestPortal.Admin, new SiteFacts("Two", "WWW.example.be", "FR", "fr"), Ct)).Refusal);
        Assert.Equal(Refusal.Invalid, (await desks.Organisation.AddSiteAsync(TestPortal.Admin, new SiteFacts("Three", "https://example.org/", "FR", "fr"), Ct)).Refusal);
        Assert.Null((await desks.Organisation.ChangeSiteAsync(TestPortal.Admin, id, new SiteFacts("Magasin", "www.example.be", "BE", "fr"), "", 0, Ct)).Refusal);
        Assert.Equal(Refusal.Stale, await desks.Organisation.CloseSiteAsync(TestPortal.Admin, id, 0, Ct));
        Assert.Null(await desks.Organisation.CloseSiteAsync(TestPortal.Admin, id, 1, Ct));
        var row = Assert.Single(await desks.Portal.Get<OrganisationQueries>().SitesAsync(Ct));
        Assert.Equal(("Magasin", "BE", false), (row.Name, row.Country, row.Open));
    }

    [Fact]
    public async Task The_domain_that_a_site_had_goes_to_no_other_site_and_back_to_its_own()
    {
        await using var desks = await Desks.OpenAsync();
        var id = await desks.SiteAsync("FR", "www.example.fr");
        Assert.Null((await desks.Organisation.ChangeSiteAsync(TestPortal.Admin, id, new SiteFacts("Boutique", "old.example.fr", "FR", "fr"), "", 0, Ct)).Refusal);
        Assert.Equal(Refusal.Duplicate, (await desks.Organisation.AddSiteAsync(TestPortal.Admin, new SiteFacts("New", "www.example.fr", "FR", "fr"), Ct)).Refusal);
        Assert.Null((await desks.Organisation.ChangeSiteAsync(TestPortal.Admin, id, new SiteFacts("Boutique", "www.example.fr", "FR", "fr"), "", 1, Ct)).Refusal);
    }

    [Fact]
    public async Task Asking_again_for_the_same_country_asks_the_DPO_once_and_for_another_in_its_place()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.LoosenAsync(Slot.Organisation(SettingCatalogue.Geolocation), SettingValue.On);
        await desks.PublishAsync(Slot.Country(SettingCatalogue.Geolocation, "CH"), SettingValue.Off);
        var id = await desks.SiteAsync("CH", "www.example.ch");
        var first = await ToAsync("FR");
        Assert.NotNull(first);
        Assert.Equal(first, await ToAsync("FR"));
        Assert.NotEqual(first, await ToAsync("BE"));
        Assert.Equal(2, (await desks.SheetAsync()).Proposals.Count(p => p.Changes[0].Slot == Slot.CountryOf(id)));
        Assert.Single((await desks.SheetAsync()).Proposals, p => p.IsOpen);

        async Task<Guid?> ToAsync(string country)
        {
            var version = (await desks.Portal.Get<OrganisationQueries>().SitesAsync(Ct)).Single().Version;
            var reply = await desks.Organisation.ChangeSiteAsync(TestPortal.Admin, id, new SiteFacts("Boutique", "www.example.ch", country, "fr"), "We moved", version, Ct);
            Assert.Null(reply.Refusal);
            return reply.Value!.Proposal;
        }
    }

    [Fact]
    public async Task Only_an_administrator_keeps_the_organisation_and_its_sites()
    {
        await using var desks = await Desks.OpenAsync();
        var id = await desks.SiteAsync();
        var facts = new SiteFacts("Boutique", "shop.example.fr", "FR", "fr");
        foreach (var actor in new[] { TestPortal.Dpo, TestPortal.Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, await desks.Organisation.KeepAsync(actor, Complete, 0, Ct));
            Assert.Equal(Refusal.Forbidden, (await desks.Organisation.AddSiteAsync(actor, facts, Ct)).Refusal);
            Assert.Equal(Refusal.Forbidden, (await desks.Organisation.ChangeSiteAsync(actor, id, facts, "", 0, Ct)).Refusal);
            Assert.Equal(Refusal.Forbidden, await desks.Organisation.CloseSiteAsync(actor, id, 0, Ct));
        }
    }
}
