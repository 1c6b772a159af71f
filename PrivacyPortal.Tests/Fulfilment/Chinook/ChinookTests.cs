using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;

namespace PrivacyPortal.Tests.Fulfilment.Chinook;

/// <summary>Access, rectification and two erasures on the Chinook shop; whoever did not ask keeps every byte of every row.</summary>
public abstract class ChinookTests(TestSource file, string mapYaml, Func<string, string> named) : IDisposable
{
    private static readonly string[] Tables = ["Album", "Artist", "Customer", "Employee", "Genre", "Invoice", "InvoiceLine", "MediaType", "Playlist", "PlaylistTrack", "Track"];
    private readonly SourceMap map = MapYamlReader.Read(mapYaml).Map!;

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Access_shows_the_customer_with_invoices_and_lines_the_tracks_as_context_and_not_the_representative()
    {
        var found = await file.SearchAsync(map, "email:Luisg@Embraer.com.br");
        Assert.Equal(Named("Customer 1", "Invoice 7", "InvoiceLine 38"), found.Findings.Where(f => f.Verdict == Verdict.Subject).Select(f => f.Table + " " + f.Rows.Count).Order());
        Assert.Equal(Named("Track 38"), found.Findings.Where(f => f.Verdict == Verdict.Context).Select(f => f.Table + " " + f.Rows.Count));
        Assert.Equal([new ThirdPartyCount(named("Employee"), 1)], found.ThirdParties);
        Assert.Empty(found.Ambiguities);
        Assert.Equal(["customer-id 1", "phone +55 (12) 3923-5555"], found.Proposals.Select(p => p.Identity.Kind + " " + p.Identity.Value).Order());

        var rows = new List<FoundRow>();
        await foreach (var row in file.Fulfilment(map).ReadAsync(found, AccessPlan.Suggest(found), default))
            rows.Add(row);
        var customer = rows.Single(r => r.Table == named("Customer"));
        Assert.Equal("Luís", customer.Fields.Single(f => f.Name == named("FirstName")).Value);
        Assert.Equal(13, customer.Fields.Count);
        Assert.DoesNotContain(rows, r => r.Table == named("Employee"));
        Assert.Equal(named("Customer.Email → Invoice.Customer → InvoiceLine.Invoice"), found.Findings.Single(f => f.Table == named("InvoiceLine")).Path);
    }

    [Fact]
    public async Task Rectification_changes_what_was_decided_and_nothing_else()
    {
        var before = Rows("1 = 1");
        var request = Searched.Asking("email:leonekohler@surfeu.de");
        var row = new RowRef(named("Customer"), new RowKey(2L));
        var order = new RectificationOrder(request, new RectificationPlan(map.Version,
        [
            new Correction(row, named("Email"), "leonekohler@surfeu.de", "leonie.koehler@surfeu.de"),
            new Correction(row, named("Address"), "Theodor-Heuss-Straße 34", "Königsallee 1"),
        ]));
        var fulfilment = file.Fulfilment(map);
        var preflight = await fulfilment.PreflightAsync(order, default);
        Assert.Equal("", preflight.Text());
        Assert.Equal(before, Rows("1 = 1"));
        Assert.Equal(ExecutionOutcome.Done, (await fulfilment.ExecuteAsync(order, preflight, default)).Outcome);
        Assert.Equal(ExecutionOutcome.DoneBefore, (await fulfilment.ResumeAsync(order, preflight, default)).Outcome);
        Assert.True((await fulfilment.VerifyAsync(order, default)).Passed);

        var changed = before.Except(Rows("1 = 1")).Single();
        Assert.Equal(changed.Replace("leonekohler@", "leonie.koehler@", StringComparison.Ordinal).Replace("Theodor-Heuss-Straße 34", "Königsallee 1", StringComparison.Ordinal), Rows("1 = 1").Except(before).Single());
        // What is not theirs, or no longer as it was, is not corrected.
        Assert.Contains("DataChanged " + named("Customer 1"), (await fulfilment.PreflightAsync(order, default)).Text(), StringComparison.Ordinal);
        var others = order with { Request = Searched.Asking("email:luisg@embraer.com.br"), Plan = order.Plan with { Corrections = [new Correction(row, named("City"), "Stuttgart", "Bonn")] } };
        Assert.Equal("OthersRows " + named("Customer 1"), (await fulfilment.PreflightAsync(others, default)).Text());
    }

