using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Requests;

/// <summary>The desk on a real database, with sources whose steps end as a test says, without scheduler.</summary>
internal sealed class DeskPortal : IAsyncDisposable
{
    public static readonly Guid Shop = Guid.Parse("00000000-0000-0000-0000-00000000f001");
    public static readonly Guid Archive = Guid.Parse("00000000-0000-0000-0000-00000000f002");

    private readonly TestPortal portal;

    private DeskPortal(TestPortal portal) => this.portal = portal;

    public RequestDesk Desk => portal.Get<RequestDesk>();

    public RequestQueries Queries => portal.Get<RequestQueries>();

    public StepQueue Queue => portal.Get<StepQueue>();

    public SettableClock Clock => portal.Clock;

    public TestPortal Portal => portal;

    /// <summary>The setting on exports.</summary>
    public ExportPolicy Exports { get; set; } = ExportPolicy.Reason;

    /// <summary>How each step ends; by default a search finds one customer row in the shop and everything else succeeds.</summary>
    public Func<StepTicket, StepOutcome>? Work { get; set; }

    public static async Task<DeskPortal> StartAsync(
        bool fourEyes = false, IReadOnlyList<RequestableSource>? sources = null, Action<IServiceCollection>? configure = null)
    {
        sources ??= [new(Shop, "Shop", false, Map())];
        DeskPortal? desk = null;
        var portal = await TestPortal.StartAsync(services =>
        {
            services
                .AddReceipts()
                .AddRequests()
                .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", fourEyes) { Exports = desk?.Exports ?? ExportPolicy.Reason }))
                .AddSingleton<SourceMapsReader>((_, _) => Task.FromResult(sources));
            configure?.Invoke(services);
        });
        return desk = new DeskPortal(portal);
    }

    public static SourceMap Map() => new()
    {
        HostingRegion = "FR",
        Tables =
        [
            new TableMap
            {
                Name = "Customer",
                Role = TableRole.People,
                Purpose = "Sales",
                LegalBasis = "contract",
                Retention = "Three years after the last order",
                Recipients = ["Carrier"],
                Source = Article15.FromThePerson,
                AutomatedDecisions = Article15.None,
                Transfers = Article15.None,
                Fields = [new FieldMap { Name = "Email", Category = "contact.email", Identity = IdentityKinds.Email }],
            },
        ],
    };

    public async Task<Guid> ReceiveAsync(SubjectRight right = SubjectRight.Erasure, string email = "luisg@embraer.com.br")
    {
        var subject = new SubjectFile("Luís Gonçalves", [new Identity(IdentityKinds.Email, email)], Message: "Please.");
        var reply = await Desk.ReceiveAsync(TestPortal.Dpo, new Intake([right], RequestChannel.Letter, "fr", subject), default);
        return reply.Value![0].Id;
    }

    public async Task<Guid> InReviewAsync(SubjectRight right = SubjectRight.Erasure)
    {
        var id = await ReceiveAsync(right);
        Given.Do(await Desk.ConfirmIdentityAsync(TestPortal.Dpo, id, await VersionAsync(id), IdentityProof.Certain, "Known for years.", default));
        Given.Do(await Desk.SearchAsync(TestPortal.Dpo, id, await VersionAsync(id), default));
        await RunAsync();
        Assert.Equal(RequestStatus.InReview, await StatusAsync(id));
        return id;
    }

    public async Task<Guid> ReadyAsync(SubjectRight right = SubjectRight.Erasure)
    {
        var id = await InReviewAsync(right);
        foreach (var source in await SourcesAsync(id))
        {
            Given.Do(await Desk.ReviewAsync(TestPortal.Dpo, id, await VersionAsync(id), source.SourceId, SourceReview.AsSuggested, default));
        }

        if (RequestWorkflow.Preflights(right))
        {
            Given.Do(await Desk.PreflightAsync(TestPortal.Dpo, id, await VersionAsync(id), default));
            await RunAsync();
        }

        return id;
    }

    /// <summary>Runs every step that is due, and those that follow from it.</summary>
    public async Task RunAsync()
    {
        while (await Queue.WaitingAsync(null, default) is { Count: > 0 } waiting)
        {
            var ran = 0;
            foreach (var step in waiting)
            {
                if (await Queue.ClaimAsync(step.Id, default) is { } ticket)
                {
                    await Desk.SettleAsync(ticket, Work?.Invoke(ticket) ?? Succeed(ticket), default);
                    ran++;
                }
            }

            if (ran == 0)
            {
                return;
            }
        }
    }

    public StepOutcome Succeed(StepTicket ticket) => StepOutcome.Done(null, async (db, ct) =>
    {
        var request = await db.Set<SubjectRequest>().SingleAsync(r => r.Id == ticket.RequestId, ct);
        var key = (await portal.Get<KeyVault>().FindKeyAsync(db, request.FindingsKey, ct))!;
        var source = await db.Set<RequestSource>().SingleOrDefaultAsync(s => s.RequestId == request.Id && s.SourceId == ticket.SourceId, ct);
        if (ticket.Phase == StepPhase.Search)
        {
            source ??= db.Add(new RequestSource { Id = Guid.NewGuid(), RequestId = request.Id, SourceId = ticket.SourceId!.Value }).Entity;
            var found = new WalkResult
            {
                MapVersion = 1,
                Findings = [new Finding("Customer", Verdict.Subject, [new RowKey(1L)], "Customer.Email")],
                ThirdParties = [], Quotes = [], Ambiguities = [], Proposals = [], Unreached = [], Uncastables = [],
            };
            (source.SourceName, source.MapVersion, source.SearchedAt, source.Rows) = ("Shop", 1, Clock.Now, 1);
            source.Found = source.Seal(key, RequestSource.FoundPlace, found);
            source.Summary = System.Text.Json.JsonSerializer.Serialize(
                new SourceSummary([new TableCount("Customer", "Customer", Verdict.Subject, 1, "Customer.Email", ["contact.email"])], [], [], []));
        }

        if (ticket.Phase == StepPhase.Preflight)
        {
            source!.Plan = request.Right == SubjectRight.Erasure
                ? source.Seal(key, RequestSource.PlanPlace, new ErasureOrder(new WalkRequest([], []), [], new DateOnly(2026, 11, 20), new ErasurePlan(1, [new ErasureStep("Customer", Verdict.Subject, ErasureAction.Delete, [new RowKey(1L)], [], [], null)])))
                : source.Seal(key, RequestSource.PlanPlace, new RectificationOrder(new WalkRequest([], []), new RectificationPlan(1, [])));
            source.PreflightPassed = true;
        }
    });

    public async Task<int> VersionAsync(Guid id)
    {
        await using var db = portal.Db();
        return await db.Set<SubjectRequest>().Where(r => r.Id == id).Select(r => r.Version).SingleAsync();
    }

    public async Task<RequestStatus> StatusAsync(Guid id)
    {
        await using var db = portal.Db();
        return await db.Set<SubjectRequest>().Where(r => r.Id == id).Select(r => r.Status).SingleAsync();
    }

    public async Task<RequestSheet> SheetAsync(Guid id, Actor? actor = null)
    {
        await using var db = portal.Db();
        var reference = await db.Set<SubjectRequest>().Where(r => r.Id == id).Select(r => r.Reference).SingleAsync();
        return (await Queries.SheetAsync(actor ?? TestPortal.Dpo, reference, default)).Value!;
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private async Task<List<RequestSource>> SourcesAsync(Guid id)
    {
        await using var db = portal.Db();
        return await db.Set<RequestSource>().Where(s => s.RequestId == id).ToListAsync();
    }
}
