using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Data;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;
using PrivacyPortal.Vault;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Providers;

public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public void Nodes_that_start_together_sign_with_one_key() =>
        Assert.Equal(nodes.First.Services.GetRequiredService<SigningKey>().Fingerprint, nodes.Second.Services.GetRequiredService<SigningKey>().Fingerprint);

    [Fact]
    public async Task A_page_of_one_node_shows_what_another_does_also_after_the_database_was_away()
    {
        var reference = await ReceiveAsync(nodes.First);
        var page = await nodes.First.OpenAsAsync(TestPortal.Dpo);

        // The session was begun on the first node.
        await page.GotoAsync($"{nodes.Second.BaseUrl}/requests");
        await Expect(page.GetByText(reference)).ToBeVisibleAsync();
        await Expect(page.Locator("main[data-interactive=true]")).ToBeVisibleAsync();
        await Expect(page.GetByText(await ReceiveAsync(nodes.First))).ToBeVisibleAsync(new() { Timeout = 10_000 });

        var away = page.GetByText("The portal’s database does not answer");
        await nodes.SwitchAsync(on: false);
        await Expect(away).ToBeVisibleAsync(new() { Timeout = 10_000 });
        using var client = new HttpClient { BaseAddress = new Uri(nodes.Second.BaseUrl) };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);

        await nodes.SwitchAsync(on: true);
        await Expect(away).ToBeHiddenAsync(new() { Timeout = 10_000 });
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await Expect(page.GetByText(await ReceiveAsync(nodes.First))).ToBeVisibleAsync(new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task A_node_with_another_master_key_refuses_to_start()
    {
        using var folder = new TempFolder();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("DataFolder", folder.Path), new("Database:Provider", "postgresql"), new("Database:ConnectionString", nodes.Database.ConnectionString)]).Build();
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddPortalData(configuration).AddVault().BuildServiceProvider();
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => services.GetRequiredService<DatabaseStart>().RunAsync(default));
        Assert.Contains("master key", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Oracle", "Host=x;Database=y", "Oracle")]
    [InlineData("PostgreSql", "", "Host and Database")]
    [InlineData("PostgreSql", "Host=x;Passwort=secret", "no connection string")]
    public void Settings_that_name_no_database_are_refused_without_telling_a_secret(string provider, string connection, string says)
    {
        using var folder = new TempFolder();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", provider), new("Database:ConnectionString", connection)]).Build();
        var refusal = Assert.Throws<StartRefusedException>(() => new DatabaseSettings(configuration, new DataFolder(folder.Path)));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ReceiveAsync(TwoNodes.Node node)
    {
        var organisation = node.Services.GetRequiredService<OrganisationDesk>();
        await organisation.KeepAsync(TestPortal.Admin, OrganisedApp.Organisation, 0, default);
        var subject = new SubjectFile("Luís Gonçalves", [], Message: "Please.");
        var reply = await node.Services.GetRequiredService<RequestDesk>().ReceiveAsync(
            TestPortal.Dpo, new Intake([SubjectRight.Access], RequestChannel.Letter, "fr", subject), default);
        return reply.Value![0].Reference;
    }

}
