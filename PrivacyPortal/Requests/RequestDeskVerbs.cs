using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

public sealed partial class RequestDesk
{
    /// <summary>Demands proof of identity, with the doubt that art. 12(6) asks for.</summary>
    public Task<Refusal?> AskIdentityAsync(Actor actor, Guid id, int version, string doubt, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.AskIdentity, id, version, doubt, (request, now) => request.AskIdentity(doubt, now), ct);

    public Task<Refusal?> ConfirmIdentityAsync(Actor actor, Guid id, int version, IdentityProof proof, string reason, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.ConfirmIdentity, id, version, reason, work =>
        {
            work.Details["proof"] = proof.ToString();
            return Task.FromResult(work.Request.ConfirmIdentity(proof, reason, work.Now));
        }, ct);

    public Task<Refusal?> AskClarificationAsync(Actor actor, Guid id, int version, string question, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.AskClarification, id, version, question, (request, now) => request.AskClarification(question, now), ct);

    public Task<Refusal?> ClarifyAsync(Actor actor, Guid id, int version, string answer, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Clarify, id, version, answer, (request, now) => request.Clarify(answer, now), ct);

    public Task<Refusal?> DeclineAsync(Actor actor, Guid id, int version, string reason, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Decline, id, version, reason, (request, now) => request.Decline(reason, now), ct);

    public Task<Refusal?> WithdrawAsync(Actor actor, Guid id, int version, string reason, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Withdraw, id, version, reason, async work =>
        {
            await SupersedeAsync(work, ct, Enum.GetValues<StepPhase>());
            return work.Request.Withdraw(reason, work.Now);
        }, ct);

    public Task<Refusal?> ExtendAsync(
        Actor actor, Guid id, int version, ExtensionGround ground, string reason, Handover notice, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Extend, id, version, reason, work =>
        {
            work.Details["ground"] = ground.ToString();
            Detail(work, notice);
            var was = work.Request.DueOn;
            var refusal = work.Request.Extend(ground, reason, notice, work.Now);
            work.Document = () => receipts.ExtendAsync(work.Db, actor, work.Request, SubjectFile.Open(work.Key, work.Request.Sealed), was, reason, ct);
            return Task.FromResult(refusal);
        }, ct, issues: true);

    /// <summary>Refuses the whole request before or instead of a search.</summary>
    /// <param name="lateBecause">Why it leaves after the first month; without it that is too late.</param>
    public Task<Refusal?> RefuseAsync(
        Actor actor, Guid id, int version, IReadOnlyList<DecisionReason> reasons, string? lateBecause, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.Refuse, id, version, Explained(reasons, lateBecause), async work =>
        {
            await SupersedeAsync(work, ct, Enum.GetValues<StepPhase>());
            work.Details["grounds"] = string.Join(' ', reasons.Select(r => r.Ground).Distinct());
            var refusal = work.Request.Refuse(actor, reasons, lateBecause, work.Now);
            Keep(work, reasons);
            return refusal;
        }, ct);

    public Task<Refusal?> NotIdentifiableAsync(Actor actor, Guid id, int version, string whatWouldHelp, string? lateBecause, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.NotIdentifiable, id, version, whatWouldHelp, async work =>
        {
            await SupersedeAsync(work, ct, Enum.GetValues<StepPhase>());
            var refusal = work.Request.NotIdentifiable(actor, whatWouldHelp, lateBecause, work.Now);
            Keep(work, [new DecisionReason("", RefusalGround.NotIdentifiable, whatWouldHelp)]);
            return refusal;
        }, ct);

    /// <param name="of">The reference of the request of the same person that answers this one too.</param>
    public Task<Refusal?> MarkDuplicateAsync(Actor actor, Guid id, int version, string of, string? lateBecause, CancellationToken ct) =>
        ActAsync(actor, RequestVerb.MarkDuplicate, id, version, null, async work =>
        {
            if (await FindReferenceAsync(work.Db, of, ct) is not { } other || other == id)
            {
                return Refusal.NotFound;
            }

            // Of somebody else's request it would say nothing to this person, and give its reference away.
            if (!await SharesIdentityAsync(work.Db, id, other, ct))
            {
                return Refusal.Invalid;
            }

            await SupersedeAsync(work, ct, Enum.GetValues<StepPhase>());
            work.Details["of"] = of;
            var refusal = work.Request.MarkDuplicate(actor, of, lateBecause, work.Now);
            Keep(work, [new DecisionReason("", RefusalGround.AnsweredElsewhere, AnswerText.AnsweredUnder.Format(Languages.Of(work.Request.Language), of))]);
            return refusal;
        }, ct);

    private static string Explained(IReadOnlyList<DecisionReason> reasons, params IEnumerable<string?> further) =>
        string.Join('\n', reasons.Select(r => r.Explanation).Concat(further).Where(text => !string.IsNullOrWhiteSpace(text)));

    private static void Keep(Work work, IReadOnlyList<DecisionReason> reasons) =>
        work.Request.DecisionSealed = work.Key.Seal(DecisionPlace, JsonSerializer.SerializeToUtf8Bytes(reasons));

    internal static IReadOnlyList<DecisionReason> ReasonsOf(SubjectRequest request, Vault.FileKey? key) => request.DecisionSealed is { } box && key is not null
        ? JsonSerializer.Deserialize<List<DecisionReason>>(key.Open(DecisionPlace, box))!
        : [];

    internal const string DecisionPlace = "decision";

    private static void Detail(Work work, Handover handover)
    {
        work.Details["channel"] = handover.Channel.ToString();
        work.Details["on"] = handover.On.ToString("O", CultureInfo.InvariantCulture);
    }

    private static Task<bool> SharesIdentityAsync(Data.PortalDbContext db, Guid one, Guid other, CancellationToken ct) =>
        db.Set<RequestIdentity>().AnyAsync(i => i.RequestId == one && db.Set<RequestIdentity>().Any(o => o.RequestId == other && o.Hash == i.Hash), ct);

    private static Task<Guid?> FindReferenceAsync(Data.PortalDbContext db, string reference, CancellationToken ct) =>
        db.Set<SubjectRequest>().Where(r => r.Reference == reference).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(ct);
}
