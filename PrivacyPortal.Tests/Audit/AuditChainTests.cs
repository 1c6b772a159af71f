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
        var verdict = (await portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!;
        Assert.True(verdict.Intact);
        Assert.Equal(5, verdict.Sound);
    }

    [Fact]
    public async Task Who_may_not_read_the_log_does_not_verify_it()
    {
        await using var portal = await WithEntriesAsync(1);
        Assert.Equal(Refusal.Forbidden, (await portal.Get<AuditQueries>().VerifyAsync(TestPortal.Admin, default)).Refusal);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET \"Payload\" = '{}'")]
    [InlineData("DELETE FROM audit_entries WHERE \"Sequence\" = 2")]
    [InlineData("REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE \"Sequence\" = 2")]
    [InlineData("DELETE FROM audit_head")]
    [InlineData("UPDATE audit_head SET \"Sequence\" = 2")]
    [InlineData("REPLACE INTO audit_head SELECT * FROM audit_head")]
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
    [InlineData("DELETE FROM audit_entries WHERE \"Sequence\" = 4; DELETE FROM audit_head", 4, AuditFault.EndUnknown)]
    public async Task Whoever_gets_past_the_triggers_is_found_by_the_chain(string sql, long at, AuditFault fault)
    {
        await using var portal = await WithEntriesAsync(4);
        await portal.TamperAsync(sql);
        var verdict = (await portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!;
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

        Assert.Equal(3, (await portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Sound);
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
        Assert.Equal(40, (await portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Sound);
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

    [Fact]
    public void The_hash_can_be_made_by_any_writer_of_JSON()
    {
        var entry = new AuditEntry
        {
            Sequence = 7, At = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123), ActorKind = "User", ActorName = "Zoé\u00A0😀\u202F\u007F <O'Neil> \"&+\\\u001B\t", Category = "test",
            Name = "said", Payload = """{"a":"é"}""", PreviousHash = AuditChain.Origin,
        };

        // What JSON.stringify writes in a browser, and json.dumps(…, ensure_ascii=False, separators=(",", ":")) in Python.
        var canonical = "[7,1700000000123,\"User\",null,\"Zoé\u00A0😀\u202F\u007F <O'Neil> \\\"&+\\\\\\u001b\\t\",\"test\",\"said\",\"\",\"{\\\"a\\\":\\\"é\\\"}\",\"" + AuditChain.Origin + "\"]";
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(canonical))), AuditChain.HashOf(entry));
    }

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
