using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Requests;

/// <summary>
/// The process is killed with SIGKILL while it fulfils requests, again and again, and started again on the same files. Afterwards every
/// request has come to its end, and a trigger in the source has counted each change once.
/// </summary>
public sealed class KillTests
{
    private static readonly string[] Points =
        ["queued", "claimed", "searched", "rows-kept", "executing", "committing", "committed", "executed", "verified", "worked", "settling", "settled"];

    /// <summary>Much longer than a life takes: for a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>More than enough for each life to find an erasure under way or to start one.</summary>
    private const int Erasures = 6;

    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task A_kill_at_each_fault_point_loses_nothing_and_does_nothing_twice()
    {
        await using var portal = await PrepareAsync(Points.Length);
        SqliteConnection.ClearAllPools();
        foreach (var point in Points)
        {
            using var life = Start(portal, point);
            await life.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
            Assert.True(life.ExitCode == 137, $"{point} was not reached: {life.ExitCode}");
        }

        await FinishAsync(portal, Points.Length);
    }

    [Fact]
    public Task Kills_at_fifty_random_instants_lose_nothing_and_do_nothing_twice() => Task.WhenAll(RandomAsync(25, seed: 1), RandomAsync(25, seed: 2));

    private static async Task RandomAsync(int kills, int seed)
    {
        await using var portal = await PrepareAsync(Erasures);
        SqliteConnection.ClearAllPools();
        var random = new Random(seed);
        for (var kill = 0; kill < kills; kill++)
        {
            using var life = Start(portal, "");
            await life.StandardOutput.ReadLineAsync();
            await Task.Delay(random.Next(400));
            life.Kill();
            await life.WaitForExitAsync();
        }

        await FinishAsync(portal, Erasures);
    }

    /// <summary>Erasures that await their approval, and an access whose search can be started again.</summary>
    private static async Task<TestPortal> PrepareAsync(int erasures)
    {
        var portal = await TestPortal.StartAsync(
            services => services.AddReceipts().AddSettings().AddDataMap().AddRequests().AddSingleton(StepHost.Rules), DateTimeOffset.UnixEpoch.AddYears(56));
        var source = await portal.ChinookAsync(path => PrivacyPortal.Tests.DataMap.Given.Run(
            path,
            """
            CREATE TABLE Effect (Id INTEGER PRIMARY KEY, Customer INTEGER NOT NULL);
            CREATE TRIGGER CountEffects AFTER UPDATE ON Customer BEGIN INSERT INTO Effect (Customer) VALUES (NEW.CustomerId); END;
            """));
        await using var desk = new ChinookDesk(portal, source, owned: false);
        await desk.FoundAsync(SubjectRight.Access, "luisg@embraer.com.br");
        for (var customer = 2; customer < erasures + 2; customer++)
        {
            var id = await desk.FoundAsync(SubjectRight.Erasure, (string)desk.Scalar($"SELECT Email FROM Customer WHERE CustomerId = {customer}")!);
            Given.Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), source, SourceReview.AsSuggested, default));
            Given.Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
            await desk.RunAsync();
            Given.Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        }

        return portal;
    }

    private static Process Start(TestPortal portal, string point)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList = { "exec", typeof(StepHost).Assembly.Location, portal.Folder, point },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcServer"] = "0" },
        };
        return Process.Start(start)!;
    }

    private static async Task FinishAsync(TestPortal portal, int erasures)
    {
        using (var last = Start(portal, ""))
        {
            await last.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
            Assert.True(last.ExitCode == 0, await last.StandardError.ReadToEndAsync());
        }

        await using var db = portal.Db();
        var requests = await db.Set<SubjectRequest>().AsNoTracking().ToListAsync();
        Assert.Equal(erasures + 1, requests.Count);
        Assert.All(requests, r => Assert.Equal(r.Right == SubjectRight.Access ? RequestStatus.InReview : RequestStatus.Answering, r.Status));
        var steps = await db.Set<RequestStep>().AsNoTracking().Where(s => s.State != StepState.Superseded).ToListAsync();
        Assert.All(steps, s => Assert.Equal(StepState.Done, s.State));
        foreach (var request in requests.Where(r => r.Right == SubjectRight.Erasure))
        {
            Assert.Equal(1, await db.Set<RequestEvent>().CountAsync(e => e.RequestId == request.Id && e.Verb == RequestVerb.Finish));
            Assert.Equal(1, await db.Set<ErasureLedgerEntry>().CountAsync(e => e.About == request.Reference));
            Assert.Equal(5, await db.Set<AuditEntry>().CountAsync(e => e.About == request.Reference && e.Name == "step-done"));
        }

        var access = requests.Single(r => r.Right == SubjectRight.Access);
        var source = await db.Set<RequestSource>().SingleAsync(s => s.RequestId == access.Id);
        Assert.Empty(await db.Set<RequestRows>().Where(r => r.RequestId == access.Id && (r.StepId != source.SearchStep || r.Token != source.SearchToken)).ToListAsync());
        Assert.True((await portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Intact);
        await using var desk = new ChinookDesk(portal, Guid.Empty, owned: false);
        Assert.Equal((long)erasures, desk.Scalar("SELECT count(*) FROM Effect"));
        Assert.Equal((long)erasures, desk.Scalar("SELECT count(DISTINCT Customer) FROM Effect"));
    }
}
