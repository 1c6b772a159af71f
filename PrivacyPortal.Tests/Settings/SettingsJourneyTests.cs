using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Tests.Accounts;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Settings;

/// <summary>From an organisation that nobody entered yet to a loosening in force and attested, in a real browser, on a portal of its own.</summary>
public class SettingsJourneyTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    private const string Password = "velvet tram orchard";

    [Fact]
    public async Task An_address_that_names_no_site_says_so_and_reloading_it_leads_nowhere_else()
    {
        var page = await app.OpenAsAsync(TestPortal.Auditor);
        await page.GotoAsync("/settings?site=zzz");
        await ReadyAsync(page);
        await Expect(page.GetByText("There is no such site or country")).ToBeVisibleAsync();

        await page.EvaluateAsync("window.before = true; document.getElementById('components-reconnect-modal').className = 'reconnect components-reconnect-rejected'");
        await page.Locator(".reconnect-rejected").GetByRole(AriaRole.Button, new() { Name = "Reload the page" }).ClickAsync();
        await page.WaitForFunctionAsync("window.before === undefined");
        Assert.EndsWith("/settings?site=zzz", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_drafts_a_DPO_advises_and_an_auditor_takes_the_attestation_away()
    {
        var admin = await SignedInAsync("alice@example.com", "Alice Durand", Role.Administrator);
        await admin.WaitForURLAsync("**/organisation");
        await ReadyAsync(admin);
        await admin.GetByLabel("Name of the controller").FillAsync("Maison Exemple");
        await admin.GetByLabel("Postal address").FillAsync("1 rue de la Paix, Paris");
        await admin.GetByLabel("Name of the DPO").FillAsync("Dora Petit");
        await admin.GetByLabel("E-mail of the DPO").FillAsync("dpo@example.com");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Go to the privacy settings" }).ClickAsync();
        await admin.WaitForURLAsync("**/settings");

        await admin.GetByRole(AriaRole.Switch, new() { Name = "Chat history" }).ClickAsync();
        await admin.GetByRole(AriaRole.Spinbutton, new() { Name = "Retention of chats" }).FillAsync("90");
        await admin.Keyboard.PressAsync("Tab");
        await Expect(admin.GetByText("2 changes in your draft")).ToBeVisibleAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Review and publish" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Dialog).GetByText("Exposure under article 83")).ToBeVisibleAsync();
        await admin.GetByLabel("Reason").FillAsync("People come back to what was said");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Publish and ask the DPO" }).ClickAsync();
        await Expect(admin.GetByText("Revision 2 is published; the rest waits for the DPO’s opinion.")).ToBeVisibleAsync();
        await Expect(admin.GetByRole(AriaRole.Switch, new() { Name = "Chat history" })).Not.ToBeCheckedAsync();

        var dpo = await SignedInAsync("dora@example.com", "Dora Petit", Role.Dpo);
        await dpo.GotoAsync("/settings");
        await ReadyAsync(dpo);
        await Expect(dpo.GetByRole(AriaRole.Switch, new() { Name = "Chat history" })).ToBeDisabledAsync();
        await dpo.GetByRole(AriaRole.Link, new() { Name = "See them and the opinions" }).ClickAsync();
        await ReadyAsync(dpo);
        await dpo.GetByLabel("Your opinion").FillAsync("Proportionate with 90 days");
        await dpo.GetByRole(AriaRole.Button, new() { Name = "Favourable" }).First.ClickAsync();
        await Expect(dpo.GetByText("No opinion is asked for")).ToBeVisibleAsync();

        // The administrator's open page has heard of it.
        await Expect(admin.GetByRole(AriaRole.Switch, new() { Name = "Chat history" })).ToBeCheckedAsync();

        var auditor = await SignedInAsync("eve@example.com", "Eve Martin", Role.Auditor);
        await auditor.GotoAsync("/settings/attestation");
        var download = await auditor.RunAndWaitForDownloadAsync(() => auditor.GetByRole(AriaRole.Button, new() { Name = "Download the signed PDF" }).ClickAsync());
        var pdf = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Contains("90 days", PdfTools.Text(pdf), StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", PdfTools.Signatures(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_to_be_put_on_record_leads_out_of_the_review_to_its_field()
    {
        var page = await app.OpenAsAsync(TestPortal.Admin);
        await page.GotoAsync("/settings");
        await ReadyAsync(page);
        await page.GetByRole(AriaRole.Switch, new() { Name = "Supervisor" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and publish" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put on record: Reference of the impact assessment (art. 35)" }).ClickAsync();

        await Expect(page.GetByLabel("Reference of the impact assessment (art. 35)")).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private async Task<IPage> SignedInAsync(string email, string name, Role role)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var user = PortalUser.Create(email, name, role, "en", TimeProvider.System.GetUtcNow());
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user, Password)).Succeeded);
        }

        var page = await app.OpenAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>Before the circuit is there, a click on the prerendered page does nothing.</summary>
    private static Task ReadyAsync(IPage page) => Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
}
