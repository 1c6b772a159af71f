using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

public class LegalHoldTests
{
    private static readonly DateOnly Later = new(2027, 12, 31);

    [Fact]
    public async Task A_held_subject_is_not_erased_and_the_clock_runs_on()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReadyAsync();
        var due = (await portal.SheetAsync(id)).Row.DueOn;
        Do(await portal.Desk.HoldAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), HoldScope.Subject, null, null, Later, "A trial.", default));

        Assert.Equal(due, (await portal.SheetAsync(id)).Row.DueOn);
        Assert.Equal(Refusal.Incomplete, await DecideAsync(portal, id));
        Do(await portal.Desk.PreflightAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), default));
        await portal.RunAsync();
        Assert.Equal(Refusal.UnderHold, await DecideAsync(portal, id));
    }

    [Fact]
    public async Task A_hold_on_one_person_leaves_another_alone()
    {
        await using var portal = await DeskPortal.StartAsync();
        var other = await portal.ReceiveAsync(email: "somebody@else.example");
        Do(await portal.Desk.HoldAsync(TestPortal.Dpo, other, await portal.VersionAsync(other), HoldScope.Subject, null, null, Later, "A trial.", default));
        var id = await portal.ReadyAsync();

        Do(await DecideAsync(portal, id));
    }

    [Fact]
    public async Task A_hold_reads_nothing_of_the_erasures_that_it_does_not_concern()
    {
        using var tracked = new TrackedSources();
        await using var portal = await DeskPortal.StartAsync(configure: services => services.AddLogging(b => b.SetMinimumLevel(LogLevel.Debug).AddProvider(tracked)));
        await portal.ReadyAsync();
        await portal.ReadyAsync();
        var id = await portal.ReceiveAsync(SubjectRight.Access, "somebody@else.example");
        Assert.NotEqual(0, tracked.Count);
        tracked.Count = 0;
        Do(await portal.Desk.HoldAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), HoldScope.Subject, null, null, Later, "A trial.", default));
        Do(await portal.Desk.ReleaseAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), Assert.Single((await portal.SheetAsync(id)).Holds).Id, "It ended.", default));

        Assert.Equal(0, tracked.Count);
    }

    [Fact]
    public async Task Lifting_a_hold_erases_nothing_and_asks_for_a_new_dry_run()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReadyAsync();
        Do(await portal.Desk.HoldAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), HoldScope.Source, DeskPortal.Shop, null, Later, "A trial.", default));
        var hold = Assert.Single((await portal.SheetAsync(id)).Holds);
        Do(await portal.Desk.ReleaseAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), hold.Id, "It ended.", default));

        Assert.Equal(Refusal.WrongState, await portal.Desk.ReleaseAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), hold.Id, "Again.", default));
        Assert.Equal(Refusal.Incomplete, await DecideAsync(portal, id));
        Assert.Equal(RequestStatus.InReview, await portal.StatusAsync(id));
    }

    [Fact]
    public void A_held_category_keeps_its_fields_and_their_rows_until_the_review()
    {
        var hold = new LegalHold { Scope = HoldScope.Category, Category = "contact", ReviewOn = Later };
        Finding[] findings = [new("Customer", Verdict.Subject, [new PrivacyPortal.Connectors.RowKey(1L)], "")];

        var decision = Assert.Single(HeldPlan.Apply(DeskPortal.Map(), findings, [], [hold]));
        Assert.Equal(RowErasure.Fields, decision.Row);
        Assert.Equal(new FieldDecision("Email", FieldErasure.Keep, null, new KeepRule(KeepGround.LegalClaims, Later)), Assert.Single(decision.Fields));
    }

    [Fact]
    public void A_held_source_keeps_every_table_whole()
    {
        var hold = new LegalHold { Scope = HoldScope.Source, SourceId = DeskPortal.Shop, ReviewOn = Later };
        Finding[] findings = [new("Customer", Verdict.Subject, [new PrivacyPortal.Connectors.RowKey(1L)], "")];

        var decision = Assert.Single(HeldPlan.Apply(DeskPortal.Map(), findings, [], [hold]));
        Assert.Equal((RowErasure.Keep, new KeepRule(KeepGround.LegalClaims, Later)), (decision.Row, decision.Keep));
    }

    [Fact]
    public void A_hold_that_keeps_no_field_of_what_was_found_is_not_among_those_that_do()
    {
        Finding[] findings = [new("Customer", Verdict.Subject, [new PrivacyPortal.Connectors.RowKey(1L)], "")];
        LegalHold health = new() { Scope = HoldScope.Category, Category = "health", ReviewOn = Later }, contact = new() { Scope = HoldScope.Category, Category = "contact", ReviewOn = Later };
        LegalHold whole = new() { Scope = HoldScope.Source, SourceId = DeskPortal.Shop, ReviewOn = Later };

        Assert.Equal([contact, whole], HeldPlan.Keeping(DeskPortal.Map(), findings, [health, contact, whole]));
        Assert.Empty(HeldPlan.Keeping(DeskPortal.Map(), [], [health, contact, whole]));
    }

    [Fact]
    public void A_hold_never_shortens_what_the_map_keeps()
    {
        var hold = new LegalHold { Scope = HoldScope.Source, SourceId = DeskPortal.Shop, ReviewOn = Later };
        Finding[] findings = [new("Customer", Verdict.Subject, [new PrivacyPortal.Connectors.RowKey(1L)], "")];
        foreach (var (kept, expected) in new (KeepRule, KeepRule)[]
        {
            (new(KeepGround.LegalObligation, new DateOnly(2031, 1, 1)), new(KeepGround.LegalObligation, new DateOnly(2031, 1, 1)) { AtLeast = Later }),
            (new(KeepGround.LegalObligation, new DateOnly(2027, 1, 1)), new(KeepGround.LegalClaims, Later)),
            (new(KeepGround.LegalObligation, Months: 120), new(KeepGround.LegalObligation, Months: 120) { AtLeast = Later }),
        })
        {
            var map = new SourceMap { Tables = [DeskPortal.Map().Tables[0] with { OnErasure = RowErasure.Keep, Keep = kept }] };
            Assert.Equal(expected, Assert.Single(HeldPlan.Apply(map, findings, [], [hold])).Keep);
        }
    }

    [Fact]
    public void An_identity_without_category_does_not_escape_the_hold_on_a_category()
    {
        var hold = new LegalHold { Scope = HoldScope.Category, Category = "contact", ReviewOn = Later };
        var map = new SourceMap { Tables = [DeskPortal.Map().Tables[0] with { Fields = [new FieldMap { Name = "Email", Identity = IdentityKinds.Email }] }] };
        Finding[] findings = [new("Customer", Verdict.Subject, [new PrivacyPortal.Connectors.RowKey(1L)], "")];
        Assert.Equal(FieldErasure.Keep, Assert.Single(Assert.Single(HeldPlan.Apply(map, findings, [], [hold])).Fields).Action);
    }

    private static async Task<Refusal?> DecideAsync(DeskPortal portal, Guid id) =>
        await portal.Desk.DecideAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default);

    /// <summary>Counts the sources of requests that are read to be changed.</summary>
    private sealed class TrackedSources : ILoggerProvider, ILogger
    {
        public int Count { get; set; }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == CoreEventId.StartedTracking.Id && formatter(state, exception).Contains($"'{nameof(RequestSource)}'", StringComparison.Ordinal))
            {
                Count++;
            }
        }

        public void Dispose()
        {
        }
    }
}
