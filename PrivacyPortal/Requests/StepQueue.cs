using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Requests;

/// <summary>A step that somebody runs, with the token that fences off everybody else.</summary>
public sealed record StepTicket(Guid Id, Guid RequestId, Guid? SourceId, StepPhase Phase, long Token, int Attempts);

/// <summary>A step that waits to be run.</summary>
public sealed record WaitingStep(Guid Id, long Token, DateTimeOffset NotBefore);

/// <summary>Who may run a step. Knows rows only; what wakes it is <see cref="StepJob"/>'s.</summary>
public sealed class StepQueue(IDbContextFactory<PortalDbContext> contexts, DatabaseSettings database, TimeProvider clock)
{
    /// <summary>The kind of change that tells of a queued step; the id is the step's.</summary>
    public const string Queued = "step";

    /// <summary>How often a node that runs a step says so.</summary>
    internal static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>Unheard for so long, a node has lost the step: dead, frozen or cut off. The token sees to it that it cannot end it any more.</summary>
    private const int LeaseMilliseconds = 5000;

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
        if (tokens.Count == 0)
        {
            return null;
        }

        var step = await db.Set<RequestStep>().AsNoTracking().SingleAsync(s => s.Id == id, ct);
        var ticket = new StepTicket(step.Id, step.RequestId, step.SourceId, step.Phase, tokens[0], step.Attempts);
        await RenewAsync(db, ticket, ct);
        await transaction.CommitAsync(ct);
        return ticket;
    }

    /// <summary>Whether the ticket's token still runs the step; asked last, before what cannot be undone.</summary>
    public async Task<bool> HoldsAsync(StepTicket ticket, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Held(db, ticket).AnyAsync(ct);
    }

    /// <summary>Says that the step is being worked on; false when it is somebody else's by now.</summary>
    public async Task<bool> RenewAsync(StepTicket ticket, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await RenewAsync(db, ticket, ct);
    }

    /// <summary>Gives a step back that this process cannot go on with, for whoever comes first.</summary>
    public async Task ReleaseAsync(StepTicket ticket, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Held(db, ticket).ExecuteUpdateAsync(s => s.SetProperty(step => step.State, StepState.Queued), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>
    /// Queues what ran on a node that is no longer heard of. Where one process serves the database alone, its start does (<see cref="RecoverAsync"/>).
    /// </summary>
    public async Task LapseAsync(CancellationToken ct)
    {
        if (database.IsShared)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await db.Database.ExecuteSqlAsync(
                $"""
                 UPDATE request_steps SET "State" = 'Queued'
                 WHERE "State" = 'Running' AND ("LeaseUntil" IS NULL OR "LeaseUntil" < CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint))
                 """, ct);
        }
    }

    /// <summary>
    /// At the start of a process that serves the database alone: what ran when the last one ended is queued again. Nobody else can be
    /// running it; the token tells the next attempt from the last.
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

    // By the database's clock, which is the same for all; without waiting for other writers, so that a busy portal loses no step.
    private async Task<bool> RenewAsync(PortalDbContext db, StepTicket ticket, CancellationToken ct) =>
        !database.IsShared || await db.Database.ExecuteSqlAsync(
            $"""
             UPDATE request_steps SET "LeaseUntil" = CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint) + {LeaseMilliseconds}
             WHERE "Id" = {ticket.Id} AND "Token" = {ticket.Token} AND "State" = 'Running'
             """, ct) == 1;

    /// <summary>The step's row while the ticket's token runs it.</summary>
    internal static IQueryable<RequestStep> Held(PortalDbContext db, StepTicket ticket) =>
        db.Set<RequestStep>().Where(s => s.Id == ticket.Id && s.Token == ticket.Token && s.State == StepState.Running);
}
