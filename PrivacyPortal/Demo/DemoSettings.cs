using System.Globalization;
using PrivacyPortal.Access;
using PrivacyPortal.Settings;
using static PrivacyPortal.Settings.SettingCatalogue;

namespace PrivacyPortal.Demo;

/// <summary>Half a year of privacy settings: advice followed, advice overruled, advice awaited, and what protects more at once.</summary>
public sealed class DemoSettings(SettingsDesk desk, OpinionDesk opinions, SettingsQueries queries, DemoOrganisation organisation, DemoPeople people)
{
    private Guid chats, mirroring, recording, cobrowsing, statistics, approval;

    public void Plan(DemoCalendar calendar)
    {
        calendar.On(222, 9, async ct => chats = await ProposeAsync(
            DemoPerson.Administrator, "Reprendre un échange là où il s’est arrêté, et répondre aux réclamations.", ct,
            Set(ChatHistory, SettingValue.On), Set(Purposes, SettingValue.Of(["service", "quality"]))));
        calendar.On(215, 14, ct => AdviseAsync(chats, true, "Favorable : durée de 180 jours, consentement séparé pour la conservation.", ct));

        calendar.On(196, 9, async ct => mirroring = await ProposeAsync(
            DemoPerson.Administrator, "Aider les visiteurs à configurer leur salon de jardin.", ct,
            Set(Mirroring, SettingValue.On, (EvidenceKind.ImpactAssessment, "AIPD-2026-004"))));
        calendar.On(188, 10, ct => AdviseAsync(mirroring, true, "Favorable, le visiteur accepte avant chaque partage et les champs de paiement sont masqués.", ct));

        calendar.On(171, 9, ct => TightenAsync(
            DemoPerson.Administrator, "Le responsable du site suisse ne veut aucune géolocalisation.", null, ct,
            new Edit(Slot.Country(Geolocation, "CH"), SettingValue.Off)));

        calendar.On(140, 9, async ct => recording = await ProposeAsync(
            DemoPerson.Administrator, "Former les nouveaux conseillers à partir d’appels réels.", ct,
            Set(CallHistory, SettingValue.On, (EvidenceKind.Announcement, "Message d’accueil, avant la mise en relation"), (EvidenceKind.WayToObject, "Touche 9, ou au conseiller")),
            Set(Recording, new SettingValue("sampled"), (EvidenceKind.ImpactAssessment, "AIPD-2026-007"))));
        calendar.On(131, 15, ct => AdviseAsync(recording, false, "Défavorable : un appel sur vingt suffirait, et la formation peut se faire à partir d’appels simulés.", ct));
        calendar.On(127, 11, async ct => Demanded.Done(await opinions.OverruleAsync(
            await people.ActorAsync(DemoPerson.Colleague), recording, "Bernard Aubrac, directeur général",
            "Six recrutements en trois mois : la formation ne peut pas attendre. Réexamen prévu à l’automne.", await LatestAsync(ct), ct)));

        calendar.On(75, 9, ct => TightenAsync(
            DemoPerson.Colleague, "Réexamen promis : la formation est terminée, l’enregistrement cesse.", null, ct,
            new Edit(Slot.Organisation(Recording), new SettingValue("off")), new Edit(Slot.Organisation(RetentionChat), SettingValue.Of(120))));

        calendar.On(52, 9, async ct => cobrowsing = await ProposeAsync(
            DemoPerson.Colleague, "UK customers ask for help on the order form.", ct,
            new Edit(Slot.OfSite(Cobrowsing, organisation.SiteIn("GB")), SettingValue.On)));
        calendar.On(47, 16, ct => AdviseAsync(cobrowsing, true, "Favourable for the UK site alone, for a quarter.", ct));

        calendar.On(42, 10, ct => TightenAsync(
            DemoPerson.Administrator, "Un mois d’essai : chaque effacement est approuvé par une deuxième personne.", null, ct,
            Set(ErasureApproval, new SettingValue("two"))));
        calendar.On(33, 10, ct => TightenAsync(
            DemoPerson.Administrator, "Les mineurs de moins de seize ans sont orientés vers leurs parents.", null, ct,
            new Edit(Slot.Organisation(MinimumAge), SettingValue.Of(16)), new Edit(Slot.Lock(MinimumAge), SettingValue.On)));

        calendar.On(19, 9, async ct => statistics = await ProposeAsync(
            DemoPerson.Colleague, "Les responsables d’équipe veulent des chiffres par conseiller.", ct,
            Set(AdvisorStatistics, new SettingValue("individual"), (EvidenceKind.Purpose, "Entretien annuel"),
                (EvidenceKind.StaffTold, Iso(calendar.Day(22))), (EvidenceKind.WorksCouncilTold, Iso(calendar.Day(25))))));
        calendar.On(12, 14, ct => AdviseAsync(statistics, false, "Défavorable : la finalité est trop large, et l’agrégat par équipe répond au besoin exposé.", ct));

        calendar.On(8, 9, ct => TightenAsync(
            DemoPerson.Administrator, "Nouvelle version du widget, sans adresse IP.", calendar.Day(-20), ct,
            new Edit(Slot.Organisation(Ip), new SettingValue("none"))));
        calendar.On(10, 9, async ct => approval = await ProposeAsync(
            DemoPerson.Administrator, "Fin de l’essai : la déléguée est absente un jour sur deux, les délais en souffrent.", ct,
            Set(ErasureApproval, new SettingValue("one"))));
        calendar.On(4, 14, ct => AdviseAsync(approval, true, "Favorable, si les effacements de plus de mille lignes restent relus à deux.", ct));
        calendar.On(3, 9, async ct => await ProposeAsync(
            DemoPerson.Administrator, "Indiquer le magasin le plus proche.", ct,
            new Edit(Slot.OfSite(Geolocation, organisation.SiteIn("FR")), SettingValue.On),
            new Edit(Slot.OfSite(Precision, organisation.SiteIn("FR")), new SettingValue("region"))));

        // Begun, and not published yet.
        calendar.On(1, 16, async ct => await EditAsync(
            await people.ActorAsync(DemoPerson.Administrator), [new Edit(Slot.Organisation(RetentionBot), SettingValue.Of(14))], ct));
    }

