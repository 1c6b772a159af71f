using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Connectors;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>A source is restored from an older copy of its file; whoever was erased since comes back with it, and is erased again.</summary>
public sealed class ReplayTests
{
    private const string Email = "bjorn.hansen@yahoo.no";

    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task Who_came_back_is_erased_again_after_the_dpos_word_and_nobody_else_is_touched()
    {
        await using var desk = await StartAsync();
        await EraseAsync(desk, "leonekohler@surfeu.de");
        var backup = Backup(desk);
        var first = await EraseAsync(desk, Email);
        var erased = desk.Others("");
        Restore(desk, backup);
        Assert.Equal(1L, desk.Scalar($"SELECT count(*) FROM Customer WHERE Email = '{Email}'"));
        var others = desk.Others(Email);

        using var said = new StringWriter();
        Assert.Equal(0, await ReplayVerb.RunAsync(desk.Portal.Get<IServiceProvider>(), "shop", said, default));
        Assert.Contains((await desk.SheetAsync(first)).Row.Reference, said.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Email, said.ToString(), StringComparison.OrdinalIgnoreCase);
        var list = Assert.Single(await ListAsync(desk));
        var back = Assert.Single(list.Rows);
        Assert.Equal(((await desk.SheetAsync(first)).Row.Reference, 2, ReplayState.Pending), (back.About, list.Entries, list.State));
        Assert.Equal(1L, desk.Scalar($"SELECT count(*) FROM Customer WHERE Email = '{Email}'"));

        Do(await desk.Desk.EndReplayAsync(Dpo, list.Id, list.Version, [back.Id], "The disk of the shop failed.", default));
        await desk.RunAsync();

        Assert.Equal(0L, desk.Scalar($"SELECT count(*) FROM Customer WHERE Email = '{Email}'"));
        Assert.Equal((others, erased), (desk.Others(Email), desk.Others("")));
        var row = Assert.Single(Assert.Single(await ListAsync(desk)).Rows);
        Assert.Equal(RequestStatus.Closed, row.Status);
        var again = (await desk.Queries.SheetAsync(Dpo, row.Request!, default)).Value!;
        Assert.Equal((RequestOutcome.PartlyFulfilled, Dpo.Name), (again.Row.Outcome, again.DecidedByName));
        Assert.True(Assert.Single(again.Sources).Verification!.Passed);
        Assert.Contains(again.Links, l => l is { Kind: RequestLinkKind.Replayed, Earlier: true });
        var receipts = (await desk.Portal.Get<ReceiptQueries>().OfAsync(Dpo, again.Row.Reference, default)).Value!;
        var proof = (await desk.Portal.Get<ReceiptQueries>().DownloadAsync(Dpo, Assert.Single(receipts).Id, default)).Value!.Content;
        Assert.Equal(ReceiptKind.Erasure, receipts[0].Kind);
        Assert.Equal(CheckOutcome.Genuine, (await desk.Portal.Get<ReceiptCheck>().OfFileAsync(proof, default)).Outcome);
        await using var db = desk.Portal.Db();
        Assert.Null(await desk.Portal.Get<KeyVault>().FindKeyAsync(db, list.Id, default));
        Assert.True((await desk.Portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Intact);
    }

    [Fact]
    public async Task Somebody_whose_number_only_ends_alike_is_neither_in_the_list_nor_erased()
    {
        await using var desk = await StartAsync();
        desk.Scalar("UPDATE Customer SET Phone = '+49 30 722442222' WHERE Email = 'leonekohler@surfeu.de'");
        var backup = Backup(desk);
        await EraseAsync(desk, Email, phone: "+47 22 44 22 22");
        Restore(desk, backup);
        var others = desk.Others(Email);

        await desk.Portal.Get<ReplaySearch>().RunAsync(Dpo, null, default);
        var list = Assert.Single(await ListAsync(desk));
        var back = Assert.Single(list.Rows);
        Assert.Equal(["b•••@y•••", "•••22"], back.Known);
        Do(await desk.Desk.EndReplayAsync(Dpo, list.Id, list.Version, [back.Id], "A restore.", default));
        await desk.RunAsync();

        Assert.Equal(RequestStatus.Closed, Assert.Single(Assert.Single(await ListAsync(desk)).Rows).Status);
        Assert.Equal(0L, desk.Scalar($"SELECT count(*) FROM Customer WHERE Email = '{Email}'"));
        Assert.Equal(others, desk.Others(Email));
    }

    [Fact]
    public async Task A_number_erased_before_its_country_was_known_is_known_again()
    {
        await using var desk = await StartAsync();
        var shop = PrivacyPortal.Tests.DataMap.Given.Shop;
        Do(await desk.Portal.Get<DataSourceDesk>().EditAsync(TestPortal.Admin, desk.Source, shop with { CallingCode = null }, null, await desk.Portal.VersionAsync(desk.Source), default));
        desk.Scalar($"UPDATE Customer SET Phone = '06 12 34 56 78' WHERE Email = '{Email}'");
        var backup = Backup(desk);
        await EraseAsync(desk, "nobody@nowhere.example", phone: "06 12 34 56 78");
        Restore(desk, backup);
        Do(await desk.Portal.Get<DataSourceDesk>().EditAsync(TestPortal.Admin, desk.Source, shop with { CallingCode = "33" }, null, await desk.Portal.VersionAsync(desk.Source), default));

        await desk.Portal.Get<ReplaySearch>().RunAsync(Dpo, null, default);
        Assert.Single(Assert.Single(await ListAsync(desk)).Rows);
    }

    [Theory]
    [InlineData("TEXT COLLATE NOCASE", 1)]
    [InlineData("TEXT", 0)]
    public async Task Two_spellings_are_one_person_where_the_column_takes_them_for_one_and_nowhere_else(string type, int known)
    {
        await using var portal = await TestPortal.StartAsync();
        var vault = portal.Get<KeyVault>();
        using var file = new SourceFile($"CREATE TABLE customer (id INTEGER PRIMARY KEY, code {type}); INSERT INTO customer VALUES (1, 'c-1001')");
        var map = new SourceMap { Tables = [new TableMap { Name = "customer", Role = TableRole.People, OnErasure = RowErasure.Delete, Fields = [new FieldMap { Name = "code", Category = "account.identifier", Identity = "customer-id" }] }] };
        var asked = new Identity("customer-id", "C-1001");
        var entry = new ErasureLedgerEntry { About = "DSR-2026-000001", Identities = $"{IdentityHash.InSource(vault, asked, null)} {IdentityHash.Respelled(vault, asked)}", Decisions = "[]" };

        Assert.Equal(known, (await new ReturnedSubjects(file.Connector(), map, vault, null).FindAsync([entry], new DateOnly(2026, 11, 20), default)).Count);
    }

    [Theory]
    [InlineData("TEXT COLLATE NOCASE", "'C-1001'", "c-1001")]
    [InlineData("REAL", "42.0", "42")]
    public async Task An_entry_without_the_second_hash_is_recognised_by_the_form_in_which_the_column_compares(string type, string held, string asked)
    {
        await using var portal = await TestPortal.StartAsync();
        var vault = portal.Get<KeyVault>();
        using var file = new SourceFile($"CREATE TABLE customer (id INTEGER PRIMARY KEY, code {type}); INSERT INTO customer VALUES (1, {held})");
        var map = new SourceMap { Tables = [new TableMap { Name = "customer", Role = TableRole.People, OnErasure = RowErasure.Delete, Fields = [new FieldMap { Name = "code", Category = "account.identifier", Identity = "customer-id" }] }] };
        var entry = new ErasureLedgerEntry { About = "DSR-2026-000001", Identities = IdentityHash.InSource(vault, new Identity("customer-id", asked), null)!, Decisions = "[]" };

        Assert.Single(await new ReturnedSubjects(file.Connector(), map, vault, null).FindAsync([entry], new DateOnly(2026, 11, 20), default));
    }

    [Fact]
    public async Task On_a_source_that_was_not_restored_nobody_came_back()
    {
        await using var desk = await StartAsync();
        await EraseAsync(desk, Email);
        var searched = (await desk.Portal.Get<ReplaySearch>().RunAsync(Dpo, null, default)).Value!;
        Assert.Equal((1, 0), (searched[0].Entries, searched[0].Returned.Count));
        Assert.Empty(await ListAsync(desk));
    }

    [Fact]
    public async Task Four_eyes_approve_each_file_and_what_is_dismissed_stays()
    {
        await using var desk = await StartAsync(fourEyes: true);
        var backup = Backup(desk);
        await EraseAsync(desk, Email, approve: true);
        Restore(desk, backup);
        await desk.Portal.Get<ReplaySearch>().RunAsync(Dpo, null, default);
        var first = Assert.Single(await ListAsync(desk));
        Assert.Equal(Refusal.ReasonMissing, await desk.Desk.EndReplayAsync(Dpo, first.Id, first.Version, [], " ", default));
        Do(await desk.Desk.EndReplayAsync(Dpo, first.Id, first.Version, [], "They are a customer again.", default));
        Assert.Equal(Refusal.Stale, await desk.Desk.EndReplayAsync(Dpo, first.Id, first.Version, [], "Again.", default));

        await desk.Portal.Get<ReplaySearch>().RunAsync(Dpo, null, default);
        var second = (await ListAsync(desk))[0];
        Do(await desk.Desk.EndReplayAsync(Dpo, second.Id, second.Version, [second.Rows[0].Id], "A restore.", default));
        await desk.RunAsync();
        var row = (await ListAsync(desk)).Single(r => r.Id == second.Id).Rows[0];
        Assert.Equal((RequestStatus.AwaitingApproval, 1L), (row.Status!.Value, (long)desk.Scalar($"SELECT count(*) FROM Customer WHERE Email = '{Email}'")!));
        var sheet = (await desk.Queries.SheetAsync(Dpo, row.Request!, default)).Value!;
        Assert.Equal(Refusal.SamePerson, await desk.Desk.ApproveAsync(Dpo, sheet.Row.Id, sheet.Version, default));
        Do(await desk.Desk.ApproveAsync(TestPortal.Deputy, sheet.Row.Id, sheet.Version, default));
        await desk.RunAsync();
        Assert.Equal((RequestStatus.Closed, 0L), ((await desk.SheetAsync(sheet.Row.Id)).Row.Status, (long)desk.Scalar($"SELECT count(*) FROM Customer WHERE Email = '{Email}'")!));
    }

    [Fact]
    public async Task While_a_restriction_of_the_person_stands_nothing_is_erased_again_by_itself()
    {
        await using var desk = await StartAsync();
        var backup = Backup(desk);
        await EraseAsync(desk, Email);
        Restore(desk, backup);
        var restriction = await desk.FoundAsync(SubjectRight.Restriction, Email);
        var frozen = new RestrictionRuling(RestrictionGround.NeededForClaims, [new FrozenSource(desk.Source, "Shop", true, "Marked as restricted.")]);
        Do(await desk.Desk.DecideAsync(Dpo, restriction, await desk.VersionAsync(restriction), DecisionKind.Grant, [], null, frozen, default));
        Do(await desk.Desk.AnswerAsync(Dpo, restriction, await desk.VersionAsync(restriction), new(RequestChannel.Letter, new(2026, 11, 20)), default));

        await desk.Portal.Get<ReplaySearch>().RunAsync(Dpo, null, default);
        var list = Assert.Single(await ListAsync(desk));
        Do(await desk.Desk.EndReplayAsync(Dpo, list.Id, list.Version, [Assert.Single(list.Rows).Id], "A restore.", default));
        await desk.RunAsync();

        Assert.Equal(RequestStatus.InReview, Assert.Single(Assert.Single(await ListAsync(desk)).Rows).Status);
        Assert.Equal(1L, desk.Scalar($"SELECT count(*) FROM Customer WHERE Email = '{Email}'"));
    }

    [Fact]
    public async Task Only_who_handles_requests_sees_searches_and_ends_a_list()
    {
        await using var desk = await StartAsync();
        foreach (var actor in (Actor[])[TestPortal.Admin, TestPortal.Auditor, Actor.Anonymous])
        {
            Assert.Equal(Refusal.Forbidden, (await desk.Portal.Get<ReplaySearch>().RunAsync(actor, null, default)).Refusal);
            Assert.Equal(Refusal.Forbidden, (await desk.Portal.Get<ReplaySearch>().ListAsync(actor, default)).Refusal);
            Assert.Equal(Refusal.Forbidden, await desk.Desk.EndReplayAsync(actor, Guid.NewGuid(), 1, [], "Why", default));
        }
    }

    private static async Task<IReadOnlyList<ReplaySheet>> ListAsync(ChinookDesk desk) => (await desk.Portal.Get<ReplaySearch>().ListAsync(Dpo, default)).Value!;

    private static async Task<Guid> EraseAsync(ChinookDesk desk, string email, bool approve = false, string? phone = null)
    {
        var id = await desk.FoundAsync(SubjectRight.Erasure, email, phone);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        if (!approve)
        {
            await desk.ExecuteAsync(id);
            return id;
        }

        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        Do(await desk.Desk.ApproveAsync(TestPortal.Deputy, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        return id;
    }

    private static string Backup(ChinookDesk desk)
    {
        desk.Scalar("PRAGMA wal_checkpoint(TRUNCATE)");
        File.Copy(desk.Path, desk.Path + ".backup");
        return desk.Path + ".backup";
    }

    private static void Restore(ChinookDesk desk, string backup)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(desk.Path + "-wal");
        File.Delete(desk.Path + "-shm");
        File.Copy(backup, desk.Path, overwrite: true);
    }

    private static async Task<ChinookDesk> StartAsync(bool fourEyes = false)
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", fourEyes))));
        return new ChinookDesk(portal, await portal.ChinookAsync());
    }
}
