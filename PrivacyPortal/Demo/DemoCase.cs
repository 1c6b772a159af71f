using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Demo;

/// <summary>One request of the past, taken on step by step: each method is a day's work of the DPO's.</summary>
internal sealed class DemoCase(DemoDesk at, DemoSubject subject, SubjectRight right, RequestChannel channel, string message)
{
    private Guid id;

    public DemoSubject Subject => subject;

    public async Task ReceiveAsync(CancellationToken ct)
    {
        var intake = new Intake([right], channel, subject.Language, subject.File(message));
        id = Demanded.Of(await at.Desk.ReceiveAsync(await DpoAsync(), intake, ct))![0].Id;
    }

    public Task ConfirmAsync(CancellationToken ct) => DoAsync(
        (dpo, version) => at.Desk.ConfirmIdentityAsync(
            dpo, id, version, IdentityProof.Certain, "Écrit depuis l’adresse du dossier et cite sa dernière conversation.", ct), ct);

    public Task AskIdentityAsync(CancellationToken ct) => DoAsync(
        (dpo, version) => at.Desk.AskIdentityAsync(dpo, id, version, "La demande vient d’une adresse qui n’est pas celle du dossier.", ct), ct);

    public Task AskClarificationAsync(CancellationToken ct) => DoAsync(
        (dpo, version) => at.Desk.AskClarificationAsync(dpo, id, version, "Souhaitez-vous tous les échanges, ou ceux d’une commande ?", ct), ct);

    public async Task SearchAsync(CancellationToken ct)
    {
        await DoAsync((dpo, version) => at.Desk.SearchAsync(dpo, id, version, ct), ct);
        await at.Steps.RunAsync(ct);
    }

    public Task ReviewAsync(CancellationToken ct) => ReviewAsync(SourceReview.AsSuggested, ct);

    public Task ReviewAsync(SourceReview review, CancellationToken ct) =>
        DoAsync((dpo, version) => at.Desk.ReviewAsync(dpo, id, version, at.Source, review, ct), ct);

    public async Task PreflightAsync(CancellationToken ct)
    {
        await DoAsync((dpo, version) => at.Desk.PreflightAsync(dpo, id, version, ct), ct);
        await at.Steps.RunAsync(ct);
    }

    public async Task GrantAsync(CancellationToken ct)
    {
        await DoAsync((dpo, version) => at.Desk.DecideAsync(dpo, id, version, DecisionKind.Grant, [], null, Ground, ct), ct);
        await at.Steps.RunAsync(ct);
    }

    private ErasureRuling? Ground => right == SubjectRight.Erasure ? new ErasureRuling(ErasureGround.ConsentWithdrawn) : null;

    public async Task ApproveAsync(CancellationToken ct)
    {
        var deputy = await at.People.ActorAsync(DemoPerson.Deputy);
        Demanded.Done(await at.Desk.ApproveAsync(deputy, id, await VersionAsync(ct), ct));
        await at.Steps.RunAsync(ct);
    }

    public Task RefuseAsync(RefusalGround ground, string explanation, CancellationToken ct) =>
        DoAsync((dpo, version) => at.Desk.RefuseAsync(dpo, id, version, [new DecisionReason("", ground, explanation)], null, ct), ct);

    public Task NotIdentifiableAsync(string whatWouldHelp, CancellationToken ct) =>
        DoAsync((dpo, version) => at.Desk.NotIdentifiableAsync(dpo, id, version, whatWouldHelp, null, ct), ct);

    public async Task DuplicateOfAsync(DemoCase other, CancellationToken ct)
    {
        var reference = await ReadAsync(other.id, request => request.Reference, ct);
        await DoAsync((dpo, version) => at.Desk.MarkDuplicateAsync(dpo, id, version, reference, null, ct), ct);
    }

    public Task WithdrawAsync(CancellationToken ct) =>
        DoAsync((dpo, version) => at.Desk.WithdrawAsync(dpo, id, version, "A renoncé par téléphone, la commande est finalement arrivée.", ct), ct);

    public Task ExtendAsync(CancellationToken ct) => DoAsync(
        (dpo, version) => at.Desk.ExtendAsync(
            dpo, id, version, ExtensionGround.Complexity, "Plus de cent conversations à relire, avec plusieurs tiers.", new Handover(RequestChannel.Email, at.Today), ct), ct);

    public Task HoldAsync(CancellationToken ct) => DoAsync(
        (dpo, version) => at.Desk.HoldAsync(
            dpo, id, version, Fulfilment.HoldScope.Subject, null, null, at.Today.AddMonths(6), "Litige en cours sur une livraison, assignation reçue.", ct), ct);

    /// <summary>Tells every recipient, and hands the answer over.</summary>
    public async Task AnswerAsync(CancellationToken ct)
    {
        await using (var db = await at.Contexts.CreateDbContextAsync(ct))
        {
            foreach (var recipient in await db.Set<RequestRecipient>().AsNoTracking().Where(r => r.RequestId == id && r.Notice == null).ToListAsync(ct))
            {
                await DoAsync((dpo, version) => at.Desk.TellAsync(dpo, id, version, recipient.Id, RecipientNotice.Told, at.Today, "Par e-mail.", ct), ct);
            }
        }

        await DoAsync((dpo, version) => at.Desk.AnswerAsync(dpo, id, version, new Handover(RequestChannel.Email, at.Today), ct), ct);
    }

    public async Task ReopenAsync(CancellationToken ct) => Demanded.Of(await at.Desk.ReopenAsync(
        await DpoAsync(), id, await VersionAsync(ct), RequestChannel.Letter, at.Today, "Estime que les notes des conseillers manquent dans la réponse.", ct));

    /// <summary>Enters what the owner of a source kept by hand reported, with the copy of what they found.</summary>
    public async Task ReportAsync(string done, int records, CancellationToken ct)
    {
        await using var db = await at.Contexts.CreateDbContextAsync(ct);
        var task = await db.Set<RequestStep>().AsNoTracking().SingleAsync(s => s.RequestId == id && s.State == StepState.NeedsAttention, ct);
        var copy = new TaskFile("bon.txt", "Bon de retrait signé en magasin (copie)."u8.ToArray());
        await DoAsync((dpo, version) => at.Desk.CompleteTaskAsync(dpo, id, version, task.Id, done, records, copy, ct), ct);
        await at.Steps.RunAsync(ct);
    }

    private async Task DoAsync(Func<Actor, int, Task<Refusal?>> verb, CancellationToken ct) =>
        Demanded.Done(await verb(await DpoAsync(), await VersionAsync(ct)), $"{right} of visitor {subject.VisitorId}");

    private Task<Actor> DpoAsync() => at.People.ActorAsync(DemoPerson.Dpo);

    private Task<int> VersionAsync(CancellationToken ct) => ReadAsync(id, request => request.Version, ct);

    private async Task<T> ReadAsync<T>(Guid request, System.Linq.Expressions.Expression<Func<SubjectRequest, T>> what, CancellationToken ct)
    {
        await using var db = await at.Contexts.CreateDbContextAsync(ct);
        return await db.Set<SubjectRequest>().Where(r => r.Id == request).Select(what).SingleAsync(ct);
    }
}

/// <summary>What the cases of the past are worked with.</summary>
public sealed class DemoDesk(RequestDesk desk, DemoSteps steps, DemoSource source, DemoPeople people, IDbContextFactory<PortalDbContext> contexts, DemoClock clock)
{
    public RequestDesk Desk => desk;

    public DemoSteps Steps => steps;

    public Guid Source => source.Id;

    public DemoPeople People => people;

    public IDbContextFactory<PortalDbContext> Contexts => contexts;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
