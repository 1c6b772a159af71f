using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PrivacyPortal.Access;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>The list of requests: its order, its filters, and how far it goes.</summary>
public class RequestListTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task In_the_list_of_all_the_open_ones_come_first_by_due_day_also_after_an_update_of_the_portal()
    {
        await using var portal = await DeskPortal.StartAsync();
        var closed = await portal.ReceiveAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var first = await portal.ReceiveAsync();
        portal.Clock.Advance(TimeSpan.FromDays(3));
        var second = await portal.ReceiveAsync();
        Do(await portal.Desk.WithdrawAsync(Dpo, closed, await portal.VersionAsync(closed), "No longer wanted.", default));
        Assert.Equal([first, second, closed], await ListAsync(portal, new()));

        // A database from before closed requests were marked.
        await using (var db = portal.Portal.Db())
        {
            var before = db.Database.GetMigrations().TakeWhile(m => !m.EndsWith("_RequestListAtScale", StringComparison.Ordinal)).Last();
            await db.GetService<IMigrator>().MigrateAsync(before);
            await db.Database.MigrateAsync();
        }

        Assert.Equal([first, second, closed], await ListAsync(portal, new()));
        Assert.Equal([second, first, closed], await ListAsync(portal, new(), descending: true));
    }

    [Fact]
    public async Task A_stage_or_a_due_day_is_asked_of_open_requests_and_contradictions_find_nothing()
    {
        await using var portal = await DeskPortal.StartAsync();
        var closed = await portal.ReceiveAsync();
        var open = await portal.ReceiveAsync();
        Do(await portal.Desk.WithdrawAsync(Dpo, closed, await portal.VersionAsync(closed), "No longer wanted.", default));
        var late = new DateOnly(2027, 12, 31);

        Assert.Equal([open], await ListAsync(portal, new(Open: true)));
        Assert.Equal([closed], await ListAsync(portal, new(Open: false)));
        Assert.Equal([open], await ListAsync(portal, new(DueBy: late)));
        Assert.Equal([open], await ListAsync(portal, new(Status: RequestStatus.Received, Right: SubjectRight.Erasure, DueBy: late)));
        Assert.Equal([closed], await ListAsync(portal, new(Status: RequestStatus.Closed)));
        Assert.Empty(await ListAsync(portal, new(Open: false, DueBy: late)));
        Assert.Empty(await ListAsync(portal, new(Status: RequestStatus.Closed, DueBy: late)));
        Assert.Empty(await ListAsync(portal, new(Status: RequestStatus.Received, Open: false)));
    }

    [Fact]
    public async Task A_search_finds_what_a_reference_begins_with_within_the_filter()
    {
        await using var portal = await DeskPortal.StartAsync();
        var first = await portal.ReceiveAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await portal.ReceiveAsync(SubjectRight.Access);

        Assert.Equal([first, second], await ListAsync(portal, new("dsr-2026-0000")));
        Assert.Equal([second], await ListAsync(portal, new(" DSR-2026-0 ", Right: SubjectRight.Access)));
        Assert.Empty(await ListAsync(portal, new("DSR-2025")));
        Assert.Empty(await ListAsync(portal, new("%")));
    }

    [Fact]
    public async Task A_list_counts_and_goes_as_far_as_its_reach_and_says_that_there_are_more()
    {
        await using var portal = await DeskPortal.StartAsync();
        await FillAsync(portal, RequestQueries.Reach);
        async Task<RequestPage> PageAsync(int skip) => (await portal.Queries.PageAsync(Dpo, new(), RequestSort.Reference, false, skip, 25, default)).Value!;
        var whole = await PageAsync(RequestQueries.Reach - 25);
        Assert.Equal((RequestQueries.Reach, false, 25), (whole.Total, whole.More, whole.Rows.Count));

        await portal.ReceiveAsync();
        var (last, beyond) = (await PageAsync(RequestQueries.Reach - 10), await PageAsync(RequestQueries.Reach));
        Assert.Equal((RequestQueries.Reach, true, 10), (last.Total, last.More, last.Rows.Count));
        Assert.Equal("DSR-2026-010000", last.Rows[^1].Reference);
        Assert.Equal((RequestQueries.Reach, true, 0), (beyond.Total, beyond.More, beyond.Rows.Count));
    }

    private static async Task<IEnumerable<Guid>> ListAsync(DeskPortal portal, RequestFilter filter, bool descending = false) =>
        (await portal.Queries.PageAsync(Dpo, filter, RequestSort.DueOn, descending, 0, 10, default)).Value!.Rows.Select(r => r.Id);

    private static async Task FillAsync(DeskPortal portal, int count)
    {
        await using var db = portal.Portal.Db();
        var receipt = new Receipt(SubjectRight.Access, RequestChannel.Letter, "fr", null, DeadlineProfile.Eu, "FR", "Europe/Paris");
        db.AddRange(Enumerable.Range(1, count).Select(number => SubjectRequest.Receive(receipt, Guid.NewGuid(), number, portal.Clock.Now).Value!));
        await db.SaveChangesAsync();
    }
}
