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
using PrivacyPortal.Tests.Requests;
using PrivacyPortal.Tests.Support;
using Xunit.Abstractions;
using Given = PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Providers;

/// <summary>
/// Nodes that share a PostgreSQL database carry out fifty erasures, while one freezes between its last question and its commit to the source
/// (and with it the source's file), and one freezes inside the portal's own transaction. Both wake after ten seconds and go on; one is then killed at its work.
/// </summary>
[OnPostgres]
public sealed class NodeFaultTests(ITestOutputHelper output)
{
    private const int Erasures = 50;
    private const int Continue = 18;
    private const int Kill = 9;
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task Fifty_erasures_outlive_frozen_and_killed_nodes_and_none_is_half_done_or_done_twice()
    {
        var watch = Stopwatch.StartNew();
        await using var portal = await PrepareAsync();
        output.WriteLine($"prepared after {watch.Elapsed.TotalSeconds:F1} s");
        SqliteConnection.ClearAllPools();
        using var sound = new Node(portal, "");
        using var slow = new Node(portal, "committing:2");
        using var stuck = new Node(portal, "settling:3");
        var takenOver = (await Task.WhenAll(FreezeAsync(portal, slow), FreezeAsync(portal, stuck))).Append(await KillAsync(portal, stuck)).ToList();
        output.WriteLine($"taken over after {string.Join(", ", takenOver.Select(t => $"{t.TotalSeconds:F1} s"))}");
        await EndedAsync(portal);
        output.WriteLine($"ended after {watch.Elapsed.TotalSeconds:F1} s");
        await CheckAsync(portal);
        Assert.All(takenOver, time => Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
    }

    /// <summary>Erasures that are decided and wait for somebody to carry them out; a trigger in the source counts each change.</summary>
    private static async Task<TestPortal> PrepareAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", FourEyes: false))));
        var source = await portal.ChinookAsync(path => PrivacyPortal.Tests.DataMap.Given.Run(
            path,
            """
            CREATE TABLE Effect (Id INTEGER PRIMARY KEY, Customer INTEGER NOT NULL);
            CREATE TRIGGER CountEffects AFTER UPDATE ON Customer BEGIN INSERT INTO Effect (Customer) VALUES (NEW.CustomerId); END;
            """));
        await using var desk = new ChinookDesk(portal, source, owned: false);
        var ids = new List<Guid>();
        for (var customer = 1; customer <= Erasures; customer++)
        {
            var id = await desk.ReceiveAsync(SubjectRight.Erasure, (string)desk.Scalar($"SELECT Email FROM Customer WHERE CustomerId = {customer}")!);
            Given.Do(await desk.Desk.ConfirmIdentityAsync(Dpo, id, await desk.VersionAsync(id), IdentityProof.Certain, "Known.", default));
            Given.Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
            ids.Add(id);
        }

        await desk.RunAsync();
        foreach (var id in ids)
        {
            Given.Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), source, SourceReview.AsSuggested, default));
            Given.Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        }

        await desk.RunAsync();
        foreach (var id in ids)
        {
            Given.Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        }

        return portal;
    }

    /// <summary>Waits until the node freezes, lets it for ten seconds, and tells how long it took the others to take its steps over.</summary>
    private static async Task<TimeSpan> FreezeAsync(TestPortal portal, Node node)
    {
        await node.SaysAsync("frozen");
        var taking = TakenOverAsync(portal);
        await Task.Delay(Frozen);
        Assert.Equal(0, NodeHost.Signal(node.Id, Continue));
        return await taking;
    }

    private static async Task<TimeSpan> KillAsync(TestPortal portal, Node node)
    {
        Assert.Equal(0, NodeHost.Signal(node.Id, Kill));
        return await TakenOverAsync(portal);
    }

    /// <summary>Until every step whose node says nothing any more has ended or is another attempt's.</summary>
    private static async Task<TimeSpan> TakenOverAsync(TestPortal portal)
    {
        var watch = Stopwatch.StartNew();

        // What the node sent with its last breath is in the database by then.
        await Task.Delay(500);
        var running = await RunningAsync(portal);
        while (running.Overlaps(await RunningAsync(portal)) && watch.Elapsed < Patience)
        {
            await Task.Delay(100);
        }

        return watch.Elapsed;
    }

    private static async Task<HashSet<(Guid, long, DateTimeOffset?)>> RunningAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return (await db.Set<RequestStep>().Where(s => s.State == StepState.Running).Select(s => new { s.Id, s.Token, s.LeaseUntil }).ToListAsync())
            .Select(s => (s.Id, s.Token, s.LeaseUntil)).ToHashSet();
    }

    private static async Task EndedAsync(TestPortal portal)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            await using var db = portal.Db();
            if (!await db.Set<RequestStep>().AnyAsync(s => s.State == StepState.Queued || s.State == StepState.Running))
            {
                return;
            }

            Assert.True(watch.Elapsed < Patience, "The erasures did not end.");
            await Task.Delay(200);
        }
    }

    private static async Task CheckAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        var steps = await db.Set<RequestStep>().AsNoTracking().Where(s => s.State != StepState.Superseded).ToListAsync();
        Assert.All(steps, s => Assert.True(s.State == StepState.Done, $"{s.Phase} {s.State} {s.Cause} {s.Report} after {s.Attempts}"));
        var requests = await db.Set<SubjectRequest>().AsNoTracking().ToListAsync();
        Assert.Equal(Erasures, requests.Count);
        Assert.All(requests, r => Assert.Equal(RequestStatus.Answering, r.Status));
        foreach (var request in requests)
        {
            Assert.Equal(1, await db.Set<RequestEvent>().CountAsync(e => e.RequestId == request.Id && e.Verb == RequestVerb.Finish));
            Assert.Equal(1, await db.Set<ErasureLedgerEntry>().CountAsync(e => e.About == request.Reference));
            Assert.Equal(5, await db.Set<AuditEntry>().CountAsync(e => e.About == request.Reference && e.Name == "step-done"));
        }

        Assert.True((await portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, default)).Value!.Intact);
        await using var desk = new ChinookDesk(portal, Guid.Empty, owned: false);
        Assert.Equal((long)Erasures, desk.Scalar("SELECT count(*) FROM Effect"));
        Assert.Equal((long)Erasures, desk.Scalar("SELECT count(DISTINCT Customer) FROM Effect"));
    }

    /// <summary>A node in a process of its own, with the master key of the portal that prepared the database.</summary>
    private sealed class Node : IDisposable
    {
        private readonly TempFolder folder = new();
        private readonly Process process;

        public Node(TestPortal portal, string freeze)
        {
            process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
            {
                ArgumentList = { "exec", typeof(NodeHost).Assembly.Location, "node", folder.Path, portal.Configuration["Database:ConnectionString"]!, freeze },
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["PORTAL_MASTER_KEY"] = File.ReadAllText(Path.Combine(portal.Folder, "keys", "master.key")).Trim(), ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcServer"] = "0",
                },
            })!;
        }

        public int Id => process.Id;

        public async Task SaysAsync(string word)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line == word)
                {
                    return;
                }
            }

            Assert.Fail($"The node ended without “{word}”.");
        }

        public void Dispose()
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
            folder.Dispose();
        }
    }
}
