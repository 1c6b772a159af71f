using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PrivacyPortal.Tests.Connectors;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Browser;

/// <summary>
/// The main job from end to end on a real database, by nothing but the pages: an administrator registers the shop and describes it, a DPO puts its map in force and
/// answers four people. Whoever did not ask keeps every byte of every row.
/// </summary>
public abstract partial class ChinookJourneyTests(OrganisedApp app, TestSource shop, Func<string, string> named) : IClassFixture<OrganisedApp>, IDisposable
{
    [Fact]
    public async Task A_shop_is_registered_and_mapped_and_four_of_its_customers_are_answered()
    {
        var four = new FourPeople(shop, named);
        await MapAsync();
        var page = await app.OpenAsAsync(TestPortal.Dpo);
        var dpo = new RequestSteps(page);
        await AccessAsync(page, dpo);
        await RectifyAsync(page, dpo);
        await EraseInPartAsync(page, dpo);
        await EraseAllAsync(page, dpo);
        four.AssertAnswered();
    }

    public void Dispose()
    {
        shop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Fills in how the shop is reached.</summary>
    private protected abstract Task ConnectAsync(SourceSteps form);

    /// <summary>Has the file rewritten, where the portal reaches one.</summary>
    private protected abstract Task CompactAsync(ILocator tick);

    private async Task MapAsync()
    {
        var page = await app.OpenAsAsync(TestPortal.Admin);
        var administrator = new SourceSteps(page, named);
        await administrator.RegisterAsync(ConnectAsync);
        await administrator.MapAsync();

        var dpo = await app.OpenAsAsync(TestPortal.Dpo, language: "fr-FR");
        await new RequestSteps(dpo).OpenAsync(page.Url);
        await Expect(dpo.Locator("summary", new() { HasText = named("Customer") })).ToBeVisibleAsync();
        await dpo.GetByRole(AriaRole.Button, new() { Name = "Confirmer la cartographie" }).ClickAsync();
        await Expect(dpo.GetByText("La version 1 est en vigueur.")).ToBeVisibleAsync(RequestSteps.Patiently);
    }

    private async Task AccessAsync(IPage page, RequestSteps dpo)
    {
        await dpo.RecordAsync("Access", "Luís Gonçalves", FourPeople.Luis.ToUpperInvariant());
        await dpo.SearchAsync();
        await dpo.FollowAsync("Findings");
        foreach (var found in new[] { "Customers 1 row", "Invoices 7 rows", "Invoice lines 38 rows", named("Track") + " 38 rows" })
        {
            await dpo.SeeAsync(found);
        }

        // The support representative is counted as somebody else, and no more.
        await Expect(page.GetByText("Employees: 1")).ToBeVisibleAsync();
        await page.GetByText("Show the rows").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = FourPeople.Luis })).ToBeVisibleAsync(RequestSteps.Patiently);

        await dpo.FollowAsync("Go to the plan");
        await dpo.PressAsync("Confirm the plan");
        await dpo.PressAsync("Decide");
        await dpo.AnswerAsync("Decide: release the copy");
        await dpo.SeeAsync("Hand over the answer");
        await dpo.FollowAsync("Proof and documents");
        AssertHis(await dpo.TakeAnswerAsync("Access package (ZIP)"));
        await dpo.HandOverAsync("fulfilled");
    }

    private void AssertHis(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(zip.GetEntry("data.json")!.Open());
        var json = reader.ReadToEnd();
        using var data = JsonDocument.Parse(json);
        Assert.Equal(
            [("Customers", 1), ("Invoice lines", 38), ("Invoices", 7), (named("Track"), 38)],
            data.RootElement.GetProperty("tables").EnumerateArray().Select(t => (t.GetProperty("title").GetString()!, t.GetProperty("rows").GetArrayLength())).Order());
        Assert.Equal([FourPeople.Luis], Mail().Matches(json).Select(m => m.Value).Distinct());
        Assert.DoesNotContain("Peacock", json, StringComparison.Ordinal);
    }

    private async Task RectifyAsync(IPage page, RequestSteps dpo)
    {
        await dpo.RecordAsync("Rectification", "Leonie Köhler", FourPeople.Leonie);
        await dpo.SearchAsync();
        await dpo.FollowAsync("Go to the plan");
        await page.GetByText("Show the rows").First.ClickAsync();
        foreach (var (field, after) in new[] { ("Email", FourPeople.LeoniesNewEmail), ("Address", FourPeople.LeoniesNewAddress) })
        {
            await dpo.PressAsync($"Correct {named(field)}");
            await page.GetByLabel("After").FillAsync(after);
            await dpo.AnswerAsync("Apply");
            await Expect(page.GetByRole(AriaRole.Insertion).Filter(new() { HasText = after })).ToBeVisibleAsync(RequestSteps.Patiently);
        }

        await dpo.RunDryAsync();
        await dpo.PressAsync("Decide");
        await dpo.AnswerAsync("Decide: correct");
        await dpo.SeeProofAsync("Verified");
        await Expect(page.GetByText("Each corrected value read again: all fields as corrected")).ToBeVisibleAsync();
        await Expect(page.GetByText("Values read again: 2")).ToBeVisibleAsync();
        await Expect(page.GetByText("The same search again")).ToHaveCountAsync(0);
        await dpo.HandOverAsync("fulfilled");
    }

    private async Task EraseInPartAsync(IPage page, RequestSteps dpo)
    {
        await dpo.RecordAsync("Erasure", "Mark Philips", FourPeople.Mark);
        await dpo.SearchAsync();
        await dpo.FollowAsync("Go to the plan");
        await CompactAsync(page);
        await dpo.RunDryAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Customers Fields erased, row kept 1", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("Legal obligation, art. 17(3)(b), until 31 Dec 2036").First).ToBeVisibleAsync();

        await dpo.PressAsync("Decide");
        await dpo.AnswerAsync("Decide: erase");
        await Expect(dpo.Dialog.GetByText("Tick that you have read what will be destroyed.")).ToBeVisibleAsync(RequestSteps.Patiently);
        await Expect(dpo.Dialog.GetByText("Say on which ground, or that there is none.")).ToBeVisibleAsync();
        await dpo.ConfirmErasureAsync();
        await dpo.HandOverAsync("partly fulfilled");

        var receipt = await dpo.DownloadAsync("Receipt of erasure");
        var told = PdfTools.Text(receipt);
        Assert.Contains("17(3)(b)", told, StringComparison.Ordinal);
        Assert.Contains("31/12/2036", told, StringComparison.Ordinal);
        Assert.DoesNotContain(FourPeople.Mark, told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Signature is Valid", PdfTools.Signatures(receipt), StringComparison.Ordinal);
    }

    private async Task EraseAllAsync(IPage page, RequestSteps dpo)
    {
        await dpo.RecordAsync("Erasure", "Bjørn Hansen", FourPeople.Bjorn);
        await dpo.SearchAsync();
        await dpo.FollowAsync("Go to the plan");
        foreach (var table in new[] { "Customers", "Invoices", "Invoice lines" })
        {
            await page.GetByLabel($"Decision for {table}", new() { Exact = true }).SelectOptionAsync("Delete");
        }

        await CompactAsync(page);
        await dpo.RunDryAsync();
        await dpo.EraseAsync();
        await dpo.HandOverAsync("fulfilled");
    }

    private async Task CompactAsync(IPage page)
    {
        await Expect(page.GetByText("It would read about")).ToBeVisibleAsync(RequestSteps.Patiently);
        await CompactAsync(page.GetByLabel("Rewrite the database file"));
    }

    [GeneratedRegex(@"[\w.]+@[\w.]+")]
    private static partial Regex Mail();
}

