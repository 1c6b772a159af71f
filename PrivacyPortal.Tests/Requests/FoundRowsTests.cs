using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Certain rows of many that a search found, such as those that quote the person.</summary>
public sealed class FoundRowsTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task Certain_rows_come_in_the_order_they_were_found_from_however_many_boxes()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await WithRowsAsync(portal);

        Assert.Equal([2L, 3L, 5L], await KeysAsync(portal, id, [5L, 2L, 3L, 99L], most: 50));
        Assert.Empty(await KeysAsync(portal, id, [], most: 50));
    }

    [Fact]
    public async Task No_box_is_opened_beyond_the_last_row_that_is_sought_or_shown()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await WithRowsAsync(portal);
        await using var db = portal.Portal.Db();
        await db.Set<RequestRows>().Where(r => r.Ordinal == 2).ExecuteUpdateAsync(r => r.SetProperty(x => x.Box, new byte[] { 1 }));

        Assert.Equal([2L, 3L], await KeysAsync(portal, id, [2L, 3L], most: 50));
        Assert.Equal([1L], await KeysAsync(portal, id, [1L, 2L, 6L], most: 1));
    }

    [Fact]
    public async Task Certain_rows_are_for_who_may_open_findings_and_of_a_source_that_was_searched()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await WithRowsAsync(portal);
        var sought = new HashSet<RowKey> { new(1L) };

        Assert.Equal(Refusal.Forbidden, (await portal.Queries.RowsAsync(TestPortal.Auditor, id, DeskPortal.Shop, "Customer", Verdict.Subject, sought, 50, default)).Refusal);
        Assert.Equal(Refusal.NotFound, (await portal.Queries.RowsAsync(Dpo, id, DeskPortal.Archive, "Customer", Verdict.Subject, sought, 50, default)).Refusal);
        Assert.Empty((await portal.Queries.RowsAsync(Dpo, id, DeskPortal.Shop, "Customer", Verdict.Context, sought, 50, default)).Value!);
    }

    private static async Task<IEnumerable<object?>> KeysAsync(DeskPortal portal, Guid id, long[] sought, int most)
    {
        var rows = await portal.Queries.RowsAsync(Dpo, id, DeskPortal.Shop, "Customer", Verdict.Subject, sought.Select(k => new RowKey(k)).ToHashSet(), most, default);
        return rows.Value!.Select(r => r.Key.Values[0]);
    }

    /// <summary>Six rows in three boxes.</summary>
    private static async Task<Guid> WithRowsAsync(DeskPortal portal)
    {
        var id = await portal.InReviewAsync();
        await using var db = portal.Portal.Db();
        var request = await db.Set<SubjectRequest>().SingleAsync(r => r.Id == id);
        var source = await db.Set<RequestSource>().SingleAsync(s => s.RequestId == id);
        var key = (await portal.Portal.Get<KeyVault>().FindKeyAsync(db, request.FindingsKey, default))!;
        foreach (var ordinal in Enumerable.Range(0, 3))
        {
            List<FoundRow> rows = [Row((2L * ordinal) + 1), Row((2L * ordinal) + 2)];
            db.Add(new RequestRows
            {
                RequestId = id, SourceId = DeskPortal.Shop, StepId = source.SearchStep, Token = source.SearchToken, Ordinal = ordinal, Table = "Customer", Verdict = Verdict.Subject,
                Count = rows.Count, Box = RequestRows.Seal(key, source.SearchStep, source.SearchToken, ordinal, rows),
            });
        }

        await db.SaveChangesAsync();
        return id;
    }

    private static FoundRow Row(long key) => new("Customer", Verdict.Subject, new RowKey(key), [new FoundField("Id", key)]);
}
