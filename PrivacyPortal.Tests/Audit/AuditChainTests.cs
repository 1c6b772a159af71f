using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Audit;

public class AuditChainTests
{
    [Fact]
    public async Task A_log_that_nobody_touched_is_intact()
    {
        await using var portal = await WithEntriesAsync(5);
        var verdict = await portal.Get<AuditQueries>().VerifyAsync(default);
        Assert.True(verdict.Intact);
        Assert.Equal(5, verdict.Sound);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET \"Payload\" = '{}'")]
    [InlineData("DELETE FROM audit_entries WHERE \"Sequence\" = 2")]
    public async Task The_database_itself_refuses_to_change_the_log(string sql)
    {
        await using var portal = await WithEntriesAsync(3);
        await using var db = portal.Db();
        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql));
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET \"ActorName\" = 'Mallory' WHERE \"Sequence\" = 2", 2, AuditFault.Altered)]
    [InlineData("DELETE FROM audit_entries WHERE \"Sequence\" = 2", 3, AuditFault.Gap)]
    [InlineData("DELETE FROM audit_entries WHERE \"Sequence\" = 4", 4, AuditFault.CutOff)]
    public async Task Whoever_gets_past_the_triggers_is_found_by_the_chain(string sql, long at, AuditFault fault)
    {
        await using var portal = await WithEntriesAsync(4);
        await using (var db = portal.Db())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_entries_no_delete; " + sql);
        }

        var verdict = await portal.Get<AuditQueries>().VerifyAsync(default);
        Assert.Equal((at, fault), (verdict.At, verdict.Fault));
    }

    [Fact]
    public async Task A_change_that_fails_leaves_no_line_and_no_gap()
    {
        await using var portal = await WithEntriesAsync(2);
        await using (var db = portal.Db())
        {
            db.Add(new AuditHead());
            await Assert.ThrowsAnyAsync<Exception>(() => portal.Get<AuditLog>().SaveAsync(db, default, Fact(9)));
        }

        await using (var db = portal.Db())
        {
            Assert.Null(await portal.Get<AuditLog>().SaveAsync(db, default, Fact(3)));
        }

        Assert.Equal(3, (await portal.Get<AuditQueries>().VerifyAsync(default)).Sound);
    }

    [Fact]
    public async Task Writers_at_the_same_time_make_one_chain()
    {
        await using var portal = await TestPortal.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            await using var db = portal.Db();
            await portal.Get<AuditLog>().SaveAsync(db, default, Fact(i));
        }));
        Assert.Equal(40, (await portal.Get<AuditQueries>().VerifyAsync(default)).Sound);
    }

    [Fact]
    public void Any_change_of_any_line_is_found() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<NonNull<string>>>(), ArbMap.Default.ArbFor<PositiveInt>(), (texts, where) =>
        {
            var chain = Chain(texts.Get.Select(t => t.Get));
            var at = where.Get % chain.Count;
            var old = chain[at];
            chain[at] = new AuditEntry { Sequence = old.Sequence, At = old.At, Category = old.Category, Name = old.Name, About = old.About, Payload = old.Payload + " ", PreviousHash = old.PreviousHash, Hash = old.Hash };
            var verdict = AuditChain.VerifyAsync(chain.ToAsyncEnumerable(), null, default).GetAwaiter().GetResult();
            return verdict.At == at + 1 && verdict.Fault == AuditFault.Altered;
        }).QuickCheckThrowOnFailure();

    private static List<AuditEntry> Chain(IEnumerable<string> payloads)
    {
        var (previous, list) = (AuditChain.Origin, new List<AuditEntry>());
        foreach (var payload in payloads)
        {
            var entry = new AuditEntry { Sequence = list.Count + 1, At = DateTimeOffset.UnixEpoch, Category = "test", Name = "said", Payload = payload, PreviousHash = previous };
            previous = entry.Hash = AuditChain.HashOf(entry);
            list.Add(entry);
        }

        return list;
    }

    private static AuditFact Fact(int number) => new(Actor.System("test"), "test", "happened", $"T-{number}", new { number });

    private static async Task<TestPortal> WithEntriesAsync(int count)
    {
        var portal = await TestPortal.StartAsync();
        for (var i = 1; i <= count; i++)
        {
            await using var db = portal.Db();
            await portal.Get<AuditLog>().SaveAsync(db, default, Fact(i));
        }

        return portal;
    }
}
