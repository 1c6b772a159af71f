using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>What somebody asks.</summary>
/// <param name="Rights">A letter that asks for two rights is received as two requests, linked.</param>
/// <param name="ReceivedOn">The day it reached any official channel, read or not; null for today.</param>
public sealed record Intake(
    IReadOnlyList<SubjectRight> Rights, RequestChannel Channel, string Language, SubjectFile Subject, DateOnly? ReceivedOn = null);

/// <param name="LikelyDuplicateOf">References of open requests of the same right and identity.</param>
public sealed record ReceivedRequest(Guid Id, string Reference, IReadOnlyList<string> LikelyDuplicateOf);

public sealed partial class RequestDesk
{
    public async Task<Reply<IReadOnlyList<ReceivedRequest>>> ReceiveAsync(Actor actor, Intake intake, CancellationToken ct)
    {
        if (actor.Lacks(RequestWorkflow.PermissionFor(RequestVerb.Receive)) is { } forbidden)
        {
            return forbidden;
        }

        if (intake.Rights.Count == 0 || string.IsNullOrWhiteSpace(intake.Subject.Name)
            || intake.Language is not ("fr" or "en") || intake.Subject.Identities.Any(i => string.IsNullOrWhiteSpace(i.Value)))
        {
            return Refusal.Invalid;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await rules(db, ct) is not { } rule)
        {
            return Refusal.Incomplete;
        }

        // The numbers are given out behind the write gate, without a gap.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var received = new List<(Work Work, IReadOnlyList<SubjectRequest> Duplicates)>();
        foreach (var right in intake.Rights.Distinct())
        {
            var opened = await OpenAsync(db, actor, intake, right, rule, ct);
            if (opened.Refusal is { } refusal)
            {
                return refusal;
            }

            received.Add(opened.Value);
        }

        foreach (var (work, _) in received.Skip(1))
        {
            db.Add(new RequestLink { RequestId = work.Request.Id, OtherId = received[0].Work.Request.Id, Kind = RequestLinkKind.SameLetter });
        }

        if (await audit.SaveAsync(db, ct, [.. received.SelectMany(r => r.Work.Facts)]) is { } stale)
        {
            return stale;
        }

        foreach (var (work, _) in received)
        {
            await receipts.AcknowledgeAsync(db, actor, work.Request, intake.Subject, ct);
        }

        await transaction.CommitAsync(ct);
        received.ForEach(r => Told(r.Work));
        return received.ConvertAll(r => new ReceivedRequest(r.Work.Request.Id, r.Work.Request.Reference, [.. r.Duplicates.Select(d => d.Reference)]));
    }

