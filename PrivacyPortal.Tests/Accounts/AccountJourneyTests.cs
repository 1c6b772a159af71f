using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PrivacyPortal.Accounts;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Accounts;

/// <summary>From the console's link to a second person at work, in a real browser, on a portal of its own.</summary>
public class AccountJourneyTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    private const string Password = "velvet tram orchard";

    [Fact]
    public async Task From_the_link_on_the_console_to_a_DPO_who_signs_in_with_two_factor()
    {
        var admin = await app.OpenAsync();
        await admin.GotoAsync($"/setup?token={await app.SetUpTokenAsync()}");
        await NoBarrierAsync(admin);
        await admin.GetByLabel("E-mail address").FillAsync("alice@example.com");
        await admin.GetByLabel("Your name").FillAsync("Alice Durand");
        await FillPasswordAsync(admin);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Create my account" }).ClickAsync();
        await admin.WaitForURLAsync("**/organisation");

        await admin.GotoAsync("/users");
        await Expect(admin.GetByText("There is no DPO yet")).ToBeVisibleAsync();
        var link = await InviteAsync(admin, "dora@example.com", "Dora Petit");

        var dpo = await app.OpenAsync();
        await dpo.GotoAsync(link);
        await NoBarrierAsync(dpo);
        await FillPasswordAsync(dpo);
        await dpo.GetByRole(AriaRole.Button, new() { Name = "Accept the invitation" }).ClickAsync();
        await Expect(dpo).ToHaveURLAsync(app.BaseUrl + "/");
        await dpo.GotoAsync("/users");
        await Expect(dpo.GetByRole(AriaRole.Heading, new() { Name = "This page is not for your role" })).ToBeVisibleAsync();

        await dpo.GotoAsync("/account/two-factor");
        var key = (await dpo.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await dpo.GetByLabel("Code of your app").FillAsync(Totp.CodeAt(key, TimeProvider.System.GetUtcNow().AddSeconds(-30)));
        await dpo.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();
        await Expect(dpo.Locator(".codes li")).ToHaveCountAsync(10);
        await NoBarrierAsync(dpo);

        await dpo.GotoAsync("/account");
        await dpo.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await dpo.WaitForURLAsync("**/sign-in");
        await SignInAsync(dpo, "dora@example.com");
        await dpo.WaitForURLAsync("**/sign-in/code*");
        await NoBarrierAsync(dpo);
        await dpo.GetByLabel("Code of your app").FillAsync(Totp.CodeAt(key, TimeProvider.System.GetUtcNow()));
        await dpo.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(dpo).ToHaveURLAsync(app.BaseUrl + "/");
    }

    /// <summary>States that a walk along the links does not reach.</summary>
    private static async Task NoBarrierAsync(IPage page)
    {
        var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.Empty(axe.Violations.Select(v => $"{page.Url} {v.Id}: {v.Nodes[0].Html}"));
    }

    private static async Task FillPasswordAsync(IPage page)
    {
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same password again").FillAsync(Password);
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private static async Task<string> InviteAsync(IPage page, string email, string name)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Invite someone" });

        // Before the circuit is there, a click on the prerendered button does nothing.
        await page.Locator("main[data-interactive]").WaitForAsync();
        await button.ClickAsync();
        await Expect(dialog).ToBeVisibleAsync();
        await NoBarrierAsync(page);
        await dialog.GetByLabel("E-mail address").FillAsync(email);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^DPO") }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create the link" }).ClickAsync();
        var link = page.GetByLabel("Link", new() { Exact = true });
        await Expect(link).ToBeVisibleAsync();
        await NoBarrierAsync(page);
        return await link.InputValueAsync();
    }
}
