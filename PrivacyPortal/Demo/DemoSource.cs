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

        calendar.On(7, 9, AddPapersAsync);

        // A shorter retention, put forward and not confirmed yet.
        calendar.On(2, 11, async ct =>
        {
            var administrator = await people.ActorAsync(DemoPerson.Administrator);
            var sheet = Demanded.Of(await queries.SheetAsync(administrator, Id, ct))!;
            var positions = sheet.Map!.Find("visitor_position")! with { Retention = "7 jours" };
            Demanded.Done(await desk.EditTableAsync(administrator, Id, positions, sheet.Version, ct));
        });
    }

    /// <summary>The paper files of a store, kept by somebody without an account.</summary>
    private async Task AddPapersAsync(CancellationToken ct)
    {
        var administrator = await people.ActorAsync(DemoPerson.Administrator);
        var keeping = new ManualKeeping(
            "magasin.lyon@maison-aubrac.example", null, "Bons de commande et de retour signés en magasin, armoire grise du bureau, classés par mois.",
            ["identity.name", "contact.address"], "Cherchez au nom et par mois d’achat ; numérisez ce que vous trouvez.",
            "Corrigez à l’encre, datez et paraphez.", "Détruisez les bons au broyeur, sauf ceux des dix dernières années à conserver pour la comptabilité.");
        var id = Demanded.Of(await desk.AddAsync(
            administrator, SourceKind.Manual, new SourceDescription("Dossiers papier, magasin de Lyon", "Karim Belkacem", "FR", BackupDays: 0), new SourceConnection { Keeping = keeping }, ct));
        var facts = Demanded.Of(await queries.SheetAsync(administrator, id, ct))!.Draft!.Map.Tables[0] with
        {
            Purpose = "Preuve des retraits et retours en magasin", LegalBasis = "contract", Recipients = [Article15.NoRecipient], Source = Article15.FromThePerson,
            Retention = "10 ans", AutomatedDecisions = Article15.None, Transfers = Article15.None,
        };
        Demanded.Done(await desk.EditTableAsync(administrator, id, facts, await VersionAsync(id, ct), ct));
        Demanded.Of(await desk.ConfirmMapAsync(await people.ActorAsync(DemoPerson.Dpo), id, "Revue avec le magasin.", await VersionAsync(id, ct), ct));
    }

    private Task<int> VersionAsync(CancellationToken ct) => VersionAsync(Id, ct);

    private async Task<int> VersionAsync(Guid id, CancellationToken ct) =>
        Demanded.Of(await queries.SheetAsync(await people.ActorAsync(DemoPerson.Dpo), id, ct))!.Version;
}
