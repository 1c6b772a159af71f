using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests.Package;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>
/// Does the work of a step: asks the fulfilment of its source, and says what is to be kept. Nothing it returns is kept unless the step's
/// token still holds when it is settled.
/// </summary>
public sealed partial class StepRunner(
    IDbContextFactory<PortalDbContext> contexts, DataSourceQueries sources, DataSourceDesk sourceDesk, KeyVault vault, RequestPackage package, StepQueue queue, TimeProvider clock)
{
    private static readonly Actor Steps = Actor.System("steps");

    public async Task<StepOutcome> RunAsync(StepTicket ticket, CancellationToken ct)
    {
        try
        {
            return ticket.Phase switch
            {
                StepPhase.Search => await SearchAsync(ticket, ct),
                StepPhase.Preflight => await PreflightAsync(ticket, ct),
                StepPhase.Execute => await ExecuteAsync(ticket, ct),
                StepPhase.Verify => await VerifyAsync(ticket, ct),
                StepPhase.Attach => StepOutcome.Failed(StepCause.ManualTask),
                StepPhase.Notify => Notify(ticket),
                StepPhase.Package => await PackageAsync(ticket, ct),
            };
        }
        catch (SourceException fault)
        {
            // Somebody else's lock or a broken line goes away by itself; the rest needs a person.
            return StepOutcome.Failed(Cause(fault.Failure), again: fault.Failure is SourceFailure.Locked or SourceFailure.Unreachable or SourceFailure.TimedOut or SourceFailure.Crowded or SourceFailure.Unsettled);
        }
    }

    private async Task<StepOutcome> PackageAsync(StepTicket ticket, CancellationToken ct)
    {
        await using var look = await contexts.CreateDbContextAsync(ct);
        var found = await look.Set<RequestSource>().Where(s => s.RequestId == ticket.RequestId && (s.Rows > 0 || s.Ambiguous > 0)).Select(s => s.SourceId).ToListAsync(ct);
        var mapped = (await sources.MappedAsync(ct)).Select(s => s.Id);
        if (found.Except(mapped).Any())
        {
            // What was decided to be handed over is no longer said to be anybody's: the decision is taken again.
            return StepOutcome.Failed(StepCause.SourceMissing);
        }

        return StepOutcome.Done(null, async (db, ct2) =>
        {
            var request = await db.Set<SubjectRequest>().SingleAsync(r => r.Id == ticket.RequestId, ct2);
            await package.MakeAsync(db, Steps, request, ct2);
        });
    }

    /// <summary>Everything that a step on a source needs; null when the source was removed.</summary>
    private async Task<Scene?> SceneAsync(StepTicket ticket, CancellationToken ct)
    {
        if (ticket.SourceId is not { } id || await sources.MappedAsync(id, ct) is not { } source)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var request = await db.Set<SubjectRequest>().AsNoTracking().SingleAsync(r => r.Id == ticket.RequestId, ct);
        var kept = await db.Set<RequestSource>().AsNoTracking().SingleOrDefaultAsync(s => s.RequestId == request.Id && s.SourceId == id, ct);
        var file = await vault.FindKeyAsync(db, request.Id, ct) ?? throw new InvalidOperationException("The file's key is gone.");
        var findings = await vault.FindKeyAsync(db, request.FindingsKey, ct) ?? throw new InvalidOperationException("The findings' key is gone.");
        var review = kept?.Review is null ? SourceReview.AsSuggested : kept.Open<SourceReview>(findings, RequestSource.ReviewPlace, kept.Review);
        var subject = SubjectFile.Open(file, request.Sealed);
        var reviews = await db.Set<RequestSource>().Where(s => s.RequestId == request.Id && s.Review != null).OrderBy(s => s.Id).Select(s => new { s.SourceId, s.Review }).ToListAsync(ct);

        // An identity that the DPO accepted is sought in every source, not only where it was met.
        var followed = reviews.SelectMany(r => new RequestSource { SourceId = r.SourceId }.Open<SourceReview>(findings, RequestSource.ReviewPlace, r.Review).Follow);
        var asked = new WalkRequest([.. subject.Identities.Concat(followed).Distinct()], review.Ticks);
        return new Scene(request, source, kept, findings, review, asked);
    }

    private async Task<SourceFulfilment> DoorAsync(StepTicket ticket, Scene scene, CancellationToken ct)
    {
        var connector = await sources.OpenAsync(scene.Source.Id, ct) ?? throw new SourceException(SourceFailure.Missing);
        return new SourceFulfilment(connector, scene.Source.Map, vault.KeyFor(PseudonymPurpose), ct2 => queue.HoldsAsync(ticket, ct2));
    }

    internal const string PseudonymPurpose = "pseudonym";

    internal static StepCause Cause(SourceFailure failure) => failure switch
    {
        SourceFailure.Missing => StepCause.SourceMissing,
        SourceFailure.NotADatabase => StepCause.SourceNotADatabase,
        SourceFailure.Corrupt => StepCause.SourceCorrupt,
        SourceFailure.Locked => StepCause.SourceLocked,
        SourceFailure.ReadOnly => StepCause.SourceReadOnly,
        SourceFailure.PermissionDenied => StepCause.SourcePermissionDenied,
        SourceFailure.Full => StepCause.SourceFull,
        SourceFailure.SchemaChanged => StepCause.SourceSchemaChanged,
        SourceFailure.Unreachable => StepCause.SourceUnreachable,
        SourceFailure.SignInRefused => StepCause.SourceSignInRefused,
        SourceFailure.NotAdmitted => StepCause.SourceNotAdmitted,
        SourceFailure.UnknownDatabase => StepCause.SourceUnknownDatabase,
        SourceFailure.Tls => StepCause.SourceTls,
        SourceFailure.TimedOut => StepCause.SourceTimedOut,
        SourceFailure.Crowded => StepCause.SourceCrowded,
        SourceFailure.Misanswered => StepCause.SourceMisanswered,
        SourceFailure.TooMuch => StepCause.SourceTooMuch,
        SourceFailure.Elsewhere => StepCause.SourceElsewhere,
        SourceFailure.PrivateAddress => StepCause.SourcePrivateAddress,
        SourceFailure.CallRefused => StepCause.SourceCallRefused,
        SourceFailure.NotOffered => StepCause.SourceNotOffered,
        SourceFailure.Unsettled => StepCause.SourceUnsettled,
    };

    private sealed record Scene(SubjectRequest Request, MappedSource Source, RequestSource? Kept, FileKey Findings, SourceReview Review, WalkRequest Asked)
    {
        public bool Manual => Source.Kind == SourceKind.Manual;
    }
}
