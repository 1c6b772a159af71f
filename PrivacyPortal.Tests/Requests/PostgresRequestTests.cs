using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Connectors;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>The same requests as on SQLite, on Chinook in PostgreSQL, from receipt to proof.</summary>
public sealed class PostgresRequestTests
{
    [Fact]
    public async Task Access_rectification_erasure_in_part_and_erasure_of_all_are_answered_from_PostgreSQL()
    {
        using var shop = new PostgresSource(ChinookShop.Postgres);
        await using var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        await using var desk = new ChinookDesk(portal, await AddAsync(portal, shop), owned: false);

        var access = await desk.FoundAsync(SubjectRight.Access, "LUISG@embraer.com.br");
        Do(await desk.Desk.ReviewAsync(TestPortal.Dpo, access, await desk.VersionAsync(access), desk.Source, SourceReview.AsSuggested, default));
        Do(await desk.Desk.DecideAsync(TestPortal.Dpo, access, await desk.VersionAsync(access), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
        Assert.Equal(RequestStatus.Answering, (await desk.SheetAsync(access)).Row.Status);

        var before = Others(shop, 2);
        var rectification = await desk.FoundAsync(SubjectRight.Rectification, "leonekohler@surfeu.de");
        var corrected = SourceReview.AsSuggested with { Corrections = [new(new RowRef("customer", new RowKey(2L)), "email", "leonekohler@surfeu.de", "leonie@koehler.example")] };
        Do(await desk.Desk.ReviewAsync(TestPortal.Dpo, rectification, await desk.VersionAsync(rectification), desk.Source, corrected, default));
        await desk.ExecuteAsync(rectification);
        Assert.Equal("leonie@koehler.example", shop.Value("SELECT email FROM customer WHERE customer_id = 2"));
        Assert.Equal(before, Others(shop, 2));

        before = Others(shop, 4);
        var part = await desk.FoundAsync(SubjectRight.Erasure, "bjorn.hansen@yahoo.no");
        Do(await desk.Desk.ReviewAsync(TestPortal.Dpo, part, await desk.VersionAsync(part), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(part);
        var sheet = await desk.SheetAsync(part);
        Assert.Equal((RequestStatus.Closed, RequestOutcome.PartlyFulfilled), (sheet.Row.Status, sheet.Row.Outcome));
        Assert.Equal(["'[erased]' | null | null"], shop.Rows("SELECT email, phone, fax FROM customer WHERE customer_id = 4"));
        Assert.Equal(before, Others(shop, 4));
        Assert.True(Assert.Single(sheet.Sources).Execution!.Tidy!.ByServer);

        before = Others(shop, 3);
        var all = await desk.FoundAsync(SubjectRight.Erasure, "ftremblay@gmail.com");
        var everything = SourceReview.AsSuggested with { Erasures = [.. new[] { "customer", "invoice", "invoice_line" }.Select(t => new ErasureDecision(t, Verdict.Subject, RowErasure.Delete, null, []))] };
        Do(await desk.Desk.ReviewAsync(TestPortal.Dpo, all, await desk.VersionAsync(all), desk.Source, everything, default));
        await desk.ExecuteAsync(all);
        Assert.Equal(RequestOutcome.Fulfilled, (await desk.SheetAsync(all)).Row.Outcome);
        Assert.Equal((0L, 0L), (shop.Value("SELECT count(*) FROM customer WHERE customer_id = 3"), shop.Value("SELECT count(*) FROM invoice WHERE customer_id = 3")));
        Assert.Equal(before, Others(shop, 3));
    }

    [Fact]
    public async Task That_no_data_are_held_is_said_with_the_tables_that_may_hide_some()
    {
        using var shop = new PostgresSource(ChinookShop.Postgres);
        shop.Run("""
            DO $$ BEGIN CREATE ROLE hidden LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            GRANT SELECT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO hidden;
            """);
        await using var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        await using var desk = new ChinookDesk(portal, await AddAsync(portal, shop, "hidden"), owned: false);
        shop.Run("ALTER TABLE customer ENABLE ROW LEVEL SECURITY");

        var id = await desk.FoundAsync(SubjectRight.Access, "luisg@embraer.com.br");
        Assert.Equal(["Customers"], Assert.Single((await desk.SheetAsync(id)).Sources).Summary.Hidden);
        Do(await desk.Desk.DecideAsync(TestPortal.Dpo, id, await desk.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
        Do(await desk.Desk.AnswerAsync(TestPortal.Dpo, id, await desk.VersionAsync(id), new(RequestChannel.Letter, new(2026, 11, 20)), default));
        Assert.Equal(ReceiptKind.NoData, (await desk.ReceiptsAsync(id))[^1]);
        var text = await TrueReceiptTests.LastAsync(desk, id);
        Assert.Contains("Shop: Customers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ne détenons aucune donnée", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_rule_may_hide_is_told_by_the_erasure_and_by_the_copy_and_makes_them_partial()
    {
        using var shop = new PostgresSource(ChinookShop.Postgres);
        shop.Run("""
            DO $$ BEGIN CREATE ROLE hidden LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
            GRANT SELECT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO hidden;
            """);
        await using var portal = await TestPortal.StartAsync(services => services.AddReceipts().AddSettings().AddDataMap().AddRequests()
            .AddSingleton<RequestRulesReader>((_, _) => Task.FromResult<RequestRules?>(new(DeadlineProfile.Eu, "FR", "Europe/Paris", false))));
        await using var desk = new ChinookDesk(portal, await AddAsync(portal, shop, "hidden"), owned: false);
        shop.Run("ALTER TABLE customer ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON customer TO hidden USING (customer_id < 30)");

        var access = await desk.FoundAsync(SubjectRight.Access, "luisg@embraer.com.br");
        Do(await desk.Desk.ReviewAsync(TestPortal.Dpo, access, await desk.VersionAsync(access), desk.Source, SourceReview.AsSuggested, default));
        Do(await desk.Desk.DecideAsync(TestPortal.Dpo, access, await desk.VersionAsync(access), DecisionKind.Grant, [], null, default));
        await desk.RunAsync();
        var package = (await portal.DocumentAsync(TestPortal.Dpo, (await desk.SheetAsync(access)).Row.Reference)).Value!;
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(package.Content));
        foreach (var name in new[] { "index.html", "data.json" })
        {
            using var entry = new StreamReader(zip.GetEntry(name)!.Open());
            Assert.Contains("Shop: Customers", await entry.ReadToEndAsync(), StringComparison.Ordinal);
        }

        var erasure = await desk.FoundAsync(SubjectRight.Erasure, "leonekohler@surfeu.de");
        Do(await desk.Desk.ReviewAsync(TestPortal.Dpo, erasure, await desk.VersionAsync(erasure), desk.Source, SourceReview.AsSuggested, default));
        await desk.ExecuteAsync(erasure);
        Assert.Equal(RequestOutcome.PartlyFulfilled, (await desk.SheetAsync(erasure)).Row.Outcome);
        var text = await TrueReceiptTests.LastAsync(desk, erasure);
        Assert.Contains("Recherche incomplète", text, StringComparison.Ordinal);
        Assert.Contains("Shop: Customers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("de tous les systèmes", text, StringComparison.Ordinal);
    }

    private static async Task<Guid> AddAsync(TestPortal portal, PostgresSource shop, string? role = null)
    {
        var desk = portal.Get<DataSourceDesk>();
        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.PostgreSql, Tests.DataMap.Given.Shop, new SourceConnection { Server = shop.Address(role) }, default)).Value;
        Assert.Null(await desk.ImportMapAsync(TestPortal.Dpo, id, ChinookShop.PostgresMapYaml, await portal.VersionAsync(id), default));
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, id, "First map", await portal.VersionAsync(id), default)).Refusal);
        return id;
    }

    /// <summary>Everything that is not the customer's.</summary>
    private static List<string> Others(PostgresSource shop, int customer) =>
    [
        .. shop.Rows($"SELECT * FROM customer WHERE customer_id <> {customer} ORDER BY 1"),
        .. shop.Rows($"SELECT * FROM invoice WHERE customer_id <> {customer} ORDER BY 1"),
        .. shop.Rows($"SELECT l.* FROM invoice_line l JOIN invoice USING (invoice_id) WHERE customer_id <> {customer} ORDER BY 1"),
        .. shop.Rows("SELECT * FROM employee ORDER BY 1"),
        .. shop.Rows("SELECT * FROM track ORDER BY 1"),
    ];
}
