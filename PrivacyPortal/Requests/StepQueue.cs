using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Requests;

/// <summary>A step that somebody runs, with the token that fences off everybody else.</summary>
public sealed record StepTicket(Guid Id, Guid RequestId, Guid? SourceId, StepPhase Phase, long Token, int Attempts);

/// <summary>A step that waits to be run.</summary>
public sealed record WaitingStep(Guid Id, long Token, DateTimeOffset NotBefore);

/// <summary>Who may run a step. Knows rows only; what wakes it is <see cref="StepJob"/>'s.</summary>
public sealed class StepQueue(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <summary>The kind of change that tells of a queued step; the id is the step's.</summary>
    public const string Queued = "step";

    /// <summary>Takes a queued step that is due; null when another has it, or it is not to be run.</summary>
    public async Task<StepTicket?> ClaimAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();

        // One statement, so that of two who claim at once one gets the token and the other nothing.
        var tokens = await db.Database.SqlQuery<long>(
            $"""
             UPDATE request_steps SET "State" = 'Running', "Token" = "Token" + 1, "Attempts" = "Attempts" + 1, "StartedAt" = {now}, "Cause" = NULL
             WHERE "Id" = {id} AND "State" = 'Queued' AND "NotBefore" <= {now} RETURNING "Token" AS "Value"
             """).ToListAsync(ct);
        await transaction.CommitAsync(ct);
        if (tokens.Count == 0)
        {
            return null;
        }

        var step = await db.Set<RequestStep>().AsNoTracking().SingleAsync(s => s.Id == id, ct);
        return new StepTicket(step.Id, step.RequestId, step.SourceId, step.Phase, tokens[0], step.Attempts);
    }

    /// <summary>
    /// At start: what ran when the process ended is queued again. On SQLite there is one process, so nobody else can be running it; the
    /// token tells the next attempt from the last.
    /// </summary>
    public async Task RecoverAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Set<RequestStep>().Where(s => s.State == StepState.Running).ExecuteUpdateAsync(s => s.SetProperty(step => step.State, StepState.Queued), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Steps to be run: all, or the one if it is.</summary>
    public async Task<IReadOnlyList<WaitingStep>> WaitingAsync(Guid? id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<RequestStep>().Where(s => s.State == StepState.Queued && (id == null || s.Id == id))
            .Select(s => new WaitingStep(s.Id, s.Token, s.NotBefore)).ToListAsync(ct);
    }

    /// <summary>Says how far a step is; false when its token is no longer the one that runs.</summary>
    public async Task<bool> ProgressAsync(StepTicket ticket, long rows, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var told = await Held(db, ticket).ExecuteUpdateAsync(s => s.SetProperty(step => step.Progress, rows), ct);
        await transaction.CommitAsync(ct);
        return told == 1;
    }

    /// <summary>The step's row while the ticket's token runs it.</summary>
    internal static IQueryable<RequestStep> Held(PortalDbContext db, StepTicket ticket) =>
        db.Set<RequestStep>().Where(s => s.Id == ticket.Id && s.Token == ticket.Token && s.State == StepState.Running);
}
