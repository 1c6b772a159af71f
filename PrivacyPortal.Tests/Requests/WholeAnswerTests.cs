using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>No answer rests on half a search, and none says more than was done.</summary>
public sealed class WholeAnswerTests
{
    internal const string Email = "luisg@embraer.com.br";
    private static readonly DateOnly Later = new(2027, 12, 31);

    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task Rows_ticked_as_theirs_are_sought_again_before_anything_is_decided()
    {
        await using var desk = await StartAsync();
        desk.Scalar("UPDATE Customer SET Email = 'office@company.example' WHERE CustomerId IN (1, 2)");
        var id = await desk.FoundAsync(SubjectRight.Access, "office@company.example");
        var review = SourceReview.AsSuggested with { Ticks = [Tick(1, TickAnswer.Theirs), Tick(2, TickAnswer.NotTheirs)] };
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, review, default));

        Assert.Equal(Refusal.Incomplete, await GrantAsync(desk, id));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Assert.True(Assert.Single((await desk.SheetAsync(id)).Sources).Rows > 1);
    }

    [Fact]
    public async Task What_the_dpo_withholds_of_the_persons_own_makes_the_answer_a_part_with_its_reason()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Access, Email);
        FindingRelease Withheld(string? why) => new("Customer", Verdict.Subject, Release.Withhold, why, []);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested with { Releases = [Withheld(null)] }, default));
        Assert.Equal(Refusal.ReasonMissing, await GrantAsync(desk, id));
        var elsewhere = new DecisionReason("nothing.there", RefusalGround.RightsOfOthers, "Their trade secret.");
        var contact = new DecisionReason("contact", RefusalGround.RightsOfOthers, "Their trade secret.");
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested with { Releases = [Withheld("Their trade secret.")] }, default));
        Assert.Equal(Refusal.Invalid, await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.GrantInPart, [contact, elsewhere], null, default));

        Assert.Contains(contact with { Category = "contact.email" }, Assert.Single((await desk.SheetAsync(id)).Sources).Withheld);
        var seen = (await desk.Queries.SheetAsync(TestPortal.Auditor, (await desk.SheetAsync(id)).Row.Reference, default)).Value!;
        Assert.All(seen.Sources, s => Assert.Empty(s.Withheld));

        Do(await GrantAsync(desk, id));
        await desk.RunAsync();
        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestOutcome.PartlyFulfilled, sheet.Row.Outcome);
        Assert.Contains(sheet.Reasons, r => r is { Ground: RefusalGround.RightsOfOthers, Explanation: "Their trade secret." });
        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        Assert.Contains(ReceiptKind.Refusal, await desk.ReceiptsAsync(id));
    }

    [Fact]
    public async Task A_changed_map_is_searched_again_also_where_nothing_was_found()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Erasure, "nobody@nowhere.example");
        var sources = desk.Portal.Get<DataSourceDesk>();
        Do(await sources.EditAsync(TestPortal.Admin, desk.Source, PrivacyPortal.Tests.DataMap.Given.Shop with { CallingCode = "44" }, null, await desk.Portal.VersionAsync(desk.Source), default));

        Assert.Equal(Refusal.DataChanged, await GrantAsync(desk, id));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Do(await GrantAsync(desk, id));
    }

    [Fact]
    public async Task An_identity_that_the_dpo_accepts_is_sought_in_every_source()
    {
        await using var desk = await StartAsync();
        var second = await SecondSourceAsync(desk, "luis@home.example");
        var id = await desk.FoundAsync(SubjectRight.Access, Email);
        Assert.Equal(0, (await desk.SheetAsync(id)).Sources.Single(s => s.SourceId == second).Rows);
        var review = SourceReview.AsSuggested with { Follow = [new Identity(IdentityKinds.Email, "luis@home.example")] };
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, review, default));

        Assert.Equal(Refusal.Incomplete, await GrantAsync(desk, id));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Assert.Equal(1, (await desk.SheetAsync(id)).Sources.Single(s => s.SourceId == second).Rows);
    }

    [Fact]
    public async Task A_source_that_was_removed_does_not_stand_in_the_way_once_the_others_are_searched_again()
    {
        await using var desk = await StartAsync();
        var second = await SecondSourceAsync(desk, Email);
        var id = await desk.FoundAsync(SubjectRight.Access, Email);
        Do(await desk.Portal.Get<DataSourceDesk>().RemoveAsync(TestPortal.Admin, second, "News", await desk.Portal.VersionAsync(second), default));
        await ReviewAsync(desk, id);
        Assert.Equal(Refusal.DataChanged, await GrantAsync(desk, id));

        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        await ReviewAsync(desk, id);
        Do(await GrantAsync(desk, id));
    }

    [Fact]
    public async Task A_failed_step_is_not_ended_by_somebodys_word_and_nothing_of_its_plan_counts_as_erased()
    {
        await using var desk = await StartAsync();
        var id = await DecidedAsync(desk);
        desk.Scalar($"UPDATE Customer SET Email = '{Email}' WHERE CustomerId = 2");
        await desk.RunAsync();
        var stopped = (await desk.SheetAsync(id)).Steps.Single(s => s.Phase == StepPhase.Execute);
        Assert.Equal(StepCause.DataChanged, stopped.Cause);

        Assert.Equal(Refusal.WrongState, await desk.Desk.CompleteTaskAsync(Dpo, id, await desk.VersionAsync(id), stopped.Id, "Done by the shop.", 3, default));
        await using var db = desk.Portal.Db();
        Assert.Empty((await db.Set<RequestSource>().SingleAsync(s => s.RequestId == id)).ReadErased());
    }

    [Fact]
    public async Task What_was_erased_before_a_recall_is_never_answered_with_no_data()
    {
        await using var desk = await StartAsync();
        var id = await DecidedAsync(desk);
        await ExecuteOneAsync(desk);
        Do(await desk.Desk.RecallAsync(Dpo, id, await desk.VersionAsync(id), "Look again.", default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Assert.Equal(0, Assert.Single((await desk.SheetAsync(id)).Sources).Rows);

        Assert.Equal(Refusal.Incomplete, await GrantAsync(desk, id));
        await ReviewAsync(desk, id);
        await desk.ExecuteAsync(id);
        Assert.Equal(ReceiptKind.Erasure, (await desk.ReceiptsAsync(id)).Last(k => k is ReceiptKind.Erasure or ReceiptKind.NoData));
        await using var db = desk.Portal.Db();
        Assert.Null(await desk.Portal.Get<KeyVault>().FindKeyAsync(db, (await db.Set<SubjectRequest>().SingleAsync(r => r.Id == id)).FindingsKey, default));
    }

    [Fact]
    public async Task A_source_with_a_column_that_its_map_does_not_know_is_not_erased_before_the_map_is_confirmed()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Erasure, Email);
        desk.Scalar("ALTER TABLE Customer ADD COLUMN Mobile TEXT DEFAULT '+55 12 3923 0000'");
        await TriedAsync(desk, id);
        Assert.Equal(PreflightCause.SchemaDrifted, Assert.Single(Assert.Single((await desk.SheetAsync(id)).Sources).Preflight!.Failures).Cause);
        Assert.Equal(Refusal.PreflightFailed, await GrantAsync(desk, id));
    }

    [Fact]
    public async Task The_receipt_knows_when_the_data_leaves_the_backups()
    {
        await using var desk = await StartAsync();
        await using var db = desk.Portal.Db();
        Assert.Equal(30, Assert.Single(await desk.Portal.Get<SourceMapsReader>()(db, default)).BackupDays);
    }

    [Fact]
    public async Task A_held_person_who_asks_by_another_identity_is_held_too()
    {
        await using var desk = await StartAsync();
        var first = await desk.ReceiveAsync(SubjectRight.Access, Email);
        Do(await desk.Desk.HoldAsync(Dpo, first, await desk.VersionAsync(first), HoldScope.Subject, null, null, Later, "A trial.", default));
        var phone = (string)desk.Scalar($"SELECT Phone FROM Customer WHERE Email = '{Email}'")!;
        var subject = new SubjectFile("Luís Gonçalves", [new Identity(IdentityKinds.Phone, phone)]);
        var id = (await desk.Desk.ReceiveAsync(Dpo, new Intake([SubjectRight.Erasure], RequestChannel.Letter, "fr", subject), default)).Value![0].Id;
        Do(await desk.Desk.ConfirmIdentityAsync(Dpo, id, await desk.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        await ReviewAsync(desk, id);
        await desk.ExecuteAsync(id);

        Assert.Equal(1L, desk.Scalar($"SELECT count(*) FROM Customer WHERE Email = '{Email}'"));
        Assert.Contains((await desk.SheetAsync(id)).Reasons, r => r.Ground == RefusalGround.LegalClaims);
    }

    [Fact]
    public async Task Lifting_a_hold_before_the_answer_leaves_opens_a_new_file_and_none_for_who_withdrew()
    {
        await using var desk = await StartAsync();
        var withdrawn = await desk.FoundAsync(SubjectRight.Erasure, Email);
        Do(await desk.Desk.HoldAsync(Dpo, withdrawn, await desk.VersionAsync(withdrawn), HoldScope.Subject, null, null, Later, "A trial.", default));
        await TriedAsync(desk, withdrawn);
        Do(await desk.Desk.WithdrawAsync(Dpo, withdrawn, await desk.VersionAsync(withdrawn), "They changed their mind.", default));
        var id = await DecidedAsync(desk);
        await desk.RunAsync();
        Assert.Equal(RequestStatus.Answering, (await desk.SheetAsync(id)).Row.Status);

        var hold = Assert.Single((await desk.SheetAsync(id)).Holds).Id;
        Do(await desk.Desk.ReleaseAsync(Dpo, id, await desk.VersionAsync(id), hold, "It ended.", default));
        Assert.Contains((await desk.SheetAsync(id)).Links, l => l.Kind == RequestLinkKind.HoldLifted);
        Assert.DoesNotContain((await desk.SheetAsync(withdrawn)).Links, l => l.Kind == RequestLinkKind.HoldLifted);
    }

    private static Tick Tick(long customer, TickAnswer answer) => new(new RowRef("Customer", new PrivacyPortal.Connectors.RowKey(customer)), answer);

    internal static async Task<Refusal?> GrantAsync(ChinookDesk desk, Guid id) =>
        await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default);

    internal static async Task ReviewAsync(ChinookDesk desk, Guid id)
    {
        foreach (var source in (await desk.SheetAsync(id)).Sources)
        {
            Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), source.SourceId, SourceReview.AsSuggested, default));
        }
    }

    internal static async Task ExecuteOneAsync(ChinookDesk desk)
    {
        var waiting = Assert.Single(await desk.Portal.Get<StepQueue>().WaitingAsync(null, default));
        var ticket = (await desk.Portal.Get<StepQueue>().ClaimAsync(waiting.Id, default))!;
        await desk.Desk.SettleAsync(ticket, await desk.Portal.Get<StepWork>()(ticket, default), default);
    }

    internal static async Task TriedAsync(ChinookDesk desk, Guid id)
    {
        await ReviewAsync(desk, id);
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
    }

    /// <summary>An erasure whose execution is queued.</summary>
    internal static async Task<Guid> DecidedAsync(ChinookDesk desk)
    {
        var id = await desk.FoundAsync(SubjectRight.Erasure, Email);
        await TriedAsync(desk, id);
        Do(await GrantAsync(desk, id));
        return id;
    }

    internal static async Task<Guid> SecondSourceAsync(ChinookDesk desk, string email)
    {
        var portal = desk.Portal;
        var path = portal.Database($"CREATE TABLE reader (id INTEGER PRIMARY KEY, email TEXT); INSERT INTO reader VALUES (1, '{email}')", "news.db");
        var id = await portal.AddAsync(path, PrivacyPortal.Tests.DataMap.Given.Shop with { Name = "News" });
        const string Map = """
            format: 1
            tables:
              reader:
                role: people
                purpose: Newsletter
                legal-basis: consent
                recipients: none
                source: person
                retention: Until unsubscribed
                automated-decisions: none
                transfers: none
                fields:
                  email: { category: contact.email, identity: email }
            """;
        var sources = portal.Get<DataSourceDesk>();
        Do(await sources.ImportMapAsync(Dpo, id, Map, await portal.VersionAsync(id), default));
        Assert.Null((await sources.ConfirmMapAsync(Dpo, id, "First map", await portal.VersionAsync(id), default)).Refusal);
        return id;
    }

    internal static async Task<ChinookDesk> StartAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        return new ChinookDesk(portal, await portal.ChinookAsync());
    }
}