    private static Edit Set(Setting setting, SettingValue value, params (EvidenceKind Kind, string Text)[] evidence) =>
        new(Slot.Organisation(setting), value) { Evidence = evidence.ToDictionary(e => e.Kind, e => e.Text) };

    private async Task<Guid> ProposeAsync(DemoPerson person, string reason, CancellationToken ct, params Edit[] edits)
    {
        var actor = await people.ActorAsync(person);
        await EditAsync(actor, edits, ct);
        return Demanded.Of(await desk.PublishAsync(actor, reason, null, ct))!.Proposal!.Value;
    }

    private async Task TightenAsync(DemoPerson person, string reason, DateOnly? from, CancellationToken ct, params Edit[] edits)
    {
        var actor = await people.ActorAsync(person);
        await EditAsync(actor, edits, ct);
        Demanded.Of(await desk.PublishAsync(actor, reason, from, ct));
    }

    private async Task AdviseAsync(Guid proposal, bool favourable, string opinion, CancellationToken ct) =>
        Demanded.Done(await opinions.AdviseAsync(await people.ActorAsync(DemoPerson.Dpo), proposal, favourable, opinion, await LatestAsync(ct), ct));

    private async Task EditAsync(Actor actor, IEnumerable<Edit> edits, CancellationToken ct)
    {
        foreach (var edit in edits)
        {
            Demanded.Done(await desk.EditAsync(actor, edit.Slot, edit.Value, edit.Evidence, ct));
        }
    }

    private async Task<int> LatestAsync(CancellationToken ct) =>
        Demanded.Of(await queries.SheetAsync(await people.ActorAsync(DemoPerson.Dpo), ct))!.Ledger.Latest;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Edit(Slot Slot, SettingValue Value)
    {
        public IReadOnlyDictionary<EvidenceKind, string>? Evidence { get; init; }
    }
}
