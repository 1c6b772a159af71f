using PrivacyPortal.Access;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>A source without a confirmed map is searched by nobody: it is decided on knowingly, and the answer says so.</summary>
public sealed class UnsearchedSourceTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task An_erasure_is_not_granted_unawares_of_a_system_that_was_not_searched_nor_called_whole()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Erasure, WholeAnswerTests.Email);
        await WholeAnswerTests.TriedAsync(desk, id);
        Assert.Equal(["News"], (await desk.SheetAsync(id)).Unsearched);
        Assert.Equal(Refusal.ReasonMissing, await WholeAnswerTests.GrantAsync(desk, id));
        await GrantAsync(desk, id);
        await desk.RunAsync();
        await AnswerAsync(desk, id);

        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestOutcome.PartlyFulfilled, sheet.Row.Outcome);
        var decided = sheet.Timeline.Single(e => e.Verb == RequestVerb.Decide);
        Assert.Equal(("News", "It holds no customers."), (decided.Facts["unsearched"], decided.Note));
        var text = await LastAsync(desk, id);
        Assert.Contains("Systèmes non consultés", text, StringComparison.Ordinal);
        Assert.Contains("News", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tous les systèmes qui les contenaient", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_nothing_was_found_is_said_with_where_nobody_looked()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Access, "nobody@nowhere.example");
        await GrantAsync(desk, id);
        await AnswerAsync(desk, id);

        Assert.Equal(RequestOutcome.NoData, (await desk.SheetAsync(id)).Row.Outcome);
        var text = await LastAsync(desk, id);
        Assert.Contains("Systèmes non consultés", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nous ne détenons aucune donnée", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_says_which_systems_it_does_not_cover_and_a_refusal_need_not()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Access, WholeAnswerTests.Email);
        await WholeAnswerTests.ReviewAsync(desk, id);
        await GrantAsync(desk, id);
        await desk.RunAsync();
        await AnswerAsync(desk, id);
        Assert.Contains("News", await LastAsync(desk, id), StringComparison.Ordinal);

        var refused = await desk.FoundAsync(SubjectRight.Access, WholeAnswerTests.Email);
        Do(await desk.Desk.DecideAsync(Dpo, refused, await desk.VersionAsync(refused), DecisionKind.Refuse, [Excessive], null, default));
        await AnswerAsync(desk, refused);
        Assert.DoesNotContain("News", await LastAsync(desk, refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_system_connected_after_a_request_was_closed_is_none_of_its()
    {
        await using var desk = await StartAsync(unmapped: false);
        var id = await desk.FoundAsync(SubjectRight.Access, "nobody@nowhere.example");
        Do(await WholeAnswerTests.GrantAsync(desk, id));
        await AnswerAsync(desk, id);
        desk.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await ConnectAsync(desk.Portal);

        Assert.Empty((await desk.SheetAsync(id)).Unsearched);
    }

    private static async Task GrantAsync(ChinookDesk desk, Guid id) => Do(await desk.Desk.DecideAsync(
        Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, null, "It holds no customers.", default));

    private static async Task AnswerAsync(ChinookDesk desk, Guid id)
    {
        foreach (var recipient in (await desk.SheetAsync(id)).Recipients)
        {
            Do(await desk.Desk.TellAsync(Dpo, id, await desk.VersionAsync(id), recipient.Id, RecipientNotice.Told, new(2026, 11, 20), "By letter.", default));
        }

        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
    }

    private static async Task<string> LastAsync(ChinookDesk desk, Guid id)
    {
        var receipts = desk.Portal.Get<ReceiptQueries>();
        var last = (await receipts.OfAsync(Dpo, (await desk.SheetAsync(id)).Row.Reference, default)).Value![^1];
        return PdfTools.Text((await receipts.DownloadAsync(Dpo, last.Id, default)).Value!.Content);
    }

    private static Task<Guid> ConnectAsync(TestPortal portal) =>
        portal.AddAsync(portal.Database("CREATE TABLE reader (id INTEGER PRIMARY KEY, email TEXT)", "news.db"), PrivacyPortal.Tests.DataMap.Given.Shop with { Name = "News" });

    private static async Task<ChinookDesk> StartAsync(bool unmapped = true)
    {
        var desk = await WholeAnswerTests.StartAsync();
        if (unmapped)
        {
            await ConnectAsync(desk.Portal);
        }

        return desk;
    }
}
