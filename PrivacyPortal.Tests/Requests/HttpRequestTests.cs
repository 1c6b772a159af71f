using System.Diagnostics;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Connectors.Http;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Requests on a Chatwoot, from receipt to proof, by the steps that the product runs.</summary>
public sealed class HttpRequestTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task Access_hands_over_contact_conversations_and_messages()
    {
        await using var server = await Chatwoot.StartAsync();
        await using var desk = await StartAsync(server);
        var id = await desk.FoundAsync(SubjectRight.Access, Chatwoot.Email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestStatus.Answering, sheet.Row.Status);
        var file = (await desk.Portal.DocumentAsync(Dpo, sheet.Row.Reference)).Value!;
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        using var reader = new StreamReader(zip.GetEntry("data.json")!.Open());
        var data = await reader.ReadToEndAsync();
        Assert.Contains("Alice writes 45", data, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob", data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasure_ends_in_a_receipt_and_leaves_nothing_behind()
    {
        await using var server = await Chatwoot.StartAsync();
        await using var desk = await StartAsync(server);
        var id = await desk.FoundAsync(SubjectRight.Erasure, Chatwoot.Email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(id);
        Assert.Equal(RequestOutcome.Fulfilled, (await desk.SheetAsync(id)).Row.Outcome);
        Assert.Equal(ReceiptKind.Erasure, (await desk.ReceiptsAsync(id))[^1]);
        var execution = Assert.Single((await desk.SheetAsync(id)).Sources).Execution!;
        Assert.Equal(3, execution.Calls.Count);
        Assert.DoesNotContain("Alice", server.Everything, StringComparison.Ordinal);
        Assert.Contains("Bob writes 3", server.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_killed_between_two_calls_finishes_in_its_next_life()
    {
        await using var server = await Chatwoot.StartAsync();
        await using var desk = await StartAsync(server, StepHost.Rules, DateTimeOffset.UnixEpoch.AddYears(56));
        var id = await desk.FoundAsync(SubjectRight.Erasure, Chatwoot.Email);
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        Do(await desk.Desk.PreflightAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        using (var life = Start(desk.Portal))
        {
            server.Deleted = (_, _) =>
            {
                life.Kill();
                return life.WaitForExitAsync();
            };
            await life.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token);
            Assert.Equal(137, life.ExitCode);
        }

        server.Deleted = null;
        Assert.Single(server.Calls, Deletes);
        using (var next = Start(desk.Portal))
        {
            await next.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(3)).Token);
            Assert.True(next.ExitCode == 0, await next.StandardError.ReadToEndAsync());
        }

        await using var db = desk.Portal.Db();
        Assert.Equal(RequestStatus.Answering, (await db.Set<SubjectRequest>().SingleAsync()).Status);
        Assert.Equal(3, server.Calls.Where(Deletes).Distinct().Count());
        Assert.Equal(3, server.Calls.Count(Deletes));
        Assert.DoesNotContain("Alice", server.Everything, StringComparison.Ordinal);
    }

    private static bool Deletes(string call) => call.StartsWith("DELETE", StringComparison.Ordinal);

    private static Process Start(TestPortal portal) => Process.Start(
        new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            ArgumentList = { "exec", typeof(StepHost).Assembly.Location, portal.Folder, "" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static async Task<ChinookDesk> StartAsync(ChatwootServer server, RequestRulesReader? rules = null, DateTimeOffset? now = null)
    {
        var portal = await TestPortal.StartAsync(
            services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
                .AddSingleton(rules ?? ((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false)))),
            now);
        return new ChinookDesk(portal, await portal.ChatwootAsync(server));
    }
}
