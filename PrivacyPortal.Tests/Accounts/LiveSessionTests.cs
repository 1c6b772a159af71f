using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Accounts;

/// <summary>What was true at sign-in and is no longer: in a real browser whose page stays open, and with a cookie from before.</summary>
public class LiveSessionTests(AccountsApp app) : IClassFixture<AccountsApp>
{
    private AccountDesk Desk => app.Services.GetRequiredService<AccountDesk>();

    [Fact]
    public async Task A_disabled_user_loses_the_open_page_and_the_old_cookie_within_30_seconds()
    {
        var page = await app.OpenAsAsync(TestPortal.Deputy);
        await page.GotoAsync("/dpo-appointments");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        using var client = await app.ClientAsAsync(TestPortal.Deputy);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/account", UriKind.Relative))).StatusCode);

        await SignedIn.AccountAsync(app.Services, TestPortal.Dpo);
        Assert.Null(await Desk.DisableAsync(TestPortal.Admin, TestPortal.Deputy.PersonId!.Value, CancellationToken.None));

        // Nothing is touched in the browser: the page itself must go.
        await page.WaitForURLAsync("**/sign-in?*", new() { Timeout = 30_000 });

        // A cookie is asked again once it is ten seconds old, whatever the page was told.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        HttpResponseMessage answer;
        while ((answer = await client.GetAsync(new Uri("/account", UriKind.Relative), patience.Token)).StatusCode == HttpStatusCode.OK)
        {
            await Task.Delay(200, patience.Token);
        }

        Assert.Equal("/sign-in", answer.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task Who_must_set_up_two_factor_is_led_there_and_can_do_nothing_else()
    {
        await Desk.RequireTwoFactorAsync(TestPortal.Admin, Role.Dpo, true, CancellationToken.None);
        var eve = Actor.User(Guid.NewGuid(), "Eva Second", Role.Dpo);
        var page = await app.OpenAsAsync(eve);
        await page.GotoAsync("/dpo-appointments");
        await page.WaitForURLAsync("**/account/two-factor");
        await Expect(page.GetByText("Your role requires two-factor")).ToBeVisibleAsync();
        await page.GotoAsync("/");
        await page.WaitForURLAsync("**/account/two-factor");
        await Desk.RequireTwoFactorAsync(TestPortal.Admin, Role.Dpo, false, CancellationToken.None);
    }
}
