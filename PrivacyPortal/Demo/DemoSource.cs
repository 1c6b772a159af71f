using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Demo.Company;

namespace PrivacyPortal.Demo;

/// <summary>The conversation database as a data source: added by the administrator, its map imported by her and confirmed by the DPO.</summary>
public sealed class DemoSource(DataSourceDesk desk, DataSourceQueries queries, DemoFolder folder, DemoPeople people)
{
    public Guid Id { get; private set; }

    public void Plan(DemoCalendar calendar)
    {
        calendar.On(226, 10, async ct => Id = Demanded.Of(await desk.AddAsync(
            await people.ActorAsync(DemoPerson.Administrator), SourceKind.Sqlite,
            new SourceDescription("Conversations", "Équipe relation client", "FR", CallingCode: "33", BackupDays: 35),
            new SourceConnection(folder.Conversations), ct)));
        calendar.On(225, 11, async ct => Demanded.Done(await desk.ImportMapAsync(
            await people.ActorAsync(DemoPerson.Administrator), Id, Resource.Text("map.yaml"), await VersionAsync(ct), ct)));
        calendar.On(224, 15, async ct => Demanded.Of(await desk.ConfirmMapAsync(
            await people.ActorAsync(DemoPerson.Dpo), Id, "Revue avec l’équipe relation client.", await VersionAsync(ct), ct)));

        // A shorter retention, put forward and not confirmed yet.
        calendar.On(2, 11, async ct =>
        {
            var administrator = await people.ActorAsync(DemoPerson.Administrator);
            var sheet = Demanded.Of(await queries.SheetAsync(administrator, Id, ct))!;
            var positions = sheet.Map!.Find("visitor_position")! with { Retention = "7 jours" };
            Demanded.Done(await desk.EditTableAsync(administrator, Id, positions, sheet.Version, ct));
        });
    }

    private async Task<int> VersionAsync(CancellationToken ct) =>
        Demanded.Of(await queries.SheetAsync(await people.ActorAsync(DemoPerson.Dpo), Id, ct))!.Version;
}
