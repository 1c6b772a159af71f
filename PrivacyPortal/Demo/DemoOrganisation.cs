using PrivacyPortal.Access;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Demo;

/// <summary>Maison Aubrac as the portal knows it, with its four sites.</summary>
public sealed class DemoOrganisation(OrganisationDesk desk, SettingsDesk settings, DemoPeople people)
{
    private static readonly SiteFacts[] Sites =
    [
        new("Maison Aubrac France", "www.maison-aubrac.example", "FR", "fr"),
        new("Maison Aubrac Belgique", "be.maison-aubrac.example", "BE", "fr"),
        new("Maison Aubrac Suisse", "ch.maison-aubrac.example", "CH", "fr"),
        new("Maison Aubrac UK", "uk.maison-aubrac.example", "GB", "en"),
    ];

    private readonly Dictionary<string, Guid> siteOf = [];

    public Guid SiteIn(string country) => siteOf[country];

    public void Plan(DemoCalendar calendar)
    {
        calendar.On(230, 7, people.MoveInAsync);
        calendar.On(229, 8, async ct =>
        {
            var administrator = await people.ActorAsync(DemoPerson.Administrator);
            Demanded.Done(await settings.RecordCatalogueAsync(Actor.System("settings"), ct));
            Demanded.Done(await desk.KeepAsync(administrator, Facts, 0, ct));
            foreach (var site in Sites)
            {
                siteOf[site.Country] = Demanded.Of(await desk.AddSiteAsync(administrator, site, ct));
            }
        });
    }

    private static OrganisationFacts Facts { get; } = new(
        "Maison Aubrac SAS", "18 route de Laguiole\n12210 Nasbinals\nFrance", "FR",
        DemoPerson.Dpo.Name, DemoPerson.Dpo.Email, "+33 1 99 00 10 90", DemoPerson.Deputy.Name, DemoPerson.Deputy.Email,
        "Commission nationale de l’informatique et des libertés (CNIL)", "3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07", "https://www.cnil.fr",
        "FR", "Europe/Paris", "eu", "fr", 48_000_000);
}