    /// <summary>After a complaint: a new file on the same person and right, linked; its clock starts on the day of the complaint.</summary>
    public async Task<Reply<ReceivedRequest>> ReopenAsync(
        Actor actor, Guid id, int version, RequestChannel channel, DateOnly? receivedOn, string reason, CancellationToken ct)
    {
        if (actor.Lacks(RequestWorkflow.PermissionFor(RequestVerb.Reopen)) is { } forbidden)
        {
            return forbidden;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var first = await db.Set<SubjectRequest>().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (first is null || await vault.FindKeyAsync(db, id, ct) is not { } key)
        {
            return Refusal.NotFound;
        }

        if (first.Version != version)
        {
            return Refusal.Stale;
        }

        if (first.Reopen(reason) is { } refusal)
        {
            return refusal;
        }

        var again = await ReopenAsync(db, actor, first, key, RequestLinkKind.Reopened, channel, receivedOn, reason, ct);
        if (again.Refusal is { } refused)
        {
            return refused;
        }

        if (await audit.SaveAsync(db, ct, again.Value!.Facts) is { } stale)
        {
            return stale;
        }

        await receipts.AcknowledgeAsync(db, actor, again.Value.Request, SubjectFile.Open(again.Value.Key, again.Value.Request.Sealed), ct);

        await transaction.CommitAsync(ct);
        Told(again.Value);
        feed.Publish(Changed, id.ToString());
        return new ReceivedRequest(again.Value.Request.Id, again.Value.Request.Reference, []);
    }

    /// <summary>Opens a linked file within the caller's transaction.</summary>
    /// <param name="message">What the person says now; null where nobody asked.</param>
    private async Task<Reply<Work>> ReopenAsync(
        PortalDbContext db, Actor actor, SubjectRequest first, Vault.FileKey key, RequestLinkKind kind, RequestChannel channel, DateOnly? receivedOn,
        string? message, CancellationToken ct)
    {
        if (await rules(db, ct) is not { } rule)
        {
            return Refusal.Incomplete;
        }

        var subject = SubjectFile.Open(key, first.Sealed) with { Message = message };
        var intake = new Intake([first.Right], channel, first.Language, subject, receivedOn);
        var opened = await OpenAsync(db, actor, intake, first.Right, rule, ct);
        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        var work = opened.Value.Work;
        db.Add(new RequestLink { RequestId = work.Request.Id, OtherId = first.Id, Kind = kind });

        // What the person says now lies in the file that it opens; in one whose messages have ended it would stay for years.
        var old = new Work(db, first, key, work.Now) { Note = first.WorkingDataEndedAt is null ? message : null, Details = { ["as"] = work.Request.Reference } };
        old.Touch();
        Record(old, actor, RequestVerb.Reopen, first.Status);
        work.Facts.AddRange(old.Facts);
        return work;
    }

    private async Task<Reply<(Work Work, IReadOnlyList<SubjectRequest> Duplicates)>> OpenAsync(
        PortalDbContext db, Actor actor, Intake intake, SubjectRight right, RequestRules rule, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var year = Deadline.DayOf(now, TimeZoneInfo.FindSystemTimeZoneById(rule.TimeZone)).Year;
        var number = 1 + (await db.Set<SubjectRequest>().Where(r => r.Year == year).MaxAsync(r => (int?)r.Number, ct) ?? 0);
        var id = Guid.CreateVersion7(now);
        var receipt = new Receipt(right, intake.Channel, intake.Language, intake.ReceivedOn, rule.Profile, rule.Region, rule.TimeZone);
        var reply = SubjectRequest.Receive(receipt, id, number, now);
        if (reply.Value is not { } request)
        {
            return reply.Refusal!.Value;
        }

        var key = vault.CreateKey(db, id);
        request.Sealed = intake.Subject.Seal(key);
        var hashes = intake.Subject.Identities.Select(i => IdentityHash.Of(vault, i)).Distinct().ToList();
        var duplicates = await OpenRequestsAsync(db, right, hashes, ct);
        db.Add(request);
        db.AddRange(hashes.Select(hash => new RequestIdentity { RequestId = id, Hash = hash }));
        db.AddRange(duplicates.Select(d => new RequestLink { RequestId = id, OtherId = d.Id, Kind = RequestLinkKind.LikelyDuplicate }));
        var work = new Work(db, request, key, now)
        {
            Note = intake.Subject.Message,
            Details =
            {
                ["right"] = right.ToString(),
                ["channel"] = intake.Channel.ToString(),
                ["receivedOn"] = request.ReceivedOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            },
        };
        Record(work, actor, RequestVerb.Receive, null);
        await db.SaveChangesAsync(ct);
        return (work, duplicates);
    }

    private static Task<List<SubjectRequest>> OpenRequestsAsync(PortalDbContext db, SubjectRight right, List<string> hashes, CancellationToken ct)
    {
        var theirs = db.Set<RequestIdentity>().Where(i => hashes.Contains(i.Hash)).Select(i => i.RequestId);
        return db.Set<SubjectRequest>().AsNoTracking().Where(r => r.Right == right && r.ClosedAt == null && theirs.Contains(r.Id)).OrderBy(r => r.Number).ToListAsync(ct);
    }
}
