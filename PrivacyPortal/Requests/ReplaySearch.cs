using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <param name="Entries">Entries of the ledger that were compared.</param>
/// <param name="Failure">Null: the source was searched.</param>
public sealed record ReplayedSource(string Source, int Entries, IReadOnlyList<ReplayRow> Returned, SourceFailure? Failure);

/// <summary>A line of a replay: no value of the person's.</summary>
/// <param name="Known">By which identities the source knows them, masked, while the list waits: so that a DPO who knows the first file sees another person.</param>
public sealed record ReplayRow(Guid Id, string About, IReadOnlyList<string> Known, DateTimeOffset ErasedAt, IReadOnlyList<ReturnedRows> Tables, int Ambiguous, string? Request, RequestStatus? Status);

public sealed record ReplaySheet(Guid Id, int Version, string Source, DateTimeOffset SearchedAt, int Entries, ReplayState State, DateTimeOffset? EndedAt, string? EndedBy, IReadOnlyList<ReplayRow> Rows);

/// <summary>Runs the erasure ledger over sources that were restored, and shows who came back. It erases nothing.</summary>
public sealed class ReplaySearch(IDbContextFactory<PortalDbContext> contexts, DataSourceQueries sources, KeyVault vault, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    /// <param name="source">The name of one source; null: every source with entries.</param>
    public async Task<Reply<IReadOnlyList<ReplayedSource>>> RunAsync(Actor actor, string? source, CancellationToken ct)
    {
        if (actor.Lacks(Permission.HandleRequests) is { } refusal)
        {
            return refusal;
        }

        var mapped = (await sources.MappedAsync(ct)).Where(s => s.Kind != SourceKind.Manual && (source is null || string.Equals(s.Name, source, StringComparison.OrdinalIgnoreCase))).ToList();
        if (mapped.Count == 0)
        {
            return Refusal.NotFound;
        }

        var searched = new List<ReplayedSource>();
        foreach (var one in mapped)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var entries = await db.Set<ErasureLedgerEntry>().AsNoTracking().Where(e => e.SourceId == one.Id).ToListAsync(ct);
            searched.Add(entries.Count == 0 ? new ReplayedSource(one.Name, 0, [], null) : await SearchAsync(db, actor, one, entries, ct));
        }

        return searched;
    }

    /// <summary>What waits for a DPO, then what was done, newest first.</summary>
    public async Task<Reply<IReadOnlyList<ReplaySheet>>> ListAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.HandleRequests) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var replays = await db.Set<ErasureReplay>().AsNoTracking().OrderByDescending(r => r.SearchedAt).Take(20).ToListAsync(ct);
        var ids = replays.ConvertAll(r => r.Id);
        var findings = await db.Set<ReplayFinding>().AsNoTracking().Where(f => ids.Contains(f.ReplayId)).OrderBy(f => f.About).ToListAsync(ct);
        var opened = findings.Select(f => f.RequestId).OfType<Guid>().ToList();
        var requests = await db.Set<SubjectRequest>().AsNoTracking().Where(r => opened.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var sheets = new List<ReplaySheet>();
        foreach (var replay in replays.OrderBy(r => r.State != ReplayState.Pending))
        {
            var key = replay.State == ReplayState.Pending ? await vault.FindKeyAsync(db, replay.Id, ct) : null;
            var rows = findings.Where(f => f.ReplayId == replay.Id).Select(f => Row(f, Known(f, key), f.RequestId is { } id ? requests.GetValueOrDefault(id) : null));
            sheets.Add(new ReplaySheet(replay.Id, replay.Version, replay.SourceName, replay.SearchedAt, replay.Entries, replay.State, replay.EndedAt, replay.EndedBy, [.. rows]));
        }

        return sheets;
    }

    private static IReadOnlyList<string> Known(ReplayFinding finding, FileKey? key) =>
        key is null ? [] : [.. JsonSerializer.Deserialize<List<Identity>>(key.Open(finding.Place, finding.Box))!.Select(i => Masked.Identity(i.Value)).Distinct()];

    private async Task<ReplayedSource> SearchAsync(PortalDbContext db, Actor actor, MappedSource source, List<ErasureLedgerEntry> entries, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        IReadOnlyList<ReturnedSubject> returned;
        try
        {
            var connector = await sources.OpenAsync(source.Id, ct) ?? throw new SourceException(SourceFailure.Missing);
            var codes = new HashSet<string?>();
            foreach (var version in entries.Select(e => e.MapVersion).Distinct())
            {
                codes.Add((await sources.MapAsync(source.Id, version, ct))?.CallingCode);
            }

            returned = await new ReturnedSubjects(connector, source.Map, vault, vault.KeyFor(StepRunner.PseudonymPurpose), codes).FindAsync(entries, DateOnly.FromDateTime(now.UtcDateTime), ct);
        }
        catch (SourceException fault)
        {
            return new ReplayedSource(source.Name, entries.Count, [], fault.Failure);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var earlier in await db.Set<ErasureReplay>().Where(r => r.SourceId == source.Id && r.State == ReplayState.Pending).ToListAsync(ct))
        {
            earlier.End(actor, ReplayState.Dismissed, now);
            await vault.DestroyKeyAsync(db, earlier.Id, ct);
        }

        var replay = new ErasureReplay { Id = Guid.CreateVersion7(now), SourceId = source.Id, SourceName = source.Name, SearchedAt = now, Entries = entries.Count };
        var findings = new List<ReplayFinding>();
        if (returned.Count > 0)
        {
            db.Add(replay);
            var key = vault.CreateKey(db, replay.Id);
            findings.AddRange(returned.Select(r => Finding(replay, r, key)));
            db.AddRange(findings);
        }

        var fact = new AuditFact(actor, RequestAudit.Category, "replay-searched", source.Name, new { source = source.Id, entries = entries.Count, returned = findings.Select(f => new { f.About, f.EntryId }) });
        await audit.SaveAsync(db, ct, fact);
        await transaction.CommitAsync(ct);
        feed.Publish(RequestDesk.Changed, replay.Id.ToString());
        return new ReplayedSource(source.Name, entries.Count, [.. findings.Select(f => Row(f, [], null))], null);
    }

    private static ReplayFinding Finding(ErasureReplay replay, ReturnedSubject returned, FileKey key)
    {
        var finding = new ReplayFinding
        {
            Id = Guid.CreateVersion7(replay.SearchedAt), ReplayId = replay.Id, EntryId = returned.Entry.Id, About = returned.Entry.About, ErasedAt = returned.Entry.ErasedAt,
            Tables = JsonSerializer.Serialize(returned.Tables), Ambiguous = returned.Ambiguous,
        };
        finding.Box = key.Seal(finding.Place, JsonSerializer.SerializeToUtf8Bytes(returned.Identities));
        return finding;
    }

    private static ReplayRow Row(ReplayFinding finding, IReadOnlyList<string> known, SubjectRequest? request) => new(
        finding.Id, finding.About, known, finding.ErasedAt, JsonSerializer.Deserialize<List<ReturnedRows>>(finding.Tables)!, finding.Ambiguous, request?.Reference, request?.Status);
}
