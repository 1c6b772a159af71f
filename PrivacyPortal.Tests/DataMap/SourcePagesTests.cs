using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

public sealed class SourcePagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task What_is_typed_for_one_table_is_kept_when_one_goes_on_to_the_next()
    {
        var id = await ChinookAsync("Keeps");
        var page = await app.OpenAsAsync(TestPortal.Admin);
        await OpenAsync(page, $"/sources/{id}/map?table=Genre");
        await page.Locator("#table-title").FillAsync("Genres");
        await page.GetByRole(AriaRole.Link, new() { Name = "Artist" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Artist" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Genre" }).ClickAsync();
        await Assertions.Expect(page.Locator("#table-title")).ToHaveValueAsync("Genres");
    }

    [Fact]
    public async Task The_cause_why_a_file_cannot_be_used_is_told()
    {
        var path = Path.Combine(app.DataFolder, "text.db");
        await File.WriteAllTextAsync(path, string.Join(' ', Enumerable.Repeat("Not a database.", 500)));
        var page = await app.OpenAsAsync(TestPortal.Admin);
        await OpenAsync(page, "/sources/add");
        await FillAsync(page, "source-name", "Text");
        await FillAsync(page, "source-owner", "Nobody");
        foreach (var (place, message) in new[] { (path, "This file is not a database"), ("/nowhere/at.all", "There is no file"), (Path.Combine(app.DataFolder, "portal.db"), "the portal’s own database") })
        {
            await FillAsync(page, "source-path", place);
            await page.ClickAsync("button[type=submit]");
            await Assertions.Expect(page.GetByText(message)).ToBeVisibleAsync();
        }

        Assert.DoesNotContain(app.Log, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_map_with_faults_is_told_by_line_and_a_good_one_is_shown_as_a_difference()
    {
        var id = await ChinookAsync("Imports");
        var page = await app.OpenAsAsync(TestPortal.Dpo);
        await OpenAsync(page, $"/sources/{id}/map/import");
        await page.Locator("#map-yaml").FillAsync("tables:\n  Customer:\n    role: person");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and compare" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Line 3")).ToBeVisibleAsync();
        await page.Locator("#map-yaml").FillAsync(ChinookShop.MapYaml.Replace("title: Invoices", "title: Bills", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and compare" }).ClickAsync();
        await Assertions.Expect(page.Locator("ins")).ToHaveTextAsync("Bills");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it the draft" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Confirm the map" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_map_is_downloaded_as_YAML_by_those_who_may_see_it()
    {
        var id = await ChinookAsync("Downloads");
        using var auditor = await app.ClientAsAsync(TestPortal.Auditor);
        var yaml = await auditor.GetStringAsync($"/sources/{id}/map.yaml?version=1");
        Assert.Contains("Customer:", yaml, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await auditor.GetAsync($"/sources/{id}/map.yaml?version=7")).StatusCode);
    }

    [Fact]
    public async Task The_editor_stays_quick_with_two_hundred_tables()
    {
        var path = Path.Combine(app.DataFolder, "wide.db");
        var columns = string.Join(", ", Enumerable.Range(1, 20).Select(c => $"c{c} TEXT"));
        Given.Run(path, "CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT);" + string.Concat(Enumerable.Range(1, 200)
            .Select(t => string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE t{t:000} (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer, {columns});"))));
        var desk = app.Services.GetRequiredService<DataSourceDesk>();
        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.Sqlite, Given.Shop with { Name = "Wide" }, new SourceConnection(path), default)).Value;
        Assert.Null(await desk.SuggestMapAsync(TestPortal.Admin, id, ["customer"], 1, default));
        var page = await app.OpenAsAsync(TestPortal.Admin);
        await OpenAsync(page, $"/sources/{id}/map?table=t001");
        await page.GetByRole(AriaRole.Link, new() { Name = "t150" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "t150" })).ToBeVisibleAsync();
        var clock = Stopwatch.StartNew();
        await page.Locator("#find-table").FillAsync("t12");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "t150" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "t123" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "t123" })).ToBeVisibleAsync();
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"{clock.Elapsed}");
    }

    /// <summary>Until the circuit is there, what is typed into the prerendered page is lost.</summary>
    private static async Task OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }

    private static async Task FillAsync(IPage page, string id, string value)
    {
        await page.Locator($"#{id}").FillAsync(value);
        await page.Locator($"#{id}").PressAsync("Tab");
    }

    private async Task<Guid> ChinookAsync(string name)
    {
        var desk = app.Services.GetRequiredService<DataSourceDesk>();
        var path = ChinookShop.Write(Path.Combine(app.DataFolder, $"{name}.db"));
        var id = (await desk.AddAsync(TestPortal.Admin, SourceKind.Sqlite, Given.Shop with { Name = name }, new SourceConnection(path), default)).Value;
        Assert.Null(await desk.ImportMapAsync(TestPortal.Dpo, id, ChinookShop.MapYaml, 1, default));
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, id, "", 2, default)).Refusal);
        return id;
    }
}
