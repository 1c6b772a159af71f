using PrivacyPortal.Access;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>The day on which an answer left: the clock ends there, so that it is neither before its decision nor too late without a reason.</summary>
public sealed class AnswerDayTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task An_answer_does_not_leave_before_the_day_of_its_decision()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReceiveAsync();
        portal.Clock.Advance(TimeSpan.FromDays(9));
        Do(await portal.Desk.RefuseAsync(Dpo, id, await portal.VersionAsync(id), [Excessive], null, default));

        Assert.Equal(Refusal.Invalid, await AnswerAsync(portal, id, new(2026, 11, 28)));
        Do(await AnswerAsync(portal, id, new(2026, 11, 29)));
    }

    [Fact]
    public async Task What_is_carried_out_is_answered_once_its_last_step_has_ended()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReadyAsync();
        Do(await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));
        portal.Clock.Advance(TimeSpan.FromDays(2));
        await portal.RunAsync();

        Assert.Equal(Refusal.Invalid, await AnswerAsync(portal, id, new(2026, 11, 21)));
        Do(await AnswerAsync(portal, id, new(2026, 11, 22)));
    }

    [Fact]
    public async Task A_whole_refusal_that_was_decided_in_time_and_leaves_too_late_asks_why()
    {
        foreach (var refuse in new Func<DeskPortal, Guid, Task<Refusal?>>[]
        {
            async (portal, id) => await portal.Desk.RefuseAsync(Dpo, id, await portal.VersionAsync(id), [Excessive], null, default),
            async (portal, id) => await portal.Desk.NotIdentifiableAsync(Dpo, id, await portal.VersionAsync(id), "An order number.", null, default),
            async (portal, id) => await portal.Desk.MarkDuplicateAsync(Dpo, id, await portal.VersionAsync(id), "DSR-2026-000001", null, default),
        })
        {
            await using var portal = await DeskPortal.StartAsync();
            await portal.ReceiveAsync();
            var id = await portal.ReceiveAsync();
            Do(await refuse(portal, id));
            portal.Clock.Advance(TimeSpan.FromDays(60));

            Assert.Equal(Refusal.TooLate, await AnswerAsync(portal, id, new(2027, 1, 10)));
            Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), new(RequestChannel.Letter, new(2027, 1, 10)), "The letter came back.", default));
            Assert.Equal("The letter came back.", (await portal.SheetAsync(id)).Timeline[0].Note);
        }
    }

    [Fact]
    public async Task What_was_decided_too_late_with_its_reason_is_not_asked_for_it_again()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReceiveAsync();
        portal.Clock.Advance(TimeSpan.FromDays(60));
        Do(await portal.Desk.RefuseAsync(Dpo, id, await portal.VersionAsync(id), [Excessive], "The letter lay in another office.", default));

        Do(await AnswerAsync(portal, id, new(2027, 1, 19)));
    }

    private static async Task<Refusal?> AnswerAsync(DeskPortal portal, Guid id, DateOnly on) =>
        await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), new(RequestChannel.Letter, on), null, default);
}
