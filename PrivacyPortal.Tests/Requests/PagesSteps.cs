using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Runs queued steps with results of its own: a shop that holds a customer, their orders and a conversation shared with somebody else.</summary>
public sealed class PagesSteps(StepQueue queue, RequestDesk desk, KeyVault vault, TimeProvider clock) : BackgroundService
{
    private static readonly Guid Shop = Guid.Parse("00000000-0000-0000-0000-00000000f001");

    public static IReadOnlyList<RequestableSource> Sources { get; } = [new(Shop, "Shop", false, new SourceMap
    {
        Tables =
        [
            new TableMap
            {
                Name = "customer", Title = "Customers", Role = TableRole.People, Purpose = "Sales", LegalBasis = "contract", Retention = "Three years", Recipients = ["Carrier"],
                Fields =
                [
                    new FieldMap { Name = "email", Title = "E-mail", Category = "contact.email", Identity = "email" },
                    new FieldMap { Name = "name", Title = "Name", Category = "identity.name", OnErasure = FieldErasure.Replace, Replacement = "erased" },
                    new FieldMap { Name = "phone", Title = "Telephone", Category = "contact.phone", Identity = "phone" },
                ],
            },
            new TableMap
            {
                Name = "invoice", Title = "Invoices", Purpose = "Bookkeeping", LegalBasis = "legal-obligation", Retention = "Ten years", OnErasure = RowErasure.Keep,
                Keep = new KeepRule(KeepGround.LegalObligation, Months: 120, Law: "Code de commerce, art. L123-22"),
                Fields = [new FieldMap { Name = "amount", Title = "Amount", Category = "commerce.invoice" }, new FieldMap { Name = "address", Title = "Billing address", Category = "contact.address" }],
            },
            new TableMap
            {
                Name = "message", Title = "Messages", Purpose = "Support", LegalBasis = "contract", Retention = "180 days",
                Fields = [new FieldMap { Name = "body", Title = "Text", Category = "content.message" }],
            },
        ],
    })];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var step in await queue.WaitingAsync(null, stoppingToken))
            {
                if (await queue.ClaimAsync(step.Id, stoppingToken) is { } ticket)
                {
                    await desk.SettleAsync(ticket, StepOutcome.Done(null, (db, ct) => KeepAsync(db, ticket, ct)), stoppingToken);
                }
            }

            await Task.Delay(100, stoppingToken);
        }
    }

    private async Task KeepAsync(PortalDbContext db, StepTicket ticket, CancellationToken ct)
    {
        var request = await db.Set<SubjectRequest>().SingleAsync(r => r.Id == ticket.RequestId, ct);
        var key = (await vault.FindKeyAsync(db, request.FindingsKey, ct))!;
        var source = await db.Set<RequestSource>().SingleOrDefaultAsync(s => s.RequestId == request.Id && s.SourceId == ticket.SourceId, ct);
        var now = clock.GetUtcNow();
        switch (ticket.Phase)
        {
            case StepPhase.Search:
                Search(db, ticket, request, key, source ?? db.Add(new RequestSource { Id = Guid.NewGuid(), RequestId = request.Id, SourceId = Shop }).Entity, now);
                break;
            case StepPhase.Preflight:
                source!.Plan = request.Right == SubjectRight.Erasure
                    ? source.Seal(key, RequestSource.PlanPlace, new ErasurePlan(1, []))
                    : source.Seal(key, RequestSource.PlanPlace, new RectificationPlan(1, []));
                source.PreflightPassed = true;
                source.Preflight = JsonSerializer.Serialize(new PreflightReport(Changes(request.Right), [], []));
                source.Lines = request.Right == SubjectRight.Erasure
                    ? JsonSerializer.Serialize<PlanLine[]>([new("invoice", "Invoices", "commerce.invoice", PlanAct.Kept, 2, KeepGround.LegalObligation, new DateOnly(2036, 12, 31), "Code de commerce, art. L123-22")])
                    : "[]";
                break;
            case StepPhase.Execute:
                source!.Execution = JsonSerializer.Serialize(new ExecutionResult(ExecutionOutcome.Done, Changes(request.Right), [], new TidyReport(false, 0, false)));
                source.ExecutedAt = now;
                break;
            case StepPhase.Verify:
                source!.Verification = JsonSerializer.Serialize(new VerificationReport([], [], 412));
                source.VerifiedAt = now;
                break;
            case StepPhase.Notify:
                db.Add(new RequestRecipient { Id = Guid.NewGuid(), RequestId = request.Id, Name = "Carrier" });
                break;
        }
    }

    private static TableChange[] Changes(SubjectRight right) => right == SubjectRight.Erasure
        ? [new("customer", ErasureAction.Shell, 1), new("message", ErasureAction.Delete, 3), new("invoice", ErasureAction.Keep, 2)]
        : [new("customer", ErasureAction.Fields, 1)];

    private static void Search(PortalDbContext db, StepTicket ticket, SubjectRequest request, FileKey key, RequestSource source, DateTimeOffset now)
    {
        FoundRow[] customers = [Row("customer", 7, Verdict.Subject, ("email", "luisg@embraer.com.br"), ("name", "Luís Gonçalves"), ("phone", "+55 12 3923-5555"))];
        FoundRow[] invoices = [Row("invoice", 98, Verdict.Subject, ("amount", 3.98), ("address", "Av. Brigadeiro Faria Lima, 2170")), Row("invoice", 121, Verdict.Subject, ("amount", 13.86), ("address", "Av. Brigadeiro Faria Lima, 2170"))];
        FoundRow[] messages =
        [
            Row("message", 1, Verdict.Subject, ("body", "Bonjour, ma commande n’est pas arrivée. <b>Merci</b>")),
            Row("message", 2, Verdict.Subject, ("body", "C’est pour ma sœur Inès, 06 12 34 56 78.")),
            Row("message", 3, Verdict.Subject, ("body", string.Join(' ', Enumerable.Repeat("Une longue réponse sur la livraison.", 20)))),
        ];
        FoundRow[] shared = [new("message", Verdict.Both, new RowKey(4L), [new FoundField("body", null, Withheld: true)])];
        (string Table, string Title, Verdict Verdict, FoundRow[] Rows, string Path, string[] Categories)[] found =
        [
            ("customer", "Customers", Verdict.Subject, customers, "Customers.E-mail", ["contact.email", "identity.name", "contact.phone"]),
            ("invoice", "Invoices", Verdict.Subject, invoices, "Customers.E-mail → Invoices.Customer", ["commerce.invoice", "contact.address"]),
            ("message", "Messages", Verdict.Subject, messages, "Customers.E-mail → Conversations → Messages", ["content.message"]),
            ("message", "Messages", Verdict.Both, shared, "Customers.E-mail → Conversations → Messages", ["content.message"]),
        ];
        var walk = new WalkResult
        {
            MapVersion = 1,
            Findings = [.. found.Select(f => new Finding(f.Table, f.Verdict, [.. f.Rows.Select(r => r.Key)], f.Path))],
            ThirdParties = [new ThirdPartyCount("message", 5)],
            Ambiguities = [],
            Proposals = [new Proposal(new Identity("phone", "+55 12 3923-5555"), "customer", "phone")],
            Unreached = [new UnreachedTable("visit", ["visitor-id"])],
            Uncastables = [],
        };
        (source.SourceName, source.MapVersion, source.SearchedAt, source.Rows, source.ThirdPartyRows) = ("Shop", 1, now, 7, 5);
        (source.SearchStep, source.SearchToken) = (ticket.Id, ticket.Token);
        source.Found = source.Seal(key, RequestSource.FoundPlace, walk);
        source.Review = null;
        source.Summary = JsonSerializer.Serialize(new SourceSummary(
            [.. found.Select(f => new TableCount(f.Table, f.Title, f.Verdict, f.Rows.Length, f.Path, f.Categories))], walk.ThirdParties, walk.Unreached, []));
        foreach (var (part, ordinal) in found.Select((f, i) => (f, i)))
        {
            db.Add(new RequestRows
            {
                RequestId = request.Id, SourceId = Shop, StepId = ticket.Id, Token = ticket.Token, Ordinal = ordinal, Table = part.Table, Verdict = part.Verdict,
                Count = part.Rows.Length, Box = RequestRows.Seal(key, ticket.Id, ticket.Token, ordinal, part.Rows),
            });
        }
    }

    private static FoundRow Row(string table, long id, Verdict verdict, params (string Name, object Value)[] fields) =>
        new(table, verdict, new RowKey(id), [.. fields.Select(f => new FoundField(f.Name, f.Value))]);
}
