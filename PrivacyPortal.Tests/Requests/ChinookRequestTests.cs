using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
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

/// <summary>Requests on a real database, from receipt to proof, by the steps that the product runs.</summary>
public class ChinookRequestTests
{
    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task Access_hands_over_what_is_the_customers_and_nothing_of_anybody_elses()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Access, "luisg@embraer.com.br");
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestStatus.Answering, sheet.Row.Status);

        var file = (await desk.Portal.DocumentAsync(Dpo, sheet.Row.Reference)).Value!;
        Assert.Equal(Refusal.Forbidden, (await desk.Portal.Get<RequestDocuments>().DownloadAsync(TestPortal.Auditor, sheet.Row.Reference, null, default)).Refusal);
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        Assert.Superset(new HashSet<string> { "report.pdf", "data.json", "index.html" }, zip.Entries.Select(e => e.FullName).ToHashSet());
        Assert.Contains(zip.Entries, e => e.FullName.StartsWith("csv/shop-customer", StringComparison.Ordinal));
        var json = Read(zip, "data.json");
        Assert.Contains("luisg@embraer.com.br", json, StringComparison.Ordinal);
        Assert.DoesNotContain("leonekohler", json, StringComparison.Ordinal);
        Assert.DoesNotContain("jane@chinookcorp.com", json, StringComparison.Ordinal);

        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Email, new(2026, 11, 20)), default));
        Assert.Equal([ReceiptKind.Acknowledgement, ReceiptKind.AccessReport, ReceiptKind.AccessAnswer], await desk.ReceiptsAsync(id));
    }

    [Fact]
    public async Task Portability_hands_over_what_was_provided_under_contract_and_leaves_the_books_out()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Portability, "luisg@embraer.com.br");
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Email, new(2026, 11, 20)), default));

        var reference = (await desk.SheetAsync(id)).Row.Reference;
        var file = (await desk.Portal.DocumentAsync(Dpo, reference)).Value!;
        using var zip = new ZipArchive(new MemoryStream(file.Content));
        Assert.Equal(["csv/shop-customer.csv", "data.json"], zip.Entries.Select(e => e.FullName).Order());
        Assert.Contains("luisg@embraer.com.br", Read(zip, "data.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("Invoice", Read(zip, "data.json"), StringComparison.Ordinal);
        Assert.Equal([ReceiptKind.Acknowledgement, ReceiptKind.Portability], await desk.ReceiptsAsync(id));
        var receipt = (await desk.Portal.Get<ReceiptQueries>().OfAsync(Dpo, reference, default)).Value![^1];
        var text = Pdf.PdfTools.Text((await desk.Portal.Get<ReceiptQueries>().DownloadAsync(Dpo, receipt.Id, default)).Value!.Content);
        Assert.Contains("Adresse e-mail", text, StringComparison.Ordinal);
        Assert.Contains("Factures", text, StringComparison.Ordinal);
        Assert.DoesNotContain("luisg@embraer", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rectification_changes_the_fields_decided_and_proves_it()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Rectification, "leonekohler@surfeu.de");
        var before = desk.Others("leonekohler@surfeu.de");
        var found = (await desk.Queries.FindingsAsync(Dpo, id, desk.Source, default)).Value!.Found;
        var customer = found.Findings.Single(f => f.Table == "Customer" && f.Verdict == Verdict.Subject).Rows[0];
        var review = SourceReview.AsSuggested with { Corrections = [new(new RowRef("Customer", customer), "Email", "leonekohler@surfeu.de", "leonie@koehler.example")] };
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, review, default));
        await desk.ExecuteAsync(id);

        Assert.Equal(1L, desk.Scalar("SELECT count(*) FROM Customer WHERE Email = 'leonie@koehler.example'"));
        Assert.Equal(before, desk.Others("leonie@koehler.example"));
        Assert.Equal(ReceiptKind.Rectification, (await desk.ReceiptsAsync(id))[^1]);
        var own = Assert.Single((await desk.SheetAsync(id)).Documents);
        Assert.EndsWith("-rectification.pdf", own.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasure_keeps_what_the_law_demands_and_leaves_no_value_in_any_file()
    {
        await using var desk = await StartAsync();
        const string Email = "bjorn.hansen@yahoo.no";
        var id = await desk.FoundAsync(SubjectRight.Erasure, Email);
        var before = desk.Others(Email);
        var phone = (string)desk.Scalar($"SELECT Phone FROM Customer WHERE Email = '{Email}'")!;
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested with { Compact = true }, default));
        await desk.ExecuteAsync(id);

        var sheet = await desk.SheetAsync(id);
        Assert.Equal((RequestStatus.Closed, RequestOutcome.PartlyFulfilled), (sheet.Row.Status, sheet.Row.Outcome));
        Assert.True(Assert.Single(sheet.Sources).Verification!.Passed);
        Assert.Contains(sheet.Reasons, r => r is { Ground: RefusalGround.LegalObligation, Until: not null });
        Assert.Equal(before, desk.Others(Email));
        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(desk.Path));
        Assert.DoesNotContain(Email, bytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(phone, bytes, StringComparison.Ordinal);

        // The values found are gone with their key; the ledger knows who by keyed hash only.
        await using var db = desk.Portal.Db();
        var request = await db.Set<SubjectRequest>().SingleAsync(r => r.Id == id);
        Assert.Null(await desk.Portal.Get<KeyVault>().FindKeyAsync(db, request.FindingsKey, default));
        Assert.Empty(await db.Set<RequestRows>().Where(r => r.RequestId == id).ToListAsync());
        Assert.DoesNotContain(Email, Assert.Single(await db.Set<ErasureLedgerEntry>().ToListAsync()).Identities, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_unknown_is_told_where_was_sought()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Erasure, "nobody@nowhere.example");
        Do(await desk.Desk.DecideAsync(Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        Do(await desk.Desk.AnswerAsync(Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));

        Assert.Equal(RequestOutcome.NoData, (await desk.SheetAsync(id)).Row.Outcome);
        Assert.Equal(ReceiptKind.NoData, (await desk.ReceiptsAsync(id))[^1]);
    }

    [Fact]
    public async Task Under_a_hold_the_answer_leaves_with_everything_kept_and_lifting_it_opens_a_new_file()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Erasure, "bjorn.hansen@yahoo.no");
        Do(await desk.Desk.HoldAsync(Dpo, id, await desk.VersionAsync(id), HoldScope.Subject, null, null, new(2027, 12, 31), "A trial.", default));
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(id);

        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestOutcome.PartlyFulfilled, sheet.Row.Outcome);
        Assert.Contains(sheet.Reasons, r => r is { Ground: RefusalGround.LegalClaims, Until: { Year: 2027 } });
        Assert.Equal(1L, desk.Scalar("SELECT count(*) FROM Customer WHERE Email = 'bjorn.hansen@yahoo.no'"));

        Do(await desk.Desk.ReleaseAsync(Dpo, id, sheet.Version, Assert.Single(sheet.Holds).Id, "It ended.", default));
        var again = Assert.Single((await desk.SheetAsync(id)).Links);
        Assert.Equal((RequestLinkKind.HoldLifted, RequestStatus.Received), (again.Kind, again.Status));
        Assert.Null((await desk.SheetAsync(again.Id)).Subject!.Message);
        Assert.Null(Assert.Single((await desk.SheetAsync(again.Id)).Timeline).Note);
        Assert.Equal(1L, desk.Scalar("SELECT count(*) FROM Customer WHERE Email = 'bjorn.hansen@yahoo.no'"));
    }

    [Fact]
    public async Task Lifting_a_hold_opens_no_file_for_an_erasure_in_which_it_kept_nothing()
    {
        await using var desk = await StartAsync();
        var id = await desk.FoundAsync(SubjectRight.Erasure, "bjorn.hansen@yahoo.no");
        Do(await desk.Desk.HoldAsync(Dpo, id, await desk.VersionAsync(id), HoldScope.Category, null, "health", new(2027, 12, 31), "A trial.", default));
        Do(await desk.Desk.ReviewAsync(Dpo, id, await desk.VersionAsync(id), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(id);
        var sheet = await desk.SheetAsync(id);
        Do(await desk.Desk.ReleaseAsync(Dpo, id, sheet.Version, Assert.Single(sheet.Holds).Id, "It ended.", default));

        Assert.Empty((await desk.SheetAsync(id)).Links);
    }

    [Fact]
    public async Task A_source_that_is_gone_is_a_failed_step_and_never_no_data()
    {
        await using var desk = await StartAsync();
        File.Move(desk.Path, desk.Path + ".away");
        var id = await desk.ReceiveAsync(SubjectRight.Access, "luisg@embraer.com.br");
        Do(await desk.Desk.ConfirmIdentityAsync(Dpo, id, await desk.VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await desk.Desk.SearchAsync(Dpo, id, await desk.VersionAsync(id), default));
        await desk.RunAsync();

        var sheet = await desk.SheetAsync(id);
        Assert.Equal(RequestStatus.NeedsAttention, sheet.Row.Status);
        Assert.Equal(StepCause.SourceMissing, Assert.Single(sheet.Steps).Cause);
        Assert.Empty(sheet.Sources);
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static async Task<ChinookDesk> StartAsync()
    {
        var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        return new ChinookDesk(portal, await portal.ChinookAsync());
    }
}

/// <summary>The desk with Chinook as its one source, and the steps of the product run one by one.</summary>
internal sealed class ChinookDesk(TestPortal portal, Guid source, bool owned = true) : IAsyncDisposable
{
    public TestPortal Portal => portal;

    public Guid Source => source;

    public string Path => System.IO.Path.Combine(portal.Folder, "chinook.db");

    public RequestDesk Desk => portal.Get<RequestDesk>();

    public RequestQueries Queries => portal.Get<RequestQueries>();

    public async Task<Guid> ReceiveAsync(SubjectRight right, string email, string? phone = null)
    {
        var subject = new SubjectFile("A Customer", [new Identity(IdentityKinds.Email, email), .. phone is null ? [] : new[] { new Identity(IdentityKinds.Phone, phone) }]);
        return (await Desk.ReceiveAsync(TestPortal.Dpo, new Intake([right], RequestChannel.Letter, "fr", subject), default)).Value![0].Id;
    }

    public async Task<Guid> FoundAsync(SubjectRight right, string email, string? phone = null)
    {
        var id = await ReceiveAsync(right, email, phone);
        Do(await Desk.ConfirmIdentityAsync(TestPortal.Dpo, id, await VersionAsync(id), IdentityProof.Certain, "Known.", default));
        Do(await Desk.SearchAsync(TestPortal.Dpo, id, await VersionAsync(id), default));
        await RunAsync();
        Assert.Equal(RequestStatus.InReview, (await SheetAsync(id)).Row.Status);
        return id;
    }

    /// <summary>From the review to the answer.</summary>
    public async Task ExecuteAsync(Guid id, RecipientNotice notice = RecipientNotice.Told, Conclusion? conclusion = null)
    {
        Do(await Desk.PreflightAsync(TestPortal.Dpo, id, await VersionAsync(id), default));
        await RunAsync();
        var preflight = Assert.Single((await SheetAsync(id)).Sources).Preflight!;
        Assert.True(preflight.Passed, string.Join(", ", preflight.Failures));
        Do(await Desk.DecideAsync(TestPortal.Dpo, id, await VersionAsync(id), DecisionKind.Grant, [], null, conclusion, default));
        await RunAsync();
        var sheet = await SheetAsync(id);
        Assert.True(sheet.Row.Status == RequestStatus.Answering, string.Join(", ", sheet.Steps.Select(s => $"{s.Phase} {s.State} {s.Cause}")));
        foreach (var recipient in sheet.Recipients)
        {
            Do(await Desk.TellAsync(TestPortal.Dpo, id, await VersionAsync(id), recipient.Id, notice, new(2026, 11, 20), "By letter.", default));
        }

        Do(await Desk.AnswerAsync(TestPortal.Dpo, id, await VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
    }

    public async Task RunAsync()
    {
        var queue = portal.Get<StepQueue>();
        while (await queue.WaitingAsync(null, default) is { Count: > 0 } waiting)
        {
            foreach (var step in waiting)
            {
                if (await queue.ClaimAsync(step.Id, default) is { } ticket)
                {
                    await Desk.SettleAsync(ticket, await portal.Get<StepWork>()(ticket, default), default);
                }
            }
        }
    }

    public async Task<RequestSheet> SheetAsync(Guid id) =>
        (await Queries.SheetAsync(TestPortal.Dpo, (await Queries.OfSubjectAsync(TestPortal.Dpo, id, default)).Value!.Single(r => r.Id == id).Reference, default)).Value!;

    public async Task<int> VersionAsync(Guid id)
    {
        await using var db = portal.Db();
        return await db.Set<SubjectRequest>().Where(r => r.Id == id).Select(r => r.Version).SingleAsync();
    }

    public async Task<List<ReceiptKind>> ReceiptsAsync(Guid id) =>
        [.. (await portal.Get<ReceiptQueries>().OfAsync(Dpo, (await SheetAsync(id)).Row.Reference, default)).Value!.Select(r => r.Kind)];

    public object? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Every customer but the one, as one text to compare.</summary>
    public string Others(string email) => (string)Scalar(
        $"SELECT group_concat(CustomerId || FirstName || LastName || coalesce(Company,'') || coalesce(Address,'') || coalesce(Phone,'') || coalesce(Fax,'') || Email, '|') FROM Customer WHERE Email <> '{email}' AND FirstName <> 'Bjørn'")!;

    public ValueTask DisposeAsync() => owned ? portal.DisposeAsync() : ValueTask.CompletedTask;
}