/// <summary>On a SQLite file, whose bytes are searched too.</summary>
public sealed class SqliteJourneyTests : ChinookJourneyTests
{
    private readonly SourceFile file;

    public SqliteJourneyTests(OrganisedApp app)
        : this(app, ChinookShop.OnSqlite())
    {
    }

    private SqliteJourneyTests(OrganisedApp app, SourceFile file)
        : base(app, file, name => name) => this.file = file;

    private protected override Task ConnectAsync(SourceSteps form) => form.TypeAsync("source-path", file.Path);

    private protected override Task CompactAsync(ILocator tick) => tick.CheckAsync();
}

/// <summary>On PostgreSQL, by a role that may do no more than README.md says.</summary>
public sealed class PostgresJourneyTests : ChinookJourneyTests
{
    private readonly PostgresSource database;

    public PostgresJourneyTests(OrganisedApp app)
        : this(app, new PostgresSource(ChinookShop.Postgres))
    {
    }

    private PostgresJourneyTests(OrganisedApp app, PostgresSource database)
        : base(app, database, ChinookShop.Snake) => this.database = database;

    private protected override async Task ConnectAsync(SourceSteps form)
    {
        var address = database.AddressAsAdvised();
        await form.ChooseAsync("source-kind", "PostgreSql");
        await form.TypeAsync("source-host", address.Host);
        await form.TypeAsync("source-database", address.Database);
        await form.ChooseAsync("source-tls", "None");
        await form.TypeAsync("source-user", address.User);
        await form.TypeAsync("source-password", address.Password!);
    }

    /// <summary>The files are the server's: nothing of the kind is offered.</summary>
    private protected override Task CompactAsync(ILocator tick) => Expect(tick).ToHaveCountAsync(0);
}