    [Fact]
    public async Task Erasure_keeps_invoices_name_and_address_for_the_tax_authority_and_leaves_no_byte_of_the_rest()
    {
        var (others, invoices) = (Rows("CustomerId <> 3"), Read("SELECT * FROM Invoice"));
        var order = await file.EraseAsync(map, Searched.Asking("email:ftremblay@gmail.com"));
        Assert.Equal(others, Rows("CustomerId <> 3"));
        Assert.Equal(invoices, Read("SELECT * FROM Invoice"));
        Assert.Equal(["3 | 'François' | 'Tremblay' | null | '1498 rue Bélanger' | 'Montréal' | 'QC' | 'Canada' | 'H2G 1A7' | null | null | '[erased]' | 3"], Read("SELECT * FROM Customer WHERE CustomerId = 3"));
        Assert.All(order.Plan.Steps.Where(s => s.Action == ErasureAction.Keep), s => Assert.Equal((KeepGround.LegalObligation, new DateOnly(2036, 12, 31)), (s.Why!.Ground, s.Why.Until)));

        await file.Fulfilment(map).TidyAsync(vacuum: true, default);
        file.AssertNowhere("ftremblay@gmail.com", "+1 (514) 721-4711");
    }

    [Fact]
    public async Task Erasure_of_all_leaves_every_other_customer_byte_for_byte_and_none_of_the_values()
    {
        var (others, invoices) = (Rows("CustomerId <> 4"), Read("SELECT * FROM Invoice WHERE CustomerId <> 4"));
        var lines = Read("SELECT * FROM InvoiceLine WHERE InvoiceId NOT IN (SELECT InvoiceId FROM Invoice WHERE CustomerId = 4)");
        await file.EraseAsync(
            map,
            Searched.Asking("email:bjorn.hansen@yahoo.no"),
            new ErasureDecision(named("Customer"), Verdict.Subject, RowErasure.Delete, null, []),
            new ErasureDecision(named("Invoice"), Verdict.Subject, RowErasure.Delete, null, []),
            new ErasureDecision(named("InvoiceLine"), Verdict.Subject, RowErasure.Delete, null, []));
        Assert.Equal(others, Rows("1 = 1"));
        Assert.Equal(invoices, Read("SELECT * FROM Invoice"));
        Assert.Equal(lines, Read("SELECT * FROM InvoiceLine"));

        await file.Fulfilment(map).TidyAsync(vacuum: true, default);
        file.AssertNowhere("bjorn.hansen@yahoo.no", "Ullevålsveien 14", "+47 22 44 22 22");
    }

    /// <summary>Every row of the database but those of customers left out.</summary>
    private List<string> Rows(string customers) =>
        [.. Tables.Where(t => !t.StartsWith("Invoice", StringComparison.Ordinal)).SelectMany(t => Read($"SELECT * FROM {t}" + (t == "Customer" ? " WHERE " + customers : "")))];

    private string[] Named(params string[] names) => [.. names.Select(named)];

    private List<string> Read(string sql) => [.. file.Rows(named(sql)).Order(StringComparer.Ordinal)];
}

public sealed class SqliteChinookTests() : ChinookTests(ChinookShop.OnSqlite(), ChinookShop.MapYaml, name => name)
{
    [Fact]
    public async Task A_name_is_corrected_in_its_case_too_and_not_taken_for_done_before()
    {
        using var own = new SourceFile("CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT, name TEXT COLLATE NOCASE); INSERT INTO person VALUES (1, 'a@x.org', 'DUPONT');");
        var people = MapOf.Tables(MapOf.People("person", MapOf.Email(), MapOf.Field("name", "identity.name")));
        var order = new RectificationOrder(Searched.Asking("email:a@x.org"), new RectificationPlan(1, [new Correction(new RowRef("person", new RowKey(1L)), "name", "DUPONT", "Dupont")]));
        var preflight = await own.Fulfilment(people).PreflightAsync(order, default);
        Assert.False((await own.Fulfilment(people).VerifyAsync(order, default)).Passed);
        Assert.Equal(ExecutionOutcome.Done, (await own.Fulfilment(people).ResumeAsync(order, preflight, default)).Outcome);
        Assert.Equal("Dupont", own.Value("SELECT name FROM person"));
    }
}

/// <summary>On PostgreSQL, where its names are written otherwise.</summary>
public sealed class PostgresChinookTests() : ChinookTests(new PostgresSource(ChinookShop.Postgres), ChinookShop.PostgresMapYaml, ChinookShop.Snake);
