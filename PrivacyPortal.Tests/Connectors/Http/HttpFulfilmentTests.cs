using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Fulfilment;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Connectors.Http;

/// <summary>Search, plan, erasure, correction and resumption where there is no transaction.</summary>
public sealed class HttpFulfilmentTests
{
    private static readonly WalkRequest Alice = Searched.Asking("email:" + Chatwoot.Email);

    private static SourceMap Map => MapYamlReader.Read(Chatwoot.MapYaml).Map!;

    [Fact]
    public async Task A_contact_is_found_with_every_conversation_and_message_and_nobody_else()
    {
        await using var server = await Chatwoot.StartAsync();
        foreach (var asked in new[] { "email:ALICE@example.com", "phone:06 12 34 56 78" })
        {
            var found = await new SourceFulfilment(server.Connector(), Map with { CallingCode = "33" }).SearchAsync(Searched.Asking(asked), default);
            Assert.Equal(["contacts 1", "conversations 2", "messages 47"], found.Findings.Select(f => $"{f.Table} {f.Rows.Count}").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task An_erasure_sends_one_call_after_another_and_keeps_each_as_proof()
    {
        await using var server = await Chatwoot.StartAsync();
        var (order, preflight) = await PlannedAsync(server);
        Assert.True(preflight.OneByOne);
        Assert.DoesNotContain(server.Calls, c => c.StartsWith("DELETE", StringComparison.Ordinal));

        var result = await Fulfilment(server).ExecuteAsync(order, preflight, default);
        Assert.Equal(ExecutionOutcome.Done, result.Outcome);
        Assert.Equal(3, result.Calls.Count);
        Assert.Equal(new string('x', 3), string.Concat(result.Calls.Select(c => c is { Result: CallResult.Done, Status: 200, RequestId: not null } ? 'x' : '-')));
        Assert.Equal("DELETE /api/v1/accounts/{account}/contacts/{id}", result.Calls[^1].Call);
        Assert.DoesNotContain("Alice", server.Everything, StringComparison.Ordinal);
        Assert.Contains("Bob writes 3", server.Everything, StringComparison.Ordinal);
        Assert.Contains("Malice", server.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.True((await Fulfilment(server).VerifyAsync(order, wholeText: false, default)).Passed);
    }

    [Fact]
    public async Task Whole_texts_are_sought_where_rows_can_be_listed_and_the_rest_is_named()
    {
        await using var server = await Chatwoot.StartAsync();
        var (order, preflight) = await PlannedAsync(server);
        var cost = await Fulfilment(server).TextSearchCostAsync(default);
        Assert.Equal((null, 0, 3), (cost.Rows, cost.Columns, cost.Unsought.Count));
        Assert.Equal(ExecutionOutcome.Done, (await Fulfilment(server).ExecuteAsync(order, preflight, default)).Outcome);
        var proof = Erased.Kept(await Fulfilment(server).VerifyAsync(order, wholeText: true, default));
        Assert.True(proof.Passed);
        Assert.Equal(["Contacts", "Conversations", "Messages"], proof.Unsought.Order());
        Assert.Empty((await Fulfilment(server).VerifyAsync(order, wholeText: false, default)).Unsought);
    }

    [Fact]
    public async Task What_was_left_half_done_is_finished_and_what_is_gone_is_taken_for_erased()
    {
        await using var server = await Chatwoot.StartAsync();
        var (order, preflight) = await PlannedAsync(server);
        using var died = new CancellationTokenSource();
        server.Deleted = async (_, _) => await died.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fulfilment(server).ExecuteAsync(order, preflight, died.Token));
        Assert.Equal(1, server.Calls.Count(c => c.StartsWith("DELETE", StringComparison.Ordinal)));

        server.Deleted = null;
        var result = await Fulfilment(server).ResumeAsync(order, preflight, default);
        Assert.Equal(ExecutionOutcome.Done, result.Outcome);
        Assert.Equal([CallResult.Gone, CallResult.Done, CallResult.Done], result.Calls.Where(c => c.Table != "messages").Select(c => c.Result).Order().Reverse());
        Assert.Equal(3, server.Calls.Count(c => c.StartsWith("DELETE", StringComparison.Ordinal)));
        Assert.True((await Fulfilment(server).VerifyAsync(order, wholeText: false, default)).Passed);
        Assert.Equal(ExecutionOutcome.Done, (await Fulfilment(server).ResumeAsync(order, preflight, default)).Outcome);
        Assert.Equal(3, server.Calls.Count(c => c.StartsWith("DELETE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_came_after_the_decision_stops_a_resumed_erasure()
    {
        await using var server = await Chatwoot.StartAsync();
        var (order, preflight) = await PlannedAsync(server);
        using var died = new CancellationTokenSource();
        server.Deleted = async (_, _) => await died.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fulfilment(server).ExecuteAsync(order, preflight, died.Token));
        server.Deleted = null;
        server.Contact(7, "Alice", "alice@example.com", "+33612345678", (20, 1));
        Assert.Equal(ExecutionOutcome.Mixed, (await Fulfilment(server).ResumeAsync(order, preflight, default)).Outcome);
        Assert.Equal(1, server.Calls.Count(c => c.StartsWith("DELETE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_row_for_which_no_call_was_declared_fails_the_preflight()
    {
        await using var server = await Chatwoot.StartAsync();
        // The conversations stay, and their messages would have to go alone.
        var map = Map with { Tables = [.. Map.Tables.Select(t => t.Name == "conversations" ? t with { OnErasure = RowErasure.Fields } : t)] };
        var fulfilment = new SourceFulfilment(server.Connector(), map);
        var order = new ErasureOrder(Alice, [], Erased.Today, await fulfilment.PlanErasureAsync(Alice, [], Erased.Today, default));
        var failures = (await fulfilment.PreflightAsync(order, default)).Failures;
        Assert.Contains(failures, f => f.Refused?.Refusal == ChangeRefusal.NotOffered);
    }

    [Fact]
    public async Task A_correction_is_sent_read_again_and_finished_when_resumed()
    {
        await using var server = await Chatwoot.StartAsync();
        var row = new RowRef("contacts", new RowKey(7L));
        var order = new RectificationOrder(Alice, new RectificationPlan(1, [new Correction(row, "name", "Alice", "Alicia \"A\""), new Correction(row, "phone_number", "+33612345678", "+33699999999")]));
        var preflight = await Fulfilment(server).PreflightAsync(order, default);
        Assert.Equal("", preflight.Text());
        Assert.Equal(ExecutionOutcome.Done, (await Fulfilment(server).ExecuteAsync(order, preflight, default)).Outcome);
        Assert.True((await Fulfilment(server).VerifyAsync(order, default)).Passed);
        Assert.Equal(ExecutionOutcome.DoneBefore, (await Fulfilment(server).ResumeAsync(order, preflight, default)).Outcome);
        Assert.Contains("33699999999", server.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_left_half_done_is_finished_even_of_the_identity_itself()
    {
        await using var server = await Chatwoot.StartAsync();
        server.Contact(10, "Alice", Chatwoot.Email, "+33612345678");
        var asked = Searched.Asking("email:" + Chatwoot.Email, Searched.Ticked("contacts", 7L, TickAnswer.Theirs), Searched.Ticked("contacts", 10L, TickAnswer.Theirs));
        Correction Of(long id, string field, string before, string after) => new(new RowRef("contacts", new RowKey(id)), field, before, after);
        var order = new RectificationOrder(asked, new RectificationPlan(1, [Of(7, "email", "Alice@example.com", "alicia@example.com"), Of(10, "name", "Alice", "Alicia")]));
        var preflight = await Fulfilment(server).PreflightAsync(order, default);
        Assert.Equal("", preflight.Text());

        using var died = new CancellationTokenSource();
        server.Corrected = async _ => await died.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fulfilment(server).ExecuteAsync(order, preflight, died.Token));
        server.Corrected = null;
        Assert.False((await Fulfilment(server).VerifyAsync(order, default)).Passed);

        Assert.Equal(ExecutionOutcome.Done, (await Fulfilment(server).ResumeAsync(order, preflight, default)).Outcome);
        Assert.True((await Fulfilment(server).VerifyAsync(order, default)).Passed);
        Assert.Equal(ExecutionOutcome.DoneBefore, (await Fulfilment(server).ResumeAsync(order, preflight, default)).Outcome);

        // What somebody else wrote since is a person's to look at.
        server.Contact(10, "Somebody else", Chatwoot.Email, "+33612345678");
        Assert.Equal(ExecutionOutcome.Mixed, (await Fulfilment(server).ResumeAsync(order, preflight, default)).Outcome);
    }

    [Fact]
    public async Task A_statement_on_a_message_is_left_to_a_person_with_what_was_said()
    {
        await using var server = await Chatwoot.StartAsync();
        var before = server.Everything;
        var found = await Fulfilment(server).SearchAsync(Alice, default);
        var message = new RowRef("messages", found.Findings.Single(f => f.Table == "messages").Rows[0]);
        var plan = await Fulfilment(server).PlanRectificationAsync(1, [], [new SupplementaryStatement(message, "content", "Not so.")], "DSR-2026-000001", default);
        Assert.False(string.IsNullOrEmpty(Assert.Single(plan.Statements).Said as string));
        var order = Erased.Kept(new RectificationOrder(Alice, plan));
        var preflight = await Fulfilment(server).PreflightAsync(order, default);
        Assert.Equal(("", 1), (preflight.Text(), preflight.ByHand));
        Assert.Equal(ExecutionOutcome.Done, (await Fulfilment(server).ExecuteAsync(order, preflight, default)).Outcome);
        Assert.Equal(before, server.Everything);
    }

    [Fact]
    public async Task Twenty_conversations_may_not_be_all_and_end_the_search()
    {
        await using var server = await Chatwoot.StartAsync();
        server.Contact(7, "Alice", "alice@example.com", "+33612345678", [.. Enumerable.Range(100, 20).Select(i => ((long)i, 0))]);
        Assert.Equal(SourceFailure.TooMuch, (await Assert.ThrowsAsync<SourceException>(() => Fulfilment(server).SearchAsync(Alice, default))).Failure);
    }

    private static SourceFulfilment Fulfilment(ChatwootServer server) => new(server.Connector(), Map);

    private static async Task<(ErasureOrder Order, PreflightReport Preflight)> PlannedAsync(ChatwootServer server)
    {
        var plan = await Fulfilment(server).PlanErasureAsync(Alice, [], Erased.Today, default);
        var order = Erased.Kept(new ErasureOrder(Alice, [], Erased.Today, plan));
        var preflight = Erased.Kept(await Fulfilment(server).PreflightAsync(order, default));
        Assert.Equal("", preflight.Text());
        return (order, preflight);
    }
}
