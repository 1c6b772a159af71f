using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

public sealed partial class StepRunner
{
    /// <summary>Rows that are sealed together, and shown on one page.</summary>
    private const int RowsInBox = 50;

    /// <summary>Boxes that are saved together: a subject with many rows is never in memory at once, nor in one transaction.</summary>
    private const int BoxesAtOnce = 20;

    /// <summary>Whoever reads a source looks at its schema too: one that changed shows on its page at once, and asks for its map to be confirmed.</summary>
    private async Task NoteSchemaAsync(Scene scene, CancellationToken ct)
    {
        if (await sources.OpenAsync(scene.Source.Id, ct) is { } connector)
        {
            await sourceDesk.NoteSchemaAsync(Steps, scene.Source.Id, await connector.ReadSchemaAsync(ct), ct);
        }
    }

    private async Task<StepOutcome> SearchAsync(StepTicket ticket, CancellationToken ct)
    {
        if (await SceneAsync(ticket, ct) is not { } scene)
        {
            return StepOutcome.Failed(StepCause.SourceMissing);
        }

        if (scene.Manual)
        {
            return StepOutcome.Failed(StepCause.ManualTask);
        }

        await NoteSchemaAsync(scene, ct);
        var door = await DoorAsync(ticket, scene, ct);
        var found = await door.SearchAsync(
            scene.Asked,
            async rows =>
            {
                FaultPoint.Pass("searched");
                if (!await KeepRowsAsync(ticket, scene, rows, ct))
                {
                    throw new OperationCanceledException("Another attempt has taken the step over.");
                }
            },
            ct);

        FaultPoint.Pass("rows-kept");
        var summary = Summary(found, scene.Source.Map);
        return StepOutcome.Done(
            JsonSerializer.Serialize(new { rows = found.Rows, thirdParties = found.ThirdParties.Sum(t => t.Rows), ambiguous = found.Ambiguities.Count }),
            (db, ct2) => KeepAsync(db, ticket, scene, found, summary, ct2));
    }

    private async Task KeepAsync(PortalDbContext db, StepTicket ticket, Scene scene, WalkResult found, SourceSummary summary, CancellationToken ct)
    {
        var source = await db.Set<RequestSource>().SingleOrDefaultAsync(s => s.RequestId == ticket.RequestId && s.SourceId == scene.Source.Id, ct)
            ?? db.Add(new RequestSource { Id = Guid.CreateVersion7(clock.GetUtcNow()), RequestId = ticket.RequestId, SourceId = scene.Source.Id }).Entity;
        (source.SourceName, source.MapVersion, source.SearchedAt) = (scene.Source.Name, found.MapVersion, clock.GetUtcNow());
        (source.Rows, source.ThirdPartyRows) = (found.Rows, found.ThirdParties.Sum(t => t.Rows));
        source.Ambiguous = found.Ambiguities.Count(a => !scene.Review.Ticks.Any(t => t.Row == a.Row));
        source.Summary = JsonSerializer.Serialize(summary);
        source.Found = source.Seal(scene.Findings, RequestSource.FoundPlace, found);
        (source.SearchStep, source.SearchToken, source.Reviewed, source.SearchAgain) = (ticket.Id, ticket.Token, false, false);
        source.ForgetPlan(scene.Request.Right);
        await db.Set<RequestRows>()
            .Where(r => r.RequestId == ticket.RequestId && r.SourceId == source.SourceId && (r.StepId != ticket.Id || r.Token != ticket.Token)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Seals and saves the rows as they come; false when the step has been taken over.</summary>
    private async Task<bool> KeepRowsAsync(StepTicket ticket, Scene scene, IAsyncEnumerable<FoundRow> rows, CancellationToken ct)
    {
        var (box, boxes, ordinal, count) = (new List<FoundRow>(RowsInBox), new List<RequestRows>(BoxesAtOnce), 0, 0L);
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (box.Count == RowsInBox || (box.Count > 0 && (box[0].Table, box[0].Verdict) != (row.Table, row.Verdict)))
            {
                boxes.Add(Sealed());
            }

            box.Add(row);
            count++;
            if (boxes.Count == BoxesAtOnce && !await SaveAsync())
            {
                return false;
            }
        }

        if (box.Count > 0)
        {
            boxes.Add(Sealed());
        }

        return await SaveAsync();

        RequestRows Sealed()
        {
            var kept = new RequestRows
            {
                RequestId = ticket.RequestId, SourceId = scene.Source.Id, StepId = ticket.Id, Token = ticket.Token, Ordinal = ordinal, Table = box[0].Table,
                Verdict = box[0].Verdict, Count = box.Count, Box = RequestRows.Seal(scene.Findings, ticket.Id, ticket.Token, ordinal, box),
            };
            ordinal++;
            box.Clear();
            return kept;
        }

        async Task<bool> SaveAsync()
        {
            await using (var db = await contexts.CreateDbContextAsync(ct))
            {
                db.AddRange(boxes);
                await db.SaveChangesAsync(ct);
            }

            boxes.Clear();
            return await queue.ProgressAsync(ticket, count, ct);
        }
    }

    private static SourceSummary Summary(WalkResult found, SourceMap map) => new(
        [.. found.Findings.Select(f =>
        {
            var table = map.Find(f.Table);
            var categories = table?.Fields.Where(field => field.Personal).Select(field => field.Category ?? field.Identity).OfType<string>().Distinct();
            return new TableCount(f.Table, table?.Title ?? f.Table, f.Verdict, f.Rows.Count, f.Path, [.. categories ?? []]);
        })],
        found.ThirdParties, found.Unreached, found.Uncastables)
    {
        Hidden = [.. found.Hidden.Select(table => map.Find(table)?.Title ?? table)],
    };
}
